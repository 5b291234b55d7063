#include "query/hits_to_compare.h"

#include <gtest/gtest.h>

#include "common/base/error.h"
#include "query/language/parser.h"
#include "tests/query/search/gold_index.h"

namespace quotary {
namespace {

std::vector<Hit> compared(const IndexReader& index, const SearchOptions& options, uint64_t most) {
  Search search(index, std::get<Node>(parse_query("rained", *parse_iso_date("2025-12-31"))),
                options);
  return hits_to_compare(search, most);
}

std::string refusal(const IndexReader& index, const SearchOptions& options, uint64_t most) {
  try {
    compared(index, options, most);
  } catch (const Error& error) {
    return std::string(error.what()) + "; " + error.hint();
  }
  return "none";
}

TEST(HitsToCompare, AreAllOrTooMany) {
  TemporaryFolder folder;
  std::vector<OneStatement> articles;
  for (const char* place : {"Kelda", "Amsel", "Lindhaven"})
    articles.push_back(
        {std::string(" date 2024-03-05 It rained\n\nIda Holm said that it rained in ") + place +
             ".",
         "Ida Holm"});
  build_small_index(articles, folder.path() / "index");
  const IndexReader index(folder.path() / "index");
  SearchOptions options;
  options.limit = 0;
  EXPECT_EQ(compared(index, options, 3).size(), 3u);
  EXPECT_EQ(refusal(index, options, 2), "3 statements are too many for --new; narrow down to 2");
  options.group = true;  // repeats are hits all the same, and held as such
  EXPECT_EQ(refusal(index, options, 2), "3 statements are too many for --new; narrow down to 2");
  options.articles = true;
  EXPECT_EQ(compared(index, options, 3).size(), 3u);
  EXPECT_EQ(refusal(index, options, 2), "3 articles are too many for --new; narrow down to 2");
}

}  // namespace
}  // namespace quotary
