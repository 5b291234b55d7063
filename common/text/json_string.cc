#include "common/text/json_string.h"

#include <fmt/format.h>

#include "common/text/utf8.h"

namespace quotary {
namespace {

bool is_plain(char c) {
  auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\';
}

void append_code_point(std::string& out, char32_t c, std::string_view bytes) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
  if (control) {
    out += fmt::format("\\u{:04x}", static_cast<uint32_t>(c));
  } else {
    out += bytes;
  }
}

void append_valid(std::string& out, std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    size_t begin = at;
    while (at < text.size() && is_plain(text[at])) ++at;
    out += text.substr(begin, at - begin);
    if (at == text.size()) return;
    begin = at;
    char32_t c = next_code_point(text, at);
    append_code_point(out, c, text.substr(begin, at - begin));
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  if (valid_utf8_prefix(text) == text.size()) {
    append_valid(out, text);
  } else {
    std::string repaired(text);
    repair_utf8(repaired);
    append_valid(out, repaired);
  }
  out += '"';
}

std::string json_string(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

}  // namespace quotary
