#include "common/text/fold.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include <array>

#include "common/base/error.h"
#include "common/text/utf8.h"

namespace quotary {
namespace {

using Units = std::basic_string<UChar>;  // UTF-16, as ICU takes it

void check(UErrorCode status) {
  if (U_FAILURE(status))
    throw Error(ErrorKind::internal, std::string("ICU: ") + u_errorName(status));
}

Units to_utf16(std::string_view text) {
  Units units;
  units.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    char32_t c = next_code_point(text, at);
    if (c >= 0x10000) {
      units.push_back(static_cast<UChar>(U16_LEAD(c)));
      units.push_back(static_cast<UChar>(U16_TRAIL(c)));
    } else {
      units.push_back(static_cast<UChar>(c));
    }
  }
  return units;
}

Units normalized(const UNormalizer2* form, const Units& from) {
  Units to(from.size() * 3 + 32, 0);
  while (true) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = unorm2_normalize(form, from.data(), static_cast<int32_t>(from.size()),
                                      to.data(), static_cast<int32_t>(to.size()), &status);
    bool fits = static_cast<size_t>(length) <= to.size();
    to.resize(static_cast<size_t>(length));
    if (status == U_BUFFER_OVERFLOW_ERROR && !fits) continue;
    check(status);
    return to;
  }
}

// A letter that Unicode does not take apart but a reader would type plainly, or punctuation that
// is written in many ways. nullptr for all others.
const char* plain_form(char32_t c) {
  switch (c) {
    case 0x0142:
      return "l";
    case 0x00F8:
      return "o";
    case 0x0111:
      return "d";
    case 0x00F0:
      return "d";
    case 0x0127:
      return "h";
    case 0x0167:
      return "t";
    case 0x0131:
      return "i";
    case 0x00E6:
      return "ae";
    case 0x0153:
      return "oe";
    case 0x00FE:
      return "th";
    case 0x0060:
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x02BC:
    case 0x02BB:
      return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
      return "\"";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return "-";
    default:
      return nullptr;
  }
}

// Whether a mark is an accent upon the letter before it. Marks of scripts that write vowels as
// marks, and the voicing marks of kana, are not.
bool is_accent(char32_t mark, char32_t before) {
  if (u_charType(static_cast<UChar32>(mark)) != U_NON_SPACING_MARK) return false;
  if (mark == 0x3099 || mark == 0x309A) return false;
  if (mark == 0x0306 && before == 0x0438) return false;  // й
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(mark), &status)) {
    case USCRIPT_INHERITED:
    case USCRIPT_COMMON:
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
      return true;
    default:
      return false;
  }
}

Units without_accents(const Units& decomposed) {
  Units kept;
  kept.reserve(decomposed.size());
  char32_t before = 0;
  for (size_t at = 0; at < decomposed.size();) {
    UChar32 c = 0;
    size_t begin = at;
    U16_NEXT(decomposed.data(), at, decomposed.size(), c);
    auto code_point = static_cast<char32_t>(c);
    if (is_accent(code_point, before)) continue;
    before = code_point;
    if (const char* plain = plain_form(code_point)) {
      while (*plain) kept.push_back(static_cast<UChar>(*plain++));
    } else {
      kept.append(decomposed, begin, at - begin);
    }
  }
  return kept;
}

void append_utf16(std::string& out, const Units& units) {
  for (size_t at = 0; at < units.size();) {
    UChar32 c = 0;
    U16_NEXT(units.data(), at, units.size(), c);
    append_utf8(out, static_cast<char32_t>(c));
  }
}

// The definition of folding; everything else here only saves its time.
void append_folded_by_icu(std::string& out, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* casefold = unorm2_getNFKCCasefoldInstance(&status);
  const UNormalizer2* decompose = unorm2_getNFDInstance(&status);
  const UNormalizer2* compose = unorm2_getNFCInstance(&status);
  check(status);
  Units folded = normalized(casefold, to_utf16(text));
  append_utf16(out, normalized(compose, without_accents(normalized(decompose, folded))));
}

// Letters whose folding does not depend on their neighbours, looked up by code point: Latin with
// its extensions, Greek and Cyrillic, and general punctuation. The breve (U+0306) is not among
// them, because of й; the letters that come apart into it are, as long as they stand composed.
class SimpleLetters {
 public:
  // Folds them all at once, a line each.
  SimpleLetters() {
    std::string lines;
    for (char32_t c = 0; c < kEnd; ++c) {
      append_utf8(lines, is_simple(c) && c != '\n' ? c : U' ');
      lines.push_back('\n');
    }
    append_folded_by_icu(all_, lines);
    size_t begin = 0;
    for (char32_t c = 0; c <= kEnd; ++c) {
      begins_[c] = static_cast<uint16_t>(begin);
      begin = all_.find('\n', begin) + 1;
    }
  }

  static bool is_simple(char32_t c) {
    return c < 0x300 || (c >= 0x370 && c < 0x483) || (c >= 0x48A && c < kEnd);
  }

  std::string_view of(char32_t c) const {
    return std::string_view(all_).substr(begins_[c], begins_[c + 1] - begins_[c] - 1u);
  }

 private:
  static constexpr char32_t kEnd = 0x530;
  std::string all_;
  std::array<uint16_t, kEnd + 1> begins_;
};

// Chinese characters fold to themselves, whatever stands beside them.
bool is_han(char32_t c) { return c >= 0x4E00 && c < 0xA000; }

void append_ascii(std::string& out, std::string_view text) {
  size_t begin = out.size();
  out.append(text);
  for (size_t i = begin; i < out.size(); ++i) {
    char c = out[i];
    if (c >= 'A' && c <= 'Z') out[i] = static_cast<char>(c + ('a' - 'A'));
    if (c == '`') out[i] = '\'';
  }
}

// Made when the first such letter is met: a question, and what it finds, often has none.
const SimpleLetters& simple_letters() {
  static const SimpleLetters letters;
  return letters;
}

// Appends a text that begins with a byte of 0x80 or more and has no ASCII in it.
void append_non_ascii(std::string& out, std::string_view text) {
  size_t restart = out.size();
  for (size_t at = 0; at < text.size();) {
    size_t begin = at;
    char32_t c = next_code_point(text, at);
    if (SimpleLetters::is_simple(c)) {
      out.append(simple_letters().of(c));
    } else if (is_han(c)) {
      out.append(text.substr(begin, at - begin));
    } else if (const char* plain = plain_form(c)) {
      out.append(plain);
    } else {
      out.resize(restart);
      return append_folded_by_icu(out, text);
    }
  }
}

}  // namespace

void append_folded(std::string& out, std::string_view text) {
  while (true) {
    size_t ascii = ascii_prefix(text);
    append_ascii(out, text.substr(0, ascii));
    text.remove_prefix(ascii);
    if (text.empty()) return;
    size_t end = 0;
    while (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80) ++end;
    append_non_ascii(out, text.substr(0, end));
    text.remove_prefix(end);
  }
}

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  append_folded(folded, text);
  return folded;
}

}  // namespace quotary
