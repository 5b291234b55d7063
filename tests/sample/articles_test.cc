// The sample's articles as they are parsed, against a list that was read through by a person. To
// make the list anew after an article or the parser changed: QUOTARY_WRITE_GOLDEN=1 sample_test,
// then read the difference.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "common/base/place.h"
#include "corpus/article/article_parser.h"

namespace quotary {
namespace {

namespace fs = std::filesystem;

const fs::path kSample = QUOTARY_SOURCE_DIR "/corpus/sample";
const fs::path kGolden = QUOTARY_SOURCE_DIR "/tests/sample/articles.golden";

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> sample_files() {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(kSample)) {
    if (entry.path().extension() == ".txt")
      files.push_back(entry.path().lexically_relative(kSample).generic_string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string date_or_dash(const std::optional<Date>& date) { return date ? to_iso(*date) : "-"; }

std::string dateline_of(const Article& article) {
  if (!article.dateline) return "none";
  std::string places;
  for (const Place& place : article.dateline->places) {
    if (!places.empty()) places += "; ";
    places += full_name(place);
  }
  return fmt::format("{} / {} / {}", places, article.dateline->agency,
                     date_or_dash(article.dateline->day));
}

// Path, date and where it came from, headline, dateline, language, kinds of paragraphs.
std::string shown(const Article& article) {
  std::string text =
      fmt::format("{}\n  {} {}, {}\n  {}\n  {}\n ", article.path, date_or_dash(article.date),
                  name_of(article.date_source), article.language, article.headline.of(article.text),
                  dateline_of(article));
  for (const Paragraph& paragraph : article.paragraphs) {
    text += ' ';
    text += name_of(paragraph.kind);
  }
  return text + "\n";
}

TEST(SampleArticles, AreParsedAsTheGoldenListSays) {
  std::string list;
  for (const std::string& file : sample_files())
    list += shown(parse_article(content_of(kSample / file), file));
  if (std::getenv("QUOTARY_WRITE_GOLDEN")) std::ofstream(kGolden, std::ios::binary) << list;
  EXPECT_EQ(list, content_of(kGolden));
}

}  // namespace
}  // namespace quotary
