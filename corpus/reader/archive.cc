#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <memory>

#include "common/base/error.h"
#include "corpus/reader/formats.h"

namespace quotary {
namespace {

constexpr size_t kChunk = size_t{256} << 10;

// Gives libarchive the bytes of a stream.
struct Input {
  ByteStream& bytes;
  std::string chunk;
};

la_ssize_t give_bytes(struct archive* handle, void* data, const void** buffer) {
  auto& input = *static_cast<Input*>(data);
  try {
    size_t count = input.bytes.read(input.chunk.data(), input.chunk.size());
    *buffer = input.chunk.data();
    return static_cast<la_ssize_t>(count);
  } catch (const std::exception& error) {
    archive_set_error(handle, EIO, "%s", error.what());
    return -1;
  }
}

struct CloseArchive {
  void operator()(struct archive* handle) const { archive_read_free(handle); }
};
using Handle = std::unique_ptr<struct archive, CloseArchive>;

std::string error_of(struct archive* handle) {
  const char* text = archive_error_string(handle);
  return text ? text : "the archive is damaged";
}

// What one archive has expanded to, over all of its members.
struct Expansion {
  const ReaderLimits& limits;
  const ByteStream& packed;
  uint64_t bytes = 0;

  void add(uint64_t count) {
    bytes += count;
    bool inflated =
        bytes > limits.free_expansion_bytes && bytes / limits.expansion_factor > packed.position();
    if (bytes > limits.expanded_bytes || inflated) {
      throw Error(ErrorKind::input, fmt::format("expands to more than {} bytes", bytes - count),
                  "it may be made to fill memory; unpack it by hand if it is not");
    }
  }
};

class MemberStream : public ByteStream {
 public:
  MemberStream(struct archive* handle, Expansion& expansion)
      : handle_(handle), expansion_(expansion) {}

 private:
  size_t fill(char* to, size_t size) override {
    la_ssize_t count = archive_read_data(handle_, to, size);
    if (count < 0) throw Error(ErrorKind::input, error_of(handle_));
    expansion_.add(static_cast<uint64_t>(count));
    return static_cast<size_t>(count);
  }

  struct archive* handle_;
  Expansion& expansion_;
};

Handle open_archive(Input& input) {
  Handle handle(archive_read_new());
  if (!handle) throw Error(ErrorKind::internal, "libarchive cannot be started");
  archive_read_support_filter_all(handle.get());
  archive_read_support_format_tar(handle.get());
  archive_read_support_format_zip_streamable(handle.get());
  archive_read_support_format_raw(handle.get());  // one compressed file
  if (archive_read_open(handle.get(), &input, nullptr, give_bytes, nullptr) != ARCHIVE_OK) {
    throw Error(ErrorKind::input, error_of(handle.get()));
  }
  return handle;
}

// "news.jsonl.gz" -> "news.jsonl".
std::string without_compression(std::string name) {
  for (std::string_view ending : {".gz", ".zst", ".xz", ".bz2"}) {
    if (name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  }
  return name;
}

bool is_left_out(std::string_view name) {
  std::string_view last = name.substr(name.rfind('/') + 1);
  return last.empty() || last.starts_with('.') || name.starts_with("__MACOSX/");
}

void read_member(const Source& archive, struct archive* handle, archive_entry* entry,
                 Expansion& expansion) {
  MemberStream bytes(handle, expansion);
  if (archive_format(handle) == ARCHIVE_FORMAT_RAW) {
    std::string name = without_compression(archive.name);
    read_source({bytes, archive.path, name, archive.date_path, archive.options, archive.sink,
                 archive.depth + 1});
    return;
  }
  const char* written = archive_entry_pathname_utf8(entry);
  if (!written) written = archive_entry_pathname(entry);
  std::string name = written ? written : "";
  if (archive_entry_filetype(entry) != AE_IFREG || is_left_out(name)) return;
  if (archive_entry_is_encrypted(entry)) {
    return archive.skipped("is encrypted", "unpack it by hand", name);
  }
  read_source({bytes, archive.path + "!" + name, name.substr(name.rfind('/') + 1),
               archive.date_path + "/" + name, archive.options, archive.sink, archive.depth + 1});
}

}  // namespace

void read_archive(const Source& source) {
  const ReaderLimits& limits = source.options.limits;
  if (source.depth >= limits.archive_depth) {
    return source.skipped(
        fmt::format("archives within archives, more than {} deep", limits.archive_depth));
  }
  Input input{source.bytes, std::string(kChunk, 0)};
  Handle handle = open_archive(input);
  Expansion expansion{limits, source.bytes};
  for (uint64_t member = 0;; ++member) {
    archive_entry* entry = nullptr;
    int status = archive_read_next_header(handle.get(), &entry);
    if (status == ARCHIVE_EOF) return;
    if (status < ARCHIVE_WARN) throw Error(ErrorKind::input, error_of(handle.get()));
    if (member >= limits.archive_members) {
      throw Error(ErrorKind::input, fmt::format("more than {} files", limits.archive_members));
    }
    read_member(source, handle.get(), entry, expansion);
  }
}

}  // namespace quotary
