#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/answer.h"
#include "indexer/extract/speaker_phrase.h"
#include "indexer/extract/speeches.h"

namespace quotary {

// Who one person is that a phrase names by a role: "the Chinese president", "the 35-year-old".
class RoleSpeakers {
 public:
  RoleSpeakers(const ArticleNames& names, const Speeches& speeches);

  Answer resolve(const SpeakerPhrase& phrase) const;

  // "A senior official said ... Ann Lorne, deputy head of the mint, said": whether the unnamed
  // speaker of speech `s`, for whom `mention` stood, is the one whom the article names for the
  // first time at the speech `later`.
  bool is_named_by(uint32_t s, TokenRange mention, uint32_t later) const;

 private:
  struct Fit {
    uint32_t entity = no_entity;
    int weight = 0;
    bool tie = false;
  };
  Fit best_fit(const RoleDescription& nominal, Gender gender) const;
  int fit(const RoleDescription& nominal, const Entity& person) const;
  bool is_quoted_next(const RoleDescription& nominal, TokenRange mention, uint32_t s,
                      uint32_t next) const;
  bool is_announced(const RoleDescription& nominal, const Speech& later) const;
  bool own_name(const SpeakerPhrase& phrase) const;
  Answer only_person(const SpeakerPhrase& phrase, Answer unnamed) const;
  Answer last_speaker(const SpeakerPhrase& phrase, Answer unnamed) const;
  bool is_foreign(uint32_t native, const Entity& person) const;
  bool stands_for_anyone(uint32_t head) const;
  bool describes(const SpeakerPhrase& phrase) const;
  bool only_role(const SpeakerPhrase& phrase) const;
  Gender noun_gender(TokenRange noun_phrase) const;

  const ArticleNames& n_;
  const Speeches& speeches_;
  std::vector<uint32_t> people_;  // whose roles are compared
  uint32_t lead_end_ = 0;         // the first sentence behind the article's lead
};

}  // namespace quotary
