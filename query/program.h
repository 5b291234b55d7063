#pragma once

#include "query/options.h"

namespace quotary {

// Does what was asked and returns the exit code: 0 found, 1 nothing found, 2 error (said on
// standard error). Never throws.
int run_query_program(const TypedOptions& options);

}  // namespace quotary
