#include "common/store/superseded.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace quotary {
namespace {

class SupersededDocuments : public Xapian::PostingSource {
 public:
  explicit SupersededDocuments(std::shared_ptr<const SupersededTerms> terms)
      : terms_(std::move(terms)) {}

  PostingSource* clone() const override { return new SupersededDocuments(terms_); }

  // Called for each segment.
  void init(const Xapian::Database& segment) override {
    documents_.clear();
    at_ = 0;
    started_ = false;
    const auto own = terms_->find(segment.get_uuid());
    if (own == terms_->end()) return;
    for (const std::string& term : own->second)
      documents_.insert(documents_.end(), segment.postlist_begin(term), segment.postlist_end(term));
    std::sort(documents_.begin(), documents_.end());
    documents_.erase(std::unique(documents_.begin(), documents_.end()), documents_.end());
  }

  Xapian::doccount get_termfreq_min() const override { return count(); }
  Xapian::doccount get_termfreq_est() const override { return count(); }
  Xapian::doccount get_termfreq_max() const override { return count(); }

  void next(double) override {
    if (started_) ++at_;
    started_ = true;
  }
  void skip_to(Xapian::docid wanted, double) override {
    started_ = true;
    const auto from = documents_.begin() + static_cast<ptrdiff_t>(at_);
    at_ =
        static_cast<size_t>(std::lower_bound(from, documents_.end(), wanted) - documents_.begin());
  }
  bool at_end() const override { return started_ && at_ >= documents_.size(); }
  Xapian::docid get_docid() const override { return documents_[at_]; }

 private:
  Xapian::doccount count() const { return static_cast<Xapian::doccount>(documents_.size()); }

  std::shared_ptr<const SupersededTerms> terms_;
  std::vector<Xapian::docid> documents_;
  size_t at_ = 0;
  bool started_ = false;
};

}  // namespace

Xapian::Query superseded_by_segment(SupersededTerms terms) {
  auto shared = std::make_shared<const SupersededTerms>(std::move(terms));
  return Xapian::Query((new SupersededDocuments(std::move(shared)))->release());
}

}  // namespace quotary
