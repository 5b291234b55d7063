#include "indexer/index/document_builder.h"

#include <gmock/gmock.h>

#include <map>

namespace quotary {
namespace {

using testing::ElementsAre;

// A document as it was handed out: term -> positions.
struct Built {
  std::map<std::string, std::vector<uint32_t>> terms;
  std::map<Slot, std::string> values;
  std::string data;

  explicit Built(const IndexDocument& document) : data(document.data()) {
    document.for_each_posting([&](std::string_view term, uint32_t position, uint32_t) {
      auto& positions = terms[std::string(term)];
      if (position > 0) positions.push_back(position);
    });
    for (const auto& [slot, value] : document.values()) values[slot] = value;
  }
  bool has(const std::string& term) const { return terms.contains(term); }
};

Span find(const std::string& text, const std::string& part) {
  auto at = static_cast<uint32_t>(text.find(part));
  return {at, at + static_cast<uint32_t>(part.size())};
}

Article sample_article() {
  Article article;
  article.text =
      "Ferry fares rise\n\nRIGA, Latvia (AFP) - Fares will rise, Ona Kalns said. She "
      "left.\n\nMore.";
  article.path = article.key = "2024/fares.txt";
  article.headline = find(article.text, "Ferry fares rise");
  article.date = std::chrono::year(2024) / 3 / 5;
  article.dateline = Dateline{find(article.text, "RIGA, Latvia (AFP) -"),
                              {{{"Riga", "Latvia"}}},
                              "AFP",
                              std::chrono::year(2024) / 3 / 4};
  article.paragraphs = {
      {article.headline, ParagraphKind::headline},
      {find(article.text, "Fares will rise, Ona Kalns said. She left."), ParagraphKind::body},
      {find(article.text, "More."), ParagraphKind::furniture}};
  return article;
}

Statement sample_statement(const Article& article) {
  Statement statement;
  statement.segments = {find(article.text, "Fares will rise")};
  statement.cue = find(article.text, "said");
  statement.mention = statement.named_mention = find(article.text, "Ona Kalns");
  statement.speakers = {"Ona Kalns"};
  statement.passage = find(article.text, "Fares will rise, Ona Kalns said.");
  return statement;
}

std::vector<Built> build(const Article& article, const std::vector<Statement>& statements) {
  std::vector<Built> built;
  DocumentBuilder builder;
  EXPECT_TRUE(builder.build(article, statements,
                            {"news", "news/2024/fares.txt", "2024/fares.txt",
                             file_version_term("news/2024/fares.txt", 3)},
                            [&](const IndexDocument& document) { built.emplace_back(document); }));
  return built;
}

TEST(DocumentBuilder, ContentAndTheRestOfThePassageShareTheirPositions) {
  Article article = sample_article();
  Built statement = build(article, {sample_statement(article)}).at(1);
  EXPECT_THAT(statement.terms.at("fares"), ElementsAre(1));
  EXPECT_THAT(statement.terms.at("rise"), ElementsAre(3));
  EXPECT_THAT(statement.terms.at("XPona"), ElementsAre(4));
  EXPECT_THAT(statement.terms.at("XPsaid"), ElementsAre(6));
  EXPECT_TRUE(statement.has("Zfare"));
  EXPECT_TRUE(statement.has("ZXPkaln"));
  // "will" and "said" are their own stems: their exact forms find them.
  for (const char* absent : {"Zwill", "ZXPsaid", "ZXCsaid", "XPfares", "ona", "left", "XPleft",
                             "Sferry", "XTfares", "Qx"})
    EXPECT_FALSE(statement.has(absent)) << absent;
}

TEST(DocumentBuilder, AStatementHasWhoWhenWhereAndHow) {
  Article article = sample_article();
  Built statement = build(article, {sample_statement(article)}).at(1);
  for (const char* term : {"XEstatement", "Akalns", "XBYona kalns", "XKindirect", "XUsaid",
                           "XCsaid", "XLriga", "XLlatvia", "XGafp", "XDD20240305", "XWD20240304",
                           "XWM202403", "P2024", "P2024/fares.txt", "Len"})
    EXPECT_TRUE(statement.has(term)) << term;
  EXPECT_FALSE(statement.has("XSY2024"));  // no day on which it was said is told
  EXPECT_EQ(statement.values.at(Slot::when), "20240304");
  EXPECT_EQ(statement.values.at(Slot::location), "Riga");
  EXPECT_EQ(statement.values.at(Slot::speaker), "Ona Kalns");
  EXPECT_EQ(statement.values.at(Slot::kind), std::string(1, '\2'));
  StatementRecord record = decode_statement(statement.data);
  EXPECT_EQ(record.article_id, article_id("news/2024/fares.txt"));
  EXPECT_EQ(record.when, std::optional<Date>(std::chrono::year(2024) / 3 / 4));
  check_spans(record, article.text);
}

TEST(DocumentBuilder, AStatementHasWhomItWasSaidToAndThroughWhat) {
  Article article = sample_article();
  Statement statement = sample_statement(article);
  statement.addressee = "Latvian Reporters";
  statement.via = "the Riga Post";
  Built built = build(article, {statement}).at(1);
  for (const char* term : {"XRlatvian", "XRreporters", "XVriga", "XVpost"})
    EXPECT_TRUE(built.has(term)) << term;
  statement.addressee = "them";
  EXPECT_FALSE(build(article, {statement}).at(1).has("XRthem"));
}

TEST(DocumentBuilder, TheSaidDayComesBeforeTheDatelines) {
  Article article = sample_article();
  Statement statement = sample_statement(article);
  statement.said = std::chrono::year(2024) / 3 / 1;
  Built built = build(article, {statement}).at(1);
  EXPECT_TRUE(built.has("XSD20240301"));
  EXPECT_TRUE(built.has("XWD20240301"));
  EXPECT_FALSE(built.has("XWD20240304"));
}

TEST(DocumentBuilder, AnArticleHasItsTextButNoFurniture) {
  Article article = sample_article();
  Built built = build(article, {sample_statement(article)}).at(0);
  EXPECT_THAT(built.terms.at("Sferry"), ElementsAre(1));
  EXPECT_THAT(built.terms.at("XTfares"), ElementsAre(2, 4 + kParagraphGap));
  for (const char* term : {"XEarticle", "XTleft", "ZXTfare", "Akalns", "XBYona kalns"})
    EXPECT_TRUE(built.has(term)) << term;
  for (const char* absent : {"XTmore", "XTriga", "fares", "XPona"})
    EXPECT_FALSE(built.has(absent)) << absent;
  ArticleRecord record = decode_article(built.data);
  EXPECT_EQ(record.text, article.text);
  EXPECT_EQ(record.statements, 1u);
  EXPECT_TRUE(built.has(article_id_term(record.id)));
}

TEST(DocumentBuilder, UnnamedSpeakersAreFoundByTheirMentionButNotByPronouns) {
  Article article = sample_article();
  Statement statement = sample_statement(article);
  statement.speakers.clear();
  statement.named_mention.reset();
  EXPECT_TRUE(build(article, {statement}).at(1).has("Akalns"));
  statement.mention = find(article.text, "She");
  EXPECT_FALSE(build(article, {statement}).at(1).has("Ashe"));
}

TEST(DocumentBuilder, WhomASpeakerBelongsToIsNotTheSpeaker) {
  Article article = sample_article();
  article.text = "Fares will rise, an aide to Mayor Ona Kalns said.";
  article.headline = {};
  article.dateline.reset();
  article.paragraphs = {{find(article.text, article.text), ParagraphKind::body}};
  Statement statement = sample_statement(article);
  statement.speakers = {"Kalns campaign"};
  statement.mention = statement.named_mention = find(article.text, "an aide to Mayor Ona Kalns");
  statement.others = {find(article.text, "Mayor Ona Kalns")};
  std::vector<Built> built = build(article, {statement});
  for (const char* term : {"Aaide", "Acampaign", "XBYkalns campaign"})
    EXPECT_TRUE(built.at(1).has(term)) << term;
  for (const char* absent : {"Akalns", "Aona", "Amayor"})
    EXPECT_FALSE(built.at(1).has(absent)) << absent;
  EXPECT_TRUE(built.at(0).has("Acampaign"));
  EXPECT_FALSE(built.at(0).has("Akalns"));
  statement.others.clear();  // nor where the mention is the whole name
  EXPECT_FALSE(build(article, {statement}).at(1).has("Akalns"));
}

// Names in a longer mention that the speaker is for, against, or has worked for.
TEST(DocumentBuilder, WhomASpeakerSidesWithIsNotTheSpeaker) {
  struct Row {
    const char *mention, *found, *absent;
  };
  for (Row row : {
           Row{"Bo Ek of the pro-Kalns group", "Agroup", "Akalns"},
           Row{"anti-Kalns activist Bo Ek", "Aactivist", "Akalns"},
           Row{"Bo Ek, a former Ona Kalns campaign adviser", "Aadviser", "Aona"},
           Row{"Bo Ek, of the Kalns administration", "Aek", "Akalns"},
           Row{"Harbour Ministry spokesman Bo Ek", "Aharbour", "Akalns"},
           Row{"Kalns, who ran the campaign", "Akalns", "Aona"},
       }) {
    Article article = sample_article();
    article.text = std::string(row.mention) + " said fares will rise.";
    article.headline = {};
    article.dateline.reset();
    article.paragraphs = {{find(article.text, article.text), ParagraphKind::body}};
    Statement statement;
    statement.segments = {find(article.text, "fares will rise")};
    statement.passage = find(article.text, article.text);
    statement.speakers = {"Bo Ek"};
    statement.mention = statement.named_mention = find(article.text, row.mention);
    Built built = build(article, {statement}).at(1);
    EXPECT_TRUE(built.has(row.found)) << row.mention;
    EXPECT_FALSE(built.has(row.absent)) << row.mention;
  }
}

TEST(DocumentBuilder, AWordOfAThousandLettersStaysATerm) {
  Article article;
  article.text = std::string(1000, 'x') + " y";
  article.paragraphs = {{{0, 1002}, ParagraphKind::body}};
  Built built = build(article, {}).at(0);
  for (const auto& [term, positions] : built.terms) EXPECT_LE(term.size(), kMaxTermBytes);
}

TEST(DocumentBuilder, NamesOfManyWordsAreCut) {
  Article article;
  article.text = "Mayor";
  for (int i = 0; i < 300; ++i) article.text += " Holm" + std::to_string(i);
  Statement statement;
  statement.segments = {{0, 5}};
  statement.mention = statement.cue = {0, static_cast<uint32_t>(article.text.size())};
  Built built = build(article, {statement}).at(1);
  EXPECT_TRUE(built.has("Aholm100"));
  EXPECT_FALSE(built.has("Aholm200"));
}

TEST(DocumentBuilder, WordsBeyondTheLimitAreStoredButNotFound) {
  Article article;
  for (uint32_t i = 0; i <= kMaxWordsPerDocument; ++i) article.text += "a ";
  article.text += "last";
  const Span all{0, static_cast<uint32_t>(article.text.size())};
  article.paragraphs = {{all, ParagraphKind::body}};
  DocumentBuilder builder;
  size_t found = 0;
  EXPECT_FALSE(builder.build(article, {}, {}, [&](const IndexDocument& document) {
    EXPECT_GE(document.data().size(), article.text.size() / 10);
    document.for_each_posting([&](std::string_view term, uint32_t, uint32_t) {
      EXPECT_FALSE(term.ends_with("last"));
      found += term == std::string(prefix::text) + "a" ? 1 : 0;
    });
  }));
  EXPECT_GE(found, kMaxWordsPerDocument - 1);
}

TEST(DocumentBuilder, ATextWithoutStopsIsNotIndexedWholeWithEachStatement) {
  Article article;
  for (int i = 0; i < 3000; ++i) article.text += "müde" + std::to_string(i) + " ";
  Statement statement;
  statement.segments = {find(article.text, "müde1500 müde1501")};
  statement.passage = {0, static_cast<uint32_t>(article.text.size())};
  Built built = build(article, {statement}).at(1);
  EXPECT_TRUE(built.has("mude1500"));
  EXPECT_TRUE(built.has("XPmude1499"));
  EXPECT_FALSE(built.has("XPmude0"));
  EXPECT_FALSE(built.has("XPmude2999"));
  EXPECT_EQ(decode_statement(built.data).passage, statement.passage);
}

}  // namespace
}  // namespace quotary
