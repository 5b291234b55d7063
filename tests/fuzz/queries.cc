#include "common/store/hash.h"
#include "common/text/utf8.h"
#include "query/language/parser.h"
#include "query/language/question.h"
#include "tests/fuzz/target.h"

namespace quotary::fuzz {
namespace {

const Date kToday = *parse_iso_date("2024-10-23");

std::optional<std::string> saved(std::string_view name) {
  if (name == "other") return "brics OR (tariff* NOT \"new bank\")";
  if (name == "self") return "query:self";
  return std::nullopt;
}

int depth(const Node& node) {
  int deepest = 0;
  for (const Node& child : node.children) deepest = std::max(deepest, depth(child));
  return deepest + 1;
}

void check_tree(const Node& tree) {
  promise(depth(tree) <= max_query_depth + 1, "a tree is not too deep");
  std::string query = to_query(tree);
  promise(valid_utf8_prefix(query) == query.size(), "a query is UTF-8");
  auto again = parse_query(query, kToday, saved);
  promise(std::holds_alternative<Node>(again), "a tree's query is understood");
  promise(std::get<Node>(again) == tree, "a tree's query gives the tree");
}

void check_error(std::string_view query, const QueryError& error) {
  promise(error.offset <= query.size(), "an error's place lies in the query");
  promise(!error.message.empty(), "an error says what is wrong");
  for (char c : show_with_caret(query, error))
    promise(c == '\n' || static_cast<unsigned char>(c) >= 0x20, "no control character is shown");
}

std::string repaired(std::string_view bytes) {
  std::string text(bytes);
  repair_utf8(text);
  return text;
}

}  // namespace

void run_query(std::string_view bytes) {
  std::string query = repaired(bytes);
  auto parsed = parse_query(query, kToday, saved);
  if (auto* error = std::get_if<QueryError>(&parsed)) return check_error(query, *error);
  check_tree(std::get<Node>(parsed));
}

void run_question(std::string_view bytes) {
  std::string text = repaired(bytes);
  QuestionContext context;
  context.today = kToday;
  context.saved = saved;
  // Some names are speakers and some are places, always the same ones.
  context.speaker = [](std::string_view name) { return static_cast<Fame>(stable_hash(name) % 3); };
  context.is_place = [](std::string_view name) { return stable_hash(name) % 5 == 0; };
  auto understood = understand(text, context);
  if (auto* error = std::get_if<QueryError>(&understood)) return check_error(text, *error);
  const Question& question = std::get<Question>(understood);
  check_tree(question.tree);
  for (const Node& wider : question.wider) check_tree(wider);
}

std::vector<std::string> query_seeds() {
  return {
      "everything Putin said about BRICS",
      "what did Ida Holm tell Tom Brandt about the harbour last week?",
      "who said \"nobody was hurt\"",
      "when did Holm first mention tariffs in Kelda since 2024-03-05",
      "how often did the ministry talk about trade and tariffs between March and May 2024",
      "articles about BRICS in October 2024",
      "speaker:putin (brics OR \"new bank\") NOT tariff* when:2024-10-01..2024-10-31",
      "a NEAR/5 b ADJ/3 \"c d\" -e",
      "by:\"Ida Holm\" kind:direct status:denied date:2024 said:2024-10-23 when:last-week",
      "about:(a OR b) headline:x* place:kelda query:other",
      "((((a))))",
      "NOT NOT -NOT x",
      "what was Xi Jinping's view of the climate before COP28, yesterday",
      "\xE2\x80\x9Cnew bank\xE2\x80\x9D \xC2\xABloans\xC2\xBB \xE4\xBC\x9A\xE8\xAE\xAE",
      "date:..2024 date:2024.. when:today w/5 pre/2",
      "query:self",
  };
}

}  // namespace quotary::fuzz
