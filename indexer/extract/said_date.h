#pragma once

#include <optional>
#include <vector>

#include "indexer/extract/attributions.h"
#include "indexer/extract/entities.h"

namespace quotary {

// For each attribution the day on which it was said, where the article tells it; reckoned from
// Article::reporting_day(), and nothing at all for an article without one.
//
//   1. A day in the words that report (never in those reported): "said Tuesday", "told reporters
//      late Monday", "On Nov. 16, she announced", "yesterday". Of several the nearest to the cue.
//      Not the day of an aside ("Lee, who arrived on Monday, said"), of another event ("rose on
//      Friday after she said"), of a noun ("the Nov. 18 issue"), nor one that is still to come.
//   2. Carried over: what the same speaker says further on belongs to the same occasion, unless it
//      is told to be from another time ("had said", "last month", "in 2003", "says").
//   3. A sentence that tells of the saying gives its day to the speakers that it names: "Lee made
//   the
//      remarks on Tuesday"; without a day of its own, that of the report before it.
//   4. What is said on an occasion ("at a press conference", "after the talks", "told reporters",
//      "here"), or by someone whom the article's first sentence is about, with no day of its own,
//      is of the day that this sentence tells.
std::vector<std::optional<Date>> find_said_dates(const Reading& reading,
                                                 const std::vector<Attribution>& attributions,
                                                 const std::vector<Resolution>& resolutions);

}  // namespace quotary
