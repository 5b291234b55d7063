#pragma once

#include <cstdint>

#include "indexer/extract/article_names.h"

namespace quotary {

// Bodies that open a sentence, and what "the airline" behind them may stand for. All give an
// entity, or no_entity.

// The body or country whose name opens the tokens; `any`: or whatever else may be a body.
uint32_t opening_body(const ArticleNames& names, uint32_t begin, uint32_t end, bool any);

// "Northport Air will fly there, |the airline| said": the body that opens the token's sentence, or
// the one before.
uint32_t subject_body(const ArticleNames& names, uint32_t token);

// "Northport Air flew there. ... |The airline| said": the body that opens the nearest sentence
// before that a body opens, if it may be called by the token's noun.
uint32_t subject_before(const ArticleNames& names, uint32_t token);

// The only body that the article names before a token, if it may be called by the noun and is no
// office of a state.
uint32_t only_body(const ArticleNames& names, uint32_t noun, uint32_t token);

}  // namespace quotary
