#include "query/search/segment_marker.h"

#include <algorithm>
#include <utility>

namespace quotary {
namespace {

// Matches every document of its segment, and says so.
class SegmentMarker : public Xapian::PostingSource {
 public:
  explicit SegmentMarker(std::shared_ptr<SegmentInTurn> turn) : turn_(std::move(turn)) {}

  PostingSource* clone() const override { return new SegmentMarker(turn_); }

  // Called once for each segment, in their order.
  void init(const Xapian::Database& segment) override {
    segment_ = turn_->opened++ % turn_->segments;
    last_ = segment.get_lastdocid();
    count_ = segment.get_doccount();
    document_ = 0;
  }

  // As many as there are, so that this is what is looked at last.
  Xapian::doccount get_termfreq_min() const override { return count_; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }

  void next(double) override { go_to(document_ + 1); }
  void skip_to(Xapian::docid wanted, double) override { go_to(std::max(document_, wanted)); }
  bool at_end() const override { return document_ > last_; }
  Xapian::docid get_docid() const override { return document_; }

 private:
  void go_to(Xapian::docid document) {
    document_ = document;
    turn_->segment = segment_;
  }

  std::shared_ptr<SegmentInTurn> turn_;
  size_t segment_ = 0;
  Xapian::docid document_ = 0, last_ = 0;
  Xapian::doccount count_ = 0;
};

}  // namespace

Xapian::Query marking_segments(const Xapian::Query& query, std::shared_ptr<SegmentInTurn> turn) {
  if (turn->segments < 2 || query.empty()) return query;
  const Xapian::Query marker((new SegmentMarker(std::move(turn)))->release());
  return {Xapian::Query::OP_FILTER, query, marker};
}

}  // namespace quotary
