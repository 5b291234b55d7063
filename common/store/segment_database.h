#pragma once

#include <xapian.h>

#include <filesystem>

namespace quotary {

// Opens the Xapian database of one segment with all of its tables.
//
// Xapian takes a table that cannot be opened, for whatever reason (too many open files, an error of
// the disk), for one that is empty: a phrase would then be found nowhere, and a merge would drop
// all texts, both without a word. Here that is an Error{index}.
Xapian::Database open_segment_database(const std::filesystem::path& folder);

}  // namespace quotary
