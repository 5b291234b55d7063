#pragma once

#include <optional>
#include <string>

#include "common/store/index_reader.h"
#include "query/language/ast.h"

namespace quotary {

// A query for statements or articles like the one with this id: the rarest of its words (at most
// `words`), any of them, so that those which share most come first by relevance. The words are
// those of a statement's content, or of an article's headline and first paragraph. nullopt where
// the index has no such id.
std::optional<Node> similar_query(const IndexReader& index, const std::string& id,
                                  size_t words = 15);

}  // namespace quotary
