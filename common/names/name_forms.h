#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace quotary {

// Names taken apart into words, each word looked at once however many names have it.

// What a word is in a name; bits.
enum NameWordKind : uint8_t {
  kTitleWord = 1,       // "president": stands in front of a name
  kDescriptionEnd = 2,  // ends a description in front of one: Harbour Board CHAIRMAN Tom Lorne
  kBodyNoun = 4,        // ends the name of a body, whose middle words part one from another
  kLeadingFamily = 8,   // a family name that stands first: "xi"
  kNoNameWord = 16,     // "of": what stands before it and after it is no name of a person
  kNationWord = 32,     // "us": in front of a body that may go without
  kInitial = 64,        // one letter
};

using WordId = uint32_t;
inline constexpr WordId kNoWord = ~WordId{0};

struct NameWord {
  std::string_view text;  // compared form, without dots and commas
  uint8_t kinds = 0;
  uint8_t company = 0;        // 0, or which kind of company it ends the name of: 1 "inc"
  std::vector<WordId> parts;  // what hyphens part; itself where there are none
};

// One name: its words without titles, "Jr." and what shows a company.
struct NameForm {
  uint32_t begin = 0, size = 0;  // in the pool
  uint8_t company = 0;           // the kind of company that was left out: as NameWord::company
};

class NameForms {
 public:
  NameForms();

  // A form in its compared form (authority.h); without words where it has none, as "...".
  NameForm take_apart(std::string_view compared);

  std::span<const WordId> words(const NameForm& form) const {
    return {pool_.data() + form.begin, form.size};
  }
  const NameWord& word(WordId id) const { return words_[id]; }
  WordId of() const { return of_; }  // "of"

 private:
  WordId intern(std::string_view word);
  size_t description_end() const;

  std::deque<NameWord> words_;
  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, WordId> ids_;
  std::vector<WordId> pool_;
  std::vector<WordId> current_;
  std::string scratch_;
  WordId of_ = 0, and_ = 0, general_ = 0;
};

}  // namespace quotary
