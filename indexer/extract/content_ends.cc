#include <algorithm>

#include "indexer/extract/sentence_reader.h"

namespace quotary {

// Where the content of an earlier cue has to end because of this one, if it has to.
uint32_t SentenceReader::break_before(const CueDraft& d) const {
  const Cue& c = d.cue;
  uint32_t t = c.group.begin;
  if (t <= s_.begin + 1) return nowhere;
  if (c.according) return over_comma(t);
  if (c.role == CueRole::noun || d.of_subject) return nowhere;
  // X claims that A "B," he said: what is claimed ends with the mark
  if (d.side == Side::left && d.quoted_left) return closes_quotation(t - 1) ? t - 1 : t - 2;
  if (d.side == Side::left && !d.quoted_left) return over_comma(t);
  if (d.side == Side::none && is_comma(t - 1) && says_again(c)) return t - 1;
  if (c.role == CueRole::gerund) return break_before_gerund(c);
  if (c.role == CueRole::participle || c.role == CueRole::infinitive || c.modal) return nowhere;
  if (!c.antecedent.empty()) return nowhere;
  if (d.side == Side::right && names_what_stands_before(d) && g_.word(t - 1) == "which")
    return over_comma(t - 1);
  if (d.side == Side::right && !c.subject.empty() && t > s_.begin + 2 &&
      g_.word(t - 1) == "which" && is_comma(t - 2))
    return t - 2;
  uint32_t lead = t;
  while (lead > s_.begin + 1 && g_[lead - 1] == Tag::adverb) --lead;
  bool conjunction = g_[lead - 1] == Tag::conjunction ||
                     one_of(g_.word(lead - 1), {"while", "whereas", "although", "though"}) ||
                     (g_.word(lead - 1) == "as" && g_[lead] == Tag::pronoun);
  if (!conjunction) return nowhere;
  bool even = lead > s_.begin + 2 && g_.word(lead - 2) == "even";
  if (even && g_.word(lead - 1) != "as") return nowhere;  // "even though they"
  return over_comma(lead - 1 - even);
}

uint32_t SentenceReader::break_before_gerund(const Cue& c) const {
  uint32_t t = c.group.begin;
  while (t > s_.begin + 1 && g_[t - 1] == Tag::adverb) --t;
  if (is_comma(t - 1)) return t - 1;
  if (comma_in_quotation_at(t - 1)) return t - 1;
  if (g_[t - 1] == Tag::conjunction ||
      one_of(g_.word(t - 1), {"while", "before", "after", "without"}))
    return over_comma(t - 1);
  if (one_of(g_.word(c.range.begin), {"saying", "citing"}) && g_.word(t - 1) != "as") return t;
  return nowhere;
}

// 'a "mistake," adding': the mark at `t` closes a quotation that ends with a comma of the sentence.
bool SentenceReader::comma_in_quotation_at(uint32_t t) const {
  return t > s_.begin && closes_quotation(t) && is_comma(t - 1);
}

// A comma of the sentence, or a mark that closes a quotation behind such a comma.
bool SentenceReader::parts_clauses(uint32_t t) const {
  return (is_comma(t) && !r_.quoted(t)) || comma_in_quotation_at(t);
}

// The end of content at the right of cue number i that begins at `begin`.
uint32_t SentenceReader::right_end(size_t i, uint32_t begin) const {
  if (begin >= s_.end && r_.quoted(begin))  // the next paragraph
    return r_.quotations[r_.quotation_of[begin]].inner.end;
  uint32_t end = s_.end;
  bool quoted =
      r_.quoted(drafts_[i].cue.range.begin) && !in_scare_quotes(drafts_[i].cue.range.begin);
  if (quoted)
    end = std::min(end, r_.quotations[r_.quotation_of[drafts_[i].cue.range.begin]].inner.end);
  for (size_t k = i + 1; k < drafts_.size(); ++k) {
    uint32_t b = drafts_[k].break_at;
    if (b == nowhere || b <= begin || b >= end) continue;
    if (r_.quoted(b) && !(quoted && drafts_[k].side == Side::right)) continue;
    if (drafts_[k].side == Side::none && may_lie_inside(drafts_[k].cue, b)) continue;
    if (!drafts_[i].phrase && drafts_[k].cue.role == CueRole::finite &&
        drafts_[k].side != Side::left && !drafts_[k].cue.subject.empty() &&
        !has_predicate({begin, b}))
      continue;
    end = b;
    break;
  }
  end = std::min(end, semicolon_before_cue(i, begin));
  if (lacks_subject(i, begin)) end = std::min(end, predicate_after_comma(begin));
  if (is_preposed(i)) end = std::min(end, preposed_end(i, begin));
  if (in_opening_clause(i)) end = std::min(end, main_clause_after(begin));
  if (opens_quotation(begin) && names_what_stands_before(drafts_[i]))
    return std::min(end, r_.quotations[r_.quotation_of[begin + 1]].inner.end);
  if (drafts_[i].cue.role == CueRole::gerund && begin > 0 && opens_quotation(begin - 1) &&
      !drafts_[i].phrase) {
    const Quotation& q = r_.quotations[r_.quotation_of[begin]];
    if (q.inner.end + 1 < end &&
        (g_.is_finite(q.inner.end + 1) || g_[q.inner.end + 1] == Tag::verb))
      return q.inner.end;
  }
  if (drafts_[i].phrase) end = std::min(end, phrase_end(begin, end, drafts_[i]));
  if (!quoted && !drafts_[i].phrase) end = std::min(end, gloss_after(begin, end));
  if (!quoted && leaves_open(drafts_[i])) end = std::min(end, contrast_after(begin, end));
  if (!quoted && begin > 0 && opens_quotation(begin - 1) && takes_whole_quotations(drafts_[i]))
    end = std::min(end, scene_after(begin, end));
  if (drafts_[i].phrase && drafts_[i].cue.role == CueRole::finite) end = without_day(begin, end);
  if (quoted) return end;
  for (uint32_t t = begin; t < end; ++t) {
    if (!r_.quoted(t)) continue;
    const Quotation& q = r_.quotations[r_.quotation_of[t]];
    if (q.inner.end >= end) return q.inner.end;
    t = q.inner.end;
  }
  return end;
}

// "would not say |who it was|", but "did not say that it was he", "denied |it|"
bool SentenceReader::leaves_open(const CueDraft& d) const {
  return (d.status == StatementStatus::not_said || d.status == StatementStatus::declined) &&
         g_.word(d.begin - 1) != "that";
}

// "would not say who it was, |but| praised him": what somebody did instead.
uint32_t SentenceReader::contrast_after(uint32_t begin, uint32_t end) const {
  for (uint32_t t = begin + 1; t + 1 < end; ++t)
    if (g_.word(t) == "but" && !r_.quoted(t) && new_clause(t + 1, end)) return over_comma(t);
  return end;
}

// 'shouted "Out!" |as| they marched': what happens beside a quotation that opens the content.
uint32_t SentenceReader::scene_after(uint32_t begin, uint32_t end) const {
  uint32_t t = r_.quotations[r_.quotation_of[begin]].inner.end;
  while (t + 2 < end && g_[t + 1] == Tag::conjunction && opens_quotation(t + 2))
    t = r_.quotations[r_.quotation_of[t + 3]].inner.end;
  if (t + 2 >= end) return end;
  bool scene = one_of(g_.word(t + 1), {"when", "while", "before", "after"}) ||
               (g_.word(t + 1) == "as" && g_.clause_at(t + 2, end));
  return scene ? t : end;
}

// 'chanted "No war"', but 'said "a new port" after the war would be': a quotation behind a verb
// that takes no clause and no object is all that was said.
bool SentenceReader::takes_whole_quotations(const CueDraft& d) const {
  return !d.cue.frames.has(Frame::clause) && !d.cue.frames.has(Frame::object);
}

// "A, |a claim that nobody believed|": what the narrator says of what was said.
uint32_t SentenceReader::gloss_after(uint32_t begin, uint32_t end) const {
  for (uint32_t t = begin + 3; t + 3 < end; ++t) {
    if (r_.quoted(t) || !(is_comma(t) || is_dash(t))) continue;
    uint32_t first = g_.word(t + 1) == "in" ? t + 2 : t + 1;  // ", in an apparent reference to"
    if (!one_of(g_.word(first), {"a", "an"})) continue;
    TokenRange group = g_.noun_group_at(first, end);
    if (group.empty() || group.end >= end) continue;
    if (one_of(g_.word(group.end - 1),
               {"claim",    "charge", "admission",      "allegation", "accusation", "assertion",
                "proposal", "notion", "reference",      "move",       "statement",  "position",
                "view",     "remark", "comment",        "promise",    "pledge",     "suggestion",
                "argument", "idea",   "recommendation", "decision",   "prediction", "line",
                "message",  "theme",  "contention"}))
      return t;
  }
  return end;
}

// A verb of speech that tells nothing here does not end what was said before it ("said it was late
// and suggests a delay"), unless it goes on with the first one's subject ("said A, and hoped B").
bool SentenceReader::may_lie_inside(const Cue& cue, uint32_t break_at) const {
  if (cue.frames.has(Frame::finite)) return false;
  // "as they had |raised| funds": speech with few objects only
  bool rarely_speaks = one_of(lemma_of(cue), {"raise", "name", "identify", "plead"});
  if (cue.role != CueRole::finite || rarely_speaks) return true;
  auto form = static_cast<VerbForm>(r_.lexicon->info(r_.tokens[cue.range.begin].word).verb_form);
  return cue.subject.empty() && !(is_comma(break_at) && form == VerbForm::past);
}

// "a rule that officials said would start in May, will not last": what is told has no subject of
// its own, as it is a relative clause.
bool SentenceReader::lacks_subject(size_t i, uint32_t begin) const {
  const CueDraft& d = drafts_[i];
  if (d.side != Side::right || d.phrase || begin != d.begin || r_.quoted(begin)) return false;
  // "the council, who said A, might leave": a comma before the relative clause, one behind it
  bool relative = d.cue.role == CueRole::finite && !d.cue.subject.empty() &&
                  one_of(g_.word(d.cue.subject.begin), {"who", "which"}) &&
                  d.cue.subject.begin > s_.begin + 1 && is_comma(d.cue.subject.begin - 1);
  // "relief workers, claiming A, said B"
  uint32_t group = d.cue.group.begin;
  bool aside = d.cue.role == CueRole::gerund && d.cue.subject.empty() && group > s_.begin + 1 &&
               is_comma(group - 1) && !g_.has_finite({s_.begin, group});
  return relative || aside || g_.is_finite(begin);
}

// The comma that a predicate follows; the sentence's end where there is none.
uint32_t SentenceReader::predicate_after_comma(uint32_t begin) const {
  for (uint32_t t = begin + 1; t + 1 < s_.end; ++t)
    if (parts_clauses(t) && g_.is_finite(t + 1)) return t;
  return s_.end;
}

// "Orlo said A; Sund promised B": the semicolon, where another's attribution follows it.
uint32_t SentenceReader::semicolon_before_cue(size_t i, uint32_t begin) const {
  for (size_t k = i + 1; k < drafts_.size(); ++k) {
    const Cue& c = drafts_[k].cue;
    if (drafts_[k].side != Side::right || c.role != CueRole::finite || c.subject.empty()) continue;
    uint32_t lead = c.group.begin;
    while (lead > begin && (g_[lead - 1] == Tag::adverb || g_[lead - 1] == Tag::conjunction))
      --lead;
    if (lead > begin && r_.text(lead - 1) == ";" && !r_.quoted(lead - 1)) return lead - 1;
  }
  return nowhere;
}

// "When Orlo announced Z, the house cheered": the main clause is no part of Z.
bool SentenceReader::in_opening_clause(size_t i) const {
  const Cue& c = drafts_[i].cue;
  if (c.role != CueRole::finite || c.subject.empty()) return false;
  if (!one_of(g_.word(s_.begin), {"when", "after", "while", "although", "though", "because",
                                  "since", "as", "before", "When", "After"}))
    return false;
  for (uint32_t t = s_.begin; t < c.group.begin; ++t)
    if (is_comma(t)) return false;
  return true;
}

uint32_t SentenceReader::main_clause_after(uint32_t begin) const {
  for (uint32_t t = begin + 1; t + 1 < s_.end; ++t)
    if (parts_clauses(t) && g_.clause_at(t + 1, s_.end) && g_[t + 1] != Tag::conjunction &&
        g_[t + 1] != Tag::subordinator && g_.word(t + 1) != "which")
      return t;
  return s_.end;
}

bool SentenceReader::has_predicate(TokenRange range) const {
  for (uint32_t t = range.begin; t < range.end; ++t)
    if (g_[t] == Tag::verb || g_[t] == Tag::auxiliary) return true;
  return false;
}

// "Noting that A, X said": a participle before the main clause.
bool SentenceReader::is_preposed(size_t i) const {
  const Cue& c = drafts_[i].cue;
  bool bare_participle = c.role == CueRole::participle && c.group.begin == c.range.begin;
  if (c.role != CueRole::gerund && c.role != CueRole::noun && !bare_participle) return false;
  if (c.group.begin <= s_.begin + 1) return c.role != CueRole::noun;
  // "In a march demanding Z, X said"
  bool opening_phrase = g_[s_.begin] == Tag::preposition || g_[s_.begin] == Tag::participle;
  uint32_t farthest = opening_phrase ? 12 : c.role == CueRole::noun ? 0 : 3;
  return c.group.begin <= s_.begin + farthest && g_[c.group.begin - 1] != Tag::conjunction &&
         !g_.has_finite({s_.begin, c.group.begin});
}

uint32_t SentenceReader::preposed_end(size_t i, uint32_t begin) const {
  for (size_t k = i + 1; k < drafts_.size(); ++k) {
    uint32_t t = drafts_[k].cue.group.begin;
    if (drafts_[k].cue.role == CueRole::finite && !drafts_[k].cue.subject.empty() &&
        t > begin + 1 && (is_comma(t - 1) || closes_quotation(t - 1)))
      return t - 1;
  }
  for (uint32_t t = begin + 1; t + 1 < s_.end; ++t)
    if (parts_clauses(t) && g_.clause_at(t + 1, s_.end)) return t;
  return s_.end;
}

// The end of an object: it goes over prepositional phrases and lists, not over a new clause.
uint32_t SentenceReader::phrase_end(uint32_t begin, uint32_t end, const CueDraft& d) const {
  bool whole = d.cue.frames.has(Frame::whole) && d.begin == d.cue.range.end;
  bool inside =
      d.cue.role == CueRole::noun || d.cue.role == CueRole::gerund || !d.cue.antecedent.empty();
  int relatives = 0;
  uint32_t first = whole ? std::max(begin + 1, predicate_marker(begin, end, d)) : begin + 1;
  for (uint32_t t = first; t < end; ++t) {
    if (r_.quoted(t)) continue;
    TokenKind k = r_.tokens[t].kind;
    if (k == TokenKind::colon) return t;
    // "the resolution condemning Z was adopted": the clause around goes on
    if (one_of(g_.word(t),
               {"who", "which", "that", "what", "how", "whether", "where", "as", "because", "if"}))
      ++relatives;
    if (inside && g_.is_finite(t) && relatives-- <= 0 &&
        (g_[t] == Tag::auxiliary || r_.is(t, WordClass::say)))
      return t;
    bool infinitive = g_[d.begin] == Tag::to && t + 1 < end && g_[t + 1] == Tag::preposition;
    if (is_comma(t) && t + 1 < end && !whole && !infinitive &&
        !(g_[t + 1] == Tag::conjunction && infinitive_goes_on(d, t + 2)) && ends_phrase(t + 1, end))
      return t;
    if (g_[t] == Tag::conjunction && t + 1 < end && !infinitive_goes_on(d, t + 1) &&
        new_clause(t + 1, end))
      return over_comma(t);
    // "defending the plan and |answering| its critics"
    if (relatives == 0 && g_[t] == Tag::conjunction && goes_on_beside(d, t + 1, end))
      return over_comma(t);
    if (t > begin + 1 && is_narrators_adjunct(begin, t, end)) return over_comma(t);
    if (t > begin && opens_occasion(d, t, end)) return over_comma(t);
    if (t > begin + 1 && one_of(g_.word(t), {"while", "although", "though", "whereas"}))
      return over_comma(t);
    bool in_list = t + 2 < end && (is_comma(t + 2) || g_[t + 2] == Tag::conjunction);
    if (is_comma(t) && t + 1 < end && g_[t + 1] == Tag::gerund && !in_list &&
        g_.word(t + 1) != "including")
      return t;
  }
  return end;
}

// "defending the plan and |answering| its critics": what the subject does besides.
bool SentenceReader::goes_on_beside(const CueDraft& d, uint32_t t, uint32_t end) const {
  if (d.cue.role != CueRole::gerund || t + 1 >= end || g_[t] != Tag::gerund) return false;
  for (uint32_t i = d.begin; i < t; ++i)
    if (g_[i] == Tag::gerund) return false;
  Tag next = g_[t + 1];  // "low growth and |growing inequality|"
  return next == Tag::determiner || next == Tag::pronoun || next == Tag::preposition ||
         next == Tag::name || next == Tag::adverb;
}

// "vowed to sail |following the storm|", "announced it |after making| peace".
bool SentenceReader::is_narrators_adjunct(uint32_t begin, uint32_t t, uint32_t end) const {
  if (t + 1 >= end) return false;
  if (one_of(g_.word(t), {"following", "despite"}) && (g_.is_nominal(t + 1))) return true;
  return g_[t + 1] == Tag::gerund && g_[begin] != Tag::gerund &&
         one_of(g_.word(t), {"after", "before", "without"});
}

// "praised the crew |in a statement|", "rejected the claim |during a debate|".
bool SentenceReader::opens_occasion(const CueDraft& d, uint32_t t, uint32_t end) const {
  if (g_[d.begin] == Tag::to || d.cue.role == CueRole::noun) return false;
  if (!one_of(g_.word(t), {"in", "during", "at", "on", "through"})) return false;
  TokenRange group = g_.noun_group_at(t + 1, end);
  if (group.empty()) return false;
  if (g_.word(t) == "on")
    return g_.word(group.end - 1) == "Twitter" || g_.word(group.end - 1) == "Facebook";
  return one_of(
      g_.word(group.end - 1),
      {"speech",  "post",       "interview", "statement",  "letter",     "tweet",       "debate",
       "rally",   "conference", "briefing",  "address",    "interviews", "speeches",    "tweets",
       "remarks", "message",    "telegram",  "communique", "spokesman",  "spokeswoman", "debates"});
}

// "called for unity |on Tuesday|": an object ends before the day on which it was called for.
uint32_t SentenceReader::without_day(uint32_t begin, uint32_t end) const {
  while (end > begin && r_.tokens[end - 1].kind == TokenKind::stop) --end;
  if (g_[begin] == Tag::to || end < begin + 3 || !r_.is(end - 1, WordClass::weekday)) return end;
  if (r_.quoted(end - 1)) return end;
  uint32_t day = g_.word(end - 2) == "on" ? end - 2 : end - 1;
  bool of_object = g_[day - 1] == Tag::preposition || g_[day - 1] == Tag::conjunction;
  return of_object || day <= begin + 1 ? end : day;
}

// "blamed A, who left, and his B |for| C": the preposition of what is said about the object;
// `begin` where there is none.
uint32_t SentenceReader::predicate_marker(uint32_t begin, uint32_t end, const CueDraft& d) const {
  std::string_view lemma = lemma_of(d.cue);
  if (one_of(lemma, {"call", "dub", "term", "label", "brand"})) return begin;
  auto marks = [&](std::string_view word) {
    if (lemma == "blame") return one_of(word, {"for", "on"});
    if (lemma == "put") return one_of(word, {"at", "between"});
    if (one_of(lemma, {"compare", "liken", "attribute"})) return one_of(word, {"to", "with"});
    return word == "as";
  };
  for (uint32_t t = begin + 1; t < std::min(end, begin + 40); ++t) {
    if (g_[t] == Tag::verb && !one_of(g_.word(t - 1), {"who", "which", "that"})) return begin;
    if (marks(g_.word(t))) return t;
  }
  return begin;
}

// "to end the war and restore order": a base form behind "and" is of the infinitive before, unless
// the cue itself is one of a plural's ("they ask Z to go and say").
bool SentenceReader::infinitive_goes_on(const CueDraft& d, uint32_t t) const {
  if (g_[d.begin] != Tag::to && g_.word(d.begin) != "not") return false;
  auto is_base = [&](uint32_t word) {
    return static_cast<VerbForm>(r_.lexicon->info(r_.tokens[word].word).verb_form) ==
           VerbForm::base;
  };
  if (d.cue.role == CueRole::finite && is_base(d.cue.range.begin)) return false;
  while (t < s_.end && g_[t] == Tag::adverb) ++t;
  return t < s_.end && is_base(t) && g_[t] != Tag::auxiliary;
}

// "new boats, plus the old ones", "..., most of them", "..., so as to"
bool SentenceReader::goes_on_with(uint32_t t, uint32_t end) const {
  if (t + 1 >= end) return false;
  std::string_view next = g_.word(t + 1);
  if (one_of(g_.word(t), {"most", "all", "some", "many", "both"})) return next == "of";
  return g_.word(t) == "plus" || (g_.word(t) == "so" && next == "as") ||
         (g_.word(t) == "rather" && next == "than") || (g_.word(t) == "as" && next == "well");
}

// After the comma at t - 1 no list goes on.
bool SentenceReader::ends_phrase(uint32_t t, uint32_t end) const {
  if (goes_on_with(t, end)) return false;
  if (g_[t] == Tag::conjunction) return new_clause(t + 1, end);
  if (one_of(g_.word(t), {"who", "whose", "including", "such", "especially", "particularly",
                          "namely", "notably"}))
    return false;
  if (g_[t] == Tag::base || (g_[t] == Tag::adverb && g_[t + 1] == Tag::base)) return false;
  if (!g_.is_nominal(t)) return true;
  // "a massive, costly wall": adjectives
  if (t >= s_.begin + 3 && g_[t - 3] == Tag::determiner && g_[t] == Tag::noun && t + 1 < end &&
      g_[t + 1] == Tag::noun)
    return false;
  // "leave for the youth, Karl Orlo": a short apposition ends the sentence
  TokenRange last = g_.noun_group_at(t, end);
  if (!last.empty() && last.end + 1 >= s_.end && !r_.is(t, WordClass::weekday)) return false;
  for (uint32_t i = t; i < std::min(end, t + 14); ++i) {
    if (g_.is_finite(i)) return true;
    if (g_[i] == Tag::conjunction) return false;
  }
  return true;
}

bool SentenceReader::new_clause(uint32_t t, uint32_t end) const {
  while (t < end && g_[t] == Tag::adverb) ++t;
  if (t >= end) return false;
  if (g_[t] == Tag::to || one_of(g_.word(t), {"whether", "how", "why"})) return false;
  // "its plea for selling the boats and |closing| the bay", but "and |diving| made her rich"
  if (g_[t] == Tag::gerund) return t + 1 < end && g_.is_finite(t + 1);
  TokenRange group = g_.noun_group_at(t, end);  // "for Rome and |Lund to meet|"
  if (!group.empty() && group.end < end && g_[group.end] == Tag::to) return false;
  return g_.is_finite(t) || g_.clause_at(t, end);
}

}  // namespace quotary
