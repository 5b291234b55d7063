#pragma once

#include <string_view>

namespace quotary {

// Lists of words or phrases in one string, each between two separators: " one two ", "|a|b c|".
// For lists that are too short, or too seldom asked, to be worth a table.

inline bool is_listed(std::string_view word, std::string_view list, char separator = ' ') {
  if (word.empty()) return false;
  for (size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    size_t end = at + word.size();
    if (at > 0 && list[at - 1] == separator && end < list.size() && list[end] == separator)
      return true;
  }
  return false;
}

// Whether `accept` holds for one of the items between bars.
template <typename Accept>
bool any_item(std::string_view list, Accept&& accept) {
  for (size_t at = 1; at < list.size();) {
    size_t end = list.find('|', at);
    if (accept(list.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace quotary
