#include "query/search/headline_source.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/store/schema.h"

namespace quotary {
namespace {

// Documents [begin, end) of one segment.
struct Range {
  Xapian::docid begin;
  Xapian::docid end;
};

class StatementsOfArticles : public Xapian::PostingSource {
 public:
  explicit StatementsOfArticles(const Xapian::Query& articles) : articles_(articles) {}

  PostingSource* clone() const override { return new StatementsOfArticles(articles_); }

  // Called for each segment.
  void init(const Xapian::Database& segment) override {
    ranges_.clear();
    count_ = 0;
    at_ = 0;
    document_ = 0;
    Xapian::Enquire enquire(segment);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, articles_,
                                    Xapian::Query(std::string(kArticleTerm))));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    Xapian::MSet found = enquire.get_mset(0, segment.get_doccount());
    std::vector<Xapian::docid> documents;
    for (auto hit = found.begin(); hit != found.end(); ++hit) documents.push_back(*hit);
    std::sort(documents.begin(), documents.end());
    add_ranges(segment, documents);
  }

  Xapian::doccount get_termfreq_min() const override { return count_; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }

  void next(double) override {
    if (document_ == 0) {
      document_ = ranges_.empty() ? 0 : ranges_[0].begin;
    } else if (++document_ == ranges_[at_].end && ++at_ < ranges_.size()) {
      document_ = ranges_[at_].begin;
    }
  }

  void skip_to(Xapian::docid wanted, double) override {
    while (at_ < ranges_.size() && ranges_[at_].end <= wanted) ++at_;
    if (at_ < ranges_.size()) document_ = std::max(ranges_[at_].begin, wanted);
  }

  bool at_end() const override { return at_ >= ranges_.size(); }
  Xapian::docid get_docid() const override { return document_; }

 private:
  // What lies between an article and the next one, or the end of the segment.
  void add_ranges(const Xapian::Database& segment, const std::vector<Xapian::docid>& documents) {
    std::string term(kArticleTerm);
    auto article = segment.postlist_begin(term);
    for (Xapian::docid document : documents) {
      article.skip_to(document + 1);
      bool last = article == segment.postlist_end(term);
      Range range{document + 1, last ? segment.get_lastdocid() + 1 : *article};
      if (range.begin < range.end) {
        ranges_.push_back(range);
        count_ += range.end - range.begin;
      }
      if (last) return;
    }
  }

  Xapian::Query articles_;
  std::vector<Range> ranges_;
  Xapian::doccount count_ = 0;
  size_t at_ = 0;
  Xapian::docid document_ = 0;
};

}  // namespace

Xapian::Query statements_of_articles(const Xapian::Query& articles) {
  return Xapian::Query((new StatementsOfArticles(articles))->release());
}

}  // namespace quotary
