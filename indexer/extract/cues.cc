#include "indexer/extract/cues.h"

#include <algorithm>

#include "indexer/extract/subjects.h"
#include "indexer/extract/word_sets.h"

namespace quotary {
namespace {

// Nouns of people, bodies and documents.
constexpr WordClass speaks = WordClass::role | WordClass::title | WordClass::group |
                             WordClass::body | WordClass::medium | WordClass::document |
                             WordClass::any_body | WordClass::any_person | WordClass::institution;

class CueFinder {
 public:
  CueFinder(const Grammar& g, TokenRange sentence) : g_(g), r_(g.reading()), s_(sentence) {}

  std::vector<Cue> run() {
    for (uint32_t t = s_.begin; t < s_.end; ++t) {
      if (r_.tokens[t].kind != TokenKind::word || !r_.tokens[t].word) continue;
      if (according(t)) continue;
      Cue cue;
      if (noun(t, cue)) {
        cues_.push_back(cue);
        continue;
      }
      if (!is_cue_word(t)) continue;
      if (!shape(t, cue)) continue;
      if (!place(cue)) continue;
      cue.negated |= cue.role == CueRole::finite && nobody_speaks(cue);
      t = cue.range.end - 1;
      cues_.push_back(cue);
    }
    return std::move(cues_);
  }

 private:
  bool is_cue_word(uint32_t t) const {
    return r_.is(t, WordClass::say) || r_.is(t, WordClass::speech_act) ||
           r_.is(t, WordClass::cue_phrase) || withheld_by(t) < s_.end;
  }

  // "gave no |explanation|", "did not provide any further |details|": what is not given by the
  // verb at `t`; the sentence's end where it is no such verb.
  uint32_t withheld_by(uint32_t t) const {
    if (!r_.is(t, WordClass::giving)) return s_.end;
    uint32_t noun = t + 1;
    if (noun >= s_.end || (g_.word(noun) != "no" && !is_negated(t))) return s_.end;
    while (noun < std::min(s_.end, t + 5) && !r_.is(noun, WordClass::withheld) &&
           (g_.is_nominal(noun) || g_[noun] == Tag::adverb))
      ++noun;
    bool withheld = noun < s_.end && r_.is(noun, WordClass::withheld) && !is_beside_adjunct(noun);
    return withheld ? noun : s_.end;
  }

  // "gave no details |as she left|", "gave no details |for two days|"
  bool is_beside_adjunct(uint32_t noun) const {
    if (noun + 2 >= s_.end) return false;
    if (g_.word(noun + 1) == "as") return g_.word(noun + 2) != "to";
    TokenRange what = g_.noun_group_at(noun + 2, s_.end);
    return g_.word(noun + 1) == "for" && !what.empty() && g_.is_span_of_time(what.end - 1);
  }

  // "did |not| give", "|without| giving"
  bool is_negated(uint32_t verb) const {
    uint32_t group = verb_group_begin(g_, verb, s_.begin);
    for (uint32_t t = group; t < verb; ++t)
      if (r_.is(t, WordClass::negation)) return true;
    return group > s_.begin && g_.word(group - 1) == "without";
  }

  // "gave no explanation |for| Z", "gave no explanation |as to| why", "gave |no details|."; false
  // for "said A, giving no details".
  bool withhold(uint32_t noun, Cue& cue) const {
    bool as_to = noun + 3 < s_.end && g_.word(noun + 1) == "as";
    bool link = noun + 2 < s_.end && one_of(g_.word(noun + 1), {"for", "of", "on", "about"});
    if (g_[cue.range.begin] == Tag::gerund && !as_to && !link) return false;
    if (link || as_to) cue.range.end = noun + (as_to ? 3 : 2);
    cue.frames = {};
    cue.frames.bits = static_cast<uint32_t>(Frame::object);
    cue.negated = true;
    return true;
  }

  bool according(uint32_t t) {
    bool per_se = false;
    if (r_.lower(t) != "according" && g_.word(t) != "according") return false;
    if (t + 1 >= s_.end || r_.lower(t + 1) != "to") return true;
    uint32_t first = t + 2;
    while (first + 1 < s_.end && g_[first] == Tag::adverb) ++first;
    TokenRange who = g_.noun_phrase_at(first, s_.end);
    if (who.empty()) return true;
    who.begin = t + 2;
    if (one_of(g_.word(who.end - 1), {"plan", "plans", "schedule", "law", "rules", "size", "need",
                                      "standards", "criteria", "table", "rankings"}))
      return true;
    if (!is_source(t, who)) return true;
    who = over_apposition(who);
    Cue cue;
    cue.range = {t, t + 2};
    cue.according = true;
    cue.inverted = true;
    cue.subject = who;
    cue.group = {t, who.end};
    cues_.push_back(cue);
    return !per_se;
  }

  // "according to lists": bare nouns without a comma before are no sources, unless people or
  // papers.
  bool is_source(uint32_t t, TokenRange who) const {
    if (t == s_.begin || r_.tokens[t - 1].kind != TokenKind::word) return true;
    if (r_.tokens[who.begin].capitalised || g_[who.begin] == Tag::determiner ||
        g_[who.begin] == Tag::pronoun)
      return true;
    return r_.is(who.end - 1, WordClass::role | WordClass::group | WordClass::body |
                                  WordClass::document | WordClass::medium) ||
           one_of(g_.word(who.end - 1),
                  {"data", "figures", "statistics", "records", "reports", "polls"});
  }

  // "a report by the committee", "an official in the ministry": phrases that belong to a source.
  TokenRange over_apposition(TokenRange who) const {
    while (who.end + 1 < s_.end && g_[who.end] == Tag::preposition &&
           one_of(g_.word(who.end), {"by", "in", "from", "of", "with", "at", "for", "on"})) {
      TokenRange next = g_.noun_group_at(who.end + 1, s_.end);
      if (next.empty()) break;
      who.end = next.end;
    }
    return who;
  }

  // "his claim that", "a report by the court that", "Orlo's call for"
  bool noun(uint32_t t, Cue& cue) const {
    if (!r_.is(t, WordClass::cue_noun) || g_[t] != Tag::noun || t + 2 >= s_.end) return false;
    cue.role = CueRole::noun;
    cue.range = {t, t + 1};
    cue.subject = owner(t);
    cue.group = {cue.subject.empty() ? t : cue.subject.begin, t + 1};
    uint32_t next = t + 1;
    next = over_day(next);
    uint32_t far = g_.skip_adjuncts(next, s_.end);  // "complaint |to the judge| that"
    bool issuers = next < s_.end && one_of(g_.word(next), {"by", "from"});
    if (!issuers && far + 1 < s_.end && g_.word(far) == "that") next = far;
    if (next + 1 >= s_.end) return false;
    if (one_of(g_.word(next), {"by", "from"})) {
      TokenRange by = over_place(g_.noun_group_at(next + 1, s_.end));
      if (by.empty()) return false;
      by.end = end_of_issuers(by.end);
      cue.subject = by;
      next = by.end;
    }
    if (next + 2 >= s_.end) return false;
    cue.content_begin = next + 1;
    if (g_.word(next) == "that") {
      // 'a statement that "provided': a relative clause
      uint32_t first = r_.tokens[next + 1].kind == TokenKind::quote ? next + 2 : next + 1;
      bool relative = first < s_.end && (g_.is_finite(first) || g_[first] == Tag::adverb);
      if (cue.subject.empty()) cue.subject = maker(t);
      return !relative && g_.has_finite({next + 1, s_.end});
    }
    if (tells_bare_clause(t, next)) {
      cue.content_begin = next;
      if (cue.subject.empty()) cue.subject = maker(t);
      return true;
    }
    if (cue.subject.empty()) return false;
    if (g_[next] == Tag::to) cue.content_begin = next;
    return (g_[next] == Tag::to || g_.word(next) != "to") && links(t, next);
  }

  // "denial |of|", "call |for|", "pledge |to|"
  bool links(uint32_t noun, uint32_t preposition) const {
    auto link = static_cast<uint16_t>(r_.lexicon->info(r_.tokens[preposition].word).preposition);
    return (r_.lexicon->info(r_.tokens[noun].word).noun_links & link) != 0;
  }

  // "denied reports |he would leave|", but "reports he made"
  bool tells_bare_clause(uint32_t noun, uint32_t t) const {
    return one_of(g_.word(noun), {"reports", "demands", "allegations", "accusations", "charges",
                                  "claims", "rumors", "rumours", "speculation", "suggestions"}) &&
           one_of(g_.word(t), {"he", "she", "they", "it"}) && t + 2 < s_.end &&
           (g_[t + 1] == Tag::auxiliary || g_[t + 1] == Tag::adverb);
  }

  // "his call on Monday for", "the announcement late Friday that"
  uint32_t over_day(uint32_t t) const {
    uint32_t day = t;
    if (day < s_.end && g_.word(day) == "on") ++day;
    if (day < s_.end && one_of(g_.word(day), {"late", "early"})) ++day;
    return day < s_.end && r_.is(day, WordClass::weekday) ? day + 1 : t;
  }

  // "politicians and relatives |in Miami| that"
  TokenRange over_place(TokenRange who) const {
    while (!who.empty() && who.end + 1 < s_.end && g_[who.end] == Tag::preposition &&
           one_of(g_.word(who.end), {"in", "of", "at", "from"})) {
      TokenRange next = g_.noun_group_at(who.end + 1, s_.end);
      if (next.empty()) break;
      who.end = next.end;
    }
    return who;
  }

  // "by Rome, Lund and others in the south |to|": the marker behind a list of those who issued it.
  uint32_t end_of_issuers(uint32_t t) const {
    for (uint32_t i = t; i < std::min(s_.end, t + 16); ++i) {
      if (g_.word(i) == "that" || g_[i] == Tag::to || g_.word(i) == "for") return i;
      TokenKind kind = r_.tokens[i].kind;
      if (g_.is_finite(i) || kind == TokenKind::stop || kind == TokenKind::quote ||
          g_[i] == Tag::gerund || g_[i] == Tag::pronoun)
        return t;
    }
    return t;
  }

  // "Orlo's (own) claim", "their claim": who made it.
  TokenRange owner(uint32_t noun) const {
    for (uint32_t t = noun; t > s_.begin && noun - t < 4; --t) {
      if (g_[t - 1] == Tag::possessive) {
        TokenRange name = g_.noun_phrase_before(t - 1, s_.begin);
        return name;
      }
      if (one_of(g_.word(t - 1), {"his", "her", "its", "their"})) return {t - 1, t};
      if ((r_.is(t - 1, WordClass::nationality | WordClass::country) ||
           (r_.tokens[t - 1].all_capitals &&
            one_of(r_.text(t - 1), {"US", "UN", "EU", "NATO", "UK"}))))
        return {t - 1, t};
      if (g_[t - 1] != Tag::noun && g_[t - 1] != Tag::name) return {};
    }
    return {};
  }

  // "|Orlo| made the claim that": the subject of the verb that has the noun for its object.
  TokenRange maker(uint32_t noun) const {
    uint32_t t = noun;
    while (t > s_.begin && noun - t < 4 && g_.is_nominal(t - 1)) --t;
    if (t == s_.begin || g_[t - 1] != Tag::verb || !r_.is(t - 1, WordClass::delivery)) return {};
    TokenRange who = subject_before(g_, verb_group_begin(g_, t - 1, s_.begin), s_.begin, nullptr);
    bool relative = who.size() == 1 && one_of(g_.word(who.begin), {"who", "which", "that"});
    return relative ? TokenRange{} : who;
  }

  // Range, frames and role of the cue at t; false where the word is none here.
  bool shape(uint32_t t, Cue& cue) const {
    cue.range = {t, t + 1};
    cue.frames = r_.lexicon->info(r_.tokens[t].word).frames;
    bool phrase = r_.is(t, WordClass::cue_phrase) && match_phrase(t, cue);
    if (uint32_t noun = withheld_by(t); !phrase && noun < s_.end) {
      if (!withhold(noun, cue)) return false;
      phrase = true;
    }
    if (!phrase && !r_.is(t, WordClass::say) && !r_.is(t, WordClass::speech_act)) return false;
    switch (g_[t]) {
      case Tag::verb:
        cue.role = CueRole::finite;
        return true;
      case Tag::gerund:
        cue.role = CueRole::gerund;
        return true;
      case Tag::base:
        cue.role = CueRole::infinitive;
        return true;
      case Tag::participle:
        cue.role = CueRole::participle;
        return true;
      default:
        return false;
    }
  }

  bool match_phrase(uint32_t t, Cue& cue) const {
    uint32_t lemma = r_.lexicon->info(r_.tokens[t].word).lemma;
    const CuePhrase* best = nullptr;
    for (const CuePhrase& phrase : r_.lexicon->phrases()) {
      if (phrase.first != lemma || (best && best->rest.size() > phrase.rest.size())) continue;
      uint32_t end = end_of_phrase(t + 1, phrase);
      if (end == 0) continue;
      best = &phrase;
      cue.range.end = end;
    }
    if (!best) return false;
    cue.frames = best->frames;
    return true;
  }

  // The token behind the phrase, whose words after the first begin at `t`; 0 where it is another.
  // A day may part them: "hit out |on Friday| at".
  uint32_t end_of_phrase(uint32_t t, const CuePhrase& phrase) const {
    for (uint32_t word : phrase.rest) {
      if (t < s_.end && r_.tokens[t].word != word) t = over_day(t);
      if (t + 1 >= s_.end || r_.tokens[t].word != word) return 0;
      ++t;
    }
    return t;
  }

  // Subject and verb group; false where nobody can be the speaker.
  bool place(Cue& cue) {
    uint32_t t = cue.range.begin;
    uint32_t group = verb_group_begin(g_, t, s_.begin);
    cue.group = {group, cue.range.end};
    read_auxiliaries(group, cue);
    switch (cue.role) {
      case CueRole::finite:
        place_finite(cue);
        if (cue.inverted) return true;
        if (is_supposed(cue) || is_withheld_by_things(cue)) return false;
        return !cue.subject.empty() || is_coordinated(cue);
      case CueRole::gerund:
        return place_gerund(cue);
      case CueRole::infinitive:
        return place_infinitive(cue);
      case CueRole::participle:
        return place_participle(cue);
      case CueRole::noun:
        return true;
    }
    return false;
  }

  // "the storm gave no reason": no person, body or document.
  bool is_withheld_by_things(const Cue& cue) const {
    if (cue.subject.empty() || withheld_by(cue.range.begin) == s_.end) return false;
    for (uint32_t t = cue.subject.begin; t < cue.subject.end && g_[t] != Tag::preposition; ++t)
      if (g_[t] == Tag::name || g_[t] == Tag::pronoun || r_.is(t, speaks)) return false;
    return true;
  }

  // "if they say", "until he says"
  bool is_supposed(const Cue& cue) const {
    uint32_t t = cue.group.begin;
    return t > s_.begin &&
           one_of(g_.word(t - 1), {"if", "If", "unless", "until", "Until", "Unless"});
  }

  // "|Neither| the board nor the crew would say", "|none| of them would say"
  bool nobody_speaks(const Cue& cue) const {
    if (cue.subject.empty()) return false;
    uint32_t first = cue.subject.begin;
    if (first > s_.begin + 1 && g_.word(first - 1) == "of") first -= 2;
    return one_of(r_.lower(first), {"neither", "none", "nobody"});
  }

  // A finite verb without a subject of its own follows a conjunction, or a comma in a list of
  // verbs.
  bool is_coordinated(const Cue& cue) const {
    uint32_t t = cue.group.begin;
    if (t <= s_.begin + 1 || !g_.has_finite({s_.begin, t})) return false;
    return g_[t - 1] == Tag::conjunction || r_.tokens[t - 1].kind == TokenKind::comma;
  }

  void read_auxiliaries(uint32_t group, Cue& cue) const {
    if (group > s_.begin && g_.word(group - 1) == "nor") cue.negated = true;
    for (uint32_t t = group; t < cue.range.begin; ++t) {
      if (r_.is(t, WordClass::negation) && g_.word(t + 1) != "only") cue.negated = true;
      if (one_of(g_.word(t), {"will", "would", "could", "should", "may", "might", "must", "can",
                              "'ll", "shall"}))
        cue.modal = true;
    }
  }

  bool quote_before(uint32_t t) const {
    if (t <= s_.begin) return false;
    uint32_t p = t - 1;
    if (r_.tokens[p].kind == TokenKind::comma && p > s_.begin) --p;
    return r_.tokens[p].kind == TokenKind::quote && p > 0 && r_.quoted(p - 1);
  }

  // "said X": a noun phrase after the cue that no clause goes on with.
  TokenRange inverted_subject(const Cue& cue) const {
    uint32_t t = cue.range.end;
    if (t < s_.end && (g_.word(t) == "also")) ++t;
    if (uint32_t behind = over_day(t);
        behind < s_.end && (g_[behind] == Tag::name || g_[behind] == Tag::determiner))
      t = behind;
    if (t >= s_.end ||
        (!g_.is_nominal(t) && !one_of(g_.word(t), {"he", "she", "they", "i", "we", "one", "some",
                                                   "another", "many", "several"})))
      return {};
    return g_.noun_phrase_at(t, s_.end);
  }

  // "said X was": X is the subject of a clause, not of the cue.
  bool goes_on(const Cue& cue, TokenRange after) const {
    if (after.end >= s_.end || g_.word(after.end) == "who") return false;
    // "warned |the guild| that", "cautioned |the crew| against": a hearer
    if (g_.word(after.end) == "that" || g_[after.end] == Tag::to ||
        one_of(g_.word(after.end), {"against", "about"}))
      return true;
    TokenKind kind = r_.tokens[after.end].kind;
    if (kind == TokenKind::comma || kind == TokenKind::stop || kind == TokenKind::dash)
      return false;
    if (g_[after.begin] == Tag::pronoun) return true;
    if (kind != TokenKind::word) return true;
    if (g_[after.end] == Tag::subordinator || g_[after.end] == Tag::pronoun)
      return one_of(g_.word(after.end), {"he", "she", "they", "we", "i", "it"});
    if (g_.is_finite(after.end)) return true;
    if (one_of(g_.word(after.end), {"in", "on", "at", "after", "during", "when", "as"})) {
      // an adjunct, unless a finite verb comes right after it
      uint32_t next = g_.skip_adjuncts(after.end, s_.end);
      return next < s_.end && g_.is_finite(next);
    }
    return g_.clause_at(cue.range.end, s_.end);
  }

  // 'Orlo, citing "the charm of it," said |ferries were|': a quotation inside of an aside that
  // opens the sentence, and a clause behind the cue.
  bool quotation_of_aside(const Cue& cue, TokenRange after) const {
    uint32_t mark = cue.group.begin - 1;
    if (r_.tokens[mark].kind == TokenKind::comma) --mark;
    const Quotation& q = r_.quotations[r_.quotation_of[mark - 1]];
    return q.inner.begin > s_.begin + 2 && q.inner.size() <= 12 &&
           !g_.has_finite({s_.begin, q.inner.begin}) && goes_on(cue, after);
  }

  // "This, says the mayor|, will| end", "says the mayor, a former pilot|, will| end": the comma
  // that a verb follows behind the inverted subject, which ends at `t`; the sentence's end if there
  // is none.
  uint32_t end_of_parenthesis(uint32_t t) const {
    auto before_verb = [&](uint32_t comma) {
      return comma + 1 < s_.end && r_.tokens[comma].kind == TokenKind::comma &&
             g_.is_finite(comma + 1);
    };
    if (before_verb(t)) return t;
    if (t + 1 >= s_.end || r_.tokens[t].kind != TokenKind::comma) return s_.end;
    TokenRange apposition = g_.noun_phrase_at(t + 1, s_.end);
    return !apposition.empty() && before_verb(apposition.end) ? apposition.end : s_.end;
  }

  // "Orlo Inc., which owns two boats, reported |strong earnings|": what was reported, no speaker.
  bool is_bare_object(const Cue& cue, TokenRange who) const {
    if (who.empty() || !cue.frames.has(Frame::object) || r_.tokens[who.begin].capitalised)
      return false;
    TokenRange group = g_.noun_group_at(who.begin, who.end);
    return !group.empty() && g_[who.begin] == Tag::noun && g_[group.end - 1] == Tag::noun &&
           !r_.is(group.end - 1, speaks);
  }

  void place_finite(Cue& cue) const {
    uint32_t group = cue.group.begin;
    bool comma_before = group > s_.begin && cuts_asides(r_.tokens[group - 1].kind);
    bool quote = quote_before(group);
    bool may_invert = cue.frames.has(Frame::quote) && (comma_before || quote || group == s_.begin);
    if (may_invert) {
      TokenRange after = inverted_subject(cue);
      if (is_bare_object(cue, after)) after = {};
      uint32_t parenthesis = after.empty() ? s_.end : end_of_parenthesis(after.end);
      if (quote && !after.empty() && quotation_of_aside(cue, after)) quote = false;
      if (!after.empty() && (quote || (cue.frames.has(Frame::inverts) && !goes_on(cue, after))) &&
          (quote || group == s_.begin || g_.has_finite({s_.begin, group}) ||
           parenthesis < s_.end)) {
        cue.inverted = true;
        cue.subject = after;
        cue.group = {group, parenthesis < s_.end ? parenthesis : after.end};
        return;
      }
    }
    cue.subject = subject_before(g_, group, s_.begin, &cue.antecedent);
    uint32_t time = begin_of_time(g_, group, s_.begin);
    if (cue.subject.empty() && time > s_.begin && g_[time - 1] == Tag::conjunction)
      cue.group.begin = time;  // "and |last week| said"
    if (!cue.subject.empty() && cue.antecedent.empty())
      cue.group.begin = std::min(cue.group.begin, cue.subject.begin);
  }

  bool place_gerund(Cue& cue) const {
    uint32_t group = cue.group.begin;
    if (group == s_.begin) return true;
    if (g_.word(group - 1) == "without") return withheld_by(cue.range.begin) < s_.end;
    if (one_of(g_.word(group - 1),
               {"of", "at", "into", "from", "for", "on", "between", "among", "not"}))
      return false;
    if (g_.word(group - 1) == "as" && group - 1 > s_.begin) place_quoted_as(cue);
    place_where_finite(cue, group);
    if (cue.role == CueRole::gerund) place_subject_of_gerund(cue);
    return true;
  }

  // "with |Orlo| saying", "the agency quoted |Orlo| saying": a gerund with a subject of its own.
  void place_subject_of_gerund(Cue& cue) const {
    if (!cue.subject.empty()) return;
    TokenRange who = g_.noun_phrase_before(cue.group.begin, s_.begin);
    if (who.empty() || who.begin == s_.begin || r_.quoted(who.begin)) return;
    uint32_t lead = who.begin - 1;
    while (lead > s_.begin && g_.is_nominal(lead))
      --lead;  // "with |the spokesman| Tom Orlo saying"
    while (lead > s_.begin + 1 && g_.word(lead) == "of" && g_.is_nominal(lead - 1))
      for (--lead; lead > s_.begin && g_.is_nominal(lead);) --lead;  // "its |chief of| staff"
    who.begin = lead + 1;
    bool quoting = one_of(g_.word(lead), {"quoted", "quotes", "quoting"});
    bool rumours =
        is_denied(lead) && one_of(g_.word(who.end - 1), {"reports", "rumours", "rumors"});
    if (!quoting && !rumours && (g_.word(lead) != "with" || !may_speak(who))) return;
    cue.subject = who;
    if (quoting)
      cue.channel = subject_before(g_, verb_group_begin(g_, lead, s_.begin), s_.begin, nullptr);
    cue.group.begin = cue.channel.empty() ? lead : cue.channel.begin;
  }

  // "dismissed |reports saying| that": what others say.
  bool is_denied(uint32_t verb) const {
    return one_of(g_.word(verb), {"denied", "dismissed", "rejected", "refuted", "denies", "rejects",
                                  "denying", "dismissing", "rejecting"});
  }

  // Somebody, no thing: "with the economy adding jobs", "with a note saying".
  bool may_speak(TokenRange who) const {
    constexpr WordClass people =
        WordClass::role | WordClass::title | WordClass::group | WordClass::body;
    uint32_t head = who.end - 1;
    return g_[head] == Tag::name || g_[head] == Tag::pronoun || r_.is(head, people);
  }

  // "is calling for", "will demand": a finite verb in the group makes the whole of it finite.
  void place_where_finite(Cue& cue, uint32_t group) const {
    for (uint32_t t = group; t < cue.range.begin; ++t)
      if (g_.is_finite(t)) {
        cue.role = CueRole::finite;
        place_finite(cue);
        return;
      }
  }

  // "the agency quoted X as saying", "X was quoted by the agency as saying"
  void place_quoted_as(Cue& cue) const {
    uint32_t as = cue.group.begin - 1;
    for (uint32_t t = as; t > s_.begin && as - t < 24; --t) {
      std::string_view w = g_.word(t - 1);
      if (!one_of(w, {"quoted", "cited", "quotes", "quoting", "quote", "citing", "reported"}))
        continue;
      uint32_t group = verb_group_begin(g_, t - 1, s_.begin);
      TokenRange before = subject_before(g_, group, s_.begin, nullptr);
      bool passive = g_[t - 1] == Tag::participle;
      cue.subject = passive ? before : TokenRange{t, as};
      if (passive && as > t + 1 && g_.word(t) == "by") cue.channel = {t + 1, as};
      if (!passive) cue.channel = before;
      if (!passive && as == t) cue.subject = {};
      cue.group.begin = std::min(t - 1, before.empty() ? t - 1 : before.begin);
      return;
    }
  }

  bool place_infinitive(Cue& cue) const {
    if (cue.group.begin > s_.begin && g_.word(cue.group.begin - 1) == "nor") {
      cue.role = CueRole::finite;  // "would neither confirm nor deny"
      return true;
    }
    place_where_finite(cue, cue.group.begin);
    return true;
  }

  // "has said" speaks, "was said" does not.
  bool place_participle(Cue& cue) const {
    uint32_t group = cue.group.begin;
    bool passive = false, perfect = false;
    for (uint32_t t = group; t < cue.range.begin; ++t) {
      std::string_view w = g_.word(t);
      if (one_of(w, {"be", "is", "are", "was", "were", "been", "being", "wasn't", "weren't",
                     "isn't", "aren't", "'re", "am"}))
        passive = true;
      if (one_of(w, {"has", "have", "had", "having", "hasn't", "haven't", "hadn't", "'ve", "'d"}))
        perfect = true;
      if (w == "'s" || w == "’s") perfect = true;
    }
    if (!perfect || passive) return true;
    if (g_.word(group) == "having" || (group > s_.begin && g_[group - 1] == Tag::to)) {
      cue.role = CueRole::gerund;
      return true;
    }
    cue.role = CueRole::finite;
    place_finite(cue);
    return true;
  }

  const Grammar& g_;
  const Reading& r_;
  TokenRange s_;
  std::vector<Cue> cues_;
};

}  // namespace

std::vector<Cue> find_cues(const Grammar& grammar, TokenRange sentence) {
  return CueFinder(grammar, sentence).run();
}

}  // namespace quotary
