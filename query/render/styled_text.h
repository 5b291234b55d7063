#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/span.h"

namespace quotary {

// Text for a terminal: how wide it is, what of it may be printed, how it is wrapped and marked.

// Columns that valid UTF-8 text takes: 2 for wide characters (Han, kana, hangul, emoji), 0 for
// combining marks. Control characters count as 0.
size_t display_width(std::string_view text);

// `text` cut to `width` columns, with "..." where something was cut off.
std::string cut_to_width(std::string_view text, size_t width);

enum class Style : uint8_t { plain, content, match, match_in_content, heading, faint, speaker };

struct StyledRun {
  std::string text;
  Style style = Style::plain;
};

// Puts styles to text: as escape sequences, or, where there are no colours, as [content] and
// *match*.
class Marker {
 public:
  explicit Marker(bool colour) : colour_(colour) {}

  // Runs as lines of at most `width` columns, each with `indent` before it. Breaks at spaces, and
  // within a word only where it is longer than a line. Escape sequences are closed at line ends.
  std::string wrap(const std::vector<StyledRun>& runs, size_t width, std::string_view indent) const;

  std::string style(Style style, std::string_view text) const;

 private:
  bool colour_;
};

// A passage as runs: content, the matches in and outside of it. Spans are bytes of `text`; safe.
std::vector<StyledRun> marked_runs(std::string_view text, const std::vector<Span>& content,
                                   const std::vector<Span>& matches, bool colour);

}  // namespace quotary
