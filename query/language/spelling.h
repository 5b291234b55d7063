#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quotary {

// The candidate nearest to a misspelt `word`: at most a third of its letters wrong, swapped
// neighbours counted once (Damerau's distance, restricted); nullopt where none is near.
// Bytes are compared, so give folded text.
std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates);

// That distance; `limit` + 1 where it is larger than `limit`.
size_t spelling_distance(std::string_view a, std::string_view b, size_t limit);

}  // namespace quotary
