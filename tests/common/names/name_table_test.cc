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
      {"short given name", {{"Daniel Quist", 3}, {"Dan Quist", 1}}, "Dan Quist", "Daniel Quist"},
      {"of two",
       {{"Edward Quist", 3}, {"Theodore Quist", 3}, {"Ted Quist", 1}},
       "Ted Quist",
       "Ted Quist"},
      {"initial alone", {{"Daniel Quist", 3}, {"D. Quist", 1}}, "D. Quist", "Daniel Quist"},
      {"initial of two",
       {{"Daniel Quist", 3}, {"Dora Quist", 3}, {"D. Quist", 1}},
       "D. Quist",
       "D. Quist"},
      {"description",
       {{"Eve Lorne", 3}, {"Harbour Board chairman Eve Lorne", 1}},
       "Harbour Board chairman Eve Lorne",
       "Eve Lorne"},
      {"no description",
       {{"New Ardas", 3}, {"Bank of New Ardas", 1}},
       "Bank of New Ardas",
       "Bank of New Ardas"},
      {"company",
       {{"American Harbours Corp", 5}, {"American Harbours", 3}},
       "American Harbours",
       "American Harbours Corp"},
      {"company of one word", {{"Quistco Inc", 5}, {"Quistco", 3}}, "Quistco", "Quistco Inc"},
      {"two companies",
       {{"Quistco Inc", 5}, {"Quistco Ltd", 5}, {"Quistco", 3}},
       "Quistco",
       "Quistco"},
      {"company or person",
       {{"Lorne Inc", 5}, {"Eve Lorne", 1}, {"Tom Lorne", 1}, {"Lorne", 3}},
       "Lorne",
       "Lorne"},
      {"a title in a company",
       {{"General Harbours Corp", 5}, {"Harbours Corp", 3}},
       "Harbours Corp",
       "Harbours Corp"},
      {"no middle name",
       {{"Ardas Harbour Bank", 5}, {"Ardas Bank", 3}},
       "Ardas Harbour Bank",
       "Ardas Harbour Bank"},
      {"no middle name of a company",
       {{"Ardas Quist Orlo", 5}, {"Ardas Orlo Corp", 3}},
       "Ardas Quist Orlo",
       "Ardas Quist Orlo"},
      {"a title in a company's short name",
       {{"General Harbours Corp", 5}, {"General Harbours", 3}},
       "General Harbours",
       "General Harbours Corp"},
      {"order of a ministry",
       {{"Ministry of Harbours", 5}, {"Harbours Ministry", 3}},
       "Harbours Ministry",
       "Ministry of Harbours"},
      {"a country in front",
       {{"Harbours Department", 5}, {"U.S. Harbours Department", 3}},
       "U.S. Harbours Department",
       "Harbours Department"},
      {"two countries in front",
       {{"Harbours Department", 5}, {"U.S. Harbours Department", 3}, {"UK Harbours Department", 3}},
       "Harbours Department",
       "Harbours Department"},
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
