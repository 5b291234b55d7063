#include "common/names/name_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "common/base/error.h"

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
      {"no second person",
       {{"Eve Lorne", 93}, {"Tom Lorne", 4}, {"Ed Lorne", 3}, {"Lorne", 90}},
       "Lorne",
       "Eve Lorne"},
      {"a second person", {{"Eve Lorne", 93}, {"Tom Lorne", 7}, {"Lorne", 90}}, "Lorne", "Lorne"},
      {"many others",
       {{"Eve Lorne", 80}, {"Tom Lorne", 4}, {"Ed Lorne", 4}, {"Al Lorne", 4}, {"Lorne", 9}},
       "Lorne",
       "Lorne"},
      {"a rare longer form", {{"Oil-rich Orlia", 1}, {"Orlia", 21}}, "Orlia", "Orlia"},
      {"a person of a country's name",
       {{"Steve Orlia", 93}, {"Our Orlia", 7}, {"Orlia", 200}},
       "Orlia",
       "Orlia"},
      {"other given name", {{"Eve Lorne", 3}, {"Tom Lorne", 2}}, "Tom Lorne", "Tom Lorne"},
      {"unknown", {{"Eve Lorne", 3}}, "Ada Quist", "Ada Quist"},
      {"short given name", {{"Daniel Quist", 3}, {"Dan Quist", 1}}, "Dan Quist", "Daniel Quist"},
      {"of two",
       {{"Edward Quist", 3}, {"Theodore Quist", 3}, {"Ted Quist", 1}},
       "Ted Quist",
       "Ted Quist"},
      {"short given name beside an initial",
       {{"Daniel E. Quist", 3}, {"Dan Quist", 2}},
       "Dan Quist",
       "Daniel E. Quist"},
      {"short given name, both ways to write the long one",
       {{"Daniel E. Quist", 3}, {"Daniel Quist", 1}, {"Dan Quist", 2}},
       "Dan Quist",
       "Daniel E. Quist"},
      {"two with initials",
       {{"Daniel E. Quist", 3}, {"Daniel O. Quist", 3}, {"Dan Quist", 2}},
       "Dan Quist",
       "Dan Quist"},
      {"no short form of another middle name",
       {{"Daniel Orlo Quist", 3}, {"Dan Quist", 2}},
       "Dan Quist",
       "Dan Quist"},
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
  for (Case c : cases) {
    const std::string bytes = make_name_table(c.forms, {}).bytes;
    EXPECT_EQ(NameTable(bytes).name_of(c.form), c.name) << c.what;
    std::reverse(c.forms.begin(), c.forms.end());
    const std::string reversed = make_name_table(c.forms, {}).bytes;
    EXPECT_EQ(NameTable(reversed).name_of(c.form), c.name) << c.what << ", in another order";
  }
}

TEST(NameTable, TheAuthorityFileDecides) {
  Authority authority =
      Authority::parse("Tom Lorne = Lorne\nHarbour Union = HU; the union\nHu Danwei\n", "names");
  const std::string bytes = make_name_table({{"Eve Lorne", 95},
                                             {"Lorne", 4},
                                             {"HU", 3},
                                             {"Harbour Union", 1},
                                             {"Hu Danwei", 2},
                                             {"Danwei Hu", 1}},
                                            authority)
                                .bytes;
  const NameTable table(bytes);
  EXPECT_EQ(table.name_of("Lorne"), "Tom Lorne");
  EXPECT_EQ(table.name_of("The Union"), "Harbour Union");
  EXPECT_EQ(table.name_of("Danwei Hu"), "Danwei Hu");  // a line without forms is never joined
  EXPECT_THAT(table.forms_of("the union"), ElementsAre("HU", "Harbour Union"));
}

TEST(NameTable, GivesFormsAndGroups) {
  const std::vector<SeenForm> forms = {
      {"Eve Lorne", 3}, {"Tom Lorne", 9}, {"Lorne", 1}, {"Milo Brandt", 2}, {"Brandt", 5}};
  const NewNameTable made = make_name_table(forms, {});
  const NameTable table(made.bytes);
  EXPECT_THAT(table.forms_of("milo brandt"), ElementsAre("Brandt", "Milo Brandt"));
  EXPECT_THAT(table.forms_of("Quist"), IsEmpty());
  EXPECT_EQ(table.groups(), 4u);
  for (size_t f = 0; f < forms.size(); ++f)
    EXPECT_EQ(made.groups[f], table.group_of(forms[f].form)) << forms[f].form;
  EXPECT_EQ(table.name(made.groups[4]), "Milo Brandt");
  EXPECT_EQ(table.name(table.groups()), "");
  EXPECT_EQ(NameTable().name_of("Quist"), "Quist");
  EXPECT_THAT(NameTable().forms_of("Quist"), IsEmpty());
}

// Cut short anywhere, or with any bytes changed: an error, or some name; never a crash.
TEST(NameTable, DamageIsToldOrHarmless) {
  const std::string good =
      make_name_table({{"Eve Lorne", 3}, {"Tom L\xC3\xB8rne", 9}, {"Brandt", 5}}, known_bodies())
          .bytes;
  const auto read_all = [](const std::string& bytes) {
    try {
      const NameTable table(bytes);
      for (const char* form : {"Eve Lorne", "brandt", "tom lorne", "UN", "Quist"})
        for (const std::string_view other : table.forms_of(form)) table.name_of(other);
      for (uint32_t group = 0; group < table.groups() && group < 1000; ++group) table.name(group);
      return true;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::index);
      return false;
    }
  };
  EXPECT_TRUE(read_all(good));
  const size_t text = good.find("Eve Lorne");
  ASSERT_NE(text, std::string::npos);
  for (size_t size = 0; size < text; size += 3) EXPECT_FALSE(read_all(good.substr(0, size)));
  std::mt19937 random(1);
  for (int i = 0; i < 2000; ++i) {
    std::string bad = good;
    for (int n = 0; n < 4; ++n) bad[random() % bad.size()] = static_cast<char>(random());
    read_all(bad);
  }
}

}  // namespace
}  // namespace quotary
