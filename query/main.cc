#include <csignal>
#include <cstdio>

#include "query/options.h"
#include "query/program.h"

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen where it is written to
  quotary::CommandLine line = quotary::parse_command_line(argc, argv);
  if (line.options) return quotary::run_query_program(*line.options);
  std::fputs(line.message.c_str(), line.exit_code == 0 ? stdout : stderr);
  return line.exit_code;
}
