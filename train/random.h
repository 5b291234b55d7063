#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace quotary {

// SplitMix64 (Steele, Lea, Flood 2014): the same numbers from a seed on every machine.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  uint64_t next() {
    uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  uint64_t below(uint64_t bound) { return next() % bound; }
  bool chance(float share) { return static_cast<float>(next() >> 40) * 0x1p-24f < share; }

 private:
  uint64_t state_;
};

template <class T>
void shuffle(std::vector<T>& values, Random& random) {
  for (size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[random.below(i)]);
}

}  // namespace quotary
