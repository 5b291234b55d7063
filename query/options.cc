#include "query/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "common/base/error.h"
#include "common/text/terminal.h"
#include "query/render/renderer.h"

namespace quotary {
namespace {

constexpr size_t help_column = 28;  // where descriptions begin
constexpr uint64_t most_hits = 1'000'000'000;

constexpr const char* description =
    "Answers who said what about what, when and where, from an index made by quotary-index.";

constexpr const char* examples = R"(Examples:
  quotary-query everything Putin said about BRICS
  quotary-query what did Xi say about trade in Kazan since 2024-10-01
  quotary-query who said '"sustainable development"'
  quotary-query how often did Putin mention BRICS
  quotary-query 'speaker:putin (gas OR oil) NOT pipeline date:2024'
  quotary-query kind:direct --facets speaker,month --timeline
  quotary-query everything Xi said --format jsonl --limit 0

Exit: 0 found, 1 nothing found, 2 error. --list-fields shows the fields; the language is described
in quotary-query-syntax(7).)";

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Format& format : formats()) names.emplace_back(format.name);
  return names;
}

void add_narrowing(CLI::App& app, TypedOptions& o) {
  const char* group = "Narrow down (the same as field:value in the query)";
  auto add = [&](const char* name, std::vector<std::string>& values, const char* help) {
    app.add_option(name, values, help)->group(group)->allow_extra_args(false)->type_name("TEXT");
  };
  add("--speaker", o.speakers, "who said it; several: any of them");
  add("--by", o.by, "who said it: the exact name, as facets show it");
  add("--about", o.about, "what it is about");
  add("--headline", o.headlines, "words of the article's headline");
  add("--location", o.locations, "the dateline's place");
  app.add_option("--since", o.since, "from this day, month or year on")->group(group);
  app.add_option("--until", o.until, "up to this day, month or year")->group(group);
  add("--kind", o.kinds, "direct, mixed or indirect");
  add("--status", o.statuses, "said, denied, declined or not-said");
  add("--cue", o.cues, "the words that attribute: said, warned");
  add("--addressee", o.addressees, "whom it was said to");
  add("--via", o.channels, "what it was heard through");
  add("--agency", o.agencies, "the news agency");
  add("--path", o.paths, "the file, or a folder it lies in");
  add("--lang", o.languages, "the article's language: en");
}

void add_search(CLI::App& app, TypedOptions& o) {
  const char* group = "Search";
  app.add_option("-i,--index", o.indexes,
                 "the index (default: $QUOTARY_INDEX, else "
                 "~/.local/share/quotary/index); several are searched as one")
      ->group(group)
      ->allow_extra_args(false)
      ->type_name("DIR");
  app.add_flag("--verify", o.verify, "check the index for damage before answering")->group(group);
  app.add_flag("--strict", o.strict, "match the content alone, not its passage")->group(group);
  app.add_flag("--no-aliases", o.no_aliases,
               "search the topic's words alone, not what else it is called (UN, United Nations)")
      ->group(group);
  app.add_flag("--articles", o.articles, "find articles instead of statements")->group(group);
  app.add_flag("--near", o.near,
               "add what the same speaker said beside matches, or under a "
               "matching headline, uncounted")
      ->group(group);
  app.add_flag("--group", o.group, "show repeats of one statement once")->group(group);
  app.add_option("--sort", o.sort, "relevance, date (oldest first) or -date (newest first)")
      ->group(group)
      ->check(CLI::IsMember({"relevance", "date", "-date"}));
  app.add_option("--limit", o.limit, "how many to show; 0: all")
      ->group(group)
      ->check(CLI::Range(uint64_t{0}, most_hits));
  app.add_option("--offset", o.offset, "how many to leave out before")
      ->group(group)
      ->check(CLI::Range(uint64_t{0}, most_hits));
  app.add_flag("--new", o.only_new, "only what this search has not yet shown with --new")
      ->group(group);
}

void add_output(CLI::App& app, TypedOptions& o) {
  const char* group = "Output";
  app.add_flag("--count", o.count, "only the number of statements")->group(group);
  app.add_option("--facets", o.facets, "counts by field: speaker, location, month, kind, ...")
      ->group(group)
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("FIELD,...");
  app.add_option("--facet-limit", o.facet_limit, "values of each facet; 0: all")
      ->group(group)
      ->check(CLI::Range(uint64_t{0}, most_hits));
  app.add_flag("--timeline{fitting}", o.timeline,
               "counts by time; =day, =week, =month or =year, else what fits")
      ->group(group)
      ->check(CLI::IsMember({"fitting", "day", "week", "month", "year"}));
  app.add_option("--format", o.format, "text, json, jsonl, csv, tsv, html or annotation")
      ->group(group)
      ->check(CLI::IsMember(format_names()))
      ->type_name("NAME");
  app.add_option("--context", o.context, "sentences around each passage")
      ->group(group)
      ->check(CLI::Range(0, 1000));
  app.add_flag("--kwic{text}", o.kwic,
               "matching words in the middle of lines; =left or =right sorts by the words there")
      ->group(group)
      ->check(CLI::IsMember({"text", "left", "right"}));
  app.add_option("--color,--colour", o.colour, "auto, always or never")
      ->group(group)
      ->check(CLI::IsMember({"auto", "always", "never"}));
  app.add_option("--width", o.width, "columns of text output")
      ->group(group)
      ->check(CLI::Range(20, 1000));
  app.add_flag("--no-pager", o.no_pager, "write to the terminal at once")->group(group);
  app.add_flag("--explain", o.explain, "show how the question was understood")->group(group);
}

void add_listing(CLI::App& app, TypedOptions& o) {
  const char* group = "Other things to show";
  app.add_option("--article", o.article, "a whole article with its statements marked")
      ->group(group)
      ->type_name("ID");
  app.add_option("--like", o.like, "statements or articles similar to this one")
      ->group(group)
      ->type_name("ID");
  app.add_flag("--list-fields", o.list_fields, "the fields of the query language")->group(group);
  app.add_option("--list-speakers", o.list_speakers, "speakers whose names begin so")
      ->group(group)
      ->expected(0, 1)
      ->type_name("[PREFIX]");
  app.add_option("--list-places", o.list_places, "places whose names begin so")
      ->group(group)
      ->expected(0, 1)
      ->type_name("[PREFIX]");
  app.add_option("--save", o.save, "save this search, to be asked again as query:NAME")
      ->group(group)
      ->type_name("NAME");
  app.add_flag("--list-saved", o.list_saved, "the saved searches")->group(group);
  app.add_option("--completion", o.completion, "completions for bash, zsh or fish")
      ->group(group)
      ->check(CLI::IsMember({"bash", "zsh", "fish"}))
      ->type_name("SHELL");
}

void describe(CLI::App& app, TypedOptions& options) {
  app.footer(examples);
  app.add_option("WORDS", options.words, "a question in English, or a query")->type_name("");
  add_search(app, options);
  add_narrowing(app, options);
  add_output(app, options);
  add_listing(app, options);
  app.set_version_flag("--version", "quotary-query " QUOTARY_VERSION);
  app.get_formatter()->column_width(help_column);
}

constexpr const char* help_hint = "  hint: quotary-query --help shows the options\n";

// The first word that looks like an option and is none: perhaps a -word to be excluded.
std::string dash_hint(const std::vector<std::string>& arguments) {
  for (const std::string& word : arguments) {
    bool short_word = word.size() > 1 && word[0] == '-' && word[1] != '-';
    if (short_word) {
      return fmt::format("  hint: to leave a word out, write NOT {} or put -- before the query\n",
                         printable(word.substr(1)));
    }
  }
  return help_hint;
}

// Lines that are too long for a terminal go on under the descriptions: CLI11 does not break them.
std::string wrapped_help(const std::string& help) {
  constexpr size_t width = 79;
  std::string out;
  for (size_t begin = 0; begin < help.size();) {
    const size_t end = std::min(help.find('\n', begin), help.size());
    std::string line = help.substr(begin, end - begin);
    while (line.size() > width) {
      const size_t cut = line.rfind(' ', width);
      if (cut == std::string::npos || cut <= help_column) break;
      out += line.substr(0, cut) + "\n";
      line = std::string(help_column, ' ') + line.substr(cut + 1);
    }
    out += line + "\n";
    begin = end + 1;
  }
  return out;
}

// As CLI11 takes them: the last one first.
std::vector<std::string> reversed(std::vector<std::string> arguments) {
  std::reverse(arguments.begin(), arguments.end());
  return arguments;
}

}  // namespace

CommandLine parse_command_line(const std::vector<std::string>& arguments,
                               const TypedOptions& defaults) {
  CommandLine result;
  TypedOptions options = defaults;
  CLI::App app(description, "quotary-query");
  describe(app, options);
  try {
    app.parse(reversed(arguments));
  } catch (const CLI::CallForHelp&) {
    result.message = wrapped_help(app.help());
    return result;
  } catch (const CLI::CallForVersion& version) {
    result.message = std::string(version.what()) + "\n";
    return result;
  } catch (const CLI::ParseError& error) {
    result.exit_code = 2;
    // A value that does not fit ("--limit -1") is no word to leave out.
    const bool of_option = dynamic_cast<const CLI::ValidationError*>(&error) != nullptr;
    result.message = fmt::format("quotary-query: {}\n{}", printable(error.what()),
                                 of_option ? help_hint : dash_hint(arguments));
    return result;
  }
  result.options = std::move(options);
  return result;
}

bool asks_nothing(const TypedOptions& o) {
  for (const auto* fields :
       {&o.words, &o.speakers, &o.by, &o.about, &o.headlines, &o.locations, &o.kinds, &o.statuses,
        &o.cues, &o.addressees, &o.channels, &o.agencies, &o.paths, &o.languages, &o.facets})
    if (!fields->empty()) return false;
  for (const auto* text :
       {&o.since, &o.until, &o.timeline, &o.article, &o.like, &o.save, &o.completion})
    if (!text->empty()) return false;
  return !(o.articles || o.count || o.explain || o.list_fields || o.list_saved || o.only_new ||
           o.list_speakers || o.list_places);
}

TypedOptions configured_options(const std::vector<ConfigLine>& lines, const std::string& file) {
  TypedOptions options;
  for (const ConfigLine& line : lines) {
    if (line.key == "index") {
      options.configured_indexes.push_back(line.value);
      continue;
    }
    CLI::App app;
    describe(app, options);
    try {
      app.parse(std::vector<std::string>{"--" + line.key + "=" + line.value});
    } catch (const CLI::ParseError& error) {
      throw Error(ErrorKind::usage, fmt::format("{}:{}: {}", file, line.line, error.what()),
                  "quotary-query --help shows what the option takes");
    }
  }
  return options;
}

std::vector<OptionName> option_names() {
  TypedOptions options;
  CLI::App app(description, "quotary-query");
  describe(app, options);
  std::vector<OptionName> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      bool takes_value = option->get_items_expected_max() > 0 && !option->get_type_name().empty();
      names.push_back({"--" + name, takes_value, option->get_description()});
    }
  }
  return names;
}

}  // namespace quotary
