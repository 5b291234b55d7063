#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/encoding.h"
#include "indexer/glass/sorted_run.h"
#include "indexer/glass/spool_file.h"

namespace quotary::glass {

// What one run holds of the term at hand, to be read by whoever merges. Between two terms the
// reader has to be moved over exactly the lists' entries.
struct TermList {
  SectionReader reader;
  DocumentId ids_before = 0;  // a local id and this are the id in the database
  std::string term;
  uint64_t prefix = 0;  // of the term, as in TermTable: compares quickly
};

// Goes through the same section (postings or positions) of several runs in step, term by term.
class TermMerger {
 public:
  // `ids_before`: for each run. Sections are those of the runs, read through buffers of
  // `buffer_bytes`.
  TermMerger(std::span<const SortedRun> runs, Section SortedRun::*section,
             std::span<const DocumentId> ids_before, size_t buffer_bytes);

  // The lists of the next term, in the order of the runs, each at what follows the term itself;
  // none when all terms are through. Valid until the next call.
  std::span<TermList* const> next();

 private:
  static bool later(const TermList* a, const TermList* b);
  void advance(TermList& list);

  std::vector<TermList> lists_;  // by run
  std::vector<TermList*> heap_;  // of those with a term to come, the first term on top
  std::vector<TermList*> current_;
};

}  // namespace quotary::glass
