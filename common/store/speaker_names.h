#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/names/name_table.h"

namespace quotary {

struct Manifest;
class IndexReader;

// Which forms of speakers' names mean one person over an index: the table of names, made from the
// live statements of all segments and from the authority file, and for each segment the group of
// each value of its column of speakers (columns.h). So a facet of speakers adds up arrays, and a
// query for a speaker finds all forms by one look-up.
//
// The file DIR/names, replaced when an index has been published. It says of which manifest and
// which authority file it is. Where it is missing, stale (an edited authority file, a run that was
// killed) or damaged, or where several indexes are asked as one, a reader makes the same in memory.
//
// The file, numbers in this machine's order (little-endian):
//   "QUOTNAM1"
//   64 bits: a hash of the manifest, the authority file and what is known anyway
//   64 bits: a checksum of all else
//   the number of segments S, a pad; S numbers: how many values each segment's column has
//   for each segment its values' groups
//   the table of names (name_table.h)
class SpeakerNames {
 public:
  // Of all segments of `index`: from its file where that fits, else made now. `verify`: the file's
  // checksum is compared first.
  static std::shared_ptr<const SpeakerNames> of(const IndexReader& index, bool verify);
  ~SpeakerNames();
  SpeakerNames(const SpeakerNames&) = delete;
  SpeakerNames& operator=(const SpeakerNames&) = delete;

  const NameTable& table() const { return table_; }

  // The groups of a segment's values, by number; NameTable::unknown for a value that no live
  // statement has. Empty for a segment without columns.
  std::span<const uint32_t> groups(size_t segment) const { return groups_[segment]; }

 private:
  SpeakerNames() = default;
  static std::shared_ptr<const SpeakerNames> open(const std::filesystem::path& file, uint64_t key,
                                                  bool verify);
  void read();

  std::string made_;              // the bytes, where they were made now
  const void* mapped_ = nullptr;  // and where they are a file's
  size_t mapped_size_ = 0;
  std::string_view bytes_;
  NameTable table_;
  std::vector<std::span<const uint32_t>> groups_;
};

std::filesystem::path speaker_names_path(const std::filesystem::path& index);

// Brings DIR/names up to date; does nothing where it is. Throws Error{index} where it cannot be
// written.
void update_speaker_names(const std::filesystem::path& index);

// What is wrong with the file DIR/names; "" where nothing is, or where there is none.
std::string speaker_names_problem(const std::filesystem::path& index);

}  // namespace quotary
