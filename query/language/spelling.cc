#include "query/language/spelling.h"

#include <algorithm>

namespace quotary {

// Optimal string alignment, three rows kept: O(|a| |b|) time, and no more than `limit` off the
// diagonal is worth computing, but names are short.
size_t spelling_distance(std::string_view a, std::string_view b, size_t limit) {
  size_t longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) > limit || longer > 64) return limit + 1;
  std::vector<size_t> before(b.size() + 1);
  std::vector<size_t> above(b.size() + 1);
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    before.swap(above);
    above.swap(row);
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
      bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return std::min(row[b.size()], limit + 1);
}

std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates) {
  size_t limit = word.size() / 3;
  std::optional<std::string> best;
  for (const std::string& candidate : candidates) {
    size_t distance = spelling_distance(word, candidate, limit);
    if (distance > limit || distance == 0) continue;
    best = candidate;
    limit = distance - 1;
  }
  return best;
}

}  // namespace quotary
