#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/article/article.h"
#include "corpus/article/date_line.h"

namespace quotary {

// What an article was read in spite of. Warnings do not make an article less of one.
struct ArticleWarning {
  enum class Kind {
    date_not_believed,    // "9999-99-99", "3024-01-01"
    text_repaired,        // bytes that were no UTF-8 became U+FFFD
    too_many_paragraphs,  // the rest of the text is left out of `paragraphs`
  };
  Kind kind;
  std::string detail;  // the date as written, how many bytes, ...
};

struct ParsedArticle {
  Article article;
  std::vector<ArticleWarning> warnings;
};

// More paragraphs than this are not taken apart: a book has some thousands.
inline constexpr size_t kMostParagraphs = 200000;

struct ArticleOptions {
  BelievableDates believable;
  std::string language;  // "" detects it
  // Where a date is looked for if the text has none; "" means the path. For files that were named
  // one by one, whose path under their source says less than where they lie.
  std::string date_path;
};

// Finds date, headline, dateline and paragraphs of a dated text file (corpus/FORMATS.md), whatever
// its bytes are: what is no UTF-8 is replaced (common/text/utf8.h), and all offsets are offsets in
// Article::text, which is otherwise the file as it stands. `path` identifies the article. Never
// fails: what cannot be found stays empty.
//
// The stages: lines (lines.h), the date line and dates in paths (date_line.h), the headline
// (headline.h), what kind each line is of (line_kind.h), the dateline (dateline.h).
ParsedArticle parse_dated_text(std::string text, std::string_view path,
                               const ArticleOptions& options = {});

// The same for a text whose headline and paragraphs are already known, as other formats have them:
// fills in the dateline from the first paragraphs (unless `article` has one), moves their
// beginnings behind it, and detects the language.
void find_dateline_and_language(Article& article, std::string_view language = {});

// parse_dated_text without its warnings.
Article parse_article(std::string text, std::string_view path);

}  // namespace quotary
