#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/article_names.h"
#include "indexer/extract/attributions.h"

namespace quotary {

constexpr uint32_t no_speech = ~0u;

// Who spoke at an attribution, as far as resolved when a later phrase asks.
struct Speech {
  uint32_t token = 0;           // of its cue
  uint32_t mention_token = 0;   // where its speaker stands
  uint32_t entity = no_entity;  // one person, or a body
  bool unnamed = false;         // one person that the text does not name
  bool body = false;            // a body or a place that is named
  bool announced = false;       // a body that may be named later: "a broadcaster"
  bool several = false;         // joint speakers or a group
  Gender gender = Gender::unknown;
  uint32_t speaker = ~0u;  // attributions of one speaker have one number here: the first of them
};

// The speeches of an article so far, in the order in which they were resolved. The questions look
// a few speeches back at most and give the number of one of them, or no_speech.
class Speeches {
 public:
  Speeches(const ArticleNames& names, const std::vector<Attribution>& attributions);

  void add(uint32_t attribution, const Speech& speech);

  const std::vector<Speech>& list() const { return list_; }
  const Speech& operator[](uint32_t s) const { return list_[s]; }
  size_t size() const { return list_.size(); }
  bool empty() const { return list_.empty(); }
  uint32_t of_attribution(uint32_t a) const { return of_attribution_[a]; }
  // 1 + the last speech of an entity, 0 for none.
  uint32_t last_of(uint32_t entity) const { return last_of_[entity]; }

  // By someone unnamed for whom this noun stood.
  uint32_t last_unnamed(uint32_t noun) const;
  // By a body whose name or mention has this word.
  uint32_t last_of_body_named(uint32_t word) const;
  // By what is a news medium by its name, else by what may be one.
  uint32_t last_medium() const;
  // By a body, or what may be one, in the paragraphs before a token.
  uint32_t last_body(uint32_t token) const;
  // By a person of this family name and gender, in this paragraph or the one before.
  uint32_t last_of_family(uint32_t family, Gender gender, uint32_t token) const;
  // What stands for the speaker of a speech where he spoke first.
  TokenRange mention_of(const Speech& speech) const {
    return attributions_[speech.speaker].speaker;
  }

 private:
  bool has_word(TokenRange range, uint32_t word) const;

  const ArticleNames& names_;
  const std::vector<Attribution>& attributions_;
  std::vector<Speech> list_;
  std::vector<uint32_t> of_attribution_;
  std::vector<uint32_t> last_of_;
};

// Whether two may be one person.
inline bool gender_fits(Gender a, Gender b) {
  return a == Gender::unknown || b == Gender::unknown || a == b;
}

}  // namespace quotary
