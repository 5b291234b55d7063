#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "common/base/span.h"
#include "query/language/ast.h"

namespace quotary {

// Finds the words of a text that a query asks for: by stem, exact form or beginning, as the
// compiled query matches them. Words that are asked for by NOT, or in other fields than the text,
// are not marked. A phrase is marked where it stands as a whole; the words of NEAR are marked
// wherever they stand. Not for several threads at once.
class Highlighter {
 public:
  explicit Highlighter(const Node& tree);
  ~Highlighter();
  Highlighter(const Highlighter&) = delete;
  Highlighter& operator=(const Highlighter&) = delete;

  // Bytes of `text` (valid UTF-8), in order, none overlapping; a phrase is one span.
  std::vector<Span> find(std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace quotary
