#include "indexer/extract/cues.h"

#include <algorithm>

namespace quotary {
namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool cuts_asides(TokenKind kind) { return kind == TokenKind::comma || kind == TokenKind::dash; }

// The first token of the verb group that ends with `verb`: auxiliaries, adverbs, "not".
uint32_t verb_group_begin(const Grammar& g, uint32_t verb, uint32_t begin) {
  uint32_t t = verb;
  while (t > begin && (g[t - 1] == Tag::auxiliary || g[t - 1] == Tag::adverb)) --t;
  // An adverb before the subject's end is not of the group: "here", "also" stay harmless.
  return t;
}

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
      if (open > begin && b - open < 14) b = open + 1;
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
    if (!s.whole || s.range.size() > 7 || g[s.range.begin] == Tag::preposition ||
        g[s.range.begin] == Tag::adverb)
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

TokenRange antecedent_of(const Grammar& g, uint32_t relative, uint32_t begin) {
  uint32_t end = relative;
  if (end > begin && g.reading().tokens[end - 1].kind == TokenKind::comma) --end;
  return g.noun_phrase_before(end, begin);
}

}  // namespace

namespace {

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
  uint32_t finite = 0;
  for (uint32_t t = head.end; t < subject.begin; ++t) finite += g.is_finite(t);
  if (g[head.end] == Tag::participle || g[head.end] == Tag::gerund)
    return finite == 0 ? head : TokenRange{};
  if (one_of(g.word(head.end), {"who", "that"})) return finite == 1 ? head : TokenRange{};
  bool reduced = g[head.end] == Tag::verb && head.end + 1 < subject.begin &&
                 (g[head.end + 1] == Tag::preposition || g[head.end + 1] == Tag::to);
  return reduced && finite == 1 ? head : TokenRange{};
}

}  // namespace

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
  TokenRange subject = g.noun_phrase_before(t, begin);
  if (subject.empty()) return subject;
  TokenRange head = head_of_long_subject(g, subject, begin);
  if (!head.empty()) return head;
  // "the increase announced on Monday" after a preposition: a reduced relative clause
  if (subject.begin > begin && g[subject.begin - 1] == Tag::preposition &&
      subject.begin - 1 == begin)
    return {};
  subject = after_object(g, subject, begin);
  // "Orlo on Friday said", "Orlo Friday said"
  if (subject.size() > 1 && r.is(subject.end - 1, WordClass::weekday)) {
    --subject.end;
    if (subject.size() > 1 && g[subject.end - 1] == Tag::preposition) --subject.end;
  }
  return extend_apposition(g, extend_list(g, subject, begin), begin);
}

namespace {

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
      t = cue.range.end - 1;
      cues_.push_back(cue);
    }
    return std::move(cues_);
  }

 private:
  bool is_cue_word(uint32_t t) const {
    return r_.is(t, WordClass::say) || r_.is(t, WordClass::speech_act) ||
           r_.is(t, WordClass::cue_phrase);
  }

  bool according(uint32_t t) {
    bool per_se = false;
    if (r_.lower(t) != "according" && g_.word(t) != "according") return false;
    if (t + 1 >= s_.end || r_.lower(t + 1) != "to") return true;
    TokenRange who = g_.noun_phrase_at(t + 2, s_.end);
    if (who.empty()) return true;
    if (one_of(g_.word(who.end - 1), {"plan", "plans", "schedule", "law", "rules", "size", "need"}))
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
    if (g_.word(next) == "on" && r_.is(next + 1, WordClass::weekday)) next += 2;
    if (next + 1 >= s_.end) return false;
    if (one_of(g_.word(next), {"by", "from"})) {
      TokenRange by = g_.noun_phrase_at(next + 1, s_.end);
      if (by.empty()) return false;
      cue.subject = by;
      next = by.end;
    }
    if (next + 2 >= s_.end) return false;
    cue.content_begin = next + 1;
    if (g_.word(next) == "that") {
      bool relative = g_.is_finite(next + 1) || g_[next + 1] == Tag::adverb;
      return !relative && g_.has_finite({next + 1, s_.end});
    }
    if (cue.subject.empty()) return false;
    if (g_[next] == Tag::to) {
      cue.content_begin = next;
      return one_of(g_.word(t),
                    {"refusal", "offer", "pledge", "promise", "threat", "threats", "proposal",
                     "vow", "promises", "pledges", "demand", "call", "calls"});
    }
    return g_.word(next) == "for" && one_of(g_.word(t), {"call", "calls", "demand", "demands",
                                                         "proposal", "request", "appeal"});
  }

  // "Orlo's (own) claim", "their claim": who made it.
  TokenRange owner(uint32_t noun) const {
    for (uint32_t t = noun; t > s_.begin && noun - t < 4; --t) {
      if (g_[t - 1] == Tag::possessive) {
        TokenRange name = g_.noun_phrase_before(t - 1, s_.begin);
        return name;
      }
      if (one_of(g_.word(t - 1), {"his", "her", "its", "their"})) return {t - 1, t};
      if (g_[t - 1] != Tag::noun && g_[t - 1] != Tag::name) return {};
    }
    return {};
  }

  // Range, frames and role of the cue at t; false where the word is none here.
  bool shape(uint32_t t, Cue& cue) const {
    cue.range = {t, t + 1};
    cue.frames = r_.lexicon->info(r_.tokens[t].word).frames;
    bool phrase = r_.is(t, WordClass::cue_phrase) && match_phrase(t, cue);
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
      uint32_t n = static_cast<uint32_t>(phrase.rest.size());
      if (t + n >= s_.end) continue;
      bool same = true;
      for (uint32_t i = 0; i < n && same; ++i) same = r_.tokens[t + 1 + i].word == phrase.rest[i];
      if (same) best = &phrase;
    }
    if (!best) return false;
    cue.range.end = t + 1 + static_cast<uint32_t>(best->rest.size());
    cue.frames = best->frames;
    return true;
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
        if (is_supposed(cue)) return false;
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

  // "if they say", "until he says"
  bool is_supposed(const Cue& cue) const {
    uint32_t t = cue.group.begin;
    return t > s_.begin &&
           one_of(g_.word(t - 1), {"if", "If", "unless", "until", "Until", "Unless"});
  }

  // A finite verb without a subject of its own follows a conjunction, or a comma in a list of
  // verbs.
  bool is_coordinated(const Cue& cue) const {
    uint32_t t = cue.group.begin;
    if (t <= s_.begin + 1 || !g_.has_finite({s_.begin, t})) return false;
    return g_[t - 1] == Tag::conjunction || r_.tokens[t - 1].kind == TokenKind::comma;
  }

  void read_auxiliaries(uint32_t group, Cue& cue) const {
    for (uint32_t t = group; t < cue.range.begin; ++t) {
      if (r_.is(t, WordClass::negation)) cue.negated = true;
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
    if (t >= s_.end || (!g_.is_nominal(t) && !one_of(g_.word(t), {"he", "she", "they", "i", "we"})))
      return {};
    return g_.noun_phrase_at(t, s_.end);
  }

  bool inverts_unquoted(const Cue& cue) const {
    std::string_view lemma =
        r_.lexicon->form(r_.lexicon->info(r_.tokens[cue.range.begin].word).lemma);
    return one_of(lemma, {"say", "add", "report", "explain", "continue", "write"});
  }
  // "said X was": X is the subject of a clause, not of the cue.
  bool goes_on(const Cue& cue, TokenRange after) const {
    if (after.end >= s_.end) return false;
    TokenKind kind = r_.tokens[after.end].kind;
    if (kind == TokenKind::comma || kind == TokenKind::stop || kind == TokenKind::dash)
      return false;
    if (g_[after.begin] == Tag::pronoun) return true;
    if (kind != TokenKind::word) return true;
    if (g_[after.end] == Tag::subordinator || g_[after.end] == Tag::pronoun) return false;
    if (g_.is_finite(after.end)) return true;
    if (one_of(g_.word(after.end), {"in", "on", "at", "after", "during", "when", "as"})) {
      // an adjunct, unless a finite verb comes right after it
      uint32_t next = g_.skip_adjuncts(after.end, s_.end);
      return next < s_.end && g_.is_finite(next);
    }
    return g_.clause_at(cue.range.end, s_.end);
  }

  void place_finite(Cue& cue) const {
    uint32_t group = cue.group.begin;
    bool comma_before = group > s_.begin && cuts_asides(r_.tokens[group - 1].kind);
    bool quote = quote_before(group);
    bool may_invert = cue.frames.has(Frame::quote) && (comma_before || quote || group == s_.begin);
    if (may_invert) {
      TokenRange after = inverted_subject(cue);
      if (!after.empty() && (quote || (inverts_unquoted(cue) && !goes_on(cue, after))) &&
          (quote || group == s_.begin || g_.has_finite({s_.begin, group}))) {
        cue.inverted = true;
        cue.subject = after;
        cue.group = {group, after.end};
        return;
      }
    }
    cue.subject = subject_before(g_, group, s_.begin, &cue.antecedent);
    if (!cue.subject.empty() && cue.antecedent.empty())
      cue.group.begin = std::min(cue.group.begin, cue.subject.begin);
  }

  bool place_gerund(Cue& cue) const {
    uint32_t group = cue.group.begin;
    if (group == s_.begin) return true;
    if (one_of(g_.word(group - 1), {"of", "without", "at", "into", "from", "for"}) ||
        g_.word(group - 1) == "not")
      return false;
    if (g_.word(group - 1) == "as" && group - 1 > s_.begin) place_quoted_as(cue);
    // "is calling for", "are demanding": a finite verb group
    for (uint32_t t = group; t < cue.range.begin; ++t)
      if (g_.is_finite(t)) {
        cue.role = CueRole::finite;
        place_finite(cue);
        return true;
      }
    return true;
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
    uint32_t group = cue.group.begin;
    for (uint32_t t = group; t < cue.range.begin; ++t)
      if (g_.is_finite(t)) {
        cue.role = CueRole::finite;
        place_finite(cue);
        return true;
      }
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
