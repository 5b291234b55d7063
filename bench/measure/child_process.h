#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace quotary::bench {

// What a program used from its start to its end.
struct ChildUsage {
  double wall_seconds = 0;
  double cpu_seconds = 0;    // user and system, all threads
  uint64_t peak_memory = 0;  // bytes resident
  int exit_code = 0;         // 128 + the signal's number where a signal ended it
  std::string errors;        // what it wrote to standard error, at most the first 64 KiB
};

// Runs a program to its end; its standard output goes to `output_file`, or nowhere where that is
// empty. argv[0] is looked for in PATH where it holds no '/'. Throws Error (usage) where it cannot
// be started.
//
// Builds that are compared run as children, so that none inherits another's memory or caches.
ChildUsage run_child(const std::vector<std::string>& argv, const std::string& output_file = {});

// Whether a program of this name is in PATH.
bool is_installed(const std::string& program);

}  // namespace quotary::bench
