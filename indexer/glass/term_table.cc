#include "indexer/glass/term_table.h"

#include <algorithm>
#include <random>

#include "common/base/byte_words.h"

namespace quotary::glass {
namespace {

constexpr size_t first_slots = size_t{1} << 12;

uint64_t mixed(uint64_t hash, uint64_t bytes) {
  hash = (hash ^ bytes) * 0xff51afd7ed558ccd;
  return hash ^ hash >> 32;
}

}  // namespace

TermTable::TermTable() : slots_(first_slots) {
  std::random_device random;
  seed_ = uint64_t{random()} << 32 | random();
}

TermTable::Key TermTable::key(std::string_view term) const {
  Key key;
  key.prefix = __builtin_bswap64(first_bytes(term));
  uint64_t hash = mixed(seed_ ^ term.size(), key.prefix);
  for (size_t at = 8; at < term.size(); at += 8) hash = mixed(hash, first_bytes(term.substr(at)));
  key.hash = static_cast<uint32_t>(mixed(hash, seed_));
  return key;
}

uint32_t TermTable::number(std::string_view term, const Key& key) {
  const size_t mask = slots_.size() - 1;
  for (size_t at = slot_of(key);; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (slot.number_and_1 == 0) return add(slot, term, key);
    if (slot.hash == key.hash && equal(terms_[slot.number_and_1 - 1], term, key)) {
      return slot.number_and_1 - 1;
    }
  }
}

bool TermTable::equal(const Term& known, std::string_view term, const Key& key) const {
  if (known.prefix != key.prefix || known.size != term.size()) return false;
  const char* text = &text_[known.start];
  size_t at = 8;
  for (; at + 8 <= term.size(); at += 8) {
    if (first_bytes({text + at, 8}) != first_bytes(term.substr(at, 8))) return false;
  }
  return at >= term.size() ||
         first_bytes(term.substr(at)) == first_bytes({text + at, term.size() - at});
}

uint32_t TermTable::add(Slot& slot, std::string_view term, const Key& key) {
  const auto number = static_cast<uint32_t>(terms_.size());
  slot = {key.hash, number + 1};
  terms_.push_back(
      {key.prefix, static_cast<uint32_t>(text_.size()), static_cast<uint32_t>(term.size()), 0, 0});
  text_ += term;
  if (2 * terms_.size() > slots_.size()) grow();
  return number;
}

void TermTable::grow() {
  std::vector<Slot> old(2 * slots_.size());
  old.swap(slots_);
  const size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.number_and_1 == 0) continue;
    size_t at = slot.hash & mask;
    while (slots_[at].number_and_1 != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

std::span<const TermTable::Sortable> TermTable::sorted() {
  const auto before = [&](const Sortable& a, const Sortable& b) { return this->before(a, b); };
  const auto old = static_cast<ptrdiff_t>(sorted_.size());
  for (auto number = static_cast<uint32_t>(old); number < terms_.size(); ++number) {
    sorted_.push_back({terms_[number].prefix, number});
  }
  std::sort(sorted_.begin() + old, sorted_.end(), before);
  std::inplace_merge(sorted_.begin(), sorted_.begin() + old, sorted_.end(), before);
  return sorted_;
}

size_t TermTable::bytes() const {
  return slots_.size() * sizeof(Slot) + terms_.capacity() * sizeof(Term) + text_.capacity() +
         sorted_.capacity() * sizeof(Sortable);
}

void TermTable::forget() {
  slots_.assign(first_slots, {});  // whatever an uncommonly long text took of them
  terms_.clear();
  text_.clear();
  sorted_.clear();
}

void TermTable::clear() {
  slots_.assign(first_slots, {});
  slots_.shrink_to_fit();
  terms_ = {};
  text_ = {};
  sorted_ = {};
}

}  // namespace quotary::glass
