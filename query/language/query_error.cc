#include "query/language/query_error.h"

#include <algorithm>

#include "common/text/terminal.h"

namespace quotary {
namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Columns of well-formed text as far as a caret is concerned: one a code point.
size_t columns(std::string_view text) {
  return text.size() - static_cast<size_t>(std::count_if(text.begin(), text.end(), continues));
}

// Moves `offset` left or right to the nearest beginning of a code point.
size_t boundary(std::string_view text, size_t offset) {
  offset = std::min(offset, text.size());
  while (offset > 0 && offset < text.size() && continues(text[offset])) --offset;
  return offset;
}

}  // namespace

std::string show_with_caret(std::string_view query, const QueryError& error, size_t width) {
  const size_t half = std::max<size_t>(width, 20) / 2 - 4;
  size_t offset = boundary(query, error.offset);
  size_t begin = boundary(query, offset > half ? offset - half : 0);
  size_t end = boundary(query, std::min(query.size(), offset + half));
  std::string left =
      (begin > 0 ? "..." : "") + safe_for_terminal(query.substr(begin, offset - begin));
  std::string right = safe_for_terminal(query.substr(offset, end - offset));
  std::string out = "  " + left + right + (end < query.size() ? "..." : "") + "\n";
  out += "  " + std::string(columns(left), ' ') + "^\n";
  out += safe_for_terminal(error.message) + "\n";
  if (!error.hint.empty()) out += "  hint: " + safe_for_terminal(error.hint) + "\n";
  return out;
}

}  // namespace quotary
