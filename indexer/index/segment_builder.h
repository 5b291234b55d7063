#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/index_document.h"

namespace quotary {

// What a part has come to. Frees what it takes on disk at its end.
class FinishedPart {
 public:
  virtual ~FinishedPart() = default;
};

// A part of a segment that is being built: the documents of one batch of files, written by one
// thread. What it needs on disk lies in private places under its folder.
class SegmentPart {
 public:
  virtual ~SegmentPart() = default;
  // Documents are numbered in the order in which they come. Those of one vocabulary are quicker one
  // behind the other.
  virtual void add(const IndexDocument& document) = 0;
  // The last call.
  virtual std::unique_ptr<FinishedPart> finish() = 0;
};

// Databases opened together take up to six each of the usual 1,024 descriptors.
inline constexpr size_t kMaxParts = 64;

// Segments have no lists of terms by document (Xapian's DB_NO_TERMLIST): they were a quarter of an
// index, and only change, delete and list the terms of single documents, which nothing here does.
//
// Who writes segments: the way over the API (reference and fallback), or the bulk writer. Nothing
// else knows which of them it was. Thread-safe.
class SegmentBuilder {
 public:
  virtual ~SegmentBuilder() = default;
  virtual std::string_view name() const = 0;

  // `folder` does not exist yet; the folder that it lies in does.
  virtual std::unique_ptr<SegmentPart> new_part(const std::filesystem::path& folder) const = 0;

  // How many parts it merges at most. Known only when a first part was made.
  virtual size_t max_parts() const { return kMaxParts; }

  // Makes one glass database `segment` (which does not exist yet) of finished parts that this
  // builder has made, at most max_parts(), documents in the order of the parts. Not synced.
  virtual void merge_parts(const std::vector<std::unique_ptr<FinishedPart>>& parts,
                           const std::filesystem::path& segment) const = 0;
};

// Through Xapian's API: each part a database, flushed every 50 documents, then compacted together.
std::unique_ptr<SegmentBuilder> make_api_segment_builder();

// By the project's own writer of glass databases (indexer/glass): several times as fast. Parts are
// merged in up to `threads` threads.
std::unique_ptr<SegmentBuilder> make_bulk_segment_builder(unsigned threads = 1);

// Whether both make the same of a few documents that try all corners, byte for byte once Xapian has
// compacted them: the writer knows Xapian's format, and the library may be of another version than
// it was written for. `folder` is private, and empty again afterwards.
bool bulk_writer_agrees(const std::filesystem::path& folder);

// By name: "api", "bulk", or "auto": the bulk writer if it agrees, which is tried out with the
// first part (some 10 ms), else the API. Throws Error{usage} for another name.
std::unique_ptr<SegmentBuilder> make_segment_builder(std::string_view name, unsigned threads = 1);

// Makes one database `target` of several, without the documents that carry one of `dropped`
// (terms). Works on whatever wrote them; what of them holds such documents is written again, by
// `builder`. At most kMaxParts. Documents keep their order. The folder of `target` is private.
void merge_segments(const std::vector<std::filesystem::path>& segments,
                    const std::vector<std::string>& dropped, const SegmentBuilder& builder,
                    const std::filesystem::path& target);

}  // namespace quotary
