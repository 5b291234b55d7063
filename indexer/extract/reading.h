#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/base/span.h"
#include "corpus/article/article.h"
#include "indexer/extract/lexicon.h"

namespace quotary {

enum class TokenKind : uint8_t {
  word,    // letters, with inner hyphens, apostrophes and the dots of abbreviations
  number,  // "5,000", "2.5", "19th"
  clitic,  // "'s", "'re": cut off the word before it; "n't" stays in its word
  comma,
  stop,   // . ! ? and the ellipsis
  colon,  // : and ;
  dash,   // -- – — and a hyphen between spaces
  open_bracket,
  close_bracket,
  quote,   // any quotation mark; which way it faces is said by Reading::quotations
  symbol,  // $, %, /, ...
};

// One token. The text of a token is span.of(article.text).
struct Token {
  Span span;
  uint32_t word = 0;  // number of its lower-case form in the lexicon, 0: not in it
  TokenKind kind = TokenKind::word;
  bool capitalised = false;   // its first letter is a capital
  bool all_capitals = false;  // two letters or more, all capitals
  bool space_before = false;
};

// A half-open range of token numbers of one Reading.
struct TokenRange {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(uint32_t token) const { return begin <= token && token < end; }
  bool overlaps(TokenRange other) const { return begin < other.end && other.begin < end; }

  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

struct Sentence {
  TokenRange tokens;
  uint32_t paragraph = 0;
};

// A paragraph of the article, as tokens and sentences.
struct ReadParagraph {
  TokenRange tokens;
  uint32_t first_sentence = 0;
  uint32_t last_sentence = 0;  // one past
  ParagraphKind kind = ParagraphKind::body;
};

// What stands between quotation marks, in one paragraph.
struct Quotation {
  TokenRange inner;        // between the marks
  bool opened = true;      // false: runs on from the paragraph before without a mark of its own
  bool closed = true;      // false: the paragraph ends first
  bool continues = false;  // the same speech as the last quotation of the paragraph before
};

constexpr uint32_t no_quotation = ~0u;

// One article as tokens, sentences and quotations: what every later stage reads.
// Refers to the article and the lexicon it was made from; both must outlive it.
struct Reading {
  const Article* article = nullptr;
  const Lexicon* lexicon = nullptr;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<ReadParagraph> paragraphs;  // one for each of article->paragraphs
  std::vector<Quotation> quotations;      // in text order
  std::vector<uint32_t> quotation_of;     // for each token the quotation it lies in, marks excluded
  std::vector<uint32_t> sentence_of;      // for each token its sentence

  // Behind the last token there is nothing: of no class, without a text. A rule may look a token or
  // two ahead without asking whether the article goes on.
  bool is(uint32_t token, WordClass word_class) const {
    return token < tokens.size() && lexicon->info(tokens[token].word).is(word_class);
  }
  bool quoted(uint32_t token) const {
    return token < tokens.size() && quotation_of[token] != no_quotation;
  }
  std::string_view text(uint32_t token) const {
    return token < tokens.size() ? tokens[token].span.of(article->text) : std::string_view();
  }
  // The lower-case form as the lexicon has it; empty for a word it does not have.
  std::string_view lower(uint32_t token) const {
    return token < tokens.size() ? lexicon->form(tokens[token].word) : std::string_view();
  }
  // From the first token's first byte to the last token's last.
  Span span(TokenRange range) const {
    if (range.empty()) return {};
    return {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
  }
  std::string_view text(TokenRange range) const { return span(range).of(article->text); }
  // The same without the tokens of the dateline that it begins with.
  TokenRange after_dateline(TokenRange range) const {
    if (!article->dateline) return range;
    while (!range.empty() && article->dateline->span.contains(tokens[range.begin].span))
      ++range.begin;
    return range;
  }
};

// Tokens, sentences and quotations of an article. All paragraphs are read, whatever their kind.
Reading read_article(const Article& article, const Lexicon& lexicon);

}  // namespace quotary
