#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace quotary {

// The file operations that an index's safety rests on. Errors are Error{index} with the system's
// reason and, where one is known, what to do.

// A file descriptor, closed at the end.
class FileHandle {
 public:
  FileHandle() = default;
  explicit FileHandle(int descriptor) : descriptor_(descriptor) {}
  ~FileHandle() { close(); }
  FileHandle(FileHandle&& other) noexcept : descriptor_(other.release()) {}
  FileHandle& operator=(FileHandle&& other) noexcept;

  int get() const { return descriptor_; }
  bool is_open() const { return descriptor_ >= 0; }
  void close();

 private:
  int release();
  int descriptor_ = -1;
};

// The whole of a file; nullopt where it does not exist.
std::optional<std::string> read_whole_file(const std::filesystem::path& path);

// Writes PATH.new, syncs it, renames it to PATH, syncs the folder.
void replace_file(const std::filesystem::path& path, std::string_view content);

// Writes what standard input gives up to its end into a file, in little memory; its stable_hash
// (hash.h).
uint64_t keep_standard_input(const std::filesystem::path& file);

// Syncs a file's or a folder's content to the disk; sync_tree all files of a folder and itself.
void sync_path(const std::filesystem::path& path);
void sync_tree(const std::filesystem::path& folder);

// Renames and syncs the folder that holds the new name.
void rename_synced(const std::filesystem::path& from, const std::filesystem::path& to);

// Opens a folder and takes a flock on it without waiting. Shared: for whoever reads in it.
// Exclusive: for whoever would remove it. A handle that is not open where the folder is absent or
// the lock is held otherwise.
FileHandle lock_folder_shared(const std::filesystem::path& folder);
FileHandle lock_folder_exclusive(const std::filesystem::path& folder);

[[noreturn]] void throw_disk_error(const std::string& what, const std::filesystem::path& path,
                                   int error_number);

}  // namespace quotary
