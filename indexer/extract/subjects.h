#pragma once

#include "indexer/extract/grammar.h"

namespace quotary {

// Commas and dashes, which asides stand between.
bool cuts_asides(TokenKind kind);

// The first token of the verb group that ends with `verb`: auxiliaries, adverbs, "not".
uint32_t verb_group_begin(const Grammar& grammar, uint32_t verb, uint32_t begin);

// The noun phrase that is the subject of the verb group at `verb_group`, over asides ("Orlo, who
// was there, said") and reduced clauses ("people briefed on it say"), not going before `begin`;
// empty if there is none. `antecedent` is set for a relative pronoun, where it is asked for.
TokenRange subject_before(const Grammar& grammar, uint32_t verb_group, uint32_t begin,
                          TokenRange* antecedent);

// The first token of the adjunct of time that ends before `t` ("and |last week| said"); `t` itself
// where there is none.
uint32_t begin_of_time(const Grammar& g, uint32_t t, uint32_t begin);

}  // namespace quotary
