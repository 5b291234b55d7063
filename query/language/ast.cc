#include "query/language/ast.h"

#include <fmt/format.h>

#include "query/language/lexer.h"

namespace quotary {
namespace {

Node joined(NodeKind kind, std::vector<Node> children) {
  if (children.size() == 1) return std::move(children.front());
  Node node;
  node.kind = kind;
  for (Node& child : children) {
    bool same = child.kind == kind && !(kind == NodeKind::all && child.children.empty());
    if (same) {
      for (Node& inner : child.children) node.children.push_back(std::move(inner));
    } else {
      node.children.push_back(std::move(child));
    }
  }
  if (!node.children.empty()) {
    node.place = {node.children.front().place.begin, node.children.back().place.end};
  }
  return node;
}

std::string quoted(std::string_view text) { return fmt::format("\"{}\"", text); }

// A word as it can be typed: in quotation marks where it would be read as something else.
std::string bare(const std::string& text) { return reads_as_word(text) ? text : quoted(text); }

std::string show_dates(const Node& node) {
  if (node.from == node.to && node.from) return to_iso(*node.from);
  return (node.from ? to_iso(*node.from) : "") + ".." + (node.to ? to_iso(*node.to) : "");
}

std::string join(const std::vector<Node>& nodes, std::string_view between,
                 std::string (*show)(const Node&)) {
  std::string out;
  for (const Node& node : nodes) out += (out.empty() ? "" : std::string(between)) + show(node);
  return out;
}

bool is_compound(const Node& node) {
  return node.kind == NodeKind::all || node.kind == NodeKind::any || node.kind == NodeKind::near ||
         node.kind == NodeKind::adjacent;
}

// In parentheses where it binds less tightly than what stands around it.
std::string show_tight(const Node& node) {
  bool plain = !is_compound(node) || asks_everything(node);
  return plain ? to_query(node) : "(" + to_query(node) + ")";
}

std::string show_and_operand(const Node& node) {
  return node.kind == NodeKind::any ? "(" + to_query(node) + ")" : to_query(node);
}

std::string show_value(const Node& node) {
  if (node.kind == NodeKind::without) return "(" + to_query(node) + ")";
  bool plain = node.kind == NodeKind::word && reads_as_value(node.text);
  return plain ? node.text : show_tight(node);
}

std::string show_proximity(const Node& node, std::string_view name) {
  return join(node.children, fmt::format(" {}/{} ", name, node.distance), show_tight);
}

}  // namespace

bool operator==(const Node& a, const Node& b) {
  return a.kind == b.kind && a.text == b.text && a.children == b.children &&
         a.distance == b.distance && a.from == b.from && a.to == b.to;
}

namespace {

Node text_node(NodeKind kind, std::string text) {
  Node node;
  node.kind = kind;
  node.text = std::move(text);
  return node;
}

}  // namespace

Node word_node(std::string text) {
  NodeKind kind = reads_as_word(text) ? NodeKind::word : NodeKind::phrase;
  return text_node(kind, std::move(text));
}

Node phrase_node(std::string text) { return text_node(NodeKind::phrase, std::move(text)); }

Node field_node(std::string name, Node value) {
  Node node = text_node(NodeKind::field, std::move(name));
  if (value.kind == NodeKind::word && !reads_as_value(value.text)) value.kind = NodeKind::phrase;
  node.children.push_back(std::move(value));
  return node;
}

Node dates_node(std::optional<Date> from, std::optional<Date> to) {
  Node node;
  node.kind = NodeKind::dates;
  node.from = from;
  node.to = to;
  return node;
}

Node without_node(Node child) {
  Node node;
  node.kind = NodeKind::without;
  node.place = child.place;
  node.children.push_back(std::move(child));
  return node;
}

Node all_of(std::vector<Node> children) { return joined(NodeKind::all, std::move(children)); }

Node any_of(std::vector<Node> children) { return joined(NodeKind::any, std::move(children)); }

bool asks_everything(const Node& node) {
  return node.kind == NodeKind::all && node.children.empty();
}

std::string to_query(const Node& node) {
  switch (node.kind) {
    case NodeKind::word:
      return bare(node.text);
    case NodeKind::prefix:
      return node.text + "*";
    case NodeKind::phrase:
      return quoted(node.text);
    case NodeKind::near:
      return show_proximity(node, "NEAR");
    case NodeKind::adjacent:
      return show_proximity(node, "ADJ");
    case NodeKind::all:
      return node.children.empty() ? "*" : join(node.children, " ", show_and_operand);
    case NodeKind::any:
      return join(node.children, " OR ", show_tight);
    case NodeKind::without:
      return "NOT " + show_tight(node.children.front());
    case NodeKind::field:
      return node.text + ":" + show_value(node.children.front());
    case NodeKind::dates:
      return show_dates(node);
  }
  return {};
}

std::string to_tree(const Node& node) {
  switch (node.kind) {
    case NodeKind::word:
      return fmt::format("(word {})", node.text);
    case NodeKind::prefix:
      return fmt::format("(prefix {})", node.text);
    case NodeKind::phrase:
      return fmt::format("(phrase \"{}\")", node.text);
    case NodeKind::near:
      return fmt::format("(near/{} {})", node.distance, join(node.children, " ", to_tree));
    case NodeKind::adjacent:
      return fmt::format("(adj/{} {})", node.distance, join(node.children, " ", to_tree));
    case NodeKind::all:
      return node.children.empty() ? "(everything)"
                                   : fmt::format("(and {})", join(node.children, " ", to_tree));
    case NodeKind::any:
      return fmt::format("(or {})", join(node.children, " ", to_tree));
    case NodeKind::without:
      return fmt::format("(not {})", to_tree(node.children.front()));
    case NodeKind::field:
      return fmt::format("(field {} {})", node.text, to_tree(node.children.front()));
    case NodeKind::dates:
      return fmt::format("(dates {})", show_dates(node));
  }
  return {};
}

}  // namespace quotary
