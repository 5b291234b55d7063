#pragma once

#include <string_view>

#include "corpus/article/article.h"

namespace quotary {

// Where a line stands: what some kinds are told by.
struct LinePlace {
  size_t number = 0;           // 0 for the first line below the headline
  bool last = false;           // the last line of the article
  bool after_byline = false;   // the line above is a byline
  std::string_view next = {};  // the line below, or nothing
};

// What kind of paragraph a line is, by its own words and its place; never `headline`. Where
// nothing speaks against it, it is body: a line that is wrongly taken for body costs less than a
// statement that is lost.
ParagraphKind line_kind(std::string_view line, const LinePlace& place);

// How many bytes a bullet and the white space behind it take at the beginning of `line`; 0 where
// there is none.
size_t bullet_length(std::string_view line);

// What page extraction leaves around an article. Certain furniture is so wherever it stands: clock
// times and dates, URLs, lines with no letter, the names of buttons and sections. What may be
// furniture could also be a headline; what stands below it decides (headline.h): menus, slogans,
// invitations to subscribe.
bool is_certain_furniture(std::string_view line);
bool may_be_furniture(std::string_view line);

}  // namespace quotary
