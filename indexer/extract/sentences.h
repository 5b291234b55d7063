#pragma once

#include <vector>

#include "indexer/extract/reading.h"

namespace quotary {

// Where the sentences of one paragraph begin: a token number each, the first one's included.
// A sentence ends after a full stop (with the quotation marks and brackets that follow it) where
// what comes next can begin one; abbreviations and initials end none.
std::vector<uint32_t> sentence_starts(const Reading& reading, TokenRange paragraph);

}  // namespace quotary
