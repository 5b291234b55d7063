#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/span.h"
#include "common/store/terms.h"
#include "indexer/glass/term_table.h"

namespace quotary {

// The words of an article's text (common/text/words.h), folded once, and each form that they have
// stemmed once: the article's own document and the passages of its statements, which hold most of
// them again, take theirs from here. Keeps its memory from one article to the next; not for several
// threads at once.
class ArticleWords {
 public:
  struct Word {
    Span span;      // in the text
    uint32_t form;  // what it is folded, by number: from 0 on, in the order of the text
  };

  // Reads a text; what was read before is forgotten.
  void read(std::string_view text);

  // Those that begin within, in order.
  std::span<const Word> within(Span span) const;

  size_t forms() const { return forms_.size(); }
  std::string_view folded(uint32_t form) const { return forms_.text(form); }
  // Empty where the form is its own stem.
  std::string_view stem(uint32_t form) const {
    size_t begin = form == 0 ? 0 : stem_ends_[form - 1];
    return std::string_view(stems_).substr(begin, stem_ends_[form] - begin);
  }

 private:
  std::vector<Word> words_;
  glass::TermTable forms_;
  std::string stems_;              // of all forms, one behind the other
  std::vector<size_t> stem_ends_;  // by form
  Stemmer stemmer_;
};

}  // namespace quotary
