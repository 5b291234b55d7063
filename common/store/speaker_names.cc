#include "common/store/speaker_names.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <deque>
#include <optional>
#include <unordered_map>

#include "common/base/error.h"
#include "common/names/names_data.h"
#include "common/store/columns.h"
#include "common/store/disk.h"
#include "common/store/hash.h"
#include "common/store/index_reader.h"
#include "common/store/manifest.h"
#include "common/store/terms.h"

namespace quotary {
namespace {

static_assert(std::endian::native == std::endian::little);

constexpr std::string_view kMagic = "QUOTNAM1";

struct Header {
  std::array<char, 8> magic;
  uint64_t key;
  uint64_t checksum;
  uint32_t segments;
  uint32_t pad;
};

// Of what the table is made of. Whoever changes how names are joined changes the version.
uint64_t key_of(const std::filesystem::path& index, const Manifest& manifest) {
  constexpr std::string_view version = "names 3\n";
  return stable_hash(fmt::format("{}{}{}{}{}", version, format_manifest(manifest),
                                 names_data("known_bodies"), names_data("nicknames"),
                                 read_whole_file(authority_path(index)).value_or("")));
}

Header header_of(std::string_view bytes) {
  Header header{};
  if (bytes.size() >= sizeof header) std::memcpy(&header, bytes.data(), sizeof header);
  return header;
}

bool is_names_file(const Header& header) {
  return std::string_view(header.magic.data(), header.magic.size()) == kMagic;
}

uint64_t checksum_of(std::string_view bytes) {
  Header header = header_of(bytes);
  header.checksum = 0;
  const std::string_view front(reinterpret_cast<const char*>(&header), sizeof header);
  return stable_hash(front) ^ stable_hash(bytes.substr(sizeof header));
}

// The key that a file says it is of; nullopt where there is no such file.
std::optional<uint64_t> key_in(const std::filesystem::path& file) {
  const FileHandle handle(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  Header header{};
  if (!handle.is_open() || ::read(handle.get(), &header, sizeof header) != sizeof header ||
      !is_names_file(header))
    return std::nullopt;
  return header.key;
}

// --- what a table is made of ----------------------------------------------------------------

// The documents of a segment that newer ones supersede.
std::vector<bool> superseded_documents(const Xapian::Database& segment,
                                       const std::vector<std::string>& terms) {
  std::vector<bool> superseded(segment.get_lastdocid() + size_t{1});
  for (const std::string& term : terms)
    for (auto at = segment.postlist_begin(term); at != segment.postlist_end(term); ++at)
      superseded[*at] = true;
  return superseded;
}

class TableMaker {
 public:
  explicit TableMaker(const IndexReader& index) : index_(index) {}

  std::string run(uint64_t key) {
    size_t segment = 0;
    for (const Manifest& manifest : index_.manifests())
      for (const SegmentEntry& entry : manifest.segments) add_segment(segment++, entry);
    const NewNameTable made = make_name_table(forms_, index_.authority());
    return bytes(key, made);
  }

 private:
  void add_segment(size_t number, const SegmentEntry& entry) {
    const Xapian::Database& segment = index_.segments()[number];
    const std::vector<bool> superseded = superseded_documents(segment, entry.superseded);
    const auto& columns = index_.columns()[number];
    const Column* speakers = columns ? columns->find(Slot::speaker) : nullptr;
    const Column* kinds = columns ? columns->find(Slot::kind) : nullptr;
    numbers_.emplace_back();
    if (speakers && kinds)
      add_columns(*speakers, *kinds, superseded);
    else
      add_values(segment, superseded);
  }

  // Statements have a kind, articles have none.
  void add_columns(const Column& speakers, const Column& kinds,
                   const std::vector<bool>& superseded) {
    std::vector<uint64_t> counts(speakers.values());
    const uint32_t last =
        std::min<uint32_t>(speakers.documents(), static_cast<uint32_t>(superseded.size() - 1));
    for (uint32_t document = 1; document <= last; ++document) {
      if (superseded[document] || kinds.of(document).empty()) continue;
      for (const uint32_t value : speakers.of(document))
        if (value < counts.size()) ++counts[value];
    }
    std::vector<uint32_t>& numbers = numbers_.back();
    numbers.assign(counts.size(), NameTable::unknown);
    for (uint32_t value = 0; value < counts.size(); ++value)
      if (counts[value] > 0) numbers[value] = add_form(speakers.value(value), counts[value]);
  }

  void add_values(const Xapian::Database& segment, const std::vector<bool>& superseded) {
    constexpr auto speakers = static_cast<Xapian::valueno>(Slot::speaker);
    constexpr auto kinds = static_cast<Xapian::valueno>(Slot::kind);
    auto kind = segment.valuestream_begin(kinds);
    for (auto at = segment.valuestream_begin(speakers); at != segment.valuestream_end(speakers);
         ++at) {
      kind.skip_to(at.get_docid());
      if (kind == segment.valuestream_end(kinds)) return;
      if (kind.get_docid() != at.get_docid() || superseded[at.get_docid()]) continue;
      for (const std::string& form : unpack_values(*at)) add_form(form, 1);
    }
  }

  uint32_t add_form(std::string_view form, uint64_t count) {
    if (const auto known = known_.find(form); known != known_.end()) {
      forms_[known->second].count += count;
      return known->second;
    }
    kept_.emplace_back(form);
    const auto number = static_cast<uint32_t>(forms_.size());
    forms_.push_back({kept_.back(), count});
    known_.emplace(kept_.back(), number);
    return number;
  }

  std::string bytes(uint64_t key, const NewNameTable& made) const {
    Header header{};
    std::copy(kMagic.begin(), kMagic.end(), header.magic.begin());
    header.key = key;
    header.segments = static_cast<uint32_t>(numbers_.size());
    std::string all(reinterpret_cast<const char*>(&header), sizeof header);
    const auto add = [&](uint32_t number) {
      all.append(reinterpret_cast<const char*>(&number), sizeof number);
    };
    for (const auto& numbers : numbers_) add(static_cast<uint32_t>(numbers.size()));
    for (const auto& numbers : numbers_)
      for (const uint32_t form : numbers)
        add(form == NameTable::unknown ? NameTable::unknown : made.groups[form]);
    all += made.bytes;
    header.checksum = checksum_of(all);
    std::memcpy(all.data(), &header, sizeof header);
    return all;
  }

  const IndexReader& index_;
  std::deque<std::string> kept_;
  std::vector<SeenForm> forms_;
  std::unordered_map<std::string_view, uint32_t> known_;
  std::vector<std::vector<uint32_t>> numbers_;  // of each segment: value -> form
};

}  // namespace

std::filesystem::path speaker_names_path(const std::filesystem::path& index) {
  return index / "names";
}

SpeakerNames::~SpeakerNames() {
  if (mapped_) ::munmap(const_cast<void*>(mapped_), mapped_size_);
}

std::shared_ptr<const SpeakerNames> SpeakerNames::of(const IndexReader& index, bool verify) {
  uint64_t key = 0;
  if (index.manifests().size() == 1) {
    key = key_of(index.path(), index.manifest());
    if (auto names = open(speaker_names_path(index.path()), key, verify)) return names;
  }
  std::shared_ptr<SpeakerNames> names(new SpeakerNames);
  names->made_ = with_index_errors(index.path(), [&] { return TableMaker(index).run(key); });
  names->bytes_ = names->made_;
  names->read();
  return names;
}

// nullptr where the file is not there, not of this key, or not to be read: it is only ever a
// shorter way.
std::shared_ptr<const SpeakerNames> SpeakerNames::open(const std::filesystem::path& file,
                                                       uint64_t key, bool verify) {
  const FileHandle handle(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (!handle.is_open() || ::fstat(handle.get(), &status) != 0) return nullptr;
  const auto size = static_cast<size_t>(status.st_size);
  if (size < sizeof(Header)) return nullptr;
  const void* bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, handle.get(), 0);
  if (bytes == MAP_FAILED) return nullptr;
  std::shared_ptr<SpeakerNames> names(new SpeakerNames);
  names->mapped_ = bytes;
  names->mapped_size_ = size;
  names->bytes_ = {static_cast<const char*>(bytes), size};
  const Header header = header_of(names->bytes_);
  if (!is_names_file(header) || header.key != key) return nullptr;
  if (verify && checksum_of(names->bytes_) != header.checksum) return nullptr;
  try {
    names->read();
  } catch (const Error&) {
    return nullptr;
  }
  return names;
}

void SpeakerNames::read() {
  const uint32_t segments = header_of(bytes_).segments;
  std::string_view rest = bytes_.substr(sizeof(Header));
  const auto take = [&](size_t count) {
    if (count > rest.size() / sizeof(uint32_t))
      throw Error(ErrorKind::index, "the file of names is damaged");
    const std::span<const uint32_t> numbers(reinterpret_cast<const uint32_t*>(rest.data()), count);
    rest.remove_prefix(count * sizeof(uint32_t));
    return numbers;
  };
  for (const uint32_t size : take(segments))
    groups_.emplace_back(static_cast<uint32_t*>(nullptr), size);
  for (auto& groups : groups_) groups = take(groups.size());
  table_ = NameTable(rest);
}

void update_speaker_names(const std::filesystem::path& index) {
  const std::filesystem::path file = speaker_names_path(index);
  const std::optional<Manifest> manifest = load_manifest(index);
  if (!manifest || key_in(file) == key_of(index, *manifest)) return;
  const IndexReader reader(index);
  const uint64_t key = key_of(index, reader.manifest());
  replace_file(file, with_index_errors(index, [&] { return TableMaker(reader).run(key); }));
}

std::string speaker_names_problem(const std::filesystem::path& index) {
  const auto bytes = read_whole_file(speaker_names_path(index));
  if (!bytes) return {};
  const Header header = header_of(*bytes);
  const bool sound = is_names_file(header) && checksum_of(*bytes) == header.checksum;
  return sound ? ""
               : "names is damaged: its checksum is wrong; the next run of quotary-index "
                 "makes it anew";
}

}  // namespace quotary
