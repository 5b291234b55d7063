#pragma once

#include <map>
#include <string>
#include <vector>

namespace quotary {

// What a program came to.
struct Outcome {
  int exit = -1;       // -1: killed by a signal
  int signal = 0;      // which one; SIGKILL: it did not end
  std::string output;  // standard output
  std::string errors;  // standard error
};

// Runs build/.../bin/NAME with these arguments, waits for its end. Environment: of this process,
// with `environment` on top. Neither of its outputs is a terminal.
Outcome run_program(const std::string& name, const std::vector<std::string>& arguments,
                    const std::string& input = {},
                    const std::map<std::string, std::string>& environment = {});

// Starts it with its outputs thrown away; the caller waits for the process id.
int start_program(const std::string& name, const std::vector<std::string>& arguments,
                  const std::map<std::string, std::string>& environment = {});

}  // namespace quotary
