#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/output_file.h"

namespace quotary::glass {

// The size of all blocks, Xapian's default.
inline constexpr size_t block_bytes = 8192;

// The revision that all blocks and the version file carry. A fresh database is at 1.
inline constexpr uint32_t first_revision = 1;

// What a table is on disk: written down in the version file by version_file.h.
struct TableRoot {
  uint32_t block = 0;  // the root block's number
  unsigned level = 0;  // its height over the leaves
  uint64_t entries = 0;
  uint32_t blocks = 0;        // how many there are in the file
  unsigned compress_min = 0;  // tags longer than this may be compressed; 0: none are
};

// No tag may be longer: a tag is cut into at most 65,535 items.
inline constexpr size_t max_tag_bytes = size_t{100} << 20;

// Writes one table, a B-tree of (key, tag) entries, in one pass from the first byte to the last:
// entries come in the order of their keys. A leaf block is filled to the last byte, written, and
// announced to the block above, which is filled in the same way; so memory is one block a level.
//
// A block of 8192 bytes, all numbers big endian:
//   0..3    revision
//   4       level, 0 for leaves
//   5..6    free bytes in one piece       (the same number here: nothing is ever removed)
//   7..8    free bytes in all
//   9..10   where the directory ends
//   11..    the directory: for each item, in the order of keys, two bytes: where the item begins
//   ...     free
//   ...     the items, the first at the end of the block
// An item of a leaf: two bytes of size and flags (0x8000 the tag is compressed, 0x4000 this is the
// tag's last item, 0x2000 its first; the size counts what follows these three bytes), the key's
// length, the key, for all but the first item of a tag two bytes of its number from 2 on, and as
// much of the tag as fits. An item of a branch: four bytes of the child block's number, the key's
// length, the key, two bytes of item number: the least entry that may be in the child.
// Source: backends/glass/glass_table.h and glass_table.cc of xapian-core 1.4.
class TableWriter {
 public:
  enum class File { always, with_first_entry };

  // `compress_min` is only recorded: tags are compressed by whoever makes them.
  TableWriter(std::filesystem::path path, File file, unsigned compress_min);
  ~TableWriter();

  // Keys rise strictly and have 1 to max_key_bytes bytes; anything else is a defect of the caller
  // and throws std::logic_error. A tag over max_tag_bytes throws quotary::Error.
  void add(std::string_view key, std::string_view tag, bool compressed = false);

  // Writes what is left and closes the file, on the disk for certain if `sync`. Call once, last.
  TableRoot finish(bool sync);

 private:
  // The least entry that a block may hold: it divides the block from the one before.
  struct Divider {
    std::string key;
    unsigned component = 0;
  };
  struct Block;

  void add_leaf_item(std::string_view key, std::string_view tag, unsigned component, bool last,
                     bool compressed);
  void add_branch_item(size_t level, const Divider& divider, uint32_t child);
  void start_leaf(std::string_view key, unsigned component);
  uint32_t write_block(size_t level);
  OutputFile& file();

  std::filesystem::path path_;
  unsigned compress_min_;
  std::optional<OutputFile> file_;
  std::vector<std::unique_ptr<Block>> levels_;  // the open block of each level, leaves first
  // In the last item that was added: what a leaf holds stays there until the next item is added to
  // it, also when the leaf has been written.
  std::string_view last_key_;
  uint64_t entries_ = 0;
  uint32_t blocks_ = 0;
};

}  // namespace quotary::glass
