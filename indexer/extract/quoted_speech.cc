#include "indexer/extract/quoted_speech.h"

#include <algorithm>

#include "indexer/extract/contents.h"

namespace quotary {
namespace {

bool is_claimed(const Quotation& q, const std::vector<Attribution>& attributions, size_t first) {
  for (size_t i = first; i < attributions.size(); ++i) {
    // What a third party says inside the quotation does not tell who speaks it.
    if (q.inner.contains(attributions[i].cue.begin) && !attributions[i].cue.empty()) continue;
    for (TokenRange piece : attributions[i].content)
      if (piece.overlaps(q.inner)) return true;
  }
  return false;
}

// Whole sentences, not a title or a nickname.
bool is_speech(const Reading& r, const Quotation& q, const ReadParagraph& p, bool goes_on) {
  uint32_t mark = q.opened ? q.inner.begin - 1 : q.inner.begin;
  bool starts_sentence = r.sentences[r.sentence_of[mark]].tokens.begin == mark;
  if (!starts_sentence && q.opened) {
    // "... :" before it
    if (mark == p.tokens.begin || r.tokens[mark - 1].kind != TokenKind::colon) return false;
  }
  if (goes_on && q.inner.size() > 5) return true;
  if (q.inner.size() < 3) return false;
  TokenKind last = r.tokens[q.inner.end - 1].kind;
  bool ends = last == TokenKind::stop || last == TokenKind::comma || last == TokenKind::dash ||
              q.inner.end + 1 >= p.tokens.end || !q.closed ||
              r.tokens[q.inner.end + 1].kind == TokenKind::stop;
  return ends;
}

// The attribution of this paragraph that the quotation goes on with; -1 if there is none.
int continued(const Reading& r, const Quotation& q, const std::vector<Attribution>& as,
              size_t first) {
  int best = -1;
  for (size_t i = first; i < as.size(); ++i) {
    if (as[i].content.front().begin >= q.inner.begin) continue;
    if (!as[i].cue.empty() && r.quoted(as[i].cue.begin)) continue;
    if (best < 0 || as[static_cast<size_t>(best)].whole_content().end < as[i].whole_content().end)
      best = static_cast<int>(i);
  }
  return best;
}

}  // namespace

void attach_quotations(const Reading& r, const ReadParagraph& p, size_t first,
                       std::vector<Attribution>& as) {
  auto begin =
      std::lower_bound(r.quotations.begin(), r.quotations.end(), p.tokens.begin,
                       [](const Quotation& q, uint32_t token) { return q.inner.begin < token; });
  int last_alone = -1;
  for (auto q = begin; q != r.quotations.end() && q->inner.begin < p.tokens.end; ++q) {
    if (is_claimed(*q, as, first)) continue;
    int known = last_alone >= 0 ? last_alone : continued(r, *q, as, first);
    if (!is_speech(r, *q, p, known >= 0)) continue;
    TokenRange piece = trimmed(r, q->inner);
    if (piece.empty()) continue;
    if (known >= 0) {
      as[static_cast<size_t>(known)].content.push_back(piece);
      continue;
    }
    Attribution a;
    a.content.push_back(piece);
    a.same_speaker_as = static_cast<int32_t>(as.size()) - 1;
    last_alone = static_cast<int>(as.size());
    as.push_back(std::move(a));
  }
}

}  // namespace quotary
