#pragma once

#include <cstdint>
#include <string_view>

namespace quotary {

// A half-open range [begin, end) of BYTES in a UTF-8 text, both ends on code-point boundaries.
// Which text is said where a Span is kept; for articles and statements it is Article::text.
// 32 bits: the reader refuses texts of 2 GiB and more (corpus/reader/limits).
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  std::string_view of(std::string_view text) const { return text.substr(begin, size()); }

  friend bool operator==(const Span&, const Span&) = default;
  friend auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace quotary
