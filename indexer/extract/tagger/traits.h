#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/extract/grammar.h"
#include "indexer/extract/reading.h"
#include "indexer/extract/tagger/model.h"

namespace quotary {

// Hash of a word form, ASCII letters folded to lower case.
uint64_t form_hash(std::string_view form);

// What the tagger sees of a token: small numbers that stand for its form and its kind. Names are
// masked (every one has the same `word`), so that none is learned; so are numbers, and words too
// rare to be known by form go by their last letters.
struct TokenTraits {
  uint32_t word = 0;     // masked form
  uint32_t stem = 0;     // the form without its inflection
  uint32_t suffix = 0;   // its last three letters
  uint32_t classes = 0;  // its part of speech, and which kind of cue it can be
  bool quoted = false;
  bool name = false;      // a word of a proper name
  bool is_word = false;   // no punctuation
  bool opens = false;     // a quotation mark that opens
  bool closes = false;    // one that closes
  bool cue_form = false;  // may be the head of a cue
};

// The traits of all tokens of a reading. `model` gives the known forms and the forms of cues.
std::vector<TokenTraits> read_traits(Grammar& grammar, const TaggerModel& model);

// Whether a capital letter shows that a token belongs to a name: it stands inside a sentence, or
// begins one and its small form is unknown.
bool is_name(const Reading& reading, uint32_t token, const FormSet& known_forms);

}  // namespace quotary
