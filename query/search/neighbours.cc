#include "query/search/neighbours.h"

#include <algorithm>
#include <unordered_set>

#include "common/store/schema.h"
#include "common/store/terms.h"

namespace quotary {
namespace {

constexpr size_t reach = 2;

std::vector<Hit> all_hits(const IndexReader& index, const Node& tree, SearchOptions options,
                          uint64_t limit) {
  options.facets.clear();
  options.timeline = false;
  options.offset = 0;
  options.limit = limit;
  Search search(index, tree, options);
  std::vector<Hit> hits;
  while (auto hit = search.next()) hits.push_back(std::move(*hit));
  return hits;
}

bool same_speaker(const Hit& a, const Hit& b) {
  return !a.speakers.empty() && a.speakers == b.speakers;
}

// Statements of one article that stand beside a match, by its speaker.
void add_beside(const WholeArticle& article, std::unordered_set<std::string>& known,
                std::vector<Hit>& found) {
  const std::vector<Hit>& all = article.statements;
  std::vector<Hit> fresh;
  for (size_t i = 0; i < all.size(); ++i) {
    if (known.count(all[i].id) > 0) continue;
    size_t begin = i > reach ? i - reach : 0;
    size_t end = std::min(all.size(), i + reach + 1);
    bool beside = std::any_of(
        all.begin() + static_cast<long>(begin), all.begin() + static_cast<long>(end),
        [&](const Hit& other) { return known.count(other.id) > 0 && same_speaker(other, all[i]); });
    if (!beside) continue;
    fresh.push_back(all[i]);
    fresh.back().near = "beside a match";
  }
  for (Hit& hit : fresh) {
    known.insert(hit.id);
    found.push_back(std::move(hit));
  }
}

}  // namespace

Node by_headline(const Node& tree) {
  switch (tree.kind) {
    case NodeKind::all:
    case NodeKind::any: {
      Node result = tree;
      for (Node& child : result.children) child = by_headline(child);
      return result;
    }
    case NodeKind::without:
    case NodeKind::dates:
      return tree;
    case NodeKind::field: {
      bool topic = tree.text == "about" || tree.text == "content" || tree.text == "text";
      return topic ? field_node("headline", tree.children.front()) : tree;
    }
    default:
      return asks_everything(tree) ? tree : field_node("headline", tree);
  }
}

std::vector<Hit> near_hits(const IndexReader& index, const Node& tree, const SearchOptions& options,
                           uint64_t limit) {
  std::vector<Hit> found;
  if (options.articles || !has_topic(tree)) return found;
  std::vector<Hit> matches = all_hits(index, tree, options, max_matches);
  std::unordered_set<std::string> known;
  for (const Hit& hit : matches) known.insert(hit.id);
  auto full = [&] { return limit > 0 && found.size() >= limit; };
  std::unordered_set<std::string> visited;
  for (const Hit& hit : matches) {
    std::string article(*article_part_of_id(hit.id));
    if (full() || !visited.insert(article).second) continue;
    if (auto whole = whole_article(index, article)) add_beside(*whole, known, found);
  }
  Node other = all_of({by_headline(tree), without_node(tree)});
  for (Hit& hit : full() ? std::vector<Hit>() : all_hits(index, other, options, limit)) {
    if (full() || !known.insert(hit.id).second) continue;
    hit.near = "by its headline";
    found.push_back(std::move(hit));
  }
  if (limit > 0 && found.size() > limit) found.resize(limit);
  return found;
}

}  // namespace quotary
