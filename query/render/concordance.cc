#include "query/render/concordance.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/text/terminal.h"
#include "common/text/words.h"

namespace quotary {
namespace {

constexpr size_t key_words = 8;

// The longest end of `text` that `width` columns hold, right-aligned in them.
std::string right_aligned(std::string_view text, size_t width) {
  size_t begin = 0;
  while (display_width(text.substr(begin)) > width) {
    do {
      ++begin;
    } while (begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80);
  }
  const std::string_view tail = text.substr(begin);
  return std::string(width - display_width(tail), ' ') + std::string(tail);
}

// The longest beginning of `text` that `width` columns hold.
std::string_view cut_plain(std::string_view text, size_t width) {
  size_t end = text.size();
  while (display_width(text.substr(0, end)) > width) {
    do {
      --end;
    } while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80);
  }
  return text.substr(0, end);
}

}  // namespace

std::string context_key(std::string_view text, bool backwards) {
  std::vector<std::string> words;
  for (WordScanner scanner(text); scanner.next();) {
    if (!backwards && words.size() == key_words) break;
    words.emplace_back(scanner.folded());
  }
  if (backwards) std::reverse(words.begin(), words.end());
  std::string key;
  for (size_t i = 0; i < std::min(words.size(), key_words); ++i) key += words[i] + " ";
  return key;
}

std::string Concordance::add(const Hit& hit) {
  std::string out;
  const std::string_view text = hit.passage.text;
  for (const Span match : hit.passage.matches) {
    if (order_ == KwicOrder::text || kept_.size() == max_sorted_lines) {
      out += line(hit, match);
      continue;
    }
    const bool left = order_ == KwicOrder::left;
    kept_.push_back({context_key(left ? text.substr(0, match.begin) : text.substr(match.end), left),
                     line(hit, match)});
  }
  return out;
}

std::string Concordance::finish() {
  std::stable_sort(kept_.begin(), kept_.end(),
                   [](const Line& a, const Line& b) { return a.key < b.key; });
  std::string out;
  for (const Line& line : kept_) out += line.text;
  kept_.clear();
  return out;
}

std::string Concordance::line(const Hit& hit, Span match) const {
  const std::string day = hit.when ? to_iso(*hit.when) : "          ";
  const size_t room = width_ > 40 ? width_ - 12 : 28;
  const std::string left = safe_for_terminal(hit.passage.text.substr(0, match.begin));
  const std::string word = safe_for_terminal(match.of(hit.passage.text));
  const std::string right = safe_for_terminal(hit.passage.text.substr(match.end));
  const size_t side = (room - std::min(room, display_width(word))) / 2;
  return fmt::format("{}  {}{}{}\n", marker_.style(Style::faint, day), right_aligned(left, side),
                     colour_ ? marker_.style(Style::match_in_content, word) : word,
                     cut_plain(right, side));
}

}  // namespace quotary
