#include "query/language/question.h"

#include "query/language/bare_words.h"
#include "query/language/question_forms.h"

namespace quotary {
namespace {

constexpr size_t max_question_words = 80;

// In this order: a form that asks for less comes before those that its words would fit as well.
bool any_form(Draft& q) {
  return form_articles(q) || form_how_often(q) || form_first_time(q) || form_when_where(q) ||
         form_who(q) || form_what(q) || form_quantified(q) || form_whose_view(q) ||
         form_statements_by(q) || form_did(q) || form_how(q) || form_according(q) || form_said(q) ||
         form_on(q) || (q.at(0) == "about" && form_everything_about(q, 0));
}

std::optional<Question> read_question(std::string_view text, const QuestionContext& context) {
  Draft draft(text, context);
  if (draft.words.empty() || draft.size() > max_question_words) return std::nullopt;
  draft.take_courtesies();
  draft.take_times();
  draft.take_places();
  if (draft.words.empty() || !any_form(draft)) return std::nullopt;
  return question_of(draft);
}

}  // namespace

std::string_view name_of(Ask ask) {
  constexpr std::string_view names[] = {"statements", "newest", "first", "last",    "who",
                                        "where",      "when",   "count", "articles"};
  return names[static_cast<size_t>(ask)];
}

std::variant<Question, QueryError> understand(std::string_view text,
                                              const QuestionContext& context) {
  try {
    if (auto question = read_question(text, context)) return std::move(*question);
  } catch (const QueryError& error) {
    return error;
  }
  auto parsed = parse_query(text, context.today, context.saved);
  if (auto* error = std::get_if<QueryError>(&parsed)) return *error;
  Question question;
  question.tree = std::get<Node>(std::move(parsed));
  drop_small_words(question);
  resolve_bare_speaker(question, context);
  return question;
}

}  // namespace quotary
