#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/reading.h"

namespace quotary {

// "al-Rashid", "d'Arcy", "iRobot"; not "anti-War", "mid-May".
bool has_inner_capital(std::string_view word);

// Numbers the words of one article that names may be made of, so that names are compared as
// integers. A word of the lexicon has the lexicon's number; a capitalised word that the lexicon
// does not know gets one beyond it, by its folded form ("Orbán" and "ORBAN" are one word).
class NameWords {
 public:
  explicit NameWords(const Reading& reading);

  // 0 for words that neither the lexicon knows nor a capital shows.
  uint32_t operator[](uint32_t token) const { return words_[token]; }

  // The number of a folded form, 0 if the article does not have it.
  uint32_t find(std::string_view folded) const;

  // Whether this word stands in the article in small letters too.
  bool in_small_letters(uint32_t word) const { return word < small_.size() && small_[word]; }

  // The folded form of a number.
  std::string_view form(uint32_t word) const;

  bool is(uint32_t word, WordClass word_class) const {
    return word < lexicon_.size() && lexicon_.info(word).is(word_class);
  }
  size_t size() const { return lexicon_.size() + forms_.size(); }

 private:
  uint32_t intern(std::string_view folded);

  const Lexicon& lexicon_;
  std::vector<uint32_t> words_;
  std::vector<std::string> forms_;  // those beyond the lexicon
  std::vector<uint32_t> table_;     // open addressing, 1 + index of forms_
  std::vector<bool> small_;
};

}  // namespace quotary
