// Noun phrases: articles about Y, X's views on Y, statements by X.
#include "query/language/question_forms.h"

namespace quotary {
namespace {

bool is_quantifier(const std::string& word) {
  return among(word, {"all", "any", "every", "some", "the", "latest", "recent", "newest", "most",
                      "more", "public", "direct", "official", "other"});
}

// by X (on Y).
bool statements_by(QuestionDraft& q, size_t i) {
  if (!among(q.at(i), {"by", "from", "of"})) return false;
  size_t about = q.about_from(i + 1);
  q.take_speakers(i + 1, about);
  q.take_topic(about + 1, q.size());
  return !q.speakers.empty();
}

// on Y (by X).
bool statements_about(QuestionDraft& q, size_t i) {
  if (!is_about(q.at(i))) return false;
  q.take_by();
  q.take_topic(i + 1, q.size());
  return true;
}

// where X mentions Y; mentioning Y; that mention Y.
bool statements_where(QuestionDraft& q, size_t i) {
  if (q.at(i) == "in" && q.at(i + 1) == "which") ++i;
  bool clause = among(q.at(i), {"where", "that", "which", "when"});
  if (clause) ++i;
  size_t verb = q.verb_from(i);
  bool fits = verb < q.size() && (clause || verb == i);
  if (!fits && !among(q.at(i), {"with", "containing", "contain", "contains"})) return false;
  if (fits) q.take_speakers(i, verb);
  q.take_tail(fits ? verb : i);
  return true;
}

// quotes Putin Kazan, Putin Kazan quotes: the longest known name, then the topic.
bool statements_of_known(QuestionDraft& q, size_t begin, size_t end) {
  for (size_t name = std::min(end, begin + 4); name > begin; --name) {
    if (q.fame(begin, name) != Fame::mostly) continue;
    q.take_speakers(begin, name);
    q.take_topic(name, end);
    return true;
  }
  return false;
}

}  // namespace

bool form_articles(QuestionDraft& q) {
  size_t i = 0;
  while (among(q.at(i), {"all", "any", "every", "recent", "latest", "new", "which", "what"})) ++i;
  if (!is_article_noun(q.at(i))) return false;
  bool headlines = among(q.at(i), {"headline", "headlines", "title", "titles"});
  size_t link = i + 1;
  bool that = among(q.at(link), {"that", "which"});
  if (that) ++link;
  bool linked =
      is_about(q.at(link)) || among(q.at(link), {"mention", "mentions", "mentioning", "with",
                                                 "containing", "contain", "say", "saying"});
  if (!linked) return false;
  q.ask = Ask::articles;
  q.take_topic(link + 1, q.size());
  q.headline_topic = headlines;
  return !q.topic.empty() || !q.times.empty() || !q.places.empty();
}

bool form_whose_view(QuestionDraft& q) {
  size_t begin = 0;
  while (is_quantifier(q.at(begin))) ++begin;
  size_t noun = begin + 1;
  bool latest = false;
  auto owned = [&](size_t i) { return is_stance_noun(q.at(i)) && is_possessive(q.words[i - 1]); };
  while (noun < q.size() && !is_statement_noun(q.at(noun)) && !owned(noun)) ++noun;
  if (noun >= q.size() || noun > begin + 6) return false;
  size_t end = noun;
  while (end > begin + 1 &&
         among(q.at(end - 1), {"latest", "recent", "last", "public", "official"})) {
    latest = latest || q.at(end - 1) == "latest" || q.at(end - 1) == "recent";
    --end;
  }
  if (latest) q.ask = Ask::newest;
  // "China statements"; but in "climate change statements" it is the topic, whoever has that name.
  const Fame fame = q.fame(begin, end);
  const bool known =
      fame == Fame::mostly || (fame == Fame::sometimes && begins_upper(q.words[end - 1].text));
  if (!is_possessive(q.words[end - 1]) && !known) {
    return noun + 1 == q.size() && statements_of_known(q, begin, end);
  }
  q.take_speakers(begin, end);
  size_t about = q.about_from(noun + 1);
  q.take_topic(about == q.size() ? noun + 1 : about + 1, q.size());
  return true;
}

bool form_statements_by(QuestionDraft& q) {
  size_t i = 0;
  bool latest = false;
  for (; is_quantifier(q.at(i)); ++i) {
    latest = latest || among(q.at(i), {"latest", "recent", "newest"});
    q.direct = q.direct || q.at(i) == "direct";
  }
  bool noun = is_statement_noun(q.at(i));
  if (noun) ++i;
  bool linked = among(q.at(i), {"from", "by"}) || is_about(q.at(i));
  if (!noun && !(latest && linked)) return false;
  if (among(q.at(i), {"made", "given", "there"})) ++i;
  if (latest) q.ask = Ask::newest;
  return statements_by(q, i) || statements_about(q, i) || statements_where(q, i) ||
         statements_of_known(q, i, q.size());
}

bool form_statements_counted(QuestionDraft& q) {
  size_t i = is_statement_noun(q.at(0)) ? 1 : 0;
  i = q.skip_auxiliaries(i);
  if (among(q.at(i), {"made", "given", "there"})) ++i;
  if (statements_by(q, i) || statements_about(q, i)) return true;
  size_t verb = q.verb_from(i);
  if (verb >= q.size()) return false;
  q.take_speakers(i, verb);
  q.take_tail(verb);
  return true;
}

}  // namespace quotary
