#include "query/language/parser.h"

#include <fmt/format.h>

#include "common/base/kinds.h"
#include "common/store/schema.h"
#include "query/language/lexer.h"
#include "query/language/period.h"
#include "query/language/spelling.h"

namespace quotary {
namespace {

// The values of a field that takes one of a few.
std::vector<std::string> choices_of(const Field& field) {
  if (field.name == "kind") return {kStatementKindNames.begin(), kStatementKindNames.end()};
  return {kStatementStatusNames.begin(), kStatementStatusNames.end()};
}

std::vector<std::string> searchable_names() {
  std::vector<std::string> names;
  for (const Field& field : kFields) {
    if (field.searchable) names.emplace_back(field.name);
  }
  return names;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

[[noreturn]] void reject_field(const QueryToken& field, std::string_view query) {
  std::vector<std::string> names = searchable_names();
  auto near = nearest(field.text, names);
  std::string hint =
      near ? fmt::format("did you mean {}:? ", *near) : "there are " + joined(names) + "; ";
  hint +=
      fmt::format("text with a colon goes in quotation marks: \"{}...\"", field.place.of(query));
  throw QueryError{field.place.begin, fmt::format("there is no field '{}'", field.text), hint};
}

class Parser {
 public:
  Parser(std::string_view query, Date today, const SavedQuery& saved)
      : query_(query), today_(today), saved_(saved), tokens_(lex(query)) {}

  // Of a saved search that stands in the query of `outer`.
  Parser(std::string_view query, std::string_view name, const Parser& outer)
      : query_(query),
        today_(outer.today_),
        saved_(outer.saved_),
        tokens_(lex(query)),
        depth_(outer.depth_ + 1),
        name_(name),
        outer_(&outer) {}

  Node run() {
    if (now().kind == QueryTokenKind::end) return empty_query();
    Node node = any();
    if (now().kind == QueryTokenKind::close) {
      throw QueryError{now().place.begin, "this parenthesis closes nothing",
                       "take it away, or open one before it"};
    }
    return node;
  }

 private:
  const QueryToken& now() const { return tokens_[at_]; }

  QueryToken take() { return tokens_[at_ + 1 < tokens_.size() ? at_++ : at_]; }

  Node empty_query() const {
    for (size_t i = 0; i < query_.size(); ++i) {
      if (space_at(query_, i) == 0) {
        throw QueryError{i, "there is nothing here to search for", "write a word or a name"};
      }
    }
    return {};
  }

  Node any() {
    std::vector<Node> operands;
    operands.push_back(all());
    while (now().kind == QueryTokenKind::op_or) {
      QueryToken op = take();
      if (!begins_operand()) reject_missing(op, "after");
      operands.push_back(all());
    }
    return any_of(std::move(operands));
  }

  Node all() {
    if (!begins_operand()) reject_start();
    std::vector<Node> operands;
    operands.push_back(unary());
    while (true) {
      if (now().kind == QueryTokenKind::op_and) {
        QueryToken op = take();
        if (!begins_operand()) reject_missing(op, "after");
      } else if (!begins_operand()) {
        break;
      }
      operands.push_back(unary());
    }
    if (operands.size() > 1) std::erase_if(operands, asks_everything);
    return all_of(std::move(operands));
  }

  // Signs are counted, not nested: any number of them costs no stack.
  Node unary() {
    bool negated = false;
    while (now().kind == QueryTokenKind::op_not) {
      QueryToken op = take();
      negated = !negated;
      if (!begins_operand()) reject_missing(op, "after");
    }
    Node node = proximity();
    return negated ? without_node(std::move(node)) : node;
  }

  Node proximity() {
    Node first = primary();
    if (now().kind != QueryTokenKind::op_near && now().kind != QueryTokenKind::op_adj) return first;
    QueryToken op = now();
    Node node;
    node.kind = op.kind == QueryTokenKind::op_near ? NodeKind::near : NodeKind::adjacent;
    node.distance = op.distance;
    node.place = first.place;
    check_near_operand(first, op);
    node.children.push_back(std::move(first));
    while (now().kind == QueryTokenKind::op_near || now().kind == QueryTokenKind::op_adj) {
      QueryToken next = take();
      if (next.kind != op.kind || next.distance != op.distance) {
        throw QueryError{next.place.begin, "NEAR and ADJ of different kinds cannot be chained",
                         "join two of them by AND"};
      }
      if (!begins_operand()) reject_missing(next, "after");
      Node operand = primary();
      check_near_operand(operand, next);
      node.place.end = operand.place.end;
      node.children.push_back(std::move(operand));
    }
    return node;
  }

  static void check_near_operand(const Node& node, const QueryToken& op) {
    if (node.kind == NodeKind::word || node.kind == NodeKind::prefix) return;
    throw QueryError{node.place.begin, fmt::format("{} stands between words", op.text),
                     "a group, a phrase or a field cannot stand beside it; for one of several "
                     "words write (a NEAR/5 x) OR (b NEAR/5 x)"};
  }

  Node primary() {
    QueryToken token = take();
    switch (token.kind) {
      case QueryTokenKind::word:
      case QueryTokenKind::prefix:
      case QueryTokenKind::phrase:
        return leaf(token);
      case QueryTokenKind::open:
        return group(token);
      case QueryTokenKind::field:
        return field(token);
      default:
        reject_missing(token, "before");
    }
  }

  Node leaf(const QueryToken& token) {
    if (++words_ > max_query_words) {
      throw QueryError{token.place.begin,
                       fmt::format("the query has more than {} words", max_query_words),
                       "ask several shorter questions"};
    }
    Node node = word_node(token.text);
    if (token.kind == QueryTokenKind::phrase) node.kind = NodeKind::phrase;
    if (token.kind == QueryTokenKind::prefix) node.kind = NodeKind::prefix;
    if (token.kind == QueryTokenKind::prefix && token.text.empty()) node.kind = NodeKind::all;
    node.place = token.place;
    if (token.kind == QueryTokenKind::phrase && reads_empty(token.text)) {
      throw QueryError{token.place.begin, "there is nothing between these quotation marks",
                       "write the words to find between them"};
    }
    return node;
  }

  static bool reads_empty(std::string_view text) {
    for (size_t i = 0; i < text.size(); ++i) {
      if (space_at(text, i) == 0) return false;
    }
    return true;
  }

  Node group(const QueryToken& open) {
    if (++depth_ > max_query_depth) {
      throw QueryError{open.place.begin,
                       fmt::format("more than {} parentheses within each other", max_query_depth),
                       "take out those that change nothing"};
    }
    if (now().kind == QueryTokenKind::close) {
      throw QueryError{open.place.begin, "there is nothing between these parentheses",
                       "write the words to find between them"};
    }
    Node node = any();
    if (now().kind != QueryTokenKind::close) {
      throw QueryError{open.place.begin, "this parenthesis is not closed",
                       "add ')' where the group ends"};
    }
    node.place = {open.place.begin, take().place.end};
    --depth_;
    return node;
  }

  Node field(const QueryToken& name) {
    if (name.text == "query") return saved_query(name);
    const Field* rule = find_field(name.text);
    if (rule == nullptr || !rule->searchable) reject_field(name, query_);
    if (in_field_) {
      throw QueryError{name.place.begin, "a field cannot stand within a field",
                       "close the parenthesis before it"};
    }
    bool plain = rule->kind == FieldKind::date || rule->kind == FieldKind::enumeration;
    Node value = plain ? plain_value(*rule) : text_value(*rule);
    Node node = field_node(std::string(rule->name), std::move(value));
    node.place = {name.place.begin, tokens_[at_ - 1].place.end};
    return node;
  }

  Node text_value(const Field& rule) {
    in_field_ = true;
    Node value = primary();
    in_field_ = false;
    if (asks_everything(value)) {
      throw QueryError{
          value.place.begin, "a star needs the beginning of a word before it",
          fmt::format("{}:a* finds every value with a word that begins with a", rule.name)};
    }
    return value;
  }

  // Dates and choices: one word or one quotation.
  Node plain_value(const Field& rule) {
    QueryToken token = take();
    if (token.kind != QueryTokenKind::word && token.kind != QueryTokenKind::phrase) {
      throw QueryError{
          token.place.begin, fmt::format("{}: takes one value", rule.name),
          rule.kind == FieldKind::date
              ? fmt::format("write {0}:2024-10 or {0}:2024-10-01..2024-10-23", rule.name)
              : "one of " + joined(choices_of(rule))};
    }
    if (rule.kind == FieldKind::enumeration) return choice(rule, token);
    size_t text_begin = token.place.begin + (token.kind == QueryTokenKind::phrase ? 1 : 0);
    Period period = parse_period(token.text, today_, text_begin);
    Node node = dates_node(period.from, period.to);
    node.place = token.place;
    return node;
  }

  static Node choice(const Field& rule, const QueryToken& token) {
    std::vector<std::string> choices = choices_of(rule);
    for (const std::string& value : choices) {
      if (token.text != value) continue;
      Node node = word_node(value);
      node.place = token.place;
      return node;
    }
    auto near = nearest(token.text, choices);
    throw QueryError{token.place.begin, fmt::format("there is no {} '{}'", rule.name, token.text),
                     (near ? fmt::format("did you mean {}:{}? ", rule.name, *near) : "") +
                         "one of " + joined(choices)};
  }

  Node saved_query(const QueryToken& name) {
    QueryToken value = take();
    reject_circle(value);
    auto text = saved_ ? saved_(value.text) : std::nullopt;
    if (!text) {
      throw QueryError{value.place.begin, fmt::format("there is no saved search '{}'", value.text),
                       "--list-saved lists them; --save NAME saves one"};
    }
    Node node;
    try {
      node = Parser(*text, value.text, *this).run();
    } catch (const QueryError& error) {
      throw QueryError{
          name.place.begin,
          fmt::format("the saved search '{}' has an error: {}", value.text, error.message),
          error.hint};
    }
    node.place = {name.place.begin, value.place.end};
    return node;
  }

  // A saved search within itself has no end, and many within each other none that is waited for.
  void reject_circle(const QueryToken& saved) const {
    constexpr int most = 8;
    int around = 0;
    for (const Parser* parser = this; parser->outer_; parser = parser->outer_, ++around) {
      if (parser->name_ != saved.text && around < most) continue;
      throw QueryError{saved.place.begin,
                       parser->name_ == saved.text
                           ? fmt::format("the saved search '{}' asks for itself", saved.text)
                           : fmt::format("saved searches within each other, over {} deep", most),
                       "--list-saved shows them; --save NAME replaces one"};
    }
  }

  bool begins_operand() const {
    switch (now().kind) {
      case QueryTokenKind::word:
      case QueryTokenKind::prefix:
      case QueryTokenKind::phrase:
      case QueryTokenKind::open:
      case QueryTokenKind::field:
      case QueryTokenKind::op_not:
        return true;
      default:
        return false;
    }
  }

  [[noreturn]] static void reject_missing(const QueryToken& op, std::string_view side) {
    throw QueryError{
        op.place.begin, fmt::format("{} has nothing {} it", op.text, side),
        fmt::format("write a word there, or \"{}\" to search for the word itself", op.text)};
  }

  [[noreturn]] void reject_start() const {
    const QueryToken& token = now();
    if (token.kind == QueryTokenKind::close) {
      throw QueryError{token.place.begin, "this parenthesis closes nothing",
                       "take it away, or open one before it"};
    }
    if (token.kind == QueryTokenKind::end) {
      throw QueryError{token.place.begin, "the query ends too early", "write a word here"};
    }
    reject_missing(token, "before");
  }

  std::string_view query_;
  Date today_;
  const SavedQuery& saved_;
  std::vector<QueryToken> tokens_;
  size_t at_ = 0;
  size_t words_ = 0;
  int depth_ = 0;
  bool in_field_ = false;
  std::string_view name_;  // of a saved search, and the query that it stands in
  const Parser* outer_ = nullptr;
};

}  // namespace

std::variant<Node, QueryError> parse_query(std::string_view query, Date today,
                                           const SavedQuery& saved) {
  try {
    return Parser(query, today, saved).run();
  } catch (const QueryError& error) {
    return error;
  }
}

}  // namespace quotary
