#pragma once

#include <initializer_list>
#include <string_view>

namespace quotary {

// The word is one of a few: "one_of(word, {"if", "unless"})". Most that are asked are not: length
// and first letter tell that without a call.
inline bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  if (word.empty()) return false;
  for (std::string_view w : words)
    if (w.size() == word.size() && w[0] == word[0] && w == word) return true;
  return false;
}

}  // namespace quotary
