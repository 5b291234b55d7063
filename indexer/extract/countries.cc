#include "indexer/extract/countries.h"

#include <algorithm>

#include "indexer/extract/lexicon_data.h"

namespace quotary {

const Countries& Countries::of(const Lexicon& lexicon) {
  static const Countries english(lexicon);
  return english;
}

Countries::Countries(const Lexicon& lexicon) : country_(lexicon.size()), names_(1) {
  std::string_view data = lexicon_data("demonym");
  for (size_t begin = 0; begin < data.size();) {
    size_t end = std::min(data.find('\n', begin), data.size());
    std::string_view line = data.substr(begin, end - begin);
    begin = end + 1;
    if (line.empty() || line[0] == '#') continue;
    auto country = static_cast<uint16_t>(names_.size());
    names_.push_back(0);
    for (size_t at = 0; at < line.size();) {
      size_t blank = std::min(line.find(' ', at), line.size());
      uint32_t word = lexicon.find(line.substr(at, blank - at));
      if (word) country_[word] = country;
      if (at == 0) names_[country] = word;
      at = blank + 1;
    }
  }
}

}  // namespace quotary
