// Who, when, where, how often: what is shown is a count, a first or last statement, or facets.
#include <fmt/format.h>

#include "query/language/question_forms.h"

namespace quotary {
namespace {

bool been_from(const QuestionDraft& q, size_t i) {
  for (; i < q.size(); ++i) {
    if (q.at(i) == "been") return true;
  }
  return false;
}

// "did X say Y" or "was Y mentioned (by X)", from word i on.
bool did_or_passive(QuestionDraft& q, size_t i) {
  bool passive = among(q.at(i), {"was", "were", "is", "are"}) ||
                 (among(q.at(i), {"has", "have", "had"}) && been_from(q, i));
  size_t verb = q.verb_from(i);
  if (verb >= q.size()) return false;
  if (!passive) {
    q.take_speakers(q.skip_auxiliaries(i), verb);
    q.take_tail(verb);
    return true;
  }
  q.drop(verb, 1);
  q.take_by();
  for (size_t k = q.skip_auxiliaries(i); k < q.size(); ++k) {
    q.note_order(q.at(k));
    bool marker = among(q.at(k), {"first", "last", "ever"}) || is_auxiliary(q.at(k));
    if (!marker) q.topic.push_back(q.words[k]);
  }
  return true;
}

bool is_some_kind(const std::string& word) {
  return is_kind_of_people(word) ||
         among(word, {"people", "leader", "person", "persons", "speaker", "official", "politician",
                      "president", "minister", "country"});
}

// "which leaders", "which Republicans": the speakers, where the noun names any. Returns the word
// behind it; 0 where the words are no such question.
size_t take_which(QuestionDraft& q) {
  if (!among(q.at(0), {"which", "what"})) return 0;
  size_t end = q.verb_from(2);
  if (end >= q.size()) return 0;
  while (end > 1 && (is_auxiliary(q.at(end - 1)) || is_negation(q.at(end - 1)))) --end;
  if (end == 1 || end > 4) return 0;
  for (size_t i = 1; i < end; ++i) {
    if (is_small(q.at(i)) || is_statement_noun(q.at(i)) || is_article_noun(q.at(i))) return 0;
  }
  bool kind = end == 2 && is_some_kind(q.at(1));
  if (q.at(0) == "what") return kind && q.at(1) != "people" ? end : 0;
  if (kind || is_body_noun(q.at(end - 1))) return end;
  if (q.fame(1, end) == Fame::none) {
    const Words noun(q.words.begin() + 1, q.words.begin() + static_cast<long>(end));
    q.notes.push_back(
        fmt::format("no speaker '{}' is known; speakers of any kind are shown", text_of(noun)));
  } else {
    q.take_speakers(1, end);
  }
  return end;
}

}  // namespace

bool form_how_often(QuestionDraft& q) {
  size_t i = 0;
  if (q.at(0) == "how" && among(q.at(1), {"often", "frequently", "much"})) i = 2;
  if (q.at(0) == "how" && q.at(1) == "many") i = 3;
  if (q.at(0) == "number" && q.at(1) == "of") i = 2;
  if (i == 0) return false;
  bool statements = i == 3 && is_statement_noun(q.at(2));
  q.ask = Ask::count;
  if (statements || q.at(0) == "number") {
    q.drop(0, statements ? 2 : 2);
    return form_statements_counted(q) || (q.ask = Ask::statements, false);
  }
  return did_or_passive(q, i) || (q.ask = Ask::statements, false);
}

bool form_first_time(QuestionDraft& q) {
  size_t i = 0;
  if (among(q.at(i), {"when", "what"}) && among(q.at(i + 1), {"was", "is"})) i += 2;
  if (q.at(i) == "the") ++i;
  bool first = among(q.at(i), {"first", "earliest"});
  bool last = among(q.at(i), {"last", "latest"});
  bool thing = among(q.at(i + 1), {"time", "thing", "statement", "remark", "comment", "mention"});
  if ((!first && !last) || !thing) return false;
  size_t verb = q.verb_from(i + 2);
  if (verb >= q.size()) return false;
  q.ask = first ? Ask::first : Ask::last;
  size_t begin = i + 2;
  if (among(q.at(begin), {"that", "when", "which"})) ++begin;
  Ask asked = q.ask;
  q.take_speakers(begin, verb);
  q.take_tail(verb);
  q.ask = asked;
  return true;
}

bool form_when_where(QuestionDraft& q) {
  bool when = q.at(0) == "when";
  bool where = q.at(0) == "where";
  if ((!when && !where) || !is_auxiliary(q.at(1)) || q.verb_from(2) >= q.size()) return false;
  q.ask = when ? Ask::when : Ask::where;
  return did_or_passive(q, 1);
}

// who did X talk to about Y.
bool form_whom(QuestionDraft& q) {
  if (!among(q.at(0), {"who", "whom"}) || !among(q.at(1), {"did", "does", "has", "do", "have"})) {
    return false;
  }
  size_t verb = q.verb_from(2);
  if (verb >= q.size() || verb == 2 || q.skip_auxiliaries(2) != 2) return false;
  q.take_speakers(2, verb);
  q.take_tail(verb);
  return true;
}

bool form_who(QuestionDraft& q) {
  size_t i = 1;
  bool who = among(q.at(0), {"who", "who's", "whoever"});
  size_t which = who ? 0 : take_which(q);
  if (!who && which == 0) return false;
  if (which > 0) i = which;
  if (who && q.at(1) == "else") ++i;
  size_t verb = q.verb_from(i);
  if (verb < q.size() && q.take_others(i, verb) == i) i = verb;  // who besides Putin said
  while (is_auxiliary(q.at(i)) || is_negation(q.at(i)) ||
         among(q.at(i), {"ever", "first", "last", "recently"})) {
    q.note_order(q.at(i));
    if (is_negation(q.at(i))) q.status = "not-said";
    ++i;
  }
  if (!q.is_verb(i) && !q.is_denial(i)) return false;
  if (q.ask == Ask::statements || q.ask == Ask::newest) q.ask = Ask::who;
  q.take_tail(i);
  return !q.topic.empty() || !q.times.empty() || !q.places.empty() || !q.status.empty();
}

}  // namespace quotary
