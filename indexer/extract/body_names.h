#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/entity_table.h"

namespace quotary {

// A body named in the text by its head word: the "bank" of "Swiss National Bank", the "ministry" of
// "Swiss economics ministry".
struct BodyName {
  uint32_t head = 0;            // word number
  TokenRange name;              // without determiner
  uint32_t entity = no_entity;  // for names in capitals
};

// All such names in text order: bodies in capitals, and names with a body's noun in small letters
// behind them.
std::vector<BodyName> find_body_names(const Reading& reading, const NameWords& words,
                                      const NameMentions& mentions, const EntityTable& table);

}  // namespace quotary
