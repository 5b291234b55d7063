#include "common/names/own_part.h"

#include <algorithm>
#include <iterator>

namespace quotary {
namespace {

// What belongs to one person. Other bodies bear their places' and founders' names as their own.
struct Belonging {
  std::string_view noun;
  bool bears_name = false;  // a person's and hardly any other: a body may have a spokesman as well
};
constexpr Belonging kBelongings[] = {{"administration", true},
                                     {"advisers"},
                                     {"aides"},
                                     {"allies"},
                                     {"associates"},
                                     {"camp", true},
                                     {"campaign", true},
                                     {"candidacy", true},
                                     {"family"},
                                     {"lawyer"},
                                     {"lawyers"},
                                     {"office"},
                                     {"presidency", true},
                                     {"spokesman"},
                                     {"staff"},
                                     {"supporters"},
                                     {"team"},
                                     {"transition", true}};

const Belonging* find_belonging(std::string_view noun) {
  const auto* found = std::find_if(std::begin(kBelongings), std::end(kBelongings),
                                   [&](const Belonging& b) { return b.noun == noun; });
  return found == std::end(kBelongings) ? nullptr : found;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

bool bears_persons_name(std::string_view word) {
  const Belonging* belonging = find_belonging(word);
  return belonging != nullptr && belonging->bears_name;
}

std::string_view own_part(std::string_view name) {
  std::string_view last = name.substr(name.rfind(' ') + 1);
  if (find_belonging(last) == nullptr) return name;
  size_t begin = name.size() - last.size();
  while (begin > 0) {
    size_t space = begin >= 2 ? name.rfind(' ', begin - 2) : name.npos;
    size_t word = space == name.npos ? 0 : space + 1;
    if (!is_lower(name[word])) break;
    begin = word;
  }
  return name.substr(begin);
}

}  // namespace quotary
