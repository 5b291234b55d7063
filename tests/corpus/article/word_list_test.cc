#include "corpus/article/word_list.h"

#include <gtest/gtest.h>

namespace quotary {
namespace {

TEST(WordList, ContainsItsWordsWhole) {
  constexpr WordList list = " on after 'd upon ";
  for (const char* word : {"on", "after", "'d", "upon"}) EXPECT_TRUE(list.contains(word)) << word;
  for (const char* word : {"", "o", "up", "onto", "fter", "afte", "ON", "d", "on after"})
    EXPECT_FALSE(list.contains(word)) << word;
}

TEST(WordList, TellsByFirstLetterAndLengthWhatCannotBeInIt) {
  constexpr WordList list = " on after ";
  EXPECT_TRUE(list.may_contain('a', 5));
  EXPECT_TRUE(list.may_contain('a', 2));  // no word of it, but nothing here tells
  EXPECT_FALSE(list.may_contain('b', 5));
  EXPECT_FALSE(list.may_contain('o', 3));
  EXPECT_FALSE(list.may_contain('o', 200));
}

}  // namespace
}  // namespace quotary
