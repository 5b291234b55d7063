#pragma once

#include <vector>

#include "indexer/extract/grammar.h"
#include "indexer/extract/statement.h"

namespace quotary {

// How a cue stands in its sentence.
enum class CueRole : uint8_t {
  finite,      // "X said"
  gerund,      // "adding", "noting"
  infinitive,  // "to demand"
  participle,  // "was quoted as", "asked by reporters": the speaker is not its subject
  noun,        // "his claim that"
};

// A cue outside (or inside) quotation marks with the subject that speaks.
struct Cue {
  TokenRange range;  // as written, without auxiliaries: "said", "pointed out", "according to"
  Frames frames;
  CueRole role = CueRole::finite;
  TokenRange subject;     // the mention; empty where it shares one or has none
  TokenRange antecedent;  // for a relative pronoun, what it stands for
  TokenRange channel;     // "the agency quoted X as saying"
  bool inverted = false;  // "said X"
  bool negated = false;   // "did not say"
  bool modal = false;     // "will say", "should condemn"
  bool according = false;
  uint32_t content_begin = 0;  // of a noun's content
  TokenRange group;            // subject, auxiliaries and cue
};

// All cues of a sentence in text order.
std::vector<Cue> find_cues(const Grammar& grammar, TokenRange sentence);

}  // namespace quotary
