#include "query/search/grouping.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "common/text/words.h"
#include "query/language/parser.h"
#include "query/search/neighbours.h"
#include "query/search/similar.h"
#include "query/search/speakers.h"
#include "tests/query/search/gold_index.h"

namespace quotary {
namespace {

struct Said {
  std::string id;
  std::string speaker;
  std::string day;
  std::string text;
};

Fingerprint print_of(const Said& said) {
  static std::map<std::string, uint32_t> numbers;
  Fingerprint print;
  print.speaker = said.speaker;
  print.day = std::chrono::sys_days(*parse_iso_date(said.day)).time_since_epoch().count();
  for_each_word(said.text, [&](std::string_view word, Span) {
    print.words.push_back(numbers.try_emplace(std::string(word), numbers.size()).first->second);
  });
  std::sort(print.words.begin(), print.words.end());
  print.words.erase(std::unique(print.words.begin(), print.words.end()), print.words.end());
  return print;
}

// "a+b c": a and b are one group, c another.
std::string groups(const std::vector<Said>& statements) {
  std::vector<Fingerprint> prints;
  for (const Said& said : statements) prints.push_back(print_of(said));
  std::vector<size_t> group = group_alike(prints);
  std::vector<size_t> shown;
  std::vector<std::string> ids;
  for (size_t i = 0; i < statements.size(); ++i) {
    auto known = std::find(shown.begin(), shown.end(), group[i]);
    if (known != shown.end()) {
      ids[static_cast<size_t>(known - shown.begin())] += "+" + statements[i].id;
    } else {
      shown.push_back(group[i]);
      ids.push_back(statements[i].id);
    }
  }
  return fmt::format("{}", fmt::join(ids, " "));
}

TEST(GroupRepeats, TakesNearDuplicatesTogether) {
  const std::string grain = "the grain corridor will stay open until the end of May";
  const std::string longer = "the grain corridor in the north will stay open until the end of May";
  const std::string other = "the gas treaty will be signed before the end of the year";
  EXPECT_EQ(groups({Said{"a", "Ek", "2024-03-05", grain}, Said{"b", "Ek", "2024-03-06", grain}}),
            "a+b");
  EXPECT_EQ(groups({Said{"a", "Ek", "2024-03-05", grain}, Said{"b", "Ek", "2024-03-06", longer}}),
            "a+b");
  EXPECT_EQ(groups({Said{"a", "Ek", "2024-03-05", grain}, Said{"b", "Falk", "2024-03-05", grain}}),
            "a b");
  EXPECT_EQ(groups({Said{"a", "Ek", "2024-03-05", grain}, Said{"b", "Ek", "2024-03-05", other}}),
            "a b");
  EXPECT_EQ(groups({Said{"a", "Ek", "2024-03-05", grain}, Said{"b", "Ek", "2024-04-05", grain}}),
            "a b");
  EXPECT_EQ(groups({Said{"a", "Ek", "2024-03-05", "no"}, Said{"b", "Ek", "2024-03-05", "No!"},
                    Said{"c", "Ek", "2024-03-05", "no deal"}}),
            "a+b c");
  EXPECT_EQ(groups({}), "");
}

TEST(GroupRepeats, KeepsTheOrderWhateverItIs) {
  const std::string grain = "the grain corridor will stay open until the end of May";
  EXPECT_EQ(groups({Said{"c", "Ek", "2024-03-07", grain}, Said{"x", "Li", "2024-03-01", grain},
                    Said{"a", "Ek", "2024-03-05", grain}, Said{"b", "Ek", "2024-03-06", grain}}),
            "c+a+b x");
}

// The plain way: every pair, the latest one before that is alike.
std::vector<size_t> grouped_slowly(const std::vector<Fingerprint>& prints) {
  std::vector<size_t> order(prints.size());
  std::vector<size_t> group(prints.size());
  for (size_t i = 0; i < prints.size(); ++i) order[i] = group[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return prints[a].day < prints[b].day; });
  for (size_t i = 0; i < order.size(); ++i) {
    for (size_t k = i; k-- > 0;) {
      const Fingerprint& a = prints[order[i]];
      const Fingerprint& b = prints[order[k]];
      if (a.speaker != b.speaker || a.day - b.day > window_days || !alike(a.words, b.words))
        continue;
      group[order[i]] = group[order[k]];
      break;
    }
  }
  return group;
}

TEST(GroupRepeats, FindsWhatComparingAllPairsFinds) {
  std::mt19937 random(7);
  auto below = [&](uint32_t n) { return static_cast<uint32_t>(random() % n); };
  size_t joined = 0;
  for (int round = 0; round < 60; ++round) {
    std::vector<Fingerprint> prints(150);
    for (size_t i = 0; i < prints.size(); ++i) {
      Fingerprint& print = prints[i];
      print.speaker = std::string(1, static_cast<char>('a' + below(2)));
      print.day = below(15);
      if (i > 0 && below(2) == 0) {  // a repeat with words lost and added
        print.words = prints[below(static_cast<uint32_t>(i))].words;
        std::erase_if(print.words, [&](uint32_t) { return below(8) == 0; });
        if (below(3) == 0) print.words.push_back(1000 + below(50));
      }
      for (uint32_t n = below(12); print.words.empty() || (n > 0 && i % 2 == 0); n -= n > 0) {
        print.words.push_back(below(40));
      }
      std::sort(print.words.begin(), print.words.end());
      print.words.erase(std::unique(print.words.begin(), print.words.end()), print.words.end());
    }
    std::vector<size_t> group = group_alike(prints);
    EXPECT_EQ(group, grouped_slowly(prints)) << round;
    for (size_t i = 0; i < group.size(); ++i) joined += group[i] != i;
  }
  EXPECT_GT(joined, 500u) << "the trial has repeats";
}

const IndexReader& index() {
  static const IndexReader reader(sample_index());
  return reader;
}

Node parsed(std::string_view query) {
  return std::get<Node>(parse_query(query, *parse_iso_date("2025-12-31")));
}

TEST(GroupRepeats, AreOneHitWithItsSources) {
  SearchOptions options;
  options.limit = 0;
  Node tree = parsed("by:\"Ada Lindqvist\"");
  Search apart(index(), tree, options);
  options.group = true;
  Search grouped(index(), tree, options);
  EXPECT_EQ(apart.head().total, grouped.head().total) << "totals count statements";
  EXPECT_FALSE(apart.head().groups);
  ASSERT_TRUE(grouped.head().groups);
  EXPECT_LT(*grouped.head().groups, grouped.head().total);
  EXPECT_EQ(grouped.size(), *grouped.head().groups);
  uint64_t statements = 0;
  std::vector<std::string> ids;
  while (auto hit = grouped.next()) {
    EXPECT_EQ(hit->occurrences, hit->sources.size() + 1);
    statements += hit->occurrences;
    ids.push_back(hit->id);
  }
  EXPECT_EQ(statements, grouped.head().total);
  EXPECT_EQ(ids.size(), *grouped.head().groups);

  options.offset = 1;
  options.limit = 2;
  Search part(index(), tree, options);
  EXPECT_EQ(part.head().groups, grouped.head().groups);
  EXPECT_EQ(part.next()->id, ids[1]);
  EXPECT_EQ(part.next()->id, ids[2]);
  EXPECT_FALSE(part.next());
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
