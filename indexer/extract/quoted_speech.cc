#include "indexer/extract/quoted_speech.h"

#include <algorithm>

#include "indexer/extract/contents.h"

namespace quotary {
namespace {

constexpr size_t no_attribution = ~size_t{0};

// Which quotations of the paragraph lie in a content; numbers count from `base`.
std::vector<bool> claimed_quotations(const Reading& r, const std::vector<Attribution>& attributions,
                                     size_t first, uint32_t base, size_t count) {
  std::vector<bool> claimed(count);
  for (size_t i = first; i < attributions.size(); ++i) {
    const Attribution& a = attributions[i];
    for (TokenRange piece : a.content)
      for (uint32_t t = piece.begin; t < piece.end; ++t) {
        if (!r.quoted(t)) continue;
        uint32_t q = r.quotation_of[t];
        t = r.quotations[q].inner.end;
        // What a third party says inside the quotation does not tell who speaks it.
        bool inside = !a.cue.empty() && r.quotations[q].inner.contains(a.cue.begin);
        if (!inside && q >= base && q - base < count) claimed[q - base] = true;
      }
  }
  return claimed;
}

// Whole sentences, not a title or a nickname.
bool is_speech(const Reading& r, const Quotation& q, const ReadParagraph& p, bool goes_on) {
  uint32_t mark = q.opened ? q.inner.begin - 1 : q.inner.begin;
  bool several_sentences =
      !q.inner.empty() && r.sentence_of[q.inner.begin] < r.sentence_of[q.inner.end - 1];
  if (several_sentences && q.inner.size() > 12) return true;  // no title, no nickname
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

// '"A," Orlo said, adding that B. "C."': C goes on with A.
size_t quoting(const Reading& r, const std::vector<Attribution>& as, size_t first, size_t last) {
  if (as[last].cue.empty()) return last;
  uint32_t sentence = r.sentence_of[as[last].cue.begin];
  for (uint32_t t = as[last].content.front().begin; t < as[last].content.back().end; ++t)
    if (r.quoted(t)) return last;
  for (size_t i = last; i-- > first;) {
    const Attribution& a = as[i];
    if (a.cue.empty() || r.sentence_of[a.cue.begin] != sentence) break;
    if (r.quoted(a.cue.begin)) continue;
    if (a.content.front().begin < a.cue.begin && r.quoted(a.content.front().begin)) return i;
  }
  return last;
}

bool tells_of(const Attribution& a, TokenRange cue) {
  return std::any_of(a.content.begin(), a.content.end(),
                     [&](TokenRange piece) { return piece.contains(cue.begin); });
}

// The last attribution that is not itself told in another's words, or in those of the quotation
// `piece`: its speaker speaks on.
int32_t last_speaker_outside(const std::vector<Attribution>& as, TokenRange piece) {
  constexpr size_t farthest = 8;  // attributions
  for (size_t i = as.size(); i-- > 0;) {
    TokenRange cue = as[i].cue;
    bool inside = !cue.empty() && piece.contains(cue.begin);
    for (size_t k = i > farthest ? i - farthest : 0; k < i && !cue.empty() && !inside; ++k)
      inside = tells_of(as[k], cue);
    if (!inside) return static_cast<int32_t>(i);
  }
  return -1;
}

}  // namespace

void attach_quotations(const Reading& r, const ReadParagraph& p, size_t first,
                       std::vector<Attribution>& as) {
  auto starts_before = [](const Quotation& q, uint32_t token) { return q.inner.begin < token; };
  auto begin =
      std::lower_bound(r.quotations.begin(), r.quotations.end(), p.tokens.begin, starts_before);
  auto end = std::lower_bound(begin, r.quotations.end(), p.tokens.end, starts_before);
  auto base = static_cast<uint32_t>(begin - r.quotations.begin());
  std::vector<bool> claimed =
      claimed_quotations(r, as, first, base, static_cast<size_t>(end - begin));
  const size_t own = as.size();
  size_t next = first;
  size_t last = no_attribution;  // of those before the quotation, the one that reaches furthest
  for (auto q = begin; q != end; ++q) {
    for (; next < own && as[next].content.front().begin < q->inner.begin; ++next) {
      bool inside = !as[next].cue.empty() && r.quoted(as[next].cue.begin);
      if (!inside &&
          (last == no_attribution || as[last].whole_content().end < as[next].whole_content().end))
        last = next;
    }
    TokenRange piece = trimmed(r, q->inner);
    if (claimed[static_cast<size_t>(q - begin)] || piece.empty()) continue;
    if (!is_speech(r, *q, p, last != no_attribution)) continue;
    if (last != no_attribution) {
      last = quoting(r, as, first, last);
      as[last].content.push_back(piece);
      continue;
    }
    Attribution a;
    a.content.push_back(piece);
    a.same_speaker_as = last_speaker_outside(as, piece);
    last = as.size();
    as.push_back(std::move(a));
  }
}

}  // namespace quotary
