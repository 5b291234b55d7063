#include "indexer/glass/position_coder.h"

#include <gtest/gtest.h>

#include <bit>
#include <random>
#include <set>
#include <vector>

namespace quotary::glass {
namespace {

using Positions = std::vector<uint32_t>;

std::string encoded(const Positions& positions) {
  PositionCoder coder;
  return std::string(coder.encode(positions));
}

TEST(PositionCoderTest, KnownBytes) {
  const struct {
    Positions positions;
    std::string bytes;
  } cases[] = {
      {{0}, std::string(1, '\0')},
      {{5}, "\x05"},
      {{200}, "\xc8\x01"},
      // Last 2; first 1 of range 2: bit 1; no further one of range 1: no bits.
      {{1, 2}, "\x02\x01"},
      // Last 4; first 1 of range 4: 10 lowest bit first; 1 further of range 3: the one short code
      // is that of 1, a bit 1; the middle one, 1 less than the first's successor, of range 2: 1.
      {{1, 3, 4}, "\x04\x0d"},
  };
  for (const auto& [positions, bytes] : cases) {
    EXPECT_EQ(encoded(positions), bytes) << positions.size() << " up to " << positions.back();
  }
}

// Reads what PositionCoder writes, from the description in its header alone.
class Decoder {
 public:
  explicit Decoder(const std::string& bytes) : bytes_(bytes) {}

  Positions decode() {
    uint32_t last = 0;
    for (unsigned shift = 0;; shift += 7) {
      const auto byte = static_cast<uint8_t>(bytes_[bit_ / 8]);
      bit_ += 8;
      last |= uint32_t{byte & 127u} << shift;
      if (byte < 128) break;
    }
    if (bit_ == 8 * bytes_.size()) return {last};
    const uint32_t first = below(last);
    Positions positions(below(last - first) + 2);
    positions.front() = first;
    positions.back() = last;
    between(positions, 0, positions.size() - 1);
    return positions;
  }

 private:
  uint32_t bits(unsigned count) {
    uint32_t number = 0;
    for (unsigned i = 0; i < count; ++i, ++bit_) {
      number |= uint32_t{static_cast<uint8_t>(bytes_.at(bit_ / 8)) >> bit_ % 8 & 1u} << i;
    }
    return number;
  }
  uint32_t below(uint64_t range) {
    const auto width = static_cast<unsigned>(std::bit_width(range - 1));
    const uint64_t spare = (uint64_t{1} << width) - range;
    if (spare == 0) return bits(width);
    const uint64_t middle = (range - spare) / 2;
    const uint32_t number = bits(width - 1);
    if (number >= middle && number < middle + spare) return number;
    if (bits(1) == 0) return number;
    return static_cast<uint32_t>(number + middle + spare);
  }
  void between(Positions& positions, size_t low, size_t high) {
    if (low + 1 >= high) return;
    const size_t middle = low + (high - low) / 2;
    const uint64_t range = uint64_t{positions[high]} - positions[low] - (high - low) + 1;
    positions[middle] = static_cast<uint32_t>(positions[low] + below(range) + (middle - low));
    between(positions, low, middle);
    between(positions, middle, high);
  }
  std::string bytes_;
  size_t bit_ = 0;
};

TEST(PositionCoderTest, RandomListsCanBeReadBack) {
  std::mt19937 random(1);
  PositionCoder coder;
  for (int round = 0; round < 2000; ++round) {
    const uint32_t highest = random() >> random() % 32;
    std::set<uint32_t> list;
    for (unsigned left = 1 + random() % 60; left > 0; --left) {
      list.insert(static_cast<uint32_t>(random() % (uint64_t{highest} + 1)));
    }
    const Positions positions(list.begin(), list.end());
    if (positions == Positions{0, 1}) continue;
    EXPECT_EQ(Decoder(std::string(coder.encode(positions))).decode(), positions);
  }
}

// The format's one gap: these two lists are the same bytes, in Xapian as here.
TEST(PositionCoderTest, ZeroAndOneReadAsOneAlone) { EXPECT_EQ(encoded({0, 1}), encoded({1})); }

TEST(PositionCoderTest, Extremes) {
  for (const Positions& positions :
       {Positions{0, 2}, Positions{0, 4294967294u}, Positions{0, 1, 4294967294u},
        Positions{4294967293u, 4294967294u}, Positions{0, 4294967293u, 4294967294u}}) {
    EXPECT_EQ(Decoder(encoded(positions)).decode(), positions);
  }
  Positions dense(300'000);
  for (uint32_t i = 0; i < dense.size(); ++i) dense[i] = i + 1;
  EXPECT_EQ(Decoder(encoded(dense)).decode(), dense);
}

}  // namespace
}  // namespace quotary::glass
