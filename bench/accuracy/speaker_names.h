#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace quotary::accuracy {

// Whether two names mean the same person or body, as far as a scorer can tell: one contains the
// other's words
// ("Xi", "Xi Jinping"), the surnames agree and the given names do not contradict each other ("J.
// Frey", "Jonas Frey"; "Bill", "William"), half of the words of a body's name agree, or one is the
// other's acronym. Titles, case, possessives and dots do not count. With `full`, the first name
// must also be as complete as the second: "Xi" is not enough for "Xi Jinping".
bool same_name(std::string_view name, std::string_view gold, bool full = false);

// The same for a statement's speaker: none agrees with none only, and of joint speakers ("A; B")
// there must be as many, each agreeing with one.
bool same_speaker(const std::optional<std::string>& speaker, const std::optional<std::string>& gold,
                  bool full = false);

}  // namespace quotary::accuracy
