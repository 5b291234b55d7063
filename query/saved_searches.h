#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace quotary {

// Searches kept under a name, one file each in $XDG_CONFIG_HOME/quotary/saved (~/.config/...): the
// text of a query in the language, to be used as query:NAME.
//
// Names have letters, digits, - and _, at most 64. Errors are Error{usage} for a bad name,
// Error{output} where nothing can be written.
void save_search(const std::string& name, const std::string& query);
std::optional<std::string> saved_search(std::string_view name);
std::vector<std::pair<std::string, std::string>> saved_searches();  // name, query; by name

// The ids of hits that a search has shown with --new, in $XDG_STATE_HOME/quotary/seen
// (~/.local/state/...), one file for each `key`.
std::unordered_set<std::string> seen_ids(const std::string& key);
void remember_ids(const std::string& key, const std::unordered_set<std::string>& ids);

}  // namespace quotary
