#pragma once

#include <vector>

#include "common/store/index_reader.h"
#include "query/language/ast.h"
#include "query/result.h"
#include "query/search/searcher.h"

namespace quotary {

// What was said of a topic without its word (--near): statements that `tree` does not match, but
//
//   - that stand at most two statements before or behind one that it does, in the same article and
//     by the same speaker; or
//   - whose article's headline has the topic, while all else that `tree` asks for holds.
//
// Each says why in Hit::near. Those beside matches come first. At most `limit` (0: all). Of more
// than `max_matches` matches only the first so many are looked beside. Empty where `tree` has no
// topic.
inline constexpr uint64_t max_matches = 2000;
std::vector<Hit> near_hits(const IndexReader& index, const Node& tree, const SearchOptions& options,
                           uint64_t limit);

// `tree` with every word of the topic asked for in the headline instead: the second of these ways.
Node by_headline(const Node& tree);

}  // namespace quotary
