#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/store/index_reader.h"
#include "query/result.h"
#include "query/search/segment_marker.h"

namespace quotary {

// Counts the values of one slot over all documents that match: exact, also where a document has
// several values. A spy of one search.
class FacetCounter : public Xapian::MatchSpy {
 public:
  // Each value once; texts live as long as the counter and the index.
  struct Count {
    std::string_view value;
    uint64_t count = 0;
  };
  virtual std::vector<Count> counts() const = 0;

  // The same of names of speakers, each under the one that stands for it.
  virtual std::vector<Count> counts_of_names(const SpeakerNames& names) const = 0;
  virtual uint64_t without() const = 0;  // documents that have no value
};

// From the columns of the segments: an array look-up a document.
class ColumnCounter : public FacetCounter {
 public:
  // One column a segment, all of them there; `prefix`: only so many first characters count, 0: all.
  // `turn` tells in which segment a document is.
  ColumnCounter(std::vector<const Column*> columns, std::shared_ptr<const SegmentInTurn> turn,
                size_t prefix);

  void operator()(const Xapian::Document& document, double weight) override;
  std::vector<Count> counts() const override;
  std::vector<Count> counts_of_names(const SpeakerNames& names) const override;
  uint64_t without() const override { return without_; }

 private:
  std::vector<const Column*> columns_;
  std::shared_ptr<const SegmentInTurn> turn_;
  size_t prefix_;
  std::vector<std::vector<uint64_t>> counted_;  // segment, value's number
  uint64_t without_ = 0;
};

// From the value slots, where a segment has no columns: the same, slower.
class SlotCounter : public FacetCounter {
 public:
  // `packed`: the slot holds several values; `prefix`: only so many first characters count, 0: all.
  SlotCounter(Xapian::valueno slot, bool packed, size_t prefix);

  void operator()(const Xapian::Document& document, double weight) override;

  std::vector<Count> counts() const override;
  std::vector<Count> counts_of_names(const SpeakerNames& names) const override;
  uint64_t without() const override { return without_; }

 private:
  Xapian::valueno slot_;
  bool packed_;
  size_t prefix_;
  std::unordered_map<std::string, uint64_t> counts_;
  uint64_t without_ = 0;
};

// The fields that --facets knows, in the order of the field table.
std::vector<std::string> facet_names();

// The counter of a facet; throws Error{usage} for a name that has none, with the nearest. `turn` is
// that of the query that is searched (segment_marker.h).
std::unique_ptr<FacetCounter> facet_counter(std::string_view name, const IndexReader& index,
                                            std::shared_ptr<const SegmentInTurn> turn);

// What a counter has counted, as shown: names instead of numbers, dates with hyphens, speakers
// under one name each. At most `limit` values (0: all), most frequent first; times in their order.
Facet make_facet(std::string_view name, const FacetCounter& counter, const IndexReader& index,
                 size_t limit);

// Days counted by a counter of the slot `when`, by interval, without gaps.
Timeline make_timeline(const FacetCounter& days, Interval interval);

// Day, week, month or year, whichever gives at most some fifty points.
Interval fitting_interval(const FacetCounter& days);

}  // namespace quotary
