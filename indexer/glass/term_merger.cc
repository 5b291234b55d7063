#include "indexer/glass/term_merger.h"

#include <algorithm>

namespace quotary::glass {
namespace {

uint64_t prefix_of(std::string_view term) {
  uint64_t prefix = 0;
  for (size_t i = 0; i < 8; ++i) {
    prefix = prefix << 8 | (i < term.size() ? static_cast<uint8_t>(term[i]) : 0);
  }
  return prefix;
}

}  // namespace

TermMerger::TermMerger(std::span<const SortedRun> runs, Section SortedRun::*section,
                       std::span<const DocumentId> ids_before, size_t buffer_bytes) {
  lists_.reserve(runs.size());
  for (size_t i = 0; i < runs.size(); ++i) {
    lists_.push_back(
        {SectionReader(runs[i].file, runs[i].*section, buffer_bytes), ids_before[i], {}, 0});
  }
  for (TermList& list : lists_) advance(list);
}

bool TermMerger::later(const TermList* a, const TermList* b) {
  if (a->prefix != b->prefix) return a->prefix > b->prefix;
  if (a->term != b->term) return a->term > b->term;
  return a > b;  // they lie in the order of the runs
}

// Reads a list's next term and puts it into the heap, if there is one.
void TermMerger::advance(TermList& list) {
  if (list.reader.at_end()) return;
  list.term = list.reader.get_string();
  list.prefix = prefix_of(list.term);
  heap_.push_back(&list);
  std::push_heap(heap_.begin(), heap_.end(), later);
}

std::span<TermList* const> TermMerger::next() {
  for (TermList* list : current_) advance(*list);
  current_.clear();
  while (!heap_.empty()) {
    TermList* list = heap_.front();
    if (!current_.empty() && list->term != current_.front()->term) break;
    std::pop_heap(heap_.begin(), heap_.end(), later);
    heap_.pop_back();
    current_.push_back(list);
  }
  return current_;
}

}  // namespace quotary::glass
