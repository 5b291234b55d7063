// What somebody said, thinks, denied: what did X say about Y, everything X said, did X mention Y,
// how did X respond to Y.
#include <fmt/format.h>

#include "query/language/question_forms.h"

namespace quotary {
namespace {

// "(was) said about Y by X".
bool passive(QuestionDraft& q, size_t i) {
  size_t verb = q.verb_from(i);
  q.take_by();
  q.take_tail(verb);
  return !q.topic.empty() || !q.speakers.empty() || !q.times.empty() || !q.places.empty();
}

// what is X's position on Y; what was the reaction of X to Y.
bool form_view_is(QuestionDraft& q, size_t i) {
  if (among(q.at(i), {"the", "a"})) ++i;
  size_t noun = i;
  while (noun < q.size() && !is_statement_noun(q.at(noun)) && !is_stance_noun(q.at(noun))) ++noun;
  if (noun >= q.size()) return false;
  size_t about = q.about_from(noun + 1);
  bool owned = noun > i && is_possessive(q.words[noun - 1]);
  if (!owned && among(q.at(noun + 1), {"of", "by", "from"})) {
    about = q.about_from(noun + 2);
    q.take_speakers(noun + 2, about);
  } else if (noun > i) {
    q.take_speakers(i, noun);
  }
  q.take_topic(about + 1, q.size());
  return !q.speakers.empty();
}

// everything but X on Y: whoever but X, where X is known as a speaker; else whatever but X.
bool form_everything_but(QuestionDraft& q, size_t i) {
  const size_t except = q.except_size(i);
  if (except == 0 || i + except >= q.size()) return false;
  const size_t about = q.about_from(i + except);
  if (about == i + except) return false;
  const Words left_out(q.words.begin() + static_cast<long>(i + except),
                       q.words.begin() + static_cast<long>(about));
  const Fame fame = q.fame(i + except, about);
  const bool speaker =
      fame == Fame::mostly || (fame == Fame::sometimes && begins_upper(left_out[0].text));
  if (!speaker) {
    q.unwanted.push_back(left_out);
  } else {
    q.take_others(i, about);
    const std::string name = text_of(left_out);
    const Node about_it = field_node("about", word_node(name));
    q.notes.push_back(
        fmt::format("what '{0}' said is left out; NOT {1} leaves out what was said about {0}", name,
                    to_query(about_it)));
  }
  q.take_topic(about + 1, q.size());
  return true;
}

// everything about Y, everything by X, everything from X on Y.
bool form_everything_about(QuestionDraft& q, size_t i) {
  if (among(q.at(i), {"by", "from"})) {
    size_t about = q.about_from(i + 1);
    q.take_speakers(i + 1, about);
    q.take_topic(about + 1, q.size());
    return !q.speakers.empty();
  }
  if (!is_about(q.at(i))) return false;
  q.take_by();
  q.take_topic(i + 1, q.size());
  return !q.topic.empty();
}

}  // namespace

bool form_about(QuestionDraft& q) { return q.at(0) == "about" && form_everything_about(q, 0); }

bool form_what(QuestionDraft& q) {
  if (q.at(0) != "what" && q.at(0) != "what's" && q.at(0) != "whats" && q.at(0) != "whatever") {
    return false;
  }
  if (among(q.at(0), {"what's", "whats"})) {
    if (form_view_is(q, 1)) return true;
    q.words[0].lower = "has";
  }
  size_t i = q.at(0) == "has" ? 0 : 1;
  if (q.at(i) == "else" || q.at(i) == "exactly") ++i;
  bool asks = is_auxiliary(q.at(i));
  if (asks && q.passive_at(i)) return passive(q, i);
  if (among(q.at(i), {"is", "was", "are", "were"}) && form_view_is(q, i + 1)) return true;
  size_t verb = q.verb_from(i + 1);
  if (verb >= q.size()) return false;
  if (asks && is_negation(q.at(i))) q.status = "not-said";
  size_t begin = asks ? q.skip_auxiliaries(i) : i;
  if (begin >= verb) return false;
  for (size_t k = begin; k < verb; ++k) {
    // what do we know about what X said; but not: what did the WHO say
    if (among(q.words[k].text, {"what", "who", "how"})) return false;
  }
  q.take_speakers(begin, verb);
  q.take_tail(verb);
  return true;
}

bool form_quantified(QuestionDraft& q) {
  bool every = among(q.at(0), {"every", "all", "any"}) && is_statement_noun(q.at(1));
  if (every || !among(q.at(0), {"everything", "anything", "all", "something", "things", "whatever",
                                "stuff", "every"})) {
    return false;
  }
  size_t i = 1;
  if (among(q.at(i), {"things", "thing", "else"})) ++i;
  if (among(q.at(i), {"that", "which", "what"})) ++i;
  if (q.passive_at(i)) return passive(q, i);
  size_t verb = q.verb_from(i);
  if (verb >= q.size()) return form_everything_about(q, i) || form_everything_but(q, i);
  q.take_speakers(i, verb);
  q.take_tail(verb);
  return true;
}

bool form_did(QuestionDraft& q) {
  if (!is_auxiliary(q.at(0))) return false;
  size_t verb = q.verb_from(1);
  if (verb >= q.size() || verb < 2) return false;
  q.take_speakers(1, verb);
  q.take_tail(verb);
  return true;
}

bool form_how(QuestionDraft& q) {
  if (!among(q.at(0), {"how", "why"}) || !is_auxiliary(q.at(1))) return false;
  size_t verb = 2;
  auto views = [&](size_t i) {
    return q.is_verb(i) || q.is_denial(i) ||
           among(q.at(i), {"see", "sees", "saw", "view", "views", "viewed", "feel", "feels", "felt",
                           "justify", "justified", "defend", "defended"});
  };
  while (verb < q.size() && !views(verb)) ++verb;
  if (verb >= q.size() || verb == 2) return false;
  q.take_speakers(2, verb);
  q.take_tail(verb);
  return true;
}

}  // namespace quotary
