#include "indexer/extract/entities.h"

#include <algorithm>

#include "indexer/extract/announced_bodies.h"
#include "indexer/extract/answer.h"
#include "indexer/extract/article_names.h"
#include "indexer/extract/attributed_speaker.h"
#include "indexer/extract/body_speakers.h"
#include "indexer/extract/document_speakers.h"
#include "indexer/extract/entity_name.h"
#include "indexer/extract/joint_names.h"
#include "indexer/extract/pronouns.h"
#include "indexer/extract/role_speakers.h"
#include "indexer/extract/speeches.h"
#include "indexer/extract/word_sets.h"

namespace quotary {
namespace {

constexpr uint32_t most_renamed = 16;       // unnamed speakers of one article
constexpr uint32_t farthest_announced = 6;  // speeches from an unnamed one to the one that names
constexpr uint32_t most_links = 16;  // from an attribution to the one whose speaker it shares

class SpeakerResolver {
 public:
  SpeakerResolver(const Reading& r, const std::vector<Attribution>& attributions)
      : r_(r),
        attributions_(attributions),
        names_(r),
        speeches_(names_, attributions),
        roles_(names_, speeches_),
        bodies_(names_, speeches_),
        announced_bodies_(names_, speeches_),
        documents_(names_, speeches_, bodies_),
        results_(attributions.size()),
        same_(attributions.size(), ~0u),
        renamed_(attributions.size()) {
    find_quoting_attributions();
  }

  std::vector<Resolution> run() {
    for (uint32_t a : in_text_order()) resolve(a);
    name_quoting();
    for (uint32_t a = 0; a < attributions_.size(); ++a)
      if (attributions_[a].speaker.empty()) share(a);
    return std::move(results_);
  }

 private:
  uint32_t anchor(uint32_t a) const {
    const Attribution& at = attributions_[a];
    if (!at.cue.empty()) return at.cue.begin;
    if (!at.speaker.empty()) return at.speaker.begin;
    return at.content.empty() ? 0 : at.content.front().begin;
  }

  std::vector<uint32_t> in_text_order() const {
    std::vector<uint32_t> order(attributions_.size());
    for (uint32_t a = 0; a < order.size(); ++a) order[a] = a;
    std::stable_sort(order.begin(), order.end(),
                     [&](uint32_t a, uint32_t b) { return anchor(a) < anchor(b); });
    return order;
  }

  void resolve(uint32_t a) {
    const Attribution& at = attributions_[a];
    if (at.speaker.empty()) {
      repeat_speech(a);
      return;
    }
    std::vector<SpeakerPhrase> parts = attributed_speaker(names_, at);
    std::vector<Answer> answers;
    answers.reserve(parts.size());
    bool joint = parts.size() > 1;
    for (const SpeakerPhrase& part : parts)
      answers.push_back(joint && part.kind == PhraseKind::group ? people(part) : answer(part, at));
    if (!joint && parts.size() == 1 && parts[0].kind == PhraseKind::group &&
        answers[0].speech == no_speech)
      if (std::vector<Answer> members = counted(parts[0]); !members.empty()) answers = members;
    if (joint && adjective_of_group(parts)) answers.front() = {};
    conclude(a, parts, answers);
  }

  // An attribution that shares an earlier one's speaker: that one is still speaking.
  void repeat_speech(uint32_t a) {
    if (leaves_speaker_out(r_, attributions_[a].cue)) return;
    int32_t same = attributions_[a].same_speaker_as;
    if (same < 0 || static_cast<size_t>(same) >= attributions_.size()) return;
    uint32_t earlier = speeches_.of_attribution(static_cast<uint32_t>(same));
    if (earlier == no_speech) return;
    Speech again = speeches_[earlier];
    again.token = anchor(a);
    speeches_.add(a, again);
  }

  void conclude(uint32_t a, const std::vector<SpeakerPhrase>& parts,
                const std::vector<Answer>& answers) {
    results_[a].named_mention = attributions_[a].speaker;
    for (const Answer& x : answers) add_name(results_[a], x);
    find_others(a, parts);
    Speech speech = answers.size() == 1 ? speech_of(a, answers[0]) : Speech{};
    if (answers.size() != 1) speech.several = true, speech.speaker = a;
    results_[a].speaker = speech.speaker;
    speech.token = std::max(anchor(a), attributions_[a].speaker.begin);
    speech.mention_token = attributions_[a].speaker.begin;
    if (!parts.empty() && parts[0].kind == PhraseKind::document)
      documents_.spoke(parts[0].head, static_cast<uint32_t>(speeches_.size()));
    speeches_.add(a, speech);
    if (speech.speaker == a && speech.entity != no_entity) name_announced();
  }
  void add_name(Resolution& result, const Answer& x) const {
    result.confidence = std::min(result.confidence, x.confidence);
    if (!x.named()) return;
    std::string name =
        x.entity != no_entity ? entity_name(names_, x.entity) : name_text(r_, x.body);
    if (x.owner != no_entity) name = entity_name(names_, x.owner) + "'s " + name;
    bool given = std::find(result.names.begin(), result.names.end(), name) != result.names.end();
    if (!name.empty() && !given) result.names.push_back(std::move(name));
  }
  void find_others(uint32_t a, const std::vector<SpeakerPhrase>& parts) {
    TokenRange mention = attributions_[a].speaker;
    for (uint32_t t = mention.begin; t < mention.end;) {
      const NameMention* name = names_.mention_at(t);
      if (name && is_other(*name, results_[a], parts)) results_[a].others.push_back(name->run);
      t = name ? std::max(t + 1, name->run.end) : t + 1;
    }
  }
  // Whether a name in a speaker's mention is that of somebody else.
  bool is_other(const NameMention& name, const Resolution& speaker,
                const std::vector<SpeakerPhrase>& parts) const {
    uint32_t e = names_.table.of_mention[names_.mentions.at[name.run.begin]];
    if (e == no_entity || names_.entity(e).kind != NameKind::person) return false;
    for (const SpeakerPhrase& part : parts)
      if (name.run.contains(part.head)) return false;
    return std::find(speaker.names.begin(), speaker.names.end(), entity_name(names_, e)) ==
           speaker.names.end();
  }
  // The speech of one speaker; one who spoke before takes over the names given then.
  Speech speech_of(uint32_t a, const Answer& x) {
    Speech speech;
    if (x.speech != no_speech) {
      speech = speeches_[x.speech];
      same_[a] = speech.speaker;
      results_[a].names = results_[speech.speaker].names;
      if (x.gender != Gender::unknown) speech.gender = x.gender;
      return speech;
    }
    speech.speaker = a;
    speech.entity = x.entity;
    speech.unnamed = x.person && !x.named();
    speech.several = x.several;
    speech.body = !x.person && x.named();
    speech.announced = x.announced;
    speech.gender = x.gender;
    if (x.entity != no_entity && x.person) {
      Gender& known = names_.table.entities[x.entity].gender;
      if (known == Gender::unknown) known = x.gender;
    }
    return speech;
  }

  using Content = const std::vector<TokenRange>*;  // what a speaker says

  Answer answer(const SpeakerPhrase& p, const Attribution& at) {
    switch (p.kind) {
      case PhraseKind::pronoun:
        return pronoun(p, at);
      case PhraseKind::name:
        return name(p);
      case PhraseKind::role:
        return unless_told_of(roles_.resolve(p), at.content);
      case PhraseKind::body:
        if (Answer owned = owned_body(p); owned.named()) return owned;
        return bodies_.resolve(p);
      case PhraseKind::document:
        return document(p);
      case PhraseKind::group:
        return group(p);
      case PhraseKind::other:
        break;
    }
    Answer x;
    x.person = true;
    return x;
  }

  // '"Lorne will leave," the president said': whom the quoted words name is another.
  Answer unless_told_of(Answer x, const std::vector<TokenRange>& content) const {
    if (x.entity == no_entity) return x;
    for (TokenRange piece : content)
      for (uint32_t t = piece.begin; t < piece.end; ++t) {
        uint32_t m = names_.mentions.at[t];
        bool same = m != no_mention && names_.table.of_mention[m] == x.entity;
        if (!same || !r_.quoted(t)) continue;
        x.entity = no_entity;
        return x;
      }
    return x;
  }

  // --- names ---

  Answer name(const SpeakerPhrase& p) {
    Answer x, nobody;
    uint32_t e = names_.table.of_mention[p.mention];
    if (e == no_entity) return nobody;
    learn_role(p, e);
    x.gender = names_.mentions.list[p.mention].gender;
    x.confidence = names_.table.certainty[p.mention];
    if (x.confidence < 0.7f) {  // the short name of several people: whoever of them spoke just now
      uint32_t family = names_.entity(e).words.back();
      uint32_t s = speeches_.last_of_family(family, x.gender, p.head);
      nobody.person = true;
      if (s == no_speech) return nobody;
      e = speeches_[s].entity;
      x.confidence = 0.75f;
    }
    const Entity& who = names_.entity(e);
    if (who.kind == NameKind::people) return nobody;
    x.entity = e;
    x.person = who.kind == NameKind::person || who.kind == NameKind::unknown;
    if (x.gender == Gender::unknown) x.gender = who.gender;
    return x;
  }

  // "the chief of the harbour, Ann Lorne": what her name stands behind is her role.
  void learn_role(const SpeakerPhrase& p, uint32_t e) {
    TokenRange before{p.whole.begin, names_.mentions.list[p.mention].name.begin};
    if (before.begin < before.end) give_role(before, e);
  }
  void give_role(TokenRange phrase, uint32_t e) {
    Entity& who = names_.table.entities[e];
    if (who.kind != NameKind::person || who.roles.size() > 12) return;
    RoleDescription role = describe_role(r_, names_.words, phrase);
    if (role.head) who.roles.push_back(std::move(role));
  }

  // --- groups ---

  // "Northport and the ISLANDERS": as one of two a people is named.
  Answer people(const SpeakerPhrase& p) const {
    Answer x;
    x.several = true;
    if (p.mention != no_mention && p.definite && p.head + 1 == p.noun_phrase.end)
      x.body = names_.mentions.list[p.mention].run;
    return x;
  }
  // "US and South Korean officials" does not name the US.
  bool adjective_of_group(const std::vector<SpeakerPhrase>& parts) const {
    if (parts.size() != 2 || parts[1].kind != PhraseKind::group || parts[1].definite) return false;
    const SpeakerPhrase& first = parts[0];
    return first.noun_phrase.size() == 1 && first.mention != no_mention &&
           names_.is(first.head, WordClass::country | WordClass::nationality | WordClass::place) &&
           parts[1].mention == no_mention;
  }

  // "the two ministers": the joint speakers just named.
  Answer group(const SpeakerPhrase& p) const {
    Answer x;
    x.several = true;
    if (is_party(p)) {
      x.body = {p.head, p.head + 1};
      return x;
    }
    if (!p.definite || p.mention != no_mention || !of_few(p)) return x;
    return joint_speakers(p.head, x);
  }
  // "the two firms": those whom the text has named.
  std::vector<Answer> counted(const SpeakerPhrase& p) const {
    std::vector<Answer> members;
    for (uint32_t e : joint_names(names_, p)) {
      members.emplace_back();
      members.back().entity = e;
      members.back().confidence = 0.7f;
    }
    return members;
  }
  // Those who spoke together last.
  Answer joint_speakers(uint32_t token, Answer x) const {
    uint32_t here = names_.paragraph_of(token);
    for (size_t i = speeches_.size(), back = 0; i-- > 0 && back < 4; ++back) {
      const Speech& speech = speeches_[static_cast<uint32_t>(i)];
      if (here > names_.paragraph_of(speech.token) + 3) break;
      if (results_[speech.speaker].names.size() < 2) continue;
      x.speech = static_cast<uint32_t>(i);
      x.confidence = 0.6f;
      break;
    }
    return x;
  }
  // "Republicans", "the Democrats": the members of a party at large.
  bool is_party(const SpeakerPhrase& p) const {
    std::string_view w = r_.text(p.head);
    if (w != "Republicans" && w != "Democrats") return false;
    return p.noun_phrase.size() == 1 ||
           (p.noun_phrase.size() == 2 && r_.lower(p.noun_phrase.begin) == "the");
  }
  bool of_few(const SpeakerPhrase& p) const {
    if (uint32_t count = told_count(names_, p.noun_phrase); count == 2 || count == 3) return true;
    for (std::string_view w : {"senators", "leaders", "presidents", "premiers", "lawmakers",
                               "sides", "pair", "congressmen"})
      if (r_.text(p.head) == w) return true;
    return false;
  }

  // "his office", "her campaign"
  Answer owned_body(const SpeakerPhrase& p) const {
    Answer x;
    std::string_view noun = r_.text(p.head);
    if (p.noun_phrase.size() != 2 || (noun != "office" && noun != "campaign")) return x;
    Answer owner = possessor(p);
    if (owner.entity == no_entity || !owner.person || owner.confidence < 0.65f) return x;
    x.body = {p.head, p.head + 1};
    x.owner = owner.entity;
    x.confidence = owner.confidence;
    return x;
  }

  // --- documents ---

  Answer document(const SpeakerPhrase& p) {
    Answer x;
    if (p.mention != no_mention) {
      x = name(p);
      x.person = false;
      x.confidence = std::min(x.confidence, 0.8f);
      return x;
    }
    if (Answer owner = possessor(p); owner.named() || owner.speech != no_speech) return owner;
    if (Answer office = office_behind(p); office.named()) return office;
    if (SpeakerPhrase owner = owner_by_noun(p); !owner.whole.empty())
      return owner.kind == PhraseKind::body ? bodies_.resolve(owner) : roles_.resolve(owner);
    x = documents_.resolve(p);
    x.announced = !p.definite && !x.named() && x.speech == no_speech;
    return x;
  }
  // "a statement from his office"
  Answer office_behind(const SpeakerPhrase& p) const {
    SpeakerPhrase office = p;
    for (uint32_t t = p.head + 1; t + 2 < p.whole.end; ++t) {
      if (!one_of(r_.text(t), {"from", "by", "of"})) continue;
      office.noun_phrase = office.whole = {t + 1, t + 3};
      office.head = t + 2;
      if (Answer owned = owned_body(office); owned.named()) return owned;
    }
    return {};
  }
  // "the ministry's records", "part of the judge's statement", "a post on the club's website":
  // who has it, told by a noun; an empty phrase where nobody is.
  SpeakerPhrase owner_by_noun(const SpeakerPhrase& p) const {
    SpeakerPhrase owner;
    for (uint32_t t = p.whole.begin + 1; t < p.whole.end; ++t) {
      if (r_.tokens[t].kind != TokenKind::clitic || names_.mention_at(t - 1)) continue;
      uint32_t begin = t - 1;
      while (begin > p.whole.begin && !names_.is(begin, WordClass::determiner)) --begin;
      if (r_.lower(begin) != "the" || t - begin > 4) continue;
      if (begin > p.head && !one_of(r_.text(begin - 1), {"of", "on", "in"})) continue;
      bool body = names_.is(t - 1, WordClass::body | WordClass::medium);
      if (!body && !names_.is(t - 1, WordClass::role)) continue;
      owner.kind = body ? PhraseKind::body : PhraseKind::role;
      owner.whole = owner.noun_phrase = {begin, t};
      owner.head = t - 1;
      owner.definite = true;
      break;
    }
    return owner;
  }
  // "its report", "his letter": who has it may be told of in what it says
  Answer possessor(const SpeakerPhrase& p) const {
    SpeakerPhrase owner = p;
    owner.head = p.noun_phrase.begin;
    std::string_view w = r_.lower(owner.head);
    if (w == "his") return he_or_she(owner, Gender::male, nullptr);
    if (w == "her") return he_or_she(owner, Gender::female, nullptr);
    if (w == "its") return bodies_.it(owner, false);
    return {};
  }

  // --- pronouns ---

  // "it added": whoever spoke before.
  bool goes_on(const Attribution& at) const {
    return !at.cue.empty() && one_of(r_.lower(at.cue.begin), {"added", "adds", "continued"});
  }

  Answer pronoun(const SpeakerPhrase& p, const Attribution& at) const {
    std::string_view w = r_.lower(p.head);
    if (w == "he" || w == "him" || w == "his") return he_or_she(p, Gender::male, &at.content);
    if (w == "she" || w == "her" || w == "hers") return he_or_she(p, Gender::female, &at.content);
    if (w == "who" || w == "which" || w == "that" || w == "whose") return relative(p);
    if (w == "it" || w == "its") return bodies_.it(p, goes_on(at));
    if (w == "they" || w == "their" || w == "them") return they(p);
    Answer x;
    x.several = w == "we" || w == "our" || w == "both";
    return w == "both" ? joint_speakers(p.head, x) : x;
  }

  Answer he_or_she(const SpeakerPhrase& p, Gender gender, Content content) const {
    Answer x;
    x.person = true;
    x.gender = gender;
    PronounAnswer found =
        resolve_he_or_she(names_, speeches_, {p.head, gender, quoted_speaker(p.head), content});
    x.entity = found.entity;
    if (found.entity == no_entity) x.speech = found.speech;
    x.confidence = found.confidence;
    return x;
  }

  // Whose quotation a token stands in, as far as its attribution names the speaker.
  uint32_t quoted_speaker(uint32_t token) const {
    if (!r_.quoted(token)) return no_entity;
    uint32_t a = quotes_[r_.quotation_of[token]];
    if (a == ~0u) return no_entity;
    if (uint32_t s = speeches_.of_attribution(a); s != no_speech) return speeches_[s].entity;
    uint32_t m = names_.mentions.at[attributions_[a].speaker.end - 1];
    return m == no_mention ? no_entity : names_.table.of_mention[m];
  }
  // For each quotation an attribution from outside that quotes it.
  void find_quoting_attributions() {
    quotes_.assign(r_.quotations.size(), ~0u);
    for (uint32_t a = 0; a < attributions_.size(); ++a) {
      const Attribution& at = attributions_[a];
      if (at.speaker.empty() || r_.quoted(at.speaker.begin)) continue;
      for (TokenRange piece : at.content) {
        if (piece.empty()) continue;
        for (uint32_t t : {piece.begin, piece.end - 1})
          if (r_.quoted(t)) quotes_[r_.quotation_of[t]] = a;
      }
    }
  }

  // "Ann Lorne, who ..."
  Answer relative(const SpeakerPhrase& p) const {
    Answer x;
    x.person = r_.lower(p.head) == "who";
    uint32_t t = p.head;
    while (t > 0 && (r_.tokens[t - 1].kind == TokenKind::comma ||
                     r_.tokens[t - 1].kind == TokenKind::close_bracket))
      --t;
    if (t == 0) return x;
    uint32_t m = x.person ? person_before(p.head) : names_.mentions.at[t - 1];
    if (m == no_mention || names_.table.of_mention[m] == no_entity) return x;
    if (names_.mentions.list[m].kind == NameKind::people) return x;
    x.entity = names_.table.of_mention[m];
    x.gender = names_.entity(x.entity).gender;
    x.confidence = 0.9f;
    return x;
  }

  // The name that "who" belongs to: right before it, or before an apposition, "however".
  uint32_t person_before(uint32_t who) const {
    constexpr uint32_t farthest = 9;  // tokens
    uint32_t begin = r_.sentences[r_.sentence_of[who]].tokens.begin;
    uint32_t last = who > farthest ? who - farthest : 0;
    bool comma = false;
    for (uint32_t t = who; t > std::max(begin, last); --t) {
      uint32_t m = names_.mentions.at[t - 1];
      bool adjacent = t == who || (comma && t + 1 == who);
      if (r_.tokens[t - 1].kind == TokenKind::comma) {
        comma = true;
        continue;
      }
      if (m != no_mention && names_person(m)) {
        bool before_comma = r_.tokens[names_.mentions.list[m].run.end].kind == TokenKind::comma;
        return adjacent || before_comma ? m : no_mention;
      }
      if (m == no_mention && !comma) return no_mention;
      if (m == no_mention && names_.is(t - 1, WordClass::role | WordClass::group))
        return no_mention;
    }
    return no_mention;
  }

  // "Orlo" by itself too, where the article has him in full.
  bool names_person(uint32_t m) const {
    uint32_t e = names_.table.of_mention[m];
    return names_.mentions.list[m].kind == NameKind::person ||
           (e != no_entity && names_.entity(e).kind == NameKind::person);
  }

  Answer they(const SpeakerPhrase& p) const {
    Answer x;
    x.several = true;
    if (speeches_.empty()) return x;
    const Speech& last = speeches_.list().back();
    bool many = last.several || (last.body && in_plural(attributions_[last.speaker].speaker));
    if (names_.paragraph_of(p.head) - names_.paragraph_of(last.token) <= 1 && many) {
      x.speech = static_cast<uint32_t>(speeches_.size()) - 1;
      x.confidence = 0.7f;
    }
    return x;
  }

  // "Northport police", "the port authorities": a body that is "they".
  bool in_plural(TokenRange mention) const {
    for (uint32_t t = mention.begin; t < mention.end; ++t)
      if (one_of(r_.lower(t), {"police", "authorities", "forces", "troops"})) return true;
    return false;
  }

  // --- whom the article names only after they have spoken ---

  // The last speech is the first by somebody: perhaps by one whom an earlier one left unnamed.
  void name_announced() {
    auto now = static_cast<uint32_t>(speeches_.size()) - 1;
    for (uint32_t s = now > farthest_announced ? now - farthest_announced : 0; s < now; ++s) {
      uint32_t speaker = speeches_[s].speaker;
      bool described = speeches_[s].announced && !renamed_[speaker];
      if (!results_[speaker].names.empty() && !described) continue;
      const std::vector<std::string> names = announced_names(s, now);
      if (names.empty()) continue;
      if (renamed_count_++ >= most_renamed) return;
      renamed_[speaker] = true;
      rename(speaker, names);
      if (speeches_[s].unnamed) give_role(attributions_[speaker].speaker, speeches_[now].entity);
    }
  }

  void rename(uint32_t speaker, const std::vector<std::string>& names) {
    for (uint32_t a = 0; a < attributions_.size(); ++a) {
      if (a != speaker && same_[a] != speaker) continue;
      results_[a].names = names;
      results_[a].named_mention = attributions_[a].speaker;
      results_[a].confidence = 0.7f;
    }
  }

  // "A report said": of the medium that quotes somebody further down.
  void name_quoting() {
    for (const Speech& speech : speeches_.list()) {
      uint32_t a = speech.speaker;
      if (!speech.announced || !results_[a].names.empty()) continue;
      uint32_t medium = announced_bodies_.quoting(attributions_[a].speaker);
      if (medium != no_entity) rename(a, {entity_name(names_, medium)});
      return;
    }
  }

  // Whom the speech `later` names, if the unnamed speaker of `s` may be that one.
  std::vector<std::string> announced_names(uint32_t s, uint32_t later) const {
    TokenRange mention = attributions_[speeches_[s].speaker].speaker;
    if (speeches_[s].unnamed && roles_.is_named_by(s, mention, later))
      return results_[speeches_[later].speaker].names;
    if (!speeches_[s].announced) return {};
    uint32_t body = announced_bodies_.named_at(s, mention, later);
    return body == no_entity ? std::vector<std::string>{}
                             : std::vector<std::string>{entity_name(names_, body)};
  }

  // Attributions without a mention: the speaker they share, else whoever spoke last before them.
  void share(uint32_t a) {
    if (leaves_speaker_out(r_, attributions_[a].cue)) return;
    uint32_t from = a;
    for (uint32_t guard = 0; guard < most_links; ++guard) {
      int32_t same = attributions_[from].same_speaker_as;
      if (same < 0 || static_cast<size_t>(same) >= attributions_.size()) break;
      from = static_cast<uint32_t>(same);
      if (!attributions_[from].speaker.empty()) break;
    }
    if (attributions_[from].speaker.empty())
      share_last(a);
    else
      results_[a] = results_[from];
  }
  void share_last(uint32_t a) {
    uint32_t here = anchor(a);
    const std::vector<Speech>& all = speeches_.list();
    auto after = std::partition_point(all.begin(), all.end(),
                                      [&](const Speech& s) { return s.token < here; });
    auto end = static_cast<size_t>(after - all.begin());
    for (size_t i = end, back = 0; i-- > 0 && back < 8; ++back) {
      if (all[i].token >= here || r_.quoted(all[i].token)) continue;
      if (!attributions_[a].cue.empty() && r_.sentence_of[here] != r_.sentence_of[all[i].token])
        return;  // a cue hangs on something in its sentence, a quotation may go on from another
      if (names_.paragraph_of(here) - names_.paragraph_of(all[i].token) > 1) return;
      results_[a] = results_[all[i].speaker];
      results_[a].confidence *= 0.7f;
      return;
    }
  }

  const Reading& r_;
  const std::vector<Attribution>& attributions_;
  ArticleNames names_;
  Speeches speeches_;
  RoleSpeakers roles_;
  BodySpeakers bodies_;
  AnnouncedBodies announced_bodies_;
  DocumentSpeakers documents_;
  std::vector<Resolution> results_;
  std::vector<uint32_t> quotes_;  // quotation -> the attribution that quotes it, or ~0u
  std::vector<uint32_t> same_;    // attribution -> the one whose speaker it turned out to share
  std::vector<bool> renamed_;     // attributions whose speaker the article named later
  uint32_t renamed_count_ = 0;
};

}  // namespace

std::vector<Resolution> resolve_speakers(const Reading& reading,
                                         const std::vector<Attribution>& attributions) {
  if (attributions.empty() || reading.tokens.empty())
    return std::vector<Resolution>(attributions.size());
  return SpeakerResolver(reading, attributions).run();
}

}  // namespace quotary
