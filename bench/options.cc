#include "bench/options.h"

#include <CLI/CLI.hpp>
#include <thread>

#include "common/base/error.h"

namespace quotary::bench {
namespace {

constexpr const char* kExamples = R"(
Examples:
  quotary-bench ingest news          build an index of the folder news, and plain Xapian's, in turn
  quotary-bench extract news         how fast statements are found, on one core
  quotary-bench accuracy             how well, on the gold sets that are there

Measure with an optimised build (cmake --preset release) on a machine that has nothing else to do.)";

void add_source(CLI::App& command, IngestOptions& ingest, bool& json) {
  command.add_option("SOURCE", ingest.source, "the folder of news files")
      ->required()
      ->check(CLI::ExistingPath);
  command.add_option("--runs", ingest.runs, "runs that medians are taken of (default: 3)")
      ->check(CLI::Range(1, 1000));
  command.add_flag("--json", json, "one JSON object instead of a table");
}

void add_ingest(CLI::App& app, BenchOptions& options) {
  CLI::App& command = *app.add_subcommand("ingest", "index builds, beside a plain Xapian program");
  add_source(command, options.ingest, options.json);
  command.add_option("-j,--jobs", options.ingest.jobs, "threads (default: one a core)")
      ->check(CLI::Range(1, 256));
  command.add_option("--scratch", options.ingest.scratch,
                     "where indexes are built (default: the folder for temporary files)");
  command.add_flag("--peers", options.ingest.peers, "omindex as well, where it is installed");
}

void add_extract(CLI::App& app, BenchOptions& options) {
  CLI::App& command = *app.add_subcommand("extract", "reading, parsing and extraction on one core");
  add_source(command, options.ingest, options.json);
}

void add_accuracy(CLI::App& app, BenchOptions& options) {
  CLI::App& command = *app.add_subcommand("accuracy", "scores on gold sets");
  command.add_option("--shared", options.shared,
                     "a folder with shared gold (default: ../shared beside the source tree)");
  command.add_flag("--mistakes", options.mistakes,
                   "list what was missed, too much, or misattributed");
  command.add_flag("--json", options.json, "one JSON object instead of a table");
}

void add_raw_index(CLI::App& app, BenchOptions& options) {
  CLI::App& command = *app.add_subcommand("raw-index", "the plain Xapian program alone");
  command.add_option("SOURCE", options.ingest.source, "the folder of news files")->required();
  command.add_option("OUT", options.raw_out, "the database to make")->required();
}

void set_defaults(BenchOptions& options) {
  const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe");
  options.ingest.self = self;
  options.ingest.indexer = self.parent_path() / "quotary-index";
  if (options.ingest.scratch.empty())
    options.ingest.scratch = std::filesystem::temp_directory_path();
  if (options.shared.empty()) options.shared = QUOTARY_SOURCE_DIR "/../shared";
}

BenchTask task_of(const CLI::App& app) {
  const std::string name = app.get_subcommands().front()->get_name();
  if (name == "extract") return BenchTask::extract;
  if (name == "accuracy") return BenchTask::accuracy;
  return name == "raw-index" ? BenchTask::raw_index : BenchTask::ingest;
}

}  // namespace

ParsedBenchOptions parse_bench_options(int argc, const char* const* argv) {
  ParsedBenchOptions parsed;
  parsed.options.ingest.jobs = std::max(1u, std::thread::hardware_concurrency());
  CLI::App app("Measures how fast indexes are built and how well statements are found.",
               "quotary-bench");
  app.require_subcommand(1);
  app.footer(kExamples);
  add_ingest(app, parsed.options);
  add_extract(app, parsed.options);
  add_accuracy(app, parsed.options);
  add_raw_index(app, parsed.options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    parsed.is_answer = true;
    parsed.answer = app.help();
    return parsed;
  } catch (const CLI::ParseError& error) {
    throw Error(ErrorKind::usage, error.what(), "quotary-bench --help shows commands and examples");
  }
  parsed.options.task = task_of(app);
  set_defaults(parsed.options);
  return parsed;
}

}  // namespace quotary::bench
