#pragma once

#include <string>
#include <vector>

#include "query/render/renderer.h"
#include "query/render/styled_text.h"

namespace quotary {

// Matches in the middle of lines, with what stands around them (keyword in context; H. P. Luhn,
// 1960). Unsorted lines are given as they come; sorted ones once all hits are in: by the words
// behind the match, or by those before it from the nearest on, folded, so that equal turns of
// phrase stand together. At most so many lines are sorted; those that follow come unsorted.
inline constexpr size_t max_sorted_lines = 50'000;

class Concordance {
 public:
  Concordance(KwicOrder order, size_t width, const Marker& marker, bool colour)
      : order_(order), width_(width), marker_(marker), colour_(colour) {}

  // The lines of a hit that are to be written now.
  std::string add(const Hit& hit);

  // All that were kept to be sorted.
  std::string finish();

 private:
  struct Line {
    std::string key;
    std::string text;
  };

  std::string line(const Hit& hit, Span match) const;

  KwicOrder order_;
  size_t width_;
  const Marker& marker_;
  bool colour_;
  std::vector<Line> kept_;
};

// What lines are sorted by: the folded words of `text`, from its end backwards with `backwards`.
std::string context_key(std::string_view text, bool backwards);

}  // namespace quotary
