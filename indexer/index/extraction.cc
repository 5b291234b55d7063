#include "indexer/index/extraction.h"

#include <fmt/format.h>

#include <exception>
#include <utility>

#include "indexer/extract/extractor.h"

namespace quotary {

Extraction extraction_with(std::shared_ptr<const TaggerModel> model) {
  return [model = std::move(model)](const Article& article) {
    return extract_statements(article, model.get());
  };
}

std::vector<Statement> extract_guarded(const Extraction& extract, const Article& article,
                                       const SourceFile& file, Console& console) {
  try {
    return extract(article);
  } catch (const std::exception& error) {
    console.problem(
        {file.path.string(),
         fmt::format("the statements of {} could not be read: {}", article.path, error.what()),
         false});
    return {};
  }
}

}  // namespace quotary
