#pragma once

#include <string_view>

#include "corpus/reader/article_builder.h"

namespace quotary {

// Adds the paragraphs of a piece of HTML: the elements p, li, blockquote and h2 to h6, without what
// stands in navigation, figures, scripts and forms. Reads it as browsers do, whatever it is; tells
// where it goes over a limit.
void add_html_paragraphs(const Source& source, ArticleBuilder& article, std::string_view html);

}  // namespace quotary
