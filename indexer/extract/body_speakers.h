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

  // "it": the body that opens the sentence, else the one that spoke last; where "it" goes on, that
  // one first.
  Answer it(const SpeakerPhrase& phrase, bool goes_on) const;

 private:
  Answer by_noun(const SpeakerPhrase& phrase) const;
  Answer spoken_of(const SpeakerPhrase& phrase) const;
  bool of_another(const SpeakerPhrase& phrase) const;
  Answer named(const SpeakerPhrase& phrase) const;
  Answer described(const SpeakerPhrase& phrase) const;
  bool is_place(uint32_t entity) const;
  bool is_named_group(const SpeakerPhrase& phrase, const NameMention& mention) const;
  bool tells_its_field(const SpeakerPhrase& phrase) const;
  bool is_titled(const SpeakerPhrase& phrase) const;
  bool is_of_state(const SpeakerPhrase& phrase) const;
  bool is_police(const SpeakerPhrase& phrase) const;
  bool describes_medium(const SpeakerPhrase& phrase) const;
  const BodyName* named_by_head(uint32_t head, uint32_t token, bool later) const;
  uint32_t named_paper(uint32_t token) const;
  bool same_medium(uint32_t a, uint32_t b) const;
  TokenRange without_determiner(TokenRange noun_phrase) const;

  const ArticleNames& n_;
  const Speeches& speeches_;
};

}  // namespace quotary
