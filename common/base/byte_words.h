#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace quotary {

// Short texts taken eight bytes at a time: for the loops that see every word of every article,
// where working byte by byte is what takes the time.

static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");

// The first eight bytes of a text, the first one lowest; zeros behind a shorter one.
inline uint64_t first_bytes(std::string_view text) {
  const char* p = text.data();
  size_t n = text.size();
  if (n >= 8) {
    uint64_t bytes = 0;
    std::memcpy(&bytes, p, 8);
    return bytes;
  }
  if (n >= 4) {  // two halves that may overlap: no loop, and nothing read beyond the text
    uint32_t low = 0;
    uint32_t high = 0;
    std::memcpy(&low, p, 4);
    std::memcpy(&high, p + n - 4, 4);
    return low | uint64_t{high} << (8 * (n - 4));
  }
  if (n == 0) return 0;
  auto at = [&](size_t i) { return uint64_t{static_cast<uint8_t>(p[i])} << (8 * i); };
  return at(0) | at(n / 2) | at(n - 1);
}

// The eight bytes with ASCII capitals in small letters, all others as they are.
inline uint64_t small_letters(uint64_t bytes) {
  constexpr uint64_t each = 0x0101010101010101u;
  uint64_t low = bytes & (0x7f * each);
  uint64_t from_a = low + (0x80 - 'A') * each;        // the top bit: 'A' or more
  uint64_t beyond_z = low + (0x80 - 'Z' - 1) * each;  // the top bit: more than 'Z'
  uint64_t capital = from_a & ~beyond_z & ~bytes & (0x80 * each);
  return bytes | capital >> 2;
}

}  // namespace quotary
