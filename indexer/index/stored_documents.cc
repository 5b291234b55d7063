#include "indexer/index/stored_documents.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace quotary {
namespace {

constexpr size_t kDocumentsAtOnce = 8192;

// Some documents, brought together term by term.
class Batch {
 public:
  // `documents` rise.
  Batch(const Xapian::Database& segment, std::vector<Xapian::docid> documents)
      : segment_(segment), documents_(std::move(documents)) {
    for (auto term = segment.allterms_begin(); term != segment.allterms_end(); ++term)
      read_postings(*term);
    sort_by_document();
  }

  void give(const std::function<void(const IndexDocument&)>& accept) {
    for (size_t i = 0; i < documents_.size(); ++i) {
      document_.clear();
      for (; next_ < order_.size() && postings_[order_[next_]].document == i; ++next_)
        add(postings_[order_[next_]]);
      Xapian::Document stored = segment_.get_document(documents_[i]);
      for (Xapian::valueno slot = 0; slot < kSlots; ++slot)
        document_.set_value(static_cast<Slot>(slot), stored.get_value(slot));
      document_.set_data(stored.get_data());
      accept(document_);
    }
  }

 private:
  struct Posting {
    uint32_t document;  // place in documents_
    uint32_t term;      // place in terms_
    uint32_t wdf;
    uint32_t positions_begin;
    uint32_t positions_end;
  };

  void read_postings(const std::string& term) {
    auto posting = segment_.postlist_begin(term);
    auto end = segment_.postlist_end(term);
    posting.skip_to(documents_.front());
    if (posting == end || *posting > documents_.back()) return;
    terms_.push_back(term);
    auto document = documents_.begin();
    for (; posting != end && *posting <= documents_.back(); ++posting) {
      document = std::lower_bound(document, documents_.end(), *posting);
      if (*document != *posting) continue;
      auto begin = static_cast<uint32_t>(positions_.size());
      // What does not count has no positions, and most of what has none does not count.
      if (posting.get_wdf() > 0)
        positions_.insert(positions_.end(), posting.positionlist_begin(),
                          posting.positionlist_end());
      postings_.push_back({static_cast<uint32_t>(document - documents_.begin()),
                           static_cast<uint32_t>(terms_.size() - 1), posting.get_wdf(), begin,
                           static_cast<uint32_t>(positions_.size())});
    }
  }

  void sort_by_document() {
    order_.resize(postings_.size());
    std::iota(order_.begin(), order_.end(), 0);
    std::stable_sort(order_.begin(), order_.end(), [&](uint32_t a, uint32_t b) {
      return postings_[a].document < postings_[b].document;
    });
  }

  void add(const Posting& posting) {
    const std::string& term = terms_[posting.term];
    uint32_t wdf = posting.wdf;
    if (posting.positions_begin == posting.positions_end) document_.add_posting(term, 0, wdf);
    for (uint32_t at = posting.positions_begin; at < posting.positions_end; ++at)
      document_.add_posting(term, positions_[at], std::exchange(wdf, 0));
  }

  const Xapian::Database& segment_;
  std::vector<Xapian::docid> documents_;
  std::vector<std::string> terms_;
  std::vector<Posting> postings_;
  std::vector<uint32_t> positions_;
  std::vector<uint32_t> order_;  // of postings_, by document
  size_t next_ = 0;              // in order_
  IndexDocument document_;
};

}  // namespace

DocumentSet documents_with(const Xapian::Database& segment, const std::vector<std::string>& terms) {
  DocumentSet documents;
  for (const std::string& term : terms)
    documents.insert(segment.postlist_begin(term), segment.postlist_end(term));
  return documents;
}

void read_documents(const Xapian::Database& segment, const DocumentSet& left_out,
                    const std::function<void(const IndexDocument&)>& accept) {
  std::vector<Xapian::docid> documents;
  auto give = [&] {
    if (!documents.empty()) Batch(segment, std::exchange(documents, {})).give(accept);
  };
  for (auto at = segment.postlist_begin(""); at != segment.postlist_end(""); ++at) {
    if (left_out.contains(*at)) continue;
    documents.push_back(*at);
    if (documents.size() == kDocumentsAtOnce) give();
  }
  give();
}

}  // namespace quotary
