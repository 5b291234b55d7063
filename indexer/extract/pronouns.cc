#include "indexer/extract/pronouns.h"

#include <algorithm>
#include <array>
#include <bit>

namespace quotary {
namespace {

constexpr uint32_t sentences_back = 8;
constexpr uint32_t paragraphs_back = 3;
constexpr size_t most_candidates = 24;
constexpr size_t sign_count = static_cast<size_t>(PronounSign::count);

// Weights of the signs, in order: sixteenths of a log odd. Fitted by a softmax over the candidates
// of some thousand pronouns with known persons, then rounded.
constexpr std::array<int16_t, sign_count> weights = {
    -36, 6,  0,  0, -6, 19, 0, -19, 1,   8,  -4, 19, 5, -3, -10, 4,  13, 2,
    -3,  -5, 13, 1, 12, 1,  2, 2,   -18, -6, 7,  8,  8, 8,  -20, -1, -6};

struct Candidate {
  uint32_t entity = no_entity;
  uint32_t speech = ~0u;  // of someone unnamed
  uint64_t signs = 0;

  void show(PronounSign sign) { signs |= uint64_t{1} << static_cast<uint8_t>(sign); }
  bool shows(PronounSign sign) const { return signs >> static_cast<uint8_t>(sign) & 1; }
  int weight() const {
    int sum = 0;
    for (uint64_t left = signs; left; left &= left - 1) sum += weights[std::countr_zero(left)];
    return sum;
  }
};

class PronounResolver {
 public:
  PronounResolver(const ArticleNames& names, const Speeches& speeches, const PersonPronoun& pronoun)
      : r_(names.r),
        mentions_(names.mentions),
        table_(names.table),
        all_speeches_(speeches),
        speeches_(speeches.list()),
        token_(pronoun.token),
        gender_(pronoun.gender),
        excluded_(pronoun.quoted_speaker),
        content_(pronoun.content),
        sentence_(r_.sentence_of[token_]),
        paragraph_(r_.sentences[sentence_].paragraph) {}

  PronounAnswer run() {
    from_mentions();
    from_speeches();
    look_into_content();
    for (Candidate& c : candidates_) combine(c);
    return candidates_.empty() ? named_behind() : decide();
  }

 private:
  bool fits(Gender g) const { return gender_fits(g, gender_); }

  PronounAnswer decide() const {
    const Candidate* best = nullptr;
    int best_weight = 0, second = -1000;
    for (const Candidate& c : candidates_) {
      int w = c.weight();
      if (!best || w > best_weight) {
        if (best) second = best_weight;
        best = &c, best_weight = w;
      } else {
        second = std::max(second, w);
      }
    }
    PronounAnswer answer;
    if (!best) return answer;
    int margin = best_weight - second;
    if (margin == 0) return answer;
    answer.entity = best->entity;
    answer.speech = best->speech;
    answer.confidence = margin >= 32 ? 0.9f : margin >= 16 ? 0.8f : margin >= 6 ? 0.65f : 0.5f;
    return answer;
  }

  // "When he came, Lorne said": with nobody before, the first to fit in the rest of the sentence.
  PronounAnswer named_behind() const {
    PronounAnswer answer;
    constexpr uint32_t farthest = 60;  // tokens
    uint32_t end = std::min(r_.sentences[sentence_].tokens.end, token_ + farthest);
    for (uint32_t t = token_ + 1; t < end; ++t) {
      uint32_t m = mentions_.at[t];
      if (m == no_mention || table_.of_mention[m] == no_entity) continue;
      const Entity& who = table_.entities[table_.of_mention[m]];
      if (who.kind != NameKind::person || !who.sure || !fits(who.gender)) continue;
      answer.entity = table_.of_mention[m];
      answer.confidence = 0.5f;
      break;
    }
    return answer;
  }

  Candidate* known(uint32_t entity) {
    for (Candidate& c : candidates_)
      if (c.entity == entity) return &c;
    return nullptr;
  }

  void from_mentions() {
    uint32_t first_sentence = sentence_ > sentences_back ? sentence_ - sentences_back : 0;
    uint32_t begin = r_.sentences[first_sentence].tokens.begin;
    auto after = std::partition_point(mentions_.list.begin(), mentions_.list.end(),
                                      [&](const NameMention& m) { return m.run.begin < token_; });
    for (auto m = after; m != mentions_.list.begin();) {
      --m;
      if (m->run.begin < begin || candidates_.size() >= most_candidates) break;
      look_at(*m, static_cast<uint32_t>(m - mentions_.list.begin()));
    }
  }

  void look_at(const NameMention& m, uint32_t number) {
    uint32_t e = table_.of_mention[number];
    if (e == no_entity || e == excluded_) return;
    const Entity& who = table_.entities[e];
    uint32_t s = r_.sentence_of[m.run.begin];
    if (!who.sure && who.gender == Gender::unknown && !presumed_man(who)) return;
    if (who.kind != NameKind::person || !fits(who.gender)) return;
    if (paragraph_ - r_.sentences[s].paragraph > paragraphs_back) return;
    if (s == sentence_ && subject(m, s))
      if (Candidate* c = known(e)) c->show(PronounSign::subject_here);
    if (known(e)) return;  // a nearer mention has been looked at
    Candidate c{e, ~0u, 0};
    place(c, s);
    if (candidates_.empty())
      c.show(PronounSign::nearest);
    else if (candidates_.size() == 1)
      c.show(PronounSign::second_nearest);
    describe(c, m, s);
    describe(c, who);
    candidates_.push_back(c);
  }

  void place(Candidate& c, uint32_t s) const {
    constexpr PronounSign sentences[] = {PronounSign::same_sentence, PronounSign::sentence_before,
                                         PronounSign::two_sentences_before,
                                         PronounSign::farther_sentence};
    constexpr PronounSign paragraphs[] = {
        PronounSign::same_paragraph, PronounSign::paragraph_before, PronounSign::farther_paragraph};
    c.show(sentences[std::min(sentence_ - s, 3u)]);
    c.show(paragraphs[std::min(paragraph_ - r_.sentences[s].paragraph, 2u)]);
  }

  void describe(Candidate& c, const NameMention& m, uint32_t s) const {
    if (subject(m, s)) {
      c.show(PronounSign::subject);
      if (s == sentence_) c.show(PronounSign::subject_here);
      if (m.run.begin < r_.sentences[s].tokens.begin + 3) c.show(PronounSign::sentence_head);
    }
    if (possessive(m)) c.show(PronounSign::possessive);
    if (m.run.begin > 0 && r_.is(m.run.begin - 1, WordClass::preposition))
      c.show(PronounSign::after_preposition);
    if (m.quoted) c.show(PronounSign::in_quotation);
  }
  void describe(Candidate& c, const Entity& who) const {
    if (who.gender != Gender::unknown || presumed_man(who)) c.show(PronounSign::gender_known);
    if (who.mentions == 1) c.show(PronounSign::named_once);
    if (who.mentions >= 5) c.show(PronounSign::named_often);
    if (!who.sure) c.show(PronounSign::not_sure);
    if (c.entity == table_.first_person) c.show(PronounSign::first_person_named);
  }

  bool possessive(const NameMention& m) const {
    return m.run.end < r_.tokens.size() && r_.tokens[m.run.end].kind == TokenKind::clitic;
  }

  // Heads its sentence or a clause of it, with no preposition before it.
  bool subject(const NameMention& m, uint32_t s) const {
    if (possessive(m)) return false;
    uint32_t begin = r_.sentences[s].tokens.begin;
    uint32_t t = m.run.begin;
    while (t > begin && r_.tokens[t - 1].kind == TokenKind::word &&
           r_.is(t - 1, WordClass::determiner | WordClass::role))
      --t;
    if (t == begin) return true;
    TokenKind before = r_.tokens[t - 1].kind;
    if (before == TokenKind::comma || before == TokenKind::quote) return t - begin < 12;
    return r_.is(t - 1, WordClass::subordinator | WordClass::conjunction);
  }

  void from_speeches() {
    uint32_t rank = 0;
    for (size_t i = speeches_.size(); i-- > 0 && rank < 3;) {
      const Speech& speech = speeches_[i];
      if (speech.token >= token_) continue;
      uint32_t s = r_.sentence_of[speech.token];
      uint32_t p = r_.sentences[s].paragraph;
      if (paragraph_ - p > paragraphs_back) break;
      if (Candidate* c = speaker(speech, i, s)) show_speech(*c, speech, s, p, rank);
      ++rank;
    }
  }
  void show_speech(Candidate& c, const Speech& speech, uint32_t s, uint32_t p, uint32_t rank) {
    if (rank == 0)
      c.show(PronounSign::spoke_last);
    else if (!c.shows(PronounSign::spoke_last))
      c.show(PronounSign::spoke_before_last);
    if (s == sentence_)
      c.show(PronounSign::spoke_in_sentence);
    else if (s + 1 == sentence_)
      c.show(PronounSign::spoke_in_sentence_before);
    if (p == paragraph_) c.show(PronounSign::spoke_in_paragraph);
    if (r_.is(speech.mention_token, WordClass::pronoun)) c.show(PronounSign::spoke_by_pronoun);
  }

  // The candidate who made a speech, new where no mention near has shown it; nullptr if it cannot
  // be meant.
  Candidate* speaker(const Speech& speech, size_t i, uint32_t s) {
    if (speech.several || speech.body || !fits(speech.gender)) return nullptr;
    if (speech.unnamed) return unnamed(speech, i, s);
    if (speech.entity == no_entity || speech.entity == excluded_) return nullptr;
    const Entity& who = table_.entities[speech.entity];
    bool person = who.kind == NameKind::person || who.kind == NameKind::unknown;
    if (!person || !fits(who.gender)) return nullptr;
    if (Candidate* c = known(speech.entity)) return c;
    Candidate c{speech.entity, ~0u, 0};
    place(c, s);
    describe(c, who);
    candidates_.push_back(c);
    return &candidates_.back();
  }
  Candidate* unnamed(const Speech& speech, size_t i, uint32_t s) {
    for (Candidate& c : candidates_)
      if (c.speech != ~0u && speeches_[c.speech].speaker == speech.speaker) return &c;
    Candidate c{no_entity, static_cast<uint32_t>(i), 0};
    c.show(PronounSign::unnamed);
    if (speech.gender != Gender::unknown || presumed_man(speech)) c.show(PronounSign::gender_known);
    place(c, s);
    candidates_.push_back(c);
    return &candidates_.back();
  }
  // "A spokesman said ... he": women are called so too, but "he" shows that this one is a man.
  bool presumed_man(const Speech& speech) const {
    TokenRange mention = all_speeches_.mention_of(speech);
    for (uint32_t t = mention.begin; t < mention.end; ++t)
      if (is_presumed(r_.tokens[t].word)) return true;
    return false;
  }
  bool presumed_man(const Entity& who) const {
    return std::any_of(who.roles.begin(), who.roles.end(),
                       [&](const RoleDescription& role) { return is_presumed(role.head); });
  }
  bool is_presumed(uint32_t office) const {
    return gender_ == Gender::male && office < r_.lexicon->size() &&
           r_.lexicon->info(office).is(WordClass::presumed_male);
  }

  // "Lorne is ill," he said; he said Lorne was ill: it is not Lorne who says so. Where the cue
  // follows and the narrator gives the content, it may be.
  void look_into_content() {
    if (!content_) return;
    for (TokenRange piece : *content_)
      for (uint32_t t = piece.begin; t < piece.end; ++t) {
        uint32_t m = mentions_.at[t];
        if (m == no_mention) continue;
        t = mentions_.list[m].run.end - 1;
        if (table_.certainty[m] >= 0.7f) named_in_content(table_.of_mention[m], t);
      }
  }
  void named_in_content(uint32_t entity, uint32_t token) {
    if (entity == no_entity) return;
    auto c = std::find_if(candidates_.begin(), candidates_.end(),
                          [&](const Candidate& x) { return x.entity == entity; });
    if (c == candidates_.end()) return;
    if (r_.quoted(token) || token > token_)
      candidates_.erase(c);
    else
      c->show(PronounSign::named_in_content);
  }

  // Signs that depend on where the pronoun stands.
  void combine(Candidate& c) const {
    if (r_.quoted(token_)) {
      if (c.shows(PronounSign::spoke_last)) c.show(PronounSign::quoted_spoke_last);
      if (c.shows(PronounSign::same_sentence)) c.show(PronounSign::quoted_same_sentence);
      if (c.shows(PronounSign::same_paragraph)) c.show(PronounSign::quoted_same_paragraph);
      if (c.shows(PronounSign::nearest)) c.show(PronounSign::quoted_nearest);
      if (c.shows(PronounSign::in_quotation)) c.show(PronounSign::quoted_in_quotation);
    }
    uint32_t head = r_.sentences[r_.paragraphs[paragraph_].first_sentence].tokens.begin;
    if (token_ < head + 3) {
      if (c.shows(PronounSign::spoke_last)) c.show(PronounSign::opening_spoke_last);
      if (c.shows(PronounSign::subject)) c.show(PronounSign::opening_subject);
    }
  }

  const Reading& r_;
  const NameMentions& mentions_;
  const EntityTable& table_;
  const Speeches& all_speeches_;
  const std::vector<Speech>& speeches_;
  uint32_t token_;
  Gender gender_;
  uint32_t excluded_;
  const std::vector<TokenRange>* content_;
  uint32_t sentence_;
  uint32_t paragraph_;
  std::vector<Candidate> candidates_;
};

}  // namespace

PronounAnswer resolve_he_or_she(const ArticleNames& names, const Speeches& speeches,
                                const PersonPronoun& pronoun) {
  return PronounResolver(names, speeches, pronoun).run();
}

}  // namespace quotary
