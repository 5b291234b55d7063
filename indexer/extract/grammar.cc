#include "indexer/extract/grammar.h"

#include <algorithm>

#include "indexer/extract/word_sets.h"

namespace quotary {
namespace {

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() > end.size() + 1 && text.ends_with(end);
}

VerbForm form_of(const Reading& r, uint32_t token) {
  return static_cast<VerbForm>(r.lexicon->info(r.tokens[token].word).verb_form);
}

bool is_verb(const Reading& r, uint32_t token) { return form_of(r, token) != VerbForm::none; }

// Verbs whose base and "-s" forms are more often nouns.
bool noun_as_well(const Reading& r, uint32_t token) {
  return r.lexicon->info(r.tokens[token].word).frames.has(Frame::noun) ||
         r.is(token, WordClass::verb | WordClass::cue_noun | WordClass::feeling_noun);
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

bool lacks_object(const Reading& r, uint32_t t) {
  if (t == 0 || t + 1 >= r.tokens.size() || r.is(t - 1, WordClass::pronoun)) return false;
  const WordInfo& verb = r.lexicon->info(r.tokens[t].word);
  const WordInfo& next = r.lexicon->info(r.tokens[t + 1].word);
  if (static_cast<VerbForm>(verb.verb_form) != VerbForm::past) return false;
  if (verb.frames.prepositions || verb.frames.has(Frame::hearer)) return false;
  return (verb.frames.hearer_prepositions & static_cast<uint16_t>(next.preposition)) != 0;
}

Grammar::Grammar(const Reading& reading)
    : reading_(reading),
      tags_(reading.tokens.size(), Tag::punctuation),
      tagged_to_(reading.tokens.size()) {}

std::string_view Grammar::word(uint32_t token) const {
  std::string_view known = reading_.lower(token);
  return known.empty() ? reading_.text(token) : known;
}

void Grammar::tag(TokenRange sentence) {
  if (sentence.empty() || tagged_to_[sentence.begin] == sentence.end) return;
  std::fill(tags_.begin() + sentence.begin, tags_.begin() + sentence.end, Tag::punctuation);
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) tags_[t] = tag_of(t, sentence);
  tagged_to_[sentence.begin] = sentence.end;
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
  if (tags_[t] == Tag::name && joined_before(t, sentence)) return true;
  std::string_view text = reading_.text(t);
  return (ends_with(text, "s") && !ends_with(text, "ss") && !ends_with(text, "us")) ||
         one_of(lower, {"police", "people", "men", "women", "children"}) || ends_with(text, "men");
}

// "he and |Orlo|", "Rome and |New Harbour|": two of them.
bool Grammar::joined_before(uint32_t name, TokenRange sentence) const {
  uint32_t t = name;
  while (t > sentence.begin && tags_[t - 1] == Tag::name) --t;
  if (t < sentence.begin + 2 || word(t - 1) != "and") return false;
  return tags_[t - 2] == Tag::name || tags_[t - 2] == Tag::pronoun;
}

// A word that nobody knows after "to": "to deport migrants", not "to voters".
bool Grammar::may_be_infinitive(uint32_t t, TokenRange sentence) const {
  const Token& token = reading_.tokens[t];
  // "to draft the plan": a word of which nothing is known but that it is plain
  bool plain =
      reading_.lexicon->info(token.word).classes == static_cast<uint64_t>(WordClass::plain);
  bool object = t + 1 < sentence.end && reading_.is(t + 1, WordClass::determiner) &&
                word(t + 1) != "that";  // "said to applause that"
  bool known = token.word && !(plain && object);
  if (known || token.capitalised || token.kind != TokenKind::word) return false;
  std::string_view text = reading_.text(t);
  for (std::string_view end :
       {"s", "ing", "tion", "sion", "ment", "ness", "ity", "er", "or", "ed", "al", "ic"})
    if (text.ends_with(end)) return false;
  if (t + 1 >= sentence.end) return false;
  const Token& next = reading_.tokens[t + 1];
  return next.kind == TokenKind::word || next.kind == TokenKind::number;
}

Tag Grammar::tag_of(uint32_t t, TokenRange sentence) const {
  if (reading_.tokens[t].kind != TokenKind::word) return tag_mark(t, sentence);
  if (is_name(t, sentence)) return Tag::name;
  if (!reading_.tokens[t].word) return tag_unknown(t, sentence);  // the lexicon has all below
  std::string_view lower = word(t);
  if (lower == "to") return tag_to(t, sentence);
  if (std::optional<Tag> tag = tag_function_word(t, lower, sentence)) return *tag;
  if (is_verb(reading_, t)) return tag_verb(t, sentence);
  if (reading_.is(t, WordClass::adverb)) return Tag::adverb;
  return tag_unknown(t, sentence);
}

// Numbers, clitics, marks.
Tag Grammar::tag_mark(uint32_t t, TokenRange sentence) const {
  const Token& token = reading_.tokens[t];
  if (token.kind == TokenKind::number) return Tag::number;
  if (t == sentence.begin) return Tag::punctuation;
  std::string_view text = reading_.text(t);
  if (token.kind == TokenKind::clitic) {
    if (!text.ends_with('s') && !text.ends_with('S')) return Tag::auxiliary;
    Tag prev = tags_[t - 1];
    bool after_pronoun = prev == Tag::pronoun || prev == Tag::subordinator || prev == Tag::adverb;
    return after_pronoun ? Tag::auxiliary : Tag::possessive;
  }
  if (token.kind == TokenKind::symbol && one_of(text, {"$", "%", "&", "/", "€", "£", "#", "@"}))
    return Tag::noun;
  // an apostrophe after a plural
  bool apostrophe = token.kind == TokenKind::quote && (text == "'" || text == "’");
  if (apostrophe && !token.space_before && !reading_.quoted(t) &&
      reading_.text(t - 1).ends_with('s'))
    return Tag::possessive;
  return Tag::punctuation;
}

// A capital letter inside a sentence makes a name of nearly anything ("The Call", "May").
bool Grammar::is_name(uint32_t t, TokenRange sentence) const {
  const Token& token = reading_.tokens[t];
  bool pronoun = reading_.is(t, WordClass::pronoun);
  if (!token.capitalised || word(t) == "i") return false;
  if (token.all_capitals) return pronoun;  // US, IT, WHO
  bool first = t == sentence.begin || reading_.tokens[t - 1].kind == TokenKind::quote ||
               reading_.tokens[t - 1].kind == TokenKind::colon;
  // "said He Ningsheng"
  bool surname = pronoun && !first && t + 1 < sentence.end && reading_.tokens[t + 1].capitalised;
  if (first || (pronoun && !surname)) return false;
  return form_of(reading_, t) != VerbForm::past || !reading_.is(t, WordClass::say);
}

// Before an infinitive, or a preposition.
Tag Grammar::tag_to(uint32_t t, TokenRange sentence) const {
  if (t > sentence.begin && word(t - 1) == "according") return Tag::preposition;
  uint32_t next = t + 1;
  auto is_adverb = [&](uint32_t i) {
    return reading_.is(i, WordClass::adverb) || one_of(word(i), {"not", "never"}) ||
           (!is_verb(reading_, i) && ends_with(reading_.text(i), "ly"));
  };
  while (next < sentence.end &&  // urged them to "fully disclose" it
         (is_adverb(next) || reading_.tokens[next].kind == TokenKind::quote))
    ++next;
  if (next >= sentence.end) return Tag::preposition;
  if (one_of(word(next), {"be", "have", "do"})) return Tag::to;
  // "to further the talks", "to back a plan"
  if (one_of(word(next - 1), {"further", "back"}) && reading_.is(next, WordClass::determiner))
    return Tag::to;
  if (form_of(reading_, next) != VerbForm::base)
    return may_be_infinitive(next, sentence) ? Tag::to : Tag::preposition;
  return reading_.tokens[next].capitalised ? Tag::preposition : Tag::to;
}

// Words of the closed classes; none for all others.
std::optional<Tag> Grammar::tag_function_word(uint32_t t, std::string_view lower,
                                              TokenRange sentence) const {
  Tag prev = t > sentence.begin ? tags_[t - 1] : Tag::punctuation;
  if (is_about_a_number(t, lower, sentence)) return Tag::determiner;
  if (lower == "there") return starts_predicate(t + 1, sentence) ? Tag::pronoun : Tag::adverb;
  if (lower == "that") return tag_that(t, prev, sentence);
  if (lower == "am" && prev == Tag::name) return Tag::name;  // "Welt am Sonntag"
  if (reading_.is(t, WordClass::auxiliary))
    return lower == "will" && prev == Tag::determiner ? Tag::noun : Tag::auxiliary;
  bool verb_follows = t + 1 < sentence.end && is_verb(reading_, t + 1);
  if (lower == "neither" && verb_follows) return Tag::adverb;  // "neither confirmed nor denied"
  if (reading_.is(t, WordClass::determiner)) return tag_determiner(t, lower, sentence);
  if (one_of(lower, {"who", "which", "whom"})) return Tag::pronoun;
  if (lower == "one" && counts_what_follows(t + 1, sentence)) return Tag::number;
  if (reading_.is(t, WordClass::pronoun)) return Tag::pronoun;
  if (reading_.is(t, WordClass::conjunction)) return Tag::conjunction;
  if (lower == "since" && prev == Tag::auxiliary) return Tag::adverb;  // "has since said"
  if (reading_.is(t, WordClass::subordinator)) {
    if (!reading_.is(t, WordClass::preposition)) return Tag::subordinator;
    if (lower == "as") return Tag::preposition;
    return clause_at(t + 1, sentence.end) ? Tag::subordinator : Tag::preposition;
  }
  if (one_of(lower, {"following", "concerning", "including"}))
    return prev == Tag::determiner ? Tag::noun : Tag::preposition;
  if (lower == "like" && (prev == Tag::to || prev == Tag::auxiliary)) return Tag::base;
  if (reading_.is(t, WordClass::negation)) return lower == "no" ? Tag::determiner : Tag::adverb;
  if (reading_.is(t, WordClass::preposition)) return Tag::preposition;
  return std::nullopt;
}

// "That will do", "with that", but "said that it".
Tag Grammar::tag_that(uint32_t t, Tag previous, TokenRange sentence) const {
  if (previous == Tag::preposition) return Tag::pronoun;
  bool opens = t == sentence.begin || reading_.tokens[t - 1].kind == TokenKind::quote;
  return opens && starts_predicate(t + 1, sentence) ? Tag::pronoun : Tag::subordinator;
}

// "one diplomat", but "one said", "one of them".
bool Grammar::counts_what_follows(uint32_t t, TokenRange sentence) const {
  if (t >= sentence.end || reading_.tokens[t].kind != TokenKind::word) return false;
  if (!reading_.tokens[t].word) return true;
  for (WordClass c : {WordClass::auxiliary, WordClass::preposition, WordClass::pronoun,
                      WordClass::conjunction, WordClass::subordinator, WordClass::determiner,
                      WordClass::adverb, WordClass::say, WordClass::speech_act})
    if (reading_.is(t, c)) return false;
  return form_of(reading_, t) != VerbForm::past && form_of(reading_, t) != VerbForm::third_person;
}

// "about 30", "more than half"
bool Grammar::is_about_a_number(uint32_t t, std::string_view lower, TokenRange sentence) const {
  if (!one_of(lower, {"about", "around", "over", "under", "than", "nearly", "almost"}))
    return false;
  if (t + 1 >= sentence.end) return false;
  return reading_.tokens[t + 1].kind == TokenKind::number ||
         one_of(word(t + 1),
                {"half", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                 "two-thirds", "one-third", "three-quarters", "dozens", "hundreds", "thousands"});
}

bool Grammar::starts_predicate(uint32_t t, TokenRange sentence) const {
  return t < sentence.end &&
         (reading_.is(t, WordClass::auxiliary) || reading_.tokens[t].kind == TokenKind::clitic);
}

// "this plan", or "this" alone; "her plan", or "told her".
Tag Grammar::tag_determiner(uint32_t t, std::string_view lower, TokenRange sentence) const {
  bool word_follows = t + 1 < sentence.end && reading_.tokens[t + 1].kind == TokenKind::word;
  auto next_is = [&](WordClass c) { return word_follows && reading_.is(t + 1, c); };
  if (lower == "her") {
    bool object = !word_follows || next_is(WordClass::preposition) ||
                  next_is(WordClass::determiner) || next_is(WordClass::subordinator) ||
                  (word_follows && word(t + 1) == "not");
    return object ? Tag::pronoun : Tag::determiner;
  }
  bool alone = !word_follows || next_is(WordClass::auxiliary | WordClass::subordinator) ||
               (next_is(WordClass::say) && !noun_as_well(reading_, t + 1)) ||
               (next_is(WordClass::speech_act) && form_of(reading_, t + 1) == VerbForm::past) ||
               (next_is(WordClass::preposition) && lower != "the") ||
               (word_follows && lower == "those" && word(t + 1) == "who");
  bool pronoun = reading_.is(t, WordClass::pronoun) && !possessive_pronoun(lower);
  return alone && pronoun ? Tag::pronoun : Tag::determiner;
}

Grammar::VerbPlace Grammar::place_of_verb(uint32_t t, TokenRange sentence) const {
  VerbPlace p;
  p.previous = before(t, sentence);
  p.left = t;
  while (p.left > sentence.begin && tags_[p.left - 1] == Tag::adverb) --p.left;
  p.in_group = p.previous == Tag::determiner || p.previous == Tag::possessive;
  // "has also been", "would not": the nearest auxiliary decides
  bool auxiliary = p.previous == Tag::auxiliary;
  p.after_modal = auxiliary && p.left > sentence.begin && modal(word(p.left - 1));
  p.after_be = auxiliary && !p.after_modal;
  p.next = t + 1 < sentence.end ? t + 1 : no_token;
  return p;
}

// A verb's form in its place: a verb, or a noun that looks like one.
Tag Grammar::tag_verb(uint32_t t, TokenRange sentence) const {
  VerbPlace place = place_of_verb(t, sentence);
  switch (form_of(reading_, t)) {
    case VerbForm::gerund:
      return tag_gerund(t, place, sentence);
    case VerbForm::past:
    case VerbForm::participle:
      return tag_past(t, place, sentence);
    case VerbForm::third_person:
      return tag_third_person(t, place, sentence);
    default:
      return tag_base(t, place, sentence);
  }
}

Tag Grammar::tag_gerund(uint32_t t, const VerbPlace& p, TokenRange sentence) const {
  if (p.in_group || is_attributive_gerund(t, sentence)) return Tag::noun;
  // "two ruling parties", "between ruling Reds and Blues"
  bool adjective =
      p.previous == Tag::preposition || (p.left > sentence.begin && is_count(p.left - 1));
  if (word(t) == "ruling" && t > sentence.begin + 1 && tags_[t - 2] == Tag::determiner)
    return Tag::noun;  // "the latest ruling"
  if (word(t) == "ruling" && adjective && p.next != no_token && word(p.next) != "that")
    return Tag::noun;
  // "the board meeting, which", "a train bombing was": no object follows
  bool alone = p.next == no_token || reading_.is(p.next, WordClass::auxiliary) ||
               reading_.tokens[p.next].kind == TokenKind::comma ||
               reading_.tokens[p.next].kind == TokenKind::stop;
  if (alone && !reading_.is(t, WordClass::say) && t > sentence.begin &&
      (tags_[t - 1] == Tag::noun || tags_[t - 1] == Tag::name))
    return Tag::noun;
  if (p.previous != Tag::noun || p.next == no_token || tags_[t - 1] != Tag::noun)
    return Tag::gerund;
  if (word(t) == "warning" && word(p.next) == "of") return Tag::noun;
  const Token& next = reading_.tokens[p.next];
  bool noun_next = !next.word && !next.capitalised && next.kind == TokenKind::word;
  // "the official welcoming ceremony"
  if (one_of(word(t), {"welcoming", "briefing"}) && noun_next) return Tag::noun;
  // "told a press briefing that"
  if (word(t) == "briefing" && t >= sentence.begin + 2 && tags_[t - 2] == Tag::determiner)
    return Tag::noun;
  // "an early warning system": between nouns
  bool compound = noun_next && t >= sentence.begin + 2 && tags_[t - 2] == Tag::determiner &&
                  reading_.is(t, WordClass::cue_noun) && !plural_before(t, sentence);
  return compound ? Tag::noun : Tag::gerund;
}

Tag Grammar::tag_past(uint32_t t, const VerbPlace& p, TokenRange sentence) const {
  if (p.after_be) return Tag::participle;
  if (p.after_modal) return Tag::base;
  // "the steps |taken|": no past
  if (form_of(reading_, t) == VerbForm::participle && p.previous == Tag::noun)
    return Tag::participle;
  bool opens = t == sentence.begin && p.next != no_token && word(p.next) == "with";
  if (opens || lacks_object(reading_, t)) return Tag::participle;  // "Faced with claims"

  bool name_says = p.previous == Tag::possessive && word(t) == "said";  // "Moody's said"
  if ((p.in_group && !name_says) || p.previous == Tag::preposition) return Tag::noun;
  // "three accused men", but "in 1983 condemned"
  bool year = p.left >= sentence.begin + 2 &&
              (tags_[p.left - 2] == Tag::name || tags_[p.left - 2] == Tag::noun);
  if (p.previous == Tag::number && !reading_.is(t, WordClass::say) && !year) return Tag::noun;
  if (is_counted_adjective(p, sentence)) return Tag::noun;
  // "they |opposed| measures", but "a report published said"
  if (t > sentence.begin && tags_[t - 1] == Tag::verb && word(t) != "said") return Tag::noun;
  bool behind_cue = t > sentence.begin &&
                    tags_[t - 1] == Tag::gerund &&  // "demanding armed escorts"
                    reading_.is(t - 1, WordClass::say | WordClass::speech_act);
  if (behind_cue) return Tag::noun;
  if (p.next != no_token && word(p.next) == "by" && p.previous != Tag::pronoun)
    return Tag::participle;
  return Tag::verb;
}

// "Lorne and |visiting| Norwegian Minister Orlo", "the head of Norwegian |coaching| team".
bool Grammar::is_attributive_gerund(uint32_t t, TokenRange sentence) const {
  if (t == sentence.begin || t + 1 >= sentence.end) return false;
  if (one_of(word(t), {"visiting", "outgoing", "incoming"}) && word(t - 1) == "and") {
    uint32_t name = t + 1;
    while (name < sentence.end && reading_.tokens[name].capitalised &&
           !reading_.is(name, WordClass::title | WordClass::role))
      ++name;
    return name < sentence.end && reading_.is(name, WordClass::title | WordClass::role);
  }
  constexpr WordClass heads = WordClass::body | WordClass::role | WordClass::group;
  return reading_.is(t - 1, WordClass::nationality) && !reading_.text(t - 1).ends_with('s') &&
         !reading_.tokens[t + 1].capitalised && reading_.is(t + 1, heads);
}

bool Grammar::is_count(uint32_t t) const {
  return tags_[t] == Tag::number ||
         one_of(word(t), {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"});
}

// "reported three |confirmed| cases", "the two |confirmed| deaths", but "two denied it".
bool Grammar::is_counted_adjective(const VerbPlace& p, TokenRange sentence) const {
  if (p.left < sentence.begin + 2 || p.next == no_token || !is_count(p.left - 1)) return false;
  Tag before_number = tags_[p.left - 2];
  bool object = before_number == Tag::verb || before_number == Tag::participle ||
                before_number == Tag::base || before_number == Tag::gerund ||
                before_number == Tag::preposition || before_number == Tag::determiner;
  const Token& next = reading_.tokens[p.next];
  bool noun_next =
      next.kind == TokenKind::word && !next.capitalised &&
      !reading_.is(p.next, WordClass::determiner | WordClass::pronoun | WordClass::subordinator |
                               WordClass::preposition | WordClass::auxiliary | WordClass::adverb);
  return object && noun_next;
}

Tag Grammar::tag_third_person(uint32_t t, const VerbPlace& p, TokenRange sentence) const {
  if (p.in_group || p.previous == Tag::preposition || p.previous == Tag::number ||
      p.previous == Tag::to || p.previous == Tag::auxiliary)
    return Tag::noun;
  if (!noun_as_well(reading_, t)) return Tag::verb;
  if (is_plural_noun(t, p, sentence)) return Tag::noun;
  return Tag::verb;
}

// "police reports said", "member states", "claims of fraud": a plural, not a verb.
bool Grammar::is_plural_noun(uint32_t t, const VerbPlace& p, TokenRange sentence) const {
  bool relative = p.left > sentence.begin && one_of(word(p.left - 1), {"who", "which", "that"});
  if (plural_before(t, sentence) && !relative && p.previous != Tag::name) return true;
  // "the declaration |calls| for", "the bill |urges| the port"
  constexpr WordClass cue = WordClass::say | WordClass::speech_act | WordClass::cue_phrase;
  bool document = p.left > sentence.begin + 1 && reading_.is(p.left - 1, WordClass::document) &&
                  tags_[p.left - 2] == Tag::determiner && p.next != no_token && reading_.is(t, cue);
  if (document && (reading_.is(p.next, WordClass::determiner | WordClass::subordinator) ||
                   one_of(word(p.next), {"for", "out", "on"})))
    return false;
  if (p.previous == Tag::verb || p.previous == Tag::gerund || p.previous == Tag::base ||
      p.previous == Tag::participle)
    return true;
  if (p.next == no_token) return p.previous == Tag::punctuation;
  auto next_is = [&](WordClass c) { return reading_.is(p.next, c); };
  TokenKind next_kind = reading_.tokens[p.next].kind;
  bool object_next = next_is(WordClass::determiner) || next_kind == TokenKind::quote;
  bool pronoun_next = one_of(word(p.next), {"him", "them", "it", "me", "us"});
  // "Iranian demands for", "his French hosts", "the Arab states,"
  bool says = pronoun_next || object_next || word(p.next) == "that" ||
              next_kind == TokenKind::colon || next_is(WordClass::pronoun);
  if (p.previous == Tag::name && reading_.is(t - 1, WordClass::nationality) && !says) return true;
  if (reading_.is(p.next, WordClass::say) && form_of(reading_, p.next) == VerbForm::base &&
      p.previous == Tag::noun)
    return true;  // "recent estimates say"
  uint32_t later = p.next;
  while (later + 1 < sentence.end && reading_.is(later, WordClass::adverb)) ++later;
  if (later != p.next && reading_.is(later, WordClass::say) && p.previous == Tag::noun &&
      form_of(reading_, later) == VerbForm::base)
    return true;  // "press reports also say"
  if (p.previous == Tag::name && is_rarely_verb(t) && is_verb(reading_, p.next)) return true;
  // "the |states| that have voted": a relative clause
  bool relative_next =
      word(p.next) == "that" && p.next + 1 < sentence.end &&
      (reading_.is(p.next + 1, WordClass::auxiliary) || is_verb(reading_, p.next + 1));
  if (is_rarely_verb(t) && relative_next) return true;
  if (p.previous == Tag::noun && is_rarely_verb(t))
    return word(p.next) != "that" && next_kind != TokenKind::quote && next_kind != TokenKind::colon;
  const WordInfo& verb = reading_.lexicon->info(reading_.tokens[t].word);
  const WordInfo& next_word = reading_.lexicon->info(reading_.tokens[p.next].word);
  bool calls_on = verb.frames.to_prepositions & static_cast<uint16_t>(next_word.preposition);
  if (p.previous == Tag::conjunction)
    return !calls_on && !object_next && !pronoun_next && !next_is(WordClass::subordinator);
  if (p.previous == Tag::punctuation) {  // ", reports Orlo"
    bool inverted = t > sentence.begin && reading_.is(t, WordClass::say) &&
                    reading_.tokens[p.next].capitalised && !reading_.tokens[t].capitalised;
    return t == sentence.begin || !(object_next || inverted);
  }
  if (next_is(WordClass::auxiliary) || one_of(word(p.next), {"of", "and", "by"})) return true;
  if (form_of(reading_, p.next) == VerbForm::past && p.previous != Tag::pronoun) return true;
  return p.previous == Tag::noun && (next_kind == TokenKind::comma ||
                                     (next_is(WordClass::preposition) && word(p.next) != "to"));
}

// Plurals far more often than verbs.
bool Grammar::is_rarely_verb(uint32_t t) const {
  return one_of(word(t), {"states", "reasons", "rules", "charges", "orders", "remarks", "comments",
                          "posts", "texts", "forecasts"});
}

Tag Grammar::tag_base(uint32_t t, const VerbPlace& p, TokenRange sentence) const {
  if (p.after_modal || verb_before(t, sentence) == Tag::to) return Tag::base;
  if (p.after_be && is_past_as_well(t) && p.left > sentence.begin &&
      one_of(word(p.left - 1), {"have", "has", "had"}))
    return Tag::participle;  // "had forecast a loss"
  if (p.in_group || p.after_be || p.previous == Tag::preposition || p.previous == Tag::number)
    return Tag::noun;
  if (p.previous == Tag::conjunction && is_second_infinitive(p, sentence)) return Tag::base;
  bool noun_too = noun_as_well(reading_, t);
  // "what they say is a crime", "a plan they claim was old"
  bool what_they_say =
      (!noun_too && plural_before(t, sentence)) ||
      (p.left > sentence.begin && one_of(word(p.left - 1), {"they", "we", "you", "i"}));
  if (!what_they_say && p.next != no_token &&
      (reading_.is(p.next, WordClass::auxiliary) || word(p.next) == "of"))
    return Tag::noun;
  bool after_noun =
      p.previous == Tag::noun || p.previous == Tag::name || p.previous == Tag::pronoun;
  if (after_noun && p.next != no_token && is_past_as_well(t) &&
      (reading_.is(p.next, WordClass::determiner) || reading_.is(p.next, WordClass::preposition)))
    return Tag::verb;
  if (plural_before(t, sentence) &&
      (!noun_too || p.previous == Tag::pronoun || p.next == no_token || !is_verb(reading_, p.next)))
    return Tag::verb;
  if (noun_too) return Tag::noun;
  // "crews whose ships have been sold |say|"
  bool starts = p.previous == Tag::conjunction || p.previous == Tag::punctuation ||
                p.previous == Tag::participle;
  return starts || after_noun ? Tag::verb : Tag::base;
}

// "to restore order and |maintain| it": the nearest verb on the left, within reach, is an
// infinitive.
bool Grammar::is_second_infinitive(const VerbPlace& p, TokenRange sentence) const {
  if (p.next == no_token || p.left <= sentence.begin + 1) return false;
  uint32_t limit = p.left - 1 > sentence.begin + 16 ? p.left - 17 : sentence.begin;
  for (uint32_t t = p.left - 1; t-- > limit;) {
    if (tags_[t] == Tag::base) return t > sentence.begin && verb_before(t, sentence) == Tag::to;
    if (tags_[t] == Tag::verb || tags_[t] == Tag::auxiliary || tags_[t] == Tag::subordinator ||
        tags_[t] == Tag::punctuation || tags_[t] == Tag::pronoun)
      return false;
  }
  return false;
}

// Base and past look the same.
bool Grammar::is_past_as_well(uint32_t t) const {
  return one_of(word(t), {"set", "put", "cut", "hit", "let", "shut", "cost", "quit", "split",
                          "spread", "read", "cast", "forecast", "broadcast"});
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
  // "Beijing warned": a place's letters tell nothing
  if (token.capitalised && reading_.is(t, WordClass::place | WordClass::country)) return Tag::name;
  // "Reuters reports": a singular subject, whatever its letters say
  bool singular = t + 1 < sentence.end && reading_.is(t + 1, WordClass::say) &&
                  form_of(reading_, t + 1) == VerbForm::third_person;
  if (token.capitalised && singular) return Tag::name;
  std::string_view text = reading_.text(t);
  Tag prev = before(t, sentence);
  if (ends_with(text, "ly") && text.size() > 4 &&
      !one_of(text, {"family", "assembly", "supply", "rally", "ally", "reply", "monopoly", "daily",
                     "weekly", "early", "only", "likely", "friendly", "deadly", "elderly"}))
    return Tag::adverb;
  bool group = prev == Tag::determiner || prev == Tag::possessive || prev == Tag::preposition ||
               prev == Tag::number || one_of(text, {"outgoing", "incoming"});
  if (ends_with(text, "ing") && text.size() > 5)
    return group || is_part_of_time(t) || is_attributive_gerund(t, sentence) ? Tag::noun
                                                                             : Tag::gerund;
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
  if (tags_[t] != Tag::auxiliary || (t > 0 && tags_[t - 1] == Tag::to)) return false;
  return !one_of(word(t), {"be", "been", "being", "having", "done", "doing"});
}

bool Grammar::has_finite(TokenRange range) const {
  for (uint32_t t = range.begin; t < range.end; ++t)
    if (is_finite(t)) return true;
  return false;
}

// "in the |last| few weeks"
bool Grammar::last_or_next(uint32_t t) const {
  return one_of(word(t), {"last", "past", "next", "first", "coming"});
}

// "over the past two |years| 300 ships docked"
bool Grammar::is_span_of_time(uint32_t t) const {
  return one_of(word(t), {"years", "months", "weeks", "days", "hours", "minutes"});
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

bool Grammar::is_part_of_time(uint32_t t) const {
  return one_of(word(t),
                {"morning", "afternoon", "evening", "night", "week", "weekend", "month", "year"});
}

TokenRange Grammar::noun_phrase_before(uint32_t end, uint32_t begin) const {
  uint32_t t = end;
  if (t > begin && tags_[t - 1] == Tag::pronoun) {
    // "many of them", "Rome and others": the phrase goes on over the preposition, the conjunction
    bool link = t - 1 > begin + 1 && tags_[t - 3] != Tag::pronoun;
    bool of = link && tags_[t - 2] == Tag::preposition;
    bool listed = link && tags_[t - 2] == Tag::conjunction && word(t - 1) == "others";
    TokenRange whole = of || listed ? noun_phrase_before(t - 2, begin) : TokenRange{};
    return {whole.empty() ? t - 1 : whole.begin, end};
  }
  bool noun = false;
  while (t > begin) {
    uint32_t before = step_left(t, begin, noun);
    if (before == t) break;
    t = before;
    if (tags_[t] == Tag::noun || tags_[t] == Tag::name || tags_[t] == Tag::number) noun = true;
    if (tags_[t] == Tag::pronoun) return {t, end};  // "those in Rome"
  }
  if (!noun || t >= end) return {};
  if (t > begin && tags_[t - 1] == Tag::preposition) t = start_of_own_phrase(t, end);
  return without_leading_day({t, end});
}

// One step to the left inside a noun phrase that begins at `t` so far; `t` itself where it ends.
uint32_t Grammar::step_left(uint32_t t, uint32_t begin, bool noun) const {
  if (is_nominal(t - 1)) return t - 1;
  Tag tag = tags_[t - 1];
  if (reading_.tokens[t - 1].kind == TokenKind::close_bracket) {
    uint32_t open = t - 1;
    while (open > begin && t - open <= 30 && reading_.tokens[open].kind != TokenKind::open_bracket)
      --open;
    return reading_.tokens[open].kind == TokenKind::open_bracket && open > begin ? open : t;
  }
  // "the ministry of |planning| said"
  if (!noun && tag == Tag::gerund && t > begin + 2 && word(t - 2) == "of" && is_nominal(t - 3))
    return t - 2;
  if (!noun || t - 1 <= begin) return t;
  bool nominal_before = is_nominal(t - 2) && !time_word(t - 2);
  if (tag == Tag::preposition) {
    if (tags_[t - 2] == Tag::pronoun) return t - 2;
    return nominal_before ? t - 1 : t;
  }
  if (tag == Tag::conjunction && word(t - 1) != "but")
    return nominal_before || short_bracket_before(t - 1, begin) ? t - 1 : t;
  bool adjective =
      tag == Tag::participle || tag == Tag::adverb || tag == Tag::gerund || tag == Tag::verb;
  return adjective && tags_[t - 2] == Tag::determiner ? t - 1 : t;
}

// "Orlo (Rome) and": a party or a place after a name.
bool Grammar::short_bracket_before(uint32_t t, uint32_t begin) const {
  if (t < begin + 4 || reading_.tokens[t - 1].kind != TokenKind::close_bracket) return false;
  return reading_.tokens[t - 3].kind == TokenKind::open_bracket ||
         reading_.tokens[t - 4].kind == TokenKind::open_bracket;
}

// A phrase that opens with a preposition is no subject: "In Rome |the mayor", "On Tuesday |Orlo".
uint32_t Grammar::start_of_own_phrase(uint32_t begin, uint32_t end) const {
  for (uint32_t i = begin + 1; i < end; ++i) {
    Tag previous = tags_[i - 1];
    bool determiner = tags_[i] == Tag::determiner && previous != Tag::determiner &&
                      previous != Tag::preposition && previous != Tag::conjunction;
    bool after_time = time_word(i - 1) && !time_word(i) && !names_paper(i);
    bool after_year = previous == Tag::number && tags_[i] == Tag::name;
    bool name_after_noun = tags_[i] == Tag::name && previous == Tag::noun &&
                           reading_.tokens[i - 1].kind == TokenKind::word &&
                           !reading_.tokens[i - 1].capitalised;
    if (determiner || after_time || after_year || name_after_noun) return i;
  }
  return begin;
}

// "Tuesday Orlo", but "Sunday Times".
TokenRange Grammar::without_leading_day(TokenRange phrase) const {
  while (phrase.size() > 1 && time_word(phrase.begin) &&
         tags_[phrase.begin + 1] != Tag::possessive && !names_paper(phrase.begin + 1))
    ++phrase.begin;
  return phrase;
}

// "Sunday |Times|"
bool Grammar::names_paper(uint32_t t) const {
  return one_of(reading_.text(t), {"Times", "Telegraph", "Mirror", "Herald", "Express", "Mail",
                                   "Post", "Mercury", "Independent", "Star", "World", "Mail"});
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
      if (t > begin && tags_[t] == Tag::number && is_span_of_time(t - 1)) break;
      bool few = t > begin && tags_[t] == Tag::determiner && last_or_next(t - 1);
      bool starts_next =
          t > begin && noun && !few &&
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
  uint32_t next = skip_adjunct(t, end);
  // "Tuesday night's meeting", "last week's storm": the time of a noun
  bool owns = next > t && next < end && reading_.tokens[next].kind == TokenKind::clitic;
  return owns ? t : next;
}

uint32_t Grammar::skip_adjunct(uint32_t t, uint32_t end) const {
  std::string_view w = word(t);
  if (tags_[t] == Tag::adverb) return t + 1;
  if (time_word(t)) {
    // "early results showed", "late shoppers": an adjective
    if (one_of(w, {"early", "late", "last"}) && t + 1 < end && tags_[t + 1] == Tag::noun &&
        !time_word(t + 1) && !is_part_of_time(t + 1))
      return t;
    uint32_t i = t + 1;
    while (i < end && (time_word(i) || tags_[i] == Tag::number || is_part_of_time(i))) ++i;
    return i;
  }
  if (one_of(w, {"this", "last", "earlier", "that"}) && t + 1 < end &&
      one_of(word(t + 1), {"week", "month", "year", "morning", "evening", "afternoon"}))
    return t + 2;
  if (tags_[t] == Tag::preposition && w == "for") {  // "refused for weeks to"
    TokenRange group = noun_group_at(t + 1, end);
    return !group.empty() && is_span_of_time(group.end - 1) ? group.end : t;
  }
  if (tags_[t] == Tag::preposition &&
      one_of(w, {"on", "in", "at", "during", "after", "before", "by", "via", "through", "to",
                 "from", "following", "since", "over", "with"})) {
    TokenRange group = noun_phrase_at(t + 1, end);
    if (group.empty()) return t;
    // "said in the last few weeks ships had docked": nobody speaks for weeks
    bool weeks = group.size() > 3 && last_or_next(t + 2) && is_span_of_time(group.end - 1);
    if (weeks) return t;
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
                            (tags_[t + 1] == Tag::pronoun && !is_subject_pronoun(t + 1)) ||
                            tags_[t + 1] == Tag::preposition || tags_[t + 1] == Tag::participle ||
                            tags_[t + 1] == Tag::adverb || tags_[t + 1] == Tag::number ||
                            tags_[t + 1] == Tag::subordinator || word(t + 1) == "or" ||
                            tags_[t + 1] == Tag::noun || tags_[t + 1] == Tag::punctuation);
      if (!subject || !aside || ++commas > 2) return false;
    }
    if (token.kind != TokenKind::word && token.kind != TokenKind::clitic) {
      subject |= token.kind == TokenKind::number;
      continue;
    }
    if (subject && one_of(word(t), {"who", "which", "that", "where", "when", "as", "because"}) &&
        word(t - 1) != "such")
      ++relatives;
    else if (subject && tags_[t] == Tag::subordinator)
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

bool Grammar::is_subject_pronoun(uint32_t t) const {
  return one_of(word(t), {"he", "she", "they", "we", "i"});
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
