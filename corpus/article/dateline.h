#pragma once

#include <optional>
#include <string_view>

#include "corpus/article/article.h"

namespace quotary {

// A dateline at a paragraph's beginning, and where the paragraph's own text begins behind it.
struct FoundDateline {
  Dateline dateline;
  uint32_t body = 0;  // a byte of the text
};

// Reads a dateline at the beginning of `paragraph`, a span of `text`:
//
//   KAZAN, Russia, Oct. 22 (Xinhua) --       Jan. 10 (Xinhua) --          WASHINGTON —
//   NEW YORK/WASHINGTON (Reuters) -          SALVADOR, Feb 26 -           JACKSON, Ga. _
//   LUGANSK, July 12. /TASS/.                Tallinn, March 22, 2018 (AFP) -
//   Washington (CNN) The ...                 (CNN) --                     (MENAFN- Agency) The ...
//
// "(AP)" alone makes no dateline: something that can stand for a place in a dateline must be before
// it, and a dash behind it where the place is not written in capitals. Without an agency and a
// day, the place must be well known, or have a region, or (in the article's first paragraph,
// `first`) stand before a long dash. What announces other things (FILE, UPDATE, EXCLUSIVE) is no
// place. The day's year, where it is not told, is that nearest to `published`; a day without
// either stays unknown. A bare day with no agency is taken only if it is close to `published`.
std::optional<FoundDateline> find_dateline(std::string_view text, Span paragraph,
                                           std::optional<Date> published, bool first);

}  // namespace quotary
