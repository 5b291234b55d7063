#pragma once

#include <vector>

#include "indexer/extract/attributions.h"
#include "indexer/extract/reading.h"

namespace quotary {

// Looks after the quotations of a paragraph that no cue has claimed: those that go on with what
// the paragraph quotes already are added to its last attribution, those that stand alone become
// attributions without a cue, by the last speaker. `attributions`: those of the article up to this
// paragraph; from `first` on they are the paragraph's own.
void attach_quotations(const Reading& reading, const ReadParagraph& paragraph, size_t first,
                       std::vector<Attribution>& attributions);

}  // namespace quotary
