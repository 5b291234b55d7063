#include "common/store/columns.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <limits>
#include <unordered_map>

#include "common/base/error.h"
#include "common/store/disk.h"
#include "common/store/index_reader.h"
#include "common/store/segment_database.h"
#include "common/store/terms.h"

namespace quotary {
namespace {

static_assert(std::endian::native == std::endian::little);

constexpr std::string_view kMagic = "QUOTCOL1";

struct Header {
  std::array<char, 8> magic;
  uint32_t columns;
  uint32_t documents;
};

struct ColumnHeader {
  uint32_t slot;
  uint32_t values;
  uint32_t entries;
  uint32_t pad;
  uint64_t begins, entries_at, ends, text;  // offsets in the file
  uint64_t text_size;
};

std::filesystem::path columns_path(const std::filesystem::path& segment) {
  return segment / "columns";
}

// Slots that facets read, each once.
std::vector<const Field*> counted_fields() {
  std::vector<const Field*> fields;
  for (const Field& field : kFields) {
    const bool known = std::any_of(fields.begin(), fields.end(),
                                   [&](const Field* f) { return f->slot == field.slot; });
    if (field.facet != FacetKind::none && field.slot != Slot::none && !known)
      fields.push_back(&field);
  }
  return fields;
}

// One column as it is put together.
struct NewColumn {
  std::vector<uint32_t> begins{0}, entries, ends;
  std::string text;
};

class ColumnBuilder {
 public:
  ColumnBuilder(const Xapian::Database& database, const Field& field)
      : database_(database), field_(field) {}

  NewColumn run() {
    const auto slot = static_cast<Xapian::valueno>(field_.slot);
    const Xapian::docid last = database_.get_lastdocid();
    column_.begins.reserve(last + 1);
    for (auto at = database_.valuestream_begin(slot); at != database_.valuestream_end(slot); ++at) {
      fill_up_to(at.get_docid());
      add_document(*at);
    }
    fill_up_to(last + 1);
    return std::move(column_);
  }

 private:
  // Documents before `document` that have no value.
  void fill_up_to(Xapian::docid document) { column_.begins.resize(document, end()); }

  void add_document(const std::string& stored) {
    if (field_.facet == FacetKind::packed) {
      for (const std::string& value : unpack_values(stored)) add_value(value);
    } else {
      add_value(stored);
    }
    column_.begins.push_back(end());
  }

  void add_value(const std::string& value) {
    const auto [known, is_new] =
        numbers_.try_emplace(value, static_cast<uint32_t>(column_.ends.size()));
    if (is_new) {
      column_.text += value;
      column_.ends.push_back(checked(column_.text.size()));
    }
    column_.entries.push_back(known->second);
  }

  uint32_t end() const { return checked(column_.entries.size()); }

  static uint32_t checked(size_t size) {
    if (size > std::numeric_limits<uint32_t>::max())
      throw Error(ErrorKind::index, "a segment has too many values for its columns");
    return static_cast<uint32_t>(size);
  }

  const Xapian::Database& database_;
  const Field& field_;
  std::unordered_map<std::string, uint32_t> numbers_;
  NewColumn column_;
};

template <typename T>
void append(std::ofstream& out, const std::vector<T>& numbers) {
  out.write(reinterpret_cast<const char*>(numbers.data()),
            static_cast<std::streamsize>(numbers.size() * sizeof(T)));
}

uint64_t bytes_of(const std::vector<uint32_t>& numbers) { return numbers.size() * 4; }

// Writes one column behind what is there; the text is padded so that the next one's numbers lie
// where 32-bit numbers may.
ColumnHeader append_column(std::ofstream& out, uint64_t at, Slot slot, const NewColumn& column) {
  ColumnHeader header{};
  header.slot = static_cast<uint32_t>(slot);
  header.values = static_cast<uint32_t>(column.ends.size());
  header.entries = static_cast<uint32_t>(column.entries.size());
  header.begins = at;
  header.entries_at = header.begins + bytes_of(column.begins);
  header.ends = header.entries_at + bytes_of(column.entries);
  header.text = header.ends + bytes_of(column.ends);
  header.text_size = column.text.size();
  append(out, column.begins);
  append(out, column.entries);
  append(out, column.ends);
  out.write(column.text.data(), static_cast<std::streamsize>(column.text.size()));
  out.write("\0\0\0", static_cast<std::streamsize>((4 - column.text.size() % 4) % 4));
  return header;
}

void write_all(std::ofstream& out, const Xapian::Database& database) {
  const std::vector<const Field*> fields = counted_fields();
  Header header{};
  std::copy(kMagic.begin(), kMagic.end(), header.magic.begin());
  header.columns = static_cast<uint32_t>(fields.size());
  header.documents = database.get_lastdocid();
  std::vector<ColumnHeader> headers(fields.size());
  const auto write_headers = [&] {
    out.seekp(0);
    out.write(reinterpret_cast<const char*>(&header), sizeof header);
    append(out, headers);
  };
  write_headers();
  for (size_t i = 0; i < fields.size(); ++i) {
    out.seekp(0, std::ios::end);
    headers[i] = append_column(out, static_cast<uint64_t>(out.tellp()), fields[i]->slot,
                               ColumnBuilder(database, *fields[i]).run());
  }
  write_headers();
}

[[noreturn]] void throw_damaged(const std::filesystem::path& file) {
  throw Error(ErrorKind::index, fmt::format("{} is damaged", file.string()),
              "quotary-index --check tells what else is; indexing the sources again into a new "
              "folder repairs it");
}

// `count` numbers at an offset; throws where they are not within the file.
std::span<const uint32_t> numbers_at(std::string_view bytes, uint64_t offset, uint64_t count,
                                     const std::filesystem::path& file) {
  if (offset % 4 != 0 || offset > bytes.size() || count > (bytes.size() - offset) / 4)
    throw_damaged(file);
  return {reinterpret_cast<const uint32_t*>(bytes.data() + offset), static_cast<size_t>(count)};
}

}  // namespace

std::string_view Column::value(uint32_t number) const {
  const uint32_t begin = number == 0 ? 0 : ends_[number - 1], end = ends_[number];
  if (begin > end || end > text_.size()) return {};
  return text_.substr(begin, end - begin);
}

SegmentColumns::~SegmentColumns() { ::munmap(const_cast<void*>(bytes_), size_); }

std::shared_ptr<const SegmentColumns> SegmentColumns::open(const std::filesystem::path& segment) {
  const std::filesystem::path file = columns_path(segment);
  const FileHandle handle(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!handle.is_open() && errno == ENOENT) return nullptr;
  struct stat status {};
  if (!handle.is_open() || ::fstat(handle.get(), &status) != 0)
    throw_disk_error("cannot open", file, errno);
  const auto size = static_cast<size_t>(status.st_size);
  if (size < sizeof(Header)) throw_damaged(file);
  const void* bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, handle.get(), 0);
  if (bytes == MAP_FAILED) throw_disk_error("cannot read", file, errno);
  std::shared_ptr<SegmentColumns> columns(new SegmentColumns(bytes, size));
  columns->read(file);
  return columns;
}

void SegmentColumns::read(const std::filesystem::path& file) {
  const std::string_view bytes(static_cast<const char*>(bytes_), size_);
  Header header{};
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::string_view(header.magic.data(), header.magic.size()) != kMagic) throw_damaged(file);
  if (header.columns > (bytes.size() - sizeof header) / sizeof(ColumnHeader)) throw_damaged(file);
  for (uint32_t i = 0; i < header.columns; ++i) {
    ColumnHeader one{};
    std::memcpy(&one, bytes.data() + sizeof header + i * sizeof one, sizeof one);
    Column column;
    column.slot_ = static_cast<Slot>(one.slot);
    column.begins_ = numbers_at(bytes, one.begins, uint64_t{header.documents} + 1, file);
    column.entries_ = numbers_at(bytes, one.entries_at, one.entries, file);
    column.ends_ = numbers_at(bytes, one.ends, one.values, file);
    if (one.text > bytes.size() || one.text_size > bytes.size() - one.text) throw_damaged(file);
    column.text_ = bytes.substr(one.text, one.text_size);
    columns_.push_back(column);
  }
}

const Column* SegmentColumns::find(Slot slot) const {
  const auto found = std::find_if(columns_.begin(), columns_.end(),
                                  [&](const Column& column) { return column.slot() == slot; });
  return found == columns_.end() ? nullptr : &*found;
}

void write_columns(const std::filesystem::path& segment) {
  const std::filesystem::path file = columns_path(segment);
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  with_index_errors(segment, [&] { write_all(out, open_segment_database(segment)); });
  out.close();
  if (!out) throw_disk_error("cannot write", file, errno);
}

}  // namespace quotary
