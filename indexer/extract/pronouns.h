#pragma once

#include <vector>

#include "indexer/extract/speeches.h"

namespace quotary {

struct PronounAnswer {
  uint32_t entity = no_entity;  // a person
  uint32_t speech = ~0u;        // or the unnamed speaker of this earlier Speech
  float confidence = 0;
};

// A pronoun that stands for one person.
struct PersonPronoun {
  uint32_t token = 0;
  Gender gender = Gender::unknown;
  uint32_t quoted_speaker = no_entity;  // in a quotation: whose it is; that is not whom it means
  const std::vector<TokenRange>* content = nullptr;  // of a speaker: whom it names does not say it
};

// Who "he" or "she" is, from the names before it and those who spoke before it: every candidate is
// weighed by what is seen of it (PronounSign), the heaviest wins. An answer without entity and
// speech: nobody fits, or two fit equally well.
PronounAnswer resolve_he_or_she(const ArticleNames& names, const Speeches& speeches,
                                const PersonPronoun& pronoun);

// What is seen of a candidate, from its nearest mention before the pronoun and its speeches.
enum class PronounSign : uint8_t {
  unnamed,
  same_sentence,  // the nearest mention
  sentence_before,
  two_sentences_before,
  farther_sentence,
  same_paragraph,
  paragraph_before,
  farther_paragraph,
  nearest,  // of all candidates
  second_nearest,
  subject,        // its nearest mention heads a clause
  sentence_head,  // ... and the sentence
  possessive,     // "Lorne's"
  after_preposition,
  in_quotation,
  subject_here,  // the first subject of the pronoun's sentence
  spoke_last,
  spoke_before_last,
  spoke_in_sentence,
  spoke_in_paragraph,
  spoke_in_sentence_before,
  spoke_by_pronoun,  // its last speech had a pronoun too
  gender_known,
  named_once,
  named_often,
  first_person_named,
  not_sure,           // perhaps no person at all
  quoted_spoke_last,  // the pronoun stands in a quotation, and the candidate ...
  quoted_same_sentence,
  quoted_same_paragraph,
  quoted_nearest,
  quoted_in_quotation,
  named_in_content,    // ... in narrated words that the pronoun's cue follows: "Lorne is ill, he
                       // said"
  opening_spoke_last,  // the pronoun opens its paragraph, and the candidate ...
  opening_subject,
  count
};

}  // namespace quotary
