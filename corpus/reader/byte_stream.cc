#include "corpus/reader/byte_stream.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "common/base/error.h"

namespace quotary {
namespace {

// "32 MB", "1000 bytes".
std::string in_words(uint64_t bytes) {
  bool megabytes = bytes >= (uint64_t{1} << 20) && bytes % (uint64_t{1} << 20) == 0;
  return megabytes ? fmt::format("{} MB", bytes >> 20) : fmt::format("{} bytes", bytes);
}

}  // namespace

// Makes the buffer hold at least so many bytes that are not taken; false where the stream ends
// before.
bool ByteStream::fetch(size_t at_least) {
  while (buffer_.size() - begin_ < at_least && !ended_) {
    if (begin_ > 0) {
      buffer_.erase(0, begin_);
      begin_ = 0;
    }
    size_t held = buffer_.size();
    size_t more = std::max({chunk_size(), at_least - std::min(at_least, held), size_t{1}});
    buffer_.resize(held + more);
    size_t got = fill(buffer_.data() + held, more);
    buffer_.resize(held + got);
    ended_ = got == 0;
  }
  return buffer_.size() - begin_ >= at_least;
}

void ByteStream::take(size_t count) {
  begin_ += count;
  taken_ += count;
}

std::string_view ByteStream::peek(size_t count) {
  fetch(count);
  return std::string_view(buffer_).substr(begin_);
}

size_t ByteStream::read(char* to, size_t size) {
  fetch(1);
  size_t count = std::min(size, buffer_.size() - begin_);
  std::memcpy(to, buffer_.data() + begin_, count);
  take(count);
  return count;
}

bool ByteStream::read_line(std::string& line, uint64_t limit) {
  line.clear();
  while (fetch(1)) {
    std::string_view held = std::string_view(buffer_).substr(begin_);
    size_t end = held.find('\n');
    size_t count = end == held.npos ? held.size() : end + 1;
    if (line.size() + count > limit) {
      throw Error(ErrorKind::input, "a line is longer than " + in_words(limit));
    }
    line.append(held.substr(0, count));
    take(count);
    if (end != held.npos) return true;
  }
  return !line.empty();
}

std::string ByteStream::read_rest(uint64_t limit) {
  std::string rest;
  while (fetch(1)) {
    std::string_view held = std::string_view(buffer_).substr(begin_);
    if (rest.size() + held.size() > limit) {
      throw Error(ErrorKind::input, "longer than " + in_words(limit));
    }
    rest.append(held);
    take(held.size());
  }
  return rest;
}

void ByteStream::skip(uint64_t count) {
  while (count > 0 && fetch(1)) {
    size_t part = static_cast<size_t>(std::min<uint64_t>(count, buffer_.size() - begin_));
    take(part);
    count -= part;
  }
}

size_t MemoryStream::fill(char* to, size_t size) {
  size_t count = std::min(size, rest_.size());
  std::memcpy(to, rest_.data(), count);
  rest_.remove_prefix(count);
  return count;
}

FileStream::FileStream(const std::string& path)
    : path_(path), descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (descriptor_ < 0) throw Error(ErrorKind::input, std::strerror(errno));
}

FileStream::~FileStream() { ::close(descriptor_); }

size_t FileStream::fill(char* to, size_t size) {
  while (true) {
    ssize_t count = ::read(descriptor_, to, size);
    if (count >= 0) return static_cast<size_t>(count);
    if (errno != EINTR) throw Error(ErrorKind::input, std::strerror(errno));
  }
}

}  // namespace quotary
