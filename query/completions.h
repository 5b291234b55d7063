#pragma once

#include <string>
#include <string_view>

namespace quotary {

// A completion script for bash, zsh or fish, made from the table of options; speakers and places
// come from the index when the key is pressed, by --list-speakers and --list-places.
// Empty for another shell.
std::string completion_script(std::string_view shell);

}  // namespace quotary
