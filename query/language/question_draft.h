#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "query/language/question.h"
#include "query/language/question_words.h"

namespace quotary {

using Words = std::vector<QuestionWord>;

inline bool among(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string text_of(const Words& words);

// A word with a possessive 's or s'.
bool is_possessive(const QuestionWord& word);

// not, never, didn't.
bool is_negation(std::string_view lower);

// A small word, unless it is written in capitals: US, IT, WHO.
bool is_dispensable(std::string_view text, std::string_view lower);

bool begins_upper(std::string_view text);

// A question while it is read: the words that are left, and what was understood of those that were
// taken. Courtesies, times and places go first; then a form (question_forms.h) looks whether what
// is left has its shape, and takes speakers, topic and ask from it. A form that does not fit leaves
// the draft as it was.
struct QuestionDraft {
  QuestionDraft(std::string_view question, const QuestionContext& known)
      : text(question), context(known), words(question_words(question)) {}

  std::string_view text;
  const QuestionContext& context;
  Words words;

  Ask ask = Ask::statements;
  std::vector<std::string> speakers;
  std::vector<std::string> others;  // speakers that are left out: anyone besides Putin
  std::string hearer;               // told Y; empty: anyone
  Words hearer_words;               // the same as they stand
  std::string status;               // a StatementStatus; empty: any
  bool direct = false;
  Words topic;
  std::vector<Words> unwanted;   // topics that are left out: not about Obama
  bool begins_with_act = false;  // the first word of the topic is the verb: criticised
  bool headline_topic = false;
  bool article = false;  // the question begins with "the"
  std::vector<std::string> places;
  Words place_words;
  std::vector<Node> times;
  std::vector<std::string> notes;  // what was taken for granted

  // Words, by number; "" beyond the end, so that forms need not look where it is.
  const std::string& at(size_t i) const {
    static const std::string none;
    return i < words.size() && !words[i].quoted ? words[i].lower : none;
  }
  size_t size() const { return words.size(); }
  void drop(size_t begin, size_t count);

  // "please show me", "can you tell me", "I want to know".
  void take_courtesies();

  void drop_ending();

  void take_times();
  // "in Kazan", "at Davos": where the index knows the place.
  void take_places();

  // "wat did Xi say abuot gas": the words that questions are made of, put right. Says what was
  // done; empty where nothing was.
  std::string mend_question_words();

  // "that was not about Obama", "but not by Boehner", "except what Boehner said".
  void take_exclusions();

  // How many words from `begin` on are the longest known place.
  size_t place_after(size_t begin) const;

  bool is_verb(size_t i) const;
  // The first verb of speech from `begin` on; size() where there is none.
  size_t verb_from(size_t begin) const;

  bool is_denial(size_t i) const;
  // "declined to comment", "refused to answer": how many words.
  size_t refusal_size(size_t i) const;

  size_t skip_auxiliaries(size_t i) const;
  // Words between `begin` and `end` as the speakers, without auxiliaries at their end.
  void take_speakers(size_t begin, size_t end);

  size_t take_others(size_t begin, size_t end);
  // "besides", "other than", "except for": how many words.
  size_t except_size(size_t i) const;
  // Whether the words before `end` are "anyone but X".
  bool anyone_but(size_t end) const;

  void note_order(const std::string& word);
  void add_speaker(Words name);
  // "Russian President Vladimir Putin" -> "Vladimir Putin": what stands before a title goes with
  // it.
  std::string without_title(const Words& name) const;

  void take_topic(size_t begin, size_t end);
  // "told Y": the name behind a verb of telling at `verb`. Returns the word behind it.
  size_t take_hearer(size_t verb);
  // What follows a verb at `verb`: "Y about Z" after told, "anything about", "to Y", the topic.
  void take_tail(size_t verb);

  // "said about Y by X": the speakers behind "by", where they end the question; behind "from" where
  // they are mostly speakers, as refugees from Merovia are none.
  void take_by();

  // "make a statement about", "issued any warning on": the number of words from `i` on that go with
  // the verb before them.
  size_t statement_size(size_t i) const;

  bool passive_at(size_t i) const;
  // The first word of a topic after about, on, ...; size() where there is none.
  size_t about_from(size_t begin) const;

  Fame fame(size_t begin, size_t end) const;
};

// The question of a draft that a form has filled; nullopt where it asks for nothing at all. Throws
// QueryError where a piece of the query language in it is wrong.
std::optional<Question> question_of(const QuestionDraft& draft);

}  // namespace quotary
