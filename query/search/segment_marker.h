#pragma once

#include <xapian.h>

#include <cstddef>
#include <memory>

namespace quotary {

// Which segment a match is at: Xapian 1.4 shows spies a document by its number within a segment,
// and does not say in which. Held by the spies and by the query of one search.
struct SegmentInTurn {
  size_t segments = 1;
  size_t opened = 0;   // how many have got their part of the query
  size_t segment = 0;  // the one whose documents are being matched
};

// `query` with a part that keeps `turn` up to date while it is matched. `turn->segments` is set;
// with one segment the query stays as it is.
Xapian::Query marking_segments(const Xapian::Query& query, std::shared_ptr<SegmentInTurn> turn);

}  // namespace quotary
