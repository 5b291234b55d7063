// Sentences and headings: X said Y, Y according to X, X on Y.
#include "query/language/question_forms.h"

namespace quotary {
namespace {

// "Xi and Putin on Y".
bool known_speakers(const QuestionDraft& q, size_t end) {
  size_t joint = 1;
  while (joint < end && !among(q.at(joint), {"and", "or", "vs", "versus"})) ++joint;
  return joint + 1 < end && q.fame(0, joint) != Fame::none && q.fame(joint + 1, end) != Fame::none;
}

}  // namespace

bool form_according(QuestionDraft& q) {
  size_t i = 0;
  while (i + 2 < q.size() && !(q.at(i) == "according" && q.at(i + 1) == "to")) ++i;
  if (i + 2 >= q.size()) return false;
  size_t end = i + 2;
  while (end < q.size() && !q.words[end].comma) ++end;
  end = std::min(end + 1, q.size());
  q.take_speakers(i + 2, end);
  q.take_topic(0, i);
  q.take_topic(end, q.size());
  return !q.topic.empty();
}

bool form_said(QuestionDraft& q) {
  size_t verb = q.verb_from(1);
  if (verb >= q.size() || verb > 6) return false;
  size_t end = verb;
  while (end > 0 && is_auxiliary(q.at(end - 1))) --end;
  bool capitals = end > 0;
  for (size_t i = 0; i < end; ++i) {
    bool small = among(q.at(i), {"and", "or", "the", "of"});
    capitals = capitals && !q.words[i].quoted && (small || begins_upper(q.words[i].text));
  }
  capitals = capitals || q.anyone_but(end);
  if (!capitals && !q.article && q.fame(0, end) == Fame::none) return false;
  if (end == verb && is_act_verb(q.at(verb)) && q.fame(0, end) == Fame::none) return false;
  q.take_speakers(0, verb);
  q.take_tail(verb);
  return true;
}

bool form_on(QuestionDraft& q) {
  for (size_t i = 1; i + 1 < q.size() && i <= 5; ++i) {
    if (!among(q.at(i), {"on", "about", "regarding", "concerning", "re"})) continue;
    bool anyone = (i == 1 && is_anyone(q.at(0)) && q.at(0) != "one") || q.anyone_but(i);
    if (!anyone && q.fame(0, i) == Fame::none && !known_speakers(q, i)) return false;
    q.take_speakers(0, i);
    q.take_topic(i + 1, q.size());
    return true;
  }
  return false;
}

}  // namespace quotary
