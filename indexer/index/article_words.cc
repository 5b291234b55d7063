#include "indexer/index/article_words.h"

#include <algorithm>

#include "common/text/words.h"

namespace quotary {

void ArticleWords::read(std::string_view text) {
  words_.clear();
  bytes_.clear();
  for (WordScanner words(text); words.next();) {
    std::string_view folded = words.folded();
    std::string_view stem = stemmer_.stem(folded);
    if (stem == folded || stem.size() > UINT8_MAX) stem = {};
    words_.push_back({words.span(), static_cast<uint32_t>(bytes_.size()),
                      static_cast<uint8_t>(folded.size()), static_cast<uint8_t>(stem.size())});
    bytes_ += folded;
    bytes_ += stem;
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
