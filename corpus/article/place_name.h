#pragma once

#include <string>
#include <string_view>

namespace quotary {

// A city of a dateline as names are written: "KAZAN" -> "Kazan", "RIO DE JANEIRO" -> "Rio de
// Janeiro", "PORT-AU-PRINCE" -> "Port-au-Prince", "McALLEN" -> "McAllen". Small letters stay.
std::string city_name(std::string_view written);

// A region or country behind it: as a city, but short capitals are abbreviations: "SPAIN" ->
// "Spain", "MICH." -> "Mich.", while "NY", "UAE", "N.Y.", "D.C." and "Ga." stay.
std::string region_name(std::string_view written);

// Whether a city is so well known that datelines give it alone, with neither region nor agency:
// "WASHINGTON -- ". Written in any case.
bool stands_alone(std::string_view city);

}  // namespace quotary
