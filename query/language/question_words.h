#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/span.h"
#include "query/language/period.h"

namespace quotary {

// A word of a question, or what stands between quotation marks.
struct QuestionWord {
  std::string text;   // without punctuation around it, a possessive 's kept
  std::string lower;  // in lower case (ASCII), ’ as ': what forms are matched by
  Span place;         // bytes of the question, punctuation and marks included
  bool quoted = false;
  bool comma = false;  // a comma follows
};

std::vector<QuestionWord> question_words(std::string_view text);

// Word classes of English questions. All take lower case.
bool is_speech_verb(std::string_view word);  // said, tell, thinks, mentioned: asks for statements
bool is_act_verb(std::string_view word);   // warned, criticised: a statement, and what kind of one
bool is_telling(std::string_view word);    // told, asked: the one spoken to follows
bool is_auxiliary(std::string_view word);  // did, has, was
bool is_about(std::string_view word);      // about, on, regarding
bool is_title(std::string_view word);      // president, mr
bool is_anyone(std::string_view word);     // people, anyone: no speaker in particular
bool is_kind_of_people(std::string_view word);  // leaders, officials: some of them, unnamed
bool is_body_noun(std::string_view word);       // ministry, police: no name by itself
bool is_statement_noun(std::string_view word);  // statements, remarks, position
bool is_stance_noun(std::string_view word);     // line, outlook: the same where it is somebody's
bool is_article_noun(std::string_view word);    // articles, stories, news
bool is_small(std::string_view word);           // the, of, in: no topic by itself
bool is_courtesy(std::string_view word);        // please, show, find, me

// A stretch of time in the words from `begin` on: since 2023, between May and July 2024, in
// October, last week, on Oct. 22. `size` words of it; nullopt where there is none right there.
struct TimeWords {
  Period period;
  size_t size = 0;
};
std::optional<TimeWords> time_at(const std::vector<QuestionWord>& words, size_t begin, Date today);

}  // namespace quotary
