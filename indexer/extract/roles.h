#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/entity_table.h"

namespace quotary {

// Gives each person of the table the roles that the text gives: titles before the name, nouns
// before it ("Mint spokesman X"), appositions on both sides, "X is the mayor".
void collect_roles(const Reading& reading, const NameWords& words, const NameMentions& mentions,
                   EntityTable& table);

// The role that a noun phrase tells, its head and the words around it; no head where there is none.
RoleDescription describe_role(const Reading& reading, const NameWords& words, TokenRange phrase);

// Whether roles tie a person to another country than the nominal says, and none to that one.
bool other_country(const Lexicon& lexicon, const RoleDescription& nominal,
                   const std::vector<RoleDescription>& roles);

// How well a described role fits what a nominal says: 0 not at all; another country, or another
// body, fits not at all.
int role_fit(const Lexicon& lexicon, const NameWords& words, const RoleDescription& nominal,
             const RoleDescription& of_person);

}  // namespace quotary
