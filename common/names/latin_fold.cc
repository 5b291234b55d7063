#include "common/names/latin_fold.h"

#include <cstdint>

namespace quotary {
namespace {

// What U+00C0 to U+017F become; '*' stands for two letters, given by two_letters().
constexpr std::string_view folds =
    "aaaaaa*ceeeeiiii"   // U+00C0
    "dnooooo/ouuuuy**"   // U+00D0
    "aaaaaa*ceeeeiiii"   // U+00E0
    "dnooooo/ouuuuy*y"   // U+00F0
    "aaaaaaccccccccdd"   // U+0100
    "ddeeeeeeeeeegggg"   // U+0110
    "gggghhhhiiiiiiii"   // U+0120
    "ii**jjkkklllllll"   // U+0130
    "lllnnnnnnnnnoooo"   // U+0140
    "oo**rrrrrrssssss"   // U+0150
    "ssttttttuuuuuuuu"   // U+0160
    "uuuuwwyyyzzzzzzs";  // U+0170

std::string_view two_letters(uint32_t code) {
  switch (code) {
    case 0xc6:
    case 0xe6:
      return "ae";
    case 0xde:
    case 0xfe:
      return "th";
    case 0xdf:
      return "ss";
    case 0x132:
    case 0x133:
      return "ij";
    default:
      return "oe";  // U+0152 and U+0153
  }
}

}  // namespace

void append_latin_fold(std::string_view text, std::string& folded) {
  static_assert(folds.size() == 0x180 - 0xc0);
  for (size_t i = 0; i < text.size(); ++i) {
    auto c = static_cast<uint8_t>(text[i]);
    if (c < 128) {
      folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : static_cast<char>(c);
      continue;
    }
    auto next = static_cast<uint8_t>(i + 1 < text.size() ? text[i + 1] : 0);
    uint32_t code = c >= 0xc3 && c <= 0xc5 ? (c & 31u) << 6 | (next & 63u) : 0;
    if (code < 0xc0 || next < 0x80 || code == 0xd7 || code == 0xf7) {
      folded += text[i];
      continue;
    }
    ++i;
    char fold = folds[code - 0xc0];
    if (fold == '*')
      folded += two_letters(code);
    else
      folded += fold;
  }
}

std::string latin_fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  append_latin_fold(text, folded);
  return folded;
}

}  // namespace quotary
