#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/encoding.h"
#include "indexer/glass/sorted_run.h"
#include "indexer/glass/spool_file.h"

namespace quotary::glass {

// The values of a run in the making, a list a slot.
class ValueLog {
 public:
  // Documents rise; a slot once a document. `value` is not empty.
  void add(DocumentId document, uint32_t slot, std::string_view value);

  size_t bytes() const { return bytes_; }

  // Appends the slots' values as SortedRun wants them, and forgets them.
  std::vector<SlotRun> write(SpoolFile& spool);

 private:
  struct Slot {
    SlotStatistics statistics;
    DocumentId last = 0;
    std::string values;
  };
  std::map<uint32_t, Slot> slots_;
  size_t bytes_ = 0;
};

}  // namespace quotary::glass
