#include "train/json_line.h"

#include <charconv>
#include <cstdint>

#include "common/base/error.h"

namespace quotary {
namespace {

class Parser {
 public:
  Parser(std::string_view text, const std::string& where) : text_(text), where_(where) {}

  JsonLine object() {
    JsonLine line;
    expect('{');
    if (next_is('}')) return line;
    do {
      std::string key = string();
      expect(':');
      value(line, key);
    } while (next_is(','));
    expect('}');
    return line;
  }

 private:
  [[noreturn]] void fail() const {
    throw Error(ErrorKind::input, where_ + ": not a line of gold in JSON",
                "one object a line, with string, number, null and array values");
  }
  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r'))
      ++at_;
  }
  char peek() {
    skip_space();
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  bool next_is(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  void expect(char c) {
    if (!next_is(c)) fail();
  }
  void word(std::string_view expected) {
    if (text_.substr(at_, expected.size()) != expected) fail();
    at_ += expected.size();
  }

  void value(JsonLine& line, const std::string& key) {
    switch (peek()) {
      case '"':
        line.strings[key] = string();
        break;
      case '[':
        array(line.numbers[key], 0);
        break;
      case 'n':
        word("null");
        break;
      case 't':
        word("true");
        break;
      case 'f':
        word("false");
        break;
      default:
        line.numbers[key] = {number()};
    }
  }
  void array(std::vector<long>& into, int depth) {
    if (depth > 4) fail();
    expect('[');
    if (next_is(']')) return;
    do {
      if (peek() == '[')
        array(into, depth + 1);
      else
        into.push_back(number());
    } while (next_is(','));
    expect(']');
  }
  long number() {
    skip_space();
    long n = 0;
    auto [end, error] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), n);
    if (error != std::errc()) fail();
    at_ = end - text_.data();
    return n;
  }
  std::string string() {
    expect('"');
    std::string out;
    while (at_ < text_.size() && text_[at_] != '"') {
      if (text_[at_] != '\\')
        out += text_[at_++];
      else
        escape(out);
    }
    if (at_ == text_.size()) fail();
    ++at_;
    return out;
  }
  void escape(std::string& out) {
    if (++at_ >= text_.size()) fail();
    char c = text_[at_++];
    if (c != 'u') {
      out += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
      return;
    }
    uint32_t code = four_digits();
    if (code >= 0xD800 && code < 0xDC00 && text_.substr(at_, 2) == "\\u") {
      at_ += 2;
      code = 0x10000 + ((code - 0xD800) << 10) + (four_digits() - 0xDC00);
    }
    append_utf8(out, code);
  }
  uint32_t four_digits() {
    uint32_t code = 0;
    const char* begin = text_.data() + at_;
    if (at_ + 4 > text_.size() || std::from_chars(begin, begin + 4, code, 16).ptr != begin + 4)
      fail();
    at_ += 4;
    return code;
  }
  static void append_utf8(std::string& out, uint32_t c) {
    auto put = [&](uint32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80) return put(c);
    if (c < 0x800) return put(0xC0 | c >> 6), put(0x80 | (c & 63));
    if (c < 0x10000) return put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 63)), put(0x80 | (c & 63));
    put(0xF0 | (c >> 18 & 7)), put(0x80 | (c >> 12 & 63)), put(0x80 | (c >> 6 & 63)),
        put(0x80 | (c & 63));
  }

  std::string_view text_;
  const std::string& where_;
  size_t at_ = 0;
};

}  // namespace

std::string JsonLine::string(const std::string& key) const {
  auto found = strings.find(key);
  return found == strings.end() ? "" : found->second;
}

std::vector<long> JsonLine::list(const std::string& key) const {
  auto found = numbers.find(key);
  return found == numbers.end() ? std::vector<long>{} : found->second;
}

JsonLine parse_json_line(std::string_view line, const std::string& where) {
  return Parser(line, where).object();
}

}  // namespace quotary
