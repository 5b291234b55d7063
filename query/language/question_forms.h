#pragma once

#include "query/language/question_draft.h"

namespace quotary {

// The forms of questions. Each looks whether the words of a draft have its shape (X a speaker, Y a
// topic); true: they have, and speakers, topic and ask are taken from them.

// --- What somebody said, thinks, denied: what did X say about Y, everything X said, did X mention
// Y, how did X respond to Y.

// about Y.
bool form_about(QuestionDraft& q);

// what did X say/tell Z about Y; what was said about Y by X; what X and Z said about Y.
bool form_what(QuestionDraft& q);

// everything (that) X said about Y; anything said about Y by X.
bool form_quantified(QuestionDraft& q);

// did X (ever) say anything about Y; has anyone mentioned Y.
bool form_did(QuestionDraft& q);

// how did X respond to Y; how does X see Y; why did X warn about Y.
bool form_how(QuestionDraft& q);

// --- Who, when, where, how often: what is shown is a count, a first or last statement, or facets.

// how often/how many times did X mention Y; how often was Y mentioned; how many statements about
// Y.
bool form_how_often(QuestionDraft& q);

// the first time (that) X said Y; the last thing X said about Y.
bool form_first_time(QuestionDraft& q);

// when/where did X say Y; when was Y first mentioned.
bool form_when_where(QuestionDraft& q);

// who did X talk to about Y.
bool form_whom(QuestionDraft& q);

// who said "Y", who has talked about Y, which leaders mentioned Y, who first said Y.
bool form_who(QuestionDraft& q);

// --- Noun phrases: articles about Y, X's views on Y, statements by X.

// articles about Y, headlines mentioning Y.
bool form_articles(QuestionDraft& q);

// Putin's statements on Y; Putin quotes about Y.
bool form_whose_view(QuestionDraft& q);

// (all/latest) statements by X on Y; remarks on Y (by X); latest from X on Y; quotes where X
// mentions Y, statements mentioning Y, quotes X Y (where X is mostly a speaker).
bool form_statements_by(QuestionDraft& q);

// The same after "how many": statements by X on Y, statements did X make about Y.
bool form_statements_counted(QuestionDraft& q);

// --- Sentences and headings: X said Y, Y according to X, X on Y.

// Y according to X; according to X, Y.
bool form_according(QuestionDraft& q);

// Putin said Y; the Chinese president said; Putin thinks about Y.
bool form_said(QuestionDraft& q);

// X on Y: where X is a known speaker.
bool form_on(QuestionDraft& q);

}  // namespace quotary
