#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "query/language/ast.h"
#include "query/language/parser.h"
#include "query/language/query_error.h"

namespace quotary {

// What is to be shown of what a question finds.
enum class Ask : uint8_t {
  statements,  // everything Putin said about BRICS
  newest,      // the same, newest first: the latest statements by Putin
  first,       // the earliest alone: when did Putin first mention BRICS
  last,        // the latest alone
  who,         // who talked about BRICS: speakers, then statements
  where,       // where did Putin talk about BRICS: places, then statements
  when,        // when did Putin talk about BRICS: the timeline, then statements
  count,       // how often did Putin mention BRICS
  articles,    // articles about BRICS, headlines about BRICS
};

std::string_view name_of(Ask ask);

// How well a name is known to the index as a speaker's.
enum class Fame : uint8_t {
  none,       // no speaker has it
  sometimes,  // a speaker has it, but it is more often spoken about: China
  mostly,     // it is mostly a speaker's: Putin
};

// What is known outside of the text. Unset functions know nothing.
struct QuestionContext {
  Date today;                                          // what "last week" is reckoned from
  std::function<Fame(std::string_view name)> speaker;  // names as typed
  std::function<bool(std::string_view name)> is_place;
  SavedQuery saved;
};

// A question or query, understood.
struct Question {
  Node tree;
  Ask ask = Ask::statements;
  bool in_english = false;         // read as a question in English; else in the query language
  std::vector<Node> wider;         // to be asked in turn where `tree` finds nothing: "trade and
                                   // tariffs" as either of them, the place as a word of the topic,
                                   // a bare speaker's name as a word, the topic
                                   // without "criticised", "leaders" as anyone
  std::vector<std::string> notes;  // what was taken for granted: "putin is read as the speaker"
};

// Understands what was typed: a question in plain English where it has the form of one, else a
// query in the language, in which bare words that mostly name a speaker become speaker:. Questions
// may hold pieces of the language ("quoted words", star*, field:value, OR).
//
// Forms of questions (X a speaker, Y a topic; times and places may stand anywhere):
//   everything/what/anything X said about Y        what did X say about Y, tell Z about Y
//   what has been said about Y (by X)              what is X's view of Y, X's remarks on Y
//   who said "...", who talked about Y             statements by X on Y, latest from X
//   when did X first/last mention Y, how often     where did X talk about Y
//   did X say anything about Y                     how did X respond to Y
//   articles/headlines about Y                     X said Y, X on Y (where X is a known speaker)
//   who did X talk to about Y                      anyone besides X said, quotes where X mentions Y
//
// Lead-ins (I'm looking for, summarise what), endings (so far, and what did he say) and slips of
// the pen in the words that questions are made of (wat, abuot) are seen through.
std::variant<Question, QueryError> understand(std::string_view text,
                                              const QuestionContext& context);

}  // namespace quotary
