#include "common/names/name_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quotary {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(NameTable, JoinsFormsOnEvidence) {
  struct Case {
    const char* what;
    std::vector<SeenForm> forms;
    const char* form;
    const char* name;
  };
  const Case cases[] = {
      {"family name last", {{"Milo Brandt", 5}, {"Brandt", 2}}, "Brandt", "Milo Brandt"},
      {"family name first", {{"Hu Danwei", 5}, {"Hu", 9}}, "Hu", "Hu Danwei"},
      {"a given name is none", {{"Milo Brandt", 5}, {"Milo", 9}}, "Milo", "Milo"},
      {"title", {{"President Brandt", 1}, {"Milo Brandt", 5}}, "President Brandt", "Milo Brandt"},
      {"both orders", {{"Viktor Ardas", 3}, {"Ardas Viktor", 1}}, "Ardas Viktor", "Viktor Ardas"},
      {"hyphen", {{"Kim Jo-wan", 3}, {"Kim Jo Wan", 1}}, "Kim Jo Wan", "Kim Jo-wan"},
      {"accent", {{"José Arán", 3}, {"Jose Aran", 1}}, "Jose Aran", "José Arán"},
      {"initial", {{"Eve Lorne", 3}, {"Eve K. Lorne", 1}}, "Eve K. Lorne", "Eve Lorne"},
      {"suffix", {{"Eve Lorne", 3}, {"Eve Lorne Jr.", 1}}, "Eve Lorne Jr.", "Eve Lorne"},
      {"two of one name", {{"Eve Lorne", 3}, {"Tom Lorne", 2}, {"Lorne", 1}}, "Lorne", "Lorne"},
      {"one in twenty", {{"Eve Lorne", 95}, {"Tom Lorne", 5}, {"Lorne", 1}}, "Lorne", "Eve Lorne"},
      {"other given name", {{"Eve Lorne", 3}, {"Tom Lorne", 2}}, "Tom Lorne", "Tom Lorne"},
      {"unknown", {{"Eve Lorne", 3}}, "Ada Quist", "Ada Quist"},
  };
  for (const Case& c : cases) EXPECT_EQ(NameTable(c.forms, {}).name_of(c.form), c.name) << c.what;
}

TEST(NameTable, TheAuthorityFileDecides) {
  Authority authority =
      Authority::parse("Tom Lorne = Lorne\nHarbour Union = HU; the union\nHu Danwei\n", "names");
  NameTable table({{"Eve Lorne", 95},
                   {"Lorne", 4},
                   {"HU", 3},
                   {"Harbour Union", 1},
                   {"Hu Danwei", 2},
                   {"Danwei Hu", 1}},
                  authority);
  EXPECT_EQ(table.name_of("Lorne"), "Tom Lorne");
  EXPECT_EQ(table.name_of("The Union"), "Harbour Union");
  EXPECT_EQ(table.name_of("Danwei Hu"), "Danwei Hu");  // a line without forms is never joined
  EXPECT_THAT(table.forms_of("the union"), ElementsAre("HU", "Harbour Union"));
}

TEST(NameTable, GivesFormsAndCandidates) {
  NameTable table(
      {{"Eve Lorne", 3}, {"Tom Lorne", 9}, {"Lorne", 1}, {"Milo Brandt", 5}, {"Brandt", 2}}, {});
  EXPECT_THAT(table.forms_of("brandt"), ElementsAre("Milo Brandt", "Brandt"));
  EXPECT_THAT(table.forms_of("Quist"), IsEmpty());
  EXPECT_THAT(table.candidates("Brandt"), ElementsAre("Milo Brandt"));
  EXPECT_THAT(table.candidates("lorne"), ElementsAre("Tom Lorne", "Eve Lorne", "Lorne"));
  EXPECT_THAT(table.candidates("Quist"), IsEmpty());
}

}  // namespace
}  // namespace quotary
