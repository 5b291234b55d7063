#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/answer.h"
#include "indexer/extract/body_speakers.h"
#include "indexer/extract/speaker_phrase.h"
#include "indexer/extract/speeches.h"

namespace quotary {

// Who speaks through a document that the article names by its noun: "the report", "a bank
// statement". Whoever issued it, as far as the article tells.
class DocumentSpeakers {
 public:
  DocumentSpeakers(const ArticleNames& names, const Speeches& speeches, const BodySpeakers& bodies)
      : n_(names), speeches_(speeches), bodies_(bodies) {}

  // `phrase` is a document without a name in it.
  Answer resolve(const SpeakerPhrase& phrase) const;

  // The document of this head token is what speech `s` was made by.
  void spoke(uint32_t head, uint32_t s) { spoken_.push_back({head, s}); }

 private:
  struct Spoken {
    uint32_t head;  // token
    uint32_t speech;
  };

  Answer body_in(const SpeakerPhrase& phrase) const;
  uint32_t spoken_before(uint32_t noun) const;
  uint32_t said_in(uint32_t noun, uint32_t token) const;
  bool is_spoken_in(uint32_t noun, uint32_t cue) const;
  Answer introduced(uint32_t head) const;
  Answer issuer_at(uint32_t noun) const;
  Answer issued_before(uint32_t noun, uint32_t begin) const;
  Answer body_between(TokenRange phrase) const;
  Answer named_at(uint32_t token) const;

  const ArticleNames& n_;
  const Speeches& speeches_;
  const BodySpeakers& bodies_;
  std::vector<Spoken> spoken_;
};

// "to implement |a resolution| calling for talks": the document right before a gerund that is a
// cue, empty where there is none or the clause tells who makes it known.
TokenRange document_before(const Reading& reading, TokenRange cue);

}  // namespace quotary
