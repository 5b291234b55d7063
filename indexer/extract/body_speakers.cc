#include "indexer/extract/body_speakers.h"

#include <algorithm>

#include "indexer/extract/word_sets.h"

namespace quotary {
namespace {

constexpr uint32_t farthest_name = 10;  // tokens from a phrase's begin, or from a comma

// Kinds of news media whose nouns stand for one another; 0: no medium.
int medium_kind(std::string_view noun) {
  for (std::string_view p : {"newspaper", "paper", "daily", "weekly", "tabloid"})
    if (noun == p) return 1;
  for (std::string_view p : {"network", "broadcaster", "channel", "station", "television", "radio"})
    if (noun == p) return 2;
  return 0;
}

// Nouns that stand for whatever body has just been spoken of.
bool stands_for_any(std::string_view noun) {
  return one_of(
      noun, {"coalition", "movement", "company", "airline", "carrier", "firm", "group",
             "organisation", "organization", "club", "team", "bank", "agency", "union", "party"});
}

// Nouns that may stand for a country; a department or a team does not.
bool may_be_country(std::string_view noun) {
  return one_of(noun, {"side", "delegation", "regime", "leadership", "state", "authority"});
}

}  // namespace

// "the Turkish press", "local media": nobody in particular.
static bool at_large(std::string_view noun) { return one_of(noun, {"press", "media"}); }

Answer BodySpeakers::resolve(const SpeakerPhrase& p) const {
  if (at_large(n_.r.text(p.head)) && !is_of_state(p)) return {};
  if (p.mention != no_mention && !describes_medium(p)) return named(p);
  Answer x;
  if (n_.is(p.noun_phrase.begin, WordClass::pronoun) && p.noun_phrase.size() > 1) return x;
  if (n_.r.text(p.head) == "authorities") return x;  // nobody in particular: "local authorities"
  uint32_t head = n_.words[p.head];
  bool institutional = institution(head) || is_of_state(p);
  if (!p.definite) {
    if (institutional) x.body = without_determiner(p.noun_phrase);
    x.announced = !institutional;
    return x;
  }
  if (uint32_t s = speeches_.last_of_body_named(head); s != no_speech) {
    x.speech = s;
    x.confidence = 0.85f;
    return x;
  }
  bool any = stands_for_any(n_.r.text(p.head));
  bool of_another =
      p.noun_phrase.end < p.whole.end && n_.is(p.noun_phrase.end, WordClass::preposition);
  if (any && !of_another && named_by_head(head, p.head, false) == nullptr)
    if (x.entity = subject_body(p.head); x.entity != no_entity) {
      x.confidence = 0.7f;
      return x;
    }
  if (const BodyName* found = named_by_head(head, p.head, true)) {
    x.entity = found->entity;
    if (x.entity == no_entity) x.body = found->name;
    x.confidence = 0.8f;
    return x;
  }
  if (institutional) {
    x.body = without_determiner(p.noun_phrase);
    return x;
  }
  if (of_another) return x;  // "the defence team of Orlo" is its own, not whoever spoke before
  x.speech =
      n_.is(p.head, WordClass::medium) ? speeches_.last_medium() : speeches_.last_body(p.head);
  if (any && x.speech != no_speech && speeches_[x.speech].entity == no_entity)
    x.speech = no_speech;  // "the union" is not the government or the police
  if (x.speech != no_speech && !may_be_country(n_.r.text(p.head)) &&
      is_place(speeches_[x.speech].entity))
    x.speech = no_speech;
  if (any && x.speech == no_speech) x.entity = subject_before(p.head);
  if (x.speech == no_speech && medium_kind(n_.r.text(p.head)) == 1) x.entity = named_paper(p.head);
  if (x.speech != no_speech || x.entity != no_entity) x.confidence = 0.7f;
  return x;
}

bool BodySpeakers::is_place(uint32_t e) const {
  return e != no_entity && n_.entity(e).kind == NameKind::place;
}

// "Northport Air will fly there, the airline said": the body that opens the sentence, or the one
// before.
uint32_t BodySpeakers::subject_body(uint32_t token) const {
  uint32_t sentence = n_.r.sentence_of[token];
  for (uint32_t back = 0; back < 2 && back <= sentence; ++back) {
    uint32_t begin = after_dateline(n_.r.sentences[sentence - back].tokens);
    if (n_.paragraph_of(begin) != n_.paragraph_of(token)) break;
    uint32_t e = opening_body(begin, token, back == 0);
    if (e != no_entity) return n_.entity(e).kind == NameKind::place ? no_entity : e;
  }
  return no_entity;
}

// "Northport Air flew there. ... The airline said": the body that opens the nearest sentence before
// that a body opens.
uint32_t BodySpeakers::subject_before(uint32_t token) const {
  constexpr uint32_t farthest = 5;  // paragraphs
  for (uint32_t s = n_.r.sentence_of[token]; s-- > 0;) {
    TokenRange sentence = n_.r.sentences[s].tokens;
    if (n_.paragraph_of(token) > n_.r.sentences[s].paragraph + farthest) break;
    uint32_t e = opening_body(after_dateline(sentence), sentence.end, true);
    if (e != no_entity && n_.entity(e).kind == NameKind::body && is_subject(sentence))
      return may_be_named(n_.r.text(token), n_.entity(e).words.back()) ? e : no_entity;
  }
  return no_entity;
}

// Whether the name that opens a sentence is its subject: "An |Orlosoft| plan" has another.
bool BodySpeakers::is_subject(TokenRange sentence) const {
  uint32_t t = after_dateline(sentence);
  if (one_of(n_.r.lower(t), {"a", "an"})) return false;
  while (t + 1 < sentence.end && !n_.mention_at(t)) ++t;
  const NameMention* name = n_.mention_at(t);
  if (!name || name->run.end >= sentence.end) return false;
  constexpr WordClass goes_on = WordClass::auxiliary | WordClass::say | WordClass::speech_act |
                                WordClass::verb | WordClass::adverb | WordClass::preposition |
                                WordClass::weekday;
  return n_.r.tokens[name->run.end].kind != TokenKind::word || n_.is(name->run.end, goes_on);
}

// "the agency" is no union, "the company" no commission; a group may be either.
bool BodySpeakers::may_be_named(std::string_view noun, uint32_t last) const {
  std::string_view own = n_.words.form(last);
  if (own == noun || one_of(noun, {"group", "organisation", "organization"})) return true;
  return !stands_for_any(own) && !institution(last);
}

uint32_t BodySpeakers::after_dateline(TokenRange sentence) const {
  uint32_t t = sentence.begin;
  if (const auto& dateline = n_.r.article->dateline)
    while (t < sentence.end && dateline->span.contains(n_.r.tokens[t].span)) ++t;
  return t;
}

// "the newspaper" for the Northport Times, which has been named but has not spoken: the paper
// that is named nearest before.
uint32_t BodySpeakers::named_paper(uint32_t token) const {
  constexpr uint32_t farthest = 3;  // paragraphs
  const std::vector<NameMention>& all = n_.mentions.list;
  auto m = std::partition_point(all.begin(), all.end(),
                                [&](const NameMention& n) { return n.run.begin < token; });
  while (m != all.begin()) {
    --m;
    if (n_.paragraph_of(token) > n_.paragraph_of(m->run.begin) + farthest) break;
    uint32_t e = n_.table.of_mention[static_cast<size_t>(m - all.begin())];
    if (e == no_entity || m->name.size() < 2 || n_.entity(e).kind != NameKind::body) continue;
    if (n_.is(m->name.end - 1, WordClass::medium)) return e;
  }
  return no_entity;
}

// "the US newspaper": where it comes from, not what it is called.
bool BodySpeakers::describes_medium(const SpeakerPhrase& p) const {
  std::string_view noun = n_.r.text(p.head);
  if (medium_kind(noun) == 0 || one_of(noun, {"television", "radio"})) return false;
  const NameMention& m = n_.mentions.list[p.mention];
  bool country =
      m.kind == NameKind::people || (m.run.size() == 1 && n_.is(m.run.begin, WordClass::country));
  return country && p.head + 1 == p.noun_phrase.end && m.run.end == p.head &&
         n_.is(p.noun_phrase.begin, WordClass::determiner);
}

// "the Harbour Watch group", but "Orlo's group", "a Harbour Watch group".
bool BodySpeakers::is_named_group(const SpeakerPhrase& p, const NameMention& m) const {
  if (!stands_for_any(n_.r.text(p.head)) || n_.r.lower(p.noun_phrase.begin) != "the") return false;
  for (uint32_t t = m.run.end; t < p.head; ++t)
    if (n_.r.tokens[t].kind == TokenKind::clitic) return false;
  std::string_view last = n_.words.form(n_.words[m.run.end - 1]);  // "the Islamist group"
  for (std::string_view adjective : {"ist", "ive", "ic", "al"})
    if (m.run.size() == 1 && last.ends_with(adjective)) return false;
  return true;
}

// "the Guardian newspaper" is the Guardian, "the Israeli army" is that.
Answer BodySpeakers::named(const SpeakerPhrase& p) const {
  Answer x;
  const NameMention& m = n_.mentions.list[p.mention];
  bool general = n_.is(p.head, WordClass::medium) || is_named_group(p, m);
  bool own_name =
      (m.kind == NameKind::unknown || m.kind == NameKind::body) && general && m.run.end <= p.head;
  if (own_name && n_.table.of_mention[p.mention] != no_entity) {
    x.entity = n_.table.of_mention[p.mention];
    return x;
  }
  bool unnamed = m.kind == NameKind::people || m.kind == NameKind::place ||
                 n_.words.is(n_.words[m.run.begin], WordClass::nationality) ||
                 stands_for_any(n_.r.text(p.head));
  if (unnamed && !p.definite && n_.is(p.noun_phrase.begin, WordClass::determiner)) {
    x.announced = true;
    return x;
  }
  x.body = {m.run.begin, p.noun_phrase.end};
  return x;
}

// The body with this head word that is named nearest before a token, else first behind it.
const BodyName* BodySpeakers::named_by_head(uint32_t head, uint32_t token, bool later) const {
  constexpr ptrdiff_t farthest = 400;  // names looked at
  const std::vector<BodyName>& bodies = n_.bodies;
  auto same = [&](const BodyName& b) { return b.head == head || same_medium(b.head, head); };
  auto here = std::partition_point(bodies.begin(), bodies.end(),
                                   [&](const BodyName& b) { return b.name.begin < token; });
  for (auto b = here; b != bodies.begin() && here - b < farthest;)
    if (same(*--b)) return &*b;
  for (auto b = here; later && b != bodies.end() && b - here < farthest; ++b)
    if (same(*b)) return &*b;
  return nullptr;
}

bool BodySpeakers::same_medium(uint32_t a, uint32_t b) const {
  int kind = medium_kind(n_.words.form(a));
  return kind != 0 && kind == medium_kind(n_.words.form(b));
}

// Nouns that name a body well enough without more.
bool BodySpeakers::institution(uint32_t word) const {
  std::string_view w = n_.words.form(word);
  for (std::string_view i : {"police", "government", "military", "army", "parliament", "court",
                             "embassy", "ministry", "congress", "senate", "navy", "prosecution",
                             "committee", "administration", "council", "commission"})
    if (w == i) return true;
  return false;
}

// "state radio", "the mayor's office": named by whose it is.
bool BodySpeakers::is_of_state(const SpeakerPhrase& p) const {
  std::string_view w = n_.r.text(p.head);
  if (p.head == p.noun_phrase.begin) return false;
  if (one_of(w, {"radio", "television", "media"})) return n_.r.lower(p.head - 1) == "state";
  return w == "office" && n_.r.tokens[p.head - 1].kind == TokenKind::clitic;
}

// "the [new] government": what is no part of a name.
TokenRange BodySpeakers::without_determiner(TokenRange np) const {
  while (np.size() > 1 && (n_.is(np.begin, WordClass::determiner) ||
                           one_of(n_.r.text(np.begin), {"new", "local", "current", "present"})))
    ++np.begin;
  return np;
}

uint32_t BodySpeakers::announced(uint32_t s, TokenRange mention, uint32_t later) const {
  constexpr uint32_t paragraphs_ahead = 3;
  const Speech& speech = speeches_[s];
  uint32_t here = n_.paragraph_of(speech.token);
  bool near = n_.paragraph_of(speeches_[later].token) <= here + paragraphs_ahead;
  if (mention.empty() || here != n_.first_paragraph || !near) return no_entity;
  uint32_t e = body_of(speeches_[later]);
  if (e == no_entity || n_.entity(e).first < speech.token) return no_entity;
  return may_be_called(e, mention) ? e : no_entity;
}

// The body that speaks, or the one that a person speaks for whom the text has just named.
uint32_t BodySpeakers::body_of(const Speech& speech) const {
  const Entity& who = n_.entity(speech.entity);
  bool people = who.kind == NameKind::unknown && n_.words.form(who.words.back()).ends_with("s");
  if (people) return no_entity;  // "Egyptologists"
  if (who.kind == NameKind::body || who.kind == NameKind::unknown) return speech.entity;
  if (who.kind != NameKind::person || who.first < speech.mention_token) return no_entity;
  const NameMention* name = n_.mention_at(who.first);
  if (!name || who.first > speech.mention_token + farthest_name) return no_entity;
  uint32_t before = employer_before(name->run.begin, speech.mention_token);
  return before != no_entity ? before : employer_behind(name->run.end);
}

// "|Harbour Watch| spokesman Tom Quist"
uint32_t BodySpeakers::employer_before(uint32_t name, uint32_t begin) const {
  bool office = false;
  for (uint32_t t = name; t-- > begin && name - t < 5;) {
    if (const NameMention* m = n_.mention_at(t))
      return office && m->kind == NameKind::body ? n_.table.of_mention[n_.mentions.at[t]]
                                                 : no_entity;
    office |= n_.is(t, WordClass::role);
  }
  return no_entity;
}

// "Tom Quist, head of |Harbour Watch|"
uint32_t BodySpeakers::employer_behind(uint32_t comma) const {
  const std::vector<Token>& tokens = n_.r.tokens;
  uint32_t end = std::min<uint32_t>(comma + farthest_name, static_cast<uint32_t>(tokens.size()));
  if (comma >= end || tokens[comma].kind != TokenKind::comma) return no_entity;
  bool office = false;
  for (uint32_t t = comma + 1; t < end && tokens[t].kind == TokenKind::word; ++t) {
    if (const NameMention* m = n_.mention_at(t); m && m->kind != NameKind::office)
      return office && m->kind == NameKind::body ? n_.table.of_mention[n_.mentions.at[t]]
                                                 : no_entity;
    office |= n_.is(t, WordClass::role);
  }
  return no_entity;
}

// Whether a body that a name tells may be "a company", "a newspaper": no ministry, and a paper only
// if it is called one.
bool BodySpeakers::may_be_called(uint32_t e, TokenRange mention) const {
  const std::vector<uint32_t>& words = n_.entity(e).words;
  if (words.empty() || institution(words.back())) return false;
  bool paper = false;
  for (uint32_t t = mention.begin; t < mention.end; ++t) {
    if (n_.words[t] == words.back()) return true;
    paper |= n_.is(t, WordClass::medium);
  }
  return paper || !n_.words.is(words.back(), WordClass::medium);
}

Answer BodySpeakers::it(const SpeakerPhrase& p, bool goes_on) const {
  Answer x;
  if (goes_on && (x.speech = speeches_.last_body(p.head)) != no_speech) {
    x.confidence = 0.7f;
    return x;
  }
  x.entity = opening_body(n_.r.sentences[n_.r.sentence_of[p.head]].tokens.begin, p.head, false);
  if (x.entity == no_entity) x.speech = speeches_.last_body(p.head);
  if (x.entity != no_entity || x.speech != no_speech) x.confidence = 0.7f;
  return x;
}

// The body or country whose name opens a sentence; `any`: or whatever else may be a body.
uint32_t BodySpeakers::opening_body(uint32_t begin, uint32_t end, bool any) const {
  for (uint32_t t = begin; t < end; ++t) {
    uint32_t m = n_.mentions.at[t];
    if (m == no_mention && n_.is(t, WordClass::determiner)) continue;
    if (m == no_mention || n_.table.of_mention[m] == no_entity) break;
    const NameMention& mention = n_.mentions.list[m];
    bool owns = n_.r.tokens[mention.run.end].kind == TokenKind::clitic;
    NameKind kind = n_.entity(n_.table.of_mention[m]).kind;
    bool body =
        mention.kind == NameKind::body || mention.kind == NameKind::place || kind == NameKind::body;
    if (any) body |= kind == NameKind::unknown;
    return body && !owns && !mention.quoted ? n_.table.of_mention[m] : no_entity;
  }
  return no_entity;
}

}  // namespace quotary
