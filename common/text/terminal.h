#pragma once

#include <string>
#include <string_view>

namespace quotary {

// Text from outside for a terminal. Both functions take any bytes, and what they give is valid
// UTF-8 with nothing in it that a terminal obeys: no control characters (C0, DEL, C1, so also no
// escape sequence), no marks that turn the direction of writing, no tabs, no line ends.

// For what people read: what a terminal would obey becomes U+FFFD, one for one, as do bytes that
// are no UTF-8; tabs and line ends become spaces, CR LF one of them.
std::string safe_for_terminal(std::string_view text);

// For names of files and the like, which people may have to find again: each such byte is written
// as \x1b.
std::string printable(std::string_view text);

}  // namespace quotary
