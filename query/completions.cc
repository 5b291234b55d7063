#include "query/completions.h"

#include <fmt/format.h>

#include "common/base/kinds.h"
#include "query/options.h"
#include "query/render/renderer.h"
#include "query/search/counts.h"

namespace quotary {
namespace {

std::string format_list() {
  std::string out;
  for (const Format& format : formats()) out += std::string(format.name) + " ";
  return out;
}

std::string option_list() {
  std::string out;
  for (const OptionName& option : option_names()) out += option.name + " ";
  return out;
}

std::string status_list() { return fmt::format("{}", fmt::join(kStatementStatusNames, " ")); }
std::string kind_list() { return fmt::format("{}", fmt::join(kStatementKindNames, " ")); }

// The words for a value, by option; shared by bash and zsh (which loads bashcompinit).
std::string bash_script() {
  return fmt::format(R"sh(# quotary-query --completion bash
_quotary_query_names() {{
  local list=$1=$2 index=() i
  for ((i = 1; i < COMP_CWORD; ++i)); do  # the indexes that were named before
    case ${{COMP_WORDS[i]}} in -i|--index) index+=(-i "${{COMP_WORDS[i+1]/#\~/$HOME}}");; esac
  done
  quotary-query "${{index[@]}}" "$list" --limit 50 2>/dev/null | sed -E 's/^ *[0-9]+ +//'
}}
_quotary_query() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} IFS=$' \n'
  COMPREPLY=()
  case $prev in
    --format) COMPREPLY=($(compgen -W "{0}" -- "$cur")); return;;
    --kind) COMPREPLY=($(compgen -W "{1}" -- "$cur")); return;;
    --status) COMPREPLY=($(compgen -W "{2}" -- "$cur")); return;;
    --facets) COMPREPLY=($(compgen -W "{3}" -- "$cur")); return;;
    --sort) COMPREPLY=($(compgen -W "relevance date -date" -- "$cur")); return;;
    --color) COMPREPLY=($(compgen -W "auto always never" -- "$cur")); return;;
    --completion) COMPREPLY=($(compgen -W "bash zsh fish" -- "$cur")); return;;
    -i|--index) COMPREPLY=($(compgen -d -- "$cur")); return;;
    --speaker|--by|--location)
      local list=--list-speakers name
      [ "$prev" = --location ] && list=--list-places
      while IFS= read -r name; do
        COMPREPLY+=("$(printf %q "$name")")
      done < <(_quotary_query_names $list "${{cur//\\/}}")
      return;;
  esac
  [[ $cur == -* ]] && COMPREPLY=($(compgen -W "{4}" -- "$cur"))
}}
complete -F _quotary_query quotary-query
)sh",
                     format_list(), kind_list(), status_list(),
                     fmt::format("{}", fmt::join(facet_names(), " ")), option_list());
}

std::string fish_script() {
  std::string out = "# quotary-query --completion fish\ncomplete -c quotary-query -f\n";
  for (const OptionName& option : option_names()) {
    std::string help;
    for (char c : option.help) help += c == '\'' ? std::string("\\'") : std::string(1, c);
    std::string values;
    if (option.name == "--format") values = format_list();
    if (option.name == "--kind") values = kind_list();
    if (option.name == "--status") values = status_list();
    if (option.name == "--facets") values = fmt::format("{}", fmt::join(facet_names(), " "));
    if (option.name == "--speaker" || option.name == "--by" || option.name == "--location") {
      values = fmt::format(
          "(quotary-query --list-{}=(commandline -ct) --limit 50 2>/dev/null | "
          "string replace -r \"^ *[0-9]+ +\" \"\")",
          option.name == "--location" ? "places" : "speakers");
    }
    out += fmt::format("complete -c quotary-query -l {}{}{} -d '{}'\n", option.name.substr(2),
                       option.takes_value ? " -r" : "",
                       values.empty() ? "" : fmt::format(" -a '{}'", values), help);
  }
  return out;
}

}  // namespace

std::string completion_script(std::string_view shell) {
  if (shell == "bash") return bash_script();
  if (shell == "zsh") return "autoload -U +X bashcompinit && bashcompinit\n" + bash_script();
  return shell == "fish" ? fish_script() : "";
}

}  // namespace quotary
