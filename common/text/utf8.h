#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quotary {

// UTF-8 as the rest of the project relies on it: the reader checks and repairs text once
// (repair_utf8); every function below that takes "valid" text may then trust it. Given invalid
// text they return nonsense, but never read outside of it.

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// Whether every byte is below 0x80.
bool is_ascii(std::string_view text);

// The number of leading bytes below 0x80.
size_t ascii_prefix(std::string_view text);

// The number of leading bytes that are well-formed UTF-8 (no surrogates, nothing overlong, nothing
// above U+10FFFF): text.size() for valid text.
size_t valid_utf8_prefix(std::string_view text);

// Replaces what is not well-formed by U+FFFD, one for each maximal part of an ill-formed sequence,
// as the Unicode Standard (3.9, "U+FFFD Substitution of Maximal Subparts") recommends and as
// Python's errors="replace" does. Returns how many replacements were made; valid text is not
// touched, whatever else it holds (NUL, a BOM, U+FFFD itself).
size_t repair_utf8(std::string& text);

// The number of code points of valid text.
size_t count_code_points(std::string_view text);

// The code point at byte `at` of valid text, `at` moved to behind it. at < text.size().
char32_t next_code_point(std::string_view text, size_t& at);

// The same without moving: 0 at the end of the text.
inline char32_t code_point_at(std::string_view text, size_t at) {
  return at < text.size() ? next_code_point(text, at) : 0;
}

// The code point that ends at byte `at`: 0 at the text's beginning.
char32_t code_point_before(std::string_view text, size_t at);

// Appends one code point; a surrogate or a number above U+10FFFF becomes U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

// The longest prefix of valid text that has at most `bytes` bytes and ends between code points.
std::string_view utf8_prefix(std::string_view text, size_t bytes);

// Translates byte offsets of one valid text into code-point offsets and back.
//
// Keeps a count for every 256th byte (1.6 % of the text; nothing at all for ASCII), so an answer
// costs at most one scan of 256 bytes, in whatever order it is asked. Building it is one pass. The
// text must outlive it and stay as it is. Offsets beyond the end answer the end.
class CodePointOffsets {
 public:
  explicit CodePointOffsets(std::string_view text);

  // The number of code points before byte `byte`, which lies on a code-point boundary.
  uint32_t code_point(uint32_t byte) const;

  // The byte at which code point number `code_point` begins.
  uint32_t byte(uint32_t code_point) const;

  uint32_t code_points() const { return total_; }

 private:
  std::string_view text_;
  std::vector<uint32_t> before_;  // code points before byte 256 * i; empty where all is ASCII
  uint32_t total_ = 0;
};

}  // namespace quotary
