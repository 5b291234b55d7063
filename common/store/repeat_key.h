#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quotary {

// What repeats of a statement are found by, small enough to be read for each of many thousand
// hits: a value of its own (Slot::repeats), as no record is decoded for it, and documents have no
// lists of their terms.
struct RepeatKey {
  uint32_t mention = 0;         // where no speaker is named: of the words that stand for him
  std::vector<uint32_t> words;  // of the content: word_key() of each, rising, each once
};

// 24 bits: two words of a language's vocabulary have the same key once in some hundred pairs of
// statements, which changes the measure of their likeness by a word.
uint32_t word_key(std::string_view folded_word);

// Of a set of words in any order, never 0 unless there is none.
uint32_t mention_key(std::vector<std::string> folded_words);

// `words` in any order and number. Empty where there is nothing to say.
std::string encode(RepeatKey key);

// Never fails: what is damaged ends the list.
RepeatKey decode_repeat_key(std::string_view value);

}  // namespace quotary
