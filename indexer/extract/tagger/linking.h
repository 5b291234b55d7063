#pragma once

#include <vector>

#include "indexer/extract/tagger/decoder.h"

namespace quotary {

// Turns the readings of single cues into the attributions of an article: runs of words become
// spans, two readings of one attribution become one, cues that share a speaker are linked to the
// one that stands nearest to it, and the rules add what has no cue.
std::vector<Attribution> link_readings(const TaggerView& view, std::vector<CueReading> readings);

}  // namespace quotary
