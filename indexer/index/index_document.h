#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/store/schema.h"

namespace quotary {

// One document on its way into a segment: terms, values and data, whoever writes them (the API or
// the bulk writer). Terms are appended as they come, equal ones many times; the writer groups them.
// Made to be filled and cleared again and again: after a while nothing is allocated.
class IndexDocument {
 public:
  // A word with its position, from 1. It counts once in the term's frequency (wdf 1).
  void add_word(std::string_view prefix, std::string_view word, uint32_t position) {
    append(position, 1, prefix, word);
  }
  // A stem: counts, and has no position.
  void add_stem(std::string_view prefix, std::string_view stem) {
    append(0, 1, prefix::stem, prefix, stem);
  }
  // Any term; position 0 is none.
  void add_posting(std::string_view term, uint32_t position, uint32_t wdf) {
    append(position, wdf, term);
  }
  // A term that only marks the document (wdf 0).
  void add_mark(std::string_view term) { append(0, 0, term); }

  void set_value(Slot slot, std::string value) {
    if (!value.empty()) values_.emplace_back(slot, std::move(value));
  }
  void set_data(std::string data) { data_ = std::move(data); }

  void clear() { cut_back({}); }

  // How much a document holds, to come back to: what several documents have in common is added
  // once. The data is not part of it.
  struct Extent {
    size_t bytes = 0;
    size_t postings = 0;
    size_t values = 0;
  };
  Extent extent() const { return {bytes_.size(), postings_.size(), values_.size()}; }
  void cut_back(const Extent& extent) {
    bytes_.resize(extent.bytes);
    postings_.resize(extent.postings);
    values_.resize(extent.values);
    data_.clear();
  }

  // Calls visit(std::string_view term, uint32_t position, uint32_t wdf) for each, in the order in
  // which they were added; position 0 is none.
  template <typename Visit>
  void for_each_posting(Visit&& visit) const {
    std::string_view bytes = bytes_;
    for (const Posting& posting : postings_)
      visit(bytes.substr(posting.begin, posting.size), posting.position, posting.wdf);
  }

  const std::vector<std::pair<Slot, std::string>>& values() const { return values_; }
  const std::string& data() const { return data_; }
  size_t postings() const { return postings_.size(); }

 private:
  struct Posting {
    uint32_t begin = 0;
    uint32_t size = 0;
    uint32_t wdf = 0;
    uint32_t position = 0;
  };

  template <typename... Parts>
  void append(uint32_t position, uint32_t wdf, Parts... parts) {
    size_t begin = bytes_.size();
    (bytes_.append(parts), ...);
    postings_.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(bytes_.size() - begin),
                         wdf, position});
  }

  std::string bytes_;  // the terms, one behind the other
  std::vector<Posting> postings_;
  std::vector<std::pair<Slot, std::string>> values_;
  std::string data_;
};

}  // namespace quotary
