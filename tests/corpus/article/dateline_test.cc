#include "corpus/article/dateline.h"

#include <gtest/gtest.h>

namespace quotary {
namespace {

// "place, region / place | agency | day | the words behind", or "none".
std::string read(std::string_view text, std::optional<Date> published, bool first = true) {
  auto found = find_dateline(text, {0, static_cast<uint32_t>(text.size())}, published, first);
  if (!found) return "none";
  const Dateline& dateline = found->dateline;
  std::string result;
  for (const Place& place : dateline.places) {
    if (!result.empty()) result += " / ";
    for (const std::string& part : place.parts)
      result += (&part == &place.parts[0] ? "" : ", ") + part;
  }
  result += '|' + dateline.agency + '|' + (dateline.day ? to_iso(*dateline.day) : "") + '|';
  EXPECT_LE(dateline.span.end, found->body);
  EXPECT_LE(found->body, text.size());
  return result += text.substr(found->body);
}

struct Case {
  const char *text, *expected;
};

TEST(Dateline, OfEveryAgencyIsRead) {
  const Case cases[] = {
      // Xinhua
      {"BEIJING, May 9 (Xinhua) -- Grain is dear.", "Beijing|Xinhua|2024-05-09|Grain is dear."},
      {"CHENGDU, China, Oct. 2 (Xinhua) -- Grain", "Chengdu, China|Xinhua|2024-10-02|Grain"},
      {"Jan. 10 (Xinhua) -- Grain", "|Xinhua|2024-01-10|Grain"},
      {"HARBIN, Nov. 2, (xinhua) - Grain", "Harbin|Xinhua|2023-11-02|Grain"},
      {"BEIJING, May 9(Xinhua) -- Grain", "Beijing|Xinhua|2024-05-09|Grain"},
      {"BARCELONA, SPAIN, Oct. 2 (Xinhua) -- Grain", "Barcelona, Spain|Xinhua|2024-10-02|Grain"},
      // Reuters
      {"WASHINGTON, Oct 22 (Reuters) - Grain", "Washington|Reuters|2024-10-22|Grain"},
      {"NEW YORK/WASHINGTON (Reuters) - Grain", "New York / Washington|Reuters||Grain"},
      {"KING OF PRUSSIA, Pennsylvania/WASHINGTON (Reuters) - Grain",
       "King of Prussia, Pennsylvania / Washington|Reuters||Grain"},
      {"Oct 22 (Reuters) - Grain", "|Reuters|2024-10-22|Grain"},
      {"SALVADOR, Oct 26 - Grain", "Salvador||2024-10-26|Grain"},
      {"WASHINGTON, Oct 12, Reuter - Grain", "Washington|Reuters|2024-10-12|Grain"},
      {"(Reuters) - Grain", "|Reuters||Grain"},
      {"FORT MILL, S.C., March 11 - Grain", "Fort Mill, S.C.||2024-03-11|Grain"},
      {"BELFORT, N.J., march 11 - Grain", "Belfort, N.J.||2024-03-11|Grain"},
      {"THE LARCHES, Ore., March 6 - Grain", "The Larches, Ore.||2024-03-06|Grain"},
      {"GRONINGEN, the Netherlands, March 6 - Grain",
       "Groningen, the Netherlands||2024-03-06|Grain"},
      {"****LONDON, March 26 - Grain", "London||2024-03-26|Grain"},
      // AP
      {"JACKSON, Ga. (AP) — Grain", "Jackson, Ga.|AP||Grain"},
      {"SEOUL, South Korea (AP) — Grain", "Seoul, South Korea|AP||Grain"},
      {"RICHMOND, Va. (AP) _ Grain", "Richmond, Va.|AP||Grain"},
      {"RICHMOND, Va. _ Grain", "Richmond, Va.|||Grain"},
      {"GROSSETO, Italy (AP) -- Grain", "Grosseto, Italy|AP||Grain"},
      {"MIAMI _", "Miami|||"},
      // AFP
      {"MADRID (AFP) - Grain", "Madrid|AFP||Grain"},
      {"Tallinn, March 22, 2018 (AFP) - Grain", "Tallinn|AFP|2018-03-22|Grain"},
      {"SEOUL. April 11 (AFP) - Grain", "Seoul|AFP|2024-04-11|Grain"},
      {"SARAJEVO April 13 (AFP) - Grain", "Sarajevo|AFP|2024-04-13|Grain"},
      {"KIPUSHI, Zaire-Zambia border, April 14 (AFP) - Grain",
       "Kipushi, Zaire-Zambia border|AFP|2024-04-14|Grain"},
      {"PORT-AU-PRINCE, APRIL 9 (AFP) - Grain", "Port-au-Prince|AFP|2024-04-09|Grain"},
      // TASS
      {"LUGANSK, July 12. /TASS/. Grain", "Lugansk|TASS|2024-07-12|Grain"},
      {"MOSCOW, October 22. /TASS/. Grain", "Moscow|TASS|2024-10-22|Grain"},
      {"MOSCOW /TASS/. Grain", "Moscow|TASS||Grain"},
      // others
      {"TEHRAN, Oct. 21 (MNA) – Grain", "Tehran|MNA|2024-10-21|Grain"},
      {"Washington (CNN) Grain", "Washington|CNN||Grain"},
      {"Ottawa, Canada (CNN) -- Grain", "Ottawa, Canada|CNN||Grain"},
      {"(CNN) Grain", "|CNN||Grain"},
      {"(MENAFN- Our Agency) Grain", "|Our Agency||Grain"},
      {"PHOENIX — Grain", "Phoenix|||Grain"},
      {"GAZA BORDER, Israel – Grain", "Gaza Border, Israel|||Grain"},
      {"LITTLEVILLE, Wis. — Grain", "Littleville, Wis.|||Grain"},
      {"SMALLTOWN — Grain", "Smalltown|||Grain"},
      {"MOSCOW and KYIV, Ukraine (AP) — Grain", "Moscow / Kyiv, Ukraine|AP||Grain"},
      {"TURNBERRY/GLASGOW, Scotland (Reuters) - Grain",
       "Turnberry / Glasgow, Scotland|Reuters||Grain"},
      {"SÃO PAULO, Oct. 2 (EFE) -- Grain", "São Paulo|EFE|2024-10-02|Grain"},
      {"OURTOWN, Oct. 2 (Our Own Agency) -- Grain", "Ourtown|Our Own Agency|2024-10-02|Grain"},
      {"WASHINGTON, D.C. — Grain", "Washington, D.C.|||Grain"},
      {"ROME — “Grain”", "Rome|||“Grain”"},
      {"KAZAN, Russia (AP)— 5 grains", "Kazan, Russia|AP||5 grains"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(read(c.text, parse_iso_date("2024-10-23")), c.expected) << c.text;
}

TEST(Dateline, IsNotReadWhereThereIsNone) {
  const char* cases[] = {
      "",
      "Grain is dear.",
      "The Associated Press (AP) said grain is dear.",
      "The bank (AA) has grain.",
      "Washington (AP) officials",
      "FILE - Grain in a silo",
      "FILE PHOTO — Grain",
      "UPDATE — Grain",
      "EXCLUSIVE – Grain",
      "OPINION — Grain",
      "(CORRECTED) - Grain is dear",
      "NASA, the space agency, said grain",
      "GRAIN — GRAIN IS DEAR",
      "SUGAR UP, WHEAT DOWN - EC",
      "SYRIA SEEKS SUGAR ON APRIL 8 - TRADE",
      "U.S., CHINA SETTLE SOY CASE - Grain",
      "GRADINGS - Grain",
      "UN — Grain",
      "I — for one — like grain",
      "NATO-led forces said",
      "KAZAN, where grain is dear, is a city",
      "KAZAN",
      "Kazan, Russia — Grain",
      "March 3 was a day",
      "Smith (R-TX) - grain",
      "(K) -",
      "(",
      "/TASS/",
      "KAZAN, Oct. 22 (",
      "12 grains",
  };
  for (const char* text : cases)
    EXPECT_EQ(read(text, parse_iso_date("2024-10-23")), "none") << text;
}

TEST(Dateline, InLaterParagraphsNeedsToBeCertain) {
  auto published = parse_iso_date("2024-10-23");
  EXPECT_EQ(read("SMALLTOWN — Grain", published, false), "none");
  EXPECT_EQ(read("MOSCOW — Grain", published, false), "Moscow|||Grain");
  EXPECT_EQ(read("SMALLTOWN, Oct. 2 (AFP) - Grain", published, false),
            "Smalltown|AFP|2024-10-02|Grain");
}

TEST(Dateline, GetsItsYearFromTheArticle) {
  struct YearCase {
    const char *text, *published, *expected;
  };
  const YearCase cases[] = {
      {"KAZAN, Dec. 31 (AFP) - Grain", "2025-01-01", "Kazan|AFP|2024-12-31|Grain"},
      {"KAZAN, Jan. 1 (AFP) - Grain", "2024-12-31", "Kazan|AFP|2025-01-01|Grain"},
      {"KAZAN, Feb. 29 (AFP) - Grain", "2024-03-01", "Kazan|AFP|2024-02-29|Grain"},
      {"KAZAN, Feb. 29 (AFP) - Grain", "2023-03-01", "Kazan|AFP|2020-02-29|Grain"},
      {"KAZAN, Feb. 30 (AFP) - Grain", "2023-03-01", "none"},
      {"Oct. 22 - Grain", "2024-10-23", "||2024-10-22|Grain"},
      {"Oct. 2 - Grain", "2024-10-23", "none"},  // a list of events
  };
  for (const YearCase& c : cases)
    EXPECT_EQ(read(c.text, parse_iso_date(c.published)), c.expected) << c.text;
  EXPECT_EQ(read("KAZAN, Dec. 31 (AFP) - Grain", std::nullopt), "Kazan|AFP||Grain");
  EXPECT_EQ(read("KAZAN, Dec. 31, 2024 (AFP) - Grain", std::nullopt), "Kazan|AFP|2024-12-31|Grain");
}

TEST(Dateline, SpansFromThePlaceToTheDash) {
  std::string text = "Caption.\nKAZAN, Russia, Oct. 22 (Xinhua) -- Grain";
  auto found = find_dateline(text, {9, static_cast<uint32_t>(text.size())}, std::nullopt, true);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->dateline.span.of(text), "KAZAN, Russia, Oct. 22 (Xinhua) --");
  EXPECT_EQ(text.substr(found->body), "Grain");
}

TEST(Dateline, OfHostileTextsIsBounded) {
  std::string long_name(1000000, 'A'), many, brackets(1000000, '(');
  for (int i = 0; i < 100000; ++i) many += "KAZAN/";
  for (const std::string& text : {long_name, many, brackets, "KAZAN, " + long_name}) {
    find_dateline(text, {0, static_cast<uint32_t>(text.size())}, std::nullopt, true);
  }
}

}  // namespace
}  // namespace quotary
