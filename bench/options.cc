#include "bench/options.h"

#include <CLI/CLI.hpp>
#include <thread>

#include "common/base/error.h"

namespace quotary::bench {
namespace {

constexpr const char* kExamples = R"(
Examples:
  quotary-bench ingest news          build an index of the folder news, and plain Xapian's, in turn
  quotary-bench ingest news --peers --chart builds.svg
                                     the same beside other search engines, with a chart
  quotary-bench extract news         how fast statements are found, on one core
  quotary-bench query INDEX          how fast questions are answered, beside plain Xapian
  quotary-bench scale                time and memory a MB, for synthetic archives of 100 MB to 1 GB
  quotary-bench synthesize news --megabytes 500
                                     write such an archive, and what its speakers said
  quotary-bench accuracy             how well, on the gold sets that are there
  quotary-bench answers INDEX        how right the answers are, by content, passage, aliases, --near

Measure with an optimised build (cmake --preset release) on a machine that has nothing else to do.)";

void add_json(CLI::App& command, BenchOptions& options) {
  command.add_flag("--json", options.json, "one JSON object instead of a table");
}

void add_chart(CLI::App& command, BenchOptions& options) {
  command.add_option("--chart", options.chart, "an SVG file to draw the result in");
}

void add_runs(CLI::App& command, unsigned& runs, const char* help) {
  command.add_option("--runs", runs, help)->check(CLI::Range(1, 1000));
}

void add_jobs(CLI::App& command, unsigned& jobs) {
  command.add_option("-j,--jobs", jobs, "threads (default: one a core)")->check(CLI::Range(1, 256));
}

void add_scratch(CLI::App& command, std::filesystem::path& scratch) {
  command.add_option("--scratch", scratch,
                     "where indexes are built (default: the folder for temporary files)");
}

void add_source(CLI::App& command, BenchOptions& options) {
  command.add_option("SOURCE", options.ingest.source, "the folder of news files")
      ->required()
      ->check(CLI::ExistingPath);
  add_runs(command, options.ingest.runs, "runs that medians are taken of (default: 3)");
  add_json(command, options);
}

void add_ingest(CLI::App& app, BenchOptions& options) {
  CLI::App& command = *app.add_subcommand("ingest", "index builds, beside a plain Xapian program");
  add_source(command, options);
  add_jobs(command, options.ingest.jobs);
  add_scratch(command, options.ingest.scratch);
  add_chart(command, options);
  command.add_flag("--peers", options.ingest.peers,
                   "other search engines as well, as far as they are installed: omindex, "
                   "recollindex, SQLite's FTS5 (sqlite3)");
}

void add_query(CLI::App& app, BenchOptions& options) {
  CLI::App& command =
      *app.add_subcommand("query", "queries of an index, beside plain Xapian calls");
  command.add_option("INDEX", options.query.index, "an index that quotary-index built")
      ->required()
      ->check(CLI::ExistingDirectory);
  add_runs(command, options.query.runs, "runs of each query (default: 50)");
  add_json(command, options);
}

void add_scale(CLI::App& app, BenchOptions& options) {
  CLI::App& command =
      *app.add_subcommand("scale", "builds of synthetic archives that grow; checks their answers");
  command.add_option("--megabytes", options.scale.megabytes, "the sizes (default: 100,300,1000)")
      ->delimiter(',')
      ->check(CLI::Range(1, 1'000'000));
  command.add_option("--seed", options.scale.seed, "of the archive (default: 1)");
  add_runs(command, options.scale.runs, "runs that medians are taken of (default: 1)");
  add_jobs(command, options.scale.jobs);
  add_scratch(command, options.scale.scratch);
  add_chart(command, options);
  add_json(command, options);
}

void add_synthesize(CLI::App& app, BenchOptions& options) {
  CLI::App& command = *app.add_subcommand(
      "synthesize", "write a synthetic archive, and to OUT.answers.jsonl who says what in it");
  command.add_option("OUT", options.synthesize.out, "the folder to write")
      ->required()
      ->check(CLI::NonexistentPath);
  command.add_option("--megabytes", options.synthesize.megabytes, "its size (default: 100)")
      ->check(CLI::Range(1, 1'000'000));
  command.add_option("--seed", options.synthesize.seed,
                     "the same seed, the same bytes (default: 1)");
}

void add_extract(CLI::App& app, BenchOptions& options) {
  CLI::App& command = *app.add_subcommand("extract", "reading, parsing and extraction on one core");
  add_source(command, options);
}

void add_accuracy(CLI::App& app, BenchOptions& options) {
  CLI::App& command = *app.add_subcommand("accuracy", "scores on gold sets");
  command.add_option("--shared", options.shared,
                     "a folder with shared gold (default: ../shared beside the source tree)");
  command.add_flag("--mistakes", options.mistakes,
                   "list what was missed, too much, or misattributed");
  add_json(command, options);
}

void add_answers(CLI::App& app, BenchOptions& options) {
  CLI::App& command =
      *app.add_subcommand("answers", "precision and recall of answers on judged questions");
  command.add_option("INDEX", options.answers.index, "an index of the corpus that was judged")
      ->required()
      ->check(CLI::ExistingDirectory);
  command
      .add_option("--gold", options.answers.gold,
                  "the judgements (default: bench/answers/wire.jsonl)")
      ->check(CLI::ExistingFile);
  add_json(command, options);
}

void add_raw_index(CLI::App& app, BenchOptions& options) {
  CLI::App& command = *app.add_subcommand("raw-index", "the plain Xapian program alone");
  command.add_option("SOURCE", options.ingest.source, "the folder of news files")->required();
  command.add_option("OUT", options.raw_out, "the database to make")->required();
}

void set_defaults(BenchOptions& options) {
  const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe");
  const std::filesystem::path bin = self.parent_path();
  options.ingest.self = self;
  options.ingest.indexer = options.scale.indexer = bin / "quotary-index";
  options.query.query = bin / "quotary-query";
  options.query.bare = bin / "quotary-bench-bare";
  for (std::filesystem::path* scratch : {&options.ingest.scratch, &options.scale.scratch})
    if (scratch->empty()) *scratch = std::filesystem::temp_directory_path();
  if (options.answers.gold.empty())
    options.answers.gold = QUOTARY_SOURCE_DIR "/bench/answers/wire.jsonl";
  if (options.shared.empty()) options.shared = QUOTARY_SOURCE_DIR "/../shared";
}

BenchTask task_of(const CLI::App& app) {
  const std::string name = app.get_subcommands().front()->get_name();
  if (name == "extract") return BenchTask::extract;
  if (name == "query") return BenchTask::query;
  if (name == "scale") return BenchTask::scale;
  if (name == "answers") return BenchTask::answers;
  if (name == "accuracy") return BenchTask::accuracy;
  if (name == "synthesize") return BenchTask::synthesize;
  return name == "raw-index" ? BenchTask::raw_index : BenchTask::ingest;
}

}  // namespace

ParsedBenchOptions parse_bench_options(int argc, const char* const* argv) {
  ParsedBenchOptions parsed;
  const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  parsed.options.ingest.jobs = parsed.options.scale.jobs = cores;
  CLI::App app(
      "Measures how fast indexes are built and searched, and how well statements are found.",
      "quotary-bench");
  app.require_subcommand(1);
  app.footer(kExamples);
  add_ingest(app, parsed.options);
  add_extract(app, parsed.options);
  add_query(app, parsed.options);
  add_scale(app, parsed.options);
  add_accuracy(app, parsed.options);
  add_answers(app, parsed.options);
  add_synthesize(app, parsed.options);
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
