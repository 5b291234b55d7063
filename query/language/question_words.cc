#include "query/language/question_words.h"

#include <algorithm>
#include <initializer_list>

#include "query/language/lexer.h"

namespace quotary {
namespace {

// Lists of words, cut at blanks: short enough to be searched from end to end.
bool listed(std::string_view list, std::string_view word) {
  for (size_t at = 0; at < list.size();) {
    size_t end = std::min(list.find(' ', at), list.size());
    if (list.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

constexpr std::string_view speech_verbs =
    "say says said saying tell tells told telling think thinks thought thinking talk talks talked "
    "talking speak speaks spoke spoken speaking mention mentions mentioned mentioning state states "
    "stated reported comment comments commented commenting remark remarks remarked discuss "
    "discusses "
    "discussed discussing write writes wrote written quoted utter uttered express expressed "
    "believe believes believed claim claims claimed argue argues argued declare declares declared "
    "respond responds responded react reacts reacted answer answered reply replied address "
    "addressed make made making";

constexpr std::string_view act_verbs =
    "warn warns warned criticize criticizes criticized criticise criticises criticised praise "
    "praises praised condemn condemns condemned welcome welcomes welcomed accuse accuses accused "
    "promise promises promised pledge pledges pledged vow vows vowed threaten threatens threatened "
    "urge urges urged announce announces announced stress stresses stressed emphasize emphasizes "
    "emphasized predict predicts predicted suggest suggests suggested propose proposes proposed "
    "demand demands demanded thank thanks thanked support supports supported oppose opposes "
    "opposed reject rejects rejected admit admits admitted confirm confirms confirmed describe "
    "describes described call calls called explain explains explained insist insists insisted ask "
    "asks asked";

constexpr std::string_view titles =
    "president prime minister premier chancellor secretary secretary-general general "
    "king queen prince princess pope mr mrs ms miss dr sir lord lady senator sen rep "
    "representative congressman congresswoman governor gov mayor ambassador spokesman spokeswoman "
    "spokesperson chairman chairwoman chair ceo director leader chief professor prof judge justice "
    "colonel captain marshal admiral";

constexpr std::string_view small_words =
    "the a an of in on at to for from by with about regarding concerning that this these those is "
    "are was were be been being am has have had having do does did it its it's their his her hers "
    "our my your they he she we i you him them us me there any anything something everything some "
    "what which who whom whose how why when where as into than then so such ever yet also too "
    "either both lately recently just even still towards toward over would could should might";

// May stand before a period: in October.
constexpr std::string_view time_prepositions = "in during on for of over within throughout from at";

std::string lower_of(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("\u2019")) {
      out += '\'';
      i += 2;
    } else {
      out += static_cast<char>(text[i] >= 'A' && text[i] <= 'Z' ? text[i] + 32 : text[i]);
    }
  }
  return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string joined(const std::vector<QuestionWord>& words, size_t begin, size_t size) {
  std::string out;
  for (size_t i = begin; i < begin + size; ++i) out += (i > begin ? " " : "") + words[i].lower;
  return out;
}

// The longest period of at most five words at `begin`.
std::optional<TimeWords> longest_period(const std::vector<QuestionWord>& words, size_t begin,
                                        Date today) {
  for (size_t size = std::min<size_t>(5, words.size() - begin); size > 0; --size) {
    bool quoted = std::any_of(words.begin() + static_cast<long>(begin),
                              words.begin() + static_cast<long>(begin + size),
                              [](const QuestionWord& word) { return word.quoted; });
    const std::string& edge = words[begin + size - 1].lower;
    if (quoted || edge == "the" || edge == "of") continue;
    auto period = read_period(joined(words, begin, size), today);
    if (period) return TimeWords{*period, size};
  }
  return std::nullopt;
}

// Whether a period stands for a time without a preposition: yesterday, last week, October 2024,
// 2024-10-23; but not 2024, March, May or Tuesday.
bool is_plain_time(const std::vector<QuestionWord>& words, size_t begin, size_t size) {
  const std::string& first = words[begin].lower;
  if (size == 1) {
    bool iso = first.size() >= 7 && is_digit(first[0]) && first.find('-') == 4;
    return first == "today" || first == "yesterday" || iso;
  }
  return true;
}

// Plain years after these are part of a topic: "on 2024 elections".
bool binds_years(std::string_view preposition) {
  return preposition == "in" || preposition == "during" || preposition == "throughout" ||
         preposition == "from" || preposition == "within";
}

// 2 and 3 words: "up to", "prior to"; how many words name the relation, 0 for none.
struct Relation {
  enum Kind { none, since, after, until, before } kind = none;
  size_t size = 0;
};

Relation relation_at(const std::vector<QuestionWord>& words, size_t i) {
  const std::string& word = words[i].lower;
  bool then_to = i + 1 < words.size() && words[i + 1].lower == "to";
  if (word == "since") return {Relation::since, 1};
  if (word == "after") return {Relation::after, 1};
  if (word == "before") return {Relation::before, 1};
  if (word == "until" || word == "till") return {Relation::until, 1};
  if (word == "prior" && then_to) return {Relation::before, 2};
  if (word == "up" && then_to) return {Relation::until, 2};
  return {};
}

Period related(Relation::Kind kind, const Period& period) {
  switch (kind) {
    case Relation::since:
      return {period.from, std::nullopt};
    case Relation::after:
      return {add_days(*period.to, 1), std::nullopt};
    case Relation::until:
      return {std::nullopt, period.to};
    default:
      return {std::nullopt, add_days(*period.from, -1)};
  }
}

// "between May and July 2024": the first takes its year from the second.
std::optional<Period> first_of_two(const std::vector<QuestionWord>& words, size_t begin,
                                   size_t size, const Period& second, Date today) {
  std::string text = joined(words, begin, size);
  if (!is_digit(text.back()) || (size == 2 && text.size() < 9)) {
    std::string year = std::to_string(static_cast<int>(second.to->year()));
    if (auto period = read_period(text + " " + year, today)) return period;
  }
  return read_period(text, today);
}

// between A and B, from A to B.
std::optional<TimeWords> two_ends(const std::vector<QuestionWord>& words, size_t begin,
                                  Date today) {
  bool between = words[begin].lower == "between";
  if (!between && words[begin].lower != "from") return std::nullopt;
  for (size_t joint = begin + 2; joint < std::min(words.size() - 1, begin + 6); ++joint) {
    const std::string& word = words[joint].lower;
    if (between ? word != "and" : word != "to" && word != "until" && word != "till") continue;
    auto second = longest_period(words, joint + 1, today);
    if (!second) continue;
    auto first = first_of_two(words, begin + 1, joint - begin - 1, second->period, today);
    if (!first || *first->from > *second->period.to) continue;
    return TimeWords{{first->from, second->period.to}, joint + 1 - begin + second->size};
  }
  return std::nullopt;
}

// The end of a closing mark that begins at or after `at`; npos where there is none.
size_t after_closing_mark(std::string_view text, size_t at) {
  size_t straight = text.find('"', at);
  size_t curly = text.find("\u201D", at);
  if (straight == curly) return std::string_view::npos;
  return straight < curly ? straight + 1 : curly + 3;
}

// Up to the next white space outside of quotation marks; npos where a mark is not closed.
size_t raw_word_end(std::string_view text, size_t at) {
  while (at < text.size() && space_at(text, at) == 0) {
    bool straight = text[at] == '"';
    if (straight || text.substr(at).starts_with("\u201C")) {
      at = after_closing_mark(text, at + (straight ? 1 : 3));
      if (at == std::string_view::npos) return at;
    } else {
      ++at;
    }
  }
  return at;
}

QuestionWord word_between(std::string_view text, size_t begin, size_t end) {
  QuestionWord word;
  word.place = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  std::string_view raw = text.substr(begin, end - begin);
  word.quoted =
      raw.find('"') != std::string_view::npos || raw.find("\u201C") != std::string_view::npos;
  if (!word.quoted) {
    constexpr std::string_view loose = ",;?!:'`";
    while (!raw.empty() && loose.find(raw.back()) != std::string_view::npos) {
      word.comma = word.comma || raw.back() == ',';
      raw.remove_suffix(1);
    }
    while (!raw.empty() && loose.find(raw.front()) != std::string_view::npos) raw.remove_prefix(1);
    bool initial = raw.size() == 2 && raw[0] >= 'A' && raw[0] <= 'Z';  // George W. Bush
    if (raw.ends_with('.') && raw.find('.') + 1 == raw.size() && !initial) raw.remove_suffix(1);
  }
  word.text = raw;
  word.lower = lower_of(raw);
  return word;
}

}  // namespace

bool is_speech_verb(std::string_view word) { return listed(speech_verbs, word); }
bool is_act_verb(std::string_view word) { return listed(act_verbs, word); }
bool is_telling(std::string_view word) {
  return listed("tell tells told telling ask asks asked", word);
}
bool is_auxiliary(std::string_view word) {
  return listed(
      "did does do has have had is are was were would will could can may might should "
      "didn't doesn't hasn't haven't wasn't been being be",
      word);
}
bool is_about(std::string_view word) {
  return listed("about on regarding concerning re over of towards toward to against for", word);
}
bool is_title(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  return listed(titles, word);
}
bool is_anyone(std::string_view word) {
  return listed(
      "people anyone anybody everyone everybody someone somebody they media folks "
      "others we one",
      word);
}
bool is_kind_of_people(std::string_view word) {
  return listed(
      "leaders officials politicians ministers experts analysts critics speakers delegates "
      "diplomats economists scientists countries governments companies organizations organisations "
      "lawmakers senators presidents voters residents witnesses",
      word);
}
bool is_body_noun(std::string_view word) {
  return listed(
      "ministry police government department agency bank council committee commission "
      "court office union company group party army parliament statement report "
      "association university institute authorities officials administration state city "
      "service news team fund board center centre",
      word);
}
bool is_statement_noun(std::string_view word) {
  return listed(
      "statement statements quote quotes quotation quotations remark remarks comment "
      "comments words speech speeches claim claims view views opinion opinions position "
      "positions stance reaction reactions response responses message thoughts take "
      "answer answers warning warnings promise promises pledge pledges accusation accusations",
      word);
}
bool is_stance_noun(std::string_view word) {
  return listed(
      "line stand standpoint attitude argument arguments assessment outlook thinking "
      "criticism idea ideas plan plans",
      word);
}
bool is_article_noun(std::string_view word) {
  return listed(
      "article articles story stories news report reports coverage headline headlines "
      "title titles",
      word);
}
bool is_small(std::string_view word) { return listed(small_words, word); }
bool is_courtesy(std::string_view word) {
  return listed(
      "please show find list give get search look looking display fetch pull bring me us for up "
      "kindly hi hello hey i i'm im i'd i'll am want need would like to know see read hear wonder "
      "let let's quickly just",
      word);
}

std::vector<QuestionWord> question_words(std::string_view text) {
  std::vector<QuestionWord> words;
  for (size_t at = 0; at < text.size();) {
    if (size_t space = space_at(text, at)) {
      at += space;
      continue;
    }
    size_t end = raw_word_end(text, at);
    if (end == std::string_view::npos) return {};
    QuestionWord word = word_between(text, at, end);
    if (!word.text.empty()) words.push_back(std::move(word));
    at = end;
  }
  return words;
}

std::optional<TimeWords> time_at(const std::vector<QuestionWord>& words, size_t begin, Date today) {
  if (words[begin].quoted) return std::nullopt;
  if (auto two = two_ends(words, begin, today)) return two;
  Relation relation = relation_at(words, begin);
  if (relation.kind != Relation::none) {
    size_t at = begin + relation.size;
    auto period = at < words.size() ? longest_period(words, at, today) : std::nullopt;
    if (!period) return std::nullopt;
    return TimeWords{related(relation.kind, period->period), relation.size + period->size};
  }
  bool preposition = listed(time_prepositions, words[begin].lower);
  size_t at = begin + (preposition ? 1 : 0);
  auto period = at < words.size() ? longest_period(words, at, today) : std::nullopt;
  if (!period) return std::nullopt;
  bool year = period->size == 1 && words[at].lower.size() == 4 && is_digit(words[at].lower[0]);
  bool plain = is_plain_time(words, at, period->size);
  if (!plain && (!preposition || (year && !binds_years(words[begin].lower)))) return std::nullopt;
  return TimeWords{period->period, at - begin + period->size};
}

}  // namespace quotary
