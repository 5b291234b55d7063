#include "query/language/question.h"

#include <utility>

#include "query/language/bare_words.h"
#include "query/language/question_forms.h"

namespace quotary {
namespace {

constexpr size_t max_question_words = 80;

// In this order: a form that asks for less comes before those that its words would fit as well.
std::optional<QuestionDraft> read_form(const QuestionDraft& draft) {
  constexpr bool (*forms[])(QuestionDraft&) = {
      form_articles,  form_how_often,  form_first_time, form_when_where,    form_whom, form_who,
      form_what,      form_quantified, form_whose_view, form_statements_by, form_did,  form_how,
      form_according, form_said,       form_on,         form_about};
  for (auto form : forms) {
    QuestionDraft filled = draft;
    if (form(filled)) return filled;
  }
  return std::nullopt;
}

// A question within other words: "summarise what X said", "what do we know about what X said".
// Names before it are no such words.
std::optional<QuestionDraft> read_inner_form(const QuestionDraft& draft) {
  for (size_t i = 1; i + 2 < draft.size(); ++i) {
    if (begins_upper(draft.words[i].text) || draft.words[i - 1].quoted) return std::nullopt;
    if (draft.fame(i - 1, i) == Fame::mostly) return std::nullopt;
    if (!among(draft.at(i), {"what", "everything", "anything", "who", "how"})) continue;
    QuestionDraft inner = draft;
    inner.drop(0, i);
    if (auto filled = read_form(inner)) return filled;
  }
  return std::nullopt;
}

std::optional<Question> read_question(QuestionDraft draft) {
  draft.take_courtesies();
  draft.take_times();
  draft.take_places();
  draft.take_exclusions();
  if (draft.words.empty()) return std::nullopt;
  if (auto filled = read_form(draft)) return question_of(*filled);
  auto filled = read_inner_form(draft);
  return filled ? question_of(*filled) : std::nullopt;
}

// "(R-Ky.)", "(D)": the party of who is named before it, no words of a question. Blanked, so that
// places stay.
std::string without_parties(std::string_view text) {
  std::string out(text);
  for (size_t at = 0; (at = out.find(" (", at)) != std::string::npos; ++at) {
    const size_t end = out.find(')', at);
    if (end == std::string::npos) break;
    const std::string_view label = std::string_view(out).substr(at + 2, end - at - 2);
    const bool party = !label.empty() && among(label.substr(0, 1), {"R", "D", "I"});
    const bool place = label.size() > 3 && label.size() <= 9 && label[1] == '-' &&
                       begins_upper(label.substr(2)) && label.find(' ') == label.npos;
    if (party && (label.size() == 1 || place)) out.replace(at, end + 1 - at, end + 1 - at, ' ');
  }
  return out;
}

// As it stands; else, where that has no form, with the words that questions are made of mended.
std::optional<Question> read_question(std::string_view text, const QuestionContext& context) {
  QuestionDraft draft(text, context);
  if (draft.words.empty() || draft.size() > max_question_words) return std::nullopt;
  if (auto question = read_question(draft)) return question;
  std::string note = draft.mend_question_words();
  auto question = note.empty() ? std::nullopt : read_question(std::move(draft));
  if (question) question->notes.push_back(std::move(note));
  return question;
}

}  // namespace

std::string_view name_of(Ask ask) {
  constexpr std::string_view names[] = {"statements", "newest", "first", "last",    "who",
                                        "where",      "when",   "count", "articles"};
  return names[static_cast<size_t>(ask)];
}

std::variant<Question, QueryError> understand(std::string_view typed,
                                              const QuestionContext& context) {
  const std::string text = without_parties(typed);
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
  read_negations(question, text, context);
  resolve_bare_speaker(question, text, context);
  return question;
}

}  // namespace quotary
