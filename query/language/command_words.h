#pragma once

#include <string>
#include <vector>

namespace quotary {

// The words of a command line as one query. The shell has taken quotation marks away, so that a
// word with spaces in it was quoted: it becomes a "phrase" again, and speaker:A B becomes
// speaker:"A B", unless it is the only word (then it is a whole query) or holds marks or
// parentheses of its own.
std::string query_of_words(const std::vector<std::string>& words);

}  // namespace quotary
