#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>

#include "indexer/glass/sorted_run.h"
#include "indexer/glass/version_file.h"

namespace quotary::glass {

struct MergeOptions {
  std::map<std::string, std::string> metadata;  // of the database; neither side may be empty
  unsigned threads = 1;                         // up to 3 are of use
  size_t buffer_bytes = size_t{48} << 20;       // for reading, in all
  bool sync = true;                             // return only when the disk has it all
};

// Writes the glass database `folder` from runs: their documents, in the order of the runs, get the
// ids from 1 on, all tables are written in one pass each, and the finished database appears under
// its name in one step (see DatabaseWriter). Memory does not depend on what is merged.
// A table of termlists is made if all runs have them.
// Returns the database's statistics. Throws quotary::Error if a file cannot be written (kind
// output), if `folder` is there already, or if the runs together exceed 2^32 - 2 documents or
// occurrences of a term.
DatabaseStatistics merge_runs(std::span<const SortedRun> runs, const std::filesystem::path& folder,
                              const MergeOptions& options = {});

}  // namespace quotary::glass
