#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "query/config.h"

namespace quotary {

// What was typed on the command line of quotary-query, word for word; what it means is decided in
// query/request.h.
struct TypedOptions {
  std::vector<std::string> words;
  std::vector<std::string> indexes;
  std::vector<std::string> configured_indexes;  // where neither -i nor $QUOTARY_INDEX names one

  std::vector<std::string> speakers;  // --speaker, and so on: fields given as options
  std::vector<std::string> by;
  std::vector<std::string> about;
  std::vector<std::string> headlines;
  std::vector<std::string> locations;
  std::vector<std::string> kinds;
  std::vector<std::string> statuses;
  std::vector<std::string> cues;
  std::vector<std::string> addressees;
  std::vector<std::string> channels;
  std::vector<std::string> agencies;
  std::vector<std::string> paths;
  std::vector<std::string> languages;
  std::string since;
  std::string until;

  bool strict = false;
  bool verify = false;
  bool near = false;
  bool no_aliases = false;
  bool articles = false;
  bool group = false;
  std::string sort;
  std::optional<uint64_t> limit;
  uint64_t offset = 0;
  bool count = false;
  std::vector<std::string> facets;
  uint64_t facet_limit = 20;
  std::string timeline;  // day, ..., year; "fitting"; empty where none was asked for

  std::string format = "text";
  std::string colour = "auto";
  std::optional<uint64_t> width;
  bool no_pager = false;
  uint32_t context = 0;
  std::string kwic;  // text, left, right; empty where none was asked for
  bool explain = false;

  std::string article;  // --article ID
  std::string like;     // --like ID
  bool list_fields = false;
  std::optional<std::string> list_speakers;
  std::optional<std::string> list_places;
  std::string save;
  bool list_saved = false;
  bool only_new = false;
  std::string completion;  // a shell's name
};

// The command line, or what it asks to be printed at once (--help, --version) or to be refused.
struct CommandLine {
  std::optional<TypedOptions> options;
  std::string message;  // where there are no options: for standard output if exit_code is 0, else
  int exit_code = 0;    // for standard error
};

// `arguments` without the program's name; `defaults` hold where an option is not given.
CommandLine parse_command_line(const std::vector<std::string>& arguments,
                               const TypedOptions& defaults = {});

// Whether no question is asked and nothing else to be shown: options of output at most.
bool asks_nothing(const TypedOptions& options);

// The defaults that a configuration file sets. Throws Error{usage} that names file and line for a
// value that the option does not take.
TypedOptions configured_options(const std::vector<ConfigLine>& lines, const std::string& file);

// Long names of all options, with their dashes, and whether a value follows; for completions.
struct OptionName {
  std::string name;
  bool takes_value;
  std::string help;
};
std::vector<OptionName> option_names();

}  // namespace quotary
