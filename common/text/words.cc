#include "common/text/words.h"

#include <unicode/uchar.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace quotary {
namespace {

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_letter(char32_t c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  return u_isalpha(static_cast<UChar32>(c));
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }

// Scripts that put no spaces between words.
bool is_unspaced(char32_t c) {
  return (c >= 0x2E80 && c < 0x3000) || (c >= 0x3005 && c <= 0x3007) ||  // radicals, 々〆〇
         (c >= 0x3031 && c <= 0x3035) || (c >= 0x3041 && c < 0x30FB) ||  // kana
         (c >= 0x30FC && c < 0x3190) || (c >= 0x31A0 && c < 0x3200) ||   // bopomofo, jamo, kana
         (c >= 0x3400 && c < 0x4DC0) || (c >= 0x4E00 && c < 0xA000) ||   // Han
         (c >= 0xAC00 && c < 0xD7A4) || (c >= 0x1100 && c < 0x1200) ||   // hangul
         (c >= 0xF900 && c < 0xFB00) || (c >= 0xFF66 && c < 0xFFDD) ||   // compatibility forms
         (c >= 0x0E01 && c <= 0x0E4E && c != 0x0E3F) || (c >= 0x0E80 && c < 0x0ECF) ||  // Thai, Lao
         (c >= 0x1000 && c < 0x104A) || (c >= 0x1780 && c < 0x17D4) ||  // Burmese, Khmer
         (c >= 0x20000 && c < 0x32000);                                 // rarer Han
}

bool begins_word(char32_t c) {
  if (c < 0x80) return is_letter(c) || is_digit(c);
  if (is_unspaced(c)) return true;
  return u_isalnum(static_cast<UChar32>(c)) ||
         u_charType(static_cast<UChar32>(c)) == U_LETTER_NUMBER;
}

// A mark upon a letter, a raised or lowered digit (CO₂), or something invisible inside of a word.
bool continues_word(char32_t c) {
  if (c < 0x80) return is_letter(c) || is_digit(c);
  if (c == 0xAD || c == 0x200C || c == 0x200D || c == 0x2060) return true;
  if (c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c < 0x208A)) return true;
  return begins_word(c) || (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

// For each byte: 0 if it is ASCII outside of words, 1 if it is no ASCII, else the folded letter.
constexpr auto kAscii = [] {
  std::array<unsigned char, 256> table{};
  for (size_t i = 0x80; i < 256; ++i) table[i] = 1;
  for (size_t i = '0'; i <= '9'; ++i) table[i] = static_cast<unsigned char>(i);
  for (size_t i = 'a'; i <= 'z'; ++i) table[i] = static_cast<unsigned char>(i);
  for (size_t i = 'A'; i <= 'Z'; ++i) table[i] = static_cast<unsigned char>(i + 32);
  return table;
}();

unsigned char ascii_class(std::string_view text, size_t at) {
  return kAscii[static_cast<unsigned char>(text[at])];
}

// What stands between two parts of a word, read at byte `at` where a letter or digit ended.
struct Infix {
  enum { none, joins, possessive } kind = none;
  size_t end = 0;  // behind it
  char keep = 0;   // what stays of it in the folded word
};

// "U.S": the letter before the dot stands alone in its part, and so does the letter behind.
bool dot_joins_letters(std::string_view text, size_t word, size_t dot) {
  char32_t last = code_point_before(text, dot);
  size_t part = dot - (last < 0x80 ? 1 : last < 0x800 ? 2 : last < 0x10000 ? 3 : 4);
  if (!is_letter(last) || (part != word && text[part - 1] != '.')) return false;
  size_t at = dot + 1;
  if (at >= text.size() || !is_letter(next_code_point(text, at))) return false;
  return !continues_word(code_point_at(text, at));
}

// "1,000": one to three digits before the comma, three behind it.
bool comma_joins_digits(std::string_view text, size_t word, size_t comma) {
  size_t part = comma;
  while (part > word && is_digit(code_point_before(text, part))) --part;
  if (comma - part < 1 || comma - part > 3) return false;
  if (part != word && (text[part - 1] != ',' || comma - part != 3)) return false;
  for (size_t i = 1; i <= 3; ++i) {
    if (!is_digit(code_point_at(text, comma + i))) return false;
  }
  return !continues_word(code_point_at(text, comma + 4));
}

// "'s" with no letter behind it.
bool is_possessive(std::string_view text, size_t apostrophe) {
  size_t at = apostrophe;
  if (at >= text.size() || !is_apostrophe(next_code_point(text, at))) return false;
  return (code_point_at(text, at) | 0x20) == 's' && !continues_word(code_point_at(text, at + 1));
}

Infix infix_at(std::string_view text, size_t word, size_t at) {
  size_t end = at;
  char32_t c = next_code_point(text, end);
  char32_t before = code_point_before(text, at), after = code_point_at(text, end);
  if (is_possessive(text, at) && !is_unspaced(before)) return {Infix::possessive, end + 1};
  if (is_letter(before) && is_letter(after) && !is_unspaced(after)) {
    if (is_apostrophe(c)) return {Infix::joins, end};
    if (c == '&') return {Infix::joins, end, '&'};
    if (c == '.' && dot_joins_letters(text, word, at)) return {Infix::joins, end};
  }
  if (is_digit(before) && is_digit(after)) {
    if (c == '.') return {Infix::joins, end, '.'};
    if (c == ',' && comma_joins_digits(text, word, at)) return {Infix::joins, end};
  }
  // "U.S.'s": the last dot stands between the word and its possessive.
  if (c == '.' && is_letter(before) && is_possessive(text, end)) {
    size_t apostrophe = end;
    next_code_point(text, apostrophe);
    return {Infix::possessive, apostrophe + 1};
  }
  return {};
}

bool may_be_infix(unsigned char c) {
  return c == '\'' || c == '.' || c == ',' || c == '&' || c == 0xE2 || c == 0xCA;
}

}  // namespace

bool WordScanner::next() {
  while (true) {
    if (at_ < pairs_end_) {
      if (next_pair()) return true;
      continue;
    }
    while (at_ < text_.size() && ascii_class(text_, at_) == 0) ++at_;
    if (at_ == text_.size()) return false;
    if (ascii_class(text_, at_) > 1) {
      if (scan_ascii(at_)) return true;
      if (scan_any(span_.begin)) return true;
      continue;
    }
    size_t end = at_;
    char32_t c = next_code_point(text_, end);
    if (!begins_word(c)) {
      at_ = end;
    } else if (is_unspaced(c)) {
      for (pairs_end_ = end; is_unspaced(code_point_at(text_, end)); pairs_end_ = end) {
        next_code_point(text_, end);
      }
    } else if (scan_any(at_)) {
      return true;
    }
  }
}

// Reads the word at `begin`, a letter or digit; false where it turns out not to be all ASCII.
bool WordScanner::scan_ascii(size_t begin) {
  span_.begin = static_cast<uint32_t>(begin);
  size_t at = begin, length = 0;
  while (true) {
    for (unsigned char c = 0; at < text_.size() && (c = ascii_class(text_, at)) > 1; ++at) {
      if (length < kMaxWordCodePoints) ascii_[length++] = static_cast<char>(c);
    }
    span_.end = static_cast<uint32_t>(at);
    at_ = at;
    if (at == text_.size() || !may_be_infix(static_cast<unsigned char>(text_[at]))) break;
    Infix infix = infix_at(text_, begin, at);
    if (infix.kind == Infix::possessive) at_ = infix.end;
    if (infix.kind != Infix::joins) break;
    if (ascii_class(text_, infix.end) == 1) return false;
    if (infix.keep && length < kMaxWordCodePoints) ascii_[length++] = infix.keep;
    at = infix.end;
  }
  if (at_ == at && at < text_.size() && ascii_class(text_, at) == 1) {
    char32_t c = code_point_at(text_, at);
    if (continues_word(c) && !is_unspaced(c)) return false;
  }
  folded_ = {ascii_.data(), length};
  return true;
}

// Reads the word at `begin` by code points; false where nothing of it is left when folded.
bool WordScanner::scan_any(size_t begin) {
  std::string word;
  size_t at = begin, count = 0;
  while (true) {
    for (char32_t c = 0; (c = code_point_at(text_, at)) && continues_word(c) && !is_unspaced(c);) {
      next_code_point(text_, at);
      if (count++ < kMaxWordCodePoints) append_utf8(word, c);
    }
    span_ = {static_cast<uint32_t>(begin), static_cast<uint32_t>(at)};
    at_ = at;
    if (at == text_.size()) break;
    Infix infix = infix_at(text_, begin, at);
    if (infix.kind == Infix::possessive) at_ = infix.end;
    if (infix.kind != Infix::joins) break;
    if (infix.keep && count++ < kMaxWordCodePoints) word.push_back(infix.keep);
    at = infix.end;
  }
  set_folded(word);
  return !folded_.empty();
}

void WordScanner::set_folded(std::string_view word) {
  other_.clear();
  append_folded(other_, word);
  folded_ = utf8_prefix(other_, kMaxWordBytes);
}

// The present character of an unspaced run and the one behind it.
bool WordScanner::next_pair() {
  size_t begin = at_, second = at_;
  next_code_point(text_, second);
  size_t end = second;
  if (second < pairs_end_) next_code_point(text_, end);
  at_ = end == pairs_end_ ? pairs_end_ : second;
  span_ = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  set_folded(text_.substr(begin, end - begin));
  return !folded_.empty();
}

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  for_each_word(text, [&](std::string_view word, Span) { words.emplace_back(word); });
  return words;
}

}  // namespace quotary
