#include "query/language/question_draft.h"

#include "query/language/spelling.h"

namespace quotary {
namespace {

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

}  // namespace

std::string text_of(const Words& words) {
  std::string out;
  for (const QuestionWord& word : words) out += (out.empty() ? "" : " ") + word.text;
  return out;
}

bool is_possessive(const QuestionWord& word) {
  return !word.quoted && (word.lower.ends_with("'s") || word.lower.ends_with("s'"));
}

bool is_negation(std::string_view lower) {
  return among(lower, {"not", "never"}) || lower.ends_with("n't");
}

bool is_dispensable(std::string_view text, std::string_view lower) {
  bool capitals = text.size() > 1 && std::all_of(text.begin(), text.end(),
                                                 [](char c) { return c >= 'A' && c <= 'Z'; });
  return is_small(lower) && !capitals;
}

bool begins_upper(std::string_view text) {
  auto first = static_cast<unsigned char>(text.empty() ? 'a' : text[0]);
  return (first >= 'A' && first <= 'Z') || first >= 0x80;
}

void QuestionDraft::drop(size_t begin, size_t count) {
  auto first = words.begin() + static_cast<long>(begin);
  words.erase(first, first + static_cast<long>(count));
}

void QuestionDraft::take_courtesies() {
  bool asks = among(at(0), {"can", "could", "would", "may", "do", "are", "is", "has", "have"});
  bool there = at(1) == "there" || among(at(1), {"you", "i", "we"}) ||
               (among(at(1), {"someone", "anyone", "somebody"}) && at(2) == "tell");
  if (asks && there && (!is_speech_verb(at(2)) || at(2) == "tell")) drop(0, 2);
  if (at(0) == "been") drop(0, 1);
  if (at(0) == "have") drop(0, 1);  // do you have
  while (size() > 1 && is_courtesy(at(0))) drop(0, 1);
  if (at(0) == "tell" && among(at(1), {"me", "us"})) drop(0, 2);
  drop_ending();
  if (at(0) == "all" && at(1) == "the") drop(1, 1);
  if (at(0) == "the" && size() > 1) {
    article = true;
    drop(0, 1);
  }
}

// What a question may end in without asking for more: "please", "so far", "and what did he say".
void QuestionDraft::drop_ending() {
  for (size_t i = 1; i + 3 < size(); ++i) {
    bool clause = at(i) == "and" && among(at(i + 1), {"what", "how", "when", "where", "why"}) &&
                  is_auxiliary(at(i + 2)) && among(at(i + 3), {"he", "she", "they", "it", "we"});
    if (clause) words.resize(i);
  }
  constexpr std::string_view endings[] = {
      "please", "the most", "most often", "more than once",  "so far",     "in detail",
      "a lot",  "to date",  "exactly",    "more than twice", "repeatedly", "thanks"};
  for (std::string_view ending : endings) {
    size_t count = static_cast<size_t>(std::count(ending.begin(), ending.end(), ' ')) + 1;
    if (size() <= count) continue;
    std::string last;
    for (size_t i = size() - count; i < size(); ++i) last += (last.empty() ? "" : " ") + at(i);
    if (last == ending) words.resize(size() - count);
  }
}

std::string QuestionDraft::mend_question_words() {
  static const std::vector<std::string> common = {
      "what",      "what's", "everything", "anything",  "statements", "quotes", "about", "said",
      "mentioned", "talked", "mention",    "regarding", "which",      "where",  "when",  "often"};
  std::string note;
  for (QuestionWord& word : words) {
    bool name = word.quoted || word.lower.size() < 3 ||
                (begins_upper(word.text) && &word != &words.front()) || is_small(word.lower) ||
                is_speech_verb(word.lower) || is_about(word.lower);
    if (name || std::find(common.begin(), common.end(), word.lower) != common.end()) continue;
    if (context.speaker && context.speaker(word.text) != Fame::none) continue;
    for (const std::string& right : common) {
      bool close = spelling_distance(word.lower, right, 1) <= 1;
      if (!close || word.lower.front() != right.front()) continue;
      note += (note.empty() ? "'" : ", '") + word.text + "' is read as '" + right + "'";
      word.text = word.lower = right;
      break;
    }
  }
  return note;
}

void QuestionDraft::take_times() {
  for (size_t i = 0; i < size();) {
    auto found = time_at(words, i, context.today);
    if (found) {
      times.push_back(dates_node(found->period.from, found->period.to));
      drop(i, found->size);
    } else {
      ++i;
    }
  }
}

void QuestionDraft::take_places() {
  if (!context.is_place) return;
  for (size_t i = 0; i + 1 < size();) {
    size_t count = among(at(i), {"in", "at"}) ? place_after(i + 1) : 0;
    if (count > 0) {
      Words place(words.begin() + static_cast<long>(i) + 1,
                  words.begin() + static_cast<long>(i + 1 + count));
      places.push_back(text_of(place));
      place_words.insert(place_words.end(), place.begin(), place.end());
      drop(i, count + 1);
    } else {
      ++i;
    }
  }
}

size_t QuestionDraft::place_after(size_t begin) const {
  for (size_t count = std::min<size_t>(4, size() - begin); count > 0; --count) {
    Words some(words.begin() + static_cast<long>(begin),
               words.begin() + static_cast<long>(begin + count));
    bool quoted = std::any_of(some.begin(), some.end(), [](auto& word) { return word.quoted; });
    bool small = count == 1 && is_small(some[0].lower);  // "the", where there is The Hague
    if (!quoted && !small && context.is_place(text_of(some))) return count;
  }
  return 0;
}

bool QuestionDraft::is_verb(size_t i) const { return is_speech_verb(at(i)) || is_act_verb(at(i)); }

size_t QuestionDraft::verb_from(size_t begin) const {
  for (size_t i = begin; i < size(); ++i) {
    bool noun = i > begin && among(at(i - 1), {"of", "the", "a"});  // Secretary of State
    if (!noun && (is_verb(i) || is_denial(i))) return i;
  }
  return size();
}

bool QuestionDraft::is_denial(size_t i) const {
  return among(at(i), {"deny", "denies", "denied", "denying"}) || refusal_size(i) > 0;
}

size_t QuestionDraft::refusal_size(size_t i) const {
  bool refuses = among(at(i), {"decline", "declines", "declined", "refuse", "refuses", "refused"});
  if (!refuses) return 0;
  return at(i + 1) == "to" && is_speech_verb(at(i + 2)) ? 3 : 1;
}

size_t QuestionDraft::skip_auxiliaries(size_t i) const {
  while (is_auxiliary(at(i)) || among(at(i), {"ever", "also", "already", "just", "first", "last",
                                              "recently", "lately", "actually", "publicly"})) {
    ++i;
  }
  return i;
}

void QuestionDraft::take_speakers(size_t begin, size_t end) {
  while (end > begin && (is_auxiliary(at(end - 1)) || is_negation(at(end - 1)) ||
                         among(at(end - 1), {"ever", "also", "already", "recently", "lately",
                                             "first", "last", "just", "have", "actually"}))) {
    note_order(at(end - 1));
    if (is_negation(at(end - 1)) && status.empty()) status = "not-said";
    --end;
  }
  end = take_others(begin, end);
  Words name;
  for (size_t i = begin; i < end; ++i) {
    if (i + 1 < end && among(at(i), {"and", "or", "&", "vs", "versus"})) {
      add_speaker(std::move(name));
      name.clear();
    } else if (!among(at(i), {"both", "either", "the", "a", "an"}) || !name.empty()) {
      name.push_back(words[i]);
      if (words[i].comma && i + 1 < end) {
        add_speaker(std::move(name));
        name.clear();
      }
    }
  }
  add_speaker(std::move(name));
}

// "anyone besides Putin", "leaders other than Xi": those that are left out. Where the others end.
size_t QuestionDraft::take_others(size_t begin, size_t end) {
  for (size_t i = begin; i + 1 < end; ++i) {
    const size_t except = except_size(i);
    if (except == 0) continue;
    std::vector<std::string> wanted = std::move(speakers);
    speakers.clear();
    take_speakers(i + except, end);
    others.insert(others.end(), speakers.begin(), speakers.end());
    speakers = std::move(wanted);
    return i;
  }
  return end;
}

size_t QuestionDraft::except_size(size_t i) const {
  bool two = (at(i) == "other" && at(i + 1) == "than") || (at(i) == "apart" && at(i + 1) == "from");
  if (two) return 2;
  if (!among(at(i), {"besides", "except", "excluding", "but"})) return 0;
  return at(i + 1) == "for" ? 2 : 1;
}

bool QuestionDraft::anyone_but(size_t end) const {
  size_t except = is_anyone(at(0)) ? except_size(1) : 0;
  return except > 0 && 1 + except < end;
}

void QuestionDraft::note_order(const std::string& word) {
  if (word == "first" && ask != Ask::count) ask = Ask::first;
  if (word == "last" && ask != Ask::count) ask = Ask::last;
  if ((word == "recently" || word == "lately") && ask == Ask::statements) ask = Ask::newest;
}

void QuestionDraft::add_speaker(Words name) {
  if (!name.empty()) name.back().text = without_possessive(name.back().text);
  bool nobody = name.empty() || (name.size() == 1 && is_anyone(name[0].lower));
  std::string plain = nobody ? "" : without_marks(without_title(name));
  if (!plain.empty()) speakers.push_back(std::move(plain));
}

std::string QuestionDraft::without_title(const Words& name) const {
  for (size_t begin = name.size() - 1; begin > 0; --begin) {
    if (!is_title(name[begin - 1].lower)) continue;
    if (name[begin].lower == "of" && begin + 2 >= name.size()) break;  // the president of Merovia
    bool of = name[begin].lower == "of";                               // Secretary of State NAME
    return text_of(Words(name.begin() + static_cast<long>(begin + (of ? 2 : 0)), name.end()));
  }
  return text_of(name);
}

void QuestionDraft::take_topic(size_t begin, size_t end) {
  for (size_t i = begin; i < std::min(end, size()); ++i) topic.push_back(words[i]);
}

size_t QuestionDraft::take_hearer(size_t verb) {
  const size_t begin = verb + 1;
  const size_t about = about_from(begin);
  size_t end = begin;
  while (end < about && !words[end].quoted && begins_upper(words[end].text)) ++end;
  if (among(at(begin), {"reporters", "journalists", "parliament", "lawmakers"})) end = begin + 1;
  if (end == begin && fame(begin, about) != Fame::none) end = about;
  if (end == begin || is_possessive(words[end - 1])) return begin;
  Words named(words.begin() + static_cast<long>(begin), words.begin() + static_cast<long>(end));
  std::string plain = without_marks(without_title(named));
  if (plain.empty()) return begin;
  hearer = std::move(plain);
  hearer_words = std::move(named);
  return end;
}

void QuestionDraft::take_tail(size_t verb) {
  size_t i = verb + 1;
  if (size_t refusal = refusal_size(verb)) {
    status = "declined";
    i = verb + refusal;
  } else if (is_denial(verb)) {
    status = "denied";
  } else if (is_act_verb(at(verb)) &&
             !among(at(verb), {"ask", "asks", "asked", "describe", "describes", "described"})) {
    topic.push_back(words[verb]);
    begins_with_act = true;
  }
  if (is_telling(at(verb)) && status.empty()) i = take_hearer(verb);
  i += statement_size(i);
  while (among(at(i), {"anything", "something", "what", "things", "ever", "publicly", "so",
                       "recently", "lately", "first", "last", "much", "most", "often"})) {
    note_order(at(i++));
  }
  take_topic(i, size());
}

size_t QuestionDraft::statement_size(size_t i) const {
  size_t count = 0;
  while (among(at(i + count), {"a", "an", "any", "the", "some", "his", "her", "their", "public"})) {
    ++count;
  }
  bool statement =
      is_statement_noun(at(i + count)) && (i + count + 1 >= size() || is_about(at(i + count + 1)));
  return statement ? count + 1 : 0;
}

void QuestionDraft::take_by() {
  for (size_t i = size(); i-- > 1;) {
    bool from = at(i) == "from" && fame(i + 1, size()) == Fame::mostly;
    if ((at(i) != "by" && !from) || i + 1 >= size()) continue;
    bool topic_follows = false;
    for (size_t k = i + 1; k < size(); ++k) topic_follows = topic_follows || is_about(at(k));
    size_t end = topic_follows ? about_from(i + 1) : size();
    bool named = i + 1 < end && (begins_upper(words[i + 1].text) || fame(i + 1, end) != Fame::none);
    if (topic_follows && !named) return;  // attacks by rebels on Amsel
    take_speakers(i + 1, end);
    drop(i, end - i);
    return;
  }
}

bool QuestionDraft::passive_at(size_t i) const {
  while (is_auxiliary(at(i)) || among(at(i), {"ever", "that", "being"})) ++i;
  return is_verb(i) && !is_auxiliary(at(i));
}

size_t QuestionDraft::about_from(size_t begin) const {
  for (size_t i = begin; i < size(); ++i) {
    if (is_about(at(i))) return i;
  }
  return size();
}

Fame QuestionDraft::fame(size_t begin, size_t end) const {
  if (!context.speaker || begin >= end || end > size()) return Fame::none;
  Words name(words.begin() + static_cast<long>(begin), words.begin() + static_cast<long>(end));
  std::string typed = without_marks(text_of(name));
  Fame whole = context.speaker(typed);
  return whole != Fame::none ? whole : context.speaker(without_marks(without_title(name)));
}

}  // namespace quotary
