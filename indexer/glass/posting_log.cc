#include "indexer/glass/posting_log.h"

#include <algorithm>

namespace quotary::glass {

PostingLog::Sections PostingLog::write(SpoolFile& spool, const TermTable& terms) {
  count_terms(terms.size());
  order_terms(terms);
  order_postings();
  Sections sections{write_postings(spool, terms), write_positions(spool, terms)};
  postings_.clear();
  positions_.clear();
  return sections;
}

std::string_view PostingLog::positions_of(uint32_t posting) const {
  const size_t begin = postings_[posting].positions_begin;
  const bool last = posting + 1 == postings_.size();
  const size_t end = last ? positions_.size() : postings_[posting + 1].positions_begin;
  return std::string_view(positions_).substr(begin, end - begin);
}

void PostingLog::count_terms(size_t terms) {
  counts_.assign(terms, {});
  for (uint32_t i = 0; i < postings_.size(); ++i) {
    TermCount& count = counts_[postings_[i].term];
    ++count.documents;
    count.occurrences += postings_[i].wdf;
    if (!positions_of(i).empty()) ++count.with_positions;
  }
}

void PostingLog::order_terms(const TermTable& terms) {
  term_order_.clear();
  for (uint32_t term = 0; term < counts_.size(); ++term) {
    if (counts_[term].documents != 0) term_order_.push_back(term);
  }
  std::sort(term_order_.begin(), term_order_.end(),
            [&](uint32_t a, uint32_t b) { return terms.before(a, b); });
}

// A counting sort: it keeps the documents of each term in their order.
void PostingLog::order_postings() {
  uint32_t begin = 0;
  for (uint32_t term : term_order_) {
    counts_[term].begin = begin;
    begin += counts_[term].documents;
  }
  sorted_.resize(postings_.size());
  for (uint32_t i = 0; i < postings_.size(); ++i) sorted_[counts_[postings_[i].term].begin++] = i;
  for (uint32_t term : term_order_) counts_[term].begin -= counts_[term].documents;
}

Section PostingLog::write_postings(SpoolFile& spool, const TermTable& terms) const {
  const uint64_t begin = spool.size();
  std::string list;
  for (uint32_t term : term_order_) {
    const TermCount& count = counts_[term];
    list.clear();
    put_string(list, terms.text(term));
    put_uint(list, count.documents);
    put_uint(list, count.occurrences);
    DocumentId before = 0;
    for (uint32_t i : std::span(sorted_).subspan(count.begin, count.documents)) {
      put_uint(list, postings_[i].document - before - 1);
      put_uint(list, postings_[i].wdf);
      before = postings_[i].document;
    }
    spool.append(list);
  }
  return {begin, spool.size() - begin};
}

Section PostingLog::write_positions(SpoolFile& spool, const TermTable& terms) const {
  const uint64_t begin = spool.size();
  std::string list;
  for (uint32_t term : term_order_) {
    const TermCount& count = counts_[term];
    if (count.with_positions == 0) continue;
    list.clear();
    put_string(list, terms.text(term));
    put_uint(list, count.with_positions);
    DocumentId before = 0;
    for (uint32_t i : std::span(sorted_).subspan(count.begin, count.documents)) {
      const std::string_view positions = positions_of(i);
      if (positions.empty()) continue;
      put_uint(list, postings_[i].document - before - 1);
      put_string(list, positions);
      before = postings_[i].document;
    }
    spool.append(list);
  }
  return {begin, spool.size() - begin};
}

}  // namespace quotary::glass
