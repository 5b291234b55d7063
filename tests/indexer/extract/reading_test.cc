#include "indexer/extract/reading.h"

#include <gtest/gtest.h>

#include "corpus/article/article_parser.h"
#include "indexer/extract/sentences.h"

namespace quotary {
namespace {

std::string tokens_of(const char* text) {
  Article article = parse_article(text, "test.txt");
  Reading reading = read_article(article, Lexicon::of("en"));
  std::string joined;
  for (uint32_t t = 0; t < reading.tokens.size(); ++t) {
    if (t && reading.sentence_of[t] != reading.sentence_of[t - 1])
      joined += "|";
    else if (t)
      joined += " ";
    if (reading.quoted(t)) joined += "~";
    joined += reading.text(t);
  }
  return joined;
}

TEST(Reading, CutsTokensSentencesAndQuotations) {
  struct Case {
    const char* text;
    const char* expected;  // " " between tokens, "|" between sentences, "~" before quoted tokens
  };
  const Case cases[] = {
      {"The mayor's plan didn't work.", "The mayor 's plan didn't work ."},
      {"It cost $1,500.50 in the U.S. market.", "It cost $ 1,500.50 in the U.S. market ."},
      {"He met Gen. Orlo on Oct. 22. Then he left.",
       "He met Gen. Orlo on Oct. 22 .|Then he left ."},
      {"\"We won,\" she said. \"At last.\"", "\" ~We ~won ~, \" she said .|\" ~At ~last ~. \""},
      {"“No,” he said -- twice.", "“ ~No ~, ” he said -- twice ."},
      {"An odd \" mark", "An odd \" ~mark"},
      // a broken line of the wire
      {"The state- run paper", "The state- run paper"},
      {"A two- and three-year plan - or none", "A two - and three-year plan - or none"},
  };
  for (const Case& c : cases) EXPECT_EQ(tokens_of(c.text), c.expected) << c.text;
}

TEST(Reading, CutsARunOfWordsWithoutAStop) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "word he said ";
  Article article = parse_article(text, "test.txt");
  Reading reading = read_article(article, Lexicon::of("en"));
  for (const Sentence& sentence : reading.sentences)
    EXPECT_LE(sentence.tokens.size(), kMaxSentenceTokens);
}

}  // namespace
}  // namespace quotary
