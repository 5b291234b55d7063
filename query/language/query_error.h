#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace quotary {

// A query that cannot be understood, and where. An expected outcome: returned, not thrown, by the
// public functions of query/language (inside, the parser throws it).
struct QueryError {
  size_t offset = 0;    // byte in the query as typed; at most its size
  std::string message;  // "there is no field 'speeker'"
  std::string hint;     // what to write instead: "did you mean speaker:putin?"; may be empty
};

// The query in one line with a caret under the place, the message and the hint:
//
//   speeker:putin brics
//   ^
//   there is no field 'speeker'
//     hint: did you mean speaker:putin?
//
// A long query is cut around the place; control characters are shown as U+FFFD, so that what was
// typed (or pasted) cannot play with the terminal. `width` is the terminal's, in columns.
std::string show_with_caret(std::string_view query, const QueryError& error, size_t width = 78);

}  // namespace quotary
