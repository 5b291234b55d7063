#include "indexer/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <thread>

#include "common/base/error.h"
#include "common/store/index_reader.h"
#include "corpus/reader/formats.h"

namespace quotary {
namespace {

constexpr const char* kVersion = "quotary-index 0.1.0";

constexpr const char* kExamples = R"(
Examples:
  quotary-index news                       index the folder news, or bring its index up to date
  quotary-index -i /srv/index news more    another index, two sources
  quotary-index --prune news               and drop what is no longer in news
  quotary-index --statements a.txt         show the statements of a file as JSON Lines
  quotary-index --status                   show what the index holds
  quotary-index --check                    verify the index

Exit status: 0 done; 1 done, but some files were skipped (each is named, with the reason); 2 failed.
The index: -i, else $QUOTARY_INDEX, else $XDG_DATA_HOME/quotary/index, else
~/.local/share/quotary/index.)";

std::string format_names() {
  std::vector<std::string_view> names;
  for (const SourceFormat& format : source_formats()) names.push_back(format.name);
  return fmt::to_string(fmt::join(names, ", "));
}

void add_options(CLI::App& app, IndexerOptions& options) {
  app.add_option("SOURCE", options.sources,
                 "files, folders (walked), archives, or - for standard input");
  app.add_option("-i,--index", options.index, "the index's folder")->type_name("DIR");
  app.add_option("--format", options.format,
                 "read all files in this format (default: found out): " + format_names())
      ->type_name("NAME");
  app.add_option("--language", options.language,
                 "the language of all articles, as en (default: found out)")
      ->type_name("CODE");
  app.add_option("-j,--jobs", options.jobs, "threads (default: one a core)")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  app.add_option("--writer", options.writer, "who writes segments: auto, api or bulk")
      ->type_name("NAME")
      ->check(CLI::IsMember({"auto", "api", "bulk"}));
  app.add_option("--authority", options.authority, "a file of names and their other forms")
      ->type_name("FILE");
  app.add_option("--model", options.model,
                 "the trained model of statements; none: rules alone (default: $QUOTARY_MODEL, "
                 "else the one installed with the program)")
      ->type_name("FILE");
  app.add_option("--max-article", options.most_article_megabytes,
                 "longest article in megabytes; longer ones are skipped (default: 32)")
      ->type_name("MB")
      ->check(CLI::Range(1, 1024));
  app.add_option("--lock-wait", options.lock_wait,
                 "seconds to wait for another quotary-index on the same index (default: 10)")
      ->type_name("S");
  app.add_flag("--dry-run", options.dry_run, "say what would be done, and do nothing");
  app.add_flag("-q,--quiet", options.quiet, "no progress, no summary; problems are still told");
}

struct TaskFlags {
  bool statements = false;
  bool status = false;
  bool check = false;
  bool list_fields = false;
  bool version = false;
};

void add_tasks(CLI::App& app, IndexerOptions& options, TaskFlags& flags) {
  app.add_flag("--prune", options.prune, "drop files that are no longer in their SOURCE");
  app.add_flag("--compact", options.compact, "merge the whole index into one segment");
  app.add_flag("--statements", flags.statements,
               "write the statements of the sources as JSON Lines; no index");
  app.add_flag("--status", flags.status, "show what the index holds");
  app.add_flag("--check", flags.check, "verify the index");
  app.add_flag("--list-fields", flags.list_fields, "show the fields that can be searched");
  app.add_flag("--version", flags.version, "show the version");
}

[[noreturn]] void fail(const std::string& message) {
  throw Error(ErrorKind::usage, message, "quotary-index --help shows all options and examples");
}

void check_values(const IndexerOptions& options) {
  if (!options.format.empty() && !find_source_format(options.format))
    fail(fmt::format("no format is called {}; there are: {}", options.format, format_names()));
  bool letters = std::all_of(options.language.begin(), options.language.end(),
                             [](char c) { return c >= 'a' && c <= 'z'; });
  if (!options.language.empty() && (!letters || options.language.size() != 2))
    fail(fmt::format("{} is no language code; they are two letters, as en", options.language));
}

void choose_task(IndexerOptions& options, const TaskFlags& flags) {
  if (flags.statements + flags.status + flags.check + flags.list_fields > 1)
    fail("--statements, --status, --check and --list-fields do not go together");
  bool takes_sources = true;
  if (flags.statements) {
    options.task = IndexerTask::statements;
  } else if (flags.status || flags.check || flags.list_fields) {
    takes_sources = false;
    options.task = flags.status  ? IndexerTask::status
                   : flags.check ? IndexerTask::check
                                 : IndexerTask::list_fields;
  } else if (options.sources.empty() && options.compact) {
    options.task = IndexerTask::compact;
    return;
  } else if (options.sources.empty() && !options.authority.empty() && !options.prune) {
    options.task = IndexerTask::authority;
    return;
  }
  if (takes_sources && options.sources.empty())
    fail(options.prune ? "--prune needs the SOURCE whose files are to be compared"
                       : "name at least one SOURCE: a file, a folder, or -");
  if (!takes_sources && !options.sources.empty())
    fail("this option takes no SOURCE: " + options.sources.front());
}

}  // namespace

ParsedOptions parse_indexer_options(int argc, const char* const* argv) {
  CLI::App app("Indexes dated news files: who said what about what, when and where.",
               "quotary-index");
  ParsedOptions parsed;
  TaskFlags flags;
  add_options(app, parsed.options);
  add_tasks(app, parsed.options, flags);
  app.footer(kExamples);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    parsed.is_answer = true;
    parsed.answer = app.help();
    return parsed;
  } catch (const CLI::ParseError& error) {
    fail(error.what());
  }
  if (flags.version) {
    parsed.is_answer = true;
    parsed.answer = std::string(kVersion) + "\n";
    return parsed;
  }
  choose_task(parsed.options, flags);
  check_values(parsed.options);
  if (parsed.options.jobs == 0)
    parsed.options.jobs = std::max(1u, std::thread::hardware_concurrency());
  if (parsed.options.index.empty()) parsed.options.index = default_index();
  return parsed;
}

}  // namespace quotary
