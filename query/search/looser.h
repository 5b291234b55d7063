#pragma once

#include <cstdint>
#include <vector>

#include "common/store/index_reader.h"
#include "query/language/ast.h"

namespace quotary {

// A question with one of its conditions left out, and how many statements that finds.
struct LooserQuestion {
  Node left_out;
  uint64_t statements = 0;
};

// For a question that finds nothing: which single condition on a field (a speaker, a period, a
// place) stands in the way. Conditions in the question's order, those alone whose absence finds
// something. Empty where `tree` is not several conditions that all must hold.
std::vector<LooserQuestion> looser_questions(const IndexReader& index, const Node& tree);

}  // namespace quotary
