#include "query/language/bare_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "query/language/lexer.h"
#include "query/language/question_draft.h"

namespace quotary {
namespace {

bool is_bare(const Node& node, std::initializer_list<std::string_view> words) {
  return node.kind == NodeKind::word && among(lower_ascii(node.text), words);
}

// Some words that are a name: how many, and the name without titles before it.
struct BareName {
  size_t count = 0;
  std::string name;   // as typed: with the dots of initials
  std::string typed;  // with its titles
  Fame fame = Fame::none;
  bool capitals = false;  // all of them are written with a capital
};

// A word with the dot behind it, if it is an initial.
std::string as_typed(const Node& node, std::string_view text) {
  if (node.text.size() != 1 || !begins_upper(node.text)) return node.text;
  size_t behind = node.place.begin + node.text.size();
  bool initial = behind < text.size() && text[behind] == '.';
  return initial ? node.text + "." : node.text;
}

BareName named_by(const std::vector<Node>& nodes, size_t begin, size_t count, std::string_view text,
                  const QuestionContext& context) {
  BareName found{count, "", "", Fame::none, true};
  std::string untitled;
  for (size_t i = begin; i < begin + count; ++i) {
    if (nodes[i].kind != NodeKind::word) return {};
    std::string word = as_typed(nodes[i], text);
    found.capitals = found.capitals && begins_upper(word);
    found.typed += (found.typed.empty() ? "" : " ") + word;
    bool title = untitled.empty() && i + 1 < begin + count && is_title(lower_ascii(word));
    if (!title) untitled += (untitled.empty() ? "" : " ") + word;
  }
  found.name = found.typed;
  found.fame = context.speaker(found.name);
  if (found.fame == Fame::mostly || untitled == found.name) return found;
  found.fame = std::max(found.fame, context.speaker(untitled));
  found.name = untitled;
  return found;
}

// The longest name that begins there and is mostly a speaker's. No name where the words begin a
// longer one that is more often spoken about: a part of it would be somebody else.
BareName speaker_at(const std::vector<Node>& nodes, size_t begin, std::string_view text,
                    const QuestionContext& context) {
  for (size_t count = std::min<size_t>(5, nodes.size() - begin); count > 0; --count) {
    BareName found = named_by(nodes, begin, count, text, context);
    bool longer = count > 1 && found.fame == Fame::sometimes && found.capitals;
    if (found.fame == Fame::mostly || longer) return found;
  }
  return {};
}

bool names_speaker(const Node& node) {
  if (node.kind == NodeKind::field) return node.text == "speaker" || node.text == "by";
  return std::any_of(node.children.begin(), node.children.end(), names_speaker);
}

}  // namespace

void resolve_bare_speaker(Question& question, std::string_view text,
                          const QuestionContext& context) {
  Node& tree = question.tree;
  if (!context.speaker || names_speaker(tree)) return;
  std::vector<Node> nodes = tree.kind == NodeKind::all ? tree.children : std::vector<Node>{tree};
  for (size_t i = 0; i < nodes.size(); ++i) {
    const BareName found = speaker_at(nodes, i, text, context);
    if (found.fame != Fame::mostly) {
      i += std::max<size_t>(found.count, 1) - 1;
      continue;
    }
    Node speaker = field_node("speaker", word_node(found.name));
    speaker.place = {nodes[i].place.begin, nodes[i + found.count - 1].place.end};
    question.wider.push_back(tree);
    auto first = nodes.begin() + static_cast<long>(i);
    first = nodes.erase(first, first + static_cast<long>(found.count));
    nodes.insert(first, std::move(speaker));
    tree = all_of(std::move(nodes));
    question.notes.push_back(
        fmt::format("'{}' is read as the speaker; {} asks for what was said about {}", found.typed,
                    to_query(field_node("about", word_node(found.name))), found.name));
    return;
  }
}

void read_negations(Question& question, std::string_view text, const QuestionContext& context) {
  if (question.tree.kind != NodeKind::all) return;
  std::vector<Node>& nodes = question.tree.children;
  for (size_t i = 0; i + 1 < nodes.size(); ++i) {
    size_t link = is_bare(nodes[i], {"but"}) && is_bare(nodes[i + 1], {"not"}) ? 2 : 1;
    if (!is_bare(nodes[i], {"not", "but", "except", "excluding"}) || i + link >= nodes.size())
      continue;
    const BareName found =
        context.speaker ? speaker_at(nodes, i + link, text, context) : BareName();
    bool sure = found.count > 0 || link == 2 || is_bare(nodes[i], {"except", "excluding"});
    Node wanted = found.count > 0 ? word_node(found.name) : nodes[i + link];
    if (wanted.kind == NodeKind::without) continue;
    Node left_out = without_node(std::move(wanted));
    if (!sure) {
      if (is_bare(nodes[i], {"not"}))
        question.notes.push_back(fmt::format("'{}' is searched for as a word; {} leaves it out",
                                             nodes[i].text, to_query(left_out)));
      continue;
    }
    question.notes.push_back(fmt::format("'{}' is read as {}", nodes[i].text, to_query(left_out)));
    size_t count = link + std::max<size_t>(found.count, 1);
    left_out.place = {nodes[i].place.begin, nodes[i + count - 1].place.end};
    auto first = nodes.begin() + static_cast<long>(i);
    first = nodes.erase(first, first + static_cast<long>(count));
    nodes.insert(first, std::move(left_out));
  }
  question.tree = all_of(std::move(nodes));
}

void drop_small_words(Question& question) {
  Node& tree = question.tree;
  if (tree.kind != NodeKind::all) return;
  auto small = [](const Node& node) {
    return node.kind == NodeKind::word && is_dispensable(node.text, lower_ascii(node.text));
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
