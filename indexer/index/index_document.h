#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/store/schema.h"

namespace quotary {

// Terms by number, in the order in which they were added; the same one may be there several times.
class Vocabulary {
 public:
  // The term that the parts make, one behind the other. Returns its number.
  template <typename... Parts>
  uint32_t add(Parts... parts) {
    (bytes_.append(parts), ...);
    ends_.push_back(bytes_.size());
    return static_cast<uint32_t>(ends_.size() - 1);
  }

  uint32_t size() const { return static_cast<uint32_t>(ends_.size()); }
  // Valid until the next term is added.
  std::string_view operator[](uint32_t number) const {
    size_t begin = number == 0 ? 0 : ends_[number - 1];
    return std::string_view(bytes_).substr(begin, ends_[number] - begin);
  }

  void clear() {
    bytes_.clear();
    ends_.clear();
  }

 private:
  std::string bytes_;
  std::vector<size_t> ends_;  // of each term, in bytes_
};

// One document on its way into a segment: terms, values and data, whoever writes them (the API or
// the bulk writer). Terms are appended as they come, equal ones many times; the writer groups them.
// Documents that are made one from another by cut_back() have one vocabulary, and what has a number
// there need not be spelt, or looked up by the writer, again.
// Made to be filled and cleared again and again: after a while hardly anything is allocated.
class IndexDocument {
 public:
  struct Posting {
    uint32_t term = 0;  // in the vocabulary
    uint32_t wdf = 0;
    uint32_t position = 0;  // 0: none
  };

  IndexDocument() = default;
  IndexDocument(IndexDocument&&) = default;
  IndexDocument& operator=(IndexDocument&&) = default;
  IndexDocument(const IndexDocument&) = delete;  // two of them would add to one vocabulary
  IndexDocument& operator=(const IndexDocument&) = delete;
  ~IndexDocument() = default;

  // A word with its position, from 1. It counts once in the term's frequency (wdf 1).
  void add_word(std::string_view prefix, std::string_view word, uint32_t position) {
    add({term(prefix, word), 1, position});
  }
  // A stem: counts, and has no position.
  void add_stem(std::string_view prefix, std::string_view stem) {
    add({term(prefix::stem, prefix, stem), 1, 0});
  }
  // Any term; position 0 is none.
  void add_posting(std::string_view bytes, uint32_t position, uint32_t wdf) {
    add({term(bytes), wdf, position});
  }
  // A term that only marks the document (wdf 0).
  void add_mark(std::string_view mark) { add({term(mark), 0, 0}); }

  // A new term of the vocabulary, to be added to the document once or more often.
  template <typename... Parts>
  uint32_t term(Parts... parts) {
    return vocabulary_->add(parts...);
  }
  void add(const Posting& posting) { postings_.push_back(posting); }

  void set_value(Slot slot, std::string value) {
    if (!value.empty()) values_.emplace_back(slot, std::move(value));
  }
  void set_data(std::string data) { data_ = std::move(data); }

  // Begins a document with a vocabulary of its own.
  void clear() {
    cut_back({});
    if (vocabulary_.use_count() > 1) {  // somebody remembers what the numbers mean
      vocabulary_ = std::make_shared<Vocabulary>();
    } else {
      vocabulary_->clear();
    }
  }

  // How much a document holds, to come back to: what several documents have in common is added
  // once. The data is not part of it, and the vocabulary stays whole.
  struct Extent {
    size_t postings = 0;
    size_t values = 0;
  };
  Extent extent() const { return {postings_.size(), values_.size()}; }
  void cut_back(const Extent& extent) {
    postings_.resize(extent.postings);
    values_.resize(extent.values);
    data_.clear();
  }

  // Calls visit(std::string_view term, uint32_t position, uint32_t wdf) for each, in the order in
  // which they were added; position 0 is none.
  template <typename Visit>
  void for_each_posting(Visit&& visit) const {
    for (const Posting& posting : postings_)
      visit((*vocabulary_)[posting.term], posting.position, posting.wdf);
  }

  // Terms are added to it, and none is changed, as long as it is the same object.
  std::shared_ptr<const Vocabulary> vocabulary() const { return vocabulary_; }
  std::span<const Posting> postings() const { return postings_; }
  const std::vector<std::pair<Slot, std::string>>& values() const { return values_; }
  const std::string& data() const { return data_; }

 private:
  std::shared_ptr<Vocabulary> vocabulary_ = std::make_shared<Vocabulary>();
  std::vector<Posting> postings_;
  std::vector<std::pair<Slot, std::string>> values_;
  std::string data_;
};

}  // namespace quotary
