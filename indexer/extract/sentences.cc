#include "indexer/extract/sentences.h"

namespace quotary {
namespace {

// A full stop, or an abbreviation whose dot may end a sentence as well ("in the U.S. He said").
bool may_end(const Reading& r, uint32_t token) {
  const Token& t = r.tokens[token];
  if (t.kind == TokenKind::stop) return true;
  std::string_view text = r.text(token);
  return t.kind == TokenKind::word && text.size() > 3 && text.back() == '.' &&
         !r.is(token, WordClass::title) && !r.is(token, WordClass::month);
}

bool closes(TokenKind kind) { return kind == TokenKind::quote || kind == TokenKind::close_bracket; }

// After an abbreviation only a word that plainly begins a sentence does.
bool may_begin(const Reading& r, uint32_t token, bool after_abbreviation) {
  const Token& t = r.tokens[token];
  if (!t.space_before) return false;
  if (after_abbreviation)
    return t.capitalised &&
           (r.is(token, WordClass::pronoun) || r.is(token, WordClass::determiner) ||
            r.is(token, WordClass::preposition));
  return t.capitalised || t.kind == TokenKind::number || t.kind == TokenKind::quote ||
         t.kind == TokenKind::open_bracket || t.kind == TokenKind::dash ||
         t.kind == TokenKind::symbol;
}

}  // namespace

std::vector<uint32_t> sentence_starts(const Reading& r, TokenRange paragraph) {
  std::vector<uint32_t> starts;
  if (paragraph.empty()) return starts;
  starts.push_back(paragraph.begin);
  for (uint32_t i = paragraph.begin; i + 1 < paragraph.end; ++i) {
    if (!may_end(r, i)) continue;
    bool abbreviation = r.tokens[i].kind == TokenKind::word;
    uint32_t next = i + 1;
    while (next < paragraph.end && closes(r.tokens[next].kind) && !r.tokens[next].space_before)
      ++next;
    if (next < paragraph.end && may_begin(r, next, abbreviation)) {
      starts.push_back(next);
      i = next - 1;
    }
  }
  return starts;
}

}  // namespace quotary
