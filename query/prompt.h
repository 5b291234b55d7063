#pragma once

#include <string>
#include <vector>

#include "query/options.h"

namespace quotary {

// The prompt that quotary-query shows where it is run with no question on a terminal: a question or
// query a line, with the options of the command line behind it where they are wanted, lines edited
// by GNU readline, with a history in $XDG_STATE_HOME/quotary/history and completion of fields,
// speakers and places. `options` hold for each line.
//
// Each line is answered in a process of its own: Ctrl-C ends an answer, or empties a line that is
// being typed, and never the prompt. Ends with Ctrl-D or :quit. Returns the exit code: 0.
int run_prompt(const TypedOptions& options);

// What a line of the prompt asks for, as arguments of the command line. What stands before the
// first option is the question, as typed, so that quotation marks reach the query language; from
// there on words are taken apart at spaces, and quotation marks around them are dropped. A line
// that begins with a colon is a command:
//   everything Putin said about "grain exchange" --facets month
//     -> --facets month -- 'everything Putin said about "grain exchange"'
//   :article 4ce47zaq6cv6a      -> --article 4ce47zaq6cv6a
//   :save grain speaker:putin   -> --save grain -- speaker:putin
// A command that is not known comes back alone, as it was typed.
std::vector<std::string> prompt_arguments(const std::string& line);

// ":quit", ":help", ...
std::vector<std::string> prompt_commands();

}  // namespace quotary
