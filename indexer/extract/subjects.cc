#include "indexer/extract/subjects.h"

#include <algorithm>

#include "indexer/extract/word_sets.h"

namespace quotary {

bool cuts_asides(TokenKind kind) { return kind == TokenKind::comma || kind == TokenKind::dash; }

namespace {

// The mark before or behind a verb or an adverb of a verb in quotation marks: "strongly" condemned.
bool marks_verb(const Grammar& g, uint32_t mark, uint32_t begin) {
  const Reading& r = g.reading();
  if (r.tokens[mark].kind != TokenKind::quote || mark == begin || mark + 1 >= r.tokens.size())
    return false;
  auto short_one = [&](uint32_t t) {
    return r.quoted(t) && r.quotations[r.quotation_of[t]].inner.size() <= 3;
  };
  if (short_one(mark - 1)) return g[mark - 1] == Tag::adverb;
  return short_one(mark + 1) && (g[mark + 1] == Tag::adverb || g[mark + 1] == Tag::verb);
}

// "this |past| week", "in late |September|"
bool part_of_time(const Grammar& g, uint32_t t) {
  if (one_of(g.word(t), {"past", "last", "next"}))
    return t > 0 && one_of(g.word(t - 1), {"this", "the"});
  return g.reading().is(t, WordClass::month) && t > 0 &&
         one_of(g.word(t - 1), {"in", "late", "early", "last", "this", "next", "mid", "since"});
}
bool time_word(const Grammar& g, uint32_t t) {
  return g.reading().is(t, WordClass::weekday) || part_of_time(g, t) || g.is_part_of_time(t) ||
         g.is_span_of_time(t);
}
// Words of an adjunct of time that stands before a verb.
bool before_time(const Grammar& g, uint32_t t) {
  return time_word(g, t) || g[t] == Tag::adverb || g[t] == Tag::number ||
         one_of(g.word(t), {"on", "for", "in", "last", "late", "early", "this", "next", "many"});
}

// "had |Thursday| called", "has |for weeks| denied": the auxiliary before a time that parts it from
// its verb at `t`; `t` itself where there is none.
uint32_t auxiliary_before_time(const Grammar& g, uint32_t t, uint32_t begin) {
  uint32_t first = t;
  while (first > begin && before_time(g, first - 1)) --first;
  return first < t && first > begin && g[first - 1] == Tag::auxiliary ? first - 1 : t;
}

}  // namespace

// The first token of the verb group that ends with `verb`: auxiliaries, adverbs, "not".
uint32_t verb_group_begin(const Grammar& g, uint32_t verb, uint32_t begin) {
  uint32_t t = auxiliary_before_time(g, verb, begin);
  // "officials both yesterday questioned"
  while (t > begin &&
         (g[t - 1] == Tag::auxiliary || g[t - 1] == Tag::adverb ||
          (t - 1 > begin && one_of(g.word(t - 1), {"both", "all"})) || marks_verb(g, t - 1, begin)))
    --t;
  // An adverb before the subject's end is not of the group: "here", "also" stay harmless.
  return t;
}

namespace {

// Segments between commas, read from right to left, that an aside may consist of.
struct Segment {
  TokenRange range;
  TokenRange noun_phrase;  // the one that ends it
  bool whole = false;      // the segment is nothing but this noun phrase
  bool finite = false;
};

Segment segment_before(const Grammar& g, uint32_t end, uint32_t begin) {
  const Reading& r = g.reading();
  uint32_t b = end;
  while (b > begin && !cuts_asides(r.tokens[b - 1].kind) &&
         r.tokens[b - 1].kind != TokenKind::colon && r.tokens[b - 1].kind != TokenKind::stop) {
    if (r.tokens[b - 1].kind == TokenKind::close_bracket) {
      uint32_t open = b - 1;
      while (open > begin && r.tokens[open].kind != TokenKind::open_bracket) --open;
      if (open > begin && b - open < 30) b = open + 1;
    }
    bool mark = r.tokens[b - 1].kind == TokenKind::quote && b > begin + 1 && r.quoted(b - 2);
    if (mark && r.quotations[r.quotation_of[b - 2]].inner.size() > 4) break;
    if (r.quoted(b - 1)) {  // a quotation is no part of a subject
      const Quotation& q = r.quotations[r.quotation_of[b - 1]];
      if (q.inner.size() > 4) break;
    }
    --b;
  }
  Segment s{{b, end}, {}, false, false};
  s.finite = g.has_finite(s.range);
  while (end > b + 1 && g[end - 1] == Tag::adverb) --end;
  s.noun_phrase = g.noun_phrase_before(end, b);
  if (s.noun_phrase.empty()) return s;
  uint32_t lead = b;
  while (lead < s.noun_phrase.begin &&
         (g[lead] == Tag::conjunction || g[lead] == Tag::adverb || g[lead] == Tag::subordinator))
    ++lead;
  s.whole = lead == s.noun_phrase.begin && !s.finite;
  return s;
}

bool is_description(const Grammar& g, TokenRange range) {
  const Token& first = g.reading().tokens[range.begin];
  return g[range.begin] == Tag::determiner || g[range.begin] == Tag::number || !first.capitalised;
}

bool has_name(const Grammar& g, TokenRange range) {
  for (uint32_t t = range.begin; t < range.end; ++t)
    if (g.reading().tokens[t].capitalised && g[t] != Tag::determiner && g[t] != Tag::pronoun)
      return true;
  return false;
}

// The subject before the comma at `comma`: over the asides between.
TokenRange subject_over_asides(const Grammar& g, uint32_t comma, uint32_t begin) {
  TokenRange found, only;
  TokenRange last;  // the segment next to the verb, where it is a noun phrase
  uint32_t end = comma;
  for (int n = 0; n < 8 && end > begin; ++n) {
    Segment s = segment_before(g, end, begin);
    if (s.range.empty()) break;
    bool aside = n == 0;
    if (aside && s.whole && s.range.begin == begin) only = s.noun_phrase;
    if (aside && s.whole) last = s.noun_phrase;
    if (!aside && !s.noun_phrase.empty()) {
      bool opens_clause =
          s.noun_phrase.begin > s.range.begin && (g[s.noun_phrase.begin - 1] == Tag::conjunction ||
                                                  g[s.noun_phrase.begin - 1] == Tag::subordinator);
      if (s.whole || opens_clause) {
        if (found.empty())
          found = s.noun_phrase;
        else if (has_name(g, s.noun_phrase) && (is_description(g, found) || s.range.begin == begin))
          found = s.noun_phrase;
        else
          break;
        if (opens_clause && !s.whole) break;
      } else if (s.finite && !found.empty()) {
        break;
      }
    }
    bool relative = g[s.range.begin] == Tag::pronoun || g[s.range.begin] == Tag::subordinator;
    if (s.finite && !relative && n > 0) break;
    if (!cuts_asides(g.reading().tokens[s.range.begin ? s.range.begin - 1 : 0].kind)) break;
    if (s.range.begin <= begin + 1) break;
    end = s.range.begin - 1;
  }
  if (found.empty() && only.empty() && !last.empty() && has_name(g, last)) return last;
  if (found.empty()) return only;  // "Sources here however, said"
  // "one of the divers, Jan Orlo, said": description and name are one mention
  if (!last.empty() && found.end + 1 == last.begin && g[found.begin] == Tag::determiner &&
      !is_description(g, last) && has_name(g, last))
    found.end = last.end;
  return found;
}

// "Germany, Hungary and Italy said": a list goes on before the comma.
TokenRange extend_list(const Grammar& g, TokenRange subject, uint32_t begin) {
  const Reading& r = g.reading();
  bool list = false;
  for (uint32_t t = subject.begin; t < subject.end; ++t) list |= g[t] == Tag::conjunction;
  uint32_t first = subject.begin;
  if (first > begin && g[first - 1] == Tag::conjunction && first - 1 > begin &&
      r.tokens[first - 2].kind == TokenKind::comma)
    list = true, --first;
  while (list && first > begin + 1 && r.tokens[first - 1].kind == TokenKind::comma) {
    Segment s = segment_before(g, first - 1, begin);
    if (!s.noun_phrase.empty() && s.noun_phrase.begin > s.range.begin &&
        g[s.noun_phrase.begin - 1] == Tag::subordinator &&
        !g.reading().is(s.noun_phrase.begin - 1,
                        WordClass::preposition)) {  // "last year |when| Rome, Lund and"
      subject.begin = s.noun_phrase.begin;
      break;
    }
    if (!s.whole || s.range.size() > 7 || g[s.range.begin] == Tag::preposition ||
        g[s.range.begin] == Tag::adverb ||
        one_of(g.word(s.range.begin), {"contrary", "according", "prior", "due", "thanks"}))
      break;
    subject.begin = first = s.noun_phrase.begin;
  }
  return subject;
}

// "one of the researchers, Jan Orlo, said": the description belongs to the mention.
TokenRange extend_apposition(const Grammar& g, TokenRange subject, uint32_t begin) {
  const Reading& r = g.reading();
  if (subject.begin <= begin + 2 || r.tokens[subject.begin - 1].kind != TokenKind::comma)
    return subject;
  for (uint32_t t = subject.begin; t < subject.end; ++t)
    if (g[t] == Tag::determiner) return subject;
  if (!has_name(g, subject)) return subject;
  Segment s = segment_before(g, subject.begin - 1, begin);
  if (s.whole && g[s.noun_phrase.begin] == Tag::determiner && s.range.size() < 14 &&
      g.reading().is(s.noun_phrase.end - 1, WordClass::role | WordClass::title))
    subject.begin = s.noun_phrase.begin;
  return subject;
}

// "to protect the bay and officials said": what stands before "and" is the object of a verb.
TokenRange after_object(const Grammar& g, TokenRange subject, uint32_t begin) {
  if (subject.begin <= begin) return subject;
  Tag before = g[subject.begin - 1];
  if (before != Tag::verb && before != Tag::base && before != Tag::gerund &&
      before != Tag::participle && before != Tag::preposition)
    return subject;
  for (uint32_t t = subject.end - 1; t > subject.begin; --t)
    if (g[t] == Tag::conjunction && t + 1 < subject.end) return {t + 1, subject.end};
  return subject;
}

// "Senator Orlo, |R-Maine|, who said": what stands between commas is no antecedent.
bool party_and_state(const Grammar& g, TokenRange phrase) {
  std::string_view w = g.reading().text(phrase.begin);
  return phrase.size() <= 2 && w.size() > 2 && w[1] == '-' &&
         one_of(w.substr(0, 1), {"R", "D", "I"});
}

// "the office of |Ann Lorne|, who said", "estimates by |the Mint|, which said": where nobody can be
// meant but whose name ends the phrase.
TokenRange without_thing(const Grammar& g, TokenRange phrase, bool person) {
  const Reading& r = g.reading();
  constexpr WordClass people = WordClass::role | WordClass::title | WordClass::group;
  WordClass speaks = people;
  if (!person) speaks = people | WordClass::body | WordClass::medium | WordClass::document;
  uint32_t link = phrase.begin;
  while (link < phrase.end && g[link] != Tag::preposition) ++link;
  if (link == phrase.begin || link + 1 >= phrase.end) return phrase;
  if (r.tokens[link - 1].capitalised || r.is(link - 1, speaks)) return phrase;
  uint32_t last = phrase.end - 1;
  while (last > link && (g[last] != Tag::preposition || r.tokens[last - 1].capitalised)) --last;
  if (!r.tokens[phrase.end - 1].capitalised) return phrase;
  return {last + 1, phrase.end};
}

// "|The Harbour Board (HB) of| Northport said", "|the poll of all| 50 towns": the phrase goes on
// before a preposition.
TokenRange over_bracket(const Grammar& g, TokenRange subject, uint32_t begin) {
  const Reading& r = g.reading();
  uint32_t t = subject.begin;
  if (t > begin + 1 && one_of(g.word(t - 1), {"all", "both"})) --t;
  if (t < begin + 2 || g[t - 1] != Tag::preposition) return subject;
  bool bracket = r.tokens[t - 2].kind == TokenKind::close_bracket && g.word(t - 1) == "of";
  if (!bracket && (t == subject.begin || !g.is_nominal(t - 2))) return subject;
  TokenRange before = g.noun_phrase_before(t - 1, begin);
  if (before.empty() || (before.begin > begin && g[before.begin - 1] == Tag::preposition))
    return subject;
  return {before.begin, subject.end};
}

TokenRange antecedent_of(const Grammar& g, uint32_t relative, uint32_t begin) {
  uint32_t end = relative;
  auto comma_before = [&] {
    return end > begin && g.reading().tokens[end - 1].kind == TokenKind::comma;
  };
  if (comma_before()) --end;
  TokenRange phrase = g.noun_phrase_before(end, begin);
  if (!phrase.empty() && party_and_state(g, phrase)) {
    end = phrase.begin;
    if (comma_before()) phrase = g.noun_phrase_before(end - 1, begin);
  }
  return phrase.empty() ? phrase : without_thing(g, phrase, g.word(relative) == "who");
}

// "|figure| skating star Ann Lorne", "|Northport-led| peacekeeping force": a noun in the singular
// with no determiner belongs to what follows.
bool is_attribute(const Grammar& g, TokenRange phrase) {
  const Token& last = g.reading().tokens[phrase.end - 1];
  std::string_view w = g.word(phrase.end - 1);
  bool people = g.reading().is(phrase.end - 1, WordClass::group);
  if (g[phrase.begin] == Tag::determiner || last.kind != TokenKind::word || w.ends_with("s") ||
      people)
    return false;
  return w.find('-') != std::string_view::npos || g[phrase.end - 1] == Tag::noun;
}

// "the Northport |forces| in the bay": a plural that looks like a verb; a reduced clause has none
// in the present. But "the Times |reports| that Orlo".
bool plural_like_verb(const Grammar& g, uint32_t t, uint32_t end) {
  const Reading& r = g.reading();
  constexpr WordClass people = WordClass::body | WordClass::group;
  bool plural =
      g[t] == Tag::verb && r.is(t, people) &&
      static_cast<VerbForm>(r.lexicon->info(r.tokens[t].word).verb_form) == VerbForm::third_person;
  if (!plural || t + 1 >= end) return false;
  bool rank = g[t + 1] == Tag::name && r.is(t, WordClass::body);  // "of the FORCES General Orlo"
  if (g[t + 1] != Tag::preposition && !time_word(g, t + 1) && !rank) return false;
  for (uint32_t i = t + 1; i < end; ++i)
    if (g.is_finite(i) || g[i] == Tag::subordinator) return false;
  return true;
}

// "People briefed on the matter say", "One user who calls himself X called": the noun phrase that
// opens the segment, where a participle or a relative pronoun follows it; else empty.
TokenRange head_of_long_subject(const Grammar& g, TokenRange subject, uint32_t begin) {
  Segment s = segment_before(g, subject.end, begin);
  uint32_t lead = s.range.begin;
  while (lead < subject.begin &&
         (g[lead] == Tag::conjunction || g[lead] == Tag::adverb || g[lead] == Tag::subordinator))
    ++lead;
  if (lead >= subject.begin) return {};
  TokenRange head = g.noun_phrase_at(lead, subject.begin);
  if (head.empty() || head.end >= subject.begin) return {};
  if (g[head.end] == Tag::gerund && is_attribute(g, head))
    return head.end + 1 == subject.begin ? TokenRange{head.begin, subject.end} : TokenRange{};
  if (plural_like_verb(g, head.end, subject.end)) return {head.begin, head.end + 1};
  uint32_t finite = 0;
  for (uint32_t t = head.end; t < subject.begin; ++t) {
    finite += g.is_finite(t);
    if (t > head.end && g[t] == Tag::subordinator) return {};  // a clause of its own
  }
  if (g[head.end] == Tag::participle || g[head.end] == Tag::gerund)
    return finite == 0 ? head : TokenRange{};
  if (one_of(g.word(head.end), {"who", "that", "whose"})) return finite == 1 ? head : TokenRange{};
  // "officers with no part in it but with experience"
  if (finite == 0 && g[head.end] == Tag::conjunction && g[head.end + 1] == Tag::preposition)
    return head;
  bool reduced = g[head.end] == Tag::verb && head.end + 1 < subject.begin &&
                 (g[head.end + 1] == Tag::preposition || g[head.end + 1] == Tag::to);
  return reduced && finite == 1 ? head : TokenRange{};
}

// "|People| in and around Northport said", "|A draft| being read by members of the board said":
// what stands behind a preposition is no subject; the noun phrase that opens the segment is.
TokenRange head_over_prepositions(const Grammar& g, TokenRange subject, uint32_t begin) {
  if (subject.begin <= begin + 1 || g[subject.begin - 1] != Tag::preposition) return {};
  if (!one_of(g.word(subject.begin - 1), {"in", "at", "of", "on", "near", "around", "to", "by",
                                          "from", "with", "about", "for"}))
    return {};
  if (g[subject.begin] == Tag::number) return {};  // "four out of ten divers"
  Segment s = segment_before(g, subject.end, begin);
  uint32_t lead = s.range.begin;
  while (lead < subject.begin && (g[lead] == Tag::conjunction || g[lead] == Tag::adverb)) ++lead;
  if (lead >= subject.begin || g[lead] == Tag::pronoun) return {};
  // "|Elected| officials in Northport"
  bool adjective = g[lead] == Tag::verb && lead + 1 < subject.begin && g[lead + 1] == Tag::noun;
  TokenRange head = g.noun_phrase_at(lead + adjective, subject.begin);
  if (!head.empty()) head.begin = lead;
  if (head.empty() || head.end >= subject.begin || g.has_finite({head.end, subject.begin}))
    return {};
  return head;
}

// Where a subject ends before an adjunct that tells when or where it spoke: "Orlo |on Friday",
// "Orlo |for months", "Orlo |in a speech"; where it begins, if it is nothing else.
uint32_t end_before_time(const Grammar& g, TokenRange subject) {
  uint32_t end = subject.end;
  if (time_word(g, end - 1)) {
    while (end > subject.begin && before_time(g, end - 1)) --end;
    return end;
  }
  for (uint32_t t = subject.begin + 1; t + 1 < subject.end; ++t) {
    if (g[t] != Tag::preposition || !one_of(g.word(t), {"in", "during", "at", "on"})) continue;
    if (g[t - 1] != Tag::name) return end;
    bool year = g[t + 1] == Tag::number && t + 2 == subject.end;
    bool occasion = g[t + 1] == Tag::determiner &&
                    one_of(g.word(subject.end - 1),
                           {"speech", "post", "interview", "statement", "letter", "tweet", "debate",
                            "rally", "conference", "briefing", "address", "meeting"});
    return year || occasion ? t : end;
  }
  return end;
}

// "A report |published| said", "the voters |polled| said": the noun phrase before a participle that
// ends before `t`; empty where it is the verb of a clause.
TokenRange before_bare_participle(const Grammar& g, uint32_t t, uint32_t begin) {
  if (t < begin + 2 || g[t - 1] != Tag::verb) return {};
  const Reading& r = g.reading();
  if (static_cast<VerbForm>(r.lexicon->info(r.tokens[t - 1].word).verb_form) != VerbForm::past)
    return {};
  TokenRange subject = g.noun_phrase_before(t - 1, begin);
  return g.has_finite({segment_before(g, t - 1, begin).range.begin, t - 1}) ? TokenRange{}
                                                                            : subject;
}

}  // namespace

uint32_t begin_of_time(const Grammar& g, uint32_t t, uint32_t begin) {
  uint32_t first = t;
  while (first > begin && before_time(g, first - 1)) --first;
  for (uint32_t i = first; i < t; ++i)
    if (time_word(g, i)) return first;
  return t;
}

TokenRange subject_before(const Grammar& g, uint32_t verb_group, uint32_t begin,
                          TokenRange* antecedent) {
  const Reading& r = g.reading();
  if (verb_group <= begin) return {};
  uint32_t t = verb_group;
  if (cuts_asides(r.tokens[t - 1].kind)) {
    TokenRange subject = subject_over_asides(g, t - 1, begin);
    return subject.empty() ? subject : extend_list(g, subject, begin);
  }
  if (one_of(g.word(t - 1), {"who", "which", "that"}) && t - 1 > begin) {
    if (antecedent) *antecedent = antecedent_of(g, t - 1, begin);
    if (g.word(t - 1) == "that" && (!antecedent || antecedent->empty())) return {};
    return {t - 1, t};
  }
  if (g[t - 1] == Tag::pronoun && one_of(g.word(t - 1), {"he", "she", "they", "we", "i"}))
    return {t - 1, t};
  if (TokenRange reduced = before_bare_participle(g, t, begin); !reduced.empty()) return reduced;
  // "reports reaching here said": the adverb is not the cue's
  bool arriving = g.word(t) == "here" && t > begin + 1 &&
                  (g[t - 1] == Tag::gerund || g[t - 1] == Tag::participle || g[t - 1] == Tag::verb);
  TokenRange subject = g.noun_phrase_before(arriving ? t - 1 : t, begin);
  // "Rome, |which| in May said": the relative pronoun before an adjunct
  if (subject.size() > 1 && one_of(r.text(subject.begin), {"who", "which"}))
    return subject_before(g, subject.begin + 1, begin, antecedent);
  if (subject.empty())  // "crews whose ferries have been sold say"
    return g[t - 1] == Tag::participle ? head_of_long_subject(g, {t - 1, t}, begin) : subject;
  TokenRange head = head_of_long_subject(g, subject, begin);
  if (!head.empty()) return head;
  // "the increase announced on Monday" after a preposition: a reduced relative clause
  if (subject.begin > begin && g[subject.begin - 1] == Tag::preposition &&
      subject.begin - 1 == begin)
    return {};
  subject = over_bracket(g, after_object(g, subject, begin), begin);
  subject.end = end_before_time(g, subject);
  // "Orlo, in a speech |late Sunday| said"
  if (subject.begin > begin + 1 &&
      one_of(g.word(subject.begin - 1), {"in", "during", "at", "on"}) &&
      r.tokens[subject.begin - 2].kind == TokenKind::comma)
    if (TokenRange before = subject_before(g, subject.begin - 1, begin, nullptr); !before.empty())
      return before;
  if (!subject.empty())
    if (head = head_over_prepositions(g, subject, begin); !head.empty()) return head;
  if (subject.empty()) {  // "who Thursday said", "Orlo, in a speech late Sunday, said"
    while (t > begin && before_time(g, t - 1)) --t;
    return t < verb_group ? subject_before(g, t, begin, antecedent) : subject;
  }
  return extend_apposition(g, extend_list(g, subject, begin), begin);
}

}  // namespace quotary
