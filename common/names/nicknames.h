#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace quotary {

// Groups of given names that may be one person's (william, bill, will), folded: nicknames.txt.
std::span<const std::vector<std::string_view>> nickname_groups();

// Whether two given names, folded, may be one person's: of one group, or one the initial of the
// other ("j", "j."). Not where they are equal.
bool may_be_short_for(std::string_view a, std::string_view b);

}  // namespace quotary
