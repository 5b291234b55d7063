// What a question wants left out: "that was not about X", "but not by X", "except what X said".
#include "query/language/question_draft.h"

namespace quotary {
namespace {

bool is_relative(const std::string& word) { return among(word, {"that", "which"}); }

bool is_mentioning(const std::string& word) {
  return among(word, {"mention", "mentions", "mentioning", "discuss", "discussing", "contain",
                      "containing", "about", "regarding", "concerning"});
}

// A topic or speakers that are left out: which words say so, and where the name begins.
struct Exclusion {
  enum Kind { none, topic, speakers } kind = none;
  size_t begin = 0;
  size_t name = 0;
};

// "not", "but not", "except", "without", with the clause that they stand in: "that was not", "that
// do not". Returns where what is left out begins; 0 where there is none.
size_t behind_negation(const QuestionDraft& q, size_t i) {
  if (is_relative(q.at(i)) && is_auxiliary(q.at(i + 1))) {
    if (q.at(i + 1).ends_with("n't")) return i + 2;
    return is_negation(q.at(i + 2)) ? i + 3 : 0;
  }
  if (is_relative(q.at(i)) && q.at(i + 1) == "don't") return i + 2;
  if (among(q.at(i), {"but", "and"}) && q.at(i + 1) == "not") return i + 2;
  if (among(q.at(i), {"not", "without"})) return i + 1;
  size_t except = q.except_size(i);
  return except > 0 ? i + except : 0;
}

Exclusion exclusion_at(const QuestionDraft& q, size_t i) {
  size_t link = behind_negation(q, i);
  if (link == 0 || link + 1 >= q.size()) return {};
  bool alone = link == i + 1 && q.at(i) == "not";  // troops not on the ground
  if (is_mentioning(q.at(link)) || (q.at(link) == "on" && !alone))
    return {Exclusion::topic, i, link + 1};
  if (among(q.at(link), {"by", "from"})) return {Exclusion::speakers, i, link + 1};
  bool clause = q.at(link) == "what" && q.verb_from(link + 1) < q.size();
  if (clause && q.except_size(i) > 0) return {Exclusion::speakers, i, link + 1};
  return {};
}

// Where the name ends: at another part of the question.
size_t name_end(const QuestionDraft& q, const Exclusion& exclusion) {
  bool topic = exclusion.kind == Exclusion::topic;
  for (size_t i = exclusion.name + 1; i < q.size(); ++i) {
    if (q.words[i - 1].comma || is_relative(q.at(i)) || q.at(i) == "but") return i;
    if (topic ? among(q.at(i), {"by", "from"}) : is_about(q.at(i)) || q.is_verb(i)) return i;
  }
  return q.size();
}

}  // namespace

void QuestionDraft::take_exclusions() {
  for (size_t i = 0; i + 2 < size(); ++i) {
    Exclusion exclusion = exclusion_at(*this, i);
    if (exclusion.kind == Exclusion::none) continue;
    size_t end = name_end(*this, exclusion);
    if (exclusion.kind == Exclusion::topic) {
      unwanted.emplace_back(words.begin() + static_cast<long>(exclusion.name),
                            words.begin() + static_cast<long>(end));
    } else {
      QuestionDraft names = *this;
      names.take_speakers(exclusion.name, end);
      others.insert(others.end(), names.speakers.begin(), names.speakers.end());
      if (is_verb(end)) ++end;
    }
    drop(i, end - i);
    --i;
  }
}

}  // namespace quotary
