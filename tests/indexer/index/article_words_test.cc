#include "indexer/index/article_words.h"

#include <gmock/gmock.h>

namespace quotary {
namespace {

using testing::ElementsAre;

std::vector<std::string> folded(const ArticleWords& words, Span span) {
  std::vector<std::string> all;
  for (const ArticleWords::Word& word : words.within(span))
    all.emplace_back(words.folded(word.form));
  return all;
}

TEST(ArticleWords, AreThoseThatBeginWithin) {
  ArticleWords words;
  words.read("Fares will rise, she said.");
  EXPECT_THAT(folded(words, {0, 26}), ElementsAre("fares", "will", "rise", "she", "said"));
  EXPECT_THAT(folded(words, {6, 15}), ElementsAre("will", "rise"));
  EXPECT_THAT(folded(words, {7, 12}),
              ElementsAre("rise"));  // from the middle of a word to another's
  EXPECT_THAT(folded(words, {25, 26}), ElementsAre());
}

TEST(ArticleWords, HaveTheirStemsUnlessTheyAreTheirOwn) {
  ArticleWords words;
  words.read("Fares will rise.");
  auto all = words.within({0, 16});
  EXPECT_EQ(words.stem(all[0].form), "fare");
  EXPECT_EQ(words.stem(all[1].form), "");
}

TEST(ArticleWords, OfOneFormHaveOneNumber) {
  ArticleWords words;
  words.read("Fares rise. \u201cFARES!\u201d All fares\u2019 fares.");
  std::vector<uint32_t> forms;
  for (const ArticleWords::Word& word : words.within({0, 100})) forms.push_back(word.form);
  EXPECT_THAT(forms, ElementsAre(0, 1, 0, 2, 0, 0));
  EXPECT_EQ(words.forms(), 3u);
  EXPECT_EQ(words.folded(2), "all");
}

TEST(ArticleWords, OfTheLastTextAlone) {
  ArticleWords words;
  words.read("Fares will rise.");
  words.read("Trams stop.");
  EXPECT_THAT(folded(words, {0, 16}), ElementsAre("trams", "stop"));
}

}  // namespace
}  // namespace quotary
