#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "indexer/glass/postlist_table.h"
#include "indexer/glass/spool_file.h"
#include "indexer/glass/version_file.h"

namespace quotary::glass {

// The values that a run's documents have in one slot.
struct SlotRun {
  uint32_t slot = 0;
  SlotStatistics statistics;
  Section values;  // (gap, put_string of the value)...
};

// Some documents, inverted and sorted, aside in a spool file, each kind of what is known of them in
// the order of its table, so that merging runs is going through each table's sections in step.
// Documents have local ids, from 1 on. A "gap" is how many ids lie between a document and the one
// before it in the same list, as put_uint writes it; before a list's first document there is 0.
struct SortedRun {
  std::shared_ptr<const SpoolFile> file;
  bool termlists = true;  // false: all termlists and used slots are empty, and no table is made

  // By document: gap, then data, termlist and used slots, each as put_uint of twice its size and 1
  // if it is compressed, and its bytes.
  Section documents;
  // By document: gap, length.
  Section lengths;
  // By term, in the order of their bytes: put_string of the term, the number of its documents, the
  // sum of its wdfs, then by document: gap, wdf.
  Section postings;
  // By term that has positions: put_string of the term, the number of its documents with
  // positions, then by document: gap, put_string of what PositionCoder made.
  Section positions;
  // By slot number.
  std::vector<SlotRun> slots;

  DatabaseStatistics statistics;  // last_document being the highest local id
};

}  // namespace quotary::glass
