#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace quotary {

// The word is one of a few: "one_of(word, {"if", "unless"})".
inline bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace quotary
