// Noun phrases: articles about Y, X's views on Y, statements by X.
#include "query/language/question_forms.h"

namespace quotary {

bool form_articles(Draft& q) {
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

bool form_whose_view(Draft& q) {
  size_t noun = 1;
  bool latest = false;
  while (noun < q.size() && !is_statement_noun(q.at(noun))) ++noun;
  if (noun >= q.size() || noun > 6) return false;
  size_t end = noun;
  while (end > 1 && among(q.at(end - 1), {"latest", "recent", "last", "public", "official"})) {
    latest = latest || q.at(end - 1) == "latest" || q.at(end - 1) == "recent";
    --end;
  }
  if (!is_possessive(q.words[end - 1]) && q.fame(0, end) == Fame::none) return false;
  if (latest) q.ask = Ask::newest;
  q.take_speakers(0, end);
  size_t about = q.about_from(noun + 1);
  q.take_topic(about == q.size() ? noun + 1 : about + 1, q.size());
  return true;
}

bool form_statements_by(Draft& q, bool counting) {
  size_t i = 0;
  bool latest = false;
  while (among(q.at(i), {"all", "any", "every", "latest", "recent", "newest", "most", "public",
                         "direct", "official"})) {
    latest = latest || among(q.at(i), {"latest", "recent", "newest"});
    q.direct = q.direct || q.at(i) == "direct";
    ++i;
  }
  bool noun = is_statement_noun(q.at(i));
  if (noun) ++i;
  if (counting) i = q.skip_auxiliaries(i);
  if (!noun && !(latest && among(q.at(i), {"from", "by"})) && !counting) return false;
  if (among(q.at(i), {"made", "given", "there"})) ++i;
  if (latest && !counting) q.ask = Ask::newest;
  if (among(q.at(i), {"by", "from", "of"})) {
    size_t about = q.about_from(i + 1);
    q.take_speakers(i + 1, about);
    q.take_topic(about + 1, q.size());
    return !q.speakers.empty();
  }
  if (counting && !is_about(q.at(i)) && q.verb_from(i) < q.size()) {
    size_t verb = q.verb_from(i);
    q.take_speakers(i, verb);
    q.take_tail(verb);
    return true;
  }
  if (!is_about(q.at(i))) return false;
  q.take_by();
  q.take_topic(i + 1, q.size());
  return true;
}

}  // namespace quotary
