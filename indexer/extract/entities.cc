#include "indexer/extract/entities.h"

#include <algorithm>

#include "indexer/extract/body_names.h"
#include "indexer/extract/countries.h"
#include "indexer/extract/entity_table.h"
#include "indexer/extract/name_mentions.h"
#include "indexer/extract/name_words.h"
#include "indexer/extract/pronouns.h"
#include "indexer/extract/roles.h"
#include "indexer/extract/speaker_phrase.h"

namespace quotary {
namespace {

// Bounds for articles of many megabytes, far beyond what news has.
constexpr size_t most_with_roles = 300;
constexpr uint32_t most_renamed = 16;

// Who one phrase stands for.
struct Answer {
  uint32_t entity = no_entity;  // a named person, body or place
  TokenRange body;              // or a body named by these tokens, which is no entity
  bool person = false;          // one person, named or not
  bool several = false;         // a group that nobody names
  Gender gender = Gender::unknown;
  uint32_t speech = ~0u;  // the earlier speech whose speaker this is
  float confidence = 1;

  bool named() const { return entity != no_entity || !body.empty(); }
};

class SpeakerResolver {
 public:
  SpeakerResolver(const Reading& r, const std::vector<Attribution>& attributions)
      : r_(r),
        attributions_(attributions),
        words_(r),
        mentions_(find_name_mentions(r, words_)),
        table_(build_entities(r, words_, mentions_)),
        results_(attributions.size()),
        speech_of_(attributions.size(), ~0u),
        last_speech_(table_.entities.size()),
        same_(attributions.size(), ~0u) {
    collect_roles(r, words_, mentions_, table_);
    bodies_ = find_body_names(r, words_, mentions_, table_);
    find_quoting_attributions();
    for (uint32_t e = 0; e < table_.entities.size() && with_roles_.size() < most_with_roles; ++e)
      if (table_.entities[e].kind == NameKind::person) with_roles_.push_back(e);
    for (const ReadParagraph& p : r.paragraphs)
      if (p.kind == ParagraphKind::body) {
        first_sentence_ = p.first_sentence;
        break;
      }
  }

  std::vector<Resolution> run() {
    for (uint32_t a : in_text_order()) resolve(a);
    for (size_t s = 0; s < speeches_.size(); ++s) name_later(s);
    for (uint32_t a = 0; a < attributions_.size(); ++a)
      if (attributions_[a].speaker.empty()) share(a);
    return std::move(results_);
  }

 private:
  bool is(uint32_t t, WordClass c) const { return words_.is(words_[t], c); }

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
    std::vector<SpeakerPhrase> parts = speaker_parts(at);
    std::vector<Answer> answers;
    bool joint = parts.size() > 1;
    for (const SpeakerPhrase& part : parts)
      answers.push_back(joint && part.kind == PhraseKind::group ? people(part) : answer(part, a));
    if (joint && adjective_of_group(parts)) answers.front() = {};
    conclude(a, parts, answers);
  }

  // "A senior official said ... Ann Lorne, deputy head of the mint, said": an unnamed person of the
  // lead whom the next speaker, named for the first time, turns out to be.
  void name_later(size_t s) {
    const Speech& speech = speeches_[s];
    if (!speech.unnamed || !results_[speech.speaker].names.empty()) return;
    TokenRange mention = attributions_[speech.speaker].speaker;
    if (mention.empty() || !is(mention.begin, WordClass::determiner)) return;
    RoleDescription nominal = describe_role(r_, words_, mention);
    if (!nominal.head) return;
    uint32_t here = r_.sentences[r_.sentence_of[speech.token]].paragraph;
    for (size_t next = s + 1; next < speeches_.size() && next < s + 6; ++next) {
      const Speech& later = speeches_[next];
      uint32_t there = r_.sentences[r_.sentence_of[later.token]].paragraph;
      if (there > here + 3) return;
      if (later.speaker == speech.speaker || later.unnamed) continue;
      if (later.entity == no_entity) continue;
      const Entity& who = table_.entities[later.entity];
      if (who.kind != NameKind::person || who.first < speech.token) continue;
      if (!gender_fits(who.gender, speech.gender)) continue;
      if (other_country(*r_.lexicon, nominal, who.roles)) continue;
      int fit = 0;
      for (const RoleDescription& role : who.roles)
        fit = std::max(fit, role_fit(*r_.lexicon, words_, nominal, role));
      bool lead = r_.sentence_of[speech.token] < first_sentence_ + 4;
      if (fit < (lead ? 4 : 7) || renamed_ >= most_renamed) continue;
      if (!lead && !shares_modifier(nominal, who)) continue;
      rename(speech.speaker, later);
      return;
    }
  }
  static bool shares_modifier(const RoleDescription& nominal, const Entity& who) {
    for (const RoleDescription& role : who.roles)
      for (uint32_t word : role.modifiers)
        if (std::find(nominal.modifiers.begin(), nominal.modifiers.end(), word) !=
            nominal.modifiers.end())
          return true;
    return false;
  }
  // All that was said by whoever is `speaker` was said by the speaker of `later`.
  void rename(uint32_t speaker, const Speech& later) {
    const Resolution& found = results_[later.speaker];
    ++renamed_;
    Resolution renamed{found.names, attributions_[speaker].speaker, 0.7f};
    for (uint32_t a = 0; a < attributions_.size(); ++a)
      if (a == speaker || same_[a] == speaker) results_[a] = renamed;
  }

  // The phrases of a speaker mention. Where it names nobody, what stands between it and the cue is
  // taken in ("a report issued by the mint", "the mayor of the town, Ann Lorne,"), or the name in
  // front of it ("Ann Lorne, an expert on mints,").
  std::vector<SpeakerPhrase> speaker_parts(const Attribution& at) const {
    std::vector<SpeakerPhrase> parts = parse_speaker(r_, words_, mentions_, at.speaker);
    if (parts.size() != 1) return parts;
    SpeakerPhrase& only = parts[0];
    if (uint32_t m = name_before_cue(at); m != no_mention) {
      only.kind = PhraseKind::name;
      only.mention = m;
      return parts;
    }
    bool open = only.kind == PhraseKind::role || only.kind == PhraseKind::group ||
                only.kind == PhraseKind::other ||
                ((only.kind == PhraseKind::document || only.kind == PhraseKind::body) &&
                 only.mention == no_mention);
    if (!open) return parts;
    TokenRange whole{at.speaker.begin, end_of_subject(at)};
    if (whole.end > at.speaker.end) {
      std::vector<SpeakerPhrase> more = parse_speaker(r_, words_, mentions_, whole);
      uint32_t including = whole.begin;
      while (including < whole.end && r_.text(including) != "including") ++including;
      // The noun phrase stays what it is, only its apposition or author is found.
      bool named = std::all_of(more.begin(), more.end(), [&](const SpeakerPhrase& p) {
        bool same = p.noun_phrase.end <= at.speaker.end;
        bool listed = p.noun_phrase.begin > including;
        same |= p.mention != no_mention &&  // the mention ends inside a name
                mentions_.list[p.mention].run.contains(at.speaker.end - 1);
        return (p.kind == PhraseKind::name || p.mention != no_mention) && (same || listed);
      });
      if (named && !more.empty()) return more;
    }
    if (uint32_t m = name_in_front(only); m != no_mention) {
      only.kind = PhraseKind::name;
      only.mention = m;
    }
    return parts;
  }
  // "Northport police [commanding officer Ann Lorne] said": the name that ends the noun phrase.
  uint32_t name_before_cue(const Attribution& at) const {
    constexpr uint32_t farthest = 12;  // tokens
    if (at.cue.begin <= at.speaker.end || at.cue.begin - at.speaker.end > farthest)
      return no_mention;
    uint32_t m = mentions_.at[at.cue.begin - 1];
    if (m == no_mention || mentions_.list[m].kind != NameKind::person) return no_mention;
    uint32_t begin = mentions_.list[m].run.begin;
    if (begin <= at.speaker.end || mentions_.at[at.speaker.end - 1] == m) return no_mention;
    for (uint32_t t = at.speaker.end; t < begin; ++t)
      if (r_.tokens[t].kind != TokenKind::word) return no_mention;
    return is(begin - 1, WordClass::role | WordClass::title) ? m : no_mention;
  }
  // Where the subject may end at most: at the cue behind it, or at the end of the clause.
  uint32_t end_of_subject(const Attribution& at) const {
    constexpr uint32_t farthest = 24;  // tokens
    uint32_t end = r_.sentences[r_.sentence_of[at.speaker.begin]].tokens.end;
    if (at.cue.begin >= at.speaker.end) end = std::min(end, at.cue.begin);
    end = std::min(end, at.speaker.end + farthest);
    for (uint32_t t = at.speaker.end; t < end; ++t) {
      TokenKind kind = r_.tokens[t].kind;
      if (kind == TokenKind::quote || kind == TokenKind::stop || kind == TokenKind::colon) return t;
      for (TokenRange piece : at.content)
        if (piece.begin == t) return t;
    }
    return end;
  }
  // "Ann Lorne, an expert": the name right before the comma before the phrase.
  uint32_t name_in_front(const SpeakerPhrase& p) const {
    uint32_t t = p.noun_phrase.begin;
    if (p.kind != PhraseKind::role || t < 2) return no_mention;
    if (r_.tokens[t - 1].kind != TokenKind::comma) return no_mention;
    if (r_.sentence_of[t - 2] != r_.sentence_of[t]) return no_mention;
    uint32_t m = mentions_.at[t - 2];
    if (m == no_mention || mentions_.list[m].kind != NameKind::person) return no_mention;
    return m;
  }

  // "Northport and the ISLANDERS": as one of two a people is named.
  Answer people(const SpeakerPhrase& p) const {
    Answer x;
    x.several = true;
    if (p.mention != no_mention && p.definite && p.head + 1 == p.noun_phrase.end)
      x.body = mentions_.list[p.mention].run;
    return x;
  }
  // "US and South Korean officials" does not name the US.
  bool adjective_of_group(const std::vector<SpeakerPhrase>& parts) const {
    if (parts.size() != 2 || parts[1].kind != PhraseKind::group || parts[1].definite) return false;
    const SpeakerPhrase& first = parts[0];
    return first.noun_phrase.size() == 1 && first.mention != no_mention &&
           is(first.head, WordClass::country | WordClass::nationality | WordClass::place) &&
           !(parts[1].mention != no_mention);
  }

  // An attribution that shares an earlier one's speaker: that one is still speaking.
  void repeat_speech(uint32_t a) {
    int32_t same = attributions_[a].same_speaker_as;
    if (same < 0 || static_cast<size_t>(same) >= attributions_.size()) return;
    uint32_t earlier = speech_of_[static_cast<size_t>(same)];
    if (earlier == ~0u) return;
    Speech again = speeches_[earlier];
    again.token = anchor(a);
    add_speech(a, again);
  }

  void conclude(uint32_t a, const std::vector<SpeakerPhrase>& parts,
                const std::vector<Answer>& answers) {
    Resolution& result = results_[a];
    Speech speech;
    speech.token = std::max(anchor(a), attributions_[a].speaker.begin);
    speech.mention_token = attributions_[a].speaker.begin;
    speech.speaker = a;
    result.named_mention = attributions_[a].speaker;
    size_t named =
        std::count_if(answers.begin(), answers.end(), [](const Answer& x) { return x.named(); });
    for (size_t i = 0; i < answers.size(); ++i) {
      const Answer& x = answers[i];
      result.confidence = std::min(result.confidence, x.confidence);
      if (!x.named()) continue;
      std::string name = x.entity != no_entity ? entity_name(x.entity) : name_text(r_, x.body);
      if (name.empty()) continue;
      if (std::find(result.names.begin(), result.names.end(), name) == result.names.end())
        result.names.push_back(name);
    }
    if (answers.size() == 1) {
      const Answer& x = answers[0];
      if (x.speech != ~0u) {
        const Speech& earlier = speeches_[x.speech];
        speech.speaker = same_[a] = earlier.speaker;
        result.names = results_[earlier.speaker].names;
        result.named_mention = results_[earlier.speaker].named_mention;
        speech.entity = earlier.entity, speech.unnamed = earlier.unnamed;
        speech.several = earlier.several, speech.gender = earlier.gender;
        speech.body = earlier.body;
        if (x.gender != Gender::unknown) speech.gender = x.gender;
      } else {
        speech.entity = x.entity;
        speech.unnamed = x.person && !x.named();
        speech.several = x.several;
        speech.body = !x.person && x.named();
        speech.gender = x.gender;
        if (x.entity != no_entity && table_.entities[x.entity].gender == Gender::unknown &&
            x.person)
          table_.entities[x.entity].gender = x.gender;
      }
    } else {
      speech.several = true;
    }
    (void)named;
    if (!parts.empty() && parts[0].kind == PhraseKind::document)
      documents_.push_back({parts[0].head, a});
    add_speech(a, speech);
  }
  void add_speech(uint32_t a, const Speech& speech) {
    speech_of_[a] = static_cast<uint32_t>(speeches_.size());
    speeches_.push_back(speech);
    if (speech.entity != no_entity)
      last_speech_[speech.entity] = static_cast<uint32_t>(speeches_.size());
  }

  std::string entity_name(uint32_t e) const {
    const Entity& who = table_.entities[e];
    if (who.kind == NameKind::place && who.words.size() == 1) {
      if (uint32_t state = country_for(e); state != no_entity)
        return name_text(r_, table_.entities[state].fullest);
      if (std::string state = country_name(who.words[0]); !state.empty()) return state;
    }
    return name_text(r_, who.fullest);
  }
  // The country that its seat of government speaks for, where the article names it.
  uint32_t country_for(uint32_t e) const {
    uint32_t word = table_.entities[e].words[0];
    if (!words_.is(word, WordClass::place)) return no_entity;
    const Countries& countries = Countries::of(*r_.lexicon);
    uint16_t country = countries[word];
    if (!country) return no_entity;
    for (uint32_t other = 0; other < std::min<size_t>(table_.entities.size(), 500); ++other) {
      const Entity& o = table_.entities[other];
      if (o.words.size() == 1 && words_.is(o.words[0], WordClass::country) &&
          countries[o.words[0]] == country)
        return other;
    }
    return no_entity;
  }

  // The country of a seat of government, as English writes it.
  std::string country_name(uint32_t word) const {
    if (!words_.is(word, WordClass::place)) return {};
    const Countries& countries = Countries::of(*r_.lexicon);
    uint16_t country = countries[word];
    if (!country) return {};
    std::string name(r_.lexicon->form(countries.name(country)));
    if (name == "us") return "United States";
    if (name == "eu") return {};
    if (name == "dprk" || name == "rok") return name == "rok" ? "South Korea" : "North Korea";
    if (!name.empty()) name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
  }

  Answer answer(const SpeakerPhrase& p, uint32_t a) {
    switch (p.kind) {
      case PhraseKind::pronoun:
        return pronoun(p, a);
      case PhraseKind::name:
        return name(p);
      case PhraseKind::role:
        return role(p);
      case PhraseKind::body:
        return body(p);
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

  // "the two ministers": the joint speakers just named.
  Answer group(const SpeakerPhrase& p) const {
    Answer x;
    x.several = true;
    if (is_party(p)) {
      x.body = {p.head, p.head + 1};
      return x;
    }
    if (!p.definite || p.mention != no_mention || !of_few(p)) return x;
    uint32_t here = r_.sentences[r_.sentence_of[p.head]].paragraph;
    for (size_t i = speeches_.size(), back = 0; i-- > 0 && back < 4; ++back) {
      uint32_t there = r_.sentences[r_.sentence_of[speeches_[i].token]].paragraph;
      if (here > there + 3) break;
      if (results_[speeches_[i].speaker].names.size() < 2) continue;
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
    for (uint32_t t = p.noun_phrase.begin; t < p.noun_phrase.end; ++t)
      if (r_.lower(t) == "both" || r_.text(t) == "two" || r_.text(t) == "three") return true;
    for (std::string_view w : {"senators", "leaders", "presidents", "premiers", "lawmakers",
                               "sides", "pair", "congressmen"})
      if (r_.text(p.head) == w) return true;
    return false;
  }

  Answer name(const SpeakerPhrase& p) {
    Answer x;
    uint32_t e = table_.of_mention[p.mention];
    if (e == no_entity) return x;
    learn_role(p, e);
    float certainty = table_.certainty[p.mention];
    if (certainty < 0.7f) {
      e = spoke_last_of_name(e, p);
      x.person = true;
      if (e == no_entity) return x;
      certainty = 0.75f;
    }
    x.entity = e;
    NameKind kind = table_.entities[e].kind;
    x.person = kind == NameKind::person || kind == NameKind::unknown;
    x.gender = mentions_.list[p.mention].gender;
    if (kind == NameKind::people) x = {};
    if (x.gender == Gender::unknown) x.gender = table_.entities[e].gender;
    x.confidence = certainty;
    return x;
  }

  // "the chief of the harbour, Ann Lorne": what her name stands behind is her role.
  void learn_role(const SpeakerPhrase& p, uint32_t e) {
    TokenRange before{p.whole.begin, mentions_.list[p.mention].name.begin};
    Entity& who = table_.entities[e];
    if (before.begin >= before.end || who.kind != NameKind::person || who.roles.size() > 12) return;
    RoleDescription role = describe_role(r_, words_, before);
    if (role.head) who.roles.push_back(std::move(role));
  }

  // Of people with the family name of `e` the one who has spoken just before, if one has.
  uint32_t spoke_last_of_name(uint32_t e, const SpeakerPhrase& p) const {
    uint32_t family = table_.entities[e].words.back();
    Gender gender = mentions_.list[p.mention].gender;
    uint32_t here = r_.sentences[r_.sentence_of[p.head]].paragraph;
    for (size_t i = speeches_.size(); i-- > 0;) {
      uint32_t there = r_.sentences[r_.sentence_of[speeches_[i].token]].paragraph;
      if (here > there + 1) break;
      if (speeches_[i].entity == no_entity) continue;
      if (!gender_fits(table_.entities[speeches_[i].entity].gender, gender)) continue;
      const Entity& who = table_.entities[speeches_[i].entity];
      if (who.kind == NameKind::person && who.words.size() > 1 && who.words.back() == family)
        return speeches_[i].entity;
    }
    return no_entity;
  }

  Gender noun_gender(TokenRange np) const {
    for (uint32_t t = np.begin; t < np.end; ++t)
      if (!r_.tokens[t].capitalised && mentions_.at[t] == no_mention && !is(t, WordClass::pronoun))
        if (Gender g = gender_of_word(*r_.lexicon, words_[t]); g != Gender::unknown) return g;
    return Gender::unknown;
  }

  Answer role(const SpeakerPhrase& p) const {
    Answer x;
    x.person = true;
    x.gender = noun_gender(p.noun_phrase);
    if (!p.definite) return x;
    RoleDescription nominal = describe_role(r_, words_, p.whole);
    if (!nominal.head) return last_speaker(p, x);
    if (own_name(p)) {
      x = {};
      x.body = p.noun_phrase;
      return x;
    }
    if (uint32_t s = unnamed_speech(nominal.head); s != ~0u) {
      x.speech = s;
      return x;
    }
    int best = 0;
    uint32_t who = no_entity, when = 0;
    bool tie = false;
    std::string_view head = words_.form(nominal.head);
    bool of_party = head == "republican" || head == "democrat";  // many are
    for (uint32_t e : with_roles_) {
      const Entity& person = table_.entities[e];
      if (person.roles.empty() || !gender_fits(person.gender, x.gender)) continue;
      if (other_country(*r_.lexicon, nominal, person.roles)) continue;
      if (of_party && !shares_modifier(nominal, person)) continue;
      int fit = 0;
      for (const RoleDescription& role : person.roles)
        fit = std::max(fit, role_fit(*r_.lexicon, words_, nominal, role));
      if (fit == 0) continue;
      uint32_t last = last_speech_[e];
      if (fit > best || (fit == best && last > when)) {
        tie = fit == best && when == last;
        best = fit, who = e, when = last;
      } else if (fit == best && last == when) {
        tie = true;
      }
    }
    bool capitals = mentions_.at[p.head] != no_mention;
    if (best >= (capitals ? 6 : 3) && !tie) {
      x.entity = who;
      x.confidence = best >= 6 ? 0.9f : 0.75f;
      return x;
    }
    return best > 0 ? x : last_speaker(p, x);
  }
  // "HuffPost Pollster": in capitals, with no article, after a word that is no office: a name.
  bool own_name(const SpeakerPhrase& p) const {
    if (mentions_.at[p.head] == no_mention || p.noun_phrase.size() < 2) return false;
    const NameMention& m = mentions_.list[mentions_.at[p.head]];
    if (!(m.run == p.noun_phrase)) return false;
    return words_[m.run.begin] >= r_.lexicon->size();
  }
  static bool gender_fits(Gender a, Gender b) {
    return a == Gender::unknown || b == Gender::unknown || a == b;
  }
  // The last speech, where it is by someone unnamed whom the same noun stood for.
  uint32_t unnamed_speech(uint32_t head) const {
    for (size_t i = speeches_.size(), back = 0; i-- > 0 && back < 4; ++back) {
      if (!speeches_[i].unnamed) continue;
      TokenRange mention = attributions_[speeches_[i].speaker].speaker;
      for (uint32_t t = mention.begin; t < mention.end; ++t)
        if (words_[t] == head) return static_cast<uint32_t>(i);
    }
    return ~0u;
  }
  // "The 35-year-old": whoever spoke last, where that was one person a paragraph back at most.
  Answer last_speaker(const SpeakerPhrase& p, Answer x) const {
    if (speeches_.empty()) return x;
    const Speech& last = speeches_.back();
    uint32_t here = r_.sentences[r_.sentence_of[p.head]].paragraph;
    uint32_t there = r_.sentences[r_.sentence_of[last.token]].paragraph;
    if (here - there > 4 || last.several || last.entity == no_entity) return x;
    const Entity& who = table_.entities[last.entity];
    if (who.kind != NameKind::person || !gender_fits(who.gender, x.gender)) return x;
    bool any = stands_for_anyone(p.head);
    if (r_.lower(p.noun_phrase.begin) != "the") return x;
    if (!any && (!who.roles.empty() || here - there > 1 || !only_role(p))) return x;
    x.entity = last.entity;
    x.confidence = 0.6f;
    return x;
  }
  // "the manager", with nothing that would say whose or of what.
  bool only_role(const SpeakerPhrase& p) const {
    return p.whole.size() <= 3 && p.mention == no_mention && is(p.head, WordClass::role);
  }
  bool stands_for_anyone(uint32_t head) const {
    std::string_view w = r_.text(head);
    if (w.ends_with("-old")) return true;
    for (std::string_view any :
         {"official",    "man",      "woman",      "analyst",   "expert",     "native",
          "veteran",     "player",   "winner",     "champion",  "politician", "lawmaker",
          "manager",     "diplomat", "economist",  "scientist", "professor",  "scholar",
          "striker",     "star",     "actor",      "actress",   "singer",     "author",
          "coach",       "brunette", "teenager",   "swimmer",   "skater",     "golfer",
          "runner",      "player",   "midfielder", "defender",  "goalkeeper", "billionaire",
          "businessman", "rookie",   "holder",     "medalist"})
      if (w == any) return true;
    return false;
  }

  Answer body(const SpeakerPhrase& p) const {
    Answer x;
    if (p.mention != no_mention) return named_body(p);
    if (is(p.noun_phrase.begin, WordClass::pronoun) && p.noun_phrase.size() > 1) return x;
    uint32_t head = words_[p.head];
    if (uint32_t s = speech_of_head(p.head); s != ~0u && p.definite) {
      x.speech = s;
      x.confidence = 0.85f;
      return x;
    }
    const BodyName* found = named_by_head(head, p.head);
    if (found && p.definite) {
      x.entity = found->entity;
      if (x.entity == no_entity) x.body = found->name;
      x.confidence = 0.8f;
      return x;
    }
    if (p.definite && !institution(p.head))
      if (uint32_t s =
              is(p.head, WordClass::medium) ? last_medium_speech() : last_body_speech(p.head);
          s != ~0u) {
        x.speech = s;
        x.confidence = 0.7f;
        return x;
      }
    if (institution(p.head)) x.body = without_determiner(p.noun_phrase);
    return x;
  }
  // The body with this head word that is named nearest before a token, else first behind it.
  const BodyName* named_by_head(uint32_t head, uint32_t token) const {
    constexpr ptrdiff_t farthest = 400;  // names looked at
    auto same = [&](const BodyName& b) { return b.head == head || same_medium(b.head, head); };
    auto here = std::partition_point(bodies_.begin(), bodies_.end(),
                                     [&](const BodyName& b) { return b.name.begin < token; });
    for (auto b = here; b != bodies_.begin() && here - b < farthest;)
      if (same(*--b)) return &*b;
    for (auto b = here; b != bodies_.end() && b - here < farthest; ++b)
      if (same(*b)) return &*b;
    return nullptr;
  }
  // "newspaper" and "daily", "network" and "broadcaster"
  bool same_medium(uint32_t a, uint32_t b) const {
    auto kind = [&](uint32_t word) {
      std::string_view w = words_.form(word);
      for (std::string_view p : {"newspaper", "paper", "daily", "weekly", "tabloid"})
        if (w == p) return 1;
      for (std::string_view p :
           {"network", "broadcaster", "channel", "station", "television", "radio"})
        if (w == p) return 2;
      return 0;
    };
    return kind(a) != 0 && kind(a) == kind(b);
  }
  // The last speech, of the few before, by a body whose name has this head word.
  uint32_t speech_of_head(uint32_t head) const {
    for (size_t i = speeches_.size(), back = 0; i-- > 0 && back < 4; ++back) {
      const Speech& speech = speeches_[i];
      if (!speech.body || speech.several) continue;
      if (speech.entity != no_entity) {
        for (uint32_t word : table_.entities[speech.entity].words)
          if (word == words_[head]) return static_cast<uint32_t>(i);
        continue;
      }
      TokenRange mention = attributions_[speech.speaker].speaker;
      for (uint32_t t = mention.begin; t < mention.end; ++t)
        if (words_[t] == words_[head]) return static_cast<uint32_t>(i);
    }
    return ~0u;
  }
  // The last speech, of some before, by what is a news medium by its name.
  uint32_t last_medium_speech() const {
    for (size_t i = speeches_.size(), back = 0; i-- > 0 && back < 10; ++back) {
      if (speeches_[i].entity == no_entity || !speeches_[i].body) continue;
      for (uint32_t word : table_.entities[speeches_[i].entity].words)
        if (words_.is(word, WordClass::medium)) return static_cast<uint32_t>(i);
    }
    for (size_t i = speeches_.size(), back = 0; i-- > 0 && back < 4; ++back) {
      if (speeches_[i].entity == no_entity || speeches_[i].several) continue;
      const Entity& who = table_.entities[speeches_[i].entity];
      bool person = who.kind == NameKind::person && who.sure;
      if (!person && who.kind != NameKind::place && who.words.size() <= 2)
        return static_cast<uint32_t>(i);
    }
    return ~0u;
  }
  // Nouns that name a body well enough without more.
  bool institution(uint32_t head) const {
    std::string_view w = words_.form(words_[head]);
    for (std::string_view i : {"police", "government", "military", "army", "parliament", "court",
                               "embassy", "ministry", "congress", "senate", "navy", "authorities",
                               "committee", "administration", "council", "commission"})
      if (w == i) return true;
    return false;
  }
  TokenRange without_determiner(TokenRange np) const {
    while (np.size() > 1 && is(np.begin, WordClass::determiner)) ++np.begin;
    return np;
  }
  // "the Guardian newspaper" is the Guardian, "the Israeli army" is that.
  Answer named_body(const SpeakerPhrase& p) const {
    Answer x;
    const NameMention& m = mentions_.list[p.mention];
    bool own_name = (m.kind == NameKind::unknown || m.kind == NameKind::body) &&
                    is(p.head, WordClass::medium) && m.run.end <= p.head;
    if (own_name && table_.of_mention[p.mention] != no_entity) {
      x.entity = table_.of_mention[p.mention];
      return x;
    }
    bool unnamed = m.kind == NameKind::people || m.kind == NameKind::place;
    if (unnamed && !p.definite && is(p.noun_phrase.begin, WordClass::determiner)) return x;
    x.body = {m.run.begin, p.noun_phrase.end};
    return x;
  }
  uint32_t last_body_speech(uint32_t at) const {
    uint32_t here = r_.sentences[r_.sentence_of[at]].paragraph;
    for (size_t i = speeches_.size(), back = 0; i-- > 0 && back < 4; ++back) {
      uint32_t there = r_.sentences[r_.sentence_of[speeches_[i].token]].paragraph;
      if (here > there + 4) break;
      if (speeches_[i].several) continue;
      if (speeches_[i].body) return static_cast<uint32_t>(i);
      if (speeches_[i].entity == no_entity) continue;
      const Entity& who = table_.entities[speeches_[i].entity];
      if (who.kind == NameKind::unknown || (who.kind == NameKind::person && !who.sure))
        return static_cast<uint32_t>(i);
    }
    return ~0u;
  }

  Answer document(const SpeakerPhrase& p) {
    Answer x;
    if (p.mention != no_mention) {
      x = name(p);
      x.person = false;
      x.confidence = std::min(x.confidence, 0.8f);
      return x;
    }
    if (!p.definite) return x;
    if (Answer owner = possessor(p); owner.named() || owner.speech != ~0u) return owner;
    for (size_t i = documents_.size(), back = 0; i-- > 0 && back < 32; ++back)
      if (words_[documents_[i].head] == words_[p.head]) {
        x.speech = speech_of_[documents_[i].attribution];
        return x;
      }
    if (!of_a_body(p.head)) return x;
    if (uint32_t s = last_body_speech(p.head); s != ~0u) {
      x.speech = s;
      x.confidence = 0.7f;
    }
    return x;
  }
  // "its report", "his letter"
  Answer possessor(const SpeakerPhrase& p) const {
    SpeakerPhrase owner = p;
    owner.head = p.noun_phrase.begin;
    std::string_view w = r_.lower(owner.head);
    Answer x;
    if (w == "his")
      x = he_or_she(owner, Gender::male);
    else if (w == "her")
      x = he_or_she(owner, Gender::female);
    else if (w == "its")
      x = it(owner);
    return x;
  }
  // Documents that a body which spoke just before is likely to have issued.
  bool of_a_body(uint32_t head) const {
    std::string_view w = r_.text(head);
    for (std::string_view d :
         {"statement", "report", "study", "survey", "poll", "paper", "editorial", "article",
          "communique", "resolution", "release", "announcement", "document", "ruling"})
      if (w == d) return true;
    return false;
  }

  Answer pronoun(const SpeakerPhrase& p, uint32_t a) {
    std::string_view w = r_.lower(p.head);
    if (w == "he" || w == "him" || w == "his") return he_or_she(p, Gender::male);
    if (w == "she" || w == "her" || w == "hers") return he_or_she(p, Gender::female);
    if (w == "who" || w == "which" || w == "that" || w == "whose") return relative(p);
    if (w == "it" || w == "its") return it(p);
    if (w == "they" || w == "their" || w == "them") return they(p);
    (void)a;
    Answer x;
    x.several = w == "we" || w == "our";
    return x;
  }

  Answer he_or_she(const SpeakerPhrase& p, Gender gender) const {
    Answer x;
    x.person = true;
    x.gender = gender;
    PronounAnswer found = resolve_he_or_she(r_, mentions_, table_, speeches_,
                                            {p.head, gender, quoted_speaker(p.head)});
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
    if (speech_of_[a] != ~0u) return speeches_[speech_of_[a]].entity;
    uint32_t m = mentions_.at[attributions_[a].speaker.end - 1];
    return m == no_mention ? no_entity : table_.of_mention[m];
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
    uint32_t m = x.person ? person_before(p.head) : mentions_.at[t - 1];
    if (m == no_mention || table_.of_mention[m] == no_entity) return x;
    if (mentions_.list[m].kind == NameKind::people) return x;
    x.entity = table_.of_mention[m];
    x.gender = table_.entities[x.entity].gender;
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
      uint32_t m = mentions_.at[t - 1];
      bool adjacent = t == who || (comma && t + 1 == who);
      if (r_.tokens[t - 1].kind == TokenKind::comma) {
        comma = true;
        continue;
      }
      if (m != no_mention && mentions_.list[m].kind == NameKind::person) {
        bool before_comma = r_.tokens[mentions_.list[m].run.end].kind == TokenKind::comma;
        return adjacent || before_comma ? m : no_mention;
      }
      if (m == no_mention && !comma) return no_mention;
      if (m == no_mention && is(t - 1, WordClass::role | WordClass::group)) return no_mention;
    }
    return no_mention;
  }

  Answer it(const SpeakerPhrase& p) const {
    Answer x;
    if (uint32_t e = body_at_head(p.head); e != no_entity) {
      x.entity = e;
      x.confidence = 0.7f;
      return x;
    }
    if (uint32_t s = last_body_speech(p.head); s != ~0u) {
      x.speech = s;
      x.confidence = 0.7f;
    }
    return x;
  }

  // The body or country that opens the sentence in which the pronoun stands.
  uint32_t body_at_head(uint32_t pronoun) const {
    uint32_t begin = r_.sentences[r_.sentence_of[pronoun]].tokens.begin;
    for (uint32_t t = begin; t < pronoun; ++t) {
      uint32_t m = mentions_.at[t];
      if (m == no_mention && is(t, WordClass::determiner)) continue;
      if (m == no_mention || table_.of_mention[m] == no_entity) break;
      const NameMention& mention = mentions_.list[m];
      bool owns = r_.tokens[mention.run.end].kind == TokenKind::clitic;
      bool body = mention.kind == NameKind::body || mention.kind == NameKind::place;
      return body && !owns && !mention.quoted ? table_.of_mention[m] : no_entity;
    }
    return no_entity;
  }

  Answer they(const SpeakerPhrase& p) const {
    Answer x;
    x.several = true;
    if (speeches_.empty()) return x;
    const Speech& last = speeches_.back();
    uint32_t here = r_.sentences[r_.sentence_of[p.head]].paragraph;
    uint32_t there = r_.sentences[r_.sentence_of[last.token]].paragraph;
    if (here - there <= 1 && last.several) {
      x.speech = static_cast<uint32_t>(speeches_.size()) - 1;
      x.confidence = 0.7f;
    }
    return x;
  }

  // Attributions without a mention: the speaker they share, else whoever spoke last before them.
  void share(uint32_t a) {
    uint32_t from = a;
    for (uint32_t guard = 0; guard < 16; ++guard) {
      int32_t same = attributions_[from].same_speaker_as;
      if (same < 0 || static_cast<size_t>(same) >= attributions_.size()) break;
      from = static_cast<uint32_t>(same);
      if (!attributions_[from].speaker.empty()) break;
    }
    if (attributions_[from].speaker.empty()) {
      share_last(a);
      return;
    }
    results_[a] = results_[from];
  }
  void share_last(uint32_t a) {
    uint32_t here = anchor(a);
    uint32_t paragraph = r_.sentences[r_.sentence_of[here]].paragraph;
    auto after = std::partition_point(speeches_.begin(), speeches_.end(),
                                      [&](const Speech& s) { return s.token < here; });
    auto end = static_cast<size_t>(after - speeches_.begin());
    for (size_t i = end, back = 0; i-- > 0 && back < 8; ++back) {
      if (speeches_[i].token >= here) continue;
      uint32_t there = r_.sentences[r_.sentence_of[speeches_[i].token]].paragraph;
      if (paragraph - there > 1) return;
      results_[a] = results_[speeches_[i].speaker];
      results_[a].confidence *= 0.7f;
      return;
    }
  }

  struct SpokenDocument {
    uint32_t head;  // token
    uint32_t attribution;
  };

  const Reading& r_;
  const std::vector<Attribution>& attributions_;
  NameWords words_;
  NameMentions mentions_;
  EntityTable table_;
  std::vector<BodyName> bodies_;
  std::vector<Speech> speeches_;
  std::vector<SpokenDocument> documents_;
  std::vector<Resolution> results_;
  uint32_t first_sentence_ = 0;        // of the body
  std::vector<uint32_t> speech_of_;    // attribution -> its Speech, ~0u: none
  std::vector<uint32_t> last_speech_;  // entity -> 1 + its last Speech
  std::vector<uint32_t> quotes_;       // quotation -> the attribution that quotes it, or ~0u
  std::vector<uint32_t> with_roles_;   // people whose roles nominals are compared with
  uint32_t renamed_ = 0;
  std::vector<uint32_t> same_;  // attribution -> the one whose speaker it turned out to share
};

}  // namespace

std::vector<Resolution> resolve_speakers(const Reading& reading,
                                         const std::vector<Attribution>& attributions) {
  if (attributions.empty() || reading.tokens.empty())
    return std::vector<Resolution>(attributions.size());
  return SpeakerResolver(reading, attributions).run();
}

}  // namespace quotary
