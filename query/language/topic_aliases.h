#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "common/names/authority.h"
#include "query/language/ast.h"

namespace quotary {

// What topics are called: who asks about the UN means the United Nations too.
//
// Bare words of a topic that are a form of a name in the authority file are searched for under its
// other forms as well, these in quotation marks, so that the tree shows what is done:
//   UN reform  ->  (UN OR "United Nations") reform
// What stands in quotation marks, beside NEAR or before a star is meant as it is written. The
// longest form counts. A form that is a small word when folded (US, WHO) is taken for the name only
// where it is typed in capitals, and is never added: in texts nothing tells it from "us" and "who".
class TopicAliases {
 public:
  explicit TopicAliases(const Authority& authority);

  // `tree` with other forms added; expanding it again changes nothing. Each name that was found is
  // added to `found` as a line for people: UN: United Nations
  Node expand(const Node& tree, std::vector<std::string>& found) const;

 private:
  // A form in folded words, as the index has them, "united nations" -> the entry's number.
  std::unordered_map<std::string, size_t> by_words_;
  // Of each entry all forms; which of them are searched for is found out when the entry is: a query
  // names few of them.
  std::vector<std::vector<std::string>> forms_;

  struct Match {
    size_t size = 0;  // in nodes; 0: none
    size_t entry = 0;
  };
  Match longest_at(const std::vector<Node>& nodes, size_t begin) const;
  std::vector<Node> all_forms(const std::vector<Node>& typed, size_t entry,
                              std::vector<std::string>& found) const;
  std::vector<Node> expand_words(const std::vector<Node>& nodes,
                                 std::vector<std::string>& found) const;
};

}  // namespace quotary
