#include "indexer/extract/quotations.h"

namespace quotary {
namespace {

enum class Facing { opening, closing, either, none };

// Which way a quotation mark can face, by its shape and the spaces around it.
Facing facing(const Reading& r, uint32_t token, TokenRange paragraph) {
  std::string_view mark = r.text(token);
  bool space_after = token + 1 == paragraph.end || r.tokens[token + 1].space_before;
  if (mark == "“" || mark == "„" || mark == "«" || mark == "``" || mark == "「")
    return Facing::opening;
  if (mark == "”" || mark == "»" || mark == "」") return Facing::closing;
  if (mark == "\"" || mark == "''") {
    if (token == paragraph.begin) return Facing::opening;
    bool space_before = r.tokens[token].space_before;
    if (space_before && !space_after) return Facing::opening;
    if (!space_before && space_after) return Facing::closing;
    return Facing::either;
  }
  return Facing::none;  // single marks stand for nested quotations and apostrophes
}

void pair_marks(Reading& r, TokenRange paragraph, bool carried) {
  constexpr uint32_t none = ~0u;
  uint32_t open = none;
  auto close = [&](uint32_t end, bool closed) {
    if (end > open) r.quotations.push_back({{open, end}, true, closed, carried});
    carried = false;
    open = none;
  };
  for (uint32_t i = paragraph.begin; i < paragraph.end; ++i) {
    if (r.tokens[i].kind != TokenKind::quote) continue;
    Facing f = facing(r, i, paragraph);
    if (f == Facing::none) continue;
    if (open == none) {
      if (f != Facing::closing) open = i + 1;
      if (i != paragraph.begin) carried = false;
    } else if (f != Facing::opening) {
      close(i, true);
    }
  }
  if (open != none) close(paragraph.end, false);
}

}  // namespace

void find_quotations(Reading& r) {
  for (const ReadParagraph& p : r.paragraphs) {
    bool carried = !r.quotations.empty() && !r.quotations.back().closed;
    pair_marks(r, p.tokens, carried);
  }
  r.quotation_of.assign(r.tokens.size(), no_quotation);
  for (uint32_t q = 0; q < r.quotations.size(); ++q)
    for (uint32_t t = r.quotations[q].inner.begin; t < r.quotations[q].inner.end; ++t)
      r.quotation_of[t] = q;
}

}  // namespace quotary
