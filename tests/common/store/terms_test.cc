#include "common/store/terms.h"

#include <gmock/gmock.h>

#include "common/store/schema.h"

namespace quotary {
namespace {

using testing::ElementsAre;

const Date kDay = std::chrono::year(2024) / 10 / 3;

TEST(Terms, Words) {
  Stemmer stemmer;
  EXPECT_EQ(word_term("", "brics"), "brics");
  EXPECT_EQ(word_term(prefix::speaker, "orlova"), "Aorlova");
  EXPECT_EQ(stem_term("", stemmer.stem("tariffs")), "Ztariff");
  EXPECT_EQ(stem_term(prefix::passage, stemmer.stem("summits")), "ZXPsummit");
  EXPECT_EQ(stemmer.stem("tariffs"), "tariff");  // the second time from memory
}

TEST(Terms, WordsAreFoundByTheirStemsTermOrAsTheirOwnStem) {
  Stemmer stemmer;
  EXPECT_THAT(terms_of_stem("", "tariffs", stemmer), ElementsAre("Ztariff", "tariff"));
  EXPECT_THAT(terms_of_stem("XT", "tariff", stemmer), ElementsAre("ZXTtariff", "XTtariff"));
  // "nurs" would have another stem, "nur".
  EXPECT_THAT(terms_of_stem("", "nurses", stemmer), ElementsAre("Znurs"));
}

TEST(Terms, TheStemmerRemembersNothingWrong) {
  Stemmer remembering;
  std::string words;
  for (int i = 0; i < 20'000; ++i) {
    std::string word = "reading" + std::to_string(i * 7919 % 9'000) + (i % 3 ? "s" : "ing");
    EXPECT_EQ(remembering.stem(word), Stemmer().stem(word)) << word;
  }
  std::string longest(40, 'a');
  EXPECT_EQ(remembering.stem(longest + "ings"), Stemmer().stem(longest + "ings"));
  EXPECT_EQ(remembering.stem(""), "");
}

TEST(Terms, WholeValuesAreFolded) {
  EXPECT_EQ(exact_term(prefix::by, "  Irena\t Novák "), "XBYirena novak");
  EXPECT_EQ(exact_term(prefix::agency, "ÁFP"), exact_term(prefix::agency, "afp"));
  EXPECT_NE(exact_term(prefix::by, "Ada Berg"), exact_term(prefix::by, "Ada Bergman"));
}

TEST(Terms, LongOnesEndInAHash) {
  std::string letters(1000, 'x');
  std::string term = word_term("XT", letters);
  EXPECT_LE(term.size(), kMaxTermBytes);
  EXPECT_TRUE(term.starts_with("XTxxx"));
  EXPECT_NE(term, word_term("XT", letters + "y"));
  EXPECT_EQ(term, word_term("XT", letters));
  // A NUL takes two bytes in a table's key.
  EXPECT_LE(2 * word_term("", std::string(240, '\0')).size(), kMaxTermBytes);
  EXPECT_EQ(word_term("", std::string(kMaxTermBytes, 'x')).size(), kMaxTermBytes);
}

TEST(Terms, LongOnesAreCutBetweenCodePoints) {
  std::string accents;
  for (int i = 0; i < 200; ++i) accents += "й";
  std::string term = exact_term("P", accents);
  EXPECT_LE(term.size(), kMaxTermBytes);
  std::string head = term.substr(1, term.rfind('~') - 1);
  EXPECT_EQ(head.size() % 2, 0u);
}

TEST(Terms, Paths) {
  EXPECT_THAT(path_terms("2024/10/Summit.txt"),
              ElementsAre("P2024", "P2024/10", "P2024/10/summit.txt"));
  EXPECT_THAT(path_terms("a.txt"), ElementsAre("Pa.txt"));
  EXPECT_EQ(path_term("./2024/10/"), "P2024/10");
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "d/";
  EXPECT_LE(path_terms(deep).size(), 17u);
}

TEST(Terms, Days) {
  EXPECT_THAT(date_terms(prefix::when, kDay), ElementsAre("XWY2024", "XWM202410", "XWD20241003"));
  EXPECT_EQ(date_value(kDay), "20241003");
  EXPECT_EQ(parse_date_value("20241003"), kDay);
  for (std::string_view wrong : {"", "2024103", "20241303", "2024100x", "202410033"})
    EXPECT_EQ(parse_date_value(wrong), std::nullopt) << wrong;
}

TEST(Terms, PackedValues) {
  using Values = std::vector<std::string>;
  for (const Values& values : {Values{}, Values{"Kazan"}, Values{"Kazan", "Moscow"}, Values{"", ""},
                               Values{""}, Values{"\1odd"}, Values{std::string(300, 'x'), "y"}})
    EXPECT_EQ(unpack_values(pack_values(values)), values);
  EXPECT_EQ(pack_values({"Kazan"}), "Kazan");
}

TEST(Terms, DamagedPackedValuesEndTheList) {
  EXPECT_THAT(unpack_values("\1\5abc"), ElementsAre());
  EXPECT_THAT(unpack_values("\1\1a\xff\xff\xff\xff\xff\xff"), ElementsAre("a"));
}

TEST(Terms, Ids) {
  std::string id = article_id("sample/2024/10/summit.txt");
  EXPECT_EQ(id.size(), 13u);
  EXPECT_EQ(id, article_id("sample/2024/10/summit.txt"));
  EXPECT_NE(id, article_id("sample/2024/10/summit2.txt"));
  std::string statement = statement_id(id, {{10, 20}, {30, 40}});
  EXPECT_NE(statement, statement_id(id, {{10, 40}}));
  EXPECT_EQ(article_part_of_id(statement), id);
  EXPECT_EQ(article_part_of_id(id), id);
  for (std::string wrong : {std::string(), id.substr(1), id + "-", statement + "a", "ABC" + id})
    EXPECT_EQ(article_part_of_id(wrong), std::nullopt) << wrong;
}

TEST(Terms, FileVersions) {
  EXPECT_NE(file_version_term("sample/a.txt", 1), file_version_term("sample/a.txt", 2));
  EXPECT_NE(file_version_term("sample/a.txt", 1), file_version_term("sample/b.txt", 1));
}

}  // namespace
}  // namespace quotary
