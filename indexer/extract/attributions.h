#pragma once

#include <optional>
#include <vector>

#include "indexer/extract/grammar.h"
#include "indexer/extract/reading.h"
#include "indexer/extract/statement.h"

namespace quotary {

// An attribution as grammar shows it, before anyone asks who "he" is.
struct Attribution {
  TokenRange cue;                   // empty: a quotation that stands alone
  TokenRange speaker;               // the mention at this cue; empty: none of its own
  int32_t same_speaker_as = -1;     // where it has none: the attribution (an earlier or a later
                                    // one of the list) whose speaker it shares
  TokenRange governing_subject;     // where it has none, or only a relative pronoun: the subject of
                                    // the clause that the cue hangs on ("Orlo replied, saying")
  std::vector<TokenRange> content;  // its pieces in text order, outer quotation marks left out
  TokenRange addressee;             // "told Y"
  TokenRange channel;               // "the agency quoted X as saying"
  StatementStatus status = StatementStatus::said;
  float confidence = 1;  // that this is an attribution at all

  TokenRange whole_content() const { return {content.front().begin, content.back().end}; }
};

// Whether a cue without a mention says of nobody in particular that they spoke: "has been accused
// of", "amid allegations that".
bool leaves_speaker_out(const Reading& reading, TokenRange cue);

// All attributions of an article in text order of their contents.
std::vector<Attribution> find_attributions(const Reading& reading);
// The same; tags the sentences that it reads, and leaves the tags to those who read on.
std::vector<Attribution> find_attributions(Grammar& grammar);

}  // namespace quotary
