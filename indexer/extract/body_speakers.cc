#include "indexer/extract/body_speakers.h"

#include <algorithm>

#include "indexer/extract/opening_bodies.h"
#include "indexer/extract/roles.h"
#include "indexer/extract/word_sets.h"

namespace quotary {
namespace {

// Kinds of news media whose nouns stand for one another; 0: no medium.
int medium_kind(std::string_view noun) {
  for (std::string_view p : {"newspaper", "paper", "daily", "weekly", "tabloid"})
    if (noun == p) return 1;
  for (std::string_view p : {"network", "broadcaster", "channel", "station", "television", "radio"})
    if (noun == p) return 2;
  return 0;
}

// Nouns that may stand for a country; a department or a team does not.
bool may_be_country(std::string_view noun) {
  return one_of(noun, {"side", "delegation", "regime", "leadership", "state", "authority"});
}

// "the Turkish press", "local media": nobody in particular.
bool at_large(std::string_view noun) { return one_of(noun, {"press", "media"}); }

}  // namespace

Answer BodySpeakers::resolve(const SpeakerPhrase& p) const {
  if (at_large(n_.r.text(p.head)) && !is_of_state(p) && !is_titled(p)) return {};
  if (p.mention != no_mention && !describes_medium(p)) {
    if (Answer known = described(p); known.named()) return known;
    return named(p);
  }
  if (n_.is(p.noun_phrase.begin, WordClass::pronoun) && p.noun_phrase.size() > 1) return {};
  if (n_.r.text(p.head) == "authorities") return {};  // nobody in particular: "local authorities"
  Answer x;
  bool institutional = n_.is(p.head, WordClass::institution) || is_of_state(p) || is_police(p);
  if (p.definite)
    if (Answer found = by_noun(p); found.named() || found.speech != no_speech) return found;
  if (institutional) {
    x.body = without_determiner(p.noun_phrase);
    return x;
  }
  x.announced = !p.definite;
  // "the defence team of Orlo", "the city's harbour authority": not whoever spoke before
  return !p.definite || of_another(p) || has_owner(n_.r, p) ? x : spoken_of(p);
}

bool BodySpeakers::of_another(const SpeakerPhrase& p) const {
  return p.noun_phrase.end < p.whole.end && n_.is(p.noun_phrase.end, WordClass::preposition);
}

// Who is called by the phrase's noun, or may be as the subject of its sentence.
Answer BodySpeakers::by_noun(const SpeakerPhrase& p) const {
  Answer x;
  uint32_t head = n_.words[p.head];
  x.speech = speeches_.last_of_body_named(head);
  x.confidence = 0.85f;
  if (x.speech != no_speech) return x;
  const BodyName* before = named_by_head(head, p.noun_phrase.begin, false);
  const BodyName* found = before ? before : named_by_head(head, p.noun_phrase.begin, true);
  if (!found && tells_its_field(p)) {
    x.body = without_determiner(p.noun_phrase);
    x.confidence = 1;
    return x;
  }
  bool any = n_.is(p.head, WordClass::any_body) && !of_another(p) && !before;
  if (any) x.entity = subject_body(n_, p.head);
  x.confidence = 0.7f;
  if (x.entity != no_entity || !found) return x;
  x.entity = found->entity;
  if (x.entity == no_entity) x.body = found->name;
  x.confidence = 0.8f;
  return x;
}

// "the company": whoever spoke before, or else opened a sentence.
Answer BodySpeakers::spoken_of(const SpeakerPhrase& p) const {
  Answer x;
  bool any = n_.is(p.head, WordClass::any_body);
  x.speech =
      n_.is(p.head, WordClass::medium) ? speeches_.last_medium() : speeches_.last_body(p.head);
  if (x.speech != no_speech) {
    uint32_t e = speeches_[x.speech].entity;
    bool nobody = any && e == no_entity;  // "the union" is not the government or the police
    if (nobody || (is_place(e) && !may_be_country(n_.r.text(p.head)))) x.speech = no_speech;
  }
  if (any && x.speech == no_speech) x.entity = subject_before(n_, p.head);
  if (x.speech == no_speech && medium_kind(n_.r.text(p.head)) == 1) x.entity = named_paper(p.head);
  if (x.speech != no_speech || x.entity != no_entity) x.confidence = 0.7f;
  return x;
}

// "the meteorological agency", "the military tribunal": an office that its field names.
bool BodySpeakers::tells_its_field(const SpeakerPhrase& p) const {
  bool office = n_.is(p.head, WordClass::body) &&
                (!n_.is(p.head, WordClass::any_body) || n_.r.text(p.head) == "agency");
  return office && p.head == p.noun_phrase.begin + 2 && n_.is(p.head - 1, WordClass::field);
}

// "the Norwegian shipping company" for the company spoken of: what it is, not what it is called.
Answer BodySpeakers::described(const SpeakerPhrase& p) const {
  const NameMention& m = n_.mentions.list[p.mention];
  bool describes = p.definite && m.kind == NameKind::people && n_.is(p.head, WordClass::any_body) &&
                   m.run.end <= p.head && n_.r.text(p.head - 1) != "news";
  if (!describes) return {};
  Answer x;
  uint32_t e = only_body(n_, p.head, p.whole.begin);
  if (e == no_entity) return x;
  const RoleDescription native{0, {n_.words[m.run.begin], n_.words[m.run.end - 1]}};
  if (other_country(*n_.r.lexicon, native, {{0, n_.entity(e).words}})) return x;
  x.entity = e;
  x.confidence = 0.7f;
  return x;
}

bool BodySpeakers::is_place(uint32_t e) const {
  return e != no_entity && n_.entity(e).kind == NameKind::place;
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
  if (!n_.is(p.head, WordClass::any_body) || n_.r.lower(p.noun_phrase.begin) != "the") return false;
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
                 n_.is(p.head, WordClass::any_body);
  bool institutional = n_.is(p.head, WordClass::institution);  // "a Norwegian court"
  if (unnamed && !institutional && !p.definite &&
      n_.is(p.noun_phrase.begin, WordClass::determiner)) {
    x.announced = true;
    return x;
  }
  x.body = {m.run.begin, p.noun_phrase.end};
  bool another = false;  // "Norway's |Lorne| news agency"
  for (uint32_t t = m.run.end; t < p.head; ++t) another |= n_.mention_at(t) != nullptr;
  x.announced = p.definite && !another && n_.is(p.head, WordClass::any_body);
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

// "Lorne press": the name of an agency, not a country's press.
bool BodySpeakers::is_titled(const SpeakerPhrase& p) const {
  if (p.mention == no_mention || p.noun_phrase.size() > 2) return false;
  NameKind kind = n_.mentions.list[p.mention].kind;
  return kind != NameKind::people && kind != NameKind::place && p.head > p.noun_phrase.begin;
}

// "state radio", "the mayor's office": named by whose it is.
bool BodySpeakers::is_of_state(const SpeakerPhrase& p) const {
  std::string_view w = n_.r.text(p.head);
  if (p.head == p.noun_phrase.begin) return false;
  if (one_of(w, {"radio", "television", "media"})) return n_.r.lower(p.head - 1) == "state";
  return w == "office" && n_.r.tokens[p.head - 1].kind == TokenKind::clitic;
}

// "local police office", "the district police department", "the security forces"
bool BodySpeakers::is_police(const SpeakerPhrase& p) const {
  if (p.head == p.noun_phrase.begin) return false;
  std::string_view before = n_.r.text(p.head - 1);
  if (before == "security" && n_.r.text(p.head) == "forces") return true;
  return before == "police" &&
         one_of(n_.r.text(p.head), {"office", "department", "station", "bureau", "headquarters"});
}

// "the [new] government": what is no part of a name.
TokenRange BodySpeakers::without_determiner(TokenRange np) const {
  while (np.size() > 1 && (n_.is(np.begin, WordClass::determiner) ||
                           one_of(n_.r.text(np.begin), {"new", "local", "current", "present"})))
    ++np.begin;
  return np;
}

Answer BodySpeakers::it(const SpeakerPhrase& p, bool goes_on) const {
  Answer x;
  if (goes_on && (x.speech = speeches_.last_body(p.head)) != no_speech) {
    x.confidence = 0.7f;
    return x;
  }
  x.entity = opening_body(n_, n_.r.sentences[n_.r.sentence_of[p.head]].tokens.begin, p.head, false);
  if (x.entity == no_entity) x.speech = speeches_.last_body(p.head);
  if (x.entity != no_entity || x.speech != no_speech) x.confidence = 0.7f;
  return x;
}

}  // namespace quotary
