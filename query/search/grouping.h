#pragma once

#include <vector>

#include "query/result.h"

namespace quotary {

// Repeats of one statement, as agencies and updates carry them, taken together: the same speakers
// (or the same mention, where none is named), at most `window_days` between two that follow each
// other, and contents of which most words are the same (Jaccard's measure of the sets of folded
// words at least 0.6; or at least six words and four fifths of the shorter one's; for contents of
// fewer than four words: all of them).
//
// Each group stands where its first hit stood, as that hit, with `occurrences` and, if there are
// others, `sources` of the others. Compares hits of one speaker with each other within the window:
// quick for some ten thousand.
inline constexpr int window_days = 5;
std::vector<Hit> group_repeats(std::vector<Hit> hits);

}  // namespace quotary
