#pragma once

#include "query/language/question.h"

namespace quotary {

// What is done to the bare words of a query that is no question in English; `text` is the query.

// `putin brics` -> speaker:putin brics. Only at the top of the query, only the first name, and only
// where no speaker is asked for. A title in front goes with the name: `pope francis`.
void resolve_bare_speaker(Question& question, std::string_view text,
                          const QuestionContext& context);

// `syria not iraq`, `gas except oil` -> syria NOT iraq: where a name follows, or the word says it
// by itself. Else "not" is a word ("not guilty"), and a note says so.
void read_negations(Question& question, std::string_view text, const QuestionContext& context);

// Leaves the small words out that stand bare beside others: "the war in the east" -> war east.
void drop_small_words(Question& question);

}  // namespace quotary
