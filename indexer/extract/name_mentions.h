#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/name_words.h"
#include "indexer/extract/reading.h"

namespace quotary {

enum class NameKind : uint8_t {
  unknown,  // one word that nothing tells apart: Chelsea
  person,
  body,    // Interior Ministry, NATO
  place,   // Moscow, United States
  people,  // Chinese, Israelis
  office,  // Prime Minister, with no name
  thing,   // Internet, DNA: a capital, but nobody who could speak
};

enum class Gender : uint8_t { unknown, male, female };

// A name in running text: a run of capitalised words, with the particles and connectives inside it.
struct NameMention {
  TokenRange run;   // with titles: "Foreign Minister Ann Lorne"
  TokenRange name;  // without: "Ann Lorne"; empty for an office
  NameKind kind = NameKind::unknown;
  Gender gender = Gender::unknown;  // as titles tell it
  bool quoted = false;              // stands in a quotation
};

constexpr uint32_t no_mention = ~0u;

// All names of an article's body paragraphs, in text order.
struct NameMentions {
  std::vector<NameMention> list;
  std::vector<uint32_t> at;  // for each token the mention whose run it lies in, or no_mention
};

NameMentions find_name_mentions(const Reading& reading, const NameWords& words);

// What a given name, a title or a noun says of gender; unknown where it fits both.
Gender gender_of_word(const Lexicon& lexicon, uint32_t word);

}  // namespace quotary
