#include "common/store/repeat_key.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace quotary {
namespace {

TEST(RepeatKeys, ComeBackInOrderAndOnce) {
  RepeatKey key;
  key.mention = mention_key({"harbour", "master"});
  key.words = {word_key("tide"), word_key("boats"), word_key("tide")};
  RepeatKey read = decode_repeat_key(encode(key));
  EXPECT_EQ(read.mention, key.mention);
  std::vector<uint32_t> expected = {word_key("boats"), word_key("tide")};
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(read.words, expected);
}

TEST(RepeatKeys, AMentionIsASetOfWords) {
  EXPECT_EQ(mention_key({"harbour", "master"}), mention_key({"master", "harbour", "master"}));
  EXPECT_NE(mention_key({"harbour", "master"}), mention_key({"harbourmaster"}));
  EXPECT_NE(mention_key({"harbour"}), 0u);
  EXPECT_EQ(mention_key({}), 0u);
}

TEST(RepeatKeys, DamageEndsTheList) {
  RepeatKey key;
  key.words = {1, 2, 3};
  const std::string value = encode(key);
  for (size_t size = 0; size < value.size(); ++size)
    EXPECT_LT(decode_repeat_key(value.substr(0, size)).words.size(), 3u);
  EXPECT_EQ(encode({}), "");
}

}  // namespace
}  // namespace quotary
