#include "query/search/unknown_values.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/store/schema.h"
#include "common/store/terms.h"
#include "query/search/searcher.h"

namespace quotary {
namespace {

constexpr size_t most_paths = 50;
constexpr size_t most_values = 8;

bool is_field(const Node& node, std::string_view name) {
  return node.kind == NodeKind::field && node.text == name;
}

bool is_value(const Node& node) {
  return node.kind == NodeKind::word || node.kind == NodeKind::phrase;
}

uint64_t statements_with(const IndexReader& index, const Node& field) {
  SearchOptions options;
  options.limit = 1;
  return Search(index, field, options).head().total;
}

// Files and folders whose last parts are `path`.
std::vector<std::string> paths_ending(const Xapian::Database& database, const std::string& path) {
  const std::string start(prefix::path);
  const std::string end = "/" + path_term(path).substr(start.size());
  std::vector<std::string> found;
  for (auto term = database.allterms_begin(start);
       term != database.allterms_end(start) && found.size() <= most_paths; ++term)
    if ((*term).ends_with(end)) found.push_back((*term).substr(start.size()));
  return found;
}

// The values of an exact field, folded, the most frequent first.
std::string values_of(const Xapian::Database& database, std::string_view prefix) {
  std::vector<std::pair<uint64_t, std::string>> values;
  const std::string start(prefix);
  for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term)
    values.emplace_back(term.get_termfreq(), (*term).substr(start.size()));
  std::stable_sort(values.begin(), values.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string list;
  for (size_t i = 0; i < std::min(values.size(), most_values); ++i)
    list += (i > 0 ? ", " : "") + values[i].second;
  return list + (values.size() > most_values ? ", ..." : "");
}

std::string what_there_is(const IndexReader& index, const Node& field) {
  if (field.text == "lang") return "; there is " + values_of(index.database(), prefix::language);
  if (field.text == "agency") return "; there is " + values_of(index.database(), prefix::agency);
  if (field.text == "path") return "; it takes a file or a folder, or stars: path:2024*";
  if (field.text != "via") return "";
  const Node agency = field_node("agency", field.children.front());
  const uint64_t statements = statements_with(index, agency);
  return statements == 0 ? "" : fmt::format("; {} finds {}", to_query(agency), statements);
}

void add_unknown(const IndexReader& index, const Node& tree, std::vector<std::string>& sentences) {
  if (tree.kind == NodeKind::all || tree.kind == NodeKind::any) {
    for (const Node& child : tree.children) add_unknown(index, child, sentences);
    return;
  }
  constexpr std::string_view looked_at[] = {"by",     "to",   "via", "location",
                                            "agency", "path", "lang"};
  const bool looked_up = tree.kind == NodeKind::field && is_value(tree.children.front()) &&
                         std::count(std::begin(looked_at), std::end(looked_at), tree.text) > 0;
  if (!looked_up || statements_with(index, tree) > 0) return;
  sentences.push_back(
      fmt::format("no statement has {}{}", to_query(tree), what_there_is(index, tree)));
}

}  // namespace

Node with_known_paths(const IndexReader& index, const Node& tree, std::vector<std::string>& notes) {
  Node result = tree;
  if (!is_field(tree, "path") || !is_value(tree.children.front())) {
    for (Node& child : result.children) child = with_known_paths(index, child, notes);
    return result;
  }
  return with_index_errors(index.path(), [&] {
    const std::string& path = tree.children.front().text;
    const Xapian::Database& database = index.database();
    if (database.term_exists(path_term(path))) return result;
    const std::vector<std::string> paths = paths_ending(database, path);
    if (paths.empty() || paths.size() > most_paths) return result;
    std::vector<Node> any;
    any.reserve(paths.size());
    for (const std::string& whole : paths) any.push_back(field_node("path", word_node(whole)));
    result = any_of(std::move(any));
    notes.push_back(fmt::format("no path begins with '{}'; showing {}", path, to_query(result)));
    return result;
  });
}

std::vector<std::string> unknown_values(const IndexReader& index, const Node& tree) {
  std::vector<std::string> sentences;
  with_index_errors(index.path(), [&] { add_unknown(index, tree, sentences); });
  return sentences;
}

}  // namespace quotary
