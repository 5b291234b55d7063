#include "indexer/extract/quotations.h"

#include <algorithm>

namespace quotary {
namespace {

constexpr uint32_t none = ~0u;
constexpr uint32_t longest_single = 400;  // tokens between single marks

enum class Facing : uint8_t { no_mark, opening, closing, either, single_opening, single_closing };

bool is_word(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::number;
}

// Pairs the marks of one paragraph. Double marks come first; single ones count where no double
// mark is open, and only in pairs.
class Pairing {
 public:
  Pairing(Reading& reading, TokenRange paragraph, bool carried)
      : r_(reading), paragraph_(paragraph), carried_(carried) {}

  void run() {
    if (carried_ && runs_on_without_mark()) open(paragraph_.begin, false);
    for (uint32_t t = paragraph_.begin; t < paragraph_.end; ++t)
      if (r_.tokens[t].kind == TokenKind::quote) mark(t, facing(t));
    if (open_ != none) close(paragraph_.end, false);
  }

 private:
  bool space_before(uint32_t t) const { return t == paragraph_.begin || r_.tokens[t].space_before; }
  bool space_after(uint32_t t) const {
    return t + 1 == paragraph_.end || r_.tokens[t + 1].space_before;
  }

  // Which way a mark faces, by its shape and the spaces around it.
  Facing facing(uint32_t t) const {
    std::string_view m = r_.text(t);
    if (m == "“" && low_) return Facing::closing;  // „so“
    if (m == "«" || m == "»") return guillemet(t, m == "«");
    if (m == "“" || m == "„" || m == "``" || m == "「" || m == "『") return Facing::opening;
    if (m == "”" || m == "」" || m == "』") return Facing::closing;
    if (m == "\"" || m == "''" || m == "‟") return by_spaces(t);
    if (m == "‘" || m == "`" || m == "‹") return Facing::single_opening;
    if (m == "'" || m == "’" || m == "›") return single(t);
    return Facing::no_mark;
  }

  // «so», or »so« where the spaces say it.
  Facing guillemet(uint32_t t, bool left) const {
    bool before = space_before(t), after = space_after(t);
    if (before != after) return before ? Facing::opening : Facing::closing;
    return left ? Facing::opening : Facing::closing;
  }

  Facing by_spaces(uint32_t t) const {
    if (t == paragraph_.begin) return Facing::opening;
    if (t + 1 == paragraph_.end) return Facing::closing;
    bool before = space_before(t), after = space_after(t);
    TokenKind prev = r_.tokens[t - 1].kind;
    bool opens_after = prev == TokenKind::open_bracket || prev == TokenKind::dash;
    if ((before || opens_after) && !after) return Facing::opening;
    if (!before && after) return Facing::closing;
    bool stop_after =
        r_.tokens[t + 1].kind == TokenKind::comma || r_.tokens[t + 1].kind == TokenKind::stop;
    return !before && stop_after ? Facing::closing : Facing::either;
  }

  // An apostrophe that is no part of a word: "'90s" and "workers'" are no quotation marks.
  Facing single(uint32_t t) const {
    bool before = space_before(t), after = space_after(t);
    if (before && !after && t + 1 < paragraph_.end && r_.tokens[t + 1].kind == TokenKind::word)
      return Facing::single_opening;
    return !before ? Facing::single_closing : Facing::no_mark;
  }

  // The first mark closes: the quotation of the paragraph before runs on.
  bool runs_on_without_mark() const {
    for (uint32_t t = paragraph_.begin; t < paragraph_.end; ++t) {
      if (r_.tokens[t].kind != TokenKind::quote) continue;
      Facing f = facing(t);
      if (f == Facing::closing) return true;
      if (f == Facing::opening || f == Facing::either) return false;
    }
    return false;
  }

  void mark(uint32_t t, Facing f) {
    if (open_ == none) {
      if (f == Facing::opening || f == Facing::either) open(t + 1, true);
      if (f == Facing::single_opening && single_closes(t)) open(t + 1, true), single_ = true;
      return;
    }
    if (single_) {
      if (f == Facing::single_closing && closes_single(t)) close(t, true);
      return;
    }
    if (f == Facing::closing || f == Facing::either) return close(t, true);
    // A second opening mark: the first one was never closed.
    if (f == Facing::opening) close(t, false), open(t + 1, true);
  }

  // A single mark closes after punctuation, or after a word that is no plural before a noun.
  bool closes_single(uint32_t t) const {
    if (t + 1 >= paragraph_.end || !is_word(r_.tokens[t + 1])) return true;
    return !is_word(r_.tokens[t - 1]) || !r_.text(t - 1).ends_with('s');
  }
  bool single_closes(uint32_t from) const {
    uint32_t limit = std::min(paragraph_.end, from + longest_single);
    for (uint32_t t = from + 1; t < limit; ++t) {
      if (r_.tokens[t].kind != TokenKind::quote) continue;
      Facing f = facing(t);
      if (f == Facing::single_closing && t > from + 1 && closes_single(t)) return true;
      if (f == Facing::opening || f == Facing::single_opening) return false;
    }
    return false;
  }

  void open(uint32_t begin, bool marked) {
    open_ = begin;
    marked_ = marked;
    low_ = marked && r_.text(begin - 1) == "„";
    single_ = false;
  }

  void close(uint32_t end, bool closed) {
    bool first = open_ <= paragraph_.begin + 1;
    if (end > open_) r_.quotations.push_back({{open_, end}, marked_, closed, carried_ && first});
    open_ = none;
    single_ = false;
    low_ = false;
  }

  Reading& r_;
  TokenRange paragraph_;
  bool carried_;  // the paragraph before left a quotation open
  uint32_t open_ = none;
  bool marked_ = true;
  bool single_ = false;
  bool low_ = false;  // opened by a low mark
};

}  // namespace

void find_quotations(Reading& r) {
  bool carried = false;
  for (const ReadParagraph& p : r.paragraphs) {
    size_t before = r.quotations.size();
    Pairing(r, p.tokens, carried).run();
    carried = r.quotations.size() > before && !r.quotations.back().closed &&
              r.quotations.back().inner.end == p.tokens.end;
  }
  r.quotation_of.assign(r.tokens.size(), no_quotation);
  for (uint32_t q = 0; q < r.quotations.size(); ++q)
    for (uint32_t t = r.quotations[q].inner.begin; t < r.quotations[q].inner.end; ++t)
      r.quotation_of[t] = q;
}

}  // namespace quotary
