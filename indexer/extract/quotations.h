#pragma once

#include "indexer/extract/reading.h"

namespace quotary {

// Fills reading.quotations and reading.quotation_of: pairs the quotation marks of all paragraphs.
// A quotation that a paragraph leaves open and the next one opens anew continues; an odd mark
// never spoils what follows, since every paragraph starts afresh.
void find_quotations(Reading& reading);

}  // namespace quotary
