#pragma once

#include <string_view>
#include <vector>

#include "common/base/span.h"

namespace quotary {

// A line with something on it, without the white space around it; or several, where a file has its
// paragraphs broken into short lines.
struct Line {
  Span span;
  bool after_blank = false;  // an empty line, or the text's beginning, is before it
};

// The lines of a valid UTF-8 text; line ends are LF, CRLF or CR, a BOM at the beginning is left
// out. Empty lines are not among them.
//
// Most files have a paragraph on a line, with or without empty lines between. Where the text shows
// that its paragraphs are broken into lines of some 60 to 100 bytes (empty lines between blocks;
// within blocks, most lines end without a sentence's end and go on in small letters), each block
// of lines is one Line. The first line of the text always stands by itself.
std::vector<Line> split_lines(std::string_view text);

}  // namespace quotary
