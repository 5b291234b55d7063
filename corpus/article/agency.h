#pragma once

#include <optional>
#include <string_view>

namespace quotary {

// The usual name of a news agency or broadcaster that datelines name: "xinhua" -> "Xinhua",
// "The Associated Press" -> "AP", "Reuter" -> "Reuters". nullopt for one that is not known.
std::optional<std::string_view> known_agency(std::string_view name);

}  // namespace quotary
