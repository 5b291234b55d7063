#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/entity_table.h"

namespace quotary {

// Somebody whom a short name may mean ("Orlo" of Martin Orlo and Anna Orlo).
struct Bearer {
  uint32_t entity = no_entity;
  uint32_t last_in_full = no_token;  // the token of the last mention before in full
  static constexpr uint32_t no_token = ~0u;
};

struct ShortNameChoice {
  uint32_t entity = no_entity;
  float certainty = 0;  // below 0.7: as good as open
};

// Whom a short name means that several people of an article bear: every bearer is weighed by what
// is seen of it, the heaviest wins. `bearers` are two at least.
ShortNameChoice choose_bearer(const Reading& reading, const NameMention& mention,
                              const std::vector<Entity>& entities,
                              const std::vector<Bearer>& bearers);

}  // namespace quotary
