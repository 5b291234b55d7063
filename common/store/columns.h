#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/store/schema.h"

namespace quotary {

// Columns of a segment: which values each of its documents has in a slot that a facet counts, by
// number, so that counting is an array look-up a document. The file SEGMENT/columns, written once,
// when the segment is; read by mapping it into memory. Segments without the file are counted from
// Xapian's value slots, with the same result.
//
// The file, numbers of 32 and 64 bits in this machine's order (little-endian):
//   "QUOTCOL1"
//   number of columns, number of documents D (the highest document number)
//   for each column: slot, number of values V, number of entries E, a pad, and where its parts
//   begin
//     begins   D + 1 numbers: the values of document d are entries begins[d - 1] to begins[d]
//     entries  E numbers of values
//     ends     V numbers: where each value ends in `text`
//     text     the values, one behind the other
class Column {
 public:
  Slot slot() const { return slot_; }
  uint32_t documents() const { return static_cast<uint32_t>(begins_.size() - 1); }
  uint32_t values() const { return static_cast<uint32_t>(ends_.size()); }

  // The numbers of a document's values; `document` from 1. Empty for what the segment does not have
  // or the file cannot hold.
  std::span<const uint32_t> of(uint32_t document) const {
    if (document == 0 || document >= begins_.size()) return {};
    const uint32_t begin = begins_[document - 1], end = begins_[document];
    if (begin > end || end > entries_.size()) return {};
    return entries_.subspan(begin, end - begin);
  }

  // `number` below values().
  std::string_view value(uint32_t number) const;

 private:
  friend class SegmentColumns;
  Slot slot_ = Slot::none;
  std::span<const uint32_t> begins_, entries_, ends_;
  std::string_view text_;
};

class SegmentColumns {
 public:
  // nullptr where the segment has no columns. Throws Error{index} where the file is damaged.
  static std::shared_ptr<const SegmentColumns> open(const std::filesystem::path& segment);
  ~SegmentColumns();
  SegmentColumns(const SegmentColumns&) = delete;
  SegmentColumns& operator=(const SegmentColumns&) = delete;

  // nullptr for a slot that has no column.
  const Column* find(Slot slot) const;

 private:
  SegmentColumns(const void* bytes, size_t size) : bytes_(bytes), size_(size) {}
  void read(const std::filesystem::path& file);

  const void* bytes_;
  size_t size_;
  std::vector<Column> columns_;
};

// Writes SEGMENT/columns from the value slots of the database in that folder. Not synced. Throws
// Error{index} where it cannot be written or the segment has more than 2^32 entries.
void write_columns(const std::filesystem::path& segment);

}  // namespace quotary
