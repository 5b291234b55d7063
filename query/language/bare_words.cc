#include "query/language/bare_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "query/language/question_draft.h"

namespace quotary {
namespace {

// How many words of `nodes` from `begin` on are the longest name that is mostly a speaker's.
size_t speaker_at(const std::vector<Node>& nodes, size_t begin, const QuestionContext& context) {
  size_t longest = std::min<size_t>(5, nodes.size() - begin);
  for (size_t count = longest; count > 0; --count) {
    std::string name;
    bool words = true;
    for (size_t i = begin; i < begin + count; ++i) {
      words = words && nodes[i].kind == NodeKind::word;
      name += (name.empty() ? "" : " ") + nodes[i].text;
    }
    if (words && context.speaker(name) == Fame::mostly) return count;
  }
  return 0;
}

bool names_speaker(const Node& node) {
  if (node.kind == NodeKind::field) return node.text == "speaker" || node.text == "by";
  return std::any_of(node.children.begin(), node.children.end(), names_speaker);
}

}  // namespace

void resolve_bare_speaker(Question& question, const QuestionContext& context) {
  Node& tree = question.tree;
  if (!context.speaker || names_speaker(tree)) return;
  std::vector<Node> nodes = tree.kind == NodeKind::all ? tree.children : std::vector<Node>{tree};
  for (size_t i = 0; i < nodes.size(); ++i) {
    size_t count = speaker_at(nodes, i, context);
    if (count == 0) continue;
    std::string name;
    for (size_t k = i; k < i + count; ++k) name += (name.empty() ? "" : " ") + nodes[k].text;
    Node speaker = field_node("speaker", count > 1 ? phrase_node(name) : word_node(name));
    speaker.place = {nodes[i].place.begin, nodes[i + count - 1].place.end};
    question.wider.push_back(tree);
    auto first = nodes.begin() + static_cast<long>(i);
    first = nodes.erase(first, first + static_cast<long>(count));
    nodes.insert(first, std::move(speaker));
    tree = all_of(std::move(nodes));
    question.notes.push_back(
        fmt::format("'{0}' is read as the speaker; about:{1} asks for what was said about {0}",
                    name, count > 1 ? "\"" + name + "\"" : name));
    return;
  }
}

void drop_small_words(Question& question) {
  Node& tree = question.tree;
  if (tree.kind != NodeKind::all) return;
  auto small = [](const Node& node) {
    std::string lower(node.text);
    for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return node.kind == NodeKind::word && is_dispensable(node.text, lower);
  };
  std::vector<Node> kept;
  std::string dropped;
  for (const Node& node : tree.children) {
    if (!small(node))
      kept.push_back(node);
    else
      dropped += (dropped.empty() ? "'" : ", '") + node.text + "'";
  }
  if (kept.empty() || dropped.empty()) return;
  tree = all_of(std::move(kept));
  question.notes.push_back("left out: " + dropped +
                           "; in quotation marks they are searched for too");
}

}  // namespace quotary
