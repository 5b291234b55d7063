#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/tagger/features.h"
#include "indexer/extract/tagger/model.h"

namespace quotary {

// What the model makes of one candidate.
struct CueReading {
  CueWindow window;
  int32_t margin = 0;           // by how much cue beats no cue, in the model's scaled weights
  std::vector<WordRole> roles;  // of the window's words; none where it is too little of a cue
};

// The sum of the gate's weights for a candidate: above model.gate_threshold it is worth reading.
int32_t gate_score(const TaggerView& view, const TaggerModel& model, uint32_t head);

// Whether the head of a window is a cue (a linear chain, Viterbi's algorithm in whole numbers), and
// the roles of the words where the margin is above `threshold`: those of the labelling whose
// content is most likely good enough (labellings.h).
CueReading read_cue(const TaggerView& view, const TaggerModel& model, const CueWindow& window,
                    int32_t threshold);

}  // namespace quotary
