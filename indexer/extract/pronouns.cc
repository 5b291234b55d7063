#include "indexer/extract/pronouns.h"

#include <algorithm>

namespace quotary {
namespace {

constexpr uint32_t sentences_back = 8;
constexpr uint32_t paragraphs_back = 3;
constexpr size_t most_candidates = 24;

// One that the pronoun may stand for, by its nearest mention and its speeches before the pronoun.
struct Candidate {
  uint32_t entity = no_entity;
  uint32_t speech = ~0u;
  int score = 0;
};

class PronounResolver {
 public:
  PronounResolver(const Reading& r, const NameMentions& mentions, const EntityTable& table,
                  const std::vector<Speech>& speeches, uint32_t token, Gender gender)
      : r_(r),
        mentions_(mentions),
        table_(table),
        speeches_(speeches),
        token_(token),
        gender_(gender),
        sentence_(r.sentence_of[token]),
        paragraph_(r.sentences[sentence_].paragraph) {}

  PronounAnswer run() {
    from_mentions();
    from_speeches();
    const Candidate* best = nullptr;
    const Candidate* second = nullptr;
    for (const Candidate& c : candidates_) {
      if (!best || c.score > best->score)
        second = best, best = &c;
      else if (!second || c.score > second->score)
        second = &c;
    }
    PronounAnswer answer;
    if (!best || best->score < 1) return answer;
    answer.entity = best->entity;
    answer.speech = best->speech;
    int margin = second ? best->score - second->score : 10;
    answer.confidence = margin >= 6 ? 0.9f : margin >= 3 ? 0.8f : margin >= 1 ? 0.65f : 0.5f;
    return answer;
  }

 private:
  bool fits(Gender g) const {
    return g == Gender::unknown || gender_ == Gender::unknown || g == gender_;
  }
  int gender_score(Gender g) const { return g != Gender::unknown && g == gender_ ? 3 : 0; }

  Candidate& candidate(uint32_t entity) {
    for (Candidate& c : candidates_)
      if (c.entity == entity) return c;
    candidates_.push_back({entity, ~0u, 0});
    return candidates_.back();
  }

  void from_mentions() {
    uint32_t first_sentence = sentence_ > sentences_back ? sentence_ - sentences_back : 0;
    uint32_t begin = r_.sentences[first_sentence].tokens.begin;
    auto after = std::partition_point(mentions_.list.begin(), mentions_.list.end(),
                                      [&](const NameMention& m) { return m.run.begin < token_; });
    for (auto m = after; m != mentions_.list.begin();) {
      --m;
      if (m->run.begin < begin || candidates_.size() >= most_candidates) break;
      weigh(*m, static_cast<uint32_t>(m - mentions_.list.begin()));
    }
  }

  void weigh(const NameMention& m, uint32_t number) {
    uint32_t e = table_.of_mention[number];
    if (e == no_entity) return;
    const Entity& who = table_.entities[e];
    if (who.kind != NameKind::person || !fits(who.gender)) return;
    uint32_t s = r_.sentence_of[m.run.begin];
    uint32_t p = r_.sentences[s].paragraph;
    if (paragraph_ - p > paragraphs_back) return;
    for (const Candidate& c : candidates_)
      if (c.entity == e) return;  // a nearer mention has been weighed
    int score = 12 - 2 * static_cast<int>(sentence_ - s) - 2 * static_cast<int>(paragraph_ - p);
    if (subject(m, s)) score += 5;
    if (possessive(m)) score -= 3;
    if (m.quoted) score -= 5;
    if (!who.sure) score -= 5;
    score += gender_score(who.gender);
    score += static_cast<int>(std::min(who.mentions, 6u)) / 2;
    candidate(e).score = score;
  }

  bool possessive(const NameMention& m) const {
    return m.run.end < r_.tokens.size() && r_.tokens[m.run.end].kind == TokenKind::clitic;
  }

  // The first name of its sentence or clause, with no preposition before it.
  bool subject(const NameMention& m, uint32_t s) const {
    if (possessive(m)) return false;
    uint32_t begin = r_.sentences[s].tokens.begin;
    uint32_t t = m.run.begin;
    while (t > begin && r_.tokens[t - 1].kind == TokenKind::word &&
           r_.is(t - 1, WordClass::determiner | WordClass::role))
      --t;
    if (t == begin) return true;
    const Token& before = r_.tokens[t - 1];
    if (before.kind == TokenKind::comma || before.kind == TokenKind::quote) return t - begin < 12;
    return r_.is(t - 1, WordClass::subordinator | WordClass::conjunction);
  }

  void from_speeches() {
    uint32_t rank = 0;
    for (size_t i = speeches_.size(); i-- > 0 && rank < 3;) {
      const Speech& speech = speeches_[i];
      if (speech.token >= token_ || speech.several) continue;
      uint32_t s = r_.sentence_of[speech.token];
      uint32_t p = r_.sentences[s].paragraph;
      if (paragraph_ - p > paragraphs_back) break;
      ++rank;
      int bonus = rank == 1 ? 7 : 2;
      if (p == paragraph_) bonus += 2;
      if (speech.unnamed)
        weigh_unnamed(speech, i, s, p, bonus);
      else if (speech.entity != no_entity)
        weigh_speaker(speech, s, p, bonus);
    }
  }
  void weigh_unnamed(const Speech& speech, size_t i, uint32_t s, uint32_t p, int bonus) {
    if (!fits(speech.gender)) return;
    for (const Candidate& c : candidates_)
      if (c.speech != ~0u && speeches_[c.speech].speaker == speech.speaker) return;
    int score = 17 - 2 * static_cast<int>(sentence_ - s) - 2 * static_cast<int>(paragraph_ - p);
    candidates_.push_back(
        {no_entity, static_cast<uint32_t>(i), score + bonus + gender_score(speech.gender)});
  }
  void weigh_speaker(const Speech& speech, uint32_t s, uint32_t p, int bonus) {
    const Entity& who = table_.entities[speech.entity];
    if (who.kind == NameKind::body || who.kind == NameKind::place || !fits(who.gender)) return;
    size_t known = candidates_.size();
    Candidate& c = candidate(speech.entity);
    if (candidates_.size() > known)
      c.score = 15 - 2 * static_cast<int>(sentence_ - s) - 2 * static_cast<int>(paragraph_ - p) +
                gender_score(who.gender);
    c.score += bonus;
  }

  const Reading& r_;
  const NameMentions& mentions_;
  const EntityTable& table_;
  const std::vector<Speech>& speeches_;
  uint32_t token_;
  Gender gender_;
  uint32_t sentence_;
  uint32_t paragraph_;
  std::vector<Candidate> candidates_;
};

}  // namespace

PronounAnswer resolve_he_or_she(const Reading& reading, const NameMentions& mentions,
                                const EntityTable& table, const std::vector<Speech>& speeches,
                                uint32_t token, Gender gender) {
  return PronounResolver(reading, mentions, table, speeches, token, gender).run();
}

}  // namespace quotary
