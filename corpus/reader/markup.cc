#include "corpus/reader/markup.h"

#include <charconv>

#include "common/text/utf8.h"

namespace quotary {
namespace {

constexpr size_t kLongestReference = 16;

// Where <name> or <name ...> begins, and where its tag ends.
bool find_tag(std::string_view text, std::string_view name, size_t from, size_t& begin,
              size_t& end) {
  for (begin = from; (begin = text.find('<', begin)) != text.npos; ++begin) {
    if (text.substr(begin + 1, name.size()) != name) continue;
    size_t after = begin + 1 + name.size();
    if (after < text.size() && text[after] != '>' && text[after] != ' ' && text[after] != '\n')
      continue;
    end = text.find('>', after);
    if (end == text.npos) return false;
    ++end;
    return true;
  }
  return false;
}

bool opens_tag(std::string_view text, size_t at) {
  if (at + 1 >= text.size()) return false;
  char c = text[at + 1];
  return c == '/' || c == '!' || c == '?' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

void append_code(std::string& out, std::string_view digits) {
  int base = 10;
  if (!digits.empty() && (digits[0] == 'x' || digits[0] == 'X')) {
    base = 16;
    digits.remove_prefix(1);
  }
  uint32_t code = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, base);
  if (error != std::errc() || end != digits.data() + digits.size()) return;
  if (code >= 0x20 || code == '\n' || code == '\t') append_utf8(out, code);
}

// Appends what the reference at `at` (an ampersand) stands for; the bytes that it takes.
size_t append_reference(std::string& out, std::string_view text, size_t at) {
  size_t end = text.substr(at, kLongestReference).find(';');
  if (end == text.npos || end < 2) {
    out.push_back('&');
    return 1;
  }
  std::string_view name = text.substr(at + 1, end - 1);
  if (name[0] == '#') {
    append_code(out, name.substr(1));
  } else if (name == "amp" || name == "AMP") {
    out.push_back('&');
  } else if (name == "lt" || name == "LT") {
    out.push_back('<');
  } else if (name == "gt" || name == "GT") {
    out.push_back('>');
  } else if (name == "quot" || name == "QUOT") {
    out.push_back('"');
  } else if (name == "apos") {
    out.push_back('\'');
  } else if (name == "nbsp") {
    out.push_back(' ');
  } else {
    out.append(text.substr(at, end + 1));
  }
  return end + 1;
}

}  // namespace

std::optional<std::string_view> next_element(std::string_view text, std::string_view name,
                                             size_t& from) {
  size_t begin = 0, inner = 0;
  if (!find_tag(text, name, from, begin, inner)) return std::nullopt;
  size_t close = inner;
  for (; (close = text.find("</", close)) != text.npos; ++close) {
    if (text.substr(close + 2, name.size()) == name &&
        text.substr(close + 2 + name.size(), 1) == ">")
      break;
  }
  size_t end = std::min(close, text.size());
  from = end;
  return text.substr(inner, end - inner);
}

std::string_view element(std::string_view text, std::string_view name) {
  size_t from = 0;
  return next_element(text, name, from).value_or(std::string_view());
}

std::string_view attribute(std::string_view tag, std::string_view name) {
  std::string_view head = tag.substr(0, tag.find('>'));
  for (size_t at = 0; (at = head.find(name, at)) != head.npos; ++at) {
    std::string_view rest = head.substr(at + name.size());
    if (at == 0 || head[at - 1] != ' ' || !rest.starts_with("=\"")) continue;
    return rest.substr(2, rest.find('"', 2) - 2);
  }
  return {};
}

std::string plain_text(std::string_view markup) {
  std::string plain;
  plain.reserve(markup.size());
  for (size_t at = 0; at < markup.size();) {
    size_t special = std::min(markup.find_first_of("<&", at), markup.size());
    plain.append(markup.substr(at, special - at));
    at = special;
    if (at == markup.size()) break;
    if (markup[at] == '&') {
      at += append_reference(plain, markup, at);
    } else if (size_t end = markup.find('>', at); opens_tag(markup, at) && end != markup.npos) {
      at = end + 1;
    } else {
      plain.push_back(markup[at++]);
    }
  }
  return plain;
}

}  // namespace quotary
