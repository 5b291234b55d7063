#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/span.h"

namespace quotary {

enum class QueryTokenKind : uint8_t {
  word,     // text: as typed, without punctuation around it
  prefix,   // text: without the star; empty for "*" alone
  phrase,   // text: what stands between the marks
  field,    // text: the name, in lower case; its value is the next token
  open,     // (
  close,    // )
  op_and,   // AND; "and" between operands
  op_or,    // OR; "or" between operands
  op_not,   // NOT, and "-" before a word
  op_near,  // NEAR, NEAR/5, w/5
  op_adj,   // ADJ, ADJ/5, pre/5
  end,      // the end of the query, so that every error has a place
};

struct QueryToken {
  QueryTokenKind kind = QueryTokenKind::end;
  std::string text;
  uint32_t distance = 0;  // op_near, op_adj
  Span place;             // bytes of the query
};

// Distance of NEAR and ADJ where none is given, and the largest there may be.
inline constexpr uint32_t default_distance = 10;
inline constexpr uint32_t max_distance = 1000;

// Cuts a query (valid UTF-8) into tokens, the last being `end`. Quotation marks may be straight or
// curly; control characters are white space. Words of punctuation alone are dropped.
// Throws QueryError: an unclosed quotation mark, an empty field, NEAR/0, a star within a word.
std::vector<QueryToken> lex(std::string_view query);

// Whether `text`, typed by itself, is read as that one word.
bool reads_as_word(const std::string& text);

// The same right after a field's colon, where nothing is an operator.
bool reads_as_value(const std::string& text);

// Letters of ASCII in lower case.
std::string lower_ascii(std::string_view text);

// Whether `text` begins at byte `i` with white space (of any script) or a control character;
// its size in bytes, 0 where it does not.
size_t space_at(std::string_view text, size_t i);

}  // namespace quotary
