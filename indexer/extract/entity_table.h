#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/extract/name_mentions.h"

namespace quotary {

constexpr uint32_t no_entity = ~0u;

// A role that the text gives a person: the "president" of "Chinese President Hu", with the words
// around it.
struct RoleDescription {
  uint32_t head = 0;                // word number
  std::vector<uint32_t> modifiers;  // word numbers: chinese, foreign, deputy
};

// A person, a body, or a place that speaks, as one article knows it.
struct Entity {
  NameKind kind = NameKind::unknown;
  Gender gender = Gender::unknown;
  TokenRange fullest;           // the longest form of its name in the article
  std::vector<uint32_t> words;  // of the fullest form, connectives left out
  std::vector<RoleDescription> roles;
  uint32_t mentions = 0;
  uint32_t in_full = 0;  // of them those of two words and more
  uint32_t first = 0;    // token of its first mention
  bool sure = false;     // a person by more than two capitals: a given name, a title, a short form
};

// The entities of an article and which of them each name mention stands for.
struct EntityTable {
  std::vector<Entity> entities;
  std::vector<uint32_t> of_mention;   // for each mention of NameMentions its entity, or no_entity
  std::vector<float> certainty;       // for each mention
  uint32_t first_person = no_entity;  // whom the article names first
};

// Puts mentions together:
//  - people by all their words, in any order, by family name and fitting given names or initials,
//    by a family or given name alone;
//  - bodies by their words, by an acronym that stands in brackets behind the name or has its
//    initials, by the first or last words of a longer name.
// A short name that two people bear goes to the one whom title or gender leaves, else to the one
// named in full last, else to none.
EntityTable build_entities(const Reading& reading, const NameWords& words,
                           const NameMentions& mentions);

// The name as the article writes it, white space made single, without "the".
std::string name_text(const Reading& reading, TokenRange name);

}  // namespace quotary
