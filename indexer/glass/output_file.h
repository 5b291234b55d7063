#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace quotary::glass {

// A file that is written from its beginning to its end, through a buffer of a megabyte. All errors
// of the system, a full disk included, are thrown as quotary::Error (kind output) that name the
// file. Nothing is certain to be on the disk before sync(). One thread at a time.
class OutputFile {
 public:
  // Creates the file, or empties it.
  explicit OutputFile(std::filesystem::path path);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();  // closes; what was not flushed is lost

  void write(std::string_view bytes);
  void flush();
  void sync();   // flushes, and returns when the disk has it all
  void close();  // flushes and reports what closing reports; then nothing more may be written

 private:
  std::filesystem::path path_;
  std::string buffer_;
  int descriptor_ = -1;
};

// Makes a folder's entries (created, renamed) certain to be on the disk.
void sync_folder(const std::filesystem::path& folder);

// Writes all of `bytes` to an open file. `path` is for the error's message.
void write_all(int descriptor, std::string_view bytes, const std::filesystem::path& path);

// Throws the Error (kind output) for `errno` after `action` ("write", "create") failed on `path`.
[[noreturn]] void throw_io_error(const char* action, const std::filesystem::path& path);

}  // namespace quotary::glass
