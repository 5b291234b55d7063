#pragma once

#include <vector>

#include "indexer/extract/reading.h"

namespace quotary {

// Appends the tokens of text[span] to `tokens`.
void append_tokens(std::string_view text, Span span, const Lexicon& lexicon,
                   std::vector<Token>& tokens);

}  // namespace quotary
