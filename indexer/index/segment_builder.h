#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/index_document.h"

namespace quotary {

// A part of a segment that is being built: the documents of one batch of files, written by one
// thread. Everything it needs on disk lies in its own private folder.
class SegmentPart {
 public:
  virtual ~SegmentPart() = default;
  // Documents are numbered in the order in which they come.
  virtual void add(const IndexDocument& document) = 0;
  // All of it is on disk (not synced: parts are never published). Nothing is added after that.
  virtual void finish() = 0;
};

// Who writes segments: the way over the API (reference and fallback), or the bulk writer. Nothing
// else knows which of them it was. Thread-safe.
class SegmentBuilder {
 public:
  virtual ~SegmentBuilder() = default;
  virtual std::string_view name() const = 0;

  // `folder` does not exist yet.
  virtual std::unique_ptr<SegmentPart> new_part(const std::filesystem::path& folder) const = 0;

  // Makes one glass database `segment` (which does not exist yet) of finished parts, at most
  // kMaxParts of them, documents in the order of the parts. The parts stay.
  virtual void merge_parts(const std::vector<std::filesystem::path>& parts,
                           const std::filesystem::path& segment) const = 0;
};

// Opened together: each takes up to six of the usual 1,024 descriptors.
inline constexpr size_t kMaxParts = 64;

// Through Xapian's API: each part a database, flushed every 50 documents, then compacted together.
std::unique_ptr<SegmentBuilder> make_api_segment_builder();

// Makes one database `target` of several, without the documents that carry one of `dropped`
// (terms). Works on whatever wrote them. At most kMaxParts. Documents keep their order.
void merge_segments(const std::vector<std::filesystem::path>& segments,
                    const std::vector<std::string>& dropped, const std::filesystem::path& target);

}  // namespace quotary
