#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace quotary {

// One line of a configuration file.
struct ConfigLine {
  std::string key;
  std::string value;
  size_t line = 0;  // from 1
};

// What may stand there: the name of the option that it is a default of.
inline constexpr const char* kConfigKeys[] = {"index", "format",  "color", "limit",   "facet-limit",
                                              "sort",  "context", "width", "no-pager"};

// $QUOTARY_CONFIG (none where that is set and empty), else $XDG_CONFIG_HOME/quotary/config, else
// ~/.config/quotary/config. Empty where there is no file.
std::filesystem::path config_file();

// Defaults for options, one `key = value` a line; empty lines and lines that begin with # say
// nothing. `index` may stand several times. Throws Error{usage} that names file and line: no equals
// sign, a key that is not known (with the nearest one), a value that is empty. At most 64 KiB.
std::vector<ConfigLine> parse_config(std::string_view text, const std::string& file);
std::vector<ConfigLine> read_config(const std::filesystem::path& file);

}  // namespace quotary
