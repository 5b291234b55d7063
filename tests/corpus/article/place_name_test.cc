#include "corpus/article/place_name.h"

#include <gtest/gtest.h>

#include "corpus/article/agency.h"

namespace quotary {
namespace {

struct Case {
  const char *written, *expected;
};

TEST(PlaceName, WritesCitiesAsNamesAreWritten) {
  const Case cases[] = {
      {"KAZAN", "Kazan"},
      {"NEW YORK", "New York"},
      {"RIO DE JANEIRO", "Rio de Janeiro"},
      {"DAR ES SALAAM", "Dar es Salaam"},
      {"LA PAZ", "La Paz"},
      {"THE HAGUE", "The Hague"},
      {"PORT-AU-PRINCE", "Port-au-Prince"},
      {"BADEN-BADEN", "Baden-Baden"},
      {"ST. LOUIS", "St. Louis"},
      {"McALLEN", "McAllen"},
      {"MCALLEN", "McAllen"},
      {"O'FALLON", "O'Fallon"},
      {"N'DJAMENA", "N'Djamena"},
      {"XI'AN", "Xi'an"},
      {"SÃO PAULO", "São Paulo"},
      {"КАЗАНЬ", "Казань"},
      {"Kazan", "Kazan"},
      {"Camp David", "Camp David"},
      {"KING OF PRUSSIA", "King of Prussia"},
  };
  for (const Case& c : cases) EXPECT_EQ(city_name(c.written), c.expected) << c.written;
}

TEST(PlaceName, KeepsAbbreviatedRegions) {
  const Case cases[] = {{"Russia", "Russia"}, {"SPAIN", "Spain"}, {"MICH.", "Mich."},
                        {"Ga.", "Ga."},       {"N.Y.", "N.Y."},   {"D.C.", "D.C."},
                        {"NY", "NY"},         {"UAE", "UAE"},     {"SOUTH KOREA", "South Korea"}};
  for (const Case& c : cases) EXPECT_EQ(region_name(c.written), c.expected) << c.written;
}

TEST(PlaceName, KnowsCitiesThatStandAlone) {
  for (const char* city : {"WASHINGTON", "Moscow", "Sao Paulo", "SÃO PAULO", "The Hague"}) {
    EXPECT_TRUE(stands_alone(city)) << city;
  }
  for (const char* other : {"SPRING", "UPDATE", "Oxford Street", ""}) {
    EXPECT_FALSE(stands_alone(other)) << other;
  }
}

TEST(Agency, IsKnownUnderItsForms) {
  const Case cases[] = {{"Xinhua", "Xinhua"},           {"xinhua", "Xinhua"},
                        {"REUTERS", "Reuters"},         {"Reuter", "Reuters"},
                        {"The Associated Press", "AP"}, {"Agence France-Presse", "AFP"},
                        {"ITAR-TASS", "TASS"}};
  for (const Case& c : cases) EXPECT_EQ(known_agency(c.written).value_or("none"), c.expected);
  EXPECT_FALSE(known_agency("Somebody"));
  EXPECT_FALSE(known_agency(""));
}

}  // namespace
}  // namespace quotary
