#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/span.h"
#include "common/store/terms.h"

namespace quotary {

// The words of an article's text (common/text/words.h), folded and stemmed once: the article's own
// document and the passages of its statements, which hold most of them again, take theirs from
// here. Keeps its memory from one article to the next; not for several threads at once.
class ArticleWords {
 public:
  struct Word {
    Span span;              // in the text
    uint32_t folded_begin;  // in bytes_
    uint8_t folded_size;    // at most kMaxWordBytes
    uint8_t stem_size;      // of the stem behind it; 0 where the word is its own stem
  };

  // Reads a text; what was read before is forgotten.
  void read(std::string_view text);

  // Those that begin within, in order.
  std::span<const Word> within(Span span) const;

  std::string_view folded(const Word& word) const {
    return std::string_view(bytes_).substr(word.folded_begin, word.folded_size);
  }
  // Empty where the word is its own stem.
  std::string_view stem(const Word& word) const {
    return std::string_view(bytes_).substr(word.folded_begin + word.folded_size, word.stem_size);
  }

 private:
  std::vector<Word> words_;
  std::string bytes_;  // folded words, each with its stem behind it
  Stemmer stemmer_;
};

}  // namespace quotary
