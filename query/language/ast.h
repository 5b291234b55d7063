#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/span.h"
#include "common/text/date.h"

namespace quotary {

// What a node of a query tree asks for. `text` below is as typed: folding and stemming are the
// compiler's (query/search), which does them as the index did.
enum class NodeKind : uint8_t {
  word,      // text: matches by English stem
  prefix,    // text: the beginning of words, without the star
  phrase,    // text: what stands between quotation marks; exact forms, in this order
  near,      // children: words and phrases; within `distance` words of each other, any order
  adjacent,  // children: the same, in this order
  all,       // children: AND; with no children: everything
  any,       // children: OR, at least two
  without,   // child: NOT
  field,     // text: the field's name; child: what is asked of it
  dates,     // from, to: a range of days, both inclusive, either open; only under a date field
};

// A query as a tree: plain, copied as a value. Trees made by parse_query() and parse_question()
// are at most `max_query_depth` deep, so walking one by recursion is safe.
struct Node {
  NodeKind kind = NodeKind::all;
  std::string text;
  std::vector<Node> children;
  uint32_t distance = 0;     // near, adjacent: at least 1
  std::optional<Date> from;  // dates
  std::optional<Date> to;    // dates
  Span place;                // where it was typed, in bytes of the query; not compared

  friend bool operator==(const Node& a, const Node& b);
};

inline constexpr int max_query_depth = 200;

// A word; a phrase where what is given could not be typed as one word ("and", "12:30" after a
// field's colon): trees made of these print as queries that give them again.
Node word_node(std::string text);
Node phrase_node(std::string text);
Node field_node(std::string name, Node value);
Node dates_node(std::optional<Date> from, std::optional<Date> to);
Node without_node(Node child);

// AND and OR of `children`: children of the same kind are taken in, one child stands for itself.
Node all_of(std::vector<Node> children);
Node any_of(std::vector<Node> children);

// Whether the tree asks for everything there is: an AND of nothing.
bool asks_everything(const Node& node);

// The tree as a query in the language, such that parse_query() of it gives an equal tree:
//   speaker:putin (brics OR "new bank") NOT tariff* when:2024-10-01..2024-10-31
// Everything is "*".
std::string to_query(const Node& node);

// The tree for tests and --explain: (and (field speaker (word putin)) (word brics)).
std::string to_tree(const Node& node);

}  // namespace quotary
