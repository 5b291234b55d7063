#include "common/store/encoding.h"

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/store/hash.h"

namespace quotary {

void ByteWriter::number(uint64_t value) {
  for (; value >= 128; value >>= 7) byte(static_cast<uint8_t>(value | 128));
  byte(static_cast<uint8_t>(value));
}

void ByteWriter::signed_number(int64_t value) {
  // cppcheck-suppress shiftTooManyBitsSigned ; C++20 defines it
  number((static_cast<uint64_t>(value) << 1) ^ static_cast<uint64_t>(value >> 63));
}

void ByteWriter::string(std::string_view value) {
  number(value.size());
  bytes_ += value;
}

std::string ByteWriter::take_checked() { return with_checksum(take()); }

namespace {

constexpr size_t kChecksumBytes = 4;

std::string checksum_of(std::string_view body) {
  uint64_t hash = stable_hash(body);
  std::string bytes;
  for (size_t i = 0; i < kChecksumBytes; ++i) bytes += static_cast<char>(hash >> (8 * i));
  return bytes;
}

}  // namespace

std::string with_checksum(std::string body) {
  body += checksum_of(body);
  return body;
}

std::string_view checked_body(std::string_view bytes) {
  if (bytes.size() < kChecksumBytes) ByteReader::fail("it ends too early");
  std::string_view body = bytes.substr(0, bytes.size() - kChecksumBytes);
  if (checksum_of(body) != bytes.substr(body.size())) ByteReader::fail("its checksum is wrong");
  return body;
}

void ByteReader::fail(std::string_view what) {
  throw Error(ErrorKind::index, fmt::format("damaged record: {}", what),
              "quotary-index --check tells what else is damaged; indexing the sources again into a "
              "new folder repairs it");
}

uint8_t ByteReader::byte() {
  if (rest_.empty()) fail("it ends too early");
  uint8_t value = static_cast<uint8_t>(rest_.front());
  rest_.remove_prefix(1);
  return value;
}

uint64_t ByteReader::number() {
  uint64_t value = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    uint8_t group = byte();
    if (shift == 63 && group > 1) break;
    value |= static_cast<uint64_t>(group & 127) << shift;
    if (group < 128) return value;
  }
  fail("a number is too large");
}

uint64_t ByteReader::number(uint64_t limit) {
  uint64_t value = number();
  if (value > limit) fail("a number is out of its range");
  return value;
}

int64_t ByteReader::signed_number() {
  uint64_t value = number();
  return static_cast<int64_t>(value >> 1) ^ -static_cast<int64_t>(value & 1);
}

std::string_view ByteReader::string() {
  uint64_t size = number();
  if (size > rest_.size()) fail("a text ends too early");
  std::string_view value = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return value;
}

size_t ByteReader::count() {
  uint64_t count = number();
  if (count > rest_.size()) fail("a list ends too early");
  return count;
}

void ByteReader::finish() const {
  if (!rest_.empty()) fail("bytes are left over");
}

}  // namespace quotary
