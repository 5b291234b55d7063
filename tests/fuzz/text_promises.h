#pragma once

#include <string_view>

#include "corpus/article/article.h"
#include "indexer/extract/statement.h"

namespace quotary::fuzz {

// A span lies in the text and cuts no code point in two.
void check_span(Span span, std::string_view text);

// The text is UTF-8, all spans fit it, paragraphs are in order.
void check_article(const Article& article);

// All spans fit the text, the content's parts are in order, the speakers have names.
void check_statement(const Statement& statement, std::string_view text);

}  // namespace quotary::fuzz
