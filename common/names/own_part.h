#pragma once

#include <string_view>

namespace quotary {

// Of a speaker's name what is said of the speaker itself, and not of whom it belongs to: "campaign"
// of "Ann Lorne's campaign", "administration" of "Lorne administration". The speaker is then no
// answer to what Lorne said. All other names are their own, whole: "Ann Lorne", "Bank of Norland".
std::string_view own_part(std::string_view name);

// "campaign", "administration": what a name before it is the name of a person in.
bool bears_persons_name(std::string_view word);

}  // namespace quotary
