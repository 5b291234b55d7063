#pragma once

#include <vector>

#include "corpus/article/article.h"
#include "indexer/extract/statement.h"

namespace quotary {

// All statements of an article, in text order of their contents. Pure: the same article gives the
// same statements. An article in a language without a lexicon gives what its quotation marks and
// transcript labels show.
std::vector<Statement> extract_statements(const Article& article);

}  // namespace quotary
