#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>

#include "tests/layering/include_rules.h"

namespace quotary::layering {
namespace {

namespace fs = std::filesystem;

constexpr const char* top_folders[] = {"common", "corpus", "indexer", "query",
                                       "train",  "bench",  "tests"};

bool is_source(const fs::path& path) {
  return path.extension() == ".h" || path.extension() == ".cc";
}

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> files_of_tree(const fs::path& root) {
  std::vector<fs::path> files;
  for (const char* top : top_folders) {
    for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
      if (entry.is_regular_file() && is_source(entry.path())) files.push_back(entry.path());
    }
  }
  return files;
}

std::vector<Include> includes_of_tree(const fs::path& root) {
  std::vector<Include> all;
  for (const fs::path& path : files_of_tree(root)) {
    const std::string file = path.lexically_relative(root).generic_string();
    const auto includes = includes_of(file, content_of(path));
    all.insert(all.end(), includes.begin(), includes.end());
  }
  return all;
}

TEST(Layering, HoldsInTheTree) {
  const auto includes = includes_of_tree(QUOTARY_SOURCE_DIR);
  ASSERT_GT(includes.size(), 20u) << "the tree was not read";
  for (const Include& include : includes) {
    EXPECT_EQ(violation(include), "")
        << include.file << ":" << include.line << ": includes " << include.header;
  }
}

TEST(Layering, EveryProjectHeaderIncludedIsThere) {
  for (const Include& include : includes_of_tree(QUOTARY_SOURCE_DIR)) {
    if (include.angled) continue;
    EXPECT_TRUE(fs::exists(fs::path(QUOTARY_SOURCE_DIR) / include.header))
        << include.file << ":" << include.line << ": no file " << include.header;
  }
}

// Two types of one name in one namespace break a program that holds both, and no compiler tells:
// the linker takes one set of their inline functions for both.
TEST(Layering, NoTwoHeadersDefineOneType) {
  const std::regex space("^namespace ([a-z:]+) \\{");
  const std::regex type("^(struct|class|enum class) ([A-Z]\\w*)[^;(]*\\{");
  std::map<std::string, std::string> header_of;
  for (const auto& file : files_of_tree(QUOTARY_SOURCE_DIR)) {
    if (file.extension() != ".h") continue;
    std::ifstream lines(file);
    std::string name_space;
    std::smatch found;
    for (std::string line; std::getline(lines, line);) {
      if (std::regex_search(line, found, space)) name_space = found[1];
      if (!std::regex_search(line, found, type)) continue;
      const auto [at, is_new] =
          header_of.emplace(name_space + "::" + found[2].str(), file.string());
      EXPECT_TRUE(is_new) << at->first << " stands in " << at->second << " and in " << file;
    }
  }
  EXPECT_GT(header_of.size(), 100u) << "the headers were not read";
}

struct RuleCase {
  const char* file;
  const char* header;
  bool angled;
  bool allowed;
};

TEST(Layering, RulesCatchWhatTheyShould) {
  const RuleCase cases[] = {
      {"common/text/fold.cc", "unicode/unistr.h", true, true},
      {"common/names/name.cc", "unicode/unistr.h", true, false},
      {"query/language/lexer.cc", "unicode/uchar.h", true, false},
      {"common/store/terms.cc", "xapian.h", true, true},
      {"indexer/index/writer.cc", "xapian.h", true, true},
      {"query/search/searcher.cc", "xapian/query.h", true, true},
      {"bench/raw.cc", "xapian.h", true, true},
      {"indexer/glass/table.cc", "xapian.h", true, false},
      {"indexer/extract/cues.cc", "xapian.h", true, false},
      {"query/render/json.cc", "xapian.h", true, false},
      {"query/main.cc", "xapian.h", true, false},
      {"query/options.cc", "CLI/CLI.hpp", true, true},
      {"indexer/main.cc", "CLI/CLI.hpp", true, true},
      {"indexer/index/pipeline.cc", "CLI/CLI.hpp", true, false},
      {"common/base/error.h", "common/base/span.h", false, true},
      {"common/base/error.h", "common/text/date.h", false, false},
      {"common/text/date.cc", "common/store/schema.h", false, false},
      {"common/store/terms.h", "corpus/article/article.h", false, false},
      {"common/names/names.h", "indexer/extract/statement.h", false, false},
      {"common/store/open.cc", "query/result.h", false, false},
      {"corpus/article/dateline.cc", "corpus/reader/reader.h", false, false},
      {"corpus/reader/registry.cc", "corpus/article/article.h", false, true},
      {"indexer/extract/extractor.cc", "indexer/index/writer.h", false, false},
      {"indexer/extract/extractor.cc", "common/store/schema.h", false, false},
      {"indexer/extract/extractor.cc", "corpus/article/article.h", false, true},
      {"indexer/glass/table.cc", "corpus/article/article.h", false, false},
      {"indexer/glass/table.cc", "common/store/schema.h", false, false},
      {"indexer/index/inverter.cc", "indexer/glass/table.h", false, true},
      {"indexer/index/inverter.cc", "query/result.h", false, false},
      {"indexer/main.cc", "query/options.h", false, false},
      {"query/main.cc", "indexer/index/manifest.h", false, false},
      {"query/main.cc", "query/search/searcher.h", false, true},
      {"query/language/parser.cc", "query/search/compiler.h", false, false},
      {"query/render/text.cc", "query/result.h", false, true},
      {"query/render/text.cc", "query/search/searcher.h", false, false},
      {"query/render/text.cc", "common/store/schema.h", false, false},
      {"query/search/facets.cc", "indexer/extract/statement.h", false, false},
      {"bench/main.cc", "tests/layering/include_rules.h", false, false},
      {"indexer/extract/extractor.cc", "statement.h", false, false},
      {"indexer/extract/extractor.cc", "../extract/statement.h", false, false},
      {"newroom/thing.cc", "common/base/error.h", false, false},
      {"query/render/text.cc", "vector", true, true},
  };
  for (const RuleCase& c : cases) {
    EXPECT_EQ(violation({c.file, 1, c.header, c.angled}).empty(), c.allowed)
        << c.file << " includes " << c.header;
  }
}

TEST(Layering, ReadsIncludeLines) {
  const auto found = includes_of("query/render/text.cc",
                                 "#pragma once\n"
                                 "#include <vector>\n"
                                 "  #  include \"query/search/searcher.h\"  // why\n"
                                 "// #include \"indexer/index/writer.h\"\n"
                                 "#include\n"
                                 "#include <xapian.h>");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].header, "vector");
  EXPECT_TRUE(found[0].angled);
  EXPECT_EQ(found[1].header, "query/search/searcher.h");
  EXPECT_FALSE(found[1].angled);
  EXPECT_EQ(found[1].line, 3);
  EXPECT_EQ(violation(found[1]), "query/render/ does not see it");
  EXPECT_EQ(violation(found[2]), "Xapian is not to be seen here");
}

}  // namespace
}  // namespace quotary::layering
