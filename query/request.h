#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/language/question.h"
#include "query/options.h"
#include "query/render/renderer.h"
#include "query/search/searcher.h"

namespace quotary {

// What a command line means: the question, and how it is searched and shown.
struct Request {
  Question question;
  SearchOptions search;
  const Format* format = nullptr;
  RenderOptions render;
};

// A query that cannot be understood, with the text that it was typed in (an option's value has a
// text of its own).
struct BadQuery {
  std::string text;
  QueryError error;
  std::string option;  // "--since"; empty for the query itself
};

// Throws BadQuery; Error{usage} for options that do not go together.
Request make_request(const TypedOptions& options, const QuestionContext& context);

}  // namespace quotary
