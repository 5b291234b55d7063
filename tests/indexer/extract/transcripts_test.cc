// Speech that its layout tells, whole articles with all stages: who says which paragraph, by rules
// alone and with the model.

#include <gtest/gtest.h>

#include <string>

#include "corpus/article/article_parser.h"
#include "indexer/extract/extractor.h"
#include "indexer/extract/tagger/model_file.h"

namespace quotary {
namespace {

// "Speaker: content" of all statements, one a line; "-" for nobody.
std::string told(const std::string& text, const TaggerModel* model) {
  const Article article = parse_article(text, "a.txt");
  std::string lines;
  for (const Statement& s : extract_statements(article, model))
    lines += (s.speakers.empty() ? "-" : s.speakers.front()) + ": " +
             std::string(s.content().of(article.text)) + "\n";
  return lines;
}

struct Case {
  const char *text, *expected;
};

constexpr Case kCases[] = {
    // "A:" is the person whom the headline names, in all paragraphs of an answer
    {"date 2024-05-06 Harbour Ministry Spokesperson Ida Lund's Regular Press Conference on May "
     "6\n\n"
     "Q: Will the pier close, as Tom Brandt thinks? Do you agree?\n\n"
     "A: We have noted the report.\n\n"
     "The pier is as sound as ever.\n\n"
     "Q: When will the ferries sail?\n\n"
     "A: I refer you to the port.\n\n"
     "We have nothing to add.",
     "-: Will the pier close, as Tom Brandt thinks? Do you agree?\n"
     "Ida Lund: We have noted the report\n"
     "Ida Lund: The pier is as sound as ever\n"
     "-: When will the ferries sail?\n"
     "Ida Lund: I refer you to the port\n"
     "Ida Lund: We have nothing to add\n"},
    // an answer without words is none, and the next one is not the questioner's
    {"date 2024-05-06 Ida Lund's Press Conference\n\nA: 15.\n\nQ: Fifteen boats?\n\nA: They sail "
     "in May.",
     "-: Fifteen boats?\nIda Lund: They sail in May\n"},
    // no answers: the headline's name is no speaker
    {"date 2024-05-06 Ida Lund's plan\n\nQ: The pier is closed.\n\nThe ferries sail.", ""},
    // two who take turns, of several paragraphs
    {"date 2024-05-06 The debate\n\n"
     "IDA LUND: What do you say to Mr Brandt?\n\n"
     "TOM O'QUIST: The pier is sound.\n\n"
     "It has always been.\n\n"
     "IDA LUND: You said that it was not.\n\n"
     "Was that true?\n\n"
     "TOM O'QUIST: It was.",
     "Ida Lund: What do you say to Mr Brandt?\n"
     "Tom O'Quist: The pier is sound\n"
     "Tom O'Quist: It has always been\n"
     "Ida Lund: You said that it was not\n"
     "Ida Lund: Was that true?\n"
     "Tom O'Quist: It was\n"},
    // headings with a colon, each once, are no speakers
    {"date 2024-05-06 News in brief\n\nHarbours: The pier is closed.\n\nThe ferries sail.\n\n"
     "Schools: Two of them opened.\n\nRain fell.\n\nTraffic: A bridge is shut.\n\nNo more.\n\n"
     "Weather: It will rain.",
     ""},
    // a sheet of facts, or of places
    {"date 2024-05-06 Tarra\n\nHISTORY: The bay was dredged.\n\nGDP: It is large.\n\n"
     "CAPITAL: Northport is small.\n\nDEBT: It has grown.\n\nNobody counts.",
     ""},
    // nor are those that come again and again
    {"date 2024-05-06 Claims\n\nReality Check: The pier is closed.\n\nIt is not.\n\n"
     "VERDICT: The ferries sail.\n\nThey do.\n\nReality Check: Boats are full.\n\nSome are.\n\n"
     "VERDICT: It is true.\n\nPros: The pier.\n\nThe boats.\n\nPros: The sea.",
     ""},
    // nor is a table
    {"date 2024-05-06 Votes\n\nIda Lund: 1,547\n\nTom Quist: 1,202\n\nIda Lund: 12\n\nTom Quist: 5",
     ""},
    // surnames that are places and common words
    {"date 2024-05-06 The debate\n\n"
     "ADA LONDON: Who sold the lamp?\n\nTOM HILL: I did.\n\nKARL ORLO: He did not.\n\n"
     "IDA QUIST: Nobody did.",
     "Ada London: Who sold the lamp?\nTom Hill: I did\nKarl Orlo: He did not\n"
     "Ida Quist: Nobody did\n"},
    // a name before a quotation
    {"date 2024-05-06 The pier\n\nIda Lund: \"The pier is rotten.\"",
     "Ida Lund: The pier is rotten\n"},
};

TEST(Transcripts, AreReadByRulesAlone) {
  for (const Case& c : kCases) EXPECT_EQ(told(c.text, nullptr), c.expected) << c.text;
}

// Whoever is quoted within an answer does not go on with it.
TEST(Transcripts, KeepTheirSpeakersBesideWhatTheModelReads) {
  const auto model = load_model(std::string(QUOTARY_SOURCE_DIR) + "/models/quotary.model");
  EXPECT_EQ(told("date 2024-05-06 Spokesperson Ida Lund's Press Conference\n\n"
                 "Q: Will the pier close?\n\n"
                 "A: President Tom Brandt said that the pier was sound.\n\n"
                 "We have nothing to add.",
                 model.get()),
            "-: Will the pier close?\n"
            "Ida Lund: President Tom Brandt said that the pier was sound\n"
            "Tom Brandt: the pier was sound\n"
            "Ida Lund: We have nothing to add\n");
}

TEST(Transcripts, AreReadWithTheModel) {
  const auto model = load_model(std::string(QUOTARY_SOURCE_DIR) + "/models/quotary.model");
  for (const Case& c : kCases) EXPECT_EQ(told(c.text, model.get()), c.expected) << c.text;
}

}  // namespace
}  // namespace quotary
