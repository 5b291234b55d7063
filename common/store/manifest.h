#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quotary {

// An index on disk:
//
//   DIR/manifest            what the index is, at this moment; replaced by renaming, never written
//   to DIR/segments/NAME/      one Xapian database (glass); written, synced, then named in a
//   manifest;
//                           never changed after that
//   DIR/segments/NAME/files the file versions that the segment holds (indexer/index/file_table.h)
//   DIR/segments/NAME/columns  the values that facets count, by document (columns.h)
//   DIR/segments/NAME/checksums  of all of these files
//   DIR/authority           names and their other forms, as the user gave them (common/names); may
//   be
//                           edited, counts from then on
//   DIR/names               which forms of speakers' names are one person (speaker_names.h)
//   DIR/work/               what an indexer is at; left over only where one was killed
//   DIR/lock                held (flock) by the one indexer that may write; its pid inside
//
// A reader opens the segments that one manifest names, and so sees a whole. It holds a shared flock
// on each segment's folder; whoever would remove a segment that no manifest names any more needs
// the exclusive one, and leaves the folder to a later run where a reader is still in it.
//
// The manifest is text: a first line with its version, lines of a word and tab-separated fields
// (percent-encoded), a last line with a checksum of all before it.

struct SourceEntry {
  std::string name;  // what keys begin with: the folder's last name, made unique
  std::string root;  // absolute path of the folder
  friend bool operator==(const SourceEntry&, const SourceEntry&) = default;
};

struct SegmentEntry {
  std::string name;  // of its folder under segments/
  uint64_t files = 0;
  uint64_t articles = 0;  // documents in it, superseded ones included
  uint64_t statements = 0;
  uint64_t text_bytes = 0;
  std::string writer;  // "api" or "bulk"
  // Terms (file_version_term) of file versions in it that are no longer valid.
  std::vector<std::string> superseded;
  uint64_t superseded_articles = 0;
  uint64_t superseded_statements = 0;
  friend bool operator==(const SegmentEntry&, const SegmentEntry&) = default;
};

struct Manifest {
  uint32_t schema_version = 0;
  uint64_t generation = 0;                     // grows by one with each publishing
  std::map<std::string, std::string> options;  // what the index was made with
  std::vector<SourceEntry> sources;
  std::vector<SegmentEntry> segments;

  uint64_t articles() const;    // live ones
  uint64_t statements() const;  // live ones
  friend bool operator==(const Manifest&, const Manifest&) = default;
};

std::string format_manifest(const Manifest& manifest);

// Throws Error{index} for a text that is damaged or of a version that is not known. `name` is for
// the message.
Manifest parse_manifest(std::string_view text, const std::string& name);

std::filesystem::path manifest_path(const std::filesystem::path& index);
std::filesystem::path authority_path(const std::filesystem::path& index);
std::filesystem::path segment_path(const std::filesystem::path& index, const std::string& name);

// nullopt where the index has none: the folder is absent or empty. Throws Error{index} where it is
// damaged, unreadable, of another schema version, or where the folder is no index.
std::optional<Manifest> load_manifest(const std::filesystem::path& index);

// Writes it beside, syncs, renames, syncs the folder: after a crash there is the old one or the
// new.
void save_manifest(const std::filesystem::path& index, const Manifest& manifest);

}  // namespace quotary
