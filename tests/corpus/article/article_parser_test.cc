#include "corpus/article/article_parser.h"

#include <gtest/gtest.h>

#include <chrono>

#include "common/text/utf8.h"

namespace quotary {
namespace {

// An article as one text: "2024-10-23 line | headline | dateline | kinds and texts of paragraphs".
std::string printed(const Article& article) {
  constexpr std::string_view kinds[] = {"P", "H", "C", "B", "*", "#", "-"};
  constexpr std::string_view sources[] = {"none", "line", "path"};
  std::string result = article.date ? to_iso(*article.date) : "undated";
  result += ' ';
  result += sources[static_cast<size_t>(article.date_source)];
  result += '|';
  result += article.headline.of(article.text);
  result += '|';
  if (article.dateline) result += article.dateline->span.of(article.text);
  for (const Paragraph& paragraph : article.paragraphs) {
    result += "|";
    result += kinds[static_cast<size_t>(paragraph.kind)];
    result += ' ';
    result += paragraph.span.of(article.text);
  }
  return result;
}

struct Case {
  const char *text, *expected;
};

TEST(ArticleParser, ReadsEveryVariantOfTheFirstLine) {
  const Case cases[] = {
      {" date 2024-10-23 Mayor opens bridge\n\nThe bridge opened.\n",
       "2024-10-23 line|Mayor opens bridge||H Mayor opens bridge|P The bridge opened."},
      {"date 2024-10-23 Mayor opens bridge\nThe bridge opened.\nPeople came.",
       "2024-10-23 line|Mayor opens bridge||H Mayor opens bridge|P The bridge opened.|P People "
       "came."},
      {"\uFEFF date 2024-10-23 Mayor opens bridge\r\n\r\nThe bridge opened.\r\n",
       "2024-10-23 line|Mayor opens bridge||H Mayor opens bridge|P The bridge opened."},
      {" date 2024-10-23 The mayor said on Monday that the bridge was open.\n\nPeople came.",
       "2024-10-23 line|||P The mayor said on Monday that the bridge was open.|P People came."},
      {" date 2024-10-23 KAZAN, Russia (AP) — The bridge opened.\n\nPeople came.",
       "2024-10-23 line||KAZAN, Russia (AP) —|P The bridge opened.|P People came."},
      {" date 2024-10-23 MOSCOW, October 22. /TASS/. The bridge opened.\n\nPeople came.",
       "2024-10-23 line||MOSCOW, October 22. /TASS/.|P The bridge opened.|P People came."},
      {" date 2024-10-23 (MENAFN- Our Agency) The bridge opened.\n\nPeople came.",
       "2024-10-23 line||(MENAFN- Our Agency)|P The bridge opened.|P People came."},
      {" date 2024-10-23 Live\nMayor opens bridge\n\nThe bridge opened.",
       "2024-10-23 line|Mayor opens bridge||- Live|H Mayor opens bridge|P The bridge opened."},
      {" date 2024-10-23\nMayor opens bridge\n\nThe bridge opened.",
       "2024-10-23 line|Mayor opens bridge||H Mayor opens bridge|P The bridge opened."},
      {" date 2024-10-23 \n\nMayor opens bridge\n\nThe bridge opened.",
       "2024-10-23 line|Mayor opens bridge||H Mayor opens bridge|P The bridge opened."},
      {" date 2024-10-23 |\n\nMayor opens bridge\n\nThe bridge opened.",
       "2024-10-23 line|Mayor opens bridge||- ||H Mayor opens bridge|P The bridge opened."},
      {"Mayor opens bridge\n\nThe bridge opened.",
       "undated none|Mayor opens bridge||H Mayor opens bridge|P The bridge opened."},
      {" date 9999-99-99 Mayor opens bridge\n\nThe bridge opened.",
       "undated none|Mayor opens bridge||H Mayor opens bridge|P The bridge opened."},
      {" date 2024-10-23", "2024-10-23 line||"},
      {"", "undated none||"},
      {"\uFEFF\n\n", "undated none||"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(printed(parse_article(c.text, "a.txt")), c.expected) << c.text;
}

TEST(ArticleParser, TellsParagraphsApart) {
  const Case cases[] = {
      {" date 2024-10-23 Mayor opens bridge\n\n"
       "The mayor on the bridge, Oct. 22, 2024. (Xinhua/Wei Lan)\n\n"
       "RIVERTON, Oct. 22 (Xinhua) -- The bridge opened.\n\n"
       "Key statements by the mayor:\n"
       "• It is open.\n"
       "• It is blue and it is",
       "2024-10-23 line|Mayor opens bridge|RIVERTON, Oct. 22 (Xinhua) --|H Mayor opens bridge"
       "|C The mayor on the bridge, Oct. 22, 2024. (Xinhua/Wei Lan)|P The bridge opened."
       "|# Key statements by the mayor:|* It is open.|* It is blue and it is"},
      {" date 2024-10-23 Mayor opens bridge\n\nAnn Miller\n\nOUR PAPER\n\nThe bridge opened.",
       "2024-10-23 line|Mayor opens bridge||H Mayor opens bridge|B Ann Miller|B OUR PAPER|P The "
       "bridge opened."},
      {" date 2024-10-23 Mayor opens bridge\n\nMayor opens bridge\n\nThe bridge opened.",
       "2024-10-23 line|Mayor opens bridge||H Mayor opens bridge|H Mayor opens bridge|P The bridge "
       "opened."},
      {" date 2024-10-23 Mayor opens bridge\n\nMIAMI _\n\nThe bridge opened.",
       "2024-10-23 line|Mayor opens bridge|MIAMI _|H Mayor opens bridge|P The bridge opened."},
      // a note to editors before the story
      {" date 2024-10-23 Mayor opens bridge\n\nPARIS, Oct. 23 (Xinhua) -- Eds: adds details\n\n"
       "RIVERTON, Oct. 23 (Xinhua) -- The bridge opened.",
       "2024-10-23 line|Mayor opens bridge|RIVERTON, Oct. 23 (Xinhua) --|H Mayor opens bridge"
       "|- Eds: adds details|P The bridge opened."},
      {" date 2024-10-23 Mayor opens bridge\n\nPARIS, Oct. 23 (AFP) - The bridge opened.\n\n"
       "RIVERTON, Oct. 23 (AFP) - The ferry closed.",
       "2024-10-23 line|Mayor opens bridge|PARIS, Oct. 23 (AFP) -|H Mayor opens bridge"
       "|P The bridge opened.|P RIVERTON, Oct. 23 (AFP) - The ferry closed."},
      {" date 2024-10-23 Mayor opens bridge\n\nThe bridge opened. KAZAN, Oct. 3 (AP) - is no "
       "dateline here.",
       "2024-10-23 line|Mayor opens bridge||H Mayor opens bridge"
       "|P The bridge opened. KAZAN, Oct. 3 (AP) - is no dateline here."},
  };
  for (const Case& c : cases)
    EXPECT_EQ(printed(parse_article(c.text, "a.txt")), c.expected) << c.text;
}

TEST(ArticleParser, TakesADateFromThePathOnlyWhereTheTextHasNone) {
  struct DateCase {
    const char *text, *path, *expected;
  };
  const DateCase cases[] = {
      {" date 2024-10-23 Title", "2020/01/02/a.txt", "2024-10-23"},
      {"Title\n\nText.", "2020/01/02/a.txt", "2020-01-02"},
      {" date 9999-99-99 Title", "2020-01-02-a.txt", "2020-01-02"},
      {" date 1600-01-01 Title", "2020-01-02-a.txt", "2020-01-02"},
      {" date 3024-01-01 Title", "a.txt", "none"},
  };
  for (const DateCase& c : cases) {
    Article article = parse_article(c.text, c.path);
    EXPECT_EQ(article.date ? to_iso(*article.date) : "none", c.expected) << c.text << c.path;
  }
  ArticleOptions options;
  options.date_path = "/archive/2020/01/02/a.txt";
  EXPECT_EQ(parse_dated_text("Title\n\nText.", "a.txt", options).article.date,
            parse_iso_date("2020-01-02"));
}

TEST(ArticleParser, ReckonsFromTheDatelinesDay) {
  Article article =
      parse_article(" date 2025-01-01 Title\n\nKAZAN, Dec. 31 (AFP) - It snowed.", "a.txt");
  ASSERT_TRUE(article.reporting_day());
  EXPECT_EQ(to_iso(*article.reporting_day()), "2024-12-31");
}

TEST(ArticleParser, Warns) {
  struct WarningCase {
    std::string text;
    ArticleWarning::Kind kind;
    const char* detail;
  };
  const WarningCase cases[] = {
      {" date 9999-99-99 Title", ArticleWarning::Kind::date_not_believed, "9999-99-99"},
      {" date 3024-01-01 Title", ArticleWarning::Kind::date_not_believed, "3024-01-01"},
      {" date 2024-01-01 caf\xE9 \x93z\x94", ArticleWarning::Kind::text_repaired, "3 places"},
  };
  for (const WarningCase& c : cases) {
    auto parsed = parse_dated_text(c.text, "a.txt");
    ASSERT_EQ(parsed.warnings.size(), 1u) << c.text;
    EXPECT_EQ(parsed.warnings[0].kind, c.kind) << c.text;
    EXPECT_EQ(parsed.warnings[0].detail, c.detail) << c.text;
  }
  EXPECT_TRUE(parse_dated_text(" date 2024-01-01 Title", "a.txt").warnings.empty());
}

TEST(ArticleParser, DetectsTheLanguage) {
  EXPECT_EQ(
      parse_article(" date 2024-10-23 大桥开放\n\n市长说，大桥将于五月开放。", "a.txt").language,
      "zh");
  EXPECT_EQ(parse_article(" date 2024-10-23 Мост открыт\n\nМэр сказал, что мост открыт.", "a.txt")
                .language,
            "ru");
  EXPECT_EQ(parse_article(" date 2024-10-23 Title", "a.txt").language, "en");
  ArticleOptions options;
  options.language = "de";
  EXPECT_EQ(parse_dated_text(" date 2024-10-23 Title", "a.txt", options).article.language, "de");
}

TEST(ArticleParser, KeepsAllOffsetsInside) {
  uint32_t state = 7;
  constexpr std::string_view pieces[] = {" date ",
                                         "2024-10-23",
                                         "\n",
                                         "\r\n",
                                         "\n\n",
                                         "KAZAN",
                                         ", ",
                                         "Oct. 22",
                                         " (Xinhua) -- ",
                                         "“",
                                         "\xE2\x80",
                                         "•",
                                         " ",
                                         "|",
                                         "said",
                                         ".",
                                         "\xFF",
                                         "北京",
                                         "(AP) — ",
                                         "By Ann Miller",
                                         "/TASS/. ",
                                         "\xEF\xBB\xBF",
                                         ";",
                                         ":",
                                         "A"};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      state = state * 1664525 + 1013904223;
      text += pieces[(state >> 16) % std::size(pieces)];
    }
    Article article = parse_article(text, "2024/10/23.txt");
    const std::string& own = article.text;
    auto on_boundary = [&](uint32_t at) {
      return at == own.size() || (static_cast<unsigned char>(own[at]) & 0xC0) != 0x80;
    };
    uint32_t last = 0;
    for (const Paragraph& paragraph : article.paragraphs) {
      ASSERT_LE(last, paragraph.span.begin) << text;
      ASSERT_LT(paragraph.span.begin, paragraph.span.end) << text;
      ASSERT_LE(paragraph.span.end, own.size()) << text;
      ASSERT_TRUE(on_boundary(paragraph.span.begin) && on_boundary(paragraph.span.end)) << text;
      last = paragraph.span.end;
    }
    if (article.dateline) {
      ASSERT_LE(article.dateline->span.end, own.size()) << text;
      ASSERT_TRUE(on_boundary(article.dateline->span.end)) << text;
    }
  }
}

TEST(ArticleParser, IsNotHurtByHugeTexts) {
  auto begin = std::chrono::steady_clock::now();
  std::string line = " date 2024-10-23 ";
  for (int i = 0; i < 2000000; ++i) line += "grain is dear, ";
  EXPECT_EQ(parse_article(line, "a.txt").paragraphs.size(), 1u);
  EXPECT_LE(parse_article(std::string(5000000, '\n'), "a.txt").paragraphs.size(), 0u);
  std::string many;
  for (int i = 0; i < 1000000; ++i) many += "a\n";
  auto parsed = parse_dated_text(many, "a.txt");
  EXPECT_EQ(parsed.article.paragraphs.size(), kMostParagraphs);
  EXPECT_EQ(parsed.warnings.at(0).kind, ArticleWarning::Kind::too_many_paragraphs);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

}  // namespace
}  // namespace quotary
