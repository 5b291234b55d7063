#include "query/language/question.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "query/language/lexer.h"
#include "query/language/question_words.h"

namespace quotary {
namespace {

using Words = std::vector<QuestionWord>;

bool among(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string text_of(const Words& words) {
  std::string out;
  for (const QuestionWord& word : words) out += (out.empty() ? "" : " ") + word.text;
  return out;
}

// Without what has a meaning in the query language: marks, parentheses, stars.
std::string without_marks(std::string text) {
  for (std::string_view mark : {"\"", "\u201C", "\u201D", "(", ")", "*"}) {
    for (size_t at = 0; (at = text.find(mark)) != std::string::npos;) text.erase(at, mark.size());
  }
  return text.find_first_not_of(' ') == std::string::npos ? "" : text;
}

// "Putin's" -> "Putin"; the words of a name without it.
std::string without_possessive(std::string text) {
  for (std::string_view ending : {"'s", "\u2019s", "'", "\u2019"}) {
    if (text.ends_with(ending)) return text.substr(0, text.size() - ending.size());
  }
  return text;
}

bool is_possessive(const QuestionWord& word) {
  return !word.quoted && (word.lower.ends_with("'s") || word.lower.ends_with("s'"));
}

// A small word, unless it is written in capitals: US, IT, WHO.
bool is_dispensable(std::string_view text, std::string_view lower) {
  bool capitals = text.size() > 1 && std::all_of(text.begin(), text.end(),
                                                 [](char c) { return c >= 'A' && c <= 'Z'; });
  return is_small(lower) && !capitals;
}

bool begins_upper(std::string_view text) {
  auto first = static_cast<unsigned char>(text.empty() ? 'a' : text[0]);
  return (first >= 'A' && first <= 'Z') || first >= 0x80;
}

bool has_field(const Node& node) {
  return node.kind == NodeKind::field ||
         std::any_of(node.children.begin(), node.children.end(), has_field);
}

// Reads one question. Each form_*() looks whether the words have one shape; those that match fill
// speakers, topic and ask. Times and places were taken out before.
class QuestionReader {
 public:
  QuestionReader(std::string_view text, const QuestionContext& context)
      : text_(text), context_(context), words_(question_words(text)) {}

  std::optional<Question> run() {
    if (words_.empty() || words_.size() > 80) return std::nullopt;
    take_courtesies();
    take_times();
    take_places();
    if (words_.empty() || !any_form()) return std::nullopt;
    return build();
  }

 private:
  // Words, by number; "" beyond the end, so that forms need not look where it is.
  const std::string& at(size_t i) const {
    static const std::string none;
    return i < words_.size() && !words_[i].quoted ? words_[i].lower : none;
  }
  size_t size() const { return words_.size(); }

  void drop(size_t begin, size_t count) {
    auto first = words_.begin() + static_cast<long>(begin);
    words_.erase(first, first + static_cast<long>(count));
  }

  // "please show me", "can you tell me", "I want to know".
  void take_courtesies() {
    if (among(at(0), {"can", "could", "would"}) && at(1) == "you") drop(0, 2);
    while (size() > 1 && is_courtesy(at(0))) drop(0, 1);
    if (at(0) == "tell" && at(1) == "me") drop(0, 2);
    if (size() > 1 && at(size() - 1) == "please") words_.pop_back();
    if (at(0) == "all" && at(1) == "the") drop(1, 1);
    if (at(0) == "the" && size() > 1) {
      article_ = true;
      drop(0, 1);
    }
  }

  void take_times() {
    for (size_t i = 0; i < size();) {
      auto found = time_at(words_, i, context_.today);
      if (found) {
        times_.push_back(dates_node(found->period.from, found->period.to));
        drop(i, found->size);
      } else {
        ++i;
      }
    }
  }

  // "in Kazan", "at Davos": where the index knows the place.
  void take_places() {
    if (!context_.is_place) return;
    for (size_t i = 0; i + 1 < size();) {
      size_t count = among(at(i), {"in", "at"}) ? place_after(i + 1) : 0;
      if (count > 0) {
        Words place(words_.begin() + static_cast<long>(i) + 1,
                    words_.begin() + static_cast<long>(i + 1 + count));
        places_.push_back(text_of(place));
        place_words_.insert(place_words_.end(), place.begin(), place.end());
        drop(i, count + 1);
      } else {
        ++i;
      }
    }
  }

  // How many words from `begin` on are the longest known place.
  size_t place_after(size_t begin) const {
    for (size_t count = std::min<size_t>(4, size() - begin); count > 0; --count) {
      Words some(words_.begin() + static_cast<long>(begin),
                 words_.begin() + static_cast<long>(begin + count));
      bool quoted = std::any_of(some.begin(), some.end(), [](auto& word) { return word.quoted; });
      if (!quoted && context_.is_place(text_of(some))) return count;
    }
    return 0;
  }

  bool any_form() {
    return form_articles() || form_how_often() || form_first_time() || form_when_where() ||
           form_who() || form_what() || form_quantified() || form_whose_view() ||
           form_statements_by() || form_did() || form_how() || form_according() || form_said() ||
           form_on() || (at(0) == "about" && form_everything_about(0));
  }

  // --- pieces -----------------------------------------------------------------------------

  bool is_verb(size_t i) const { return is_speech_verb(at(i)) || is_act_verb(at(i)); }

  // The first verb of speech from `begin` on; size() where there is none.
  size_t verb_from(size_t begin) const {
    for (size_t i = begin; i < size(); ++i) {
      bool noun = i > begin && among(at(i - 1), {"of", "the", "a"});  // Secretary of State
      if (!noun && (is_verb(i) || is_denial(i))) return i;
    }
    return size();
  }

  bool is_denial(size_t i) const {
    return among(at(i), {"deny", "denies", "denied", "denying"}) || refusal_size(i) > 0;
  }

  // "declined to comment", "refused to answer": how many words.
  size_t refusal_size(size_t i) const {
    bool refuses =
        among(at(i), {"decline", "declines", "declined", "refuse", "refuses", "refused"});
    if (!refuses) return 0;
    return at(i + 1) == "to" && is_speech_verb(at(i + 2)) ? 3 : 1;
  }

  size_t skip_auxiliaries(size_t i) const {
    while (is_auxiliary(at(i)) || among(at(i), {"ever", "also", "already", "just", "first", "last",
                                                "recently", "lately", "actually", "publicly"})) {
      ++i;
    }
    return i;
  }

  // Words between `begin` and `end` as the speakers, without auxiliaries at their end.
  void take_speakers(size_t begin, size_t end) {
    while (end > begin && (is_auxiliary(at(end - 1)) ||
                           among(at(end - 1), {"ever", "also", "already", "recently", "lately",
                                               "first", "last", "just", "have", "actually"}))) {
      note_order(at(end - 1));
      --end;
    }
    if (end > begin && at(end - 1) == "not" && status_.empty()) {
      status_ = "not-said";
      return take_speakers(begin, end - 1);
    }
    Words name;
    for (size_t i = begin; i < end; ++i) {
      if (i + 1 < end && among(at(i), {"and", "or", "&"})) {
        add_speaker(std::move(name));
        name.clear();
      } else if (!among(at(i), {"both", "either", "the", "a", "an"}) || !name.empty()) {
        name.push_back(words_[i]);
        if (words_[i].comma && i + 1 < end) {
          add_speaker(std::move(name));
          name.clear();
        }
      }
    }
    add_speaker(std::move(name));
  }

  void note_order(const std::string& word) {
    if (word == "first" && ask_ != Ask::count) ask_ = Ask::first;
    if (word == "last" && ask_ != Ask::count) ask_ = Ask::last;
    if ((word == "recently" || word == "lately") && ask_ == Ask::statements) ask_ = Ask::newest;
  }

  void add_speaker(Words name) {
    if (!name.empty()) name.back().text = without_possessive(name.back().text);
    bool nobody = name.empty() || (name.size() == 1 && is_anyone(name[0].lower));
    std::string plain = nobody ? "" : without_marks(without_title(name));
    if (!plain.empty()) speakers_.push_back(std::move(plain));
  }

  // "Russian President Vladimir Putin" -> "Vladimir Putin": what stands before a title goes with
  // it.
  std::string without_title(const Words& name) const {
    for (size_t begin = name.size() - 1; begin > 0; --begin) {
      if (!is_title(name[begin - 1].lower)) continue;
      bool of = name[begin].lower == "of" && begin + 2 < name.size();  // Secretary of State NAME
      return text_of(Words(name.begin() + static_cast<long>(begin + (of ? 2 : 0)), name.end()));
    }
    return text_of(name);
  }

  void take_topic(size_t begin, size_t end) {
    for (size_t i = begin; i < std::min(end, size()); ++i) topic_.push_back(words_[i]);
  }

  // What follows a verb at `verb`: "Y about Z" after told, "anything about", "to Y", the topic.
  void take_tail(size_t verb) {
    size_t i = verb + 1;
    if (size_t refusal = refusal_size(verb)) {
      status_ = "declined";
      i = verb + refusal;
    } else if (is_denial(verb)) {
      status_ = "denied";
    } else if (is_act_verb(at(verb)) &&
               !among(at(verb), {"ask", "asks", "asked", "describe", "describes", "described"})) {
      topic_.push_back(words_[verb]);
    }
    while (among(at(i), {"anything", "something", "what", "things", "ever", "publicly", "so",
                         "recently", "lately", "first", "last", "much"})) {
      note_order(at(i++));
    }
    take_topic(i, size());
  }

  // "said about Y by X": the speakers behind "by", where they end the question.
  void take_by() {
    for (size_t i = size(); i-- > 1;) {
      if (at(i) != "by" || i + 1 >= size()) continue;
      bool topic_follows = false;
      for (size_t k = i + 1; k < size(); ++k) topic_follows = topic_follows || is_about(at(k));
      if (topic_follows) return;
      take_speakers(i + 1, size());
      drop(i, size() - i);
      return;
    }
  }

  bool passive_at(size_t i) const {
    while (is_auxiliary(at(i)) || among(at(i), {"ever", "that", "being"})) ++i;
    return is_verb(i) && !is_auxiliary(at(i));
  }

  // The first word of a topic after about, on, ...; size() where there is none.
  size_t about_from(size_t begin) const {
    for (size_t i = begin; i < size(); ++i) {
      if (is_about(at(i))) return i;
    }
    return size();
  }

  Fame fame(size_t begin, size_t end) const {
    if (!context_.speaker || begin >= end || end > size()) return Fame::none;
    Words name(words_.begin() + static_cast<long>(begin), words_.begin() + static_cast<long>(end));
    std::string text = text_of(name);
    Fame whole = context_.speaker(text);
    return whole != Fame::none ? whole : context_.speaker(without_title(name));
  }

  // --- forms ------------------------------------------------------------------------------

  // articles about Y, headlines mentioning Y.
  bool form_articles() {
    size_t i = 0;
    while (among(at(i), {"all", "any", "every", "recent", "latest", "new", "which", "what"})) ++i;
    if (!is_article_noun(at(i))) return false;
    bool headlines = among(at(i), {"headline", "headlines", "title", "titles"});
    size_t link = i + 1;
    bool that = among(at(link), {"that", "which"});
    if (that) ++link;
    bool linked =
        is_about(at(link)) || among(at(link), {"mention", "mentions", "mentioning", "with",
                                               "containing", "contain", "say", "saying"});
    if (!linked) return false;
    ask_ = Ask::articles;
    take_topic(link + 1, size());
    headline_topic_ = headlines;
    return !topic_.empty() || !times_.empty() || !places_.empty();
  }

  // how often/how many times did X mention Y; how often was Y mentioned; how many statements about
  // Y.
  bool form_how_often() {
    size_t i = 0;
    if (at(0) == "how" && among(at(1), {"often", "frequently", "much"})) i = 2;
    if (at(0) == "how" && at(1) == "many") i = 3;
    if (at(0) == "number" && at(1) == "of") i = 2;
    if (i == 0) return false;
    bool statements = i == 3 && is_statement_noun(at(2));
    ask_ = Ask::count;
    if (statements || at(0) == "number") {
      drop(0, statements ? 2 : 2);
      return form_statements_by(true) || (ask_ = Ask::statements, false);
    }
    return did_or_passive(i) || (ask_ = Ask::statements, false);
  }

  // "did X say Y" or "was Y mentioned (by X)", from word i on.
  bool did_or_passive(size_t i) {
    bool passive = among(at(i), {"was", "were", "is", "are"}) ||
                   (among(at(i), {"has", "have", "had"}) && been_from(i));
    size_t verb = verb_from(i);
    if (verb >= size()) return false;
    if (!passive) {
      take_speakers(skip_auxiliaries(i), verb);
      take_tail(verb);
      return true;
    }
    drop(verb, 1);
    take_by();
    for (size_t k = skip_auxiliaries(i); k < size(); ++k) {
      note_order(at(k));
      bool marker = among(at(k), {"first", "last", "ever"}) || is_auxiliary(at(k));
      if (!marker) topic_.push_back(words_[k]);
    }
    return true;
  }

  bool been_from(size_t i) const {
    for (; i < size(); ++i) {
      if (at(i) == "been") return true;
    }
    return false;
  }

  // the first time (that) X said Y; the last thing X said about Y.
  bool form_first_time() {
    size_t i = 0;
    if (among(at(i), {"when", "what"}) && among(at(i + 1), {"was", "is"})) i += 2;
    if (at(i) == "the") ++i;
    bool first = among(at(i), {"first", "earliest"});
    bool last = among(at(i), {"last", "latest"});
    bool thing = among(at(i + 1), {"time", "thing", "statement", "remark", "comment", "mention"});
    if ((!first && !last) || !thing) return false;
    size_t verb = verb_from(i + 2);
    if (verb >= size()) return false;
    ask_ = first ? Ask::first : Ask::last;
    size_t begin = i + 2;
    if (among(at(begin), {"that", "when", "which"})) ++begin;
    Ask asked = ask_;
    take_speakers(begin, verb);
    take_tail(verb);
    ask_ = asked;
    return true;
  }

  // when/where did X say Y; when was Y first mentioned.
  bool form_when_where() {
    bool when = at(0) == "when";
    bool where = at(0) == "where";
    if ((!when && !where) || !is_auxiliary(at(1)) || verb_from(2) >= size()) return false;
    ask_ = when ? Ask::when : Ask::where;
    return did_or_passive(1);
  }

  // who said "Y", who has talked about Y, which leaders mentioned Y, who first said Y.
  bool form_who() {
    size_t i = 1;
    bool who = among(at(0), {"who", "who's", "whoever"});
    bool which = (at(0) == "which" || (at(0) == "what" && at(1) != "people")) && size() > 2 &&
                 !is_auxiliary(at(1)) &&
                 (is_verb(2) || is_denial(2) || (is_auxiliary(at(2)) && (is_verb(3)))) &&
                 among(at(1), {"leaders",   "people",        "speakers",  "officials",  "countries",
                               "persons",   "politicians",   "ministers", "presidents", "experts",
                               "companies", "organizations", "leader",    "person",     "speaker",
                               "official",  "politician",    "president", "minister",   "country"});
    if (!who && !which) return false;
    if (which || at(1) == "else") ++i;
    while (is_auxiliary(at(i)) || among(at(i), {"ever", "first", "last", "recently", "not"})) {
      note_order(at(i));
      if (at(i) == "not") status_ = "not-said";
      ++i;
    }
    if (!is_verb(i) && !is_denial(i)) return false;
    if (ask_ == Ask::statements || ask_ == Ask::newest) ask_ = Ask::who;
    take_tail(i);
    return !topic_.empty() || !times_.empty() || !places_.empty() || !status_.empty();
  }

  // what did X say/tell Z about Y; what was said about Y by X; what X and Z said about Y.
  bool form_what() {
    if (at(0) != "what" && at(0) != "what's" && at(0) != "whatever") return false;
    if (at(0) == "what's") words_[0].lower = "has";
    size_t i = at(0) == "has" ? 0 : 1;
    if (at(i) == "else" || at(i) == "exactly") ++i;
    bool asks = is_auxiliary(at(i));
    if (asks && passive_at(i)) return passive(i);
    if (among(at(i), {"is", "was", "are", "were"}) && form_view_is(i + 1)) return true;
    size_t verb = verb_from(i + 1);
    if (verb >= size()) return false;
    size_t begin = asks ? skip_auxiliaries(i) : i;
    if (begin >= verb) return false;
    take_speakers(begin, verb);
    take_tail(verb);
    return true;
  }

  // "(was) said about Y by X".
  bool passive(size_t i) {
    size_t verb = verb_from(i);
    take_by();
    take_tail(verb);
    return !topic_.empty() || !speakers_.empty() || !times_.empty() || !places_.empty();
  }

  // everything (that) X said about Y; anything said about Y by X.
  bool form_quantified() {
    bool every = among(at(0), {"every", "all", "any"}) && is_statement_noun(at(1));
    if (every || !among(at(0), {"everything", "anything", "all", "something", "things", "whatever",
                                "stuff", "every"})) {
      return false;
    }
    size_t i = 1;
    if (among(at(i), {"things", "thing", "else"})) ++i;
    if (among(at(i), {"that", "which", "what"})) ++i;
    if (passive_at(i)) return passive(i);
    size_t verb = verb_from(i);
    if (verb >= size()) return form_everything_about(i);
    take_speakers(i, verb);
    take_tail(verb);
    return true;
  }

  // everything about Y, everything by X, everything from X on Y.
  bool form_everything_about(size_t i) {
    if (among(at(i), {"by", "from"})) {
      size_t about = about_from(i + 1);
      take_speakers(i + 1, about);
      take_topic(about + 1, size());
      return !speakers_.empty();
    }
    if (!is_about(at(i))) return false;
    take_topic(i + 1, size());
    return !topic_.empty();
  }

  // what is X's position on Y; what was the reaction of X to Y.
  bool form_view_is(size_t i) {
    if (among(at(i), {"the", "a"})) ++i;
    size_t noun = i;
    while (noun < size() && !is_statement_noun(at(noun))) ++noun;
    if (noun >= size()) return false;
    size_t about = about_from(noun + 1);
    bool owned = noun > i && is_possessive(words_[noun - 1]);
    if (!owned && among(at(noun + 1), {"of", "by", "from"})) {
      about = about_from(noun + 2);
      take_speakers(noun + 2, about);
    } else if (noun > i) {
      take_speakers(i, noun);
    }
    take_topic(about + 1, size());
    return !speakers_.empty();
  }

  // Putin's statements on Y; Putin quotes about Y.
  bool form_whose_view() {
    size_t noun = 1;
    bool latest = false;
    while (noun < size() && !is_statement_noun(at(noun))) ++noun;
    if (noun >= size() || noun > 6) return false;
    size_t end = noun;
    while (end > 1 && among(at(end - 1), {"latest", "recent", "last", "public", "official"})) {
      latest = latest || at(end - 1) == "latest" || at(end - 1) == "recent";
      --end;
    }
    if (!is_possessive(words_[end - 1]) && fame(0, end) == Fame::none) return false;
    if (latest) ask_ = Ask::newest;
    take_speakers(0, end);
    size_t about = about_from(noun + 1);
    take_topic(about == size() ? noun + 1 : about + 1, size());
    return true;
  }

  // (all/latest) statements by X on Y; remarks on Y (by X); latest from X on Y.
  bool form_statements_by(bool counting = false) {
    size_t i = 0;
    bool latest = false;
    while (among(at(i), {"all", "any", "every", "latest", "recent", "newest", "most", "public",
                         "direct", "official"})) {
      latest = latest || among(at(i), {"latest", "recent", "newest"});
      direct_ = direct_ || at(i) == "direct";
      ++i;
    }
    bool noun = is_statement_noun(at(i));
    if (noun) ++i;
    if (counting) i = skip_auxiliaries(i);
    if (!noun && !(latest && among(at(i), {"from", "by"})) && !counting) return false;
    if (among(at(i), {"made", "given", "there"})) ++i;
    if (latest && !counting) ask_ = Ask::newest;
    if (among(at(i), {"by", "from", "of"})) {
      size_t about = about_from(i + 1);
      take_speakers(i + 1, about);
      take_topic(about + 1, size());
      return !speakers_.empty();
    }
    if (counting && !is_about(at(i)) && verb_from(i) < size()) {
      size_t verb = verb_from(i);
      take_speakers(i, verb);
      take_tail(verb);
      return true;
    }
    if (!is_about(at(i))) return false;
    take_by();
    take_topic(i + 1, size());
    return true;
  }

  // did X (ever) say anything about Y; has anyone mentioned Y.
  bool form_did() {
    if (!is_auxiliary(at(0))) return false;
    size_t verb = verb_from(1);
    if (verb >= size() || verb < 2) return false;
    take_speakers(1, verb);
    take_tail(verb);
    return true;
  }

  // how did X respond to Y; how does X see Y; why did X warn about Y.
  bool form_how() {
    if (!among(at(0), {"how", "why"}) || !is_auxiliary(at(1))) return false;
    size_t verb = 2;
    auto views = [&](size_t i) {
      return is_verb(i) || is_denial(i) ||
             among(at(i), {"see", "sees", "saw", "view", "views", "viewed", "feel", "feels", "felt",
                           "justify", "justified", "defend", "defended"});
    };
    while (verb < size() && !views(verb)) ++verb;
    if (verb >= size() || verb == 2) return false;
    take_speakers(2, verb);
    take_tail(verb);
    return true;
  }

  // Y according to X; according to X, Y.
  bool form_according() {
    size_t i = 0;
    while (i + 2 < size() && !(at(i) == "according" && at(i + 1) == "to")) ++i;
    if (i + 2 >= size()) return false;
    size_t end = i + 2;
    while (end < size() && !words_[end].comma) ++end;
    end = std::min(end + 1, size());
    take_speakers(i + 2, end);
    take_topic(0, i);
    take_topic(end, size());
    return !topic_.empty();
  }

  // Putin said Y; the Chinese president said; Putin thinks about Y.
  bool form_said() {
    size_t verb = verb_from(1);
    if (verb >= size() || verb > 6) return false;
    size_t end = verb;
    while (end > 0 && is_auxiliary(at(end - 1))) --end;
    bool capitals = end > 0;
    for (size_t i = 0; i < end; ++i) {
      bool small = among(at(i), {"and", "or", "the", "of"});
      capitals = capitals && !words_[i].quoted && (small || begins_upper(words_[i].text));
    }
    if (!capitals && !article_ && fame(0, end) == Fame::none) return false;
    if (end == verb && is_act_verb(at(verb)) && fame(0, end) == Fame::none) return false;
    take_speakers(0, verb);
    take_tail(verb);
    return true;
  }

  // X on Y: where X is a known speaker.
  bool form_on() {
    for (size_t i = 1; i + 1 < size() && i <= 5; ++i) {
      if (!among(at(i), {"on", "about", "regarding", "concerning", "re"})) continue;
      if (fame(0, i) == Fame::none && !known_speakers(i)) return false;
      take_speakers(0, i);
      take_topic(i + 1, size());
      return true;
    }
    return false;
  }

  // "Xi and Putin on Y".
  bool known_speakers(size_t end) const {
    size_t joint = 1;
    while (joint < end && !among(at(joint), {"and", "or"})) ++joint;
    return joint + 1 < end && fame(0, joint) != Fame::none && fame(joint + 1, end) != Fame::none;
  }

  // --- the tree ---------------------------------------------------------------------------

  std::optional<Question> build() {
    std::vector<Node> parts;
    if (!speakers_.empty()) parts.push_back(speaker_node());
    if (!status_.empty()) parts.push_back(field_node("status", word_node(status_)));
    if (direct_) parts.push_back(field_node("kind", word_node("direct")));
    std::vector<Node> rest;
    for (const std::string& place : places_) {
      rest.push_back(field_node("location", name_node(place)));
    }
    std::vector<Node> when;
    for (Node& dates : times_) when.push_back(field_node("when", std::move(dates)));

    Node topic = topic_node(topic_);
    if (parts.empty() && rest.empty() && when.empty() && asks_everything(topic)) return {};
    Question question;
    question.ask = ask_;
    question.in_english = true;
    question.wider = wider(parts, rest, when, topic);
    if (!asks_everything(topic)) parts.push_back(std::move(topic));
    parts.insert(parts.end(), rest.begin(), rest.end());
    parts.insert(parts.end(), when.begin(), when.end());
    question.tree = all_of(std::move(parts));
    return question;
  }

  static Node name_node(const std::string& name) {
    return reads_as_value(name) ? word_node(name) : phrase_node(name);
  }

  Node speaker_node() const {
    std::vector<Node> nodes;
    for (const std::string& name : speakers_)
      nodes.push_back(field_node("speaker", name_node(name)));
    return any_of(std::move(nodes));
  }

  // "A and B" as A OR B; the place as words of the topic; both. Empty where nothing changes.
  std::vector<Node> wider(const std::vector<Node>& parts, const std::vector<Node>& places,
                          const std::vector<Node>& when, const Node& topic) const {
    Words words = topic_;
    bool split = false;
    for (QuestionWord& word : words) {
      if (word.quoted || word.lower != "and") continue;
      word.lower = "or";
      split = true;
    }
    split = split && topic.kind == NodeKind::all;
    auto tree = [&](const Words& about, bool place_as_words) {
      std::vector<Node> nodes = parts;
      Node wide = topic_node(about);
      if (!asks_everything(wide)) nodes.push_back(std::move(wide));
      if (place_as_words) nodes.push_back(topic_node(place_words_));
      if (!place_as_words) nodes.insert(nodes.end(), places.begin(), places.end());
      nodes.insert(nodes.end(), when.begin(), when.end());
      return all_of(std::move(nodes));
    };
    std::vector<Node> trees;
    if (split) trees.push_back(tree(words, false));
    if (!place_words_.empty()) trees.push_back(tree(topic_, true));
    if (split && !place_words_.empty()) trees.push_back(tree(words, true));
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
    std::string masked(text_.size(), ' ');
    for (size_t i = begin; i < end; ++i) copy_word(words, i, end, masked);
    auto parsed = parse_query(masked, context_.today, context_.saved);
    if (auto* error = std::get_if<QueryError>(&parsed)) throw QueryError(*error);
    Node node = std::get<Node>(std::move(parsed));
    bool wrap = headline_topic_ && !has_field(node) && !asks_everything(node);
    return wrap ? field_node("headline", std::move(node)) : node;
  }

  void copy_word(const Words& words, size_t i, size_t end, std::string& masked) const {
    const QuestionWord& word = words[i];
    std::string_view typed = word.place.of(text_);
    bool capitals = typed == "OR" || typed == "AND" || typed == "NOT";
    if (!word.quoted && !capitals) {
      bool but_not = word.lower == "but" && i + 1 < end && words[i + 1].lower == "not";
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

  std::string_view text_;
  const QuestionContext& context_;
  Words words_;

  Ask ask_ = Ask::statements;
  std::vector<std::string> speakers_;
  std::string status_;
  bool direct_ = false;
  Words topic_;
  bool headline_topic_ = false;
  bool article_ = false;  // the question begins with "the"
  std::vector<std::string> places_;
  Words place_words_;
  std::vector<Node> times_;
};

// --- bare words that name a speaker --------------------------------------------------------

// How many words of `nodes` from `begin` on are the longest name that is mostly a speaker's.
size_t speaker_at(const std::vector<Node>& nodes, size_t begin, const QuestionContext& context) {
  size_t longest = std::min<size_t>(5, nodes.size() - begin);
  for (size_t count = longest; count > 0; --count) {
    std::string name;
    bool words = true;
    for (size_t i = begin; i < begin + count; ++i) {
      words = words && nodes[i].kind == NodeKind::word;
      name += (name.empty() ? "" : " ") + nodes[i].text;
    }
    if (words && context.speaker(name) == Fame::mostly) return count;
  }
  return 0;
}

bool names_speaker(const Node& node) {
  if (node.kind == NodeKind::field) return node.text == "speaker" || node.text == "by";
  return std::any_of(node.children.begin(), node.children.end(), names_speaker);
}

// `putin brics` -> speaker:putin brics. Only at the top of the query, only the first name, and only
// where no speaker is asked for.
void resolve_bare_speaker(Question& question, const QuestionContext& context) {
  Node& tree = question.tree;
  if (!context.speaker || names_speaker(tree)) return;
  std::vector<Node> nodes = tree.kind == NodeKind::all ? tree.children : std::vector<Node>{tree};
  for (size_t i = 0; i < nodes.size(); ++i) {
    size_t count = speaker_at(nodes, i, context);
    if (count == 0) continue;
    std::string name;
    for (size_t k = i; k < i + count; ++k) name += (name.empty() ? "" : " ") + nodes[k].text;
    Node speaker = field_node("speaker", count > 1 ? phrase_node(name) : word_node(name));
    speaker.place = {nodes[i].place.begin, nodes[i + count - 1].place.end};
    question.wider.push_back(tree);
    auto first = nodes.begin() + static_cast<long>(i);
    first = nodes.erase(first, first + static_cast<long>(count));
    nodes.insert(first, std::move(speaker));
    tree = all_of(std::move(nodes));
    question.notes.push_back(
        fmt::format("'{0}' is read as the speaker; about:{1} asks for what was said about {0}",
                    name, count > 1 ? "\"" + name + "\"" : name));
    return;
  }
}

// Leaves the small words out that stand bare beside others: "the war in the east" -> war east.
void drop_small_words(Question& question) {
  Node& tree = question.tree;
  if (tree.kind != NodeKind::all) return;
  auto small = [](const Node& node) {
    std::string lower(node.text);
    for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return node.kind == NodeKind::word && is_dispensable(node.text, lower);
  };
  std::vector<Node> kept;
  std::string dropped;
  for (const Node& node : tree.children) {
    if (!small(node))
      kept.push_back(node);
    else
      dropped += (dropped.empty() ? "'" : ", '") + node.text + "'";
  }
  if (kept.empty() || dropped.empty()) return;
  tree = all_of(std::move(kept));
  question.notes.push_back("left out: " + dropped +
                           "; in quotation marks they are searched for too");
}

}  // namespace

std::string_view name_of(Ask ask) {
  constexpr std::string_view names[] = {"statements", "newest", "first", "last",    "who",
                                        "where",      "when",   "count", "articles"};
  return names[static_cast<size_t>(ask)];
}

std::variant<Question, QueryError> understand(std::string_view text,
                                              const QuestionContext& context) {
  try {
    if (auto question = QuestionReader(text, context).run()) return std::move(*question);
  } catch (const QueryError& error) {
    return error;
  }
  auto parsed = parse_query(text, context.today, context.saved);
  if (auto* error = std::get_if<QueryError>(&parsed)) return *error;
  Question question;
  question.tree = std::get<Node>(std::move(parsed));
  drop_small_words(question);
  resolve_bare_speaker(question, context);
  return question;
}

}  // namespace quotary
