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
//   2. Carried over: what the same speaker, named or not, says further on belongs to the same
//      occasion, unless it is told to be from another time ("had said", "last month", "in 2003",
//      "says").
//   3. The day that the article's first sentence tells, for what is said on an occasion ("at a
//      press conference", "after the talks", "told reporters", "here"), by someone whom that
//      sentence is about, or in the next sentence where the first reports, too: "..., officials
//      said Monday. The minister said ...".
//   4. The day of what someone with a name said, for "the minister said" or "she said" right behind
//      it where nobody knows who that is.
//   5. A sentence that tells of the saying gives its day to the speakers that it names: "Lee made
//      the remarks on Tuesday"; without a day of its own, that of the report before it.
std::vector<std::optional<Date>> find_said_dates(const Reading& reading,
                                                 const std::vector<Attribution>& attributions,
                                                 const std::vector<Resolution>& resolutions);

}  // namespace quotary
