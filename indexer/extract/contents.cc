#include "indexer/extract/contents.h"

#include <algorithm>

#include "indexer/extract/control.h"
#include "indexer/extract/sentence_reader.h"

namespace quotary {

std::vector<Attribution> SentenceReader::run() {
  for (Cue& cue : find_cues(g_, s_)) {
    CueDraft d;
    d.cue = cue;
    bool found = decide(d);
    d.break_at = break_before(d);
    if (!found) d.side = Side::none;
    drafts_.push_back(d);
  }
  std::vector<Attribution> attributions;
  std::vector<int32_t> number(drafts_.size(), -1);
  for (size_t i = 0; i < drafts_.size(); ++i) {
    if (drafts_[i].side == Side::none) continue;
    Attribution a;
    if (!build(i, a)) continue;
    number[i] = static_cast<int32_t>(attributions.size());
    attributions.push_back(std::move(a));
  }
  for (size_t i = 0; i < drafts_.size(); ++i)
    if (number[i] >= 0) link(i, number, attributions);
  if (attributions.empty()) name_and_colon(attributions);
  return attributions;
}

// "Jan Orlo: 'We won.'"
void SentenceReader::name_and_colon(std::vector<Attribution>& attributions) const {
  for (uint32_t t = s_.begin + 1; t + 1 < s_.end; ++t) {
    if (r_.text(t) != ":" || r_.quoted(t) || !opens_quotation(t + 1)) continue;
    TokenRange name = g_.noun_phrase_before(t, s_.begin);
    if (name.empty() || g_[name.end - 1] != Tag::name) return;
    Attribution a;
    a.cue = {t, t + 1};
    a.speaker = name;
    TokenRange piece = trimmed(r_, r_.quotations[r_.quotation_of[t + 2]].inner);
    if (piece.size() < 3) return;
    a.content.push_back(piece);
    attributions.push_back(std::move(a));
    return;
  }
}

bool SentenceReader::build(size_t i, Attribution& a) const {
  const CueDraft& d = drafts_[i];
  a.cue = d.cue.range;
  a.speaker = d.cue.subject;
  a.governing_subject = d.cue.antecedent;
  a.addressee = d.addressee;
  a.channel = d.cue.channel;
  a.status = d.status;
  if (d.side == Side::right) {
    add_piece(a, {d.begin, right_end(i, d.begin)});
  } else if (d.of_subject) {
    add_piece(a, {d.begin, d.cue.group.begin});
    if (d.resume != nowhere) add_piece(a, {d.resume, end_of_aside(i)});
  } else {
    add_piece(a, {over_connective(left_begin(i)), d.cue.group.begin});
    if (d.resume != nowhere) add_piece(a, {d.resume, right_end(i, d.resume)});
  }
  return !a.content.empty();
}

// "the plan, called by Orlo |a mistake|, was": where an aside ends in the middle of a sentence.
uint32_t SentenceReader::end_of_aside(size_t i) const {
  const CueDraft& d = drafts_[i];
  uint32_t end = right_end(i, d.resume);
  if (!is_comma(d.cue.group.begin - 1)) return end;
  for (uint32_t t = d.resume; t < end; ++t)
    if ((is_comma(t) && !r_.quoted(t)) || closes_quotation(t)) return t;
  return end;
}

void SentenceReader::add_piece(Attribution& a, TokenRange piece) const {
  if (piece.begin >= piece.end) return;
  piece = trimmed(r_, piece);
  if (!piece.empty()) a.content.push_back(piece);
}

uint32_t SentenceReader::left_begin(size_t i) const {
  const CueDraft& d = drafts_[i];
  uint32_t g = d.cue.group.begin;
  uint32_t begin = s_.begin;
  for (size_t k = 0; k < i; ++k) {
    const CueDraft& e = drafts_[k];
    if (e.side != Side::left || e.cue.group.end >= g) continue;
    uint32_t behind = after_group(e, g);
    // "A, Orlo said on Monday, |the Times reported|"
    if (behind + 1 >= g) return e.quoted_left ? left_begin(k) : begin;
    begin = std::max(begin, behind);
  }
  if (!d.quoted_left) return begin;
  uint32_t mark = closes_quotation(g - 1) ? g - 1 : g - 2;
  uint32_t inner = r_.quotations[r_.quotation_of[mark - 1]].inner.begin;
  uint32_t opening = inner > paragraph_begin() ? inner - 1 : inner;
  if (opening >= begin && begin > s_.begin) return begin;
  // Words before the quotation in its sentence belong to what was said: It was "bad," he said.
  TokenRange home = r_.sentences[r_.sentence_of[opening]].tokens;
  if (home.begin < s_.begin) return opening <= home.begin + 1 ? inner : home.begin;
  return std::max(begin, home.begin);
}

// "In addition, A, he said": the connective is the narrator's.
uint32_t SentenceReader::over_connective(uint32_t t) const {
  if (t != s_.begin || t + 3 >= s_.end || !is_comma(t + 2)) return t;
  bool two = (one_of(r_.lower(t), {"in", "for"}) &&
              one_of(r_.text(t + 1), {"addition", "example", "instance", "particular"}));
  return two ? t + 3 : t;
}

uint32_t SentenceReader::after_group(const CueDraft& e, uint32_t limit) const {
  uint32_t t = e.cue.group.end;
  if (e.resume != nowhere) return s_.begin;
  while (t < limit && !is_comma(t)) ++t;
  return t < limit ? t + 1 : e.cue.group.end;
}

void SentenceReader::link(size_t i, const std::vector<int32_t>& number,
                          std::vector<Attribution>& as) const {
  const Cue& c = drafts_[i].cue;
  Attribution& a = as[static_cast<size_t>(number[i])];
  if (!a.speaker.empty()) return;
  // Coordinated or participial: the nearest cue before it that has a speaker.
  for (size_t k = i; k-- > 0;)
    if (number[k] >= 0 && can_govern(drafts_[k].cue, c)) {
      a.same_speaker_as = number[k];
      return;
    }
  if (i + 1 < drafts_.size() && c.range.begin < s_.begin + 3) {  // "Noting that A, X said B"
    TokenRange own = a.whole_content();
    for (size_t k = i + 1; k < drafts_.size(); ++k)
      if (number[k] >= 0 && drafts_[k].cue.role == CueRole::finite &&
          !own.contains(drafts_[k].cue.range.begin) && !drafts_[k].cue.subject.empty()) {
        a.same_speaker_as = number[k];
        return;
      }
  }
  a.governing_subject = controller_of(g_, s_, before_noun_cues(i));
}

// "Orlo heard |claims| that B, saying": what hangs on the clause behind a noun has no subject
// there.
TokenRange SentenceReader::before_noun_cues(size_t i) const {
  size_t first = i;
  while (first > 0 && drafts_[first - 1].side != Side::none &&
         drafts_[first - 1].cue.role == CueRole::noun)
    --first;
  return drafts_[first].cue.range;
}

TokenRange trimmed(const Reading& r, TokenRange range) {
  auto edge = [&](uint32_t t) {
    TokenKind k = r.tokens[t].kind;
    return k == TokenKind::comma || k == TokenKind::dash || k == TokenKind::colon ||
           (k == TokenKind::quote && !r.quoted(t));
  };
  while (!range.empty() && (edge(range.end - 1) || r.text(range.end - 1) == ".")) --range.end;
  while (!range.empty() && edge(range.begin)) ++range.begin;
  return range;
}

std::vector<Attribution> attributions_of_sentence(const Grammar& grammar, TokenRange sentence) {
  return SentenceReader(grammar, sentence).run();
}

}  // namespace quotary
