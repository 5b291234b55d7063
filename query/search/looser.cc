#include "query/search/looser.h"

#include "query/search/searcher.h"

namespace quotary {
namespace {

uint64_t count_statements(const IndexReader& index, const Node& tree) {
  SearchOptions options;
  options.limit = 1;
  return Search(index, tree, options).head().total;
}

}  // namespace

std::vector<LooserQuestion> looser_questions(const IndexReader& index, const Node& tree) {
  std::vector<LooserQuestion> found;
  if (tree.kind != NodeKind::all || tree.children.size() < 2) return found;
  for (size_t i = 0; i < tree.children.size(); ++i) {
    if (tree.children[i].kind != NodeKind::field) continue;
    std::vector<Node> others = tree.children;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    uint64_t statements = count_statements(index, all_of(std::move(others)));
    if (statements > 0) found.push_back({tree.children[i], statements});
  }
  return found;
}

}  // namespace quotary
