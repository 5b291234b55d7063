#pragma once

#include <string>

#include "indexer/extract/article_names.h"

namespace quotary {

// The name under which an entity speaks: its fullest form in the article; for a seat of government
// ("Moscow said") its country, as the article writes it, else as English does.
std::string entity_name(const ArticleNames& names, uint32_t entity);

}  // namespace quotary
