#pragma once

#include "indexer/extract/grammar.h"

namespace quotary {

// Whose words a cue tells that has no subject of its own: the subject of the clause on which a
// participle, an infinitive or a second verb hangs ("Orlo met her, urging"), the one whom the
// clause reproaches ("criticised Orlo for saying"), or the subject of the clause behind it ("Asked
// by her, Orlo ..."). Uses the tags of the sentence; empty where there is none.
TokenRange controller_of(const Grammar& grammar, TokenRange sentence, TokenRange cue);

}  // namespace quotary
