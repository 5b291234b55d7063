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

  // "A broadcaster said ... Radio Lorne said": the body that is named for the first time at the
  // speech `later`, as that of the speaker or of his office, if it may be the unnamed one of speech
  // `s`, for which `mention` stood in the article's first paragraph; else no_entity.
  uint32_t announced(uint32_t s, TokenRange mention, uint32_t later) const;

  // "it": the body that opens the sentence, else the one that spoke last; where "it" goes on, that
  // one first.
  Answer it(const SpeakerPhrase& phrase, bool goes_on) const;

 private:
  Answer named(const SpeakerPhrase& phrase) const;
  bool is_place(uint32_t entity) const;
  uint32_t body_of(const Speech& speech) const;
  uint32_t employer_before(uint32_t name, uint32_t begin) const;
  uint32_t employer_behind(uint32_t comma) const;
  bool may_be_called(uint32_t entity, TokenRange mention) const;
  bool is_named_group(const SpeakerPhrase& phrase, const NameMention& mention) const;
  bool is_of_state(const SpeakerPhrase& phrase) const;
  bool describes_medium(const SpeakerPhrase& phrase) const;
  uint32_t subject_body(uint32_t token) const;
  uint32_t subject_before(uint32_t token) const;
  bool is_subject(TokenRange sentence) const;
  bool may_be_named(std::string_view noun, uint32_t last_word) const;
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
