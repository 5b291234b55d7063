#include "indexer/extract/document_speakers.h"

#include <algorithm>

#include "indexer/extract/word_sets.h"

namespace quotary {
namespace {

constexpr size_t documents_back = 32;
constexpr size_t speeches_back = 14;
constexpr uint32_t paragraphs_back = 14;
constexpr uint32_t tokens_back = 600;
constexpr uint32_t object_length = 8;  // tokens from a verb to the head of its object

// Documents that a body which spoke just before is likely to have issued.
bool of_a_body(std::string_view noun) {
  for (std::string_view d :
       {"statement", "report", "study", "survey", "poll", "paper", "editorial", "article",
        "communique", "resolution", "release", "announcement", "document", "ruling", "circular"})
    if (noun == d) return true;
  return false;
}

// Documents that are made elsewhere than in the clause that speaks of them.
bool of_others(std::string_view noun) {
  return one_of(noun, {"resolution", "resolutions", "bill", "law", "laws", "decree", "leaflet",
                       "leaflets", "petition", "motion", "charter", "treaty", "ruling", "verdict",
                       "order", "orders", "decision"});
}

// Verbs whose subject makes their object known as its own.
bool issues(std::string_view verb) {
  return one_of(verb, {"issued",  "issues",    "released",   "releases",  "published", "publishes",
                       "adopted", "passed",    "sent",       "approved",  "signed",    "filed",
                       "wrote",   "submitted", "produced",   "aired",     "posted",    "circulated",
                       "tabled",  "drafted",   "introduced", "presented", "unveiled",  "issuing",
                       "made",    "releasing", "publishing", "delivered"});
}

// "seen by", "co-sponsored by": who is named so is not whose document it is.
bool only_handed_on(std::string_view participle) {
  return one_of(participle, {"seen", "obtained", "received", "cited", "quoted", "sponsored",
                             "co-sponsored", "backed", "supported", "opposed", "reviewed", "read",
                             "rejected", "criticised", "criticized", "welcomed", "leaked"});
}

// "in favour of a resolution", "issued an order": it is made here, or words of those who speak.
bool is_their_own(const Reading& r, uint32_t before, uint32_t begin) {
  if (issues(r.text(before)) || one_of(r.text(before), {"in", "by", "through", "with"}))
    return true;
  return before > begin && one_of(r.text(before - 1), {"favor", "favour", "support"});
}

// "released", "recent": what a word before a body's noun says of the document behind it.
bool tells_when(std::string_view adjective) {
  return adjective.ends_with("ed") || adjective.ends_with("ly") ||
         one_of(adjective, {"recent", "latest", "new", "fresh", "first", "last", "earlier"});
}

// Where the words of a document's phrase begin that ends before `end`: at a determiner, a number.
uint32_t begin_of_document(const Reading& r, uint32_t end, uint32_t begin) {
  constexpr WordClass ends = WordClass::preposition | WordClass::auxiliary | WordClass::verb |
                             WordClass::say | WordClass::conjunction | WordClass::subordinator;
  constexpr uint32_t longest = 8;
  auto inside = [&](uint32_t t) {
    TokenKind kind = r.tokens[t].kind;
    bool word = kind == TokenKind::word || kind == TokenKind::number || kind == TokenKind::clitic;
    return word && !r.is(t, ends) && !issues(r.text(t));
  };
  auto opens = [&](uint32_t t) {
    return r.is(t, WordClass::determiner | WordClass::pronoun) ||
           r.tokens[t].kind == TokenKind::number || r.text(t) == "two";
  };
  uint32_t first = end - 1;
  while (first > begin && end - first < longest && !opens(first) && inside(first - 1)) --first;
  return first;
}

}  // namespace

TokenRange document_before(const Reading& r, TokenRange cue) {
  if (cue.empty() || !r.text(cue.begin).ends_with("ing")) return {};
  uint32_t begin = r.sentences[r.sentence_of[cue.begin]].tokens.begin;
  uint32_t end = cue.begin;
  bool comma = end > begin && r.tokens[end - 1].kind == TokenKind::comma;
  if (comma && !one_of(r.text(cue.begin), {"calling", "demanding", "ordering"})) return {};
  if (comma) --end;
  if (end == begin || !of_others(r.text(end - 1))) return {};
  if (r.quoted(end - 1) != r.quoted(cue.begin)) return {};
  uint32_t first = begin_of_document(r, end, begin);
  if (first > begin && is_their_own(r, first - 1, begin)) return {};
  return {first, end};
}

Answer DocumentSpeakers::resolve(const SpeakerPhrase& p) const {
  if (Answer body = body_in(p); body.named() || body.speech != no_speech) return body;
  Answer x;
  if (!p.definite) return issuer_at(p.head);
  uint32_t noun = n_.words[p.head];
  if (x.speech = spoken_before(noun); x.speech != no_speech) return x;
  x.confidence = 0.7f;
  bool body = of_a_body(n_.r.text(p.head));
  uint32_t last = body ? speeches_.last_body(p.head) : no_speech;
  x.speech = said_in(noun, p.head);
  bool later = last != no_speech && (x.speech == no_speech || last > x.speech);
  if (x.speech != no_speech && (!later || n_.r.text(p.head) == "statement")) return x;
  if (Answer owner = introduced(p.head); owner.named() || owner.speech != no_speech) return owner;
  if (later) x.speech = last;
  return x;
}

// "a BANK statement": the body whose noun stands before the document's.
Answer DocumentSpeakers::body_in(const SpeakerPhrase& p) const {
  if (p.head <= p.noun_phrase.begin) return {};
  uint32_t t = p.head - 1;
  if (n_.r.tokens[t].capitalised || !n_.is(t, WordClass::body)) return {};
  SpeakerPhrase body = p;
  body.kind = PhraseKind::body;
  body.head = t;
  body.noun_phrase.end = body.whole.end = t + 1;
  // "previously released |government| figures"
  uint32_t first = t;
  while (first > p.noun_phrase.begin && !tells_when(n_.r.text(first - 1))) --first;
  body.noun_phrase.begin = body.whole.begin = first;
  body.definite = true;
  return bodies_.resolve(body);
}

uint32_t DocumentSpeakers::spoken_before(uint32_t noun) const {
  for (size_t i = spoken_.size(), back = 0; i-- > 0 && back < documents_back; ++back)
    if (n_.words[spoken_[i].head] == noun) return spoken_[i].speech;
  return no_speech;
}

// "Lorne said in a statement": the last speech in whose sentence the document's noun stands.
uint32_t DocumentSpeakers::said_in(uint32_t noun, uint32_t token) const {
  uint32_t here = n_.paragraph_of(token);
  for (size_t i = speeches_.size(), back = 0; i-- > 0 && back < speeches_back; ++back) {
    auto s = static_cast<uint32_t>(i);
    uint32_t cue = speeches_[s].token;
    if (here > n_.paragraph_of(cue) + paragraphs_back) break;
    if (speeches_[s].several) continue;
    uint32_t end = n_.r.sentences[n_.r.sentence_of[cue]].tokens.end;
    for (uint32_t t = cue + 1; t < std::min(end, cue + 12) && t < token; ++t)
      if (n_.words[t] == noun && !n_.r.quoted(t) && is_spoken_in(t, cue)) return s;
  }
  return no_speech;
}

// "said IN a statement", "said the report": not what was said of one.
bool DocumentSpeakers::is_spoken_in(uint32_t noun, uint32_t cue) const {
  for (uint32_t t = noun, back = 0; t-- > cue && back < 4; ++back) {
    if (t == cue || one_of(n_.r.text(t), {"in", "through", "via"})) return true;
    if (issues(n_.r.text(t))) return true;
    if (n_.is(t, WordClass::preposition | WordClass::subordinator)) return false;
  }
  return false;
}

// "The mint issued a circular", "a report by the mint": whose document the article says it is,
// where it names it before.
Answer DocumentSpeakers::introduced(uint32_t head) const {
  uint32_t last = head > tokens_back ? head - tokens_back : 0;
  for (uint32_t t = head; t-- > last;) {
    if (n_.words[t] != n_.words[head] || n_.r.quoted(t)) continue;
    if (Answer owner = issuer_at(t); owner.named() || owner.speech != no_speech) return owner;
  }
  return {};
}

// Whose document the noun at a token tells of.
Answer DocumentSpeakers::issuer_at(uint32_t token) const {
  TokenRange s = n_.r.sentences[n_.r.sentence_of[token]].tokens;
  for (uint32_t t = token + 1; t + 1 < std::min(s.end, token + 6); ++t) {
    std::string_view w = n_.r.text(t);
    if (w != "by" && w != "from") continue;
    if (only_handed_on(n_.r.text(t - 1))) return {};
    uint32_t name = t + 1;
    if (n_.is(name, WordClass::determiner) && name + 1 < s.end) ++name;
    const NameMention* owner = n_.mention_at(name);  // "by Norway's Harbour Agency"
    if (owner && owner->run.end + 1 < s.end && n_.mention_at(owner->run.end + 1) &&
        n_.r.tokens[owner->run.end].kind == TokenKind::clitic)
      name = owner->run.end + 1;
    if (Answer named = named_at(name); named.named()) return named;
    return body_between({t + 1, std::min(s.end, t + 5)});
  }
  constexpr WordClass ends = WordClass::determiner | WordClass::preposition | WordClass::verb |
                             WordClass::say | WordClass::auxiliary | WordClass::conjunction;
  for (uint32_t t = token, back = 0; t-- > s.begin && back < 3; ++back) {
    if (n_.is(t, ends)) break;  // else "the Guardian report", "the mint's report"
    if (Answer named = named_at(t); named.named()) return named;
  }
  return issued_before(token, s.begin);
}

// "The mint [recently] issued a [long] circular": the subject of the verb that has the document
// for its object.
Answer DocumentSpeakers::issued_before(uint32_t token, uint32_t begin) const {
  uint32_t verb = token;
  while (verb > begin && token - verb < object_length && !issues(n_.r.text(verb))) --verb;
  if (verb == token || !issues(n_.r.text(verb))) return {};
  uint32_t t = verb;
  auto between = [&](uint32_t i) {
    return n_.is(
        i, WordClass::adverb | WordClass::auxiliary | WordClass::weekday | WordClass::preposition);
  };
  while (t > begin && n_.mentions.at[t - 1] == no_mention && between(t - 1)) --t;
  if (t == begin) return {};
  if (Answer named = named_at(t - 1); named.named()) return named;
  uint32_t first = t - 1;
  while (first > begin && t - first < 5 && !n_.is(first, WordClass::determiner)) --first;
  if (Answer body = body_between({first, t}); body.named() || body.speech != no_speech) return body;
  while (begin < t && n_.is(begin, WordClass::determiner)) ++begin;
  return named_at(begin);  // "the Harbour Board of Norway issued"
}

// The body that a phrase names by its noun: "the ministry".
Answer DocumentSpeakers::body_between(TokenRange phrase) const {
  if (phrase.empty() || !n_.is(phrase.begin, WordClass::determiner)) return {};
  uint32_t head = phrase.begin + 1;
  while (head < phrase.end && !n_.is(head, WordClass::body)) ++head;
  if (head >= phrase.end) return {};
  SpeakerPhrase body;
  body.kind = PhraseKind::body;
  body.whole = body.noun_phrase = {phrase.begin, head + 1};
  body.head = head;
  body.definite = n_.r.lower(phrase.begin) == "the";
  return bodies_.resolve(body);
}

// The body or person that a name at a token stands for; a place issues nothing.
Answer DocumentSpeakers::named_at(uint32_t token) const {
  Answer x;
  uint32_t m = n_.mentions.at[token];
  if (m == no_mention || n_.table.of_mention[m] == no_entity) return x;
  NameKind kind = n_.mentions.list[m].kind;
  bool issues = kind == NameKind::body || kind == NameKind::person || kind == NameKind::unknown;
  if (!issues || n_.table.certainty[m] < 0.7f) return x;
  x.entity = n_.table.of_mention[m];
  x.confidence = 0.7f;
  return x;
}

}  // namespace quotary
