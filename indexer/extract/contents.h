#pragma once

#include <vector>

#include "indexer/extract/attributions.h"
#include "indexer/extract/cues.h"

namespace quotary {

// The attributions of one sentence, in text order of their cues, linked among themselves
// (same_speaker_as counts within the returned list). Contents may run over the sentence's ends
// where a quotation does.
std::vector<Attribution> attributions_of_sentence(const Grammar& grammar, TokenRange sentence);

// Without the punctuation and the outer quotation marks around it.
TokenRange trimmed(const Reading& reading, TokenRange range);

}  // namespace quotary
