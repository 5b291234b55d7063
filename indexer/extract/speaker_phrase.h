#pragma once

#include <vector>

#include "indexer/extract/name_mentions.h"

namespace quotary {

enum class PhraseKind : uint8_t {
  pronoun,   // he, which
  name,      // ends in a name: "Foreign Minister Ann Lorne, who ..."
  role,      // one unnamed person: "the Chinese president", "a spokesman for the ministry"
  group,     // several: "officials", "residents of the town"
  body,      // "the ministry", "Swiss economics ministry", "the Guardian newspaper"
  document,  // "the report", "a statement by the ministry"
  other,
};

// One of the speakers that a speaker mention names, taken apart.
struct SpeakerPhrase {
  PhraseKind kind = PhraseKind::other;
  TokenRange whole;
  TokenRange noun_phrase;         // from the determiner to the head word
  uint32_t head = 0;              // token of the head word: "president", "he"
  uint32_t mention = no_mention;  // a name: the speaker's, or one that stands inside a body's or
                                  // a document's phrase ("the Guardian newspaper")
  bool definite = false;          // the, this, his, Hu's
};

// Takes a speaker mention apart: titles, appositions, "including X", and "A and B", which gives
// several phrases.
std::vector<SpeakerPhrase> parse_speaker(const Reading& reading, const NameWords& words,
                                         const NameMentions& mentions, TokenRange speaker);

// "the city's harbour authority", "the union's website": somebody has what the head names.
bool has_owner(const Reading& reading, const SpeakerPhrase& phrase);

}  // namespace quotary
