#include "indexer/glass/posting_log.h"

namespace quotary::glass {

PostingLog::Sections PostingLog::write(SpoolFile& spool, TermTable& terms) {
  count_terms(terms.size());
  order_terms(terms);
  order_postings();
  Sections sections{write_postings(spool, terms), write_positions(spool, terms)};
  postings_.clear();
  positions_.clear();
  return sections;
}

uint32_t PostingLog::positions_end(size_t posting) const {
  const bool last = posting + 1 == postings_.size();
  return last ? static_cast<uint32_t>(positions_.size()) : postings_[posting + 1].positions_begin;
}

std::span<const PostingLog::SortedPosting> PostingLog::postings_of(uint32_t term) const {
  return std::span(sorted_).subspan(counts_[term].begin, counts_[term].documents);
}

void PostingLog::count_terms(size_t terms) {
  counts_.assign(terms, {});
  for (size_t i = 0; i < postings_.size(); ++i) {
    TermCount& count = counts_[postings_[i].term];
    ++count.documents;
    count.occurrences += postings_[i].wdf;
    if (postings_[i].positions_begin != positions_end(i)) ++count.with_positions;
  }
}

void PostingLog::order_terms(TermTable& terms) {
  term_order_.clear();
  for (const TermTable::Sortable& term : terms.sorted()) {
    if (counts_[term.number].documents != 0) term_order_.push_back(term.number);
  }
}

// A counting sort: it keeps the documents of each term in their order.
void PostingLog::order_postings() {
  uint32_t begin = 0;
  for (uint32_t term : term_order_) {
    counts_[term].begin = begin;
    begin += counts_[term].documents;
  }
  sorted_.resize(postings_.size());
  for (size_t i = 0; i < postings_.size(); ++i) {
    const Posting& posting = postings_[i];
    sorted_[counts_[posting.term].begin++] = {posting.document, posting.wdf,
                                              posting.positions_begin,
                                              positions_end(i) - posting.positions_begin};
  }
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
    const size_t head = list.size();
    list.resize(head + 2 * longest_uint * count.documents);
    char* end = list.data() + head;
    DocumentId before = 0;
    for (const SortedPosting& posting : postings_of(term)) {
      end = write_uint(end, posting.document - before - 1);
      end = write_uint(end, posting.wdf);
      before = posting.document;
    }
    spool.append({list.data(), static_cast<size_t>(end - list.data())});
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
    for (const SortedPosting& posting : postings_of(term)) {
      if (posting.positions_size == 0) continue;
      put_uint(list, posting.document - before - 1);
      put_string(list, {&positions_[posting.positions_begin], posting.positions_size});
      before = posting.document;
    }
    spool.append(list);
  }
  return {begin, spool.size() - begin};
}

}  // namespace quotary::glass
