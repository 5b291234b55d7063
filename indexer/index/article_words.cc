#include "indexer/index/article_words.h"

#include <algorithm>

#include "common/text/words.h"

namespace quotary {

void ArticleWords::read(std::string_view text) {
  words_.clear();
  forms_.forget();
  stems_.clear();
  stem_ends_.clear();
  for (WordScanner words(text); words.next();) {
    std::string_view folded = words.folded();
    uint32_t form = forms_.number(folded);
    words_.push_back({words.span(), form});
    if (form < stem_ends_.size()) continue;
    std::string_view stem = stemmer_.stem(folded);
    if (stem != folded) stems_ += stem;
    stem_ends_.push_back(stems_.size());
  }
}

std::span<const ArticleWords::Word> ArticleWords::within(Span span) const {
  auto first = [&](uint32_t offset) {
    return std::lower_bound(words_.begin(), words_.end(), offset,
                            [](const Word& word, uint32_t at) { return word.span.begin < at; });
  };
  return {first(span.begin), first(span.end)};
}

}  // namespace quotary
