#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/index/article_source.h"
#include "indexer/index/console.h"
#include "indexer/index/extraction.h"
#include "indexer/index/index_writer.h"

namespace quotary {

// What to do with an index.
struct IndexRun {
  std::vector<std::string> sources;
  ReadOptions read;
  Extraction extract = extraction_with(nullptr);
  unsigned threads = 1;
  bool prune = false;
  bool compact = false;
  bool dry_run = false;
  const std::atomic<bool>* stop = nullptr;  // set from a signal handler: finish and commit
};

// What came of it.
struct IndexSummary {
  uint64_t found = 0;  // files met
  uint64_t unchanged = 0;
  uint64_t added = 0;     // files indexed that were not in the index
  uint64_t replaced = 0;  // files indexed that were in it in another version
  uint64_t dropped = 0;   // files pruned
  uint64_t skipped = 0;   // files, or what else was met, not indexed for a reason that was told
  uint64_t articles = 0;  // indexed in this run
  uint64_t statements = 0;
  uint64_t undated = 0;  // articles without a date, of these
  uint64_t text_bytes = 0;
  bool stopped = false;  // before the end
};

// Brings the index up to date with the sources: files to batches, on several threads each batch to
// articles, statements, documents and one part of a segment; parts to segments, published every
// 256 MB of text and at the end; then --prune and merging. Memory is bounded by the batches on
// their way, whatever the corpus.
//
// A file that cannot be read is told to `console` and counted; the run goes on. Throws Error where
// it cannot: nothing committed is lost by that.
IndexSummary run_index(const IndexRun& run, IndexWriter& writer, const SegmentBuilder& builder,
                       Console& console);

}  // namespace quotary
