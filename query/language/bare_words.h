#pragma once

#include "query/language/question.h"

namespace quotary {

// What is done to the bare words of a query that is no question in English.

// `putin brics` -> speaker:putin brics. Only at the top of the query, only the first name, and only
// where no speaker is asked for.
void resolve_bare_speaker(Question& question, const QuestionContext& context);

// Leaves the small words out that stand bare beside others: "the war in the east" -> war east.
void drop_small_words(Question& question);

}  // namespace quotary
