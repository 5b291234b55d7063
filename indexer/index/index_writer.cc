#include "indexer/index/index_writer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <map>
#include <thread>

#include "common/base/error.h"
#include "common/store/checksums.h"
#include "common/store/columns.h"
#include "common/store/hash.h"
#include "common/store/schema.h"
#include "common/store/speaker_names.h"
#include "common/store/terms.h"

namespace quotary {
namespace {

constexpr uint64_t kLowestLevelBytes = 4 << 20;  // of text
constexpr uint64_t kLevelFactor = 8;
constexpr size_t kSegmentsPerLevel = 8;
// Every query excludes superseded versions term by term: some are cheap, thousands are not.
constexpr size_t kMaxSupersededTerms = 1000;
constexpr auto kLockPause = std::chrono::milliseconds(50);

void make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw_disk_error("cannot make the folder", folder, error.value());
}

// Of a folder that we made; what cannot be removed is left to the next run.
void remove_quietly(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::remove_all(path, error);
}

// A folder with other things in it is not made an index by a slip of the keyboard.
// A manifest is looked for only after the listing: an indexer that began beside this one may
// publish its first in between, and what was listed is then an index's own.
void refuse_strange_folder(const std::filesystem::path& index) {
  for (const auto& entry : std::filesystem::directory_iterator(index)) {
    std::string name = entry.path().filename().string();
    if (name == "lock" || name == "work" || name == "segments" || name == "manifest.new") continue;
    if (load_manifest(index)) return;
    throw Error(
        ErrorKind::index,
        fmt::format("{} is no index, and it is not empty (it holds {})", index.string(), name),
        "name an empty or a new folder with -i");
  }
}

bool begins_with_any(const std::string& key, const std::vector<std::string>& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](const std::string& prefix) { return key.starts_with(prefix); });
}

unsigned level_of(const SegmentEntry& segment) {
  unsigned level = 0;
  for (uint64_t limit = kLowestLevelBytes; segment.text_bytes > limit; limit *= kLevelFactor)
    ++level;
  return level;
}

bool is_worn(const SegmentEntry& segment) {
  return segment.superseded.size() > kMaxSupersededTerms ||
         (!segment.superseded.empty() && segment.superseded_articles * 2 > segment.articles);
}

// Segments to merge next, by name; empty where none pays.
std::vector<std::string> merge_candidates(const Manifest& manifest) {
  std::map<unsigned, std::vector<std::string>> levels;
  for (const SegmentEntry& segment : manifest.segments) {
    if (is_worn(segment)) return {segment.name};
    auto& level = levels[level_of(segment)];
    level.push_back(segment.name);
    if (level.size() == kSegmentsPerLevel) return level;
  }
  return {};
}

SegmentEntry count_files(const std::vector<FileEntry>& files) {
  SegmentEntry segment;
  segment.files = files.size();
  for (const FileEntry& file : files) {
    segment.articles += file.articles;
    segment.statements += file.statements;
    segment.text_bytes += file.text_bytes;
  }
  return segment;
}

}  // namespace

IndexWriter::IndexWriter(std::filesystem::path index, std::shared_ptr<const SegmentBuilder> builder,
                         const Options& options)
    : index_(std::move(index)), work_(index_ / "work"), builder_(std::move(builder)) {
  load_manifest(index_);  // what is no index, or of another schema, is refused before it is touched
  make_folder(index_);
  refuse_strange_folder(index_);
  take_lock(options);
  if (std::optional<Manifest> manifest = load_manifest(index_)) {
    manifest_ = std::move(*manifest);
  } else {
    manifest_.schema_version = kSchemaVersion;
  }
  run_generation_ = manifest_.generation + 1;
  make_folder(index_ / "segments");
  remove_leftovers();
  make_folder(work_);
  load_known_files();
}

IndexWriter::~IndexWriter() { remove_quietly(work_); }

void IndexWriter::take_lock(const Options& options) {
  std::filesystem::path path = index_ / "lock";
  lock_ = FileHandle(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (!lock_.is_open()) throw_disk_error("cannot open", path, errno);
  auto deadline =
      std::chrono::steady_clock::now() + std::chrono::seconds(options.lock_wait_seconds);
  bool told = false;
  while (::flock(lock_.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) throw_disk_error("cannot lock", path, errno);
    std::string holder = read_whole_file(path).value_or("");
    if (holder.empty()) holder = "of unknown number";
    if (std::chrono::steady_clock::now() >= deadline)
      throw Error(ErrorKind::index,
                  fmt::format("{} is being written by process {}", index_.string(), holder),
                  "wait until it has finished, or give it longer with --lock-wait SECONDS");
    if (!told)
      options.notice(fmt::format("quotary-index: waiting for process {}, which is writing {}",
                                 holder, index_.string()));
    told = true;
    std::this_thread::sleep_for(kLockPause);
  }
  std::string pid = fmt::to_string(::getpid());
  if (::ftruncate(lock_.get(), 0) != 0 ||
      ::pwrite(lock_.get(), pid.data(), pid.size(), 0) != static_cast<ssize_t>(pid.size()))
    throw_disk_error("cannot write", path, errno);
}

void IndexWriter::remove_leftovers() {
  remove_quietly(work_);
  remove_unused_segments();
}

void IndexWriter::remove_unused_segments() {
  std::unordered_set<std::string> used;
  for (const SegmentEntry& segment : manifest_.segments) used.insert(segment.name);
  for (const auto& entry : std::filesystem::directory_iterator(index_ / "segments")) {
    if (used.contains(entry.path().filename().string())) continue;
    FileHandle lock = lock_folder_exclusive(entry.path());
    if (lock.is_open()) remove_quietly(entry.path());
  }
}

void IndexWriter::load_known_files() {
  for (const SegmentEntry& segment : manifest_.segments) {
    auto id = static_cast<uint32_t>(segment_names_.size());
    segment_names_.push_back(segment.name);
    std::unordered_set<std::string> superseded(segment.superseded.begin(),
                                               segment.superseded.end());
    for (const FileEntry& file : load_file_table(segment_path(index_, segment.name))) {
      if (!superseded.empty() && superseded.contains(file_version_term(file.key, file.generation)))
        continue;
      known_.push_back({stable_hash(file.key), file.hash, file.size, file.modified, file.generation,
                        file.articles, file.statements, id});
    }
  }
  std::sort(known_.begin(), known_.end(),
            [](const KnownFile& a, const KnownFile& b) { return a.key_hash < b.key_hash; });
}

const IndexWriter::KnownFile* IndexWriter::find(const std::string& key) const {
  uint64_t hash = stable_hash(key);
  auto found = std::lower_bound(
      known_.begin(), known_.end(), hash,
      [](const KnownFile& file, uint64_t wanted) { return file.key_hash < wanted; });
  return found != known_.end() && found->key_hash == hash ? &*found : nullptr;
}

IndexWriter::KnownFile* IndexWriter::find(const std::string& key) {
  return const_cast<KnownFile*>(std::as_const(*this).find(key));
}

NamedSource IndexWriter::add_source(const std::filesystem::path& source) {
  return resolve_source(source, manifest_.sources);
}

IndexWriter::FileState IndexWriter::look_up(const std::string& key, uint64_t size,
                                            int64_t modified) {
  KnownFile* known = find(key);
  if (!known) {
    bool first = found_new_.insert(stable_hash(key)).second;
    return first ? FileState::fresh : FileState::repeated;
  }
  if (known->found) return FileState::repeated;
  known->found = true;
  if (known->size != size) return FileState::changed;
  if (known->modified == modified) return FileState::unchanged;
  return known->content_hash != 0 ? FileState::maybe_changed : FileState::changed;
}

uint64_t IndexWriter::known_hash(const std::string& key) const {
  const KnownFile* known = find(key);
  return known ? known->content_hash : 0;
}

bool IndexWriter::holds(const std::string& key_prefix) const {
  for (const SegmentEntry& segment : manifest_.segments)
    for (const FileEntry& file : load_file_table(segment_path(index_, segment.name))) {
      const KnownFile* known = find(file.key);
      if (known && !known->superseded && file.key.starts_with(key_prefix)) return true;
    }
  return false;
}

std::filesystem::path IndexWriter::new_part_folder() {
  return work_ / fmt::format("part{}", parts_.fetch_add(1));
}

void IndexWriter::supersede(Manifest& next, KnownFile& known, const std::string& key) const {
  const std::string& name = segment_names_[known.segment];
  for (SegmentEntry& segment : next.segments) {
    if (segment.name != name) continue;
    segment.superseded.push_back(file_version_term(key, known.generation));
    segment.superseded_articles += known.articles;
    segment.superseded_statements += known.statements;
  }
  known.superseded = true;
}

std::string IndexWriter::place_segment(const std::filesystem::path& built,
                                       const std::vector<FileEntry>& files,
                                       uint64_t generation) const {
  std::string name = fmt::format("s{}", generation);
  replace_file(file_table_path(built), encode_file_table(files));
  write_columns(built);
  write_checksums(built);
  sync_tree(built);
  std::filesystem::path target = segment_path(index_, name);
  remove_quietly(target);
  rename_synced(built, target);
  return name;
}

void IndexWriter::commit(Manifest next) {
  std::erase_if(next.segments, [](const SegmentEntry& segment) {
    return segment.articles == segment.superseded_articles;
  });
  save_manifest(index_, next);
  manifest_ = std::move(next);
}

void IndexWriter::publish(const IndexRound& round) {
  Manifest next = manifest_;
  ++next.generation;
  for (const FileEntry& file : round.files) {
    KnownFile* known = find(file.key);
    if (known && !known->superseded) supersede(next, *known, file.key);
  }
  if (!round.parts.empty()) {
    std::filesystem::path built = work_ / "segment";
    remove_quietly(built);
    builder_->merge_parts(round.parts, built);
    SegmentEntry segment = count_files(round.files);
    segment.name = place_segment(built, round.files, next.generation);
    segment.writer = builder_->name();
    next.segments.push_back(std::move(segment));
  }
  commit(std::move(next));
  remove_unused_segments();
}

template <typename Visit>
void IndexWriter::for_each_prunable(const PruneScope& scope, Visit visit) const {
  for (const SegmentEntry& segment : manifest_.segments)
    for (const FileEntry& file : load_file_table(segment_path(index_, segment.name))) {
      if (!begins_with_any(file.key, scope.within)) continue;
      if (begins_with_any(file.key, scope.except)) continue;
      const KnownFile* known = find(file.key);
      if (known && known->generation == file.generation && !known->found && !known->superseded)
        visit(file.key);
    }
}

size_t IndexWriter::count_prunable(const PruneScope& scope) const {
  size_t count = 0;
  for_each_prunable(scope, [&](const std::string&) { ++count; });
  return count;
}

size_t IndexWriter::prune(const PruneScope& scope) {
  std::vector<std::string> keys;
  for_each_prunable(scope, [&](const std::string& key) { keys.push_back(key); });
  if (keys.empty()) return 0;
  Manifest next = manifest_;
  ++next.generation;
  for (const std::string& key : keys) supersede(next, *find(key), key);
  commit(std::move(next));
  remove_unused_segments();
  return keys.size();
}

void IndexWriter::merge(const std::vector<std::string>& names) {
  std::vector<std::filesystem::path> folders;
  std::vector<std::string> dropped;
  std::vector<FileEntry> files;
  Manifest next = manifest_;
  ++next.generation;
  for (const SegmentEntry& segment : manifest_.segments) {
    if (std::find(names.begin(), names.end(), segment.name) == names.end()) continue;
    folders.push_back(segment_path(index_, segment.name));
    // A merge would give the damage right checksums, and nobody would find it again.
    expect_right_checksums(folders.back());
    std::unordered_set<std::string> superseded(segment.superseded.begin(),
                                               segment.superseded.end());
    dropped.insert(dropped.end(), superseded.begin(), superseded.end());
    for (FileEntry& file : load_file_table(folders.back()))
      if (superseded.empty() || !superseded.contains(file_version_term(file.key, file.generation)))
        files.push_back(std::move(file));
  }
  std::filesystem::path built = work_ / "merged";
  remove_quietly(built);
  merge_segments(folders, dropped, *builder_, built);
  SegmentEntry merged = count_files(files);
  merged.name = place_segment(built, files, next.generation);
  auto is_merged = [&](const SegmentEntry& segment) {
    return std::find(names.begin(), names.end(), segment.name) != names.end();
  };
  auto place = std::find_if(next.segments.begin(), next.segments.end(), is_merged);
  merged.writer = place->writer;
  *place = merged;
  std::erase_if(next.segments, [&](const SegmentEntry& s) { return is_merged(s); });
  for (std::string& name : segment_names_)
    if (std::find(names.begin(), names.end(), name) != names.end()) name = merged.name;
  commit(std::move(next));
  remove_unused_segments();
}

void IndexWriter::merge_where_it_pays() {
  for (auto names = merge_candidates(manifest_); !names.empty();
       names = merge_candidates(manifest_))
    merge(names);
}

void IndexWriter::merge_all() {
  auto worn = [](const SegmentEntry& segment) { return !segment.superseded.empty(); };
  while (manifest_.segments.size() > 1 ||
         std::any_of(manifest_.segments.begin(), manifest_.segments.end(), worn)) {
    std::vector<std::string> names;
    for (const SegmentEntry& segment : manifest_.segments)
      if (names.size() < kMaxParts) names.push_back(segment.name);
    merge(names);
  }
}

void IndexWriter::publish_names() const { update_speaker_names(index_); }

}  // namespace quotary
