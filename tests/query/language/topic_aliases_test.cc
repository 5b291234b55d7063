#include "query/language/topic_aliases.h"

#include <gtest/gtest.h>

#include "query/language/parser.h"

namespace quotary {
namespace {

std::string expanded(std::string_view query, std::vector<std::string>* found = nullptr) {
  static const TopicAliases aliases(
      Authority::parse("Harbour Union = HU; H.U.; the Union of Harbours; Harbour Union Assembly\n"
                       "United States = US; U.S.; USA\n"
                       "Lone Name\n"
                       "World Harvest Office = WHO\n",
                       "names"));
  auto parsed = parse_query(query, *parse_iso_date("2025-01-01"));
  if (auto* error = std::get_if<QueryError>(&parsed)) return error->message;
  std::vector<std::string> names;
  Node once = aliases.expand(std::get<Node>(parsed), found ? *found : names);
  EXPECT_EQ(once, aliases.expand(once, names)) << query;
  auto again = parse_query(to_query(once), *parse_iso_date("2025-01-01"));
  EXPECT_EQ(once, std::get<Node>(again)) << to_query(once);
  return to_query(once);
}

TEST(TopicAliases, AddTheOtherForms) {
  struct Case {
    const char* query;
    const char* expected;
  };
  const Case cases[] = {
      {"HU", R"(HU OR "Harbour Union" OR "the Union of Harbours")"},
      {"hu", R"(hu OR "Harbour Union" OR "the Union of Harbours")"},
      {"fish HU quota", R"(fish (HU OR "Harbour Union" OR "the Union of Harbours") quota)"},
      {"harbour union", R"((harbour union) OR "HU" OR "the Union of Harbours")"},
      {"fish harbour union", R"(fish ((harbour union) OR "HU" OR "the Union of Harbours"))"},
      {"harbour union assembly",
       R"((harbour union assembly) OR "HU" OR "Harbour Union" OR "the Union of Harbours")"},
      {"NOT HU", R"(NOT (HU OR "Harbour Union" OR "the Union of Harbours"))"},
      {"about:HU", R"(about:(HU OR "Harbour Union" OR "the Union of Harbours"))"},
      {"headline:HU fish", R"(headline:(HU OR "Harbour Union" OR "the Union of Harbours") fish)"},
      {"fish OR HU", R"(fish OR HU OR "Harbour Union" OR "the Union of Harbours")"},
      {"HU OR \"Harbour Union\"", R"(HU OR "Harbour Union" OR "the Union of Harbours")"},
      // What is written with care is meant so.
      {"\"HU\"", "\"HU\""},
      {"HU*", "HU*"},
      {"HU NEAR/3 fish", "HU NEAR/3 fish"},
      {"speaker:HU", "speaker:HU"},
      {"union harbour", "union harbour"},
      {"harbour fish union", "harbour fish union"},
      {"lone name", "lone name"},
      {"*", "*"},
      // Small words are names only in capitals, and are never added.
      {"US", R"(US OR "USA" OR "United States")"},
      {"U.S.", R"(U.S. OR "USA" OR "United States")"},
      {"us", "us"},
      {"who", "who"},
      {"WHO", R"(WHO OR "World Harvest Office")"},
      {"united states", R"((united states) OR "USA")"},
      {"world harvest office", "world harvest office"},
  };
  for (const Case& c : cases) EXPECT_EQ(expanded(c.query), c.expected) << c.query;
}

TEST(TopicAliases, AreTold) {
  std::vector<std::string> found;
  expanded("fish HU", &found);
  EXPECT_EQ(found, std::vector<std::string>{"HU: Harbour Union, the Union of Harbours"});
}

TEST(TopicAliases, OfKnownBodies) {
  TopicAliases aliases(known_bodies());
  std::vector<std::string> found;
  EXPECT_EQ(to_query(aliases.expand(word_node("UN"), found)), R"(UN OR "United Nations")");
  EXPECT_EQ(to_query(aliases.expand(word_node("un"), found)), R"(un OR "United Nations")");
  EXPECT_EQ(to_query(aliases.expand(word_node("who"), found)), "who");
}

}  // namespace
}  // namespace quotary
