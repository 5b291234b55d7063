// quotary-index: builds an index of dated news files, or brings it up to date.

#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <exception>

#include "common/base/counted.h"
#include "common/base/error.h"
#include "common/names/authority.h"
#include "common/store/disk.h"
#include "common/store/index_reader.h"
#include "common/store/schema.h"
#include "common/text/terminal.h"
#include "indexer/extract/tagger/model_file.h"
#include "indexer/index/console.h"
#include "indexer/index/index_check.h"
#include "indexer/index/index_run.h"
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

std::atomic<bool> stop_requested = false;

// The first Ctrl-C asks to commit and stop, the second ends at once (what was committed is safe).
extern "C" void on_interrupt(int) {
  if (stop_requested.exchange(true)) ::_exit(128 + SIGINT);
}

void print_dry_run(const IndexSummary& summary) {
  fmt::print("would add {}, replace {}, drop {}, leave {} as they are\n",
             counted(summary.added, "file"), summary.replaced, summary.dropped, summary.unchanged);
}

void print_summary(const IndexSummary& summary, const IndexWriter& writer, double seconds) {
  fmt::print(stderr, "{}: {} added, {} replaced, {} unchanged", counted(summary.found, "file"),
             summary.added, summary.replaced, summary.unchanged);
  if (summary.dropped > 0) fmt::print(stderr, ", {} dropped", summary.dropped);
  if (summary.skipped > 0) fmt::print(stderr, ", {} skipped", summary.skipped);
  fmt::print(stderr, "\n");
  if (summary.articles > 0) {
    fmt::print(stderr, "{} ({} undated), {}, {:.1f} MB in {:.1f} s ({:.1f} MB/s)\n",
               counted(summary.articles, "article"), summary.undated,
               counted(summary.statements, "statement"), summary.text_bytes / 1e6, seconds,
               summary.text_bytes / 1e6 / seconds);
  }
  fmt::print(stderr, "the index now holds {} and {}\n",
             counted(writer.manifest().articles(), "article"),
             counted(writer.manifest().statements(), "statement"));
}

// The model that was named, else the one that is installed; none where there is none.
std::shared_ptr<const TaggerModel> choose_model(const IndexerOptions& options) {
  if (options.model == "none") return nullptr;
  if (!options.model.empty()) return load_model(options.model);
  auto file = find_model();
  return file ? load_model(*file) : nullptr;
}

ReadOptions read_options(const IndexerOptions& options) {
  return {options.format, options.language, options.most_article_megabytes << 20};
}

void store_authority(const IndexerOptions& options) {
  if (options.authority.empty()) return;
  std::optional<std::string> text = read_whole_file(options.authority);
  if (!text)
    throw Error(ErrorKind::input, fmt::format("{}: no such file", options.authority.string()));
  Authority::parse(*text, options.authority.string());  // throws where it is wrong
  replace_file(authority_path(options.index), *text);
}

int run_index(const IndexerOptions& options) {
  // Before the index is opened: whoever sees its lock may interrupt, and nothing is lost.
  std::signal(SIGINT, on_interrupt);
  std::signal(SIGTERM, on_interrupt);
  auto begin = std::chrono::steady_clock::now();
  Console console(!options.quiet);
  std::shared_ptr<const SegmentBuilder> builder =
      make_segment_builder(options.writer, options.jobs);
  IndexWriter::Options writing;
  writing.lock_wait_seconds = options.lock_wait;
  if (!options.quiet) writing.notice = [&](const std::string& text) { console.message(text); };
  Extraction extract = extraction_with(choose_model(options));
  IndexWriter writer(options.index, builder, writing);
  if (!options.dry_run) store_authority(options);
  IndexRun run;
  run.sources = options.sources;
  run.read = read_options(options);
  run.extract = std::move(extract);
  run.threads = options.jobs;
  run.prune = options.prune;
  run.compact = options.compact;
  run.dry_run = options.dry_run;
  run.stop = &stop_requested;
  IndexSummary summary = run_index(run, writer, *builder, console);
  console.clear();
  double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  if (options.dry_run) {
    print_dry_run(summary);
  } else if (!options.quiet) {
    print_summary(summary, writer, seconds);
  }
  if (summary.stopped) {
    console.message("quotary-index: stopped; what was done is committed, run it again to go on");
    return kExitFailed;
  }
  return exit_code(console);
}

int run_check(const IndexerOptions& options) {
  IndexCheck check = check_index(options.index);
  for (const std::string& problem : check.problems)
    fmt::print(stderr, "quotary-index: {}\n", printable(problem));
  if (!check.problems.empty()) {
    fmt::print(
        stderr,
        "  hint: index the sources again into a new folder (quotary-index -i NEW SOURCE...), or "
        "restore this one from a copy\n");
    return kExitFailed;
  }
  if (!options.quiet)
    fmt::print("no problems: {}, {}, {}\n", counted(check.segments, "segment"),
               counted(check.articles, "article"), counted(check.statements, "statement"));
  return kExitDone;
}

int run_compact(const IndexerOptions& options) {
  if (!load_manifest(options.index)) IndexReader missing(options.index);  // says what is wrong
  IndexWriter::Options writing;
  writing.lock_wait_seconds = options.lock_wait;
  IndexWriter writer(options.index, make_api_segment_builder(), writing);
  writer.merge_all();
  writer.publish_names();
  return kExitDone;
}

int run_authority(const IndexerOptions& options) {
  if (!load_manifest(options.index)) IndexReader missing(options.index);  // says what is wrong
  IndexWriter::Options writing;
  writing.lock_wait_seconds = options.lock_wait;
  IndexWriter writer(options.index, make_api_segment_builder(), writing);
  store_authority(options);
  writer.publish_names();
  return kExitDone;
}

int run_statements(const IndexerOptions& options) {
  Console console(false);
  write_statements({options.sources, read_options(options), extraction_with(choose_model(options)),
                    options.jobs},
                   console, stdout);
  return exit_code(console);
}

int run(const IndexerOptions& options) {
  switch (options.task) {
    case IndexerTask::list_fields:
      return list_fields();
    case IndexerTask::statements:
      return run_statements(options);
    case IndexerTask::index:
      return run_index(options);
    case IndexerTask::compact:
      return run_compact(options);
    case IndexerTask::authority:
      return run_authority(options);
    case IndexerTask::status:
      fmt::print("{}", describe_index(options.index));
      return kExitDone;
    case IndexerTask::check:
      return run_check(options);
  }
  return kExitFailed;
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
  std::signal(SIGXFSZ, SIG_IGN);  // a limit of file sizes is an error that is told
  return quotary::main_with_errors(argc, argv);
}
