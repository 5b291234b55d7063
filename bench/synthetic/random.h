#pragma once

#include <cstdint>
#include <random>

namespace quotary::bench {

// Random numbers that are the same everywhere for a seed. The distributions of <random> are left to
// the library that implements them; these are not.
class Random {
 public:
  explicit Random(uint64_t seed) : engine_(seed) {}

  // From [0, 1).
  double unit() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }

  // From [0, bound); bound > 0.
  uint64_t below(uint64_t bound) { return engine_() % bound; }

  bool chance(double probability) { return unit() < probability; }

 private:
  std::mt19937_64 engine_;
};

}  // namespace quotary::bench
