#include "common/text/terminal.h"

#include <fmt/format.h>

#include "common/text/utf8.h"

namespace quotary {
namespace {

bool is_line_end(char32_t c) { return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029; }

// With these a text can show what it does not say.
bool turns_direction(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_obeyed(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || turns_direction(c); }

void append_escaped(std::string& out, std::string_view bytes) {
  for (char c : bytes) out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
}

}  // namespace

std::string safe_for_terminal(std::string_view text) {
  std::string repaired(text);
  repair_utf8(repaired);
  text = repaired;
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    size_t begin = at;
    char32_t c = next_code_point(text, at);
    if (c == '\t' || is_line_end(c)) {
      bool after_return = c == '\n' && begin > 0 && text[begin - 1] == '\r';
      if (!after_return) out += ' ';
    } else if (is_obeyed(c)) {
      append_utf8(out, kReplacementCharacter);
    } else {
      out += text.substr(begin, at - begin);
    }
  }
  return out;
}

std::string printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    size_t valid = valid_utf8_prefix(text);
    for (size_t at = 0; at < valid;) {
      size_t begin = at;
      char32_t c = next_code_point(text, at);
      std::string_view bytes = text.substr(begin, at - begin);
      if (is_obeyed(c) || is_line_end(c)) {
        append_escaped(out, bytes);
      } else {
        out += bytes;
      }
    }
    text.remove_prefix(valid);
    if (text.empty()) break;
    append_escaped(out, text.substr(0, 1));
    text.remove_prefix(1);
  }
  return out;
}

}  // namespace quotary
