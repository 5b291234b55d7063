// One sample of every format, of our own words, and what is read from it. A new format adds a row,
// a sample and a golden file; QUOTARY_WRITE_GOLDEN=1 writes what is read now, to be looked at.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "corpus/reader/formats.h"
#include "tests/corpus/reader/read_for_test.h"

namespace quotary {
namespace {

struct Sample {
  const char *file, *format;
};

constexpr Sample kSamples[] = {
    {"reuters.sgm", "reuters-sgml"}, {"gigaword.sgml", "gigaword-sgml"},
    {"ninjs.jsonl", "json"},         {"page.json", "json"},
    {"nitf.xml", "news-xml"},        {"newsml.xml", "news-xml"},
    {"rcv1.xml", "news-xml"},        {"page.html", "html"},
    {"crawl.warc", "warc"},          {"dated.txt", "text"},
    {"news.tar.gz", "archive"},      {"news.zip", "archive"},
    {"dated.txt.zst", "archive"},    {"ninjs.jsonl.xz", "archive"},
};

std::string path_of(const std::string& file) {
  return std::string(QUOTARY_SOURCE_DIR) + "/tests/corpus/reader/" + file;
}

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream all;
  all << file.rdbuf();
  return all.str();
}

class GoldenTest : public testing::TestWithParam<Sample> {};

TEST_P(GoldenTest, IsReadAsBefore) {
  const Sample& sample = GetParam();
  std::string path = path_of(std::string("samples/") + sample.file);
  std::string golden = path_of(std::string("golden/") + sample.file + ".txt");
  const SourceFormat* format = recognise_format(contents(path).substr(0, 8192), sample.file);
  ASSERT_TRUE(format);
  EXPECT_EQ(format->name, sample.format);
  FileStream bytes(path);
  std::string read = read_printed(bytes, sample.file);
  if (std::getenv("QUOTARY_WRITE_GOLDEN")) std::ofstream(golden) << read;
  EXPECT_EQ(read, contents(golden));
}

INSTANTIATE_TEST_SUITE_P(Formats, GoldenTest, testing::ValuesIn(kSamples));

}  // namespace
}  // namespace quotary
