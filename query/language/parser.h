#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>

#include "common/text/date.h"
#include "query/language/ast.h"
#include "query/language/query_error.h"

namespace quotary {

// More words than this in one query are refused.
inline constexpr size_t max_query_words = 2000;

// Reads the text of a saved search, for query:NAME; nullopt where there is none of that name.
using SavedQuery = std::function<std::optional<std::string>(std::string_view name)>;

// Parses a query (valid UTF-8) of the language:
//
//   query     = and { "OR" and }
//   and       = unary { [ "AND" ] unary }
//   unary     = ( "NOT" | "-" ) unary | proximity
//   proximity = primary { ( "NEAR/n" | "ADJ/n" ) primary }      words and prefixes only
//   primary   = word | prefix "*" | '"' phrase '"' | "(" query ")" | field ":" value
//   value     = word | prefix "*" | '"' phrase '"' | "(" query without fields ")" | dates
//
// The empty query and "*" ask for everything. `today` is what relative dates are reckoned from.
// Takes time linear in the query's length, whatever it holds.
std::variant<Node, QueryError> parse_query(std::string_view query, Date today,
                                           const SavedQuery& saved = nullptr);

}  // namespace quotary
