#include "corpus/article/headline.h"

#include <gtest/gtest.h>

namespace quotary {
namespace {

TEST(Prose, IsToldFromTitles) {
  const char* prose[] = {
      "The mayor of Riverton said on Monday that the bridge would open in May.",
      "The bridge opened on Tuesday.",
      "The price of bread rose in the capital after the new tax took effect.",
      "The bridge opened on Tuesday. Hundreds of people came to see it and stayed until the "
      "evening.",
      "He left the hall.",
  };
  const char* titles[] = {
      "Mayor opens bridge",
      "Mayor opens bridge with the help of the U.S.",
      "Riverton Works signs pact with Patel Bros. Inc.",
      "Why the Bridge Took Ten Years to Build and Who Paid for It in the End.",
      "Can the bridge be saved?",
      "The bridge is open...",
      "Bridges matter. Here is why.",
      "",
  };
  for (const char* line : prose) EXPECT_TRUE(is_prose(line)) << line;
  for (const char* line : titles) EXPECT_FALSE(is_prose(line)) << line;
  EXPECT_TRUE(is_prose(std::string(201, 'x')));
}

struct Case {
  const char* text;      // without the date
  const char* expected;  // the headline
};

std::string headline_of(std::string_view text, bool dated) {
  auto lines = split_lines(text);
  FoundHeadline found = find_headline(text, lines, dated);
  EXPECT_LE(found.above + found.lines, lines.size()) << text;
  return std::string(found.span.of(text));
}

TEST(Headline, IsFoundBelowADate) {
  const Case cases[] = {
      {"Mayor opens bridge\n\nThe bridge opened on Tuesday.", "Mayor opens bridge"},
      {"Mayor opens bridge", "Mayor opens bridge"},
      {"", ""},
      // the first paragraph itself, or a dateline
      {"The mayor said on Monday that the bridge would open in May.\n\nMore people came.", ""},
      {"KAZAN, Russia (AP) — The bridge opened.\n\nMore people came.", ""},
      {"MOSCOW, April 16. /TASS/. The bridge opened.\n\nMore people came.", ""},
      {"(MENAFN- Our Agency) The bridge opened.\n\nMore people came.", ""},
      // furniture above it
      {"|\nMayor opens bridge\n\nThe bridge opened.", "Mayor opens bridge"},
      {"26 Jan. 9:20\n\nMayor opens bridge\n\nThe bridge opened.", "Mayor opens bridge"},
      {"Live\nMayor opens bridge\n\nThe bridge opened.", "Mayor opens bridge"},
      {"https://paper.example/a\nMayor opens bridge\n\nThe bridge opened.", "Mayor opens bridge"},
      {"GIFT a Subscription / Log in / Help\n\nMayor opens bridge\n\nThe bridge opened.",
       "Mayor opens bridge"},
      {"Home | World | Sport\nMayor opens bridge\n\nThe bridge opened.", "Mayor opens bridge"},
      {"Latest news from Riverton and the world\nMayor opens bridge\n\nThe bridge opened.",
       "Mayor opens bridge"},
      {"Live\n9:20\nMayor opens bridge\n\nThe bridge opened.", "Mayor opens bridge"},
      {"Live\nThe mayor said on Monday that the bridge would open.\n\nMore people came.", ""},
      {"Live\nFILE PHOTO: The bridge", "FILE PHOTO: The bridge"},
      // words of slogans in headlines
      {"Breaking news changes how papers work\n\nThe mayor said on Monday that it was so.",
       "Breaking news changes how papers work"},
      {"Breaking news: Mayor opens bridge\nBy Ann Miller\nThe bridge opened.",
       "Breaking news: Mayor opens bridge"},
      // a page's title
      {"Mayor opens bridge at last in May | Riverton Paper\n\nThe mayor said so on Monday.",
       "Mayor opens bridge at last in May"},
      {"Mayor opens bridge Read more: http://paper.example/a\n\nThe bridge opened.",
       "Mayor opens bridge"},
      // other scripts
      {"市长出席大桥开放仪式\n\n市长说，大桥将于五月开放。", "市长出席大桥开放仪式"},
      {"Мэр открыл мост\n\nМост открыли во вторник.", "Мэр открыл мост"},
  };
  for (const Case& c : cases) EXPECT_EQ(headline_of(c.text, true), c.expected) << c.text;
}

TEST(Headline, IsTheFirstLineOfAnUndatedText) {
  const Case cases[] = {
      {"The Mayor Opens the Bridge.\n\nThe bridge opened.", "The Mayor Opens the Bridge."},
      {"Riverton's bridge opens; \nHundreds come to see it.\n\nThe bridge opened.",
       "Riverton's bridge opens; \nHundreds come to see it."},
      {"WASHINGTON (AP) — The bridge opened.\n\nMore people came.", ""},
      {"One line alone.", ""},
      {"The mayor came. The bridge opened. Everyone went home.\n\nMore people came.", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(headline_of(c.text, false), c.expected) << c.text;
}

}  // namespace
}  // namespace quotary
