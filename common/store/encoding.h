#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace quotary {

// Bytes of the stored records: numbers in 7-bit groups, low ones first (LEB128); signed numbers
// folded (0, -1, 1, -2 ...); strings after their length.
class ByteWriter {
 public:
  void byte(uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
  void number(uint64_t value);
  void signed_number(int64_t value);
  void string(std::string_view value);

  std::string take() { return std::move(bytes_); }
  // The same with a checksum behind it.
  std::string take_checked();

 private:
  std::string bytes_;
};

// `body` with its checksum behind it: four bytes. What decodes checks it before anything else, so
// that a byte that has changed on disk is never taken for another value.
std::string with_checksum(std::string body);

// The body of what with_checksum gave. Throws Error{index} where the two do not agree.
std::string_view checked_body(std::string_view bytes);

// Reads what ByteWriter wrote, and trusts nothing: every read is checked against what is left.
// Throws Error{index} "damaged record: ..." on anything that cannot have been written.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  uint8_t byte();
  uint64_t number();
  // A number that is at most `limit`.
  uint64_t number(uint64_t limit);
  uint32_t number32() { return static_cast<uint32_t>(number(UINT32_MAX)); }
  int64_t signed_number();
  std::string_view string();
  // How many things follow, each of at least one byte: never more than bytes are left.
  size_t count();

  bool empty() const { return rest_.empty(); }
  // Throws if bytes are left.
  void finish() const;

  [[noreturn]] static void fail(std::string_view what);

 private:
  std::string_view rest_;
};

}  // namespace quotary
