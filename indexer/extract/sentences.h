#pragma once

#include <vector>

#include "indexer/extract/reading.h"

namespace quotary {

// A run of words without a stop is cut here: later stages look through whole sentences, and text
// that is no prose (a list, a line of data) must not cost more than its length.
inline constexpr uint32_t kMaxSentenceTokens = 400;

// Where the sentences of one paragraph begin: a token number each, the first one's included.
// A sentence ends after a full stop (with the quotation marks and brackets that follow it) where
// what comes next can begin one; abbreviations and initials end none.
std::vector<uint32_t> sentence_starts(const Reading& reading, TokenRange paragraph);

}  // namespace quotary
