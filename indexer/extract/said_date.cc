#include "indexer/extract/said_date.h"

namespace quotary {

std::vector<std::optional<Date>> find_said_dates(const Reading&,
                                                 const std::vector<Attribution>& attributions,
                                                 const std::vector<Resolution>&) {
  return std::vector<std::optional<Date>>(attributions.size());
}

}  // namespace quotary
