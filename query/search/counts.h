#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/store/index_reader.h"
#include "query/result.h"

namespace quotary {

// Counts the values of one slot over all documents that match: exact, also where a document has
// several values. A spy of one search.
class SlotCounter : public Xapian::MatchSpy {
 public:
  // `packed`: the slot holds several values; `prefix`: only so many first characters count, 0: all.
  SlotCounter(Xapian::valueno slot, bool packed, size_t prefix);

  void operator()(const Xapian::Document& document, double weight) override;

  const std::unordered_map<std::string, uint64_t>& counts() const { return counts_; }
  uint64_t without() const { return without_; }

 private:
  Xapian::valueno slot_;
  bool packed_;
  size_t prefix_;
  std::unordered_map<std::string, uint64_t> counts_;
  uint64_t without_ = 0;
};

// The fields that --facets knows, in the order of the field table.
std::vector<std::string> facet_names();

// The counter of a facet; throws Error{usage} for a name that has none, with the nearest.
std::unique_ptr<SlotCounter> facet_counter(std::string_view name);

// What a counter has counted, as shown: names instead of numbers, dates with hyphens, speakers
// under one name each. At most `limit` values (0: all), most frequent first; times in their order.
Facet make_facet(std::string_view name, const SlotCounter& counter, const IndexReader& index,
                 size_t limit);

// Days counted by a counter of the slot `when`, by interval, without gaps.
Timeline make_timeline(const SlotCounter& days, Interval interval);

// Day, week, month or year, whichever gives at most some fifty points.
Interval fitting_interval(const SlotCounter& days);

}  // namespace quotary
