#include "query/language/topic_aliases.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/store/schema.h"
#include "common/text/words.h"
#include "query/language/question_words.h"

namespace quotary {
namespace {

constexpr size_t max_form_words = 10;

std::string folded(std::string_view text) {
  std::string out;
  for_each_word(text, [&](std::string_view word, Span) {
    out += (out.empty() ? "" : " ") + std::string(word);
  });
  return out;
}

// US, U.S., WHO; not us, Us.
bool is_acronym(std::string_view text) {
  auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return std::count_if(text.begin(), text.end(), upper) > 1 &&
         std::none_of(text.begin(), text.end(), lower);
}

// A choice of which one thing is said twice: UN OR "United Nations" once more expanded.
Node each_once(Node any) {
  std::vector<Node> choices;
  for (Node& choice : any.children) {
    bool known = std::find(choices.begin(), choices.end(), choice) != choices.end();
    if (!known) choices.push_back(std::move(choice));
  }
  any.children = std::move(choices);
  return any;
}

// Whether all words of `part` stand in `whole`, one after the other: what a search for the part
// finds anyway.
bool is_within(const std::string& part, const std::string& whole) {
  return (" " + whole + " ").find(" " + part + " ") != std::string::npos;
}

// Without forms that are no more than small words, or that a shorter one finds.
std::vector<std::string> searched_forms(std::vector<std::string> forms) {
  std::stable_sort(forms.begin(), forms.end(), [](const std::string& a, const std::string& b) {
    return folded(a).size() < folded(b).size();
  });
  std::vector<std::string> kept;
  for (std::string& form : forms) {
    std::string words = folded(form);
    bool found = std::any_of(kept.begin(), kept.end(), [&](const std::string& shorter) {
      return is_within(folded(shorter), words);
    });
    if (!words.empty() && !found && !is_small(words)) kept.push_back(std::move(form));
  }
  return kept;
}

bool is_topic_field(const Node& node) {
  const Field* field = find_field(node.text);
  return field != nullptr && field->kind == FieldKind::text;
}

}  // namespace

TopicAliases::TopicAliases(const Authority& authority) {
  for (const AuthorityEntry& entry : authority.entries()) {
    std::vector<std::string> forms = {entry.name};
    forms.insert(forms.end(), entry.aliases.begin(), entry.aliases.end());
    for (const std::string& form : forms) {
      if (std::string words = folded(form); !words.empty()) by_words_.emplace(words, forms_.size());
    }
    forms_.push_back(std::move(forms));
  }
}

TopicAliases::Match TopicAliases::longest_at(const std::vector<Node>& nodes, size_t begin) const {
  Match longest;
  std::string words;
  for (size_t i = begin; i < std::min(nodes.size(), begin + max_form_words); ++i) {
    if (nodes[i].kind != NodeKind::word) break;
    words += (words.empty() ? "" : " ") + folded(nodes[i].text);
    auto at = by_words_.find(words);
    if (at == by_words_.end()) continue;
    if (i == begin && is_small(words) && !is_acronym(nodes[i].text)) continue;
    longest = {i - begin + 1, at->second};
  }
  return longest;
}

// The words as they were typed, then the other forms.
std::vector<Node> TopicAliases::all_forms(const std::vector<Node>& typed, size_t entry,
                                          std::vector<std::string>& found) const {
  std::string words;
  for (const Node& node : typed) words += (words.empty() ? "" : " ") + node.text;
  std::vector<Node> forms = {all_of(typed)};
  std::vector<std::string> added;
  for (const std::string& form : searched_forms(forms_[entry])) {
    if (is_within(folded(words), folded(form))) continue;
    forms.push_back(phrase_node(form));
    forms.back().place = forms.front().place;
    added.push_back(form);
  }
  if (!added.empty()) found.push_back(fmt::format("{}: {}", words, fmt::join(added, ", ")));
  return forms;
}

std::vector<Node> TopicAliases::expand_words(const std::vector<Node>& nodes,
                                             std::vector<std::string>& found) const {
  std::vector<Node> expanded;
  for (size_t i = 0; i < nodes.size();) {
    Match match = longest_at(nodes, i);
    if (match.size == 0) {
      expanded.push_back(expand(nodes[i++], found));
      continue;
    }
    auto first = nodes.begin() + static_cast<long>(i);
    std::vector<Node> typed(first, first + static_cast<long>(match.size));
    std::vector<Node> forms = all_forms(typed, match.entry, found);
    bool alone = forms.size() == 1;  // nothing to add: the words stay where they are
    if (alone) expanded.insert(expanded.end(), typed.begin(), typed.end());
    if (!alone) expanded.push_back(any_of(std::move(forms)));
    i += match.size;
  }
  return expanded;
}

Node TopicAliases::expand(const Node& tree, std::vector<std::string>& found) const {
  Node result = tree;
  switch (tree.kind) {
    case NodeKind::word: {
      Match match = longest_at({tree}, 0);
      return match.size == 0 ? tree : any_of(all_forms({tree}, match.entry, found));
    }
    case NodeKind::all:
      return all_of(expand_words(tree.children, found));
    case NodeKind::any: {
      for (Node& child : result.children) child = expand(child, found);
      return each_once(any_of(std::move(result.children)));
    }
    case NodeKind::without:
      return without_node(expand(tree.children.front(), found));
    case NodeKind::field:
      if (is_topic_field(tree)) result.children.front() = expand(tree.children.front(), found);
      return result;
    default:
      return tree;
  }
}

}  // namespace quotary
