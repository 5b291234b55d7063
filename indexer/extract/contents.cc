#include "indexer/extract/contents.h"

#include <algorithm>

namespace quotary {
namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr uint32_t nowhere = ~0u;

// Where the content of a cue was found.
enum class Side : uint8_t { none, left, right };

struct Draft {
  Cue cue;
  Side side = Side::none;
  uint32_t begin = 0;           // of the content at the right
  bool phrase = false;          // the content at the right is a noun phrase or an infinitive
  bool quoted_left = false;     // the content at the left ends with a quotation mark
  uint32_t resume = nowhere;    // where content at the left goes on after the cue
  uint32_t break_at = nowhere;  // content of earlier cues ends here
  TokenRange addressee;
  StatementStatus status = StatementStatus::said;
};

class SentenceReader {
 public:
  SentenceReader(const Grammar& g, TokenRange sentence) : g_(g), r_(g.reading()), s_(sentence) {}

  std::vector<Attribution> run() {
    for (Cue& cue : find_cues(g_, s_)) {
      Draft d;
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

 private:
  // ---- what stands where

  bool is_quote_mark(uint32_t t) const {
    return t < r_.tokens.size() && r_.tokens[t].kind == TokenKind::quote && !r_.quoted(t);
  }
  bool opens_quotation(uint32_t t) const {
    return is_quote_mark(t) && t + 1 < r_.tokens.size() && r_.quoted(t + 1) &&
           r_.quotations[r_.quotation_of[t + 1]].inner.begin == t + 1;
  }
  bool closes_quotation(uint32_t t) const { return is_quote_mark(t) && t > 0 && r_.quoted(t - 1); }
  bool is_comma(uint32_t t) const { return r_.tokens[t].kind == TokenKind::comma; }
  bool is_dash(uint32_t t) const { return r_.tokens[t].kind == TokenKind::dash; }

  // A quotation ends right before `t` (a comma may follow its mark).
  bool quotation_before(uint32_t t) const {
    uint32_t first = paragraph_begin();
    if (t <= first) return false;
    if (closes_quotation(t - 1)) return true;
    if (t < first + 2) return false;
    return (is_comma(t - 1) || is_dash(t - 1)) && closes_quotation(t - 2);
  }
  uint32_t paragraph_begin() const {
    return r_.paragraphs[r_.sentences[r_.sentence_of[s_.begin]].paragraph].tokens.begin;
  }
  bool at_end(uint32_t t) const {
    if (t >= s_.end) return true;
    TokenKind k = r_.tokens[t].kind;
    return k == TokenKind::stop || k == TokenKind::comma || k == TokenKind::dash ||
           k == TokenKind::close_bracket || k == TokenKind::colon || closes_quotation(t);
  }

  // "Jan Orlo: 'We won.'"
  void name_and_colon(std::vector<Attribution>& attributions) const {
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

  // ---- decisions

  bool decide(Draft& d) {
    if (d.cue.according) return decide_according(d);
    if (d.cue.role == CueRole::noun) return decide_noun(d);
    if (!quoted_speaks(d.cue)) return false;
    if (d.cue.role == CueRole::participle) return decide_passive(d);
    if (d.cue.role == CueRole::infinitive && !infinitive_speaks(d.cue)) return false;
    if (d.cue.modal && !d.cue.negated) return false;
    if (d.cue.role == CueRole::gerund && lemma_of(d.cue) == "refer") return false;
    if (restates(d.cue)) return false;
    if (d.cue.frames.has(Frame::needs_document) && !from_document(d.cue)) return false;
    d.status = status_of(d.cue);
    uint32_t after = d.cue.inverted ? d.cue.group.end : d.cue.range.end;
    if (d.cue.inverted) return decide_left(d, after);
    if (extend_over_noun(d)) return true;
    uint32_t r0 = over_hearer(d, after);
    if (decide_right(d, after, r0)) return true;
    bool may_follow =
        d.cue.role == CueRole::finite || (d.cue.role == CueRole::gerund && !d.cue.subject.empty());
    return may_follow && decide_left(d, r0);
  }

  // "a survey found": people find things without a word.
  bool from_document(const Cue& cue) const {
    TokenRange subject = cue.antecedent.empty() ? cue.subject : cue.antecedent;
    for (uint32_t t = subject.begin; t < subject.end; ++t) {
      if (g_[t] == Tag::preposition) break;
      if (r_.is(t, WordClass::document) ||
          one_of(g_.word(t),
                 {"poll",    "polls", "survey",   "surveys",    "study",    "studies",
                  "results", "data",  "figures",  "statistics", "research", "investigation",
                  "inquiry", "tests", "analysis", "court",      "jury",     "documents",
                  "records", "audit", "review",   "report",     "reports",  "commission"}))
        return true;
    }
    return false;
  }

  // "X said China welcomes Z": the welcome is X's own, said within what X says.
  bool restates(const Cue& cue) const {
    if (cue.role != CueRole::finite || r_.is(cue.range.begin, WordClass::say)) return false;
    auto form = static_cast<VerbForm>(r_.lexicon->info(r_.tokens[cue.range.begin].word).verb_form);
    if (form != VerbForm::third_person && form != VerbForm::base) return false;
    for (const Draft& e : drafts_)
      if (e.side == Side::right && !e.phrase && e.begin <= cue.group.begin) return true;
    return false;
  }

  // Inside a quotation only a third party's words are told.
  bool quoted_speaks(const Cue& cue) const {
    if (!r_.quoted(cue.range.begin)) return true;
    if (cue.role != CueRole::finite || cue.subject.empty() || cue.modal) return false;
    if (!one_of(lemma_of(cue), {"say", "tell", "ask", "announce", "promise", "declare", "urge",
                                "call", "claim", "warn", "agree", "predict"}))
      return false;
    return !one_of(g_.word(cue.subject.begin), {"i", "we", "you", "it", "my", "our", "who", "that",
                                                "this", "which", "what", "your", "one", "nobody"});
  }

  bool decide_noun(Draft& d) {
    for (const Draft& e : drafts_)
      if (e.side == Side::right && e.begin >= d.cue.range.begin) return false;
    if (r_.quoted(d.cue.range.begin)) return false;
    return right(d, d.cue.content_begin, g_.word(d.cue.content_begin - 1) != "that");
  }

  // "were told that", "was urged to", "has been accused of": the speaker is unnamed, or follows
  // "by".
  bool decide_passive(Draft& d) {
    const Frames& f = d.cue.frames;
    uint32_t t = d.cue.range.end;
    if (t >= s_.end || d.cue.group.begin == d.cue.range.begin) return false;
    if (g_.word(t) == "by") {
      TokenRange by = g_.noun_phrase_at(t + 1, s_.end);
      if (by.empty()) return false;
      d.cue.subject = by;
      t = by.end;
    }
    if (t >= s_.end) return false;
    if (g_.word(t) == "that" && f.has(Frame::clause) && d.cue.group.begin > s_.begin &&
        g_.word(d.cue.group.begin - 1) == "it")
      return right(d, t + 1, false);
    if (f.has(Frame::hearer_to) && g_[t] == Tag::to && !f.has(Frame::clause))
      return right(d, t, true);
    if (preposition_in(f.hearer_prepositions, t) && g_.word(t) != "about")
      return right(d, t + 1, true);
    if (f.has(Frame::needs_hearer) && f.has(Frame::clause)) {
      if (g_.word(t) == "that") return right(d, t + 1, false);
      if (g_.clause_at(t, s_.end)) return right(d, t, false);
    }
    return false;
  }

  bool infinitive_speaks(const Cue& cue) const {
    uint32_t t = cue.group.begin;
    if (t < s_.begin + 2 || g_[t - 1] != Tag::to) return false;
    return one_of(g_.word(t - 2), {"continued", "continues", "went", "came", "took"});
  }

  StatementStatus status_of(const Cue& cue) const {
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

  std::string_view lemma_of(const Cue& cue) const {
    return r_.lexicon->form(r_.lexicon->info(r_.tokens[cue.range.begin].word).lemma);
  }

  bool decide_according(Draft& d) {
    uint32_t t = d.cue.group.begin;
    bool opens = t == s_.begin || r_.tokens[t - 1].kind == TokenKind::colon ||
                 (t == s_.begin + 1 && g_[s_.begin] == Tag::conjunction);
    bool content_before =
        !opens && (g_.has_finite({s_.begin, t}) || t > s_.begin + 5 || quotation_before(t));
    if (content_before) {
      d.side = Side::left;
      d.quoted_left = quotation_before(t);
      uint32_t after = d.cue.group.end;
      if (!d.quoted_left && after + 1 < s_.end && is_comma(after) &&
          (g_.is_finite(after + 1) || !g_.has_finite({s_.begin, t})))
        d.resume = after + 1;
      return true;
    }
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
  bool later_comma(uint32_t from) const {
    for (uint32_t i = from; i + 2 < s_.end; ++i)
      if (is_comma(i)) return g_.has_finite({i + 1, s_.end});
    return false;
  }

  // "expressed confidence that", "voiced concern over": the noun belongs to the cue.
  bool extend_over_noun(Draft& d) {
    std::string_view lemma = lemma_of(d.cue);
    if (!one_of(lemma, {"express", "voice", "reiterate", "repeat", "renew", "reaffirm"}))
      return false;
    uint32_t limit = std::min(s_.end, d.cue.range.end + 8);
    for (uint32_t t = d.cue.range.end; t < limit; ++t) {
      if (!g_.is_nominal(t) && g_[t] != Tag::conjunction && g_[t] != Tag::adverb) return false;
      if (!r_.is(t, WordClass::feeling_noun) && !r_.is(t, WordClass::cue_noun)) continue;
      uint32_t next = t + 1;
      // "delight and astonishment at"
      while (next < limit && (g_[next] == Tag::conjunction || r_.is(next, WordClass::feeling_noun)))
        ++next;
      if (next < limit && r_.is(next, WordClass::weekday)) ++next;
      if (next >= s_.end) return false;
      bool that = g_.word(next) == "that";
      if (!that && g_[next] != Tag::preposition && g_[next] != Tag::to) continue;
      if (next + 1 >= s_.end) return false;
      d.side = Side::right;
      d.cue.range.end = t + 1;
      if (next > t + 1 && r_.is(next - 1, WordClass::feeling_noun)) d.cue.range.end = next;
      d.begin = g_[next] == Tag::to ? next : next + 1;
      d.phrase = !that;
      return true;
    }
    return false;
  }

  // The token after the one spoken to: "told |the committee| that".
  uint32_t over_hearer(Draft& d, uint32_t after) {
    const Frames& f = d.cue.frames;
    if (!f.has(Frame::hearer) && !f.has(Frame::hearer_to) && !f.hearer_prepositions) return after;
    if (after >= s_.end) return after;
    uint32_t t = after;
    TokenRange who = g_.noun_group_at(t, s_.end);
    bool adjective = who.empty() && t + 1 < s_.end && g_[t + 1] == Tag::noun &&
                     (g_[t] == Tag::gerund || g_[t] == Tag::verb || g_[t] == Tag::participle);
    if (adjective) who = {t, g_.noun_group_at(t + 1, s_.end).end};  // "told cheering crowds"
    if (who.empty()) return after;
    while (who.end + 1 < s_.end && g_[who.end] == Tag::preposition &&
           (g_.word(who.end) == "of" || f.has(Frame::hearer_to)) &&
           !preposition_in(f.hearer_prepositions, who.end)) {
      TokenRange next = g_.noun_group_at(who.end + 1, s_.end);
      if (next.empty()) break;
      who.end = next.end;
    }
    if (g_[t] == Tag::pronoun &&
        one_of(g_.word(t), {"he", "she", "they", "we", "i", "there", "that", "this"}))
      return after;
    bool clause_verb = f.has(Frame::clause) && !f.has(Frame::needs_hearer);
    if (clause_verb) {
      // "warned Iran that", but not "warned Iran would"
      bool marked = who.end < s_.end &&
                    (one_of(g_.word(who.end), {"that", "to", "against", "about", "of", "not"}) ||
                     at_end(who.end) || is_quote_mark(who.end));
      uint32_t skipped = g_.skip_adjuncts(who.end, s_.end);
      marked |= skipped < s_.end && one_of(g_.word(skipped), {"that", "to", "against"});
      if (!marked) return after;
      if (at_end(who.end) && f.has(Frame::object)) return after;
    }
    if (uint32_t far = preposition_after_aside(f, who.end)) {
      d.addressee = who;
      return far;
    }
    uint32_t later = after_day(who.end);  // "accused Orlo on Tuesday of greed"
    if (later != who.end && preposition_in(f.hearer_prepositions, later)) {
      d.addressee = who;
      return later;
    }
    if (!f.has(Frame::hearer)) {
      bool leads =
          who.end < s_.end &&
          (preposition_in(f.hearer_prepositions, who.end) ||
           (f.has(Frame::hearer_to) && (g_[who.end] == Tag::to || g_.word(who.end) == "not")));
      if (!leads) return after;
    }
    d.addressee = who;
    return who.end;
  }

  uint32_t after_day(uint32_t t) const {
    uint32_t day = t < s_.end && g_.word(t) == "on" ? t + 1 : t;
    return day < s_.end && r_.is(day, WordClass::weekday) ? g_.skip_adjuncts(t, s_.end) : t;
  }

  // "accused the owners, who fled, of greed": the preposition after an aside; 0 if there is none.
  uint32_t preposition_after_aside(const Frames& f, uint32_t t) const {
    if (!f.hearer_prepositions || t + 2 >= s_.end || !is_comma(t)) return 0;
    if (g_[t + 1] != Tag::pronoun && g_[t + 1] != Tag::determiner) return 0;
    for (uint32_t i = t + 2; i + 2 < std::min(s_.end, t + 20); ++i)
      if (is_comma(i)) return preposition_in(f.hearer_prepositions, i + 1) ? i + 1 : 0;
    return 0;
  }

  bool preposition_in(uint16_t set, uint32_t t) const {
    return t < s_.end &&
           (static_cast<uint16_t>(r_.lexicon->info(r_.tokens[t].word).preposition) & set);
  }

  bool right(Draft& d, uint32_t begin, bool phrase) const {
    if (begin + 1 < s_.end && is_comma(begin)) ++begin;
    if (begin >= s_.end || (at_end(begin) && !opens_quotation(begin))) return false;
    d.side = Side::right;
    d.begin = begin;
    d.phrase = phrase;
    return true;
  }

  // Content after the cue. `after`: after the cue itself; `r0`: after the hearer, if there is one.
  bool decide_right(Draft& d, uint32_t after, uint32_t r0) {
    const Frames& f = d.cue.frames;
    bool heard = r0 != after;
    uint32_t r = over_title(g_.skip_adjuncts(r0, s_.end), r0);
    bool left_quote = d.cue.role == CueRole::finite && quotation_before(d.cue.group.begin) &&
                      (d.cue.group.begin > s_.begin ||
                       (at_end(r) && !(r + 1 < s_.end && opens_quotation(r + 1)))) &&
                      !quotation_is_claimed(d) && !clause_directly_at(r0) &&
                      !(is_nickname(d.cue.group.begin) && !at_end(r));
    // "the increase announced on Monday took effect": a reduced relative clause
    // ("a probe that the agency said was over")
    if (!heard && r < s_.end && g_.is_finite(r))
      return lemma_of(d.cue) == "say" && !d.cue.subject.empty() && !left_comma(d) && !left_quote &&
             right(d, r, false);
    if (!left_quote && before_quotation(d, r)) return true;
    if (!left_quote && r != r0 && before_quotation(d, r0)) return true;
    if (left_quote) return false;
    if (far_quotation(d, r0)) return true;
    if (!heard && on_to(d, after)) return true;
    uint32_t preposition = after;  // "appealed once again for"
    while (preposition < s_.end && g_[preposition] == Tag::adverb) ++preposition;
    if (!heard && preposition_in(f.prepositions, preposition) && !is_clause_marker(r)) {
      if (preposition_phrase(d, preposition)) return true;
    }
    if (heard && preposition_in(f.hearer_prepositions, r0)) return right(d, r0 + 1, true);
    if (r >= s_.end) return false;
    bool takes_clause = f.has(Frame::clause) || f.has(Frame::that);
    if (takes_clause && (heard || !f.has(Frame::needs_hearer))) {
      if (g_.word(r) == "that") return right(d, r + 1, false);
      if (is_comma(r) && r + 2 < s_.end && g_.word(r + 1) == "that") return right(d, r + 2, false);
      if (r0 < s_.end && g_.word(r0) == "that") return right(d, r0 + 1, false);
    }
    if (takes_clause || f.has(Frame::whether)) {
      if (one_of(g_.word(r), {"whether", "how", "why", "what", "where", "if", "who", "when"}) &&
          (f.has(Frame::whether) || d.cue.negated || g_.word(r) != "when") &&
          (heard || !left_comma(d)))
        return right(d, r, false);
    }
    if (g_[r] == Tag::to && (heard ? f.has(Frame::hearer_to) : f.has(Frame::to)))
      return right(d, r, true);
    if (heard && r + 1 < s_.end && g_.word(r) == "not" && g_[r + 1] == Tag::to &&
        f.has(Frame::hearer_to))
      return right(d, r, true);
    if (left_comma(d) && at_end(r) && f.has(Frame::post)) return false;
    if (f.has(Frame::clause) && (heard || !f.has(Frame::needs_hearer)) && bare_clause(d, r0, r))
      return true;
    if (f.has(Frame::whole)) return whole(d, after);
    if (f.has(Frame::object) && !heard) return object(d, after);
    return false;
  }

  // "... on 'This Morning,' Orlo said he had": no speech before a clause like that.
  bool clause_directly_at(uint32_t t) const {
    if (t >= s_.end) return false;
    if (g_.word(t) == "that") return true;
    return g_[t] == Tag::pronoun && t + 1 < s_.end && g_.is_finite(t + 1);
  }

  // The 'Red Baron' Orlo said: no comma parts the quotation from the name.
  bool is_nickname(uint32_t t) const {
    if (t < paragraph_begin() + 2 || !closes_quotation(t - 1)) return false;
    TokenKind last = r_.tokens[t - 2].kind;
    return last == TokenKind::word && r_.quotations[r_.quotation_of[t - 2]].inner.size() < 5;
  }

  // "Calling it 'a crime,' Orlo said": the quotation before belongs to the participle.
  bool quotation_is_claimed(const Draft& d) const {
    for (const Draft& e : drafts_)
      if (e.side == Side::right && e.cue.role == CueRole::gerund &&
          e.cue.range.begin <= s_.begin + 2 && e.begin < d.cue.group.begin)
        return true;
    return false;
  }

  // "said on 'Good Morning' that": a title in quotation marks is part of an adjunct.
  uint32_t over_title(uint32_t r, uint32_t r0) const {
    if (r + 2 >= s_.end || !opens_quotation(r)) return r;
    if (g_[r - 1] != Tag::possessive && (r == r0 || g_[r - 1] != Tag::preposition)) return r;
    uint32_t close = r_.quotations[r_.quotation_of[r + 1]].inner.end;
    if (close > r + 8 || close + 1 >= s_.end || !r_.tokens[r + 1].capitalised) return r;
    uint32_t t = close + 1;
    while (t < s_.end && g_[t] == Tag::noun) ++t;
    return g_.skip_adjuncts(t, s_.end);
  }

  // "said as he left the hall, 'We won'": an adjunct clause before the quotation.
  bool far_quotation(Draft& d, uint32_t r0) {
    if (!d.cue.frames.has(Frame::quote) || d.cue.subject.empty() || left_comma(d)) return false;
    if (r0 >= s_.end || (g_[r0] != Tag::preposition && g_[r0] != Tag::subordinator) ||
        g_.word(r0) == "that")
      return false;
    for (uint32_t t = r0; t + 1 < std::min(s_.end, r0 + 25); ++t) {
      if (g_.word(t) == "that" || (r_.is(t, WordClass::say) && g_[t] == Tag::verb)) return false;
      bool mark = is_comma(t) || r_.text(t) == ":";
      if (mark && opens_quotation(t + 1)) return right(d, t + 2, false);
    }
    return false;
  }

  bool is_clause_marker(uint32_t r) const {
    return r < s_.end && one_of(g_.word(r), {"that", "whether"});
  }

  bool left_comma(const Draft& d) const {
    uint32_t g = d.cue.group.begin;
    return g > s_.begin + 2 && is_comma(g - 1) && d.cue.role == CueRole::finite &&
           !d.cue.subject.empty() && g_.has_finite({s_.begin, g});
  }

  // A quotation right after the cue, or after a comma or colon.
  bool before_quotation(Draft& d, uint32_t r) {
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

  // "called on Y to Z"
  bool on_to(Draft& d, uint32_t after) {
    if (!preposition_in(d.cue.frames.to_prepositions, after)) return false;
    TokenRange who = g_.noun_phrase_at(after + 1, s_.end);
    if (who.empty()) return false;
    uint32_t t = who.end;
    while (t < s_.end && t < after + 40 && g_[t] != Tag::to && !g_.is_finite(t) &&
           r_.tokens[t].kind != TokenKind::stop)
      ++t;
    if (t >= s_.end || g_[t] != Tag::to) return false;
    d.cue.range.end = after + 1;
    d.addressee = who;
    return right(d, t, true);
  }

  bool preposition_phrase(Draft& d, uint32_t after) {
    if (lemma_of(d.cue) == "call" || d.cue.range.size() == 1) {
      std::string_view p = g_.word(after);
      if (after == d.cue.range.end && one_of(p, {"for", "with", "on", "to", "out", "upon"}))
        d.cue.range.end = after + 1;
    }
    return right(d, after + 1, true);
  }

  // "said (that) A": a clause without "that".
  bool bare_clause(Draft& d, uint32_t r0, uint32_t r) {
    if (left_comma(d) && !g_.clause_at(r0, s_.end)) return false;
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
    // an adjunct before the clause: "said if it rains they", "said after the vote the house"
    if (!one_of(lemma_of(d.cue), {"say", "tell"})) return false;
    if (g_[r0] == Tag::preposition && one_of(g_.word(r0), {"of", "as", "about", "to"}))
      return false;
    return right(d, r0, false);
  }
  bool clause_follows(const Draft& d, uint32_t t) const {
    if (g_.clause_at(t, s_.end)) return true;
    if (!one_of(lemma_of(d.cue), {"say", "tell", "add"})) return false;
    uint32_t end = right_limit(t);
    return g_.has_finite({t, end}) || opens_quotation(t) ||
           (end > t + 4 && !left_comma(d) && (g_.is_nominal(t) || g_[t] == Tag::gerund));
  }
  uint32_t right_limit(uint32_t t) const {
    while (t < s_.end && r_.tokens[t].kind != TokenKind::stop) ++t;
    return t;
  }
  // "said in its report to the house that": "that" behind a long adjunct; 0 if there is none.
  uint32_t late_that(uint32_t r0) const {
    if (r0 >= s_.end || g_[r0] != Tag::preposition) return 0;
    for (uint32_t t = r0 + 1; t + 1 < std::min(s_.end, r0 + 24); ++t) {
      if (g_.word(t) == "that") return g_.is_finite(t + 1) ? 0 : t;
      if (g_.is_finite(t) && g_[t] == Tag::auxiliary) return 0;
      if (r_.tokens[t].kind == TokenKind::colon) return 0;
    }
    return 0;
  }

  // "said so", "said it": nothing is told.
  bool just_a_pronoun(uint32_t t) const {
    return t + 1 >= s_.end || ((g_[t] == Tag::pronoun || g_[t] == Tag::adverb) &&
                               (at_end(t + 1) || g_[t + 1] == Tag::preposition));
  }

  // "called the plan a mistake", "described X as Y"
  bool whole(Draft& d, uint32_t after) {
    if (after >= s_.end || at_end(after)) return false;
    std::string_view lemma = lemma_of(d.cue);
    TokenRange what = g_.noun_group_at(after, s_.end);
    if (one_of(lemma, {"dismiss", "denounce", "deride", "hail", "blame"}))
      return !what.empty() && right(d, after, true);
    bool as = false, marked = false;
    for (uint32_t t = after;
         t < std::min(s_.end, after + 25) && r_.tokens[t].kind != TokenKind::stop; ++t) {
      as |= g_.word(t) == "as";
      marked |= one_of(g_.word(t), {"to", "with"});
    }
    if (lemma == "describe" && d.cue.role == CueRole::finite)
      return !what.empty() && right(d, after, true);
    if (one_of(lemma, {"describe", "portray", "characterize", "characterise", "depict"}))
      return as && right(d, after, true);
    if (one_of(lemma, {"compare", "liken"}) && (what.empty() || d.cue.subject.empty()))
      return false;
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

  // "expressed serious concerns.": nothing is told.
  bool feeling_alone(uint32_t t) const {
    TokenRange what = g_.noun_group_at(t, s_.end);
    return what.empty() || (r_.is(what.end - 1, WordClass::feeling_noun) &&
                            (what.end >= s_.end || at_end(what.end)));
  }

  bool object(Draft& d, uint32_t after) {
    if (after >= s_.end || at_end(after)) return false;
    if (r_.is(after, WordClass::weekday)) after = g_.skip_adjuncts(after, s_.end);
    if (after >= s_.end) return false;
    std::string_view lemma = lemma_of(d.cue);
    if (one_of(lemma, {"offer", "promise"})) {  // "offered the crew a share"
      TokenRange who = g_.noun_group_at(after, s_.end);
      if (!who.empty() && who.end < s_.end && g_[who.end] == Tag::determiner) {
        d.addressee = who;
        after = who.end;
      }
    }
    if (one_of(lemma, {"express", "voice"}) && feeling_alone(after)) return false;
    if (r_.is(after, WordClass::month)) return false;  // "announced March 23"
    // "pledged delegates": an adjective
    if (lemma == "pledge" && g_[after] == Tag::noun && !opens_quotation(after)) return false;
    bool starts = g_.is_nominal(after) || opens_quotation(after) || g_[after] == Tag::gerund ||
                  (g_[after] == Tag::pronoun && !just_a_pronoun(after));
    return starts && right(d, after, true);
  }

  // Content before the cue; `after`: what follows cue and hearer.
  bool decide_left(Draft& d, uint32_t after) {
    uint32_t g = d.cue.group.begin;
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
  void resume(Draft& d, uint32_t after) {
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
    bool depends = one_of(g_.word(t + 1), {"even", "because", "although", "though", "unless", "if",
                                           "so", "which", "where", "provided"});
    if (t + 2 < s_.end && one_of(g_.word(t + 1), {"after", "with", "by", "in", "of"}) &&
        g_.word(t + 2) == "which")
      depends = true;
    bool predicate = g_.is_finite(t + 1);
    if (depends || predicate || (!before_whole && g_.has_finite({t + 1, s_.end}))) d.resume = t + 1;
  }

  // The quotation that goes on after "said Orlo, head of the port,"; nowhere if another cue or no
  // comma comes before it.
  uint32_t next_quotation(uint32_t from) const {
    for (uint32_t t = from; t + 1 < s_.end; ++t) {
      if (is_comma(t) && opens_quotation(t + 1)) return t + 2;
      if (is_quote_mark(t) ||
          (r_.is(t, WordClass::say) && (g_[t] == Tag::verb || g_[t] == Tag::gerund)))
        return nowhere;
    }
    return nowhere;
  }

  // ---- where content ends

  // Where the content of an earlier cue has to end because of this one, if it has to.
  uint32_t break_before(const Draft& d) const {
    const Cue& c = d.cue;
    uint32_t t = c.group.begin;
    if (t <= s_.begin + 1) return nowhere;
    if (c.according) return over_comma(t);
    if (c.role == CueRole::noun) return nowhere;
    if (d.side == Side::left && !d.quoted_left) return over_comma(t);
    if (c.role == CueRole::gerund) return break_before_gerund(c);
    if (c.role == CueRole::participle || c.role == CueRole::infinitive || c.modal) return nowhere;
    if (!c.antecedent.empty()) return nowhere;
    uint32_t lead = t;
    while (lead > s_.begin + 1 && g_[lead - 1] == Tag::adverb) --lead;
    bool conjunction = g_[lead - 1] == Tag::conjunction ||
                       one_of(g_.word(lead - 1), {"while", "whereas", "although", "though"}) ||
                       (g_.word(lead - 1) == "as" && g_[lead] == Tag::pronoun);
    if (!conjunction) return nowhere;
    return over_comma(lead - 1);
  }
  uint32_t over_comma(uint32_t t) const {
    return t > s_.begin && (is_comma(t - 1) || is_dash(t - 1)) ? t - 1 : t;
  }
  uint32_t break_before_gerund(const Cue& c) const {
    uint32_t t = c.group.begin;
    while (t > s_.begin + 1 && g_[t - 1] == Tag::adverb) --t;
    if (is_comma(t - 1)) return t - 1;
    if (g_[t - 1] == Tag::conjunction ||
        one_of(g_.word(t - 1), {"while", "before", "after", "without"}))
      return over_comma(t - 1);
    if (one_of(g_.word(c.range.begin), {"saying", "citing"}) && g_.word(t - 1) != "as") return t;
    return nowhere;
  }

  // The end of content at the right of cue number i that begins at `begin`.
  uint32_t right_end(size_t i, uint32_t begin) const {
    if (begin >= s_.end && r_.quoted(begin))  // the next paragraph
      return r_.quotations[r_.quotation_of[begin]].inner.end;
    uint32_t end = s_.end;
    if (r_.quoted(drafts_[i].cue.range.begin))
      end = std::min(end, r_.quotations[r_.quotation_of[drafts_[i].cue.range.begin]].inner.end);
    for (size_t k = i + 1; k < drafts_.size(); ++k) {
      uint32_t b = drafts_[k].break_at;
      if (b == nowhere || b <= begin || b >= end) continue;
      if (r_.quoted(b)) continue;
      if (drafts_[k].side == Side::none && drafts_[k].cue.role != CueRole::finite) continue;
      if (!drafts_[i].phrase && drafts_[k].cue.role == CueRole::finite &&
          drafts_[k].side != Side::left && !drafts_[k].cue.subject.empty() &&
          !has_predicate({begin, b}))
        continue;
      end = b;
      break;
    }
    if (is_preposed(i)) end = std::min(end, preposed_end(i, begin));
    if (in_opening_clause(i)) end = std::min(end, main_clause_after(begin));
    if (drafts_[i].cue.role == CueRole::gerund && begin > 0 && opens_quotation(begin - 1) &&
        !drafts_[i].phrase) {
      const Quotation& q = r_.quotations[r_.quotation_of[begin]];
      if (q.inner.end + 1 < end &&
          (g_.is_finite(q.inner.end + 1) || g_[q.inner.end + 1] == Tag::verb))
        return q.inner.end;
    }
    if (drafts_[i].phrase) end = std::min(end, phrase_end(begin, end, drafts_[i]));
    for (uint32_t t = begin; t < end; ++t) {
      if (!r_.quoted(t)) continue;
      const Quotation& q = r_.quotations[r_.quotation_of[t]];
      if (q.inner.end >= end) return q.inner.end;
      t = q.inner.end;
    }
    return end;
  }

  // "When Orlo announced Z, the house cheered": the main clause is no part of Z.
  bool in_opening_clause(size_t i) const {
    const Cue& c = drafts_[i].cue;
    if (c.role != CueRole::finite || c.subject.empty()) return false;
    if (!one_of(g_.word(s_.begin), {"when", "after", "while", "although", "though", "because",
                                    "since", "as", "before", "When", "After"}))
      return false;
    for (uint32_t t = s_.begin; t < c.group.begin; ++t)
      if (is_comma(t)) return false;
    return true;
  }
  uint32_t main_clause_after(uint32_t begin) const {
    for (uint32_t t = begin + 1; t + 1 < s_.end; ++t)
      if (is_comma(t) && !r_.quoted(t) && g_.clause_at(t + 1, s_.end) &&
          g_[t + 1] != Tag::conjunction && g_[t + 1] != Tag::subordinator &&
          g_.word(t + 1) != "which")
        return t;
    return s_.end;
  }

  bool has_predicate(TokenRange range) const {
    for (uint32_t t = range.begin; t < range.end; ++t)
      if (g_[t] == Tag::verb || g_[t] == Tag::auxiliary) return true;
    return false;
  }

  // "Noting that A, X said": a participle before the main clause.
  bool is_preposed(size_t i) const {
    const Cue& c = drafts_[i].cue;
    if (c.role != CueRole::gerund) return false;
    return c.group.begin <= s_.begin + 1 ||
           (c.group.begin <= s_.begin + 3 && g_[c.group.begin - 1] != Tag::conjunction &&
            !g_.has_finite({s_.begin, c.group.begin}));
  }
  uint32_t preposed_end(size_t i, uint32_t begin) const {
    for (size_t k = i + 1; k < drafts_.size(); ++k) {
      uint32_t t = drafts_[k].cue.group.begin;
      if (drafts_[k].cue.role == CueRole::finite && !drafts_[k].cue.subject.empty() &&
          t > begin + 1 && (is_comma(t - 1) || closes_quotation(t - 1)))
        return t - 1;
    }
    for (uint32_t t = begin + 1; t + 1 < s_.end; ++t)
      if (is_comma(t) && !r_.quoted(t) && g_.clause_at(t + 1, s_.end)) return t;
    return s_.end;
  }

  // The end of an object: it goes over prepositional phrases and lists, not over a new clause.
  uint32_t phrase_end(uint32_t begin, uint32_t end, const Draft& d) const {
    bool whole = d.cue.frames.has(Frame::whole) && d.begin == d.cue.range.end;
    bool inside =
        d.cue.role == CueRole::noun || d.cue.role == CueRole::gerund || !d.cue.antecedent.empty();
    int relatives = 0;
    for (uint32_t t = begin + 1; t < end; ++t) {
      if (r_.quoted(t)) continue;
      TokenKind k = r_.tokens[t].kind;
      if (k == TokenKind::colon) return t;
      // "the resolution condemning Z was adopted": the clause around goes on
      if (one_of(g_.word(t), {"who", "which", "that", "what", "how", "whether", "where", "as",
                              "because", "if"}))
        ++relatives;
      if (inside && g_.is_finite(t) && relatives-- <= 0 &&
          (g_[t] == Tag::auxiliary || r_.is(t, WordClass::say)))
        return t;
      bool infinitive = g_[d.begin] == Tag::to && t + 1 < end && g_[t + 1] == Tag::preposition;
      if (is_comma(t) && t + 1 < end && !whole && !infinitive && ends_phrase(t + 1, end)) return t;
      if (g_[t] == Tag::conjunction && t + 1 < end && new_clause(t + 1, end)) return over_comma(t);
      if (t > begin + 1 && one_of(g_.word(t), {"while", "although", "though", "whereas"}))
        return over_comma(t);
      if (is_comma(t) && t + 1 < end && g_[t + 1] == Tag::gerund) return t;
    }
    return end;
  }
  // After the comma at t - 1 no list goes on.
  bool ends_phrase(uint32_t t, uint32_t end) const {
    if (g_[t] == Tag::conjunction) return new_clause(t + 1, end);
    if (g_.word(t) == "who" || g_.word(t) == "whose") return false;
    if (g_[t] == Tag::base) return false;
    if (!g_.is_nominal(t)) return true;
    // "a massive, costly wall": adjectives
    if (t >= s_.begin + 3 && g_[t - 3] == Tag::determiner && g_[t] == Tag::noun && t + 1 < end &&
        g_[t + 1] == Tag::noun)
      return false;
    for (uint32_t i = t; i < std::min(end, t + 14); ++i) {
      if (g_.is_finite(i)) return true;
      if (g_[i] == Tag::conjunction) return false;
    }
    return true;
  }
  bool new_clause(uint32_t t, uint32_t end) const {
    while (t < end && g_[t] == Tag::adverb) ++t;
    if (t >= end) return false;
    if (g_[t] == Tag::to) return false;
    return g_.is_finite(t) || g_.clause_at(t, end);
  }

  // ---- putting together

  bool build(size_t i, Attribution& a) const {
    const Draft& d = drafts_[i];
    a.cue = d.cue.range;
    a.speaker = d.cue.subject;
    a.governing_subject = d.cue.antecedent;
    a.addressee = d.addressee;
    a.channel = d.cue.channel;
    a.status = d.status;
    if (d.side == Side::right) {
      add_piece(a, {d.begin, right_end(i, d.begin)});
    } else {
      add_piece(a, {left_begin(i), d.cue.group.begin});
      if (d.resume != nowhere) add_piece(a, {d.resume, right_end(i, d.resume)});
    }
    return !a.content.empty();
  }

  void add_piece(Attribution& a, TokenRange piece) const {
    if (piece.begin >= piece.end) return;
    piece = trimmed(r_, piece);
    if (!piece.empty()) a.content.push_back(piece);
  }

  uint32_t left_begin(size_t i) const {
    const Draft& d = drafts_[i];
    uint32_t g = d.cue.group.begin;
    uint32_t begin = s_.begin;
    for (size_t k = 0; k < i; ++k) {
      const Draft& e = drafts_[k];
      if (e.side == Side::left && e.cue.group.end < g) begin = std::max(begin, after_group(e, g));
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
  uint32_t after_group(const Draft& e, uint32_t limit) const {
    uint32_t t = e.cue.group.end;
    if (e.resume != nowhere) return s_.begin;
    while (t < limit && !is_comma(t)) ++t;
    return t < limit ? t + 1 : e.cue.group.end;
  }

  // ---- whose speaker

  void link(size_t i, const std::vector<int32_t>& number, std::vector<Attribution>& as) const {
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
      for (size_t k = i + 1; k < drafts_.size(); ++k)
        if (number[k] >= 0 && drafts_[k].cue.role == CueRole::finite &&
            !drafts_[k].cue.subject.empty()) {
          a.same_speaker_as = number[k];
          return;
        }
    }
    a.governing_subject = governing_subject(c);
  }
  bool can_govern(const Cue& governor, const Cue& c) const {
    if (governor.according) return false;
    return governor.range.begin < c.range.begin;
  }

  // The subject of the nearest finite verb before the cue, or of the main clause after it.
  TokenRange governing_subject(const Cue& c) const {
    for (uint32_t t = c.range.begin; t > s_.begin; --t) {
      if (r_.quoted(t - 1) || !g_.is_finite(t - 1)) continue;
      uint32_t group = t - 1;
      while (group > s_.begin && (g_[group - 1] == Tag::auxiliary || g_[group - 1] == Tag::adverb))
        --group;
      TokenRange subject = subject_before(g_, group, s_.begin, nullptr);
      if (!subject.empty()) return subject;
    }
    for (uint32_t t = c.range.end; t + 1 < s_.end; ++t)
      if (is_comma(t)) {
        TokenRange subject = g_.noun_phrase_at(t + 1, s_.end);
        if (!subject.empty()) return subject;
      }
    return {};
  }

  const Grammar& g_;
  const Reading& r_;
  TokenRange s_;
  std::vector<Draft> drafts_;
};

}  // namespace

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
