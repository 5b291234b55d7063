#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/kinds.h"
#include "common/base/span.h"
#include "common/text/date.h"

namespace quotary {

// One attribution: speaker + cue + content, shown whole in a passage. Spans are bytes of
// Article::text.
struct Statement {
  std::vector<Span> segments;   // the content without interruptions, at least one, in text order
  std::optional<Span> cue;      // "said"; none for a quotation that stands alone
  std::optional<Span> mention;  // the words at this cue that stand for the speaker: "he"
  std::optional<Span> named_mention;  // `mention`; where it is empty ("adding that") that of the
                                      // statement whose speaker this one shares
  std::vector<Span> others;  // names of other people in named_mention: "Bo" of "Bo's lawyer"
  std::vector<std::string> speakers;  // as complete as the article allows, without titles;
                                      // empty: unnamed or not known; two: jointly
  float confidence = 1;               // of `speakers`, 0 to 1
  StatementKind kind = StatementKind::indirect;
  StatementStatus status = StatementStatus::said;
  std::optional<Date> said;  // the day on which it was said, where the article tells it
  std::string addressee;     // "told Y": the one spoken to; else empty
  std::string via;           // "the agency quoted X as saying": the channel; else empty
  Span passage;              // the sentence, or run of sentences, that shows it whole

  // From the first part of the content to the last.
  Span content() const { return {segments.front().begin, segments.back().end}; }
};

}  // namespace quotary
