#include "common/names/own_part.h"

#include <algorithm>
#include <array>

namespace quotary {
namespace {

// What belongs to one person. Other bodies bear their places' and founders' names as their own.
constexpr std::array<std::string_view, 18> kBelongings = {
    "administration", "advisers",  "aides",  "allies",     "associates", "camp",
    "campaign",       "candidacy", "family", "lawyer",     "lawyers",    "office",
    "presidency",     "spokesman", "staff",  "supporters", "team",       "transition"};

// Of these, what bears a person's name and hardly any other: a body may have a spokesman as well.
constexpr std::array<std::string_view, 6> kBearName = {
    "administration", "camp", "campaign", "candidacy", "presidency", "transition"};

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

bool bears_persons_name(std::string_view word) {
  return std::find(kBearName.begin(), kBearName.end(), word) != kBearName.end();
}

std::string_view own_part(std::string_view name) {
  std::string_view last = name.substr(name.rfind(' ') + 1);
  if (std::find(kBelongings.begin(), kBelongings.end(), last) == kBelongings.end()) return name;
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
