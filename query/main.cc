#include <unistd.h>

#include <csignal>
#include <cstdio>

#include "query/options.h"
#include "query/program.h"
#include "query/prompt.h"

namespace {

// On a terminal, asked nothing: somebody who wants to be asked.
bool wants_prompt(const quotary::TypedOptions& options) {
  return quotary::asks_nothing(options) && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen where it is written to
  std::signal(SIGXFSZ, SIG_IGN);  // and a limit of file sizes
  const auto defaults = quotary::read_defaults();
  if (!defaults) return 2;
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const quotary::CommandLine line = quotary::parse_command_line(arguments, *defaults);
  if (line.options && wants_prompt(*line.options)) return quotary::run_prompt(*line.options);
  if (line.options) return quotary::run_query_program(*line.options);
  std::fputs(line.message.c_str(), line.exit_code == 0 ? stdout : stderr);
  return line.exit_code;
}
