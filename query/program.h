#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "query/options.h"

namespace quotary {

// What the configuration file sets (query/config.h); nullopt where it is wrong, which is said on
// standard error.
std::optional<TypedOptions> read_defaults();

// Does what was asked and returns the exit code: 0 found, 1 nothing found, 2 error (said on
// standard error). Never throws.
int run_query_program(const TypedOptions& options);

// The indexes asked for: -i, else $QUOTARY_INDEX, else the configuration's, else the default one.
// One that is named twice is searched once.
std::vector<std::filesystem::path> index_paths(const TypedOptions& options);

}  // namespace quotary
