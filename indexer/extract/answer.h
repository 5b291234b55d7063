#pragma once

#include "indexer/extract/entity_table.h"
#include "indexer/extract/speeches.h"

namespace quotary {

// Who one phrase stands for. Neither an entity nor a body nor a speech: somebody whom the article
// does not name, or who would be a guess.
struct Answer {
  uint32_t entity = no_entity;  // a named person, body or place
  TokenRange body;              // or a body named by these tokens, which is no entity
  uint32_t owner = no_entity;   // whose body it is, where its name needs that: "Lorne's office"
  bool person = false;          // one person, named or not
  bool several = false;         // a group that nobody names
  bool announced = false;       // a body that the article may name, or name anew, later
  Gender gender = Gender::unknown;
  uint32_t speech = no_speech;  // the earlier speech whose speaker this is
  float confidence = 1;

  bool named() const { return entity != no_entity || !body.empty(); }
};

}  // namespace quotary
