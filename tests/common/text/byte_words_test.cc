#include "common/base/byte_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace quotary {
namespace {

TEST(ByteWords, HoldTheBytesOfShortTextsAndNothingElse) {
  const std::string text = "\x01\x82z\xff@[{Q rest";
  for (size_t size = 0; size <= text.size(); ++size) {
    const std::string part = text.substr(0, size);  // its own memory: a sanitizer sees overruns
    uint64_t expected = 0;
    for (size_t i = 0; i < std::min<size_t>(size, 8); ++i)
      expected |= uint64_t{static_cast<uint8_t>(part[i])} << (8 * i);
    EXPECT_EQ(first_bytes(part), expected) << size;
  }
}

TEST(ByteWords, MakeCapitalsSmallAndLeaveAllElse) {
  for (unsigned c = 0; c < 256; ++c) {
    const unsigned expected = c >= 'A' && c <= 'Z' ? c + 32 : c;
    for (unsigned shift = 0; shift < 64; shift += 8) {
      const uint64_t others = ~(uint64_t{0xff} << shift);
      EXPECT_EQ(small_letters(uint64_t{c} << shift), uint64_t{expected} << shift);
      EXPECT_EQ(small_letters((uint64_t{c} << shift) | others),
                (uint64_t{expected} << shift) | others);
    }
  }
}

}  // namespace
}  // namespace quotary
