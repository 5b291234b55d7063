#pragma once

#include <optional>
#include <vector>

#include "indexer/extract/entity_table.h"

namespace quotary {

// Who spoke at an attribution, as far as resolved when a later pronoun asks.
struct Speech {
  uint32_t token = 0;           // of its cue
  uint32_t mention_token = 0;   // where its speaker stands
  uint32_t entity = no_entity;  // one person, or a body
  bool unnamed = false;         // one person that the text does not name
  bool body = false;            // a body or a place that is named
  bool several = false;         // joint speakers or a group
  Gender gender = Gender::unknown;
  uint32_t speaker = ~0u;  // attributions of one speaker have one number here
};

struct PronounAnswer {
  uint32_t entity = no_entity;  // a person
  uint32_t speech = ~0u;        // or the speaker of this earlier Speech, named or not
  float confidence = 0;
};

// Who "he" or "she" at `token` is, from the names before it and those who spoke before it. By
// discourse: the subject of the sentence, whoever spoke last, subjects of sentences before; outside
// quotations first; gender as titles, given names and pronouns tell it.
PronounAnswer resolve_he_or_she(const Reading& reading, const NameMentions& mentions,
                                const EntityTable& table, const std::vector<Speech>& speeches,
                                uint32_t token, Gender gender);

}  // namespace quotary
