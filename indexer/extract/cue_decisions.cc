#include <algorithm>

#include "indexer/extract/sentence_reader.h"
#include "indexer/extract/subjects.h"

namespace quotary {

// A quotation ends right before `t` (a comma may follow its mark).
bool SentenceReader::quotation_before(uint32_t t) const {
  uint32_t first = paragraph_begin();
  if (t <= first) return false;
  if (closes_quotation(t - 1)) return true;
  if (t < first + 2) return false;
  return (is_comma(t - 1) || is_dash(t - 1)) && closes_quotation(t - 2);
}

uint32_t SentenceReader::paragraph_begin() const {
  return r_.paragraphs[r_.sentences[r_.sentence_of[s_.begin]].paragraph].tokens.begin;
}

bool SentenceReader::at_end(uint32_t t) const {
  if (t >= s_.end) return true;
  TokenKind k = r_.tokens[t].kind;
  return k == TokenKind::stop || k == TokenKind::comma || k == TokenKind::dash ||
         k == TokenKind::close_bracket || k == TokenKind::colon || closes_quotation(t);
}

bool SentenceReader::decide(CueDraft& d) {
  if (d.cue.according) return decide_according(d);
  if (d.cue.role == CueRole::noun) return decide_noun(d);
  if (!quoted_speaks(d.cue)) return false;
  if (d.cue.role == CueRole::participle) return decide_passive(d);
  if (d.cue.role == CueRole::infinitive && !infinitive_speaks(d.cue)) return false;
  if (d.cue.modal && !d.cue.negated) return false;
  if (d.cue.role == CueRole::gerund && d.cue.frames.has(Frame::finite)) return false;
  if (d.cue.role == CueRole::gerund && is_what_is_told(d.cue)) return false;
  if (restates(d.cue) || is_shown_by_facts(d.cue)) return false;
  if (d.cue.frames.has(Frame::needs_document) && !from_document(d.cue)) return false;
  d.status = status_of(d.cue);
  uint32_t after = d.cue.inverted ? d.cue.group.end : d.cue.range.end;
  if (d.cue.inverted) return announces_quotation(d, after) || decide_left(d, after);
  if (after + 3 < s_.end && is_comma(after) && g_.word(after + 1) == "however" &&
      is_comma(after + 2))
    after += 3;
  if (in_scare_quotes(d.cue.range.begin) && closes_quotation(after)) ++after;
  if (adds_to_a_score(d.cue, after)) return false;
  if (extend_over_noun(d)) return true;
  uint32_t r0 = over_hearer(d, after);
  if (decide_right(d, after, r0)) return true;
  bool may_follow =
      d.cue.role == CueRole::finite || (d.cue.role == CueRole::gerund && !d.cue.subject.empty());
  return may_follow && decide_left(d, r0);
}

// 'Added Ada Lund, the mayor|: "It will last."|'
bool SentenceReader::announces_quotation(CueDraft& d, uint32_t after) const {
  constexpr uint32_t farthest = 12;  // tokens
  if (d.cue.group.begin != s_.begin) return false;
  for (uint32_t t = after; t + 1 < std::min(s_.end, after + farthest); ++t) {
    if (r_.text(t) == ":") return opens_quotation(t + 1) && right(d, t + 1, false);
    if (is_quote_mark(t)) return false;
  }
  return false;
}

// "a survey found": people find things without a word.
bool SentenceReader::from_document(const Cue& cue) const {
  TokenRange subject = cue.antecedent.empty() ? cue.subject : cue.antecedent;
  for (uint32_t t = subject.begin; t < subject.end; ++t) {
    if (g_[t] == Tag::preposition) break;
    if (r_.is(t, WordClass::document) ||
        one_of(g_.word(t),
               {"poll",    "polls", "survey",   "surveys",    "study",    "studies",
                "results", "data",  "figures",  "statistics", "research", "investigation",
                "inquiry", "tests", "analysis", "court",      "jury",     "documents",
                "records", "audit", "review",   "report",     "reports",  "commission",
                "index",   "census"}))
      return true;
  }
  return false;
}

// "..., which indicates that", "This shows that": a fact, not a person.
bool SentenceReader::is_shown_by_facts(const Cue& cue) const {
  if (!cue.subject.empty() &&
      one_of(lemma_of(cue), {"indicate", "imply", "suggest", "show", "signal"}) &&
      one_of(g_.word(cue.subject.end - 1),
             {"information", "evidence", "style", "trend", "signs", "footage"}))
    return true;
  return cue.subject.size() == 1 && one_of(g_.word(cue.subject.begin), {"which", "this", "that"}) &&
         one_of(lemma_of(cue), {"indicate", "imply", "show", "signal", "underline", "underscore",
                                "highlight", "confirm"});
}

// "Orlo added 16 points": numbers are no words.
bool SentenceReader::adds_to_a_score(const Cue& cue, uint32_t after) const {
  if (lemma_of(cue) != "add" || after + 1 >= s_.end) return false;
  bool number = g_[after] == Tag::number || r_.tokens[after].kind == TokenKind::symbol ||
                one_of(g_.word(after), {"two", "three", "four", "five", "six", "seven", "eight",
                                        "nine", "ten", "another"});
  return number && !g_.clause_at(after, s_.end);
}

// "insisted on |noting| Z", "vowed to keep sailing and |defending| Z": the gerund is a part of what
// is told, not a cue.
bool SentenceReader::is_what_is_told(const Cue& cue) const {
  uint32_t t = cue.group.begin;
  for (const CueDraft& e : drafts_) {
    if (e.side != Side::right || !e.phrase || e.begin > t) continue;
    if (e.begin == t && t > s_.begin && g_[t - 1] == Tag::preposition) return true;
    if (t == s_.begin || g_[t - 1] != Tag::conjunction || r_.is(t, WordClass::say)) continue;
    for (uint32_t i = t - 1; i-- > e.begin && !is_comma(i);)
      if (g_[i] == Tag::gerund && !r_.is(i, WordClass::speech_act)) return true;
  }
  return false;
}

bool SentenceReader::is_present(const Cue& cue) const {
  auto form = static_cast<VerbForm>(r_.lexicon->info(r_.tokens[cue.range.begin].word).verb_form);
  return cue.role == CueRole::finite && (form == VerbForm::third_person || form == VerbForm::base);
}

// "X said China welcomes Z": the welcome is X's own, said within what X says; but "X says A and
// welcomes Z".
bool SentenceReader::restates(const Cue& cue) const {
  if (cue.role != CueRole::finite || r_.is(cue.range.begin, WordClass::say)) return false;
  if (!is_present(cue)) return false;
  if (one_of(lemma_of(cue), {"put", "cast"})) return false;  // these are pasts as well
  for (const CueDraft& e : drafts_)
    if (e.side == Side::right && !e.phrase && e.begin <= cue.group.begin)
      return !(cue.subject.empty() && is_present(e.cue));
  return false;
}

// He "strongly condemned" the raid: a verb in quotation marks is the article's own.
bool SentenceReader::in_scare_quotes(uint32_t t) const {
  return r_.quoted(t) && r_.quotations[r_.quotation_of[t]].inner.size() <= 3;
}

// "The board rejects the plan and |calls| for a vote": a third party speaks on.
bool SentenceReader::goes_on_in_quotation(const Cue& cue) const {
  if (drafts_.empty() || g_[cue.group.begin - 1] != Tag::conjunction) return false;
  const CueDraft& e = drafts_.back();
  return e.side == Side::right && r_.quoted(e.cue.range.begin) &&
         r_.quotation_of[e.cue.range.begin] == r_.quotation_of[cue.range.begin];
}

// Inside a quotation only a third party's words are told.
bool SentenceReader::quoted_speaks(const Cue& cue) const {
  if (!r_.quoted(cue.range.begin) || in_scare_quotes(cue.range.begin)) return true;
  if (cue.role != CueRole::finite || cue.modal) return false;
  if (!one_of(lemma_of(cue),
              {"say", "tell", "ask", "announce", "promise", "declare", "urge", "call", "claim",
               "warn", "agree", "predict", "complain", "invite", "direct", "appeal", "instruct"}))
    return false;
  if (cue.subject.empty()) return goes_on_in_quotation(cue);
  return !one_of(g_.word(cue.subject.begin), {"i", "we", "you", "it", "my", "our", "who", "that",
                                              "this", "which", "what", "your", "one", "nobody"});
}

bool SentenceReader::decide_noun(CueDraft& d) {
  for (const CueDraft& e : drafts_)
    if (e.side == Side::right && e.begin > d.cue.range.begin) return false;
  if (r_.quoted(d.cue.range.begin)) return false;
  bool clause =
      g_.word(d.cue.content_begin - 1) == "that" || g_[d.cue.content_begin] == Tag::pronoun;
  return right(d, d.cue.content_begin, !clause);
}

// "were told that", "was urged to", "has been accused of": the speaker is unnamed, or follows
// "by".
bool SentenceReader::decide_passive(CueDraft& d) {
  const Frames& f = d.cue.frames;
  uint32_t t = over_weekday(d.cue.range.end);
  if (t >= s_.end) return false;
  if (f.has(Frame::whether) && g_.word(t) == "by") {  // "asked by Orlo whether"
    TokenRange by = g_.noun_phrase_at(t + 1, s_.end);
    if (!by.empty() &&
        one_of(g_.word(by.end), {"whether", "if", "how", "why", "what", "who", "when", "where"})) {
      d.cue.subject = by;
      return right(d, by.end, false);
    }
  }
  if (told_of_subject(d, t)) return true;
  if (d.cue.group.begin == d.cue.range.begin)
    return preposition_in(f.hearer_prepositions, t) && !f.has(Frame::hearer) &&
           !opens_long_subject(t + 1) && right(d, t + 1, true);
  if (g_.word(t) == "by") {
    TokenRange by = g_.noun_phrase_at(t + 1, s_.end);
    if (by.empty()) return false;
    d.cue.subject = by;
    t = by.end;
  }
  if (is_told_before(d, t)) {  // "A, it was reported."
    --d.cue.group.begin;
    d.side = Side::left;
    return true;
  }
  if (t >= s_.end) return false;
  if (g_.word(t) == "that" && f.has(Frame::clause) && d.cue.group.begin > s_.begin &&
      g_.word(d.cue.group.begin - 1) == "it")
    return right(d, t + 1, false);
  // "was asked whether", "was asked by Orlo on Monday if"
  if (f.has(Frame::whether) && one_of(g_.word(t), {"whether", "if", "how", "why", "what"}))
    return right(d, t, false);
  if (opens_quotation(t) && g_[t + 1] == Tag::to) ++t;  // was urged "to leave"
  if (f.has(Frame::hearer_to) && g_[t] == Tag::to) {
    // "passengers are asked to": a rule, nobody's speech
    bool now = d.cue.subject.empty() && one_of(g_.word(d.cue.group.begin), {"is", "are"}) &&
               g_.word(d.cue.range.begin - 1) != "being";
    return !now && right(d, t, true);
  }
  if (preposition_in(f.hearer_prepositions, t) && g_.word(t) != "about")
    return right(d, t + 1, true);
  if (f.has(Frame::needs_hearer) && f.has(Frame::clause)) {
    if (g_.word(t) == "that") return right(d, t + 1, false);
    if (g_.clause_at(t, s_.end)) return right(d, t, false);
  }
  return false;
}

// "five men accused of |theft left|": only who they are is told.
bool SentenceReader::opens_long_subject(uint32_t t) const {
  bool relative = false;
  for (; t < s_.end && !at_end(t) && g_[t] != Tag::conjunction; ++t) {
    if (g_.is_finite(t)) return !relative;
    relative |= g_[t] == Tag::subordinator || one_of(g_.word(t), {"who", "which"});
  }
  return false;
}

// "the plan, called by Orlo a mistake", "the claim was denied by Orlo": the passive's subject is
// what is told, with what the cue says about it.
bool SentenceReader::told_of_subject(CueDraft& d, uint32_t after) const {
  const Frames& f = d.cue.frames;
  if (!f.has(Frame::whole) && !f.has(Frame::object)) return false;
  uint32_t group = d.cue.group.begin;
  if (group <= s_.begin + 1) return false;
  TokenRange by;
  if (g_.word(after) == "by") {
    by = g_.noun_phrase_at(after + 1, s_.end);
    after = by.end;
  }
  if (by.empty() || after >= s_.end || quotes_as_saying(lemma_of(d.cue), after)) return false;
  bool name = f.has(Frame::whole) && lemma_of(d.cue) != "describe" &&
              (opens_quotation(after) || g_[after] == Tag::determiner);
  if (g_.word(after) != "as" && !name) return false;
  TokenRange subject = passive_subject(d.cue);
  if (subject.empty() || g_[subject.begin] == Tag::pronoun) return false;
  d.cue.subject = by;
  d.side = Side::left;
  d.of_subject = true;
  d.begin = subject.begin;
  d.phrase = true;
  d.resume = after;
  return true;
}

// "A, |it was reported|." with nothing behind it at `after`
bool SentenceReader::is_told_before(const CueDraft& d, uint32_t after) const {
  uint32_t group = d.cue.group.begin;
  return d.cue.frames.has(Frame::post) && at_end(g_.skip_adjuncts(after, s_.end)) &&
         group > s_.begin + 4 && g_.word(group - 1) == "it" && is_comma(group - 2);
}

// "|the plan| has been called", "a report on |the plan|, called by"
TokenRange SentenceReader::passive_subject(const Cue& cue) const {
  uint32_t group = cue.group.begin;
  if (group != cue.range.begin) return subject_before(g_, group, s_.begin, nullptr);
  TokenRange subject = g_.noun_phrase_before(is_comma(group - 1) ? group - 1 : group, s_.begin);
  for (uint32_t t = subject.begin; t + 1 < subject.end; ++t)
    if (g_[t] == Tag::preposition && g_.word(t) != "of") subject.begin = t + 1;
  return subject;
}

bool SentenceReader::infinitive_speaks(const Cue& cue) const {
  uint32_t t = cue.group.begin;
  if (t < s_.begin + 3 || g_[t - 1] != Tag::to) return false;
  if (g_.word(t - 2) == "on" && one_of(g_.word(t - 3), {"went", "goes", "going"})) return true;
  if (g_.word(t - 2) == "as" && g_.word(t - 3) == "far") return true;
  return one_of(g_.word(t - 2),
                {"continued", "continues", "went", "came", "took", "quick", "keen", "careful"}) ||
         follows_gathering(t - 1);
}

// "rallied in the harbour |to demand|", "took to the streets |to protest| against"
bool SentenceReader::follows_gathering(uint32_t to) const {
  for (uint32_t t = to; t-- > s_.begin && !is_comma(t) && !is_quote_mark(t);) {
    if (r_.is(t, WordClass::gathering)) return true;
    if (t > s_.begin && g_.word(t) == "streets" && g_.word(t - 1) == "the") return true;
    if (g_.is_finite(t)) return false;
  }
  return false;
}

StatementStatus SentenceReader::status_of(const Cue& cue) const {
  std::string_view lemma = lemma_of(cue);
  if (cue.negated) return StatementStatus::not_said;
  if (lemma == "deny") return StatementStatus::denied;
  if (lemma == "decline") return StatementStatus::declined;
  if (lemma == "refuse" && cue.range.end + 1 < s_.end &&
      one_of(g_.word(cue.range.end + 1), {"comment", "say", "elaborate", "confirm", "discuss",
                                          "answer", "disclose", "identify", "name", "speak"}))
    return StatementStatus::declined;
  return StatementStatus::said;
}

bool SentenceReader::decide_according(CueDraft& d) {
  uint32_t t = d.cue.group.begin;
  bool opens = t == s_.begin || r_.tokens[t - 1].kind == TokenKind::colon ||
               (t == s_.begin + 1 && g_[s_.begin] == Tag::conjunction);
  // "the day when, according to Orlo, |A|", "others who according to Orlo |A|"
  uint32_t link = t > s_.begin && is_comma(t - 1) ? t - 1 : t;
  if (link > s_.begin + 2 && one_of(g_.word(link - 1), {"who", "which", "when", "where", "that"}) &&
      d.cue.group.end + 1 < s_.end)
    return right(d, d.cue.group.end, false);
  bool content_before =
      !opens && (g_.has_finite({s_.begin, t}) || t > s_.begin + 5 || quotation_before(t));
  // "The board, according to Orlo, |wants|": what stands before has its verb behind
  content_before |= !opens && d.cue.group.end + 1 < s_.end && is_comma(t - 1) &&
                    is_comma(d.cue.group.end) && g_.is_finite(d.cue.group.end + 1);
  if (content_before) {
    d.side = Side::left;
    d.quoted_left = quotation_before(t);
    uint32_t after = d.cue.group.end;
    if (!d.quoted_left && after + 1 < s_.end && is_comma(after) &&
        (g_.is_finite(after + 1) || !g_.has_finite({s_.begin, t})))
      d.resume = after + 1;
    return true;
  }
  uint32_t behind = d.cue.group.end;
  // "According to the board |there was no delay|"
  if (opens && behind + 2 < s_.end &&
      (g_[behind] == Tag::pronoun || g_[behind] == Tag::determiner || g_[behind] == Tag::name) &&
      g_.clause_at(behind, s_.end))
    return right(d, behind, false);
  for (uint32_t i = d.cue.group.end; i + 2 < s_.end; ++i) {
    if (!is_comma(i) || !g_.has_finite({i + 1, s_.end})) continue;
    if (one_of(g_.word(i + 1), {"who", "which", "whose", "a", "an"}) && later_comma(i + 1))
      continue;
    d.side = Side::right;
    d.begin = i + 1;
    return true;
  }
  uint32_t after = d.cue.group.end;
  return opens && after + 5 < s_.end && is_comma(after) && right(d, after + 1, false);
}

bool SentenceReader::later_comma(uint32_t from) const {
  for (uint32_t i = from; i + 2 < s_.end; ++i)
    if (is_comma(i)) return g_.has_finite({i + 1, s_.end});
  return false;
}

// "He said that A, he said.": the second one adds nothing.
bool SentenceReader::says_again(const Cue& cue) const {
  if (cue.subject.empty() || r_.quoted(cue.range.begin)) return false;
  bool pronoun = one_of(g_.word(cue.subject.begin), {"he", "she"});
  for (const CueDraft& e : drafts_) {
    const Cue& first = e.cue;
    if (e.side != Side::right || e.phrase || first.role != CueRole::finite ||
        first.subject.empty() || lemma_of(first) != lemma_of(cue) || r_.quoted(first.range.begin))
      continue;
    if (g_.word(first.subject.end - 1) == g_.word(cue.subject.end - 1)) return true;
    if (pronoun && g_[first.subject.begin] != Tag::pronoun) return true;
  }
  return false;
}

// Content before the cue; `after`: what follows cue and hearer.
bool SentenceReader::decide_left(CueDraft& d, uint32_t after) {
  uint32_t g = d.cue.group.begin;
  if (says_again(d.cue)) return false;
  const Frames& f = d.cue.frames;
  if (quotation_before(g)) {
    if (!f.has(Frame::quote)) return false;
    d.side = Side::left;
    d.quoted_left = true;
    resume(d, after);
    return true;
  }
  if (!f.has(Frame::post) || g <= s_.begin + 1) return false;
  if (!is_comma(g - 1) && !is_dash(g - 1)) return false;
  if (d.cue.subject.empty()) return false;
  d.side = Side::left;
  resume(d, after);
  bool opens_with_phrase = g_[s_.begin] == Tag::preposition || g_[s_.begin] == Tag::verb ||
                           g_[s_.begin] == Tag::gerund || g_[s_.begin] == Tag::noun;
  if (d.resume == nowhere && !g_.has_finite({s_.begin, g}) &&
      (g < s_.begin + 9 || (opens_with_phrase && g < s_.begin + 14)))
    d.side = Side::none;
  return d.side == Side::left;
}

// "A," he said, "B." and "A, he said, B.": the content goes on.
void SentenceReader::resume(CueDraft& d, uint32_t after) {
  if (d.quoted_left) {
    d.resume = next_quotation(after);
    return;
  }
  uint32_t t = g_.skip_adjuncts(after, s_.end);
  if (t + 1 >= s_.end || !is_comma(t)) return;
  if (opens_quotation(t + 1)) {
    d.resume = t + 2;
    return;
  }
  // Unquoted: what stands before the cue is no whole clause, or what follows depends on it.
  uint32_t g = d.cue.group.begin;
  if (g_[t + 1] == Tag::gerund || one_of(g_.word(t + 1), {"who", "whose", "according"})) return;
  bool before_whole = g_.has_finite({s_.begin, g}) && g_[s_.begin] != Tag::subordinator;
  if (before_whole && one_of(g_.word(t + 1), {"a", "an"})) return;
  bool depends =
      one_of(g_.word(t + 1),
             {"even",         "because", "although", "though", "unless",    "if",      "so",
              "which",        "where",   "provided", "along",  "including", "despite", "especially",
              "particularly", "rather",  "as",       "when",   "since",     "until",   "while"});
  if (t + 2 < s_.end && one_of(g_.word(t + 1), {"after", "with", "by", "in", "of"}) &&
      g_.word(t + 2) == "which")
    depends = true;
  bool predicate = g_.is_finite(t + 1);
  // "A, he said, and was going to B"
  if (g_[t + 1] == Tag::conjunction && t + 2 < s_.end && g_.is_finite(t + 2))
    predicate = !r_.is(t + 2, WordClass::say | WordClass::speech_act);
  // "A, he said, and B", where nobody speaks in B
  predicate |=
      g_[t + 1] == Tag::conjunction && g_.clause_at(t + 2, s_.end) && !speech_in({t, s_.end});
  if (depends || predicate || (!before_whole && g_.has_finite({t + 1, s_.end}))) d.resume = t + 1;
}

bool SentenceReader::speech_in(TokenRange range) const {
  for (uint32_t t = range.begin; t < range.end; ++t)
    if (g_.is_finite(t) && r_.is(t, WordClass::say | WordClass::speech_act)) return true;
  return false;
}

// The quotation that goes on after "said Orlo, head of the port,"; nowhere if another cue or no
// comma comes before it.
uint32_t SentenceReader::next_quotation(uint32_t from) const {
  for (uint32_t t = from; t + 1 < s_.end; ++t) {
    if (is_comma(t) && opens_quotation(t + 1)) return t + 2;
    if (is_quote_mark(t) ||
        (r_.is(t, WordClass::say) && (g_[t] == Tag::verb || g_[t] == Tag::gerund)))
      return nowhere;
  }
  return nowhere;
}

bool SentenceReader::left_comma(const CueDraft& d) const {
  uint32_t g = d.cue.group.begin;
  return g > s_.begin + 2 && is_comma(g - 1) && d.cue.role == CueRole::finite &&
         !d.cue.subject.empty() && g_.has_finite({s_.begin, g});
}

}  // namespace quotary
