#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace quotary {

// The file `checksums` in a segment's folder: size and checksum of each other file, taken when the
// segment was published, and one of itself. Any later damage shows, also where Xapian would not see
// it, or would fall over it.

// Of all files in `segment` (but flintlock, which only locks).
void write_checksums(const std::filesystem::path& segment);

// What does not agree, a sentence each; empty if all does.
std::vector<std::string> checksum_problems(const std::filesystem::path& segment);

// Throws Error{index} for the first of them.
void expect_right_checksums(const std::filesystem::path& segment);

// The same for all segments that an index's manifest names at present; reads all of their bytes.
void expect_right_checksums_of_index(const std::filesystem::path& index);

}  // namespace quotary
