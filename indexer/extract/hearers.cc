#include <algorithm>

#include "indexer/extract/sentence_reader.h"

namespace quotary {

// The token after the one spoken to: "told |the committee| that"; `after` where there is none.
uint32_t SentenceReader::over_hearer(CueDraft& d, uint32_t after) {
  const Frames& f = d.cue.frames;
  if (!f.has(Frame::hearer) && !f.has(Frame::hearer_to) && !f.hearer_prepositions) return after;
  uint32_t first = over_place_and_day(after);
  TokenRange who = hearer_at(f, first);
  if (who.empty()) return after;
  if (f.has(Frame::hearer_to) && !f.has(Frame::clause)) who.end = end_of_hearers(who.end);
  if (f.has(Frame::clause) && !f.has(Frame::needs_hearer) && !is_marked_hearer(f, who))
    return after;
  if (uint32_t name_end = end_of_name_after(f, who.end)) {
    d.addressee = {who.begin, name_end};
    return after_day(name_end + 1);
  }
  uint32_t next = preposition_after_aside(f, who.end);
  uint32_t later = after_day(who.end);  // "accused Orlo on Tuesday of greed"
  if (f.has(Frame::hearer_to) && later < s_.end && g_[later] == Tag::to) next = later;
  if (!next && later != who.end && preposition_in(f.hearer_prepositions, later)) next = later;
  if (!next && !f.has(Frame::hearer)) {
    bool to = f.has(Frame::hearer_to) && who.end < s_.end &&
              (g_[who.end] == Tag::to || g_.word(who.end) == "not");
    if (!to && !preposition_in(f.hearer_prepositions, who.end)) return after;
  }
  d.addressee = who;
  return next ? next : who.end;
}

// The noun phrase that may be the hearer; empty where a clause begins.
TokenRange SentenceReader::hearer_at(const Frames& f, uint32_t t) const {
  if (t >= s_.end) return {};
  if (g_[t] == Tag::pronoun &&
      one_of(g_.word(t), {"he", "she", "they", "we", "i", "there", "that", "this"}))
    return {};
  TokenRange who = g_.noun_group_at(t, s_.end);
  bool adjective = who.empty() && t + 1 < s_.end && g_[t + 1] == Tag::noun &&
                   (g_[t] == Tag::gerund || g_[t] == Tag::verb || g_[t] == Tag::participle);
  if (adjective) who = {t, g_.noun_group_at(t + 1, s_.end).end};  // "told cheering crowds"
  if (!who.empty()) who.end = before_new_subject(who);
  while (!who.empty() && who.end + 1 < s_.end && g_[who.end] == Tag::preposition &&
         (g_.word(who.end) == "of" || f.has(Frame::hearer_to)) &&
         (!preposition_in(f.hearer_prepositions, who.end) || is_of_the_hearer(f, who.end))) {
    TokenRange next = g_.noun_group_at(who.end + 1, s_.end);
    if (next.empty()) break;
    who.end = next.end;
  }
  return who;
}

// "warned Iran that", but not "warned Iran would".
bool SentenceReader::is_marked_hearer(const Frames& f, TokenRange who) const {
  if (who.end >= s_.end) return !f.has(Frame::object);
  if (at_end(who.end)) return !f.has(Frame::object);
  if (is_quote_mark(who.end)) return true;
  if (one_of(g_.word(who.end), {"that", "to", "against", "about", "of", "not"})) return true;
  uint32_t skipped = g_.skip_adjuncts(who.end, s_.end);
  return skipped < s_.end && one_of(g_.word(skipped), {"that", "to", "against"});
}

// "urged |here Wednesday| all parties to": what stands before the hearer.
uint32_t SentenceReader::over_place_and_day(uint32_t t) const {
  uint32_t first = t;
  while (first < s_.end && (g_[first] == Tag::adverb || r_.is(first, WordClass::weekday))) ++first;
  return first < s_.end && g_.is_nominal(first) ? first : t;
}

// "told reporters |Rome's mayor was|": the name behind a plural begins what was told.
uint32_t SentenceReader::before_new_subject(TokenRange who) const {
  if (who.end < s_.end && one_of(g_.word(who.end), {"that", "to", "about"})) return who.end;
  for (uint32_t t = who.begin + 1; t < who.end; ++t) {
    bool plural =
        g_[t - 1] == Tag::noun && !r_.tokens[t - 1].capitalised && r_.text(t - 1).ends_with('s');
    if (plural && g_[t] == Tag::name && g_.clause_at(t, s_.end)) return t;
  }
  return who.end;
}

// "told the Voice |of Harbour| that", "told the head |of the guild| on Monday that", but not
// "informed the council |of the sale|".
bool SentenceReader::is_of_the_hearer(const Frames& f, uint32_t of) const {
  if (g_.word(of) != "of" || of + 2 >= s_.end) return false;
  bool name = g_[of - 1] == Tag::name && g_[of + 1] == Tag::name;
  bool audience = r_.is(of - 1, WordClass::body | WordClass::group) ||
                  one_of(g_.word(of - 1), {"meeting", "gathering", "conference", "session"});
  if (!name && !audience && !r_.is(of - 1, WordClass::role | WordClass::title)) return false;
  TokenRange owner = g_.noun_group_at(of + 1, s_.end);
  if (owner.empty() || owner.end >= s_.end) return false;
  uint32_t told = after_day(owner.end);
  return told < s_.end &&
         (is_clause_marker(told) || g_[told] == Tag::to || end_of_name_after(f, owner.end));
}

// "asked shops, banks and the heads of schools in Lund |to| close": the infinitive behind a list
// or a long phrase; `t` itself where no infinitive follows it before the next verb.
uint32_t SentenceReader::end_of_hearers(uint32_t t) const {
  if (t >= s_.end || g_[t] == Tag::to || is_clause_marker(t)) return t;
  for (uint32_t i = t; i < std::min(s_.end, t + 30); ++i) {
    if (g_[i] == Tag::to) return g_.word(i - 1) == "not" ? i - 1 : i;
    TokenKind kind = r_.tokens[i].kind;
    bool ends = kind == TokenKind::stop || kind == TokenKind::colon || kind == TokenKind::quote;
    if (ends || g_.is_finite(i) || g_[i] == Tag::subordinator || g_[i] == Tag::gerund) return t;
  }
  return t;
}

// "told the head of the guild, |Lena Orlo|, on Tuesday that": where the name ends that tells who
// the hearer at the comma `t` is, with what was told behind it; 0 if there is none.
uint32_t SentenceReader::end_of_name_after(const Frames& f, uint32_t t) const {
  if (t + 3 >= s_.end || !is_comma(t)) return 0;
  TokenRange name = g_.noun_group_at(t + 1, s_.end);
  if (name.empty() || name.end >= s_.end || g_[name.end - 1] != Tag::name || !is_comma(name.end))
    return 0;
  uint32_t told = after_day(name.end + 1);
  if (told >= s_.end) return 0;
  bool marked = is_clause_marker(told) || g_[told] == Tag::to || g_.word(told) == "not" ||
                preposition_in(f.hearer_prepositions, told);
  return marked ? name.end : 0;
}

// What stands behind "here", "on Tuesday".
uint32_t SentenceReader::after_day(uint32_t t) const {
  if (t < s_.end && g_.word(t) == "here") ++t;
  uint32_t day = t < s_.end && g_.word(t) == "on" ? t + 1 : t;
  return day < s_.end && r_.is(day, WordClass::weekday) ? g_.skip_adjuncts(day, s_.end) : t;
}

// "accused the owners, who fled, of greed": the preposition after an aside; 0 if there is none.
uint32_t SentenceReader::preposition_after_aside(const Frames& f, uint32_t t) const {
  if (!f.hearer_prepositions || t + 2 >= s_.end) return 0;
  bool dash = is_dash(t);
  bool aside = dash || (is_comma(t) && (g_[t + 1] == Tag::pronoun || g_[t + 1] == Tag::determiner));
  for (uint32_t i = t + 2; aside && i + 2 < std::min(s_.end, t + 20); ++i) {
    if (dash ? !is_dash(i) : !is_comma(i)) continue;
    if (preposition_in(f.hearer_prepositions, i + 1)) return i + 1;
    break;
  }
  return preposition_after_list(f, t);
}

// "thanked the crew, the guild and the owners of boats |for|": 0 if there is none, or if a second
// "of" makes it doubtful which one ends the list.
uint32_t SentenceReader::preposition_after_list(const Frames& f, uint32_t t) const {
  bool listed = false;
  uint32_t found = 0;
  for (uint32_t i = t; i + 1 < std::min(s_.end, t + 30); ++i) {
    if (listed && preposition_in(f.hearer_prepositions, i)) {
      if (g_.word(i) != "of") return i;
      if (found) return 0;
      found = i;
    }
    listed |= g_[i] == Tag::conjunction;
    bool of = g_.word(i) == "of" && i > t;
    bool part = g_.is_nominal(i) || is_comma(i) || g_[i] == Tag::conjunction || of ||
                r_.tokens[i].kind == TokenKind::open_bracket ||
                r_.tokens[i].kind == TokenKind::close_bracket;
    if (!part) return found;
  }
  return found;
}

// "called on Y to Z"
bool SentenceReader::on_to(CueDraft& d, uint32_t after) {
  while (after < s_.end && g_[after] == Tag::adverb) ++after;  // "appealed again to"
  if (!preposition_in(d.cue.frames.to_prepositions, after)) return false;
  TokenRange who = g_.noun_phrase_at(after + 1, s_.end);
  if (who.empty()) return false;
  uint32_t t = who.end;
  while (t < s_.end && t < after + 40 && g_[t] != Tag::to && !g_.is_finite(t) &&
         r_.tokens[t].kind != TokenKind::stop)
    ++t;
  bool to = t < s_.end && g_[t] == Tag::to;
  // "appealed to the board |for help|"
  if (!to) who = g_.noun_group_at(after + 1, s_.end);
  if (!to && (who.empty() || r_.is(after + 1, WordClass::weekday) || g_.word(who.end) != "for" ||
              !preposition_in(d.cue.frames.prepositions, who.end)))
    return false;
  if (after == d.cue.range.end) ++d.cue.range.end;
  d.addressee = who;
  return to ? right(d, with_negation(d, t), true) : right(d, who.end + 1, true);
}

}  // namespace quotary
