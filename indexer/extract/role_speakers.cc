#include "indexer/extract/role_speakers.h"

#include <algorithm>

#include "indexer/extract/word_sets.h"

namespace quotary {
namespace {

constexpr size_t most_people = 300;  // far beyond what news has
constexpr uint32_t lead_sentences = 4;
constexpr uint32_t paragraphs_ahead = 3;

bool shares_modifier(const RoleDescription& nominal, const Entity& who) {
  for (const RoleDescription& role : who.roles)
    for (uint32_t word : role.modifiers)
      if (std::find(nominal.modifiers.begin(), nominal.modifiers.end(), word) !=
          nominal.modifiers.end())
        return true;
  return false;
}

}  // namespace

RoleSpeakers::RoleSpeakers(const ArticleNames& names, const Speeches& speeches)
    : n_(names), speeches_(speeches) {
  for (uint32_t e = 0; e < names.table.entities.size() && people_.size() < most_people; ++e)
    if (names.entity(e).kind == NameKind::person) people_.push_back(e);
  for (const ReadParagraph& p : names.r.paragraphs)
    if (p.kind == ParagraphKind::body) {
      lead_end_ = p.first_sentence + lead_sentences;
      break;
    }
}

Answer RoleSpeakers::resolve(const SpeakerPhrase& p) const {
  Answer x;
  x.person = true;
  x.gender = noun_gender(p.noun_phrase);
  if (!p.definite) return x;
  RoleDescription nominal = describe_role(n_.r, n_.words, p.whole);
  if (!nominal.head) return last_speaker(p, x);
  if (own_name(p)) {
    x = {};
    x.body = p.noun_phrase;
    return x;
  }
  if (uint32_t s = speeches_.last_unnamed(nominal.head); s != no_speech) {
    x.speech = s;
    return x;
  }
  Fit best = best_fit(nominal, x.gender);
  bool capitals = n_.mention_at(p.head) != nullptr;
  if (best.weight >= (capitals ? 6 : 3) && !best.tie) {
    x.entity = best.entity;
    x.confidence = best.weight >= 6 ? 0.9f : 0.75f;
    return x;
  }
  return best.weight > 0 ? x : last_speaker(p, x);
}

RoleSpeakers::Fit RoleSpeakers::best_fit(const RoleDescription& nominal, Gender gender) const {
  Fit best;
  uint32_t when = 0;
  std::string_view head = n_.words.form(nominal.head);
  bool of_party = head == "republican" || head == "democrat";  // many are
  for (uint32_t e : people_) {
    const Entity& person = n_.entity(e);
    if (person.roles.empty() || !gender_fits(person.gender, gender)) continue;
    if (of_party && !shares_modifier(nominal, person)) continue;
    int weight = fit(nominal, person);
    if (weight == 0) continue;
    uint32_t last = speeches_.last_of(e);
    if (weight > best.weight || (weight == best.weight && last > when)) {
      best = {e, weight, false};
      when = last;
    } else if (weight == best.weight && last == when) {
      best.tie = true;
    }
  }
  return best;
}

int RoleSpeakers::fit(const RoleDescription& nominal, const Entity& person) const {
  if (other_country(*n_.r.lexicon, nominal, person.roles)) return 0;
  int best = 0;
  for (const RoleDescription& role : person.roles)
    best = std::max(best, role_fit(*n_.r.lexicon, n_.words, nominal, role));
  return best;
}

// "HuffPost Pollster": in capitals, with no article, after a word that is no office: a name.
bool RoleSpeakers::own_name(const SpeakerPhrase& p) const {
  const NameMention* m = n_.mention_at(p.head);
  if (!m || p.noun_phrase.size() < 2 || !(m->run == p.noun_phrase)) return false;
  return n_.words[m->run.begin] >= n_.r.lexicon->size();
}

// "The 35-year-old": whoever spoke last, where that was one person a few paragraphs back at most.
Answer RoleSpeakers::last_speaker(const SpeakerPhrase& p, Answer x) const {
  if (one_of(n_.r.text(p.head), {"source", "witness", "eyewitness"})) return x;
  if (speeches_.empty()) return only_person(p, x);
  const Speech& last = speeches_.list().back();
  uint32_t back = n_.paragraph_of(p.head) - n_.paragraph_of(last.token);
  if (back > 4 || last.several || last.entity == no_entity) return x;
  const Entity& who = n_.entity(last.entity);
  if (who.kind != NameKind::person || !gender_fits(who.gender, x.gender)) return x;
  if (n_.r.lower(p.noun_phrase.begin) != "the") return x;
  const NameMention* m = n_.mention_at(p.head);
  bool native = m && m->kind == NameKind::people;  // "the Swede"
  if (native && back > 2) return x;
  if (native && is_foreign(n_.words[p.head], who)) return x;
  bool any = native || stands_for_anyone(p.head) || describes(p);
  if (!any && (!who.roles.empty() || back > 1 || !only_role(p))) return x;
  x.entity = last.entity;
  x.confidence = 0.6f;
  return x;
}

// "Ann Lorne came. It was good, said the Swede": with nobody who spoke, the only one named before.
Answer RoleSpeakers::only_person(const SpeakerPhrase& p, Answer x) const {
  const NameMention* m = n_.mention_at(p.head);
  bool native = m && m->kind == NameKind::people;
  if (n_.r.lower(p.noun_phrase.begin) != "the" || !(native || describes(p))) return x;
  uint32_t only = no_entity, last = 0;
  for (uint32_t number = 0; number < n_.mentions.list.size(); ++number) {
    if (n_.mentions.list[number].run.begin >= p.whole.begin) break;
    uint32_t e = n_.table.of_mention[number];
    if (e == no_entity || n_.entity(e).kind != NameKind::person) continue;
    last = n_.mentions.list[number].run.begin;
    if (e == only) continue;
    if (only != no_entity) return x;
    only = e;
  }
  if (only == no_entity || n_.paragraph_of(p.head) > n_.paragraph_of(last) + 2) return x;
  const Entity& who = n_.entity(only);
  if (!gender_fits(who.gender, x.gender)) return x;
  bool in_office = std::any_of(
      who.roles.begin(), who.roles.end(),
      [&](const RoleDescription& role) { return !n_.words.is(role.head, WordClass::any_person); });
  if (in_office || (native && is_foreign(n_.words[p.head], who))) return x;
  x.entity = only;
  x.confidence = 0.6f;
  return x;
}

// "the striker", "the 35-year-old"
bool RoleSpeakers::stands_for_anyone(uint32_t head) const {
  return n_.is(head, WordClass::any_person) || n_.r.text(head).ends_with("-old");
}

// "the former pilot", "the 23-year-old student", "the two-time winner": a phrase that tells of
// somebody what he is besides, no office.
bool RoleSpeakers::describes(const SpeakerPhrase& p) const {
  for (uint32_t t = p.noun_phrase.end; t < p.whole.end; ++t)
    if (const NameMention* m = n_.mention_at(t); m && m->kind == NameKind::person) return false;
  for (uint32_t t = p.noun_phrase.begin; t < p.noun_phrase.end; ++t) {
    std::string_view w = n_.r.text(t);
    if (one_of(w, {"former", "retired", "one-time", "veteran"}) || w.ends_with("-year-old") ||
        w.ends_with("-born") || w.ends_with("-time"))
      return true;
  }
  return false;
}

// Whether a person has another nationality; "England coach" tells of none.
bool RoleSpeakers::is_foreign(uint32_t native, const Entity& person) const {
  std::vector<RoleDescription> roles = person.roles;
  for (RoleDescription& role : roles)
    std::erase_if(role.modifiers,
                  [&](uint32_t w) { return !n_.words.is(w, WordClass::nationality); });
  return other_country(*n_.r.lexicon, {0, {native}}, roles);
}

// "the manager", with nothing that would say whose or of what.
bool RoleSpeakers::only_role(const SpeakerPhrase& p) const {
  return p.whole.size() <= 3 && p.mention == no_mention && n_.is(p.head, WordClass::role);
}

Gender RoleSpeakers::noun_gender(TokenRange np) const {
  for (uint32_t t = np.begin; t < np.end; ++t) {
    if (n_.r.tokens[t].capitalised || n_.mention_at(t) || n_.is(t, WordClass::pronoun)) continue;
    if (Gender g = gender_of_word(*n_.r.lexicon, n_.words[t]); g != Gender::unknown) return g;
  }
  return Gender::unknown;
}

bool RoleSpeakers::is_named_by(uint32_t s, TokenRange mention, uint32_t next) const {
  const Speech& speech = speeches_[s];
  const Speech& later = speeches_[next];
  const Entity& who = n_.entity(later.entity);
  if (mention.empty() || who.kind != NameKind::person || who.first < speech.token) return false;
  uint32_t here = n_.paragraph_of(speech.token);
  if (n_.paragraph_of(later.token) > here + paragraphs_ahead) return false;
  bool opening = here == n_.first_paragraph;
  if (!opening && !n_.is(mention.begin, WordClass::determiner)) return false;
  RoleDescription nominal = describe_role(n_.r, n_.words, mention);
  if (!nominal.head || !gender_fits(who.gender, speech.gender)) return false;
  if (other_country(*n_.r.lexicon, nominal, who.roles)) return false;
  if (opening && is_announced(nominal, later)) return true;
  if (!opening && is_quoted_next(nominal, mention, s, next)) return true;
  bool lead = n_.r.sentence_of[speech.token] < lead_end_;
  if (fit(nominal, who) < (lead ? 4 : 7)) return false;
  return lead || shares_modifier(nominal, who);
}

// 'A general said it was late. |"It is late,"| Gen. Lorne said': words of whom the paragraph before
// spoke, quoted in the next one, with the name behind them for the first time.
bool RoleSpeakers::is_quoted_next(const RoleDescription& nominal, TokenRange mention, uint32_t s,
                                  uint32_t next) const {
  const Speech& later = speeches_[next];
  uint32_t here = n_.paragraph_of(later.token);
  if (next != s + 1 || here > n_.paragraph_of(speeches_[s].token) + 1) return false;
  uint32_t begin = n_.r.sentences[n_.r.paragraphs[here].first_sentence].tokens.begin;
  const NameMention* named = n_.mention_at(later.mention_token);
  const Entity& who = n_.entity(later.entity);
  bool behind = n_.r.tokens[begin].kind == TokenKind::quote && later.mention_token > begin;
  if (!behind || !named || who.first < named->run.begin || who.words.size() < 2) return false;
  bool any = n_.r.lower(mention.begin) != "the";  // "the leader" is somebody known
  for (uint32_t t = mention.begin; t < mention.end; ++t)
    any |= n_.r.tokens[t].kind == TokenKind::clitic || n_.r.text(t) == "of";
  if (int weight = fit(nominal, who); weight >= 4 || !who.roles.empty()) return weight >= 4;
  bool told = named->run.end < n_.r.tokens.size() &&
              n_.r.tokens[named->run.end].kind != TokenKind::stop &&
              !n_.is(named->run.end, WordClass::say);
  return any && !told && n_.words.is(nominal.head, WordClass::announcing);
}

// Whether a later speaker may be whom the first paragraph spoke of: by the office, or as the one
// who speaks in the next paragraph under a name without one.
bool RoleSpeakers::is_announced(const RoleDescription& nominal, const Speech& later) const {
  const Entity& who = n_.entity(later.entity);
  if (!who.roles.empty())
    return n_.words.is(nominal.head, WordClass::announcing) || fit(nominal, who) > 0;
  const NameMention* named = n_.mention_at(later.mention_token);
  return who.words.size() > 1 && named && named->run.begin == who.first &&
         n_.paragraph_of(who.first) == n_.first_paragraph + 1;
}

}  // namespace quotary
