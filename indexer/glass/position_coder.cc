#include "indexer/glass/position_coder.h"

#include <bit>

namespace quotary::glass {

std::string_view PositionCoder::encode(std::span<const uint32_t> positions) {
  // Four bytes a position, and the first ones plain: no code is longer.
  const size_t room = 4 * positions.size() + 16;
  if (buffer_.size() < room) buffer_.resize(2 * room);
  end_ = buffer_.data();
  const uint32_t first = positions.front();
  const uint32_t last = positions.back();
  uint32_t plain = last;
  for (; plain >= 128; plain >>= 7) *end_++ = static_cast<char>(plain | 128);
  *end_++ = static_cast<char>(plain);
  if (positions.size() > 1) {
    bits_ = 0;
    bit_count_ = 0;
    put_below(first, last);
    put_below(static_cast<uint32_t>(positions.size() - 2), last - first);
    put_between(positions, 0, positions.size() - 1);
    if (bit_count_ != 0) *end_++ = static_cast<char>(bits_);
  }
  return {buffer_.data(), static_cast<size_t>(end_ - buffer_.data())};
}

void PositionCoder::put_below(uint32_t number, uint64_t range) {
  auto width = static_cast<unsigned>(std::bit_width(range - 1));
  // Of the 2^width codes some are spare: that many numbers can do with one bit less.
  const uint64_t spare = (uint64_t{1} << width) - range;
  uint64_t code = number;
  if (spare != 0) {
    const uint64_t middle = (range - spare) / 2;
    if (number >= middle + spare) {
      code = (number - middle - spare) | uint64_t{1} << (width - 1);
    } else if (number >= middle) {
      --width;
    }
  }
  bits_ |= code << bit_count_;
  for (bit_count_ += width; bit_count_ >= 8; bit_count_ -= 8, bits_ >>= 8) {
    *end_++ = static_cast<char>(bits_);
  }
}

void PositionCoder::put_between(std::span<const uint32_t> positions, size_t low, size_t high) {
  // Recursion goes into the left half only, so it is as deep as the list can be halved.
  while (low + 1 < high) {
    const size_t middle = low + (high - low) / 2;
    const auto before = static_cast<uint32_t>(middle - low);
    const auto others = static_cast<uint32_t>(high - low);
    put_below(positions[middle] - positions[low] - before,
              uint64_t{positions[high]} - positions[low] - others + 1);
    put_between(positions, low, middle);
    low = middle;
  }
}

}  // namespace quotary::glass
