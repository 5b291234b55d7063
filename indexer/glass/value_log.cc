#include "indexer/glass/value_log.h"

#include <utility>

namespace quotary::glass {

void ValueLog::add(DocumentId document, uint32_t slot, std::string_view value) {
  auto [found, fresh] = slots_.try_emplace(slot);
  Slot& values = found->second;
  if (fresh) bytes_ += sizeof(*found);
  const size_t before = values.values.size();
  put_uint(values.values, document - values.last - 1);
  put_string(values.values, value);
  values.last = document;
  values.statistics.include(value);
  bytes_ += values.values.size() - before;
}

std::vector<SlotRun> ValueLog::write(SpoolFile& spool) {
  std::vector<SlotRun> runs;
  for (auto& [slot, values] : slots_) {
    const Section section{spool.size(), values.values.size()};
    spool.append(values.values);
    runs.push_back({slot, std::move(values.statistics), section});
  }
  slots_.clear();
  bytes_ = 0;
  return runs;
}

}  // namespace quotary::glass
