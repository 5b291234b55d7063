#include "indexer/glass/postlist_table.h"

namespace quotary::glass {
namespace {

constexpr std::string_view metadata_prefix("\0\xc0", 2);
constexpr std::string_view slot_statistics_prefix("\0\xd0", 2);
constexpr std::string_view slot_values_prefix("\0\xd8", 2);
constexpr std::string_view lengths_prefix("\0\xe0", 2);

// Xapian does not compress this table.
constexpr unsigned no_compression = 0;

}  // namespace

void SlotStatistics::include(std::string_view value) {
  if (count == 0 || value < lowest) lowest = value;
  if (value > highest) highest = value;
  ++count;
}

void SlotStatistics::include(const SlotStatistics& others) {
  if (others.count == 0) return;
  if (count == 0 || others.lowest < lowest) lowest = others.lowest;
  if (others.highest > highest) highest = others.highest;
  count += others.count;
}

std::string slot_statistics_key(uint32_t slot) {
  std::string key(slot_statistics_prefix);
  put_last_uint(key, slot);
  return key;
}

std::string slot_values_key(uint32_t slot) {
  std::string key(slot_values_prefix);
  put_uint(key, slot);
  return key;
}

PostlistTable::PostlistTable(const std::filesystem::path& folder)
    : table_(folder / "postlist.glass", TableWriter::File::always, no_compression) {}

void PostlistTable::add_metadata(std::string_view name, std::string_view text) {
  key_ = metadata_prefix;
  key_ += name;
  table_.add(key_, text);
}

void PostlistTable::add_slot_statistics(uint32_t slot, const SlotStatistics& statistics) {
  tag_.clear();
  put_uint(tag_, statistics.count);
  put_string(tag_, statistics.lowest);
  // Left out where it would only repeat the lowest.
  if (statistics.highest != statistics.lowest) tag_ += statistics.highest;
  table_.add(slot_statistics_key(slot), tag_);
}

void PostlistTable::begin_slot(uint32_t slot) {
  key_stem_ = slot_values_key(slot);
  chunk_.clear();
}

void PostlistTable::add_value(DocumentId document, std::string_view value) {
  if (chunk_.size() >= full_chunk_bytes) write_value_chunk();
  if (chunk_.empty()) {
    first_ = document;
  } else {
    put_uint(chunk_, document - last_ - 1);
  }
  put_string(chunk_, value);
  last_ = document;
}

void PostlistTable::end_slot() {
  if (!chunk_.empty()) write_value_chunk();
}

void PostlistTable::write_value_chunk() {
  key_ = key_stem_;
  put_sortable(key_, first_);
  table_.add(key_, chunk_);
  chunk_.clear();
}

void PostlistTable::begin_lengths() {
  key_ = lengths_prefix;
  key_stem_ = key_;
  begin_list(0, 0);  // the lengths have a list's header, with nothing in it
}

void PostlistTable::begin_term(std::string_view term, uint32_t documents, uint32_t occurrences) {
  key_.clear();
  put_term(key_, term);
  key_stem_ = key_;
  glass::end_term(key_stem_);
  begin_list(documents, occurrences);
}

void PostlistTable::begin_list(uint32_t documents, uint32_t occurrences) {
  chunk_.clear();
  tag_.clear();
  put_uint(tag_, documents);
  put_uint(tag_, occurrences);
}

void PostlistTable::start_list_at(DocumentId document) {
  put_uint(tag_, document - 1);
  first_ = document;
}

void PostlistTable::start_chunk_at(DocumentId document) {
  key_ = key_stem_;
  put_sortable(key_, document);
  first_ = document;
}

void PostlistTable::write_list_chunk(bool last) {
  tag_ += last ? '1' : '0';
  put_uint(tag_, last_ - first_);
  tag_ += chunk_;
  table_.add(key_, tag_);
  tag_.clear();
  chunk_.clear();
}

void PostlistTable::end_list() { write_list_chunk(true); }

}  // namespace quotary::glass
