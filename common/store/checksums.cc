#include "common/store/checksums.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <cstring>
#include <map>

#include "common/base/error.h"
#include "common/store/disk.h"
#include "common/store/hash.h"
#include "common/store/locked_manifest.h"

namespace quotary {
namespace {

constexpr const char* kFileName = "checksums";

// 64 bits of a stream, eight bytes at a time: each word is mixed into the state by a multiplication
// with an odd number and a rotation, both of which can be undone, so that a single changed word
// always changes the sum.
class Checksum {
 public:
  // All calls but the last with a multiple of 8 bytes.
  void add(std::string_view bytes) {
    size_ += bytes.size();
    while (bytes.size() >= 8) {
      mix(bytes, 8);
      bytes.remove_prefix(8);
    }
    if (!bytes.empty()) mix(bytes, bytes.size());
  }
  std::string text() const { return fmt::format("{} {:016x}", size_, state_ ^ (state_ >> 29)); }

 private:
  void mix(std::string_view bytes, size_t size) {
    uint64_t word = 0;
    std::memcpy(&word, bytes.data(), size);
    if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
    state_ = std::rotl((state_ ^ word) * 0x9e3779b97f4a7c15, 31);
  }

  uint64_t state_ = 0x2545f4914f6cdd1d;
  uint64_t size_ = 0;
};

std::string checksum_of(const std::filesystem::path& path) {
  FileHandle file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) throw_disk_error("cannot open", path, errno);
  Checksum sum;
  std::string buffer(size_t{1} << 18, '\0');
  for (;;) {
    size_t filled = 0;
    while (filled < buffer.size()) {
      ssize_t size = ::read(file.get(), buffer.data() + filled, buffer.size() - filled);
      if (size < 0 && errno == EINTR) continue;
      if (size < 0) throw_disk_error("cannot read", path, errno);
      if (size == 0) break;
      filled += static_cast<size_t>(size);
    }
    sum.add(std::string_view(buffer).substr(0, filled));
    if (filled < buffer.size()) return sum.text();
  }
}

std::map<std::string, std::string> checksums_of(const std::filesystem::path& segment) {
  std::map<std::string, std::string> sums;
  for (const auto& entry : std::filesystem::directory_iterator(segment)) {
    std::string name = entry.path().filename().string();
    if (name != kFileName && name != "flintlock") sums[name] = checksum_of(entry.path());
  }
  return sums;
}

// A line a file: SIZE CHECKSUM NAME; a last one with the hash of those before.
std::string format_checksums(const std::map<std::string, std::string>& sums) {
  std::string text;
  for (const auto& [name, sum] : sums) text += fmt::format("{} {}\n", sum, name);
  return text + fmt::format("{:016x}\n", stable_hash(text));
}

}  // namespace

void write_checksums(const std::filesystem::path& segment) {
  replace_file(segment / kFileName, format_checksums(checksums_of(segment)));
}

std::vector<std::string> checksum_problems(const std::filesystem::path& segment) {
  std::optional<std::string> expected = read_whole_file(segment / kFileName);
  if (!expected) return {fmt::format("its file {} is missing", kFileName)};
  std::map<std::string, std::string> sums = checksums_of(segment);
  if (format_checksums(sums) == *expected) return {};
  std::vector<std::string> problems;
  for (const auto& [name, sum] : sums)
    if (expected->find(fmt::format("{} {}\n", sum, name)) == std::string::npos)
      problems.push_back(fmt::format("{} is damaged: its checksum is wrong", name));
  if (problems.empty()) problems.push_back("a file is missing, or its checksums are damaged");
  return problems;
}

void expect_right_checksums(const std::filesystem::path& segment) {
  std::vector<std::string> problems = checksum_problems(segment);
  if (!problems.empty())
    throw Error(ErrorKind::index, fmt::format("{}: {}", segment.string(), problems.front()),
                "the index is damaged; restore the folder from a copy, or index the sources again "
                "into a new one");
}

void expect_right_checksums_of_index(const std::filesystem::path& index) {
  const std::optional<LockedManifest> locked = lock_manifest(index);
  if (!locked) return;
  for (const SegmentEntry& segment : locked->manifest.segments)
    expect_right_checksums(segment_path(index, segment.name));
}

}  // namespace quotary
