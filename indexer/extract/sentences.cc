#include "indexer/extract/sentences.h"

namespace quotary {
namespace {

// Tokens. Text without full stops is cut, so that the work on a sentence stays bounded.
constexpr uint32_t longest_sentence = 400;

// A full stop, or an abbreviation whose dot may end a sentence as well ("in the U.S. He said").
bool may_end(const Reading& r, uint32_t token) {
  const Token& t = r.tokens[token];
  if (t.kind == TokenKind::stop) return true;
  std::string_view text = r.text(token);
  return t.kind == TokenKind::word && text.size() > 3 && text.back() == '.' &&
         !r.is(token, WordClass::title) && !r.is(token, WordClass::month);
}

bool closes(const Reading& r, uint32_t token) {
  const Token& t = r.tokens[token];
  if (t.kind == TokenKind::close_bracket) return true;
  if (t.kind != TokenKind::quote) return false;
  std::string_view mark = r.text(token);
  return !t.space_before || mark == "”" || mark == "»";
}

// After an abbreviation only a word that plainly begins a sentence does.
bool begins_after_abbreviation(const Reading& r, uint32_t token) {
  return r.tokens[token].capitalised &&
         (r.is(token, WordClass::pronoun) || r.is(token, WordClass::determiner) ||
          r.is(token, WordClass::preposition) || r.is(token, WordClass::conjunction) ||
          r.is(token, WordClass::subordinator));
}

bool may_begin(const Reading& r, uint32_t token, bool after_abbreviation, bool after_mark) {
  const Token& t = r.tokens[token];
  if (after_abbreviation) return t.space_before && begins_after_abbreviation(r, token);
  // A missing space: "the end.The next", told by the word before and a capital after.
  if (!t.space_before)
    return t.capitalised && !t.all_capitals && !after_mark && r.text(token).size() > 2 &&
           r.tokens[token - 1].kind == TokenKind::stop && token > 1 &&
           r.tokens[token - 2].kind == TokenKind::word && !r.tokens[token - 2].all_capitals;
  return t.capitalised || t.kind == TokenKind::number || t.kind == TokenKind::quote ||
         t.kind == TokenKind::open_bracket || t.kind == TokenKind::dash ||
         t.kind == TokenKind::symbol;
}

// "... and so on": an ellipsis ends a sentence only before a capital letter.
bool is_ellipsis(const Reading& r, uint32_t token) {
  std::string_view text = r.text(token);
  return text == "…" || (text.size() > 1 && text[0] == '.');
}

}  // namespace

std::vector<uint32_t> sentence_starts(const Reading& r, TokenRange paragraph) {
  std::vector<uint32_t> starts;
  if (paragraph.empty()) return starts;
  starts.push_back(paragraph.begin);
  for (uint32_t i = paragraph.begin; i + 1 < paragraph.end; ++i) {
    if (i - starts.back() >= kMaxSentenceTokens) starts.push_back(i);
    if (i - starts.back() >= longest_sentence) {
      starts.push_back(i + 1);
      continue;
    }
    if (!may_end(r, i)) continue;
    bool abbreviation = r.tokens[i].kind == TokenKind::word;
    uint32_t next = i + 1;
    while (next < paragraph.end && (closes(r, next) || r.tokens[next].kind == TokenKind::stop))
      ++next;
    if (next >= paragraph.end || !may_begin(r, next, abbreviation, next > i + 1)) continue;
    if (is_ellipsis(r, i) && !r.tokens[next].capitalised && r.tokens[next].kind != TokenKind::quote)
      continue;
    starts.push_back(next);
    i = next - 1;
  }
  return starts;
}

}  // namespace quotary
