#pragma once

#include <filesystem>

namespace quotary::bench {

// The plain Xapian program that builds are compared with: what anyone would write first. One
// document a file (its path as data), TermGenerator with the English stemmer, STEM_SOME and
// positions, one thread, the default flush threshold, one commit at the end. It knows nothing of
// dates, headlines or statements.
//
// Takes the same files as quotary-index does. `out` must not exist. Throws Error or Xapian::Error.
void build_raw_index(const std::filesystem::path& source, const std::filesystem::path& out);

}  // namespace quotary::bench
