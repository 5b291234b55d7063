#pragma once

#include <algorithm>
#include <vector>

namespace quotary::bench {

// The middle one of some measurements, the mean of the two in the middle of an even number; 0 of
// none.
inline double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const size_t middle = values.size() / 2;
  return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

}  // namespace quotary::bench
