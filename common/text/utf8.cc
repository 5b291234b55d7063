#include "common/text/utf8.h"

#include <algorithm>
#include <cstring>

namespace quotary {
namespace {

constexpr size_t kStep = 256;  // of CodePointOffsets
constexpr uint64_t kHighBits = 0x8080808080808080u;

uint64_t load8(const char* p) {
  uint64_t word = 0;
  std::memcpy(&word, p, 8);
  return word;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// What a lead byte promises: the length of the sequence and the range of its second byte
// (Unicode Standard, table 3-7). Length 0: no lead byte.
struct Lead {
  unsigned length;
  unsigned char low, high;
};

Lead lead_of(unsigned char c) {
  if (c < 0xC2) return {0, 0, 0};
  if (c < 0xE0) return {2, 0x80, 0xBF};
  if (c == 0xE0) return {3, 0xA0, 0xBF};
  if (c == 0xED) return {3, 0x80, 0x9F};
  if (c < 0xF0) return {3, 0x80, 0xBF};
  if (c == 0xF0) return {4, 0x90, 0xBF};
  if (c < 0xF4) return {4, 0x80, 0xBF};
  if (c == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

struct Sequence {
  size_t length;  // bytes: of the sequence, or of the maximal part of an ill-formed one
  bool valid;
};

Sequence sequence_at(std::string_view text, size_t at) {
  auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  if (byte(at) < 0x80) return {1, true};
  Lead lead = lead_of(byte(at));
  if (lead.length == 0) return {1, false};
  size_t length = 1;
  for (; length < lead.length && at + length < text.size(); ++length) {
    unsigned char low = length == 1 ? lead.low : 0x80, high = length == 1 ? lead.high : 0xBF;
    if (byte(at + length) < low || byte(at + length) > high) return {length, false};
  }
  return {length, length == lead.length};
}

}  // namespace

size_t ascii_prefix(std::string_view text) {
  size_t i = 0;
  for (; i + 32 <= text.size(); i += 32) {
    const char* p = text.data() + i;
    if ((load8(p) | load8(p + 8) | load8(p + 16) | load8(p + 24)) & kHighBits) break;
  }
  while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) ++i;
  return i;
}

bool is_ascii(std::string_view text) { return ascii_prefix(text) == text.size(); }

size_t valid_utf8_prefix(std::string_view text) {
  size_t at = 0;
  while (true) {
    at += ascii_prefix(text.substr(at));
    while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) {
      Sequence sequence = sequence_at(text, at);
      if (!sequence.valid) return at;
      at += sequence.length;
    }
    if (at == text.size()) return at;
  }
}

size_t repair_utf8(std::string& text) {
  size_t at = valid_utf8_prefix(text);
  if (at == text.size()) return 0;
  size_t repairs = 0;
  std::string repaired(text, 0, at);
  while (at < text.size()) {
    at += sequence_at(text, at).length;
    append_utf8(repaired, kReplacementCharacter);
    ++repairs;
    size_t good = valid_utf8_prefix(std::string_view(text).substr(at));
    repaired.append(text, at, good);
    at += good;
  }
  text = std::move(repaired);
  return repairs;
}

size_t count_code_points(std::string_view text) {
  size_t continuations = 0, i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    // A continuation byte is 10xxxxxx: bit 7 set and bit 6 clear.
    uint64_t word = load8(text.data() + i);
    uint64_t marks = (word >> 7) & ~(word >> 6) & 0x0101010101010101u;
    continuations += (marks * 0x0101010101010101u) >> 56;
  }
  for (; i < text.size(); ++i) continuations += is_continuation(text[i]);
  return text.size() - continuations;
}

char32_t next_code_point(std::string_view text, size_t& at) {
  auto c = static_cast<unsigned char>(text[at++]);
  if (c < 0x80) return c;
  unsigned more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : 1;
  char32_t code_point = c & (0x3Fu >> more);
  for (; more > 0 && at < text.size(); --more) {
    code_point = code_point << 6 | (static_cast<unsigned char>(text[at++]) & 0x3Fu);
  }
  return code_point;
}

char32_t code_point_before(std::string_view text, size_t at) {
  if (at == 0 || at > text.size()) return 0;
  size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && is_continuation(text[begin])) --begin;
  return next_code_point(text, begin);
}

void append_utf8(std::string& out, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) {
    code_point = kReplacementCharacter;
  }
  auto add = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) return add(code_point);
  if (code_point < 0x800) {
    add(0xC0 | code_point >> 6);
  } else if (code_point < 0x10000) {
    add(0xE0 | code_point >> 12);
    add(0x80 | (code_point >> 6 & 0x3F));
  } else {
    add(0xF0 | code_point >> 18);
    add(0x80 | (code_point >> 12 & 0x3F));
    add(0x80 | (code_point >> 6 & 0x3F));
  }
  add(0x80 | (code_point & 0x3F));
}

std::string_view utf8_prefix(std::string_view text, size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && is_continuation(text[bytes])) --bytes;
  return text.substr(0, bytes);
}

CodePointOffsets::CodePointOffsets(std::string_view text) : text_(text) {
  if (is_ascii(text)) {
    total_ = static_cast<uint32_t>(text.size());
    return;
  }
  before_.reserve(text.size() / kStep + 1);
  for (size_t at = 0; at < text.size(); at += kStep) {
    before_.push_back(total_);
    total_ += static_cast<uint32_t>(count_code_points(text.substr(at, kStep)));
  }
}

uint32_t CodePointOffsets::code_point(uint32_t byte) const {
  if (byte >= text_.size()) return total_;
  if (before_.empty()) return byte;
  size_t step = byte / kStep;
  std::string_view rest = text_.substr(step * kStep, byte % kStep);
  return before_[step] + static_cast<uint32_t>(count_code_points(rest));
}

uint32_t CodePointOffsets::byte(uint32_t code_point) const {
  if (code_point >= total_) return static_cast<uint32_t>(text_.size());
  if (before_.empty()) return code_point;
  auto after = std::upper_bound(before_.begin(), before_.end(), code_point);
  size_t step = static_cast<size_t>(after - before_.begin()) - 1;
  uint32_t count = before_[step];
  for (size_t at = step * kStep; at < text_.size(); ++at) {
    if (!is_continuation(text_[at]) && count++ == code_point) return static_cast<uint32_t>(at);
  }
  return static_cast<uint32_t>(text_.size());
}

}  // namespace quotary
