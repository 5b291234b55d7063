#include <fmt/format.h>

#include <algorithm>

#include "query/language/lexer.h"
#include "query/language/parser.h"
#include "query/language/question_draft.h"

namespace quotary {
namespace {

bool has_field(const Node& node) {
  return node.kind == NodeKind::field ||
         std::any_of(node.children.begin(), node.children.end(), has_field);
}
class TreeBuilder {
 public:
  explicit TreeBuilder(const QuestionDraft& draft) : q_(draft) {}

  std::optional<Question> build() {
    std::vector<Node> parts;
    if (!q_.speakers.empty()) parts.push_back(speaker_node());
    for (const std::string& name : q_.others) {
      parts.push_back(without_node(field_node("speaker", word_node(name))));
    }
    for (const Words& words : q_.unwanted) {
      Node topic = topic_node(words);
      if (asks_everything(topic)) continue;
      bool negated = topic.kind == NodeKind::without;  // not about anything but oil
      parts.push_back(negated ? topic.children.front() : without_node(std::move(topic)));
    }
    if (!q_.hearer.empty()) parts.push_back(hearer_node());
    if (!q_.status.empty()) parts.push_back(field_node("status", word_node(q_.status)));
    if (q_.direct) parts.push_back(field_node("kind", word_node("direct")));
    std::vector<Node> rest;
    for (const std::string& place : q_.places) {
      rest.push_back(field_node("location", word_node(place)));
    }
    std::vector<Node> when;
    for (const Node& dates : q_.times) when.push_back(field_node("when", dates));

    Node topic = topic_node(q_.topic);
    if (parts.empty() && rest.empty() && when.empty() && asks_everything(topic)) return {};
    Question question;
    question.ask = q_.ask;
    question.in_english = true;
    question.notes = q_.notes;
    question.wider = wider(parts, rest, when, topic);
    if (!asks_everything(topic)) parts.push_back(std::move(topic));
    parts.insert(parts.end(), rest.begin(), rest.end());
    parts.insert(parts.end(), when.begin(), when.end());
    question.tree = all_of(std::move(parts));
    return question;
  }

 private:
  Node hearer_node() const { return field_node("to", word_node(q_.hearer)); }

  Node speaker_node() const {
    std::vector<Node> nodes;
    for (const std::string& name : q_.speakers)
      nodes.push_back(field_node("speaker", word_node(name)));
    return any_of(std::move(nodes));
  }

  // "A and B" as A OR B, or nullopt where there is no "and".
  std::optional<Words> split_topic() const {
    Words words = q_.topic;
    bool split = false;
    for (QuestionWord& word : words) {
      if (word.quoted || word.lower != "and") continue;
      word.lower = "or";
      split = true;
    }
    return split ? std::optional(std::move(words)) : std::nullopt;
  }

  // "criticised Y": Y alone, as other words for criticising will do. nullopt where nothing is left.
  std::optional<Words> without_act() const {
    if (!q_.begins_with_act || q_.topic.size() < 2) return std::nullopt;
    Words words(q_.topic.begin() + 1, q_.topic.end());
    if (asks_everything(topic_node(words))) return std::nullopt;
    return words;
  }

  // "what did leaders say": whoever it was.
  bool unnamed_speakers() const {
    return !q_.speakers.empty() &&
           std::all_of(q_.speakers.begin(), q_.speakers.end(),
                       [](const std::string& name) { return is_kind_of_people(name); });
  }

  // "told Y about Z" where no sentence says that it was said to Y: what was said of both.
  Node with_hearer_as_topic(std::vector<Node> parts, const std::vector<Node>& places,
                            const std::vector<Node>& when) const {
    std::erase(parts, hearer_node());
    Words words = q_.hearer_words;
    words.insert(words.end(), q_.topic.begin(), q_.topic.end());
    if (Node both = topic_node(words); !asks_everything(both)) parts.push_back(std::move(both));
    parts.insert(parts.end(), places.begin(), places.end());
    parts.insert(parts.end(), when.begin(), when.end());
    return all_of(std::move(parts));
  }

  // What may be meant where nothing is found, in turn: the one spoken to as a topic, any of several
  // topics, the place as words of the topic, both; the topic without its verb; whoever said it.
  std::vector<Node> wider(const std::vector<Node>& parts, const std::vector<Node>& places,
                          const std::vector<Node>& when, const Node& topic) const {
    auto tree = [&](const Words& about, bool place_as_words, bool anyone = false) {
      std::vector<Node> nodes(parts.begin() + (anyone ? 1 : 0), parts.end());
      Node wide = topic_node(about);
      if (!asks_everything(wide)) nodes.push_back(std::move(wide));
      Node place = place_as_words ? topic_node(q_.place_words) : Node{};
      if (!asks_everything(place)) nodes.push_back(std::move(place));
      if (!place_as_words) nodes.insert(nodes.end(), places.begin(), places.end());
      nodes.insert(nodes.end(), when.begin(), when.end());
      return all_of(std::move(nodes));
    };
    std::vector<Node> trees;
    if (!q_.hearer.empty()) trees.push_back(with_hearer_as_topic(parts, places, when));
    bool place = !q_.place_words.empty();
    std::optional<Words> split = topic.kind == NodeKind::all ? split_topic() : std::nullopt;
    if (split) trees.push_back(tree(*split, false));
    if (place) trees.push_back(tree(q_.topic, true));
    if (split && place) trees.push_back(tree(*split, true));
    if (auto rest = without_act()) trees.push_back(tree(*rest, place));
    if (unnamed_speakers()) trees.push_back(tree(q_.topic, false, true));
    std::erase_if(trees, asks_everything);
    return trees;
  }

  // The topic in the query language, in its own place: the question with all else blanked, so that
  // errors point at what was typed.
  Node topic_node(const Words& words) const {
    size_t begin = 0;
    size_t end = words.size();
    auto loose = [&](size_t i) {
      return !words[i].quoted && (is_dispensable(words[i].text, words[i].lower) ||
                                  among(words[i].lower, {"and", "or"}));
    };
    while (begin < end && loose(begin)) ++begin;
    while (end > begin && loose(end - 1)) --end;
    if (begin == end) {  // small words alone: they are what is asked for
      bool name = !words.empty() && begins_upper(words[0].text) && words[0].text.size() > 1;
      if (!name) return {};
      begin = 0;
      end = words.size();
    }
    std::string masked(q_.text.size(), ' ');
    for (size_t i = begin; i < end; ++i) copy_word(words, i, end, masked);
    auto parsed = parse_query(masked, q_.context.today, q_.context.saved);
    if (auto* error = std::get_if<QueryError>(&parsed)) throw QueryError(*error);
    Node node = std::get<Node>(std::move(parsed));
    bool wrap = q_.headline_topic && !has_field(node) && !asks_everything(node);
    return wrap ? field_node("headline", std::move(node)) : node;
  }

  void copy_word(const Words& words, size_t i, size_t end, std::string& masked) const {
    const QuestionWord& word = words[i];
    std::string_view typed = word.place.of(q_.text);
    bool capitals = typed == "OR" || typed == "AND" || typed == "NOT";
    if (!word.quoted && !capitals) {
      bool but_not = word.lower == "but" && i + 1 < end && words[i + 1].lower == "not";
      bool clause = word.lower == "not" && i > 0 && is_auxiliary(words[i - 1].lower);
      if (clause) return;  // they would not negotiate
      bool except = among(word.lower, {"except", "excluding"}) && i + 1 < end;
      if (except || (word.lower == "not" && i + 1 < end)) {
        typed = "NOT";
      } else if (word.lower == "or") {
        typed = "OR";
      } else if (but_not || word.lower == "and" || is_dispensable(word.text, word.lower)) {
        return;
      }
    }
    masked.replace(word.place.begin, typed.size(), typed);
  }

  const QuestionDraft& q_;
};

}  // namespace

std::optional<Question> question_of(const QuestionDraft& draft) {
  return TreeBuilder(draft).build();
}

}  // namespace quotary
