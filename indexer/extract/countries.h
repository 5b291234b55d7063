#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/lexicon.h"

namespace quotary {

// Which words mean the same country: "China", "Chinese" and "Beijing".
class Countries {
 public:
  static const Countries& of(const Lexicon& lexicon);

  // The number of the country a lexicon word stands for, 0 for none.
  uint16_t operator[](uint32_t word) const { return word < country_.size() ? country_[word] : 0; }

  // The word of the country's name: "china" for "beijing"; 0 for no country.
  uint32_t name(uint16_t country) const { return names_[country]; }

 private:
  explicit Countries(const Lexicon& lexicon);

  std::vector<uint16_t> country_;  // by lexicon word
  std::vector<uint32_t> names_;    // by country
};

}  // namespace quotary
