#pragma once

#include <cstdint>
#include <vector>

#include "query/search/searcher.h"

namespace quotary {

// All hits of a search, for --new, which compares them with those that were shown before. They are
// in memory at once: throws Error{usage} where there are more than `most`.
std::vector<Hit> hits_to_compare(Search& search, uint64_t most = 50'000);

}  // namespace quotary
