#pragma once

#include <cstdint>
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

// A list between spaces with what can be told of its words at a glance, for lists that are asked
// about every word of a text.
class WordList {
 public:
  consteval WordList(const char* list) : list_(list) {
    size_t begin = 0;
    for (size_t at = 0; at < list_.size(); ++at) {
      if (list_[at] != ' ') continue;
      if (at > begin) {
        letters_ |= letter_bit(list_[begin]);
        lengths_ |= uint64_t{1} << (at - begin);
      }
      begin = at + 1;
    }
  }

  // False for most words that are not in the list.
  bool may_contain(char first_letter, size_t length) const {
    return length < 64 && (lengths_ >> length & 1) && (letters_ & letter_bit(first_letter));
  }
  bool contains(std::string_view word) const {
    return !word.empty() && may_contain(word[0], word.size()) && is_listed(word, list_);
  }

 private:
  static constexpr uint64_t letter_bit(char c) { return uint64_t{1} << (c & 63); }

  std::string_view list_;
  uint64_t letters_ = 0;  // a bit for each first letter, by its lower six bits
  uint64_t lengths_ = 0;  // a bit for each length in bytes
};

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
