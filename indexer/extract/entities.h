#pragma once

#include <string>
#include <vector>

#include "indexer/extract/attributions.h"
#include "indexer/extract/reading.h"

namespace quotary {

// Who an attribution's speaker is.
struct Resolution {
  std::vector<std::string> names;  // as complete as the article gives them, without titles;
                                   // empty: unnamed, or it would be a guess; two: jointly
  TokenRange named_mention;        // the attribution's own; without one, the mention of the one
                                   // whose speaker it shares
  std::vector<TokenRange> others;  // names of other people in that mention: "Lorne" of
                                   // "Lorne's lawyer Ola Berg", of "aides to Lorne"
  uint32_t speaker = ~0u;  // one number for all attributions of one speaker, named or not: the
                           // first of them; ~0u where nobody is mentioned
  float confidence = 1;
};

// One Resolution for each attribution.
std::vector<Resolution> resolve_speakers(const Reading& reading,
                                         const std::vector<Attribution>& attributions);

}  // namespace quotary
