#pragma once

#include <cstdint>
#include <string>

#include "bench/synthetic/random.h"

namespace quotary::bench {

// Ranks of words drawn by the law of Zipf and Mandelbrot, p(rank) ~ (rank + shift)^-exponent, over
// an endless list. A text of n such words has about n^(1 / exponent) different ones: the
// vocabulary grows as Heaps found it to (H. S. Heaps, Information Retrieval, 1978, 7.5; the link
// of the two exponents: D. van Leijenhoorst and T. van der Weide, A formal derivation of Heaps'
// law, 2005).
struct ZipfMandelbrot {
  double exponent;
  double shift;

  // From 0, the most frequent.
  uint64_t rank(Random& random) const;
};

// The words of news text: 45,000 different ones in the first million, some 700,000 in 100 million.
inline constexpr ZipfMandelbrot kNewsWords{1.6, 50};

// The word of a rank: lower-case letters, the same one always, shorter for frequent ranks, and none
// that English has (words end as English ones do not), so that no word is taken for a cue or role.
std::string word_of_rank(uint64_t rank);

// The same as a family name, with a capital, and as a topic: words that word_of_rank() never gives.
std::string name_of_rank(uint64_t rank);
std::string topic_of_rank(uint64_t rank);

}  // namespace quotary::bench
