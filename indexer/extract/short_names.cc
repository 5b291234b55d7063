#include "indexer/extract/short_names.h"

#include <algorithm>
#include <array>

namespace quotary {
namespace {

enum Sign : uint8_t {
  named_before,  // in full
  named_last,    // of the bearers
  first_named,   // of the bearers, in the article
  most_in_full,  // more often than any other bearer
  thrice_in_full,
  of_titles_gender,    // their gender is known, and the mention's title tells it
  of_pronouns_gender,  // ... the next "he" or "she" of the sentence tells it
  not_of_pronouns_gender,
  sign_count
};

// Sixteenths of a log odd, fitted by a softmax over the bearers of 131 short names in news whose
// speakers are known; those of a title's gender and of a pronoun's other gender are set by hand.
constexpr std::array<int16_t, sign_count> weights = {13, 12, 22, 18, 3, 40, 21, -21};
constexpr int sure_margin = 20, fair_margin = 11;

class Chooser {
 public:
  Chooser(const Reading& r, const NameMention& m, const std::vector<Entity>& entities,
          const std::vector<Bearer>& bearers)
      : r_(r), m_(m), entities_(entities), bearers_(bearers), pronoun_(pronoun_gender()) {
    for (const Bearer& b : bearers)
      if (named(b) && (!named(last_) || b.last_in_full > last_.last_in_full)) last_ = b;
  }

  ShortNameChoice run() const {
    const Bearer* best = nullptr;
    int best_weight = 0, second = 0;
    for (const Bearer& b : bearers_) {
      int w = weight(b);
      if (!best || w > best_weight) {
        second = best ? best_weight : w - 1000;
        best = &b, best_weight = w;
      } else {
        second = std::max(second, w);
      }
    }
    int margin = best_weight - second;
    return {best->entity, margin >= sure_margin ? 0.9f : margin >= fair_margin ? 0.75f : 0.6f};
  }

 private:
  static bool named(const Bearer& b) { return b.last_in_full != Bearer::no_token; }
  const Entity& who(const Bearer& b) const { return entities_[b.entity]; }

  // Of the next pronoun for a person in the sentence, outside quotations.
  Gender pronoun_gender() const {
    uint32_t end = r_.sentences[r_.sentence_of[m_.run.begin]].tokens.end;
    for (uint32_t t = m_.run.end; t < end; ++t) {
      if (r_.quoted(t) || !r_.is(t, WordClass::pronoun)) continue;
      std::string_view w = r_.lower(t);
      if (w == "he" || w == "his" || w == "him" || w == "himself") return Gender::male;
      if (w == "she" || w == "her" || w == "herself") return Gender::female;
    }
    return Gender::unknown;
  }

  int weight(const Bearer& b) const {
    int sum = 0;
    for (uint8_t s = 0; s < sign_count; ++s)
      if (shows(b, static_cast<Sign>(s))) sum += weights[s];
    return sum;
  }

  bool shows(const Bearer& b, Sign sign) const {
    Gender gender = who(b).gender;
    switch (sign) {
      case named_before:
        return named(b);
      case named_last:
        return named(b) && b.entity == last_.entity;
      case first_named:
        return std::all_of(bearers_.begin(), bearers_.end(),
                           [&](const Bearer& o) { return who(b).first <= who(o).first; });
      case most_in_full:
        return others_in_full(b) < who(b).in_full;
      case thrice_in_full:
        return 3 * others_in_full(b) <= who(b).in_full;
      case of_titles_gender:
        return gender != Gender::unknown && gender == m_.gender;
      case of_pronouns_gender:
        return gender != Gender::unknown && gender == pronoun_;
      case not_of_pronouns_gender:
        return gender != Gender::unknown && pronoun_ != Gender::unknown && gender != pronoun_;
      case sign_count:
        break;
    }
    return false;
  }

  uint32_t others_in_full(const Bearer& b) const {
    uint32_t most = 1;
    for (const Bearer& other : bearers_)
      if (other.entity != b.entity) most = std::max(most, who(other).in_full);
    return most;
  }

  const Reading& r_;
  const NameMention& m_;
  const std::vector<Entity>& entities_;
  const std::vector<Bearer>& bearers_;
  Gender pronoun_;
  Bearer last_;
};

}  // namespace

ShortNameChoice choose_bearer(const Reading& reading, const NameMention& mention,
                              const std::vector<Entity>& entities,
                              const std::vector<Bearer>& bearers) {
  return Chooser(reading, mention, entities, bearers).run();
}

}  // namespace quotary
