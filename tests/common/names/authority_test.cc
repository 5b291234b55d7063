#include "common/names/authority.h"

#include <gtest/gtest.h>

#include "common/base/error.h"

namespace quotary {
namespace {

TEST(Authority, GivesTheNameOfEveryForm) {
  Authority a = Authority::parse(
      "\xef\xbb\xbf# people\n"
      "Milo Brandt = Brandt; Chancellor Brandt\r\n"
      "\n"
      "  Harbour Union =  H.U. ;the union  \n"
      "Ann Lorne",
      "names.txt");
  EXPECT_EQ(a.entries().size(), 3u);
  EXPECT_EQ(a.name_of("brandt"), "Milo Brandt");
  EXPECT_EQ(a.name_of("CHANCELLOR  Brandt"), "Milo Brandt");
  EXPECT_EQ(a.name_of("The Union"), "Harbour Union");
  EXPECT_EQ(a.name_of("the Harbour Union"), "Harbour Union");
  EXPECT_EQ(a.name_of("h.u."), "Harbour Union");
  EXPECT_EQ(a.name_of("Ann Lorne"), "Ann Lorne");
  EXPECT_EQ(a.name_of("Lorne"), std::nullopt);
  EXPECT_EQ(a.find("Lorne"), nullptr);
}

TEST(Authority, TakesInWhatItDoesNotHave) {
  Authority a = Authority::parse("Milo Brandt = Brandt\nHU = Harbour Union\n", "a");
  a.add(Authority::parse("Harbour Union = the union\nAnn Lorne = Lorne\n", "b"));
  EXPECT_EQ(a.entries().size(), 3u);
  EXPECT_EQ(a.name_of("lorne"), "Ann Lorne");
  EXPECT_EQ(a.name_of("harbour union"), "HU") << "the first is believed";
  EXPECT_EQ(a.name_of("union"), std::nullopt)
      << "of an entry that is told otherwise nothing is taken";
}

TEST(Authority, OfKnownBodiesIsSound) {
  EXPECT_GT(known_bodies().entries().size(), 50u);
  EXPECT_EQ(known_bodies().name_of("U.N."), "United Nations");
  EXPECT_EQ(known_bodies().name_of("North Atlantic Treaty Organization"), "NATO");
}

TEST(Authority, NamesTheLineOfAnError) {
  struct Case {
    const char* text;
    const char* message;
  };
  const std::string long_line = "A = " + std::string(5000, 'b');
  const Case cases[] = {
      {"= Brandt\n", "f:1: no name before the equals sign"},
      {"# x\nMilo Brandt = \n", "f:2: an empty form of \"Milo Brandt\""},
      {"Milo Brandt = Brandt;;B\n", "f:1: an empty form of \"Milo Brandt\""},
      {"Milo Brandt = Brandt\nEva Brandt = brandt\n",
       "f:2: \"brandt\" belongs to \"Milo Brandt\" already (line 1)"},
      {"Milo Brandt\n\nMILO BRANDT\n",
       "f:3: \"MILO BRANDT\" belongs to \"Milo Brandt\" already (line 1)"},
      {long_line.c_str(), "f:1: a line of over 4096 bytes"},
  };
  for (const Case& c : cases) {
    try {
      Authority::parse(c.text, "f");
      ADD_FAILURE() << c.text;
    } catch (const Error& e) {
      EXPECT_STREQ(e.what(), c.message);
      EXPECT_EQ(e.kind(), ErrorKind::usage);
      EXPECT_FALSE(e.hint().empty());
    }
  }
}

TEST(Authority, RefusesWhatIsNoText) {
  EXPECT_THROW(Authority::parse(std::string_view("a\0b", 3), "f"), Error);
  EXPECT_TRUE(Authority::parse("", "f").empty());
}

}  // namespace
}  // namespace quotary
