#include "indexer/extract/attributions.h"

#include <gtest/gtest.h>

#include "corpus/article/article_parser.h"

namespace quotary {
namespace {

std::string text_of(const Reading& r, TokenRange range) {
  return range.empty() ? "-" : std::string(r.text(range));
}

// "speaker | cue | content" for each attribution, separated by " ; "; "-" for what is not there,
// "=N" for the speaker of attribution N, " + " between the pieces of a content.
std::string attributions_in(const std::string& text) {
  Article article;
  article.text = text;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = std::min(text.find("\n\n", begin), text.size());
    article.paragraphs.push_back(
        {{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}, ParagraphKind::body});
    begin = end + 2;
  }
  Reading r = read_article(article, Lexicon::of("en"));
  std::string joined;
  for (const Attribution& a : find_attributions(r)) {
    if (!joined.empty()) joined += " ; ";
    joined += a.speaker.empty() && a.same_speaker_as >= 0 ? "=" + std::to_string(a.same_speaker_as)
                                                          : text_of(r, a.speaker);
    joined += " | " + text_of(r, a.cue) + " | ";
    for (size_t i = 0; i < a.content.size(); ++i)
      joined += (i ? " + " : "") + text_of(r, a.content[i]);
  }
  return joined;
}

struct Case {
  const char* text;
  const char* expected;
};

void expect_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(attributions_in(c.text), c.expected) << c.text;
}

TEST(Attributions, ClausesAfterTheCue) {
  expect_all({
      {"The mayor said that the bridge would stay closed.",
       "The mayor | said | the bridge would stay closed"},
      {"Mayor Ida Lund said Tuesday the bridge would stay closed.",
       "Mayor Ida Lund | said | the bridge would stay closed"},
      {"Lund said in an interview with Harbour Radio that ferries were full.",
       "Lund | said | ferries were full"},
      {"Lund told the council that ferries were full.", "Lund | told | ferries were full"},
      {"Lund told reporters she would resign.", "Lund | told | she would resign"},
      {"Lund told the crew to turn back.", "Lund | told | to turn back"},
      {"They did not say whether the ferry was insured.",
       "They | say | whether the ferry was insured"},
      {"The port denied that oil had leaked.", "The port | denied | oil had leaked"},
      {"Ada Holm, a diver who knows the wreck, said it was too deep.",
       "Ada Holm | said | it was too deep"},
      {"Lund said the ferry was late and that nobody was hurt.",
       "Lund | said | the ferry was late and that nobody was hurt"},
  });
}

TEST(Attributions, ContentBeforeTheCue) {
  expect_all({
      {"The bridge will stay closed, Lund said.", "Lund | said | The bridge will stay closed"},
      {"The bridge will stay closed, said Ida Lund, the mayor.",
       "Ida Lund | said | The bridge will stay closed"},
      {"The bridge is old, Lund said Monday, adding that repairs had begun.",
       "Lund | said | The bridge is old ; =0 | adding | repairs had begun"},
      {"The bridge is old, according to a report by the port authority.",
       "a report by the port authority | according to | The bridge is old"},
      {"According to the harbour master, the bridge is old.",
       "the harbour master | According to | the bridge is old"},
  });
}

TEST(Attributions, Quotations) {
  expect_all({
      {"\"We are late,\" Lund said.", "Lund | said | We are late"},
      {"\"We are late,\" said Lund. \"We are sorry.\"", "Lund | said | We are late + We are sorry"},
      {"\"We are late,\" Lund said, \"and we are sorry.\"",
       "Lund | said | We are late + and we are sorry"},
      {"Lund said: \"We are late.\"", "Lund | said | We are late"},
      {"\"Are we late?\" Lund asked.", "Lund | asked | Are we late"},
      {"Lund called the delay \"a shame.\"", "Lund | called | the delay \"a shame"},
      {"\"We are late,\" Lund said.\n\n\"But we shall come.\"",
       "Lund | said | We are late ; =0 | - | But we shall come"},
      {"The \"Blue Whale\" sank in 1911.", ""},
  });
}

TEST(Attributions, SpeechActs) {
  expect_all({
      {"Lund thanked the crew for its patience.", "Lund | thanked | its patience"},
      {"Lund called for calmer talks.", "Lund | called for | calmer talks"},
      {"Lund called on the owners to pay the crew.", "Lund | called on | to pay the crew"},
      {"Lund urged the owners to pay the crew.", "Lund | urged | to pay the crew"},
      {"Lund accused the owners of greed.", "Lund | accused | greed"},
      {"Lund expressed confidence that the ferry would sail.",
       "Lund | expressed confidence | the ferry would sail"},
      {"Lund pledged to rebuild the pier.", "Lund | pledged | to rebuild the pier"},
      {"Lund condemned the strike and said it would fail.",
       "Lund | condemned | the strike ; =0 | said | it would fail"},
      {"Lund asked whether the pier was safe.", "Lund | asked | whether the pier was safe"},
  });
}

TEST(Attributions, ParticiplesAndNouns) {
  expect_all({
      {"Noting that winter was near, Lund said the pier must close.",
       "=1 | Noting | winter was near ; Lund | said | the pier must close"},
      {"Holm rejected Lund's claim that the pier was safe.",
       "Holm | rejected | Lund's claim that the pier was safe ; "
       "Lund | claim | the pier was safe"},
      {"Harbour Radio quoted Holm as saying the pier was safe.",
       "Holm | saying | the pier was safe"},
  });
}

TEST(Attributions, NothingIsSaid) {
  expect_all({
      {"The ferry left on Monday and came back on Friday.", ""},
      {"The plan calls for patience.", ""},
      {"Asked about the pier, Lund walked away.", ""},
      {"The increase announced on Monday took effect.", ""},
      {"Lund will say more next week.", ""},
      {"Everything went according to plan.", ""},
  });
}

}  // namespace
}  // namespace quotary
