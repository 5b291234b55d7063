#pragma once

#include <vector>

#include "indexer/extract/attributions.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/tagger/model.h"

namespace quotary {

// The attributions of an article as the trained tagger sees them, in text order of their contents.
// Every word that may be a cue is tried by itself: a gate discards most, then the words around it
// are labelled speaker, content, cue or neither for this cue alone, so that contents may nest and
// overlap as they do in "Vale said that Orr had denied that ...". `rules` are the attributions that
// the rules found: evidence for the tagger, and the source of what it does not decide (addressee,
// channel, status, and quotations without a cue). Tags the sentences of `grammar` that are not yet.
std::vector<Attribution> tag_attributions(Grammar& grammar, const std::vector<Attribution>& rules,
                                          const TaggerModel& model);

}  // namespace quotary
