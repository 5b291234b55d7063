#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/glass/encoding.h"

namespace quotary::glass {

// A stretch of a spool file, in bytes.
struct Section {
  uint64_t begin = 0;
  uint64_t size = 0;
};

// A nameless file for what one thread has to put aside: it is written from its beginning on, and
// read in any order when writing is done. It has no name from the start, so it is gone with the
// process however that ends. Errors are quotary::Error (kind output) and name the folder.
class SpoolFile {
 public:
  explicit SpoolFile(const std::filesystem::path& folder);
  SpoolFile(const SpoolFile&) = delete;
  SpoolFile& operator=(const SpoolFile&) = delete;
  ~SpoolFile();

  // Where the next byte will be written.
  uint64_t size() const { return flushed_ + buffer_.size(); }

  void append(std::string_view bytes) {
    buffer_ += bytes;
    if (buffer_.size() >= buffer_bytes) write_buffer();
  }

  // Nothing that was appended after the last flush() may be read. Also gives the buffer back: the
  // files of a hundred finished parts wait for their merge.
  void flush();

  // Reads `size` bytes from `offset` on. Several threads may read at once.
  void read(uint64_t offset, char* to, size_t size) const;

 private:
  static constexpr size_t buffer_bytes = size_t{1} << 20;

  void write_buffer();

  std::filesystem::path path_;
  std::string buffer_;
  uint64_t flushed_ = 0;
  int descriptor_ = -1;
};

// Reads a section from its beginning to its end through a buffer. What the section holds was
// written by this process: a number or string that runs over its end is a failure of the disk or a
// defect, and throws quotary::Error.
class SectionReader {
 public:
  SectionReader(std::shared_ptr<const SpoolFile> file, Section section, size_t buffer_bytes);

  bool at_end() const { return next_ == end_ && unread_.size == 0; }

  // A number as put_uint writes it.
  uint64_t get_uint() {
    if (end_ - next_ < longest_uint) refill(longest_uint);
    uint64_t number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (next_ == end_) break;
      const auto byte = static_cast<uint8_t>(buffer_[next_++]);
      number |= uint64_t{byte & 127u} << shift;
      if (byte < 128) return number;
    }
    throw_damaged();
  }
  uint32_t get_uint32() { return static_cast<uint32_t>(get_uint()); }

  // The next `size` bytes; valid until the next call.
  std::string_view get_bytes(uint64_t size) {
    if (end_ - next_ < size) refill(size);
    if (end_ - next_ < size) throw_damaged();
    next_ += size;
    return {&buffer_[next_ - size], size};
  }

  // What put_string wrote; valid until the next call.
  std::string_view get_string() { return get_bytes(get_uint()); }

 private:
  // Makes `wanted` bytes readable at next_, or all there are.
  void refill(uint64_t wanted);
  [[noreturn]] void throw_damaged() const;

  std::shared_ptr<const SpoolFile> file_;
  Section unread_;
  std::string buffer_;
  size_t next_ = 0;
  size_t end_ = 0;
};

}  // namespace quotary::glass
