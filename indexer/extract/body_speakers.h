#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/answer.h"
#include "indexer/extract/speaker_phrase.h"
#include "indexer/extract/speeches.h"

namespace quotary {

// Which body a phrase stands for that names it by a noun: "the ministry", "the Guardian newspaper".
class BodySpeakers {
 public:
  BodySpeakers(const ArticleNames& names, const Speeches& speeches)
      : n_(names), speeches_(speeches) {}

  Answer resolve(const SpeakerPhrase& phrase) const;

  // "A broadcaster said ... Radio Lorne said": whether the unnamed body of speech `s`, for which
  // `mention` stood in the article's first paragraph, is the one that is named for the first time
  // at the speech `later`.
  bool is_named_by(uint32_t s, TokenRange mention, uint32_t later) const;

  // "it": the body that opens the sentence, else the one that spoke last.
  Answer it(const SpeakerPhrase& phrase) const;

 private:
  Answer named(const SpeakerPhrase& phrase) const;
  bool is_of_state(const SpeakerPhrase& phrase) const;
  bool describes_medium(const SpeakerPhrase& phrase) const;
  uint32_t subject_body(uint32_t token) const;
  uint32_t subject_before(uint32_t token) const;
  uint32_t after_dateline(TokenRange sentence) const;
  uint32_t opening_body(uint32_t begin, uint32_t end, bool any) const;
  const BodyName* named_by_head(uint32_t head, uint32_t token, bool later) const;
  uint32_t named_paper(uint32_t token) const;
  bool same_medium(uint32_t a, uint32_t b) const;
  bool institution(uint32_t word) const;
  TokenRange without_determiner(TokenRange noun_phrase) const;

  const ArticleNames& n_;
  const Speeches& speeches_;
};

}  // namespace quotary
