#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/encoding.h"
#include "indexer/glass/spool_file.h"
#include "indexer/glass/term_table.h"

namespace quotary::glass {

// The postings of a run in the making. They are noted one after another as documents come, and
// sorted by term only when the run is written: appending stays in the processor's caches where a
// list a term would not.
class PostingLog {
 public:
  // Documents rise; a term once a document. `positions` is what PositionCoder made, or empty.
  void add(uint32_t term, DocumentId document, uint32_t wdf, std::string_view positions) {
    postings_.push_back({term, document, wdf, static_cast<uint32_t>(positions_.size())});
    positions_ += positions;
  }

  bool empty() const { return postings_.empty(); }
  size_t bytes() const { return postings_.size() * sizeof(Posting) + positions_.size(); }

  struct Sections {
    Section postings;
    Section positions;
  };

  // Appends the two sections of SortedRun that go by term, and forgets all postings.
  Sections write(SpoolFile& spool, TermTable& terms);

 private:
  struct Posting {
    uint32_t term = 0;
    DocumentId document = 0;
    uint32_t wdf = 0;
    uint32_t positions_begin = 0;  // they end where those of the next posting begin
  };
  // The same, of a term that is known, in the order in which the run is written: put there once
  // they are read in a row, both times, which is quicker than to look for each in the log.
  struct SortedPosting {
    DocumentId document = 0;
    uint32_t wdf = 0;
    uint32_t positions_begin = 0;
    uint32_t positions_size = 0;
  };
  // A term's share of the log.
  struct TermCount {
    uint32_t documents = 0;
    uint32_t with_positions = 0;
    uint64_t occurrences = 0;
    uint32_t begin = 0;  // of its postings in the sorted order
  };

  void count_terms(size_t terms);
  void order_terms(TermTable& terms);
  void order_postings();
  uint32_t positions_end(size_t posting) const;
  std::span<const SortedPosting> postings_of(uint32_t term) const;
  Section write_postings(SpoolFile& spool, const TermTable& terms) const;
  Section write_positions(SpoolFile& spool, const TermTable& terms) const;

  std::vector<Posting> postings_;
  std::string positions_;

  // While the run is written.
  std::vector<TermCount> counts_;      // by term number
  std::vector<uint32_t> term_order_;   // numbers of the terms that occur, in the order of bytes
  std::vector<SortedPosting> sorted_;  // by term, then by document
};

}  // namespace quotary::glass
