#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace quotary {

// Bytes that come one after the other from a file, from memory, or out of an archive; read through
// a buffer, so that a reader can look ahead. Throws Error{input} where reading fails.
class ByteStream {
 public:
  virtual ~ByteStream() = default;

  // The next bytes, at least `count` of them if there are so many; not taken. Valid until the next
  // call.
  std::string_view peek(size_t count);

  // Takes up to `size` bytes; 0 at the end only.
  size_t read(char* to, size_t size);

  // Takes a line with its line end; false at the end. Throws Error{input} for a line of more than
  // `limit` bytes.
  bool read_line(std::string& line, uint64_t limit);

  // Takes all that is left. Throws Error{input} where that is more than `limit` bytes.
  std::string read_rest(uint64_t limit);

  // Takes and drops `count` bytes, fewer at the end.
  void skip(uint64_t count);

  // How many bytes have been taken.
  uint64_t position() const { return taken_; }

 protected:
  // Puts up to `size` further bytes there; 0 at the end only.
  virtual size_t fill(char* to, size_t size) = 0;

  // How much it is worth asking for at once.
  virtual size_t chunk_size() const { return size_t{256} << 10; }

 private:
  bool fetch(size_t at_least);
  void take(size_t count);

  std::string buffer_;
  size_t begin_ = 0;  // what lies before it in buffer_ has been taken
  bool ended_ = false;
  uint64_t taken_ = 0;
};

// The bytes of a text that outlives the stream.
class MemoryStream : public ByteStream {
 public:
  explicit MemoryStream(std::string_view bytes) : rest_(bytes) {}

 private:
  size_t fill(char* to, size_t size) override;
  size_t chunk_size() const override { return rest_.size(); }
  std::string_view rest_;
};

// The bytes of a file; throws Error{input} where it cannot be opened.
class FileStream : public ByteStream {
 public:
  explicit FileStream(const std::string& path);
  ~FileStream() override;
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;

 private:
  size_t fill(char* to, size_t size) override;
  std::string path_;
  int descriptor_;
};

}  // namespace quotary
