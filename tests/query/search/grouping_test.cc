#include "query/search/grouping.h"

#include <gtest/gtest.h>

#include "query/language/parser.h"
#include "query/search/neighbours.h"
#include "query/search/similar.h"
#include "query/search/speakers.h"
#include "tests/query/search/gold_index.h"

namespace quotary {
namespace {

Hit said(const std::string& id, const std::string& speaker, const std::string& day,
         const std::string& text) {
  Hit hit;
  hit.id = id;
  if (!speaker.empty()) hit.speakers = {speaker};
  hit.when = parse_iso_date(day);
  hit.content = {{0, 0, text}};
  return hit;
}

// "a+b c": a and b are one group, c another.
std::string groups(std::vector<Hit> hits) {
  std::string out;
  for (const Hit& hit : group_repeats(std::move(hits))) {
    out += (out.empty() ? "" : " ") + hit.id;
    for (const Occurrence& source : hit.sources) out += "+" + source.id;
    EXPECT_EQ(hit.occurrences, hit.sources.size() + 1);
  }
  return out;
}

TEST(GroupRepeats, TakesNearDuplicatesTogether) {
  const std::string grain = "the grain corridor will stay open until the end of May";
  const std::string longer = "the grain corridor in the north will stay open until the end of May";
  const std::string other = "the gas treaty will be signed before the end of the year";
  EXPECT_EQ(groups({said("a", "Ek", "2024-03-05", grain), said("b", "Ek", "2024-03-06", grain)}),
            "a+b");
  EXPECT_EQ(groups({said("a", "Ek", "2024-03-05", grain), said("b", "Ek", "2024-03-06", longer)}),
            "a+b");
  EXPECT_EQ(groups({said("a", "Ek", "2024-03-05", grain), said("b", "Falk", "2024-03-05", grain)}),
            "a b");
  EXPECT_EQ(groups({said("a", "Ek", "2024-03-05", grain), said("b", "Ek", "2024-03-05", other)}),
            "a b");
  EXPECT_EQ(groups({said("a", "Ek", "2024-03-05", grain), said("b", "Ek", "2024-04-05", grain)}),
            "a b");
  EXPECT_EQ(groups({said("a", "Ek", "2024-03-05", "no"), said("b", "Ek", "2024-03-05", "No!"),
                    said("c", "Ek", "2024-03-05", "no deal")}),
            "a+b c");
  EXPECT_EQ(groups({}), "");
}

TEST(GroupRepeats, KeepsTheOrderWhateverItIs) {
  const std::string grain = "the grain corridor will stay open until the end of May";
  EXPECT_EQ(groups({said("c", "Ek", "2024-03-07", grain), said("x", "Li", "2024-03-01", grain),
                    said("a", "Ek", "2024-03-05", grain), said("b", "Ek", "2024-03-06", grain)}),
            "c+a+b x");
}

const IndexReader& index() {
  static const IndexReader reader(sample_index());
  return reader;
}

Node parsed(std::string_view query) {
  return std::get<Node>(parse_query(query, *parse_iso_date("2025-12-31")));
}

TEST(NearHits, AreNoMatchesAndSayWhy) {
  Node tree = parsed("speaker:putin grain");
  std::vector<Hit> near = near_hits(index(), tree, {}, 0);
  ASSERT_FALSE(near.empty());
  for (const Hit& hit : near) {
    EXPECT_EQ(hit.speakers, std::vector<std::string>{"Vladimir Putin"});
    EXPECT_FALSE(hit.near.empty());
    EXPECT_EQ(hit.passage.text.find("grain"), std::string::npos) << hit.passage.text;
  }
  EXPECT_EQ(near_hits(index(), tree, {}, 1).size(), 1u);
  EXPECT_TRUE(near_hits(index(), parsed("speaker:putin"), {}, 0).empty());
}

TEST(NearHits, AsksForTheTopicInTheHeadline) {
  struct Case {
    const char* query;
    const char* expected;
  };
  const Case cases[] = {
      {"speaker:putin grain", "speaker:putin headline:grain"},
      {"(gas OR \"oil price\") when:2024",
       "(headline:gas OR headline:\"oil price\") "
       "when:2024-01-01..2024-12-31"},
      {"about:(gas oil) NOT coal", "headline:(gas oil) NOT coal"},
      {"gas NEAR/3 oil", "headline:(gas NEAR/3 oil)"},
  };
  for (const Case& c : cases) EXPECT_EQ(to_query(by_headline(parsed(c.query))), c.expected);
}

TEST(WholeArticle, HasItsStatementsInOrder) {
  Search search(index(), parsed("speaker:putin grain"), {});
  auto hit = search.next();
  ASSERT_TRUE(hit);
  auto whole = whole_article(index(), hit->id);
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->article.path, hit->path);
  EXPECT_EQ(whole->statements.size(), whole->article.statements);
  uint32_t before = 0;
  for (const Hit& statement : whole->statements) {
    EXPECT_GE(statement.content[0].start, before);
    before = statement.content[0].start;
  }
  EXPECT_TRUE(whole_article(index(), whole->article.id));
  EXPECT_FALSE(whole_article(index(), "aaaaaaaaaaaaa"));
  EXPECT_FALSE(whole_article(index(), whole->article.id + "-aaaaaaa"));
  EXPECT_FALSE(whole_article(index(), "no id"));
}

TEST(SimilarQuery, FindsTheSameStatementByOtherAgencies) {
  Search search(index(), parsed("by:\"Ada Lindqvist\" \"grain corridor\""), {});
  auto hit = search.next();
  ASSERT_TRUE(hit);
  auto query = similar_query(index(), hit->id);
  ASSERT_TRUE(query);
  Search similar(index(), *query, {});
  std::vector<std::string> paths;
  while (auto found = similar.next()) paths.push_back(found->path);
  ASSERT_GE(paths.size(), 2u);
  EXPECT_NE(paths[0].find("grain-corridor"), std::string::npos);
  EXPECT_NE(paths[1].find("grain-corridor"), std::string::npos);
  EXPECT_FALSE(similar_query(index(), "no id"));
}

TEST(KnownNames, MendsWordsThatNoArticleHas) {
  KnownNames names(index());
  struct Case {
    const char* query;
    bool as_speaker;
    const char* expected;
    size_t notes;
  };
  const Case cases[] = {
      {"Puttin brics", true, "speaker:putin brics", 1},
      {"Puttin brics", false, "putin brics", 1},
      {"speaker:xi Puttin", true, "speaker:xi putin", 1},
      {"grain brics", true, "grain brics", 0},
      {"qwertyuiop brics", true, "qwertyuiop brics", 1},
      {"Puttin", true, "speaker:putin", 1},
      {"\"Puttin\"", true, "\"Puttin\"", 0},
  };
  for (const Case& c : cases) {
    std::vector<std::string> notes;
    EXPECT_EQ(to_query(names.with_known_words(parsed(c.query), c.as_speaker, notes)), c.expected);
    EXPECT_EQ(notes.size(), c.notes) << c.query;
  }
}

}  // namespace
}  // namespace quotary
