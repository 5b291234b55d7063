#include "indexer/extract/control.h"

#include <gtest/gtest.h>

#include "corpus/article/article_parser.h"
#include "indexer/extract/document_speakers.h"
#include "indexer/extract/subjects.h"

namespace quotary {
namespace {

TEST(ControllerOf, Table) {
  struct {
    const char* text;
    const char* cue;  // one word
    const char* expected;
  } cases[] = {
      {"Lund met the divers at noon, urging calm.", "urging", "Lund"},
      {"The Harbour Board had met in May and decided to wait, vowing calm.", "vowing",
       "The Harbour Board"},
      {"Lund caused a stir on Friday by denying the sale.", "denying", "Lund"},
      {"Holm criticised Lund for describing the pier as safe.", "describing", "Lund"},
      {"Holm accused the board of hiding the sale.", "hiding", "the board"},
      {"Holm joined Lund in condemning the sale.", "condemning", "Holm"},
      {"The board, which had seen the pier, met Lund, condemning the sale.", "condemning",
       "The board"},
      {"After praising the divers, Lund left.", "praising", "Lund"},
      {"Thanking the divers.", "Thanking", ""},
  };
  for (const auto& c : cases) {
    Article article = parse_article(c.text, "test.txt");
    Reading r = read_article(article, Lexicon::of("en"));
    Grammar grammar(r);
    grammar.tag(r.sentences[0].tokens);
    uint32_t t = 0;
    while (r.text(t) != c.cue) ++t;
    TokenRange found = controller_of(grammar, r.sentences[0].tokens, {t, t + 1});
    EXPECT_EQ(found.empty() ? "" : r.text(found), c.expected) << c.text;
  }
}

TEST(SubjectBefore, FindsWhomARelativeClauseTellsOf) {
  struct {
    const char* text;
    const char* expected;  // the antecedent
  } cases[] = {
      {"A call came from the house of Ada Lund, who said so.", "Ada Lund"},
      {"It ran a talk with the diver Ada Lund, who said so.", "the diver Ada Lund"},
      {"It came from Senator Ada Lund, R-Maine, who said so.", "Senator Ada Lund"},
      {"It came from friends such as Senator Ada Lund of Maine, who said so.",
       "Senator Ada Lund of Maine"},
      {"It came from a spokesman for Ada Lund, who said so.", "a spokesman for Ada Lund"},
      {"It was like the guesses of the Harbour Board, which said so.", "the Harbour Board"},
      {"It was in a report by the Harbour Board, which said so.", "a report by the Harbour Board"},
      {"It came from Ada Lund, who said so.", "Ada Lund"},
  };
  for (const auto& c : cases) {
    Article article = parse_article(c.text, "test.txt");
    Reading r = read_article(article, Lexicon::of("en"));
    Grammar grammar(r);
    TokenRange s = r.sentences[0].tokens;
    grammar.tag(s);
    uint32_t t = s.begin;
    while (r.text(t) != "said") ++t;
    TokenRange antecedent;
    subject_before(grammar, t, s.begin, &antecedent);
    EXPECT_EQ(antecedent.empty() ? "" : r.text(antecedent), c.expected) << c.text;
  }
}

TEST(DocumentBefore, IsOneThatOthersMake) {
  struct {
    const char* text;
    const char* cue;  // one word
    const char* expected;
  } cases[] = {
      {"Lund tried to block a harbour resolution criticising the sale.", "criticising",
       "a harbour resolution"},
      {"Lund asked the board to heed its resolution, calling for calm.", "calling",
       "its resolution"},
      {"Lund broke two court orders telling him to leave.", "telling", "two court orders"},
      {"Lund spoke of the resolution, saying it was late.", "saying", ""},
      {"The board issued a decree ordering calm.", "ordering", ""},
      {"The board voted in favour of a resolution calling for calm.", "calling", ""},
      {"Lund ended his speech urging calm.", "urging", ""},
      {"Lund met the divers urging calm.", "urging", ""},
  };
  for (const auto& c : cases) {
    Article article = parse_article(c.text, "test.txt");
    Reading r = read_article(article, Lexicon::of("en"));
    uint32_t t = 0;
    while (r.text(t) != c.cue) ++t;
    TokenRange found = document_before(r, {t, t + 1});
    EXPECT_EQ(found.empty() ? "" : r.text(found), c.expected) << c.text;
  }
}

}  // namespace
}  // namespace quotary
