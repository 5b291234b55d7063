#include <fmt/format.h>

#include "corpus/article/article_parser.h"
#include "corpus/reader/formats.h"

namespace quotary {
namespace {

std::string explain(const ArticleWarning& warning) {
  switch (warning.kind) {
    case ArticleWarning::Kind::date_not_believed:
      return fmt::format("the date {} is not believed", warning.detail);
    case ArticleWarning::Kind::text_repaired:
      return fmt::format("not UTF-8 in {}: replaced by U+FFFD", warning.detail);
    case ArticleWarning::Kind::too_many_paragraphs:
      return fmt::format("{}: only the first {} are read", warning.detail, kMostParagraphs);
  }
  return {};
}

}  // namespace

void read_dated_text(const Source& source) {
  ArticleOptions options;
  options.believable = source.options.believable;
  options.language = source.options.language;
  options.date_path = source.date_path;
  std::string text = source.bytes.read_rest(source.options.limits.article_bytes);
  ParsedArticle parsed = parse_dated_text(std::move(text), source.path, options);
  for (const ArticleWarning& warning : parsed.warnings) source.warning(explain(warning));
  source.sink.article(std::move(parsed.article));
}

}  // namespace quotary
