#pragma once

#include <string_view>
#include <vector>

#include "common/base/span.h"
#include "corpus/article/lines.h"

namespace quotary {

// The headline among a text's first lines.
struct FoundHeadline {
  Span span;         // empty where the file has none
  size_t above = 0;  // so many lines stand above it and are furniture
  size_t lines = 0;  // so many lines it takes, 0 where there is none
};

// `lines` are the text's lines, the first without its date (and so perhaps empty); `dated` says
// whether it had one. The headline is the first line that is no furniture, unless that is already
// the first paragraph: it has a dateline, is a sentence as news prose writes them, or is too long.
// Without a date line, a single sentence above paragraphs is taken for the headline.
FoundHeadline find_headline(std::string_view text, const std::vector<Line>& lines, bool dated);

// Whether a line is prose and no headline: several sentences, or one with a full stop at its end
// that is told as news prose tells it. Titles In Capitals are headlines, full stop or not.
bool is_prose(std::string_view line);

}  // namespace quotary
