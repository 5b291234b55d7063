#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace quotary::glass {

// Writes the positions at which a term stands in one document, as a tag of the position table:
//   the last position as put_uint writes it, and, if there are more than one,
//   as bits, the lowest first: the first position (a number up to the last), how many positions
//   less two (a number below last - first), and the positions between by interpolative coding:
//   the middle one of the list as a number within the range that its neighbours leave it, then the
//   middle ones of the two halves, and so on.
// The list {0, 1} comes out as {1} does, and is read as {1}: in Xapian too, where positions begin
// with 1.
// Source: backends/glass/glass_positionlist.cc and common/bitstream.cc of xapian-core 1.4; the
// code is that of A. Moffat and L. Stuiver, "Binary Interpolative Coding for Effective Index
// Compression" (2000).
class PositionCoder {
 public:
  // `positions` rise strictly; at least one. The result is valid until the next call.
  std::string_view encode(std::span<const uint32_t> positions);

 private:
  // A number below `range` in as few bits as possible; the numbers in the middle are the short
  // ones.
  void put_below(uint32_t number, uint64_t range);

  // The positions strictly between the places `low` and `high`, which are known already.
  void put_between(std::span<const uint32_t> positions, size_t low, size_t high);

  std::string buffer_;  // has room for what a call can write; end_ is where to write on
  char* end_ = nullptr;
  uint64_t bits_ = 0;  // not yet written, the next bit to write the lowest
  unsigned bit_count_ = 0;
};

}  // namespace quotary::glass
