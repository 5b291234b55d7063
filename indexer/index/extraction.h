#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "corpus/article/article.h"
#include "indexer/extract/statement.h"
#include "indexer/index/console.h"

namespace quotary {

struct TaggerModel;

// How a run gets the statements of an article. May be called from several threads at once.
using Extraction = std::function<std::vector<Statement>(const Article&)>;

// extract_statements with this model; by the rules alone where it is null.
Extraction extraction_with(std::shared_ptr<const TaggerModel> model);

// The same for a run that no text may end: where `extract` throws, the article has no statements,
// and `console` is told so with the file that it stands in.
std::vector<Statement> extract_guarded(const Extraction& extract, const Article& article,
                                       const SourceFile& file, Console& console);

}  // namespace quotary
