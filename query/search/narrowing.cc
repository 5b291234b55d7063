#include "query/search/narrowing.h"

#include <algorithm>

#include "query/language/parser.h"

namespace quotary {
namespace {

const FacetValue& most_frequent(const Facet& facet) {
  return *std::max_element(
      facet.values.begin(), facet.values.end(),
      [](const FacetValue& a, const FacetValue& b) { return a.count < b.count; });
}

// "kind:direct", "when:2024-10": as one would type it.
std::string term_for(const std::string& field, std::string value) {
  value.erase(std::remove(value.begin(), value.end(), '"'), value.end());
  const bool plain =
      value.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") ==
      std::string::npos;
  return field + ":" + (plain ? value : "\"" + value + "\"");
}

// Whether one of the tree's demands is what the term asks.
bool asks(const Node& tree, const std::string& term) {
  const auto parsed = parse_query(term, Date{}, nullptr);
  const Node* wanted = std::get_if<Node>(&parsed);
  if (!wanted) return false;
  if (tree.kind != NodeKind::all) return tree == *wanted;
  return std::find(tree.children.begin(), tree.children.end(), *wanted) != tree.children.end();
}

}  // namespace

std::string narrowed_query(const Node& tree, const Facet& facet) {
  if (facet.values.empty()) return "";
  const bool time = facet.field == "year" || facet.field == "month" || facet.field == "day";
  const std::string field = time ? "when" : facet.field;
  std::string term = term_for(field, most_frequent(facet).value);
  if (asks(tree, term)) return "";
  std::vector<Node> others = tree.kind == NodeKind::all ? tree.children : std::vector<Node>{tree};
  std::erase_if(others,
                [&](const Node& n) { return n.kind == NodeKind::field && n.text == field; });
  if (others.empty()) return term;
  const Node rest = all_of(std::move(others));
  const std::string before = to_query(rest);
  return (rest.kind == NodeKind::any ? "(" + before + ")" : before) + " " + term;
}

}  // namespace quotary
