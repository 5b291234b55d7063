#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

namespace quotary {

// Repeats of one statement, as agencies and updates carry them, taken together: the same speakers
// (or the same words that stand for them, where none is named), at most `window_days` between two
// that follow each other, and contents of which most words are the same (Jaccard's measure of the
// sets of folded words at least 0.6; or at least six words and four fifths of the shorter one's;
// for contents of fewer than four words: all of them).
//
// Computed when it is asked for, from values alone (common/store/repeat_key.h): no record is
// decoded and no article is read. Words are compared, no sketches of them.
inline constexpr int window_days = 5;

// What statements are compared by.
struct Fingerprint {
  std::string speaker;          // who said it, as a key
  long day = 0;                 // since 1970; undated ones lie together, far from all others
  std::vector<uint32_t> words;  // hashes of the content's words, in order, each once
};

Fingerprint fingerprint(const Xapian::Database& database, Xapian::docid statement);

// For each statement the number of one of its group: equal for those that belong together. Compares
// only statements that share rare words (prefix filtering: Chaudhuri, Ganti, Kaushik 2006, "A
// primitive operator for similarity joins in data cleaning"), so that a speaker with ten thousand
// statements in a week costs no hundred million comparisons.
std::vector<size_t> group_alike(const std::vector<Fingerprint>& statements);

// Whether contents say the same; what group_alike() joins, but for speaker and day.
bool alike(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b);

}  // namespace quotary
