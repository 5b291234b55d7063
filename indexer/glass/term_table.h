#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quotary::glass {

// Numbers terms in the order of their first appearance. An open-addressing hash table made for
// this alone: the numbers of its terms in one array, all terms' bytes in one string. The hash is
// seeded at random, so that no text can be made to slow it down.
class TermTable {
 public:
  struct Term {
    uint64_t prefix = 0;  // the first eight bytes, big endian, padded with zeros: sorts as they do
    uint32_t start = 0;   // of its bytes
    uint32_t size = 0;
    // For whoever goes through a document: the last document in which the term was seen, and which
    // of the document's terms it was.
    uint32_t document = 0;
    uint32_t place = 0;
  };

  // What a term is looked up by.
  struct Key {
    uint64_t prefix = 0;  // as in Term
    uint32_t hash = 0;
  };

  TermTable();

  Key key(std::string_view term) const;  // of a term that is not empty

  // The term's number; a new one if it was not known.
  uint32_t number(std::string_view term, const Key& key);
  uint32_t number(std::string_view term) { return number(term, key(term)); }

  // Fetch, in two steps some time before number(), what it will read: the table exceeds the
  // processor's quick caches, and whoever has many terms to look up need not wait for each.
  void prefetch_slot(const Key& key) const { __builtin_prefetch(&slots_[slot_of(key)]); }
  void prefetch_term(const Key& key) const {
    const uint32_t number_and_1 = slots_[slot_of(key)].number_and_1;
    if (number_and_1 != 0) prefetch_term(number_and_1 - 1);
  }
  void prefetch_term(uint32_t number) const { __builtin_prefetch(&terms_[number]); }

  // Valid until number() is called again.
  Term& operator[](uint32_t number) { return terms_[number]; }
  const Term& operator[](uint32_t number) const { return terms_[number]; }
  std::string_view text(uint32_t number) const {
    return std::string_view(text_).substr(terms_[number].start, terms_[number].size);
  }

  // A term with what most comparisons go by.
  struct Sortable {
    uint64_t prefix = 0;  // as in Term
    uint32_t number = 0;
  };

  // Whether one term's bytes sort before another's.
  bool before(const Sortable& a, const Sortable& b) const {
    return a.prefix != b.prefix ? a.prefix < b.prefix : text(a.number) < text(b.number);
  }

  // All terms in the order of their bytes; valid until number() is called again. Only what has been
  // added since the last call is sorted, and merged with what is in order already.
  std::span<const Sortable> sorted();

  size_t size() const { return terms_.size(); }
  size_t bytes() const;  // of memory, about
  void clear();          // gives the memory back
  void forget();         // keeps it

 private:
  struct Slot {
    uint32_t hash = 0;
    uint32_t number_and_1 = 0;  // 0: free
  };

  size_t slot_of(const Key& key) const { return key.hash & (slots_.size() - 1); }
  bool equal(const Term& known, std::string_view term, const Key& key) const;
  uint32_t add(Slot& slot, std::string_view term, const Key& key);
  void grow();

  uint64_t seed_;
  std::vector<Slot> slots_;  // a power of two of them, at most half in use
  std::vector<Term> terms_;
  std::string text_;
  std::vector<Sortable> sorted_;  // the terms that were there when sorted() was called
};

}  // namespace quotary::glass
