#include "indexer/index/file_table.h"

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/store/disk.h"
#include "common/store/encoding.h"
#include "common/store/hash.h"

namespace quotary {
namespace {

constexpr uint8_t kTableVersion = 1;
constexpr size_t kChecksumBytes = 8;

std::string checksum_bytes(std::string_view body) {
  uint64_t hash = stable_hash(body);
  std::string bytes;
  for (size_t i = 0; i < kChecksumBytes; ++i) bytes += static_cast<char>(hash >> (8 * i));
  return bytes;
}

// Keys share their beginning with the key before.
size_t shared_bytes(std::string_view a, std::string_view b) {
  size_t limit = std::min(a.size(), b.size());
  size_t same = 0;
  while (same < limit && a[same] == b[same]) ++same;
  return same;
}

FileEntry get_entry(ByteReader& in, const std::string& previous_key) {
  FileEntry entry;
  size_t shared = in.number(previous_key.size());
  entry.key = previous_key.substr(0, shared);
  entry.key += in.string();
  entry.size = in.number();
  entry.modified = in.signed_number();
  entry.hash = in.number();
  entry.generation = in.number();
  entry.articles = in.number32();
  entry.statements = in.number32();
  entry.text_bytes = in.number();
  return entry;
}

}  // namespace

std::string encode_file_table(const std::vector<FileEntry>& entries) {
  ByteWriter out;
  out.byte(kTableVersion);
  out.number(entries.size());
  std::string_view previous;
  for (const FileEntry& entry : entries) {
    size_t shared = shared_bytes(previous, entry.key);
    out.number(shared);
    out.string(std::string_view(entry.key).substr(shared));
    out.number(entry.size);
    out.signed_number(entry.modified);
    out.number(entry.hash);
    out.number(entry.generation);
    out.number(entry.articles);
    out.number(entry.statements);
    out.number(entry.text_bytes);
    previous = entry.key;
  }
  std::string bytes = out.take();
  return bytes + checksum_bytes(bytes);
}

std::vector<FileEntry> decode_file_table(std::string_view bytes) {
  if (bytes.size() < kChecksumBytes) ByteReader::fail("a file table ends too early");
  std::string_view body = bytes.substr(0, bytes.size() - kChecksumBytes);
  if (checksum_bytes(body) != bytes.substr(body.size()))
    ByteReader::fail("a file table's checksum is wrong");
  ByteReader in(body);
  if (in.byte() != kTableVersion) ByteReader::fail("a file table of another version");
  std::vector<FileEntry> entries;
  std::string previous;
  for (size_t left = in.count(); left > 0; --left) {
    entries.push_back(get_entry(in, previous));
    previous = entries.back().key;
  }
  in.finish();
  return entries;
}

std::filesystem::path file_table_path(const std::filesystem::path& segment) {
  return segment / "files";
}

std::vector<FileEntry> load_file_table(const std::filesystem::path& segment) {
  auto bytes = read_whole_file(file_table_path(segment));
  if (!bytes)
    throw Error(ErrorKind::index, fmt::format("{} is missing", file_table_path(segment).string()),
                "the index is damaged; index the sources again into a new folder");
  return decode_file_table(*bytes);
}

}  // namespace quotary
