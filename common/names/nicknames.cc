#include "common/names/nicknames.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "common/names/names_data.h"

namespace quotary {
namespace {

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < line.size();) {
    size_t blank = std::min(line.find(' ', at), line.size());
    if (blank > at) words.push_back(line.substr(at, blank - at));
    at = blank + 1;
  }
  return words;
}

std::vector<std::vector<std::string_view>> read_groups() {
  std::vector<std::vector<std::string_view>> groups;
  std::string_view data = names_data("nicknames");
  for (size_t begin = 0; begin < data.size();) {
    size_t end = std::min(data.find('\n', begin), data.size());
    std::string_view line = data.substr(begin, end - begin);
    begin = end + 1;
    if (!line.empty() && line[0] != '#') groups.push_back(words_of(line));
  }
  return groups;
}

using GroupNumbers = std::unordered_map<std::string_view, std::vector<uint16_t>>;

GroupNumbers number_groups() {
  GroupNumbers numbers;
  uint16_t group = 0;
  for (const auto& words : nickname_groups()) {
    for (std::string_view word : words) numbers[word].push_back(group);
    ++group;
  }
  return numbers;
}

bool is_initial(std::string_view name) {
  return name.size() == 1 || (name.size() == 2 && name[1] == '.');
}

}  // namespace

std::span<const std::vector<std::string_view>> nickname_groups() {
  static const std::vector<std::vector<std::string_view>> groups = read_groups();
  return groups;
}

bool may_be_short_for(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty() || a == b) return false;
  if (is_initial(a) || is_initial(b)) return a[0] == b[0];
  static const GroupNumbers numbers = number_groups();
  auto in_a = numbers.find(a), in_b = numbers.find(b);
  if (in_a == numbers.end() || in_b == numbers.end()) return false;
  return std::any_of(in_a->second.begin(), in_a->second.end(), [&](uint16_t group) {
    return std::find(in_b->second.begin(), in_b->second.end(), group) != in_b->second.end();
  });
}

}  // namespace quotary
