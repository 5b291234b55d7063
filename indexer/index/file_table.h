#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace quotary {

// One version of one source file that is in a segment.
struct FileEntry {
  std::string key;          // SOURCE/path
  uint64_t size = 0;        // as it was when it was read
  int64_t modified = 0;     // nanoseconds since 1970
  uint64_t hash = 0;        // stable_hash of its bytes; 0: not known
  uint64_t generation = 0;  // with the key, names the version (file_version_term)
  uint32_t articles = 0;
  uint32_t statements = 0;
  uint64_t text_bytes = 0;
  friend bool operator==(const FileEntry&, const FileEntry&) = default;
};

// The table `files` in a segment's folder: entries in the order in which they were indexed, then a
// checksum. Immutable as the segment is. Reading throws Error{index} for a damaged table.
std::string encode_file_table(const std::vector<FileEntry>& entries);
std::vector<FileEntry> decode_file_table(std::string_view bytes);

std::filesystem::path file_table_path(const std::filesystem::path& segment);
std::vector<FileEntry> load_file_table(const std::filesystem::path& segment);

}  // namespace quotary
