#pragma once

#include <functional>
#include <string>

#include "corpus/article/article.h"
#include "indexer/index/source_files.h"

namespace quotary {

// How files are read, whatever is done with their articles.
struct ReadOptions {
  std::string format;    // a reader's name; empty: found out for each file
  std::string language;  // ISO 639-1; empty: found out for each article
};

using VisitArticle = std::function<void(Article&&)>;
using ReportProblem = std::function<void(const SourceProblem&)>;

// Calls visit(article) for each article of a file, in order; Article::path is the file's path under
// its source. What is wrong with the file goes to `report`; false if the file was skipped for it.
bool read_articles(const SourceFile& file, const ReadOptions& options, const VisitArticle& visit,
                   const ReportProblem& report);

}  // namespace quotary
