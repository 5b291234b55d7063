#include "corpus/article/lines.h"

#include <cstring>

#include "common/text/letters.h"
#include "common/text/utf8.h"

namespace quotary {
namespace {

constexpr size_t kLongestBrokenLine = 110;  // bytes
constexpr size_t kShortestBrokenLine = 40;
constexpr size_t kLinesToJudge = 200;

Span trimmed(std::string_view text, size_t begin, size_t end) {
  while (begin < end) {
    size_t next = begin;
    char32_t c = next_code_point(text, next);
    if (!is_space(c) && c != 0xFEFF && c != 0x200B) break;
    begin = next;
  }
  while (end > begin) {
    char32_t c = code_point_before(text, end);
    if (!is_space(c) && c != 0xFEFF && c != 0x200B) break;
    end -= c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
  }
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

// The first CR or LF from `begin` on, or the text's end.
size_t line_end(std::string_view text, size_t begin, bool has_cr) {
  const void* lf = std::memchr(text.data() + begin, '\n', text.size() - begin);
  size_t end = lf ? static_cast<size_t>(static_cast<const char*>(lf) - text.data()) : text.size();
  if (!has_cr) return end;
  const void* cr = std::memchr(text.data() + begin, '\r', end - begin);
  return cr ? static_cast<size_t>(static_cast<const char*>(cr) - text.data()) : end;
}

// Whether `line` breaks off within a sentence that `next`, directly below, goes on with.
bool runs_on(std::string_view text, Line line, Line next) {
  if (next.after_blank || line.span.size() < kShortestBrokenLine) return false;
  if (!is_lower(code_point_at(text, next.span.begin))) return false;
  char32_t last = code_point_before(text, line.span.end);
  return is_letter(last) || is_digit(last) || last == ',' || last == '-';
}

// Whether paragraphs are broken into lines, judged by the first lines below line 1.
bool is_broken(std::string_view text, const std::vector<Line>& lines) {
  size_t pairs = 0, run_on = 0, blanks = 0;
  for (size_t i = 2; i < lines.size() && i < kLinesToJudge; ++i) {
    if (lines[i - 1].span.size() > kLongestBrokenLine) return false;
    blanks += lines[i].after_blank;
    pairs += !lines[i].after_blank;
    run_on += runs_on(text, lines[i - 1], lines[i]);
  }
  return run_on >= 2 && run_on * 3 > pairs && (blanks > 0 || pairs < 8);
}

std::vector<Line> joined(const std::vector<Line>& lines) {
  std::vector<Line> blocks;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i <= 1 || lines[i].after_blank) {
      blocks.push_back(lines[i]);
    } else {
      blocks.back().span.end = lines[i].span.end;
    }
  }
  return blocks;
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  bool has_cr = std::memchr(text.data(), '\r', text.size()) != nullptr;
  bool after_blank = true;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = line_end(text, begin, has_cr);
    Span span = trimmed(text, begin, end);
    if (!span.empty()) lines.push_back({span, after_blank});
    after_blank = span.empty();
    begin = end + 1;
    if (end < text.size() && text[end] == '\r' && begin < text.size() && text[begin] == '\n')
      ++begin;
  }
  return is_broken(text, lines) ? joined(lines) : lines;
}

}  // namespace quotary
