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

namespace {

// Xapian trusts what it reads: a damaged table may lead it astray, where --verify would have told.
// Says so, and ends as any error does.
extern "C" void on_fault(int) {
  constexpr char message[] =
      "quotary-query: stopped by a fault: the index may be damaged, or this is a defect\n"
      "  hint: quotary-index --check tells whether the index is damaged\n";
  [[maybe_unused]] ssize_t written = ::write(STDERR_FILENO, message, sizeof message - 1);
  ::_exit(2);
}

}  // namespace

int main(int argc, char** argv) {
  for (int fault : {SIGSEGV, SIGBUS, SIGFPE, SIGABRT}) std::signal(fault, on_fault);
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
