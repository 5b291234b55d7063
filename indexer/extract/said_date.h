#pragma once

#include <optional>
#include <vector>

#include "indexer/extract/attributions.h"
#include "indexer/extract/entities.h"

namespace quotary {

// For each attribution the day on which it was said, where the article tells it ("said Tuesday",
// "on Nov. 16"), reckoned from Article::reporting_day(); carried over within one dated occasion.
std::vector<std::optional<Date>> find_said_dates(const Reading& reading,
                                                 const std::vector<Attribution>& attributions,
                                                 const std::vector<Resolution>& resolutions);

}  // namespace quotary
