#include "query/render/styled_text.h"

#include <algorithm>

#include "common/text/terminal.h"
#include "common/text/utf8.h"

namespace quotary {
namespace {

struct CodeRange {
  char32_t first;
  char32_t last;
};

bool in_ranges(char32_t c, const CodeRange* begin, const CodeRange* end) {
  return std::any_of(begin, end, [c](CodeRange r) { return r.first <= c && c <= r.last; });
}

// East Asian Wide and Fullwidth of Unicode's UAX 11, by blocks, and emoji.
constexpr CodeRange wide[] = {
    {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF}, {0xA960, 0xA97F}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};

constexpr CodeRange no_width[] = {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD},
                                  {0x064B, 0x065F}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A},
                                  {0x1AB0, 0x1AFF}, {0x200B, 0x200F}, {0x20D0, 0x20FF},
                                  {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}};

size_t width_of(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return 0;
  if (c < 0x300) return 1;
  if (in_ranges(c, std::begin(no_width), std::end(no_width))) return 0;
  return in_ranges(c, std::begin(wide), std::end(wide)) ? 2 : 1;
}

std::string_view escape_of(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::content:
      return "\x1b[1m";
    case Style::match:
      return "\x1b[31m";
    case Style::match_in_content:
      return "\x1b[1;31m";
    case Style::heading:
      return "\x1b[4m";
    case Style::faint:
      return "\x1b[2m";
    case Style::speaker:
      return "\x1b[1;36m";
  }
  return "";
}

// A word with the runs that it is made of: breaking happens between words.
struct Word {
  std::vector<StyledRun> parts;
  size_t width = 0;
  Style space = Style::plain;  // of the space before it
};

void add_part(Word& word, std::string_view text, Style style) {
  word.width += display_width(text);
  if (!word.parts.empty() && word.parts.back().style == style) {
    word.parts.back().text += text;
  } else {
    word.parts.push_back({std::string(text), style});
  }
}

std::vector<Word> words_of(const std::vector<StyledRun>& runs, size_t longest) {
  std::vector<Word> words(1);
  for (const StyledRun& run : runs) {
    for (size_t at = 0; at < run.text.size();) {
      size_t begin = at;
      char32_t c = next_code_point(run.text, at);
      std::string_view piece = std::string_view(run.text).substr(begin, at - begin);
      bool full = words.back().width + width_of(c) > longest;
      if (c == ' ') {
        words.emplace_back();
        words.back().space = run.style;
        continue;
      }
      if (full) {
        words.emplace_back();
        words.back().space = Style::faint;  // no space: the word goes on
        words.back().width = 0;
      }
      add_part(words.back(), piece, run.style);
    }
  }
  return words;
}

}  // namespace

size_t display_width(std::string_view text) {
  size_t width = 0;
  for (size_t at = 0; at < text.size();) width += width_of(next_code_point(text, at));
  return width;
}

std::string cut_to_width(std::string_view text, size_t width) {
  if (display_width(text) <= width) return std::string(text);
  if (width < 4) return std::string(width, '.');
  size_t used = 0;
  size_t at = 0;
  while (at < text.size()) {
    size_t next = at;
    used += width_of(next_code_point(text, next));
    if (used > width - 3) break;
    at = next;
  }
  return std::string(text.substr(0, at)) + "...";
}

std::string Marker::style(Style style, std::string_view text) const {
  if (!colour_ || style == Style::plain || text.empty()) return std::string(text);
  return std::string(escape_of(style)) + std::string(text) + "\x1b[0m";
}

std::string Marker::wrap(const std::vector<StyledRun>& runs, size_t width,
                         std::string_view indent) const {
  size_t room = std::max<size_t>(width, indent.size() + 10) - indent.size();
  std::string out(indent);
  size_t column = 0;
  bool first = true;
  for (const Word& word : words_of(runs, room)) {
    if (word.parts.empty()) continue;
    size_t gap = first ? 0 : 1;
    if (column + gap + word.width > room) {
      out += "\n";
      out += indent;
      column = gap = 0;
    }
    if (gap > 0) out += ' ';
    for (const StyledRun& part : word.parts) out += style(part.style, part.text);
    column += gap + word.width;
    first = false;
  }
  return out + "\n";
}

std::vector<StyledRun> marked_runs(std::string_view text, const std::vector<Span>& content,
                                   const std::vector<Span>& matches, bool colour) {
  auto inside = [](const std::vector<Span>& spans, size_t at) {
    return std::any_of(spans.begin(), spans.end(),
                       [at](Span s) { return s.begin <= at && at < s.end; });
  };
  auto edges = [colour](const std::vector<Span>& spans, size_t at, bool begin) -> size_t {
    if (colour) return 0;
    return static_cast<size_t>(std::count_if(
        spans.begin(), spans.end(), [=](Span s) { return (begin ? s.begin : s.end) == at; }));
  };
  std::vector<StyledRun> runs;
  auto add = [&](std::string_view piece, Style style) {
    if (!runs.empty() && runs.back().style == style)
      runs.back().text += piece;
    else
      runs.push_back({std::string(piece), style});
  };
  for (size_t at = 0; at < text.size();) {
    size_t begin = at;
    next_code_point(text, at);
    bool in_content = inside(content, begin);
    bool in_match = inside(matches, begin);
    Style style = in_match ? (in_content ? Style::match_in_content : Style::match)
                           : (in_content ? Style::content : Style::plain);
    add(std::string(edges(content, begin, true), '['), style);
    add(std::string(edges(matches, begin, true), '*'), style);
    add(safe_for_terminal(text.substr(begin, at - begin)), style);
    add(std::string(edges(matches, at, false), '*'), style);
    add(std::string(edges(content, at, false), ']'), style);
  }
  return runs;
}

}  // namespace quotary
