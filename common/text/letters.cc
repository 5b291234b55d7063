#include "common/text/letters.h"

#include <unicode/uchar.h>

#include "common/text/utf8.h"

namespace quotary {
namespace {

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }
bool is_ascii_upper(char32_t c) { return c >= 'A' && c <= 'Z'; }
bool is_ascii_lower(char32_t c) { return c >= 'a' && c <= 'z'; }

}  // namespace

bool is_letter(char32_t c) {
  return c < 0x80 ? is_ascii_upper(c) || is_ascii_lower(c) : u_isalpha(icu(c)) != 0;
}

bool is_upper(char32_t c) {
  return c < 0x80 ? is_ascii_upper(c) : u_isupper(icu(c)) || u_istitle(icu(c));
}

bool is_lower(char32_t c) { return c < 0x80 ? is_ascii_lower(c) : u_islower(icu(c)) != 0; }

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_space(char32_t c) {
  return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : u_isUWhiteSpace(icu(c)) != 0;
}

char32_t to_lower(char32_t c) {
  if (c < 0x80) return is_ascii_upper(c) ? c + 0x20 : c;
  return static_cast<char32_t>(u_tolower(icu(c)));
}

char32_t to_upper(char32_t c) {
  if (c < 0x80) return is_ascii_lower(c) ? c - 0x20 : c;
  return static_cast<char32_t>(u_toupper(icu(c)));
}

std::string lower_case(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  for (size_t at = 0; at < text.size();) append_utf8(lower, to_lower(next_code_point(text, at)));
  return lower;
}

}  // namespace quotary
