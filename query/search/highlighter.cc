#include "query/search/highlighter.h"

#include <algorithm>
#include <string>

#include "common/store/schema.h"
#include "common/store/terms.h"
#include "common/text/words.h"

namespace quotary {
namespace {

enum class Match : uint8_t { stem, exact, beginning };

struct WordPattern {
  Match match;
  std::string text;  // folded; a stem where it matches by stem
};

using Pattern = std::vector<WordPattern>;  // words that follow each other

struct TextWord {
  std::string folded;
  std::string stem;
  Span span;
};

bool matches(const WordPattern& pattern, const TextWord& word) {
  switch (pattern.match) {
    case Match::stem:
      return word.stem == pattern.text;
    case Match::exact:
      return word.folded == pattern.text;
    case Match::beginning:
      return word.folded.starts_with(pattern.text);
  }
  return false;
}

bool searches_text(const Node& field) {
  return field.text == "about" || field.text == "content" || field.text == "text";
}

}  // namespace

struct Highlighter::State {
  Stemmer stemmer{Stemmer::Memory::question};
  std::vector<Pattern> patterns;

  void collect(const Node& node) {
    switch (node.kind) {
      case NodeKind::without:
      case NodeKind::dates:
        return;
      case NodeKind::field:
        if (searches_text(node)) collect(node.children.front());
        return;
      case NodeKind::near:
      case NodeKind::adjacent:
        for (const Node& child : node.children) {
          add(child, child.kind == NodeKind::prefix ? Match::beginning : Match::exact);
        }
        return;
      case NodeKind::word:
        return add(node, Match::stem);
      case NodeKind::phrase:
        return add(node, Match::exact);
      case NodeKind::prefix:
        return add(node, Match::beginning);
      default:
        for (const Node& child : node.children) collect(child);
    }
  }

  // One word as it is asked for; of several all but the last by their exact form.
  void add(const Node& node, Match last) {
    Pattern pattern;
    for_each_word(node.text, [&](std::string_view word, Span) {
      pattern.push_back({Match::exact, std::string(word)});
    });
    if (pattern.empty()) return;
    bool single = pattern.size() == 1;
    if (single || last == Match::beginning) pattern.back().match = last;
    if (single && last == Match::stem) pattern[0].text = stemmer.stem(pattern[0].text);
    patterns.push_back(std::move(pattern));
  }

  std::vector<TextWord> words_of(std::string_view text) {
    std::vector<TextWord> words;
    for_each_word(text, [&](std::string_view word, Span span) {
      words.push_back({std::string(word), std::string(stemmer.stem(word)), span});
    });
    return words;
  }
};

Highlighter::Highlighter(const Node& tree) : state_(std::make_unique<State>()) {
  state_->collect(tree);
}

Highlighter::~Highlighter() = default;

std::vector<Span> Highlighter::find(std::string_view text) {
  if (state_->patterns.empty()) return {};
  std::vector<TextWord> words = state_->words_of(text);
  std::vector<Span> found;
  for (size_t i = 0; i < words.size(); ++i) {
    size_t longest = 0;
    for (const Pattern& pattern : state_->patterns) {
      if (pattern.size() <= longest || i + pattern.size() > words.size()) continue;
      bool all =
          std::equal(pattern.begin(), pattern.end(), words.begin() + static_cast<long>(i), matches);
      if (all) longest = pattern.size();
    }
    if (longest == 0) continue;
    Span span{words[i].span.begin, words[i + longest - 1].span.end};
    if (found.empty() || span.begin >= found.back().end) found.push_back(span);
    i += longest - 1;
  }
  return found;
}

}  // namespace quotary
