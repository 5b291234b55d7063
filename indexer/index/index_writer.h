#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "common/store/disk.h"
#include "common/store/manifest.h"
#include "indexer/index/file_table.h"
#include "indexer/index/segment_builder.h"
#include "indexer/index/source_names.h"

namespace quotary {

// What was built since the last publishing: finished parts and the file versions in them.
struct IndexRound {
  std::vector<std::unique_ptr<FinishedPart>> parts;
  std::vector<FileEntry> files;
};

// An index that is being written: the lock, the manifest, the files that are in it, publishing and
// merging. The layout and its rules are in common/store/manifest.h.
//
//   publish   parts -> one new segment: built in DIR/work, synced, moved, then named by a new
//             manifest, which also says which older versions it supersedes. Until that moment
//             nobody sees any of it; a process that is killed leaves only DIR/work behind.
//   merge     several segments -> one, without what was superseded. Segments are put on levels by
//             the size of their text, each level eight times the one below; eight segments of one
//             level are merged, so that each document is rewritten about once a level. A segment
//             with too many superseded versions is rewritten by itself.
//
// Errors are Error{index}. One thread at a time, but for new_part_folder().
class IndexWriter {
 public:
  struct Options {
    unsigned lock_wait_seconds = 10;
    std::function<void(const std::string&)> notice = [](const std::string&) {};
  };

  enum class FileState { fresh, changed, maybe_changed, unchanged, repeated };

  // Makes the folder where there is none. Throws Error{index} where the lock is held for longer
  // than the wait, naming who holds it.
  IndexWriter(std::filesystem::path index, std::shared_ptr<const SegmentBuilder> builder,
              const Options& options);
  ~IndexWriter();
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  const Manifest& manifest() const { return manifest_; }
  // What goes into file_version_term for all files of this run.
  uint64_t run_generation() const { return run_generation_; }

  NamedSource add_source(const std::filesystem::path& source);

  // How a file that a walk found stands to the index; remembers that it was found.
  //   maybe_changed   another time, but the same size: unchanged if its hash is known_hash()
  //   repeated        found before in this run
  FileState look_up(const std::string& key, uint64_t size, int64_t modified);
  uint64_t known_hash(const std::string& key) const;

  // Whether the index holds any file whose key begins so.
  bool holds(const std::string& key_prefix) const;

  // A name for a part, in a folder that exists.
  std::filesystem::path new_part_folder();

  void publish(const IndexRound& round);

  // Which files pruning is about, by what their keys begin with.
  struct PruneScope {
    std::vector<std::string> within;
    std::vector<std::string> except;  // could not be looked at: they may be there still
  };

  // Drops the files in that scope that were not looked up. Returns how many files that were.
  size_t prune(const PruneScope& scope);
  // The same without doing it.
  size_t count_prunable(const PruneScope& scope) const;

  void merge_where_it_pays();
  void merge_all();

  // Which names are one person, for what is published now (common/store/speaker_names.h). Once at
  // the end of a run: until then, and after a run that was killed, readers find it out themselves.
  void publish_names() const;

 private:
  // One file version that was in the index when it was opened. Kept small: there are millions.
  struct KnownFile {
    uint64_t key_hash;
    uint64_t content_hash;
    uint64_t size;
    int64_t modified;
    uint64_t generation;
    uint32_t articles;
    uint32_t statements;
    uint32_t segment;  // in segment_names_
    bool found = false;
    bool superseded = false;
  };

  void take_lock(const Options& options);
  void load_known_files();
  void remove_leftovers();
  void remove_unused_segments();
  KnownFile* find(const std::string& key);
  const KnownFile* find(const std::string& key) const;
  void supersede(Manifest& next, KnownFile& known, const std::string& key) const;
  std::string place_segment(const std::filesystem::path& built, const std::vector<FileEntry>& files,
                            uint64_t generation) const;
  void commit(Manifest next);
  void merge(const std::vector<std::string>& names);
  template <typename Visit>
  void for_each_prunable(const PruneScope& scope, Visit visit) const;

  std::filesystem::path index_;
  std::filesystem::path work_;
  std::shared_ptr<const SegmentBuilder> builder_;
  FileHandle lock_;
  Manifest manifest_;
  uint64_t run_generation_ = 0;
  std::vector<KnownFile> known_;            // by key_hash
  std::vector<std::string> segment_names_;  // where known files lie; follows merges
  std::unordered_set<uint64_t> found_new_;  // files found in this run that were not known
  std::atomic<uint64_t> parts_{0};
};

}  // namespace quotary
