#pragma once

#include <string>
#include <string_view>

#include "corpus/article/article.h"

namespace quotary {

// Finds date, headline, dateline and paragraphs of a dated text file (corpus/FORMATS.md).
// `text` is valid UTF-8; `path` is used for a date where the text has none, and kept.
// Never fails: what cannot be found stays empty.
Article parse_article(std::string text, std::string_view path);

}  // namespace quotary
