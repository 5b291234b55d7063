#pragma once

#include <string>

#include "query/language/ast.h"
#include "query/result.h"

namespace quotary {

// The query that asks of a facet's field for its most frequent value, and else what `tree` asks;
// what `tree` asks of that field itself gives way to it, unless it is chosen from (OR) or left out
// (NOT). Empty where the value is asked for already, or there is none.
std::string narrowed_query(const Node& tree, const Facet& facet);

}  // namespace quotary
