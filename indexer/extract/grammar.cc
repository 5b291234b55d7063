#include "indexer/extract/grammar.h"

#include <algorithm>

namespace quotary {
namespace {

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() > end.size() + 1 && text.ends_with(end);
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

VerbForm form_of(const Reading& r, uint32_t token) {
  return static_cast<VerbForm>(r.lexicon->info(r.tokens[token].word).verb_form);
}

bool is_verb(const Reading& r, uint32_t token) { return form_of(r, token) != VerbForm::none; }

// Verbs whose base and "-s" forms are more often nouns.
bool noun_as_well(const Reading& r, uint32_t token) {
  return r.lexicon->info(r.tokens[token].word).frames.has(Frame::noun) ||
         r.is(token, WordClass::verb) || r.is(token, WordClass::cue_noun);
}

bool modal(std::string_view word) {
  return one_of(
      word, {"will",     "would",     "can",    "could",   "shall",  "should", "may",   "might",
             "must",     "do",        "does",   "did",     "cannot", "can't",  "won't", "wouldn't",
             "couldn't", "shouldn't", "didn't", "doesn't", "don't",  "mustn't"});
}

bool possessive_pronoun(std::string_view word) {
  return one_of(word, {"his", "its", "their", "our", "my", "your"});
}

}  // namespace

Grammar::Grammar(const Reading& reading)
    : reading_(reading), tags_(reading.tokens.size(), Tag::punctuation) {}

std::string_view Grammar::word(uint32_t token) const {
  std::string_view known = reading_.lower(token);
  return known.empty() ? reading_.text(token) : known;
}

void Grammar::tag(TokenRange sentence) {
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) tags_[t] = tag_of(t, sentence);
}

// The tag of the word before, over quotation marks and adverbs.
Tag Grammar::before(uint32_t token, TokenRange sentence) const {
  for (uint32_t t = token; t > sentence.begin; --t) {
    if (tags_[t - 1] == Tag::adverb) continue;
    if (reading_.tokens[t - 1].kind == TokenKind::quote) continue;
    return tags_[t - 1];
  }
  return Tag::punctuation;
}

// The auxiliary or "to" that a verb at `token` would depend on; else what stands before it.
Tag Grammar::verb_before(uint32_t token, TokenRange sentence) const {
  Tag tag = before(token, sentence);
  if (tag != Tag::conjunction || token < sentence.begin + 3) return tag;
  Tag first = tags_[token - 2];  // "to meet and discuss", "will go and say"
  return first == Tag::base ? Tag::to : tag;
}

bool Grammar::plural_before(uint32_t token, TokenRange sentence) const {
  uint32_t t = token;
  while (t > sentence.begin && tags_[t - 1] == Tag::adverb) --t;
  if (t == sentence.begin) return false;
  --t;
  std::string_view lower = word(t);
  if (tags_[t] == Tag::pronoun)
    return one_of(lower, {"they", "we", "i", "you", "who", "which", "that", "many", "some",
                          "others", "all", "both", "most", "several", "few"});
  if (tags_[t] != Tag::noun && tags_[t] != Tag::name) return false;
  std::string_view text = reading_.text(t);
  return (ends_with(text, "s") && !ends_with(text, "ss") && !ends_with(text, "us")) ||
         one_of(lower, {"police", "people", "men", "women", "children"}) || ends_with(text, "men");
}

// A word that nobody knows after "to": "to deport migrants", not "to voters".
bool Grammar::may_be_infinitive(uint32_t t, TokenRange sentence) const {
  const Token& token = reading_.tokens[t];
  if (token.word || token.capitalised || token.kind != TokenKind::word) return false;
  std::string_view text = reading_.text(t);
  for (std::string_view end :
       {"s", "ing", "tion", "sion", "ment", "ness", "ity", "er", "or", "ed", "al", "ic"})
    if (text.ends_with(end)) return false;
  if (t + 1 >= sentence.end) return false;
  const Token& next = reading_.tokens[t + 1];
  return next.kind == TokenKind::word || next.kind == TokenKind::number;
}

Tag Grammar::tag_of(uint32_t t, TokenRange sentence) const {
  const Token& token = reading_.tokens[t];
  std::string_view lower = word(t);
  Tag prev = t > sentence.begin ? tags_[t - 1] : Tag::punctuation;
  switch (token.kind) {
    case TokenKind::number:
      return Tag::number;
    case TokenKind::clitic: {
      std::string_view text = reading_.text(t);
      if (!text.ends_with('s') && !text.ends_with('S')) return Tag::auxiliary;
      bool after_pronoun = prev == Tag::pronoun || prev == Tag::subordinator || prev == Tag::adverb;
      return after_pronoun ? Tag::auxiliary : Tag::possessive;
    }
    case TokenKind::word:
      break;
    case TokenKind::symbol:
      return t > sentence.begin &&
                     one_of(reading_.text(t), {"$", "%", "&", "/", "€", "£", "#", "@"})
                 ? Tag::noun
                 : Tag::punctuation;
    case TokenKind::quote:
      // an apostrophe after a plural
      return t > sentence.begin && !token.space_before && !reading_.quoted(t) &&
                     reading_.text(t).size() <= 3 && reading_.text(t) != "\"" &&
                     reading_.text(t) != "”" && reading_.text(t) != "“" &&
                     reading_.text(t) != "''" && reading_.text(t - 1).ends_with('s')
                 ? Tag::possessive
                 : Tag::punctuation;
    default:
      return Tag::punctuation;
  }
  bool first = t == sentence.begin || reading_.tokens[t - 1].kind == TokenKind::quote ||
               reading_.tokens[t - 1].kind == TokenKind::colon;
  // US, IT, WHO: no pronouns.
  if (token.all_capitals && reading_.is(t, WordClass::pronoun) && lower != "i") return Tag::name;
  // A capital letter inside a sentence makes a name of nearly anything ("The Call", "May").
  if (token.capitalised && !first && !token.all_capitals && lower != "i" &&
      !reading_.is(t, WordClass::pronoun))
    return is_verb(reading_, t) && form_of(reading_, t) == VerbForm::past &&
                   reading_.is(t, WordClass::say)
               ? tag_verb(t, sentence)
               : Tag::name;
  if (lower == "to") {
    if (t > sentence.begin && word(t - 1) == "according") return Tag::preposition;
    uint32_t next = t + 1;
    while (next < sentence.end && reading_.is(next, WordClass::adverb)) ++next;
    if (next >= sentence.end) return Tag::preposition;
    std::string_view w = word(next);
    if (one_of(w, {"be", "have", "do"})) return Tag::to;
    if (!is_verb(reading_, next) || form_of(reading_, next) != VerbForm::base)
      return may_be_infinitive(next, sentence) ? Tag::to : Tag::preposition;
    return reading_.tokens[next].capitalised ? Tag::preposition : Tag::to;
  }
  bool number_next = t + 1 < sentence.end &&
                     (reading_.tokens[t + 1].kind == TokenKind::number ||
                      one_of(word(t + 1), {"half", "two", "three", "four", "five", "six", "seven",
                                           "eight", "nine", "ten", "two-thirds", "one-third",
                                           "three-quarters", "dozens", "hundreds", "thousands"}));
  if (number_next &&
      one_of(lower, {"about", "around", "over", "under", "than", "nearly", "almost"}))
    return Tag::determiner;
  if (lower == "there") {
    bool subject = t + 1 < sentence.end && (reading_.is(t + 1, WordClass::auxiliary) ||
                                            reading_.tokens[t + 1].kind == TokenKind::clitic);
    return subject ? Tag::pronoun : Tag::adverb;
  }
  if (lower == "that") {
    if (prev == Tag::preposition) return Tag::pronoun;
    return Tag::subordinator;
  }
  if (reading_.is(t, WordClass::auxiliary)) {
    bool noun = lower == "will" && prev == Tag::determiner;
    return noun ? Tag::noun : Tag::auxiliary;
  }
  if (lower == "her") {
    bool object = t + 1 >= sentence.end || reading_.tokens[t + 1].kind != TokenKind::word ||
                  reading_.is(t + 1, WordClass::preposition) ||
                  reading_.is(t + 1, WordClass::determiner) ||
                  reading_.is(t + 1, WordClass::subordinator);
    return object ? Tag::pronoun : Tag::determiner;
  }
  if (reading_.is(t, WordClass::determiner)) {
    bool alone = t + 1 >= sentence.end || reading_.tokens[t + 1].kind != TokenKind::word ||
                 reading_.is(t + 1, WordClass::auxiliary) ||
                 (reading_.is(t + 1, WordClass::say) && !noun_as_well(reading_, t + 1)) ||
                 (reading_.is(t + 1, WordClass::preposition) && lower != "the");
    if (alone && reading_.is(t, WordClass::pronoun) && !possessive_pronoun(lower))
      return Tag::pronoun;
    return Tag::determiner;
  }
  if (one_of(lower, {"who", "which", "whom"})) return Tag::pronoun;
  if (reading_.is(t, WordClass::pronoun)) return Tag::pronoun;
  if (reading_.is(t, WordClass::conjunction)) return Tag::conjunction;
  if (reading_.is(t, WordClass::subordinator) && reading_.is(t, WordClass::preposition)) {
    if (lower == "as") return Tag::preposition;
    return clause_at(t + 1, sentence.end) ? Tag::subordinator : Tag::preposition;
  }
  if (reading_.is(t, WordClass::subordinator)) return Tag::subordinator;
  if (lower == "following" || lower == "concerning" || lower == "including")
    return prev == Tag::determiner ? Tag::noun : Tag::preposition;
  if (lower == "like" && (prev == Tag::to || prev == Tag::auxiliary)) return Tag::base;
  if (reading_.is(t, WordClass::negation)) return lower == "no" ? Tag::determiner : Tag::adverb;
  if (reading_.is(t, WordClass::preposition)) return Tag::preposition;
  if (is_verb(reading_, t)) return tag_verb(t, sentence);
  if (reading_.is(t, WordClass::adverb)) return Tag::adverb;
  return tag_unknown(t, sentence);
}

Tag Grammar::tag_verb(uint32_t t, TokenRange sentence) const {
  Tag prev = before(t, sentence);
  Tag dependent = verb_before(t, sentence);
  bool in_group = prev == Tag::determiner || prev == Tag::possessive;
  uint32_t left = t;
  while (left > sentence.begin && (tags_[left - 1] == Tag::adverb)) --left;
  std::string_view aux = left > sentence.begin ? word(left - 1) : std::string_view();
  // "has also been", "would n't": the nearest auxiliary decides
  bool after_modal = prev == Tag::auxiliary && modal(aux);
  bool after_be = prev == Tag::auxiliary && !after_modal;
  switch (form_of(reading_, t)) {
    case VerbForm::gerund:
      if (in_group) return Tag::noun;
      if (prev == Tag::noun && t > sentence.begin && tags_[t - 1] == Tag::noun &&
          word(t) == "warning" && t + 1 < sentence.end && word(t + 1) == "of")
        return Tag::noun;
      // "an early warning system": between nouns
      if (prev == Tag::noun && t + 1 < sentence.end && !plural_before(t, sentence) &&
          !reading_.tokens[t + 1].word && !reading_.tokens[t + 1].capitalised &&
          reading_.tokens[t + 1].kind == TokenKind::word && t >= sentence.begin + 2 &&
          tags_[t - 2] == Tag::determiner)
        return Tag::noun;
      return Tag::gerund;
    case VerbForm::past:
    case VerbForm::participle:
      if (after_be) return Tag::participle;
      if (after_modal)
        return form_of(reading_, t) == VerbForm::past && modal(aux) ? Tag::base : Tag::participle;
      if (in_group || prev == Tag::preposition) return Tag::noun;
      if (prev == Tag::number && !reading_.is(t, WordClass::say) &&
          !(left >= sentence.begin + 2 &&
            (tags_[left - 2] == Tag::name || tags_[left - 2] == Tag::noun)))
        return Tag::noun;
      if (prev == Tag::verb && t > sentence.begin && tags_[t - 1] == Tag::verb) return Tag::noun;
      if (t + 1 < sentence.end && word(t + 1) == "by" && prev != Tag::pronoun)
        return Tag::participle;
      return Tag::verb;
    case VerbForm::third_person:
      if (in_group || prev == Tag::preposition || prev == Tag::number || prev == Tag::to ||
          prev == Tag::auxiliary)
        return Tag::noun;
      if (!noun_as_well(reading_, t)) return Tag::verb;
      // "member states", "the new rules": plurals far more often than verbs
      if (prev == Tag::noun &&
          one_of(word(t), {"states", "reasons", "rules", "charges", "orders", "remarks", "comments",
                           "posts", "texts", "forecasts"}))
        return t + 1 < sentence.end &&
                       (word(t + 1) == "that" || reading_.tokens[t + 1].kind == TokenKind::quote ||
                        reading_.tokens[t + 1].kind == TokenKind::colon) &&
                       !plural_before(t, sentence)
                   ? Tag::verb
                   : Tag::noun;
      if (plural_before(t, sentence) && word(left - 1) != "who" && word(left - 1) != "which" &&
          word(left - 1) != "that" && prev != Tag::name)
        return Tag::noun;
      if (prev == Tag::verb || prev == Tag::gerund) return Tag::noun;
      if (prev == Tag::conjunction && t + 1 < sentence.end &&
          !reading_.is(t + 1, WordClass::determiner) &&
          !reading_.is(t + 1, WordClass::subordinator) &&
          reading_.tokens[t + 1].kind != TokenKind::quote)
        return Tag::noun;
      if (prev == Tag::punctuation)
        return t > sentence.begin && t + 1 < sentence.end &&
                       (reading_.is(t + 1, WordClass::determiner) ||
                        reading_.tokens[t + 1].kind == TokenKind::quote ||
                        (reading_.is(t, WordClass::say) && reading_.tokens[t + 1].capitalised &&
                         !reading_.tokens[t].capitalised))
                   ? Tag::verb
                   : Tag::noun;
      if (t + 1 < sentence.end) {
        // "police reports said", "claims of fraud"
        if (reading_.is(t + 1, WordClass::auxiliary)) return Tag::noun;
        if (word(t + 1) == "of" || word(t + 1) == "and" || word(t + 1) == "by") return Tag::noun;
        if (is_verb(reading_, t + 1) && form_of(reading_, t + 1) == VerbForm::past &&
            prev != Tag::pronoun)
          return Tag::noun;
        if (reading_.tokens[t + 1].kind == TokenKind::comma && prev == Tag::noun) return Tag::noun;
        if (reading_.is(t + 1, WordClass::preposition) && prev == Tag::noun && word(t + 1) != "to")
          return Tag::noun;
      }
      return Tag::verb;
    default:  // base
      if (dependent == Tag::to || after_modal) return Tag::base;
      if (in_group || after_be || prev == Tag::preposition || prev == Tag::number) return Tag::noun;
      if (t + 1 < sentence.end && (reading_.is(t + 1, WordClass::auxiliary) || word(t + 1) == "of"))
        return Tag::noun;
      if (plural_before(t, sentence) && (!noun_as_well(reading_, t) || prev == Tag::pronoun ||
                                         t + 1 >= sentence.end || !is_verb(reading_, t + 1)))
        return Tag::verb;
      if (!noun_as_well(reading_, t) && (prev == Tag::conjunction || prev == Tag::punctuation))
        return Tag::verb;
      if (noun_as_well(reading_, t)) return Tag::noun;
      return prev == Tag::noun || prev == Tag::name || prev == Tag::pronoun ? Tag::verb : Tag::base;
  }
}

Tag Grammar::tag_unknown(uint32_t t, TokenRange sentence) const {
  const Token& token = reading_.tokens[t];
  if (token.capitalised && (t > sentence.begin || !token.word)) {
    // "Recently, ..." but "Jolly said"
    bool adverb = t == sentence.begin && ends_with(reading_.text(t), "ly") &&
                  t + 1 < sentence.end &&
                  (reading_.tokens[t + 1].kind == TokenKind::comma || !is_verb(reading_, t + 1));
    if (!adverb) return Tag::name;
  }
  std::string_view text = reading_.text(t);
  Tag prev = before(t, sentence);
  if (ends_with(text, "ly") && text.size() > 4 &&
      !one_of(text, {"family", "assembly", "supply", "rally", "ally", "reply", "monopoly", "daily",
                     "weekly", "early", "only", "likely", "friendly", "deadly", "elderly"}))
    return Tag::adverb;
  bool group = prev == Tag::determiner || prev == Tag::possessive || prev == Tag::preposition ||
               prev == Tag::number;
  if (ends_with(text, "ing") && text.size() > 5) return group ? Tag::noun : Tag::gerund;
  if (ends_with(text, "ed") && text.size() > 4 && !group) {
    if (prev == Tag::auxiliary) return Tag::participle;
    if (t + 1 < sentence.end && word(t + 1) == "by") return Tag::participle;
    if (prev == Tag::noun || prev == Tag::name || prev == Tag::pronoun || prev == Tag::conjunction)
      return Tag::verb;
  }
  if (prev == Tag::to) return Tag::base;
  if (t > sentence.begin && tags_[t - 1] == Tag::auxiliary && modal(word(t - 1))) return Tag::base;
  return Tag::noun;
}

bool Grammar::is_nominal(uint32_t t) const {
  switch (tags_[t]) {
    case Tag::noun:
    case Tag::name:
    case Tag::number:
    case Tag::determiner:
    case Tag::possessive:
      return true;
    default:
      return false;
  }
}

bool Grammar::is_finite(uint32_t t) const {
  if (tags_[t] == Tag::verb) return true;
  if (tags_[t] != Tag::auxiliary) return false;
  return !one_of(word(t), {"be", "been", "being", "having", "done", "doing"});
}

bool Grammar::has_finite(TokenRange range) const {
  for (uint32_t t = range.begin; t < range.end; ++t)
    if (is_finite(t)) return true;
  return false;
}

bool Grammar::time_word(uint32_t t) const {
  if (reading_.is(t, WordClass::weekday)) return true;
  std::string_view w = word(t);
  if (one_of(w, {"yesterday", "today", "tomorrow", "tonight", "overnight", "recently", "late",
                 "early", "earlier", "later", "last"}))
    return true;
  return reading_.is(t, WordClass::month) && t + 1 < reading_.tokens.size() &&
         reading_.tokens[t + 1].kind == TokenKind::number;
}

TokenRange Grammar::noun_phrase_before(uint32_t end, uint32_t begin) const {
  uint32_t t = end;
  if (t > begin && tags_[t - 1] == Tag::pronoun) {
    TokenRange pronoun{t - 1, t};
    // "many of them", "one of those": go on over the preposition
    if (t - 1 > begin && tags_[t - 2] == Tag::preposition && t - 2 > begin) {
      TokenRange whole = noun_phrase_before(t - 2, begin);
      if (!whole.empty()) return {whole.begin, end};
    }
    return pronoun;
  }
  bool any = false;
  while (t > begin) {
    Tag tag = tags_[t - 1];
    TokenKind kind = reading_.tokens[t - 1].kind;
    if (is_nominal(t - 1)) {
      if (tag == Tag::noun || tag == Tag::name || tag == Tag::number) any = true;
      --t;
      continue;
    }
    if (kind == TokenKind::close_bracket) {
      uint32_t open = t - 1;
      while (open > begin && reading_.tokens[open].kind != TokenKind::open_bracket) --open;
      if (open == begin || t - open > 12) break;
      t = open;
      continue;
    }
    if (!any) break;
    if (tag == Tag::preposition && t - 1 > begin && t < end &&
        (is_nominal(t - 2) || tags_[t - 2] == Tag::pronoun) && !time_word(t - 2)) {
      --t;
      if (tags_[t - 1] == Tag::pronoun) return {t - 1, end};
      continue;
    }
    if (tag == Tag::conjunction && word(t - 1) != "but" && t - 1 > begin &&
        ((is_nominal(t - 2) && !time_word(t - 2)) ||
         (reading_.tokens[t - 2].kind == TokenKind::close_bracket && t > begin + 4 &&
          (reading_.tokens[t - 4].kind == TokenKind::open_bracket ||
           reading_.tokens[t - 5].kind == TokenKind::open_bracket)))) {
      --t;
      continue;
    }
    // "a quoted 'nickname' X": marks inside a name
    if ((tag == Tag::participle || tag == Tag::adverb || tag == Tag::gerund || tag == Tag::verb) &&
        t - 1 > begin && tags_[t - 2] == Tag::determiner) {
      --t;
      continue;
    }
    break;
  }
  if (!any || t >= end) return {};
  // A phrase that opens with a preposition is no subject: "In Rome the mayor", "On Tuesday X".
  if (t > begin && tags_[t - 1] == Tag::preposition) {
    for (uint32_t i = t + 1; i < end; ++i) {
      bool starts = tags_[i] == Tag::determiner && tags_[i - 1] != Tag::determiner &&
                    tags_[i - 1] != Tag::preposition && tags_[i - 1] != Tag::conjunction;
      bool after_time = time_word(i - 1) && !time_word(i);
      bool year = tags_[i - 1] == Tag::number && tags_[i] == Tag::name;
      bool name_after_noun = tags_[i] == Tag::name && tags_[i - 1] == Tag::noun &&
                             reading_.tokens[i - 1].kind == TokenKind::word &&
                             !reading_.tokens[i - 1].capitalised;
      if (starts || after_time || year || name_after_noun) return {i, end};
    }
  }
  // A possessive alone, a dangling time word in front.
  bool newspaper =
      t + 1 < end && one_of(reading_.text(t + 1), {"Times", "Telegraph", "Mirror", "Herald",
                                                   "Express", "Mail", "Post", "Mercury"});
  while (!newspaper && t < end && (time_word(t) || tags_[t] == Tag::possessive) && t + 1 < end &&
         time_word(t) && tags_[t + 1] != Tag::possessive)
    ++t;
  return {t, end};
}

TokenRange Grammar::noun_group_at(uint32_t begin, uint32_t end) const {
  uint32_t t = begin;
  if (t >= end) return {};
  if (tags_[t] == Tag::pronoun) return {t, t + 1};
  bool noun = false;
  while (t < end) {
    if (is_nominal(t)) {
      // "on Tuesday preparations were": a day is a group of its own
      if (t > begin && reading_.is(t - 1, WordClass::weekday) && tags_[t] != Tag::possessive &&
          !time_word(t) && !one_of(word(t), {"morning", "afternoon", "evening", "night"}))
        break;
      bool starts_next =
          t > begin && noun &&
          (tags_[t] == Tag::determiner || (time_word(t) && tags_[t] != Tag::number && noun));
      if (starts_next) break;
      if (tags_[t] != Tag::determiner && tags_[t] != Tag::possessive) noun = true;
      ++t;
      continue;
    }
    if (!noun &&
        (tags_[t] == Tag::adverb || tags_[t] == Tag::participle || tags_[t] == Tag::gerund ||
         tags_[t] == Tag::verb) &&
        t > begin) {
      ++t;
      continue;
    }
    if (tags_[t] == Tag::conjunction && noun && t + 1 < end && is_nominal(t + 1) &&
        word(t) != "but" && tags_[t + 1] == tags_[t - 1]) {
      ++t;
      noun = false;
      continue;
    }
    if (reading_.tokens[t].kind == TokenKind::open_bracket && noun) {
      uint32_t close = t;
      while (close < end && reading_.tokens[close].kind != TokenKind::close_bracket) ++close;
      if (close < end && close - t < 8) {
        t = close + 1;
        continue;
      }
    }
    break;
  }
  if (!noun) return {};
  return {begin, t};
}

TokenRange Grammar::noun_phrase_at(uint32_t begin, uint32_t end) const {
  TokenRange group = noun_group_at(begin, end);
  while (!group.empty() && group.end + 1 < end && tags_[group.end] == Tag::preposition) {
    std::string_view w = word(group.end);
    bool name_follows =
        tags_[group.end + 1] == Tag::name || tags_[group.end + 1] == Tag::determiner;
    bool joins = w == "of" || w == "for" ||
                 (one_of(w, {"from", "with", "at"}) && name_follows && !time_word(group.end + 1));
    if (!joins) break;
    TokenRange next = noun_group_at(group.end + 1, end);
    if (next.empty()) break;
    group.end = next.end;
  }
  return group;
}

// The token after a prepositional phrase or a phrase of time at `t`; `t` itself if there is none.
uint32_t Grammar::skip_phrase(uint32_t t, uint32_t end) const {
  std::string_view w = word(t);
  if (tags_[t] == Tag::adverb) return t + 1;
  if (time_word(t)) {
    uint32_t i = t + 1;
    while (i < end &&
           (time_word(i) || tags_[i] == Tag::number ||
            one_of(word(i), {"morning", "afternoon", "evening", "night", "week", "month", "year"})))
      ++i;
    return i;
  }
  if (one_of(w, {"this", "last", "earlier", "that"}) && t + 1 < end &&
      one_of(word(t + 1), {"week", "month", "year", "morning", "evening", "afternoon"}))
    return t + 2;
  if (tags_[t] == Tag::preposition &&
      one_of(w, {"on", "in", "at", "during", "after", "before", "by", "via", "through", "to",
                 "from", "following", "since", "over", "with"})) {
    TokenRange group = noun_phrase_at(t + 1, end);
    if (group.empty()) return t;
    uint32_t i = group.end;
    while (i + 1 < end && tags_[i] == Tag::preposition && word(i) != "by" && !one_of(w, {"to"})) {
      TokenRange next = noun_group_at(i + 1, end);
      if (next.empty()) break;
      i = next.end;
    }
    return i;
  }
  return t;
}

uint32_t Grammar::skip_adjuncts(uint32_t begin, uint32_t end) const {
  uint32_t t = begin;
  while (t < end) {
    uint32_t next = skip_phrase(t, end);
    if (next == t) break;
    t = next;
  }
  return t;
}

bool Grammar::clause_at(uint32_t begin, uint32_t end) const {
  uint32_t limit = std::min(end, begin + 40);
  bool subject = false;
  int relatives = 0, commas = 0;
  for (uint32_t t = begin; t < limit; ++t) {
    const Token& token = reading_.tokens[t];
    if (token.kind == TokenKind::stop || token.kind == TokenKind::colon) return false;
    if (token.kind == TokenKind::comma) {
      // only an aside may stand between subject and verb
      bool aside =
          t + 1 < limit && (commas > 0 || tags_[t + 1] == Tag::determiner ||
                            tags_[t + 1] == Tag::pronoun || tags_[t + 1] == Tag::preposition ||
                            tags_[t + 1] == Tag::participle || tags_[t + 1] == Tag::adverb ||
                            tags_[t + 1] == Tag::number || tags_[t + 1] == Tag::subordinator ||
                            tags_[t + 1] == Tag::noun || tags_[t + 1] == Tag::punctuation);
      if (!subject || !aside || ++commas > 2) return false;
    }
    if (token.kind != TokenKind::word && token.kind != TokenKind::clitic) {
      subject |= token.kind == TokenKind::number;
      continue;
    }
    if (subject && one_of(word(t), {"who", "which", "that", "where", "when", "as", "because"}))
      ++relatives;
    if (tags_[t] == Tag::conjunction && t + 1 < limit && is_finite(t + 1)) return false;
    if (is_finite_or_may_be(t, subject)) {
      if (relatives == 0) return subject;
      --relatives;
      continue;
    }
    if (tags_[t] == Tag::gerund && commas > 0) return false;
    if (is_nominal(t) || tags_[t] == Tag::pronoun || tags_[t] == Tag::gerund ||
        tags_[t] == Tag::punctuation)
      subject = true;
  }
  return false;
}

// Words not yet tagged (when asked ahead of the tagger) are looked at by their classes.
bool Grammar::is_finite_or_may_be(uint32_t t, bool subject) const {
  if (tags_[t] != Tag::punctuation) return is_finite(t);
  if (reading_.is(t, WordClass::auxiliary)) return true;
  VerbForm form = form_of(reading_, t);
  return subject &&
         (form == VerbForm::past || (form == VerbForm::third_person && !noun_as_well(reading_, t)));
}

}  // namespace quotary
