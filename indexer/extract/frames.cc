#include <algorithm>

#include "indexer/extract/sentence_reader.h"

namespace quotary {

// "expressed confidence that", "voiced concern over": the noun belongs to the cue.
bool SentenceReader::extend_over_noun(CueDraft& d) {
  std::string_view lemma = lemma_of(d.cue);
  if (!one_of(lemma, {"express", "voice", "reiterate", "repeat", "renew", "reaffirm"}))
    return false;
  uint32_t limit = std::min(s_.end, d.cue.range.end + 8);
  for (uint32_t t = d.cue.range.end; t < limit; ++t) {
    if (r_.tokens[t].kind == TokenKind::quote) continue;  // voiced "deep concern" over
    if (!g_.is_nominal(t) && g_[t] != Tag::conjunction && g_[t] != Tag::adverb) return false;
    if (g_[t] == Tag::possessive) return false;  // "reaffirmed China's support for": another's
    if (g_[t] == Tag::conjunction && !r_.is(t - 1, WordClass::feeling_noun) &&
        g_[t + 1] == Tag::determiner)
      return false;  // "reaffirmed its policy and its support for"
    if (!r_.is(t, WordClass::feeling_noun) && !r_.is(t, WordClass::cue_noun)) continue;
    uint32_t next = t + 1;
    // "delight and astonishment at"
    while (next < limit && (g_[next] == Tag::conjunction || r_.is(next, WordClass::feeling_noun)))
      ++next;
    uint32_t noun_end = next;
    if (next < s_.end && r_.tokens[next].kind == TokenKind::quote) ++next;
    next = over_place_and_time(next);
    if (next >= s_.end) return false;
    bool that = g_.word(next) == "that";
    if (!that && g_[next] != Tag::preposition && g_[next] != Tag::to) continue;
    if (next + 1 >= s_.end) return false;
    if (g_.word(next) == "to") next = over_receiver(next);
    d.side = Side::right;
    d.cue.range.end = t + 1;
    if (r_.is(noun_end - 1, WordClass::feeling_noun)) d.cue.range.end = noun_end;
    if (closes_quotation(d.cue.range.end)) ++d.cue.range.end;
    d.begin = g_[next] == Tag::to ? next : next + 1;
    d.phrase = !that;
    return true;
  }
  return false;
}

// "expressed thanks |to the crew| for"
uint32_t SentenceReader::over_receiver(uint32_t to) const {
  TokenRange who = g_.noun_group_at(to + 1, s_.end);
  bool reason = !who.empty() && who.end + 1 < s_.end && one_of(g_.word(who.end), {"for", "over"});
  return reason ? who.end : to;
}

// "voiced regret |here on Monday| over", "expressed support |in 2002| for"
uint32_t SentenceReader::over_place_and_time(uint32_t t) const {
  while (t < s_.end && g_[t] == Tag::adverb) ++t;
  uint32_t day = t < s_.end && one_of(g_.word(t), {"on", "in"}) ? t + 1 : t;
  if (day >= s_.end) return t;
  bool year = day > t && g_[day] == Tag::number && r_.text(day).size() == 4;
  bool time = r_.is(day, WordClass::weekday) ||
              (r_.is(day, WordClass::month) && g_[day + 1] == Tag::number);
  if (year) return day + 1;
  return time ? g_.skip_adjuncts(t, day + 2) : t;
}

bool SentenceReader::preposition_in(uint16_t set, uint32_t t) const {
  return t < s_.end &&
         (static_cast<uint16_t>(r_.lexicon->info(r_.tokens[t].word).preposition) & set);
}

bool SentenceReader::right(CueDraft& d, uint32_t begin, bool phrase) const {
  if (begin + 1 < s_.end && is_comma(begin)) ++begin;
  if (begin >= s_.end || (at_end(begin) && !opens_quotation(begin))) return false;
  d.side = Side::right;
  d.begin = begin;
  d.phrase = phrase;
  return true;
}

// Content after the cue. `after`: after the cue itself; `r0`: after the hearer, if there is one.
bool SentenceReader::decide_right(CueDraft& d, uint32_t after, uint32_t r0) {
  const Frames& f = d.cue.frames;
  bool heard = r0 != after;
  uint32_t r = over_title(g_.skip_adjuncts(r0, s_.end), r0);
  bool left_quote = speaks_quotation_before(d, r0, r);
  // "said in a report published Monday that"
  uint32_t late = f.has(Frame::clause) && !heard ? late_that(r0) : 0;
  if (late && !left_comma(d)) return right(d, late + 1, false);
  // "the increase announced on Monday took effect": a reduced relative clause
  // ("a probe that the agency said was over")
  if (!heard && r < s_.end && g_.is_finite(r) && is_said_to_be(d, r)) return right(d, r + 1, false);
  if (!heard && r < s_.end && g_.is_finite(r))
    return (one_of(lemma_of(d.cue), {"say", "argue", "allege", "contend", "claim"}) ||
            (f.has(Frame::clause) && behind_relative(d))) &&
           !d.cue.subject.empty() && !left_comma(d) && !left_quote && right(d, r, false);
  if (left_quote) return false;
  if (before_quotation(d, r) || (r != r0 && before_quotation(d, r0))) return true;
  if (far_quotation(d, r0)) return true;
  if (!heard && behind_relative(d) && preposition_in(f.hearer_prepositions, after))
    return right(d, after + 1, true);  // "which the board accused |of theft|"
  if (!heard && (on_to(d, after) || after_preposition(d, after, r))) return true;
  // "A, they told the house |of lords|"
  bool of_hearer = left_comma(d) && lemma_of(d.cue) == "tell" && g_.word(r0) == "of";
  if (heard && !of_hearer && preposition_in(f.hearer_prepositions, r0))
    return right(d, r0 + 1, true);
  if (r >= s_.end) return false;
  if (marked_clause(d, heard, r0, r) || infinitive(d, heard, r)) return true;
  if (left_comma(d) && at_end(r) && f.has(Frame::post)) return false;
  if (f.has(Frame::clause) && (heard || !f.has(Frame::needs_hearer)) && bare_clause(d, r0, r))
    return true;
  if (f.has(Frame::whole)) return whole(d, after);
  return f.has(Frame::object) && !heard && object(d, after);
}

// "the plan, |which| Orlo admitted", "a plan |the board insists|": an object before the subject.
bool SentenceReader::behind_relative(const CueDraft& d) const {
  uint32_t group = d.cue.group.begin;
  if (!d.cue.antecedent.empty() || d.cue.subject.empty() || group == s_.begin) return false;
  if (one_of(g_.word(group - 1), {"which", "who", "whom"})) return true;
  return g_[group - 1] == Tag::noun && g_[d.cue.subject.begin] == Tag::determiner;
}

// The quotation before the cue is what it tells: nothing stands after it that could be.
bool SentenceReader::speaks_quotation_before(const CueDraft& d, uint32_t r0, uint32_t r) const {
  uint32_t group = d.cue.group.begin;
  if (d.cue.role != CueRole::finite || !quotation_before(group)) return false;
  if (in_opening_phrase(group) && clause_directly_after(r0)) return false;
  bool quotation_next = r + 1 < s_.end && opens_quotation(r + 1);
  if (group == s_.begin && !(at_end(r) && !quotation_next)) return false;
  if (quotation_is_claimed(d) || clause_directly_at(r0)) return false;
  // "Under the motto 'Forward,' the party promises lower taxes"
  if (d.cue.frames.has(Frame::object) && r < s_.end && r == r0 && g_.is_nominal(r)) return false;
  return !is_nickname(group) || at_end(r);
}

// "On the 'Morning Show,' Orlo said the vote was near": a short quotation ends a phrase that opens
// the sentence, before any verb.
bool SentenceReader::in_opening_phrase(uint32_t group) const {
  uint32_t mark = closes_quotation(group - 1) ? group - 1 : group - 2;
  const Quotation& q = r_.quotations[r_.quotation_of[mark - 1]];
  if (q.inner.begin <= s_.begin + 2 || q.inner.size() > 12) return false;
  return !g_.has_finite({s_.begin, q.inner.begin});
}

// A subject of its own and a verb stand right behind the cue.
bool SentenceReader::clause_directly_after(uint32_t t) const {
  return t < s_.end && r_.tokens[t].kind == TokenKind::word &&
         (g_.clause_at(t, s_.end) || clause_directly_at(t) || g_[t] == Tag::subordinator);
}

// "called for Z", "appealed once again for Z", "called on Monday for Z"
bool SentenceReader::after_preposition(CueDraft& d, uint32_t after, uint32_t r) {
  uint32_t t = after;
  while (t < s_.end && (g_[t] == Tag::adverb || g_.word(t) == "once")) ++t;
  // the day before the preposition: "agreed Thursday on", "called on Monday for"
  uint32_t behind = over_weekday(t);
  if (behind != t && preposition_in(d.cue.frames.prepositions, behind)) t = behind;
  // "agreed to the plan", but not "agreed to leave", "that it agreed to in May", "agreeing to it"
  bool other =
      d.cue.frames.has(Frame::to) && g_.word(t) == "to" &&
      (g_[t] == Tag::to || d.cue.negated || d.cue.role != CueRole::finite ||
       g_[t + 1] == Tag::preposition || g_[t + 1] == Tag::adverb || over_time(t + 1) != t + 1);
  return !other && preposition_in(d.cue.frames.prepositions, t) && !is_clause_marker(r) &&
         preposition_phrase(d, t);
}

// "that A", "whether A", "how A"
bool SentenceReader::marked_clause(CueDraft& d, bool heard, uint32_t r0, uint32_t r) {
  const Frames& f = d.cue.frames;
  bool takes_clause = f.has(Frame::clause) || f.has(Frame::that);
  if (takes_clause && (heard || !f.has(Frame::needs_hearer))) {
    bool relative = heard && r + 1 < s_.end && g_.is_finite(r + 1);  // "advised a body that would"
    if (g_.word(r) == "that" && f.has(Frame::hearer_to) && !has_verb(r + 1)) return false;
    if (g_.word(r) == "that" && !relative) return right(d, r + 1, false);
    uint32_t behind = left_comma(d) ? 0 : that_behind_aside(r0);
    if (behind) return right(d, behind + 1, false);
    if (is_comma(r) && r + 2 < s_.end && g_.word(r + 1) == "that") return right(d, r + 2, false);
    if (r0 < s_.end && g_.word(r0) == "that") return right(d, r0 + 1, false);
  }
  if (!takes_clause && !f.has(Frame::whether)) return false;
  if (!one_of(g_.word(r), {"whether", "how", "why", "what", "where", "if", "who", "when"}))
    return false;
  if (g_.word(r) == "when" && !f.has(Frame::whether) && !d.cue.negated) return false;
  return (heard || !left_comma(d)) && right(d, r, false);
}

// "asked that |he stay|", but "asked that |question|", "ordered that |man to leave|"
bool SentenceReader::has_verb(uint32_t t) const {
  for (; t < s_.end; ++t) {
    if (g_.is_finite(t) || g_[t] == Tag::auxiliary) return true;
    if (g_[t] == Tag::base && g_[t - 1] != Tag::to) return true;
  }
  return false;
}

// "agreed, however, |that|", "said, after the vote, that"; 0 if there is none.
uint32_t SentenceReader::that_behind_aside(uint32_t t) const {
  if (t + 3 >= s_.end || !is_comma(t)) return 0;
  for (uint32_t i = t + 1; i + 2 < std::min(s_.end, t + 14); ++i) {
    if (is_comma(i)) return g_.word(i + 1) == "that" ? i + 1 : 0;
    if (g_.is_finite(i) || g_[i] == Tag::gerund || is_quote_mark(i) || at_end(i)) return 0;
  }
  return 0;
}

// "pledged to Z", "urged Y (not) to Z"
bool SentenceReader::infinitive(CueDraft& d, bool heard, uint32_t r) const {
  bool takes = d.cue.frames.has(heard ? Frame::hearer_to : Frame::to);
  if (!takes || r >= s_.end) return false;
  // "asked not to be named", "asked to remain anonymous", "did not ask to"
  bool about_name = r + 1 < s_.end && one_of(g_.word(r + 1), {"remain", "stay"});
  if (!heard && lemma_of(d.cue) == "ask" &&
      (g_.word(r - 1) == "not" || about_name || d.cue.negated))
    return false;
  bool negated = heard && r + 1 < s_.end && g_.word(r) == "not" && g_[r + 1] == Tag::to;
  return takes && (g_[r] == Tag::to || negated) &&
         right(d, negated ? r : with_negation(d, r), true);
}

// "|not| to Z", "|never| to Z" at the infinitive `t`: without its negation it says the opposite.
uint32_t SentenceReader::with_negation(const CueDraft& d, uint32_t t) const {
  bool negated = t > d.cue.range.end && one_of(g_.word(t - 1), {"not", "never"});
  return negated ? t - 1 : t;
}

// "... on 'This Morning,' Orlo said he had": no speech before a clause like that.
bool SentenceReader::clause_directly_at(uint32_t t) const {
  if (t >= s_.end) return false;
  if (g_.word(t) == "that") return true;
  return g_[t] == Tag::pronoun && t + 1 < s_.end && g_.is_finite(t + 1);
}

// The 'Red Baron' Orlo said: no comma parts the quotation from the name.
bool SentenceReader::is_nickname(uint32_t t) const {
  if (t < paragraph_begin() + 2 || !closes_quotation(t - 1)) return false;
  TokenKind last = r_.tokens[t - 2].kind;
  return last == TokenKind::word && r_.quotations[r_.quotation_of[t - 2]].inner.size() < 5;
}

// "Calling it 'a crime,' Orlo said": the quotation before belongs to the participle.
bool SentenceReader::quotation_is_claimed(const CueDraft& d) const {
  for (const CueDraft& e : drafts_)
    if (e.side == Side::right && e.cue.role == CueRole::gerund &&
        e.cue.range.begin <= s_.begin + 2 && e.begin < d.cue.group.begin)
      return true;
  return false;
}

// "said on 'Good Morning' that": a title in quotation marks is part of an adjunct.
uint32_t SentenceReader::over_title(uint32_t r, uint32_t r0) const {
  if (r + 2 >= s_.end || !opens_quotation(r)) return r;
  if (g_[r - 1] != Tag::possessive && (r == r0 || g_[r - 1] != Tag::preposition)) return r;
  uint32_t close = r_.quotations[r_.quotation_of[r + 1]].inner.end;
  if (close > r + 8 || close + 1 >= s_.end || !r_.tokens[r + 1].capitalised) return r;
  uint32_t t = close + 1;
  while (t < s_.end && g_[t] == Tag::noun) ++t;
  return g_.skip_adjuncts(t, s_.end);
}

// "said as he left the hall, 'We won'": an adjunct clause before the quotation.
bool SentenceReader::far_quotation(CueDraft& d, uint32_t r0) {
  if (!d.cue.frames.has(Frame::quote) || d.cue.subject.empty() || left_comma(d)) return false;
  if (r0 >= s_.end || (g_[r0] != Tag::preposition && g_[r0] != Tag::subordinator) ||
      one_of(g_.word(r0), {"that", "if", "unless", "although", "though"}))
    return false;
  for (uint32_t t = r0; t + 1 < std::min(s_.end, r0 + 25); ++t) {
    if (g_.word(t) == "that" || (r_.is(t, WordClass::say) && g_[t] == Tag::verb)) return false;
    bool mark = is_comma(t) || r_.text(t) == ":";
    if (mark && opens_quotation(t + 1)) return right(d, t + 2, false);
  }
  return false;
}

// A quotation right after the cue, or after a comma or colon.
bool SentenceReader::before_quotation(CueDraft& d, uint32_t r) {
  if (!d.cue.frames.has(Frame::quote) && !d.cue.frames.has(Frame::object)) return false;
  if (r >= r_.tokens.size()) return false;
  uint32_t q = r;
  bool colon = r < s_.end && r_.tokens[r].kind == TokenKind::colon && g_.reading().text(r) == ":";
  bool comma = r < s_.end && is_comma(r);
  if (!d.cue.frames.has(Frame::quote) && (colon || comma)) return false;
  if (colon || comma) ++q;
  if (colon && d.cue.frames.has(Frame::quote) && q < s_.end) {
    d.side = Side::right;
    d.begin = q;
    return true;
  }
  if (q >= s_.end && !colon) return false;
  if (colon && q >= s_.end && d.cue.frames.has(Frame::quote) && q + 1 < r_.tokens.size() &&
      opens_quotation(q)) {
    d.side = Side::right;
    d.begin = q + 1;
    return true;
  }
  if (q < s_.end && opens_quotation(q)) {
    d.side = Side::right;
    d.begin = q + 1;
    d.phrase = false;
    return true;
  }
  return false;
}

bool SentenceReader::preposition_phrase(CueDraft& d, uint32_t after) {
  if (lemma_of(d.cue) == "call" || d.cue.range.size() == 1) {
    std::string_view p = g_.word(after);
    if (after == d.cue.range.end && one_of(p, {"for", "with", "on", "to", "out", "upon", "about"}))
      d.cue.range.end = after + 1;
  }
  return right(d, after + 1, true);
}

// "said (that) A": a clause without "that".
bool SentenceReader::bare_clause(CueDraft& d, uint32_t r0, uint32_t r) {
  if (comma_and_clause(d, r0)) return right(d, r0 + 1, false);
  // "A, they said Monday |amid reports that|": the day does not open a clause
  uint32_t clause = r0 < s_.end && r_.is(r0, WordClass::weekday) ? r : r0;
  if (left_comma(d) && !g_.clause_at(clause, s_.end) && !predicate_after_fronting(r0)) return false;
  bool adjunct =
      clause != r0 && (g_[clause] == Tag::preposition || g_[clause] == Tag::subordinator);
  if (left_comma(d) && adjunct) return false;
  bool sum = r < s_.end && (g_[r] == Tag::number || r_.tokens[r].kind == TokenKind::symbol);
  if (sum && lemma_of(d.cue) == "add") return false;  // "the index added 5 percent"
  uint32_t late = late_that(r0);
  if (late) return right(d, late + 1, false);
  for (uint32_t t : {r, r0}) {
    if (t >= s_.end || at_end(t) || just_a_pronoun(t)) continue;
    bool starts =
        g_.is_nominal(t) || g_[t] == Tag::pronoun || g_[t] == Tag::gerund || opens_quotation(t);
    if (starts && clause_follows(d, t)) return right(d, t, false);
  }
  if (left_comma(d) || r0 >= s_.end || at_end(r0) || !clause_follows(d, r0)) return false;
  if (one_of(g_.word(r0), {"this", "so"}) && just_a_pronoun(r0)) return false;
  // an adjunct before the clause: "said if it rains they", "said after the vote the house"
  if (!one_of(lemma_of(d.cue), {"say", "tell"})) return false;
  if (g_[r0] == Tag::preposition && one_of(g_.word(r0), {"of", "as", "about", "to"})) return false;
  return right(d, r0, false);
}

// "Orlo said, the council had met.": a comma in place of "that".
bool SentenceReader::comma_and_clause(const CueDraft& d, uint32_t t) const {
  if (t != d.cue.range.end || t + 3 >= s_.end || !is_comma(t)) return false;
  uint32_t group = d.cue.group.begin;
  if (d.cue.role == CueRole::gerund && lemma_of(d.cue) == "add" && group > s_.begin)
    return is_comma(group - 1) && g_.clause_at(t + 1, s_.end);
  if (lemma_of(d.cue) != "say") return false;
  if (d.cue.role != CueRole::finite || d.cue.subject.empty() || g_.has_finite({s_.begin, group}) ||
      (group > s_.begin && is_comma(group - 1)))
    return false;
  return (g_.is_nominal(t + 1) || g_[t + 1] == Tag::pronoun) && g_.clause_at(t + 1, s_.end);
}

// "Although A, they said |the council, whose head left, would| B": the sentence opens with what
// cannot be all that was said, and a subject stands right behind the cue.
bool SentenceReader::predicate_after_fronting(uint32_t t) const {
  if (t >= s_.end || !(g_.is_nominal(t) || g_[t] == Tag::pronoun) || at_end(t + 1)) return false;
  bool fronted = one_of(g_.word(s_.begin), {"although", "though", "while", "despite", "Although",
                                            "Though", "While", "Despite"}) ||
                 (g_[s_.begin] == Tag::preposition && one_of(g_.word(s_.begin), {"if", "If"}));
  if (!fronted) return false;
  for (uint32_t i = t + 1; i < s_.end; ++i)
    if (g_.is_finite(i) && !r_.quoted(i)) return true;
  return false;
}

bool SentenceReader::clause_follows(const CueDraft& d, uint32_t t) const {
  if (g_.clause_at(t, s_.end)) return true;
  if (!one_of(lemma_of(d.cue), {"say", "tell"})) return false;
  uint32_t end = right_limit(t);
  return g_.has_finite({t, end}) || opens_quotation(t) ||
         (end > t + 4 && !left_comma(d) && over_time(t) == t &&
          (g_.is_nominal(t) || g_[t] == Tag::gerund));
}

uint32_t SentenceReader::right_limit(uint32_t t) const {
  uint32_t end = t;
  while (end < s_.end && r_.tokens[end].kind != TokenKind::stop && !(end > t && speaks_again(end)))
    ++end;
  return end;
}

// "said in its report to the house that": "that" behind a long adjunct; 0 if there is none.
uint32_t SentenceReader::late_that(uint32_t r0) const {
  if (r0 >= s_.end) return 0;
  bool day = over_time(r0) != r0;
  if (!day && g_[r0] != Tag::preposition && g_[r0] != Tag::subordinator) return 0;
  if (g_.word(r0) == "that") return 0;
  for (uint32_t t = r0 + 1; t + 1 < std::min(s_.end, r0 + 24); ++t) {
    if (g_.word(t) == "that" && r_.quoted(t) == r_.quoted(r0)) return g_.is_finite(t + 1) ? 0 : t;
    if (g_.is_finite(t) && g_[t] == Tag::auxiliary) return 0;
    if (r_.tokens[t].kind == TokenKind::colon || speaks_again(t)) return 0;
  }
  return 0;
}

// "said after the vote, |adding| that": the cue of what follows.
bool SentenceReader::speaks_again(uint32_t t) const {
  return g_[t] == Tag::gerund && is_comma(t - 1) &&
         (r_.is(t, WordClass::say) || r_.is(t, WordClass::speech_act));
}

// "said so", "said it": nothing is told.
bool SentenceReader::just_a_pronoun(uint32_t t) const {
  return t + 1 >= s_.end || ((g_[t] == Tag::pronoun || g_[t] == Tag::adverb) &&
                             (at_end(t + 1) || g_[t + 1] == Tag::preposition ||
                              one_of(g_.word(t + 1), {"while", "when", "as", "after"})));
}

// "what they say is |a crime|"
bool SentenceReader::is_said_to_be(const CueDraft& d, uint32_t t) const {
  uint32_t group = d.cue.group.begin;
  return lemma_of(d.cue) == "say" && !d.cue.subject.empty() && group > s_.begin &&
         one_of(g_.word(group - 1), {"what", "What"}) &&
         one_of(g_.word(t), {"is", "are", "was", "were"});
}

// "what Orlo called |a mistake|", "which he dubbed Z": the object stands before the subject.
bool SentenceReader::names_what_stands_before(const CueDraft& d) const {
  const Cue& c = d.cue;
  if (c.role != CueRole::finite || c.subject.empty() || !c.antecedent.empty()) return false;
  if (!one_of(lemma_of(c), {"call", "dub", "term", "label", "describe", "brand", "characterize",
                            "characterise"}) ||
      c.group.begin <= s_.begin)
    return false;
  uint32_t before = c.group.begin - 1;
  if (one_of(g_.word(before), {"what", "which", "What", "who", "whom"})) return true;
  // "a step he called Z"
  return g_[before] == Tag::noun && one_of(g_.word(c.subject.begin), {"he", "she", "they"});
}

// "called the plan a mistake", "described X as Y"
bool SentenceReader::whole(CueDraft& d, uint32_t after) {
  if (after >= s_.end || at_end(after)) return false;
  std::string_view lemma = lemma_of(d.cue);
  // "a group calling itself X": its name
  if (d.cue.role == CueRole::gerund && lemma == "call" &&
      one_of(g_.word(after), {"itself", "themselves", "himself", "herself"}))
    return false;
  TokenRange what = g_.noun_group_at(after, s_.end);
  if (names_what_stands_before(d))
    return (!what.empty() || opens_quotation(after) || g_.word(after) == "as") &&
           right(d, after, true);
  if (one_of(lemma, {"dismiss", "denounce", "deride", "hail", "blame"}))
    return !what.empty() && right(d, after, true);
  bool as = false, marked = false;
  for (uint32_t t = after; t < std::min(s_.end, after + 25) && r_.tokens[t].kind != TokenKind::stop;
       ++t) {
    as |= g_.word(t) == "as";
    marked |= one_of(g_.word(t), {"to", "with"});
  }
  if (lemma == "describe" && d.cue.role == CueRole::finite)
    return !what.empty() && right(d, after, true);
  if (one_of(lemma, {"identify", "name"})) {  // "named |Orlo| as", "identified |two of them| as"
    what = g_.noun_phrase_at(after, s_.end);
    if (d.cue.negated && is_somebody(after)) return right(d, after, true);
    return !what.empty() && what.end < s_.end && g_.word(what.end) == "as" &&
           !g_.is_span_of_time(what.end - 1) && !g_.word(what.begin).ends_with("self") &&
           !g_.word(what.begin).ends_with("selves") && !d.cue.subject.empty() &&
           right(d, after, true);
  }
  if (one_of(lemma, {"describe", "portray", "characterize", "characterise", "depict", "cast",
                     "paint", "frame"}))
    return as && right(d, after, true);
  if (lemma == "put") return !what.empty() && is_figure_behind(what.end) && right(d, after, true);
  if (one_of(lemma, {"compare", "liken"}) && (what.empty() || d.cue.subject.empty())) return false;
  if (one_of(lemma, {"compare", "liken", "attribute"})) return marked && right(d, after, true);
  if (opens_quotation(after)) return false;  // "a play called 'Nora'"
  if (what.empty()) return false;
  uint32_t t = what.empty() ? after : what.end;
  if (t >= s_.end) return false;
  bool two = opens_quotation(t) || g_[t] == Tag::determiner || g_[t] == Tag::noun ||
             g_[t] == Tag::name || g_[t] == Tag::adverb;
  if (g_[after] == Tag::pronoun && t == after + 1) two = two || !at_end(t);
  if (r_.is(t, WordClass::weekday)) two = false;
  if (!two && g_[t] == Tag::preposition && as) two = true;
  // "called the attack on the city a crime"
  if (!two && g_[t] == Tag::preposition && g_.word(t) != "for") {
    for (uint32_t i = t + 2; i < std::min(s_.end, t + 14) && !at_end(i); ++i)
      two |= (g_.word(i) == "a" || g_.word(i) == "an" || opens_quotation(i)) &&
             g_[i - 1] != Tag::preposition;
  }
  return two && g_[after] != Tag::preposition && right(d, after, true);
}

// "put the loss |at about 30 boats|"
bool SentenceReader::is_figure_behind(uint32_t t) const {
  for (; t + 1 < s_.end && !at_end(t) && !g_.is_finite(t); ++t) {
    if (!one_of(g_.word(t), {"at", "between"})) continue;
    uint32_t number = t + 1;
    while (number + 1 < s_.end &&
           one_of(g_.word(number),
                  {"about", "around", "nearly", "some", "more", "than", "over", "almost", "just"}))
      ++number;
    return g_[number] == Tag::number || r_.tokens[number].kind == TokenKind::symbol ||
           one_of(g_.word(number),
                  {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"});
  }
  return false;
}

// "expressed serious concerns.": nothing is told.
bool SentenceReader::feeling_alone(uint32_t t) const {
  TokenRange what = g_.noun_group_at(t, s_.end);
  return what.empty() ||
         (r_.is(what.end - 1, WordClass::feeling_noun) && (what.end >= s_.end || at_end(what.end)));
}

// "claimed 30 lives", "offered an olive branch", "demanded anonymity"
bool SentenceReader::is_no_speech(std::string_view lemma, uint32_t after) const {
  TokenRange what = g_.noun_group_at(after, s_.end);
  if (what.empty()) return false;
  std::string_view head = g_.word(what.end - 1);
  if (lemma == "claim")
    return one_of(head, {"life", "lives", "victims", "gold", "silver", "bronze", "title", "place"});
  if (lemma == "defend")
    return one_of(head, {"champion", "champions", "title", "titles", "crown"}) ||
           one_of(g_.word(after), {"champion", "champions"});
  if (lemma == "offer") return one_of(head, {"branch", "food", "aid", "money", "services"});
  return one_of(lemma, {"demand", "request", "refuse"}) &&
         one_of(head, {"anonymity", "identification"});
}

// "cited Orlo as saying": what is told is what Orlo said.
bool SentenceReader::quotes_as_saying(std::string_view lemma, uint32_t after) const {
  if (lemma != "cite" && lemma != "quote") return false;
  for (uint32_t t = after; t + 1 < std::min(s_.end, after + 24); ++t)
    if (g_.word(t) == "as" && g_.word(t + 1) == "saying") return true;
  return false;
}

// "on Monday", "Monday" at `t`: the token behind it; `t` itself where there is no day.
uint32_t SentenceReader::over_weekday(uint32_t t) const {
  uint32_t day = t + 1 < s_.end && g_.word(t) == "on" ? t + 1 : t;
  return day < s_.end && r_.is(day, WordClass::weekday) ? day + 1 : t;
}

// "condemned |on Thursday| the raid", "announced |last week| the plan"
uint32_t SentenceReader::over_time(uint32_t t) const {
  TokenRange group = g_.noun_group_at(t, s_.end);
  bool week = !group.empty() && group.size() <= 3 && g_.is_part_of_time(group.end - 1) &&
              one_of(g_.word(t), {"last", "this", "next", "earlier", "late", "early"});
  return over_weekday(t) == t && !week ? t : g_.skip_adjuncts(t, s_.end);
}

// "raised |the sensitive issue| of", but not "raised taxes"
bool SentenceReader::raises_subject(uint32_t t) const {
  TokenRange what = g_.noun_group_at(t, s_.end);
  return !what.empty() &&
         one_of(g_.word(what.end - 1), {"issue", "issues", "question", "questions", "matter",
                                        "subject", "objections", "objection", "topic"});
}

// "did not identify |the men|", but "did not identify |the cause|"
bool SentenceReader::is_somebody(uint32_t t) const {
  constexpr WordClass people = WordClass::role | WordClass::group | WordClass::any_person |
                               WordClass::body | WordClass::any_body;
  TokenRange who = g_.noun_group_at(t, s_.end);
  return !who.empty() && g_[t] != Tag::pronoun &&
         (r_.is(who.end - 1, people) || one_of(g_.word(who.end - 1), {"victims", "suspects"}));
}

// "ordered |the release| of two men", "ordered |the closing of| a port", "ordered |a flag be|
// lowered", but "ordered two boats"
bool SentenceReader::is_act(uint32_t t) const {
  TokenRange what = g_.noun_group_at(t, s_.end);
  if (what.empty() || what.end >= s_.end) return false;
  bool doing =
      g_.word(t) == "the" && g_.word(what.end - 1).ends_with("ing") && g_.word(what.end) == "of";
  return doing || r_.is(what.end - 1, WordClass::act) || g_.word(what.end) == "be";
}

bool SentenceReader::object(CueDraft& d, uint32_t after) {
  if (after >= s_.end || at_end(after)) return false;
  after = over_time(after);
  if (after >= s_.end) return false;
  std::string_view lemma = lemma_of(d.cue);
  if (one_of(lemma, {"offer", "promise"})) {  // "offered the crew a share"
    TokenRange who = g_.noun_group_at(after, s_.end);
    if (!who.empty() && who.end < s_.end && g_[who.end] == Tag::determiner) {
      d.addressee = who;
      after = who.end;
    }
  }
  if (lemma == "raise" && d.cue.range.size() == 1)
    return raises_subject(after) && right(d, after, true);
  if (lemma == "plead")  // "pleaded not guilty"
    return one_of(g_.word(after), {"not", "guilty"}) && right(d, after, true);
  if (one_of(lemma, {"express", "voice"}) && feeling_alone(after)) return false;
  if (lemma == "order" && (d.cue.role != CueRole::finite || !is_act(after))) return false;
  if (is_no_speech(lemma, after) || quotes_as_saying(lemma, after)) return false;
  if (r_.is(after, WordClass::month)) return false;  // "announced March 23"
  // "pledged delegates": an adjective
  if (lemma == "pledge" && g_[after] == Tag::noun && !r_.is(after, WordClass::feeling_noun))
    return false;
  bool starts =
      g_.is_nominal(after) || opens_quotation(after) || g_[after] == Tag::gerund ||
      (g_[after] == Tag::pronoun && (!just_a_pronoun(after) || g_.word(after + 1) == "of")) ||
      one_of(g_.word(after), {"how", "what", "why"});
  return starts && right(d, after, true);
}

}  // namespace quotary
