// quotary-index: builds an index of dated news files, or brings it up to date.

#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <exception>

#include "common/base/error.h"
#include "common/store/schema.h"
#include "indexer/index/console.h"
#include "indexer/index/statements_run.h"
#include "indexer/options.h"

namespace quotary {
namespace {

constexpr int kExitDone = 0;
constexpr int kExitSkipped = 1;
constexpr int kExitFailed = 2;

int exit_code(const Console& console) { return console.skipped() > 0 ? kExitSkipped : kExitDone; }

int list_fields() {
  for (const Field& field : kFields) {
    std::string name(field.name);
    for (std::string_view alias : field.aliases)
      if (!alias.empty()) name += fmt::format(", {}", alias);
    fmt::print("{:<16} {:<6} {}{}\n", name, name_of(field.kind), field.help,
               field.facet != FacetKind::none && field.searchable ? " (facet)" : "");
  }
  return kExitDone;
}

int run_statements(const IndexerOptions& options) {
  Console console(false);
  write_statements({options.sources, {options.format, options.language}, options.jobs, nullptr},
                   console, stdout);
  return exit_code(console);
}

int run(const IndexerOptions& options) {
  switch (options.task) {
    case IndexerTask::list_fields:
      return list_fields();
    case IndexerTask::statements:
      return run_statements(options);
    default:
      throw Error(ErrorKind::internal, "not yet");
  }
}

int main_with_errors(int argc, char** argv) {
  try {
    ParsedOptions parsed = parse_indexer_options(argc, argv);
    if (!parsed.is_answer) return run(parsed.options);
    fmt::print("{}", parsed.answer);
    return kExitDone;
  } catch (const Error& error) {
    fmt::print(stderr, "quotary-index: {}\n", printable(error.what()));
    if (!error.hint().empty()) fmt::print(stderr, "  hint: {}\n", printable(error.hint()));
  } catch (const std::bad_alloc&) {
    fmt::print(stderr, "quotary-index: out of memory\n  hint: try fewer threads (--jobs 1)\n");
  } catch (const std::exception& error) {
    fmt::print(stderr, "quotary-index: {}\n", printable(error.what()));
  }
  return kExitFailed;
}

}  // namespace
}  // namespace quotary

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  return quotary::main_with_errors(argc, argv);
}
