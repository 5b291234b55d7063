#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "corpus/article/article.h"
#include "indexer/index/source_files.h"

namespace quotary {

// How files are read, whatever is done with their articles.
struct ReadOptions {
  std::string format;    // a reader's name; empty: found out for each file
  std::string language;  // ISO 639-1; empty: found out for each article
  // ReaderLimits::article_bytes; 0: as it is there. Records and documents may be twice as long.
  uint64_t most_article_bytes = 0;
};

using VisitArticle = std::function<void(Article&&)>;
using ReportProblem = std::function<void(const SourceProblem&)>;

// What came of reading a file.
struct ReadResult {
  bool skipped = false;  // it, or a part of it, was skipped, and told
  uint64_t hash = 0;     // stable_hash of its bytes; 0 where they were not read in one piece
};

// Calls visit(article) for each article of a file, in order; Article::path is the file's path under
// its source. What is wrong with the file goes to `report`, and nothing is thrown for it.
ReadResult read_articles(const SourceFile& file, const ReadOptions& options,
                         const VisitArticle& visit, const ReportProblem& report);

// stable_hash of a file's bytes, as read_articles would give it; 0 where it cannot be read.
uint64_t hash_file(const SourceFile& file);

}  // namespace quotary
