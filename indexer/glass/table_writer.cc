#include "indexer/glass/table_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <utility>

#include "common/base/error.h"
#include "indexer/glass/encoding.h"

namespace quotary::glass {
namespace {

constexpr size_t header_bytes = 11;
constexpr size_t directory_entry_bytes = 2;
constexpr size_t leaf_item_overhead = 2 + 1;  // size and flags, key length
constexpr size_t component_bytes = 2;         // which item of its tag this is
constexpr size_t child_bytes = 4;

// Xapian's rule that a block holds at least four items, however large.
constexpr size_t items_a_block = 4;
constexpr size_t max_item_bytes =
    (block_bytes - header_bytes - items_a_block * directory_entry_bytes) / items_a_block;

constexpr unsigned compressed_flag = 0x8000;
constexpr unsigned last_item_flag = 0x4000;
constexpr unsigned first_item_flag = 0x2000;

void store_2(char* to, size_t number) {
  to[0] = static_cast<char>(number >> 8);
  to[1] = static_cast<char>(number);
}

void store_4(char* to, uint32_t number) {
  store_2(to, number >> 16);
  store_2(to + 2, number);
}

// How many bytes of a long tag go into its first item, when `room` bytes are left in the block:
// so many that this item and further ones of full size fill the block exactly, unless all that
// would gain is a scrap.
size_t first_item_tag_bytes(size_t key_bytes, size_t tag_bytes, size_t room) {
  const size_t overhead = leaf_item_overhead + key_bytes + component_bytes;
  const size_t chunk = max_item_bytes - overhead;
  const size_t left = room % (max_item_bytes + directory_entry_bytes);
  if (left > directory_entry_bytes + overhead) {
    const size_t fitting = left - directory_entry_bytes - overhead;
    const size_t last_chunk = (tag_bytes - component_bytes) % chunk;
    if (fitting >= last_chunk || fitting >= key_bytes + 34) return fitting + component_bytes;
  }
  return chunk + component_bytes;
}

}  // namespace

struct TableWriter::Block {
  std::array<char, block_bytes> bytes;
  size_t directory_end = header_bytes;
  size_t items_begin = block_bytes;
  Divider divider;

  bool empty() const { return directory_end == header_bytes; }
  size_t room() const { return items_begin - directory_end; }
  bool has_room_for(size_t item) const { return room() >= item + directory_entry_bytes; }

  char* new_item(size_t size) {
    items_begin -= size;
    store_2(&bytes[directory_end], items_begin);
    directory_end += directory_entry_bytes;
    return &bytes[items_begin];
  }

  void seal(uint8_t level) {
    store_4(&bytes[0], first_revision);
    bytes[4] = static_cast<char>(level);
    store_2(&bytes[5], room());
    store_2(&bytes[7], room());
    store_2(&bytes[9], directory_end);
    std::memset(&bytes[directory_end], 0, room());
  }

  void clear() {
    directory_end = header_bytes;
    items_begin = block_bytes;
  }
};

TableWriter::TableWriter(std::filesystem::path path, File file, unsigned compress_min)
    : path_(std::move(path)), compress_min_(compress_min) {
  if (file == File::always) file_.emplace(path_);
  levels_.push_back(std::make_unique<Block>());
  add_leaf_item("", "", 1, true, false);  // every table starts with an item with an empty key
}

TableWriter::~TableWriter() = default;

OutputFile& TableWriter::file() {
  if (!file_) file_.emplace(path_);
  return *file_;
}

void TableWriter::add(std::string_view key, std::string_view tag, bool compressed) {
  if (key.size() > max_key_bytes || key <= last_key_) {
    throw std::logic_error(fmt::format("keys too long or out of order for {}", path_.string()));
  }
  if (tag.size() > max_tag_bytes) {
    throw Error(ErrorKind::input, fmt::format("{}: an entry of {} bytes is over the limit of {}",
                                              path_.string(), tag.size(), max_tag_bytes));
  }
  const size_t overhead = leaf_item_overhead + key.size() + component_bytes;
  const size_t chunk = max_item_bytes - overhead;
  size_t size = chunk + component_bytes;  // the first item has no component number
  if (tag.size() > size) size = first_item_tag_bytes(key.size(), tag.size(), levels_[0]->room());
  for (unsigned component = 1;; ++component) {
    const bool last = tag.size() <= size;
    add_leaf_item(key, tag.substr(0, size), component, last, compressed);
    if (last) break;
    tag.remove_prefix(size);
    size = chunk;
  }
  ++entries_;
}

void TableWriter::add_leaf_item(std::string_view key, std::string_view tag, unsigned component,
                                bool last, bool compressed) {
  const bool first = component == 1;
  const size_t payload = key.size() + (first ? 0 : component_bytes) + tag.size();
  const size_t size = leaf_item_overhead + payload;
  if (!levels_[0]->has_room_for(size)) start_leaf(key, component);
  char* item = levels_[0]->new_item(size);
  store_2(item, payload | (compressed ? compressed_flag : 0) | (last ? last_item_flag : 0) |
                    (first ? first_item_flag : 0));
  item[2] = static_cast<char>(key.size());
  item += leaf_item_overhead;
  last_key_ = {item, key.size()};
  item = std::copy(key.begin(), key.end(), item);
  if (!first) {
    store_2(item, component);
    item += component_bytes;
  }
  std::copy(tag.begin(), tag.end(), item);
}

// Writes the open leaf, and opens the one that (key, component) will be the first in.
void TableWriter::start_leaf(std::string_view key, unsigned component) {
  Block& leaf = *levels_[0];
  add_branch_item(1, leaf.divider, write_block(0));
  // As much of the key as tells it from all keys in the block just written.
  size_t kept = key.size();
  if (component == 1) {
    auto differ = std::mismatch(key.begin(), key.end(), last_key_.begin(), last_key_.end()).first;
    kept = std::min(static_cast<size_t>(differ - key.begin()) + 1, key.size());
  }
  leaf.divider = {std::string(key.substr(0, kept)), component};
}

void TableWriter::add_branch_item(size_t level, const Divider& divider, uint32_t child) {
  if (level == levels_.size()) levels_.push_back(std::make_unique<Block>());
  Block& block = *levels_[level];
  const size_t overhead = child_bytes + 1 + component_bytes;
  if (!block.has_room_for(overhead + divider.key.size())) {
    add_branch_item(level + 1, block.divider, write_block(level));
  }
  const bool first = block.empty();
  if (first) block.divider = divider;
  // A branch block's first item needs no key: it takes whatever sorts before the second.
  const std::string_view key = first ? std::string_view() : divider.key;
  char* item = block.new_item(overhead + key.size());
  store_4(item, child);
  item[child_bytes] = static_cast<char>(key.size());
  item = std::copy(key.begin(), key.end(), item + child_bytes + 1);
  store_2(item, first ? 0 : divider.component);
}

// Writes the open block of a level and empties it; its divider stays. Returns its number.
uint32_t TableWriter::write_block(size_t level) {
  if (blocks_ == std::numeric_limits<uint32_t>::max()) {
    throw Error(ErrorKind::output, path_.string() + ": the table is full");
  }
  Block& block = *levels_[level];
  block.seal(static_cast<uint8_t>(level));
  file().write({block.bytes.data(), block.bytes.size()});
  block.clear();
  return blocks_++;
}

TableRoot TableWriter::finish(bool sync) {
  TableRoot root;
  root.entries = entries_;
  root.compress_min = compress_min_;
  if (entries_ != 0) {
    // Closing a level may open another one above.
    for (size_t level = 0;; ++level) {
      root.block = write_block(level);
      root.level = static_cast<unsigned>(level);
      if (level + 1 == levels_.size()) break;
      add_branch_item(level + 1, levels_[level]->divider, root.block);
    }
    root.blocks = blocks_;
  }
  if (file_) {
    if (sync) file_->sync();
    file_->close();
  }
  return root;
}

}  // namespace quotary::glass
