#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>

#include "common/base/error.h"
#include "query/language/parser.h"
#include "query/search/compiler.h"
#include "query/search/highlighter.h"
#include "query/search/searcher.h"
#include "query/search/speakers.h"
#include "tests/query/search/gold_index.h"

namespace quotary {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const Date today = *parse_iso_date("2025-12-31");

Node parsed(std::string_view query) {
  auto result = parse_query(query, today);
  if (auto* error = std::get_if<QueryError>(&result)) throw QueryError(*error);
  return std::get<Node>(result);
}

const IndexReader& index() {
  static const IndexReader reader(sample_index());
  return reader;
}

SearchOptions all_hits() {
  SearchOptions options;
  options.limit = 0;
  return options;
}

uint64_t total(std::string_view query, SearchOptions options = {}) {
  return Search(index(), parsed(query), options).head().total;
}

std::vector<Hit> hits(std::string_view query, const SearchOptions& options = all_hits()) {
  Search search(index(), parsed(query), options);
  std::vector<Hit> found;
  while (auto hit = search.next()) found.push_back(*hit);
  return found;
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return text;
}

// Each query against a plain reading of all statements.
TEST(Search, FindsWhatAPlainReadingFinds) {
  struct Case {
    const char* query;
    bool (*matches)(const Hit& hit);
  };
  auto has = [](const std::string& text, std::string_view part) {
    return lower(text).find(part) != std::string::npos;
  };
  static auto contains = has;
  const Case cases[] = {
      {"*", [](const Hit&) { return true; }},
      {"brics", [](const Hit& h) { return contains(h.passage.text, "brics"); }},
      {"\"national currencies\"",
       [](const Hit& h) { return contains(h.passage.text, "national currencies"); }},
      {"bric*", [](const Hit& h) { return contains(h.passage.text, "bric"); }},
      {"content:brics",
       [](const Hit& h) {
         return std::any_of(h.content.begin(), h.content.end(),
                            [](auto& part) { return contains(part.text, "brics"); });
       }},
      {"headline:brics", [](const Hit& h) { return contains(h.headline, "brics"); }},
      {"headline:brics NOT speaker:putin",
       [](const Hit& h) {
         return contains(h.headline, "brics") &&
                (h.speakers.empty() || !contains(h.speakers[0], "putin")) &&
                !contains(h.mention, "putin");
       }},
      {"by:\"Vladimir Putin\"",
       [](const Hit& h) { return h.speakers == std::vector<std::string>{"Vladimir Putin"}; }},
      {"kind:direct", [](const Hit& h) { return h.kind == StatementKind::direct; }},
      {"NOT kind:direct", [](const Hit& h) { return h.kind != StatementKind::direct; }},
      {"status:denied OR status:declined",
       [](const Hit& h) {
         return h.status == StatementStatus::denied || h.status == StatementStatus::declined;
       }},
      {"date:2024-10",
       [](const Hit& h) { return h.date && to_iso(*h.date).starts_with("2024-10"); }},
      {"when:2023-12-15..2024-02-10",
       [](const Hit& h) {
         return h.when && to_iso(*h.when) >= "2023-12-15" && to_iso(*h.when) <= "2024-02-10";
       }},
      {"when:2024-11..", [](const Hit& h) { return h.when && to_iso(*h.when) >= "2024-11"; }},
      {"said:..2023", [](const Hit& h) { return h.said && to_iso(*h.said) < "2024"; }},
      {"agency:tass", [](const Hit& h) { return h.agency == "TASS"; }},
      {"location:\"rio de janeiro\"",
       [](const Hit& h) { return !h.places.empty() && contains(h.places[0], "rio de janeiro"); }},
      {"path:2024/10", [](const Hit& h) { return h.path.starts_with("2024/10/"); }},
      {"path:2024/10/2024-10-02-museum-theft.txt",
       [](const Hit& h) { return h.path == "2024/10/2024-10-02-museum-theft.txt"; }},
      {"brics kind:indirect when:2024",
       [](const Hit& h) {
         return contains(h.passage.text, "brics") && h.kind == StatementKind::indirect && h.when &&
                to_iso(*h.when).starts_with("2024");
       }},
  };
  std::vector<Hit> everything = hits("*");
  ASSERT_GT(everything.size(), 300u);
  for (const Case& c : cases) {
    std::set<std::string> expected;
    for (const Hit& hit : everything) {
      if (c.matches(hit)) expected.insert(hit.id);
    }
    std::set<std::string> found;
    for (const Hit& hit : hits(c.query)) found.insert(hit.id);
    EXPECT_EQ(found, expected) << c.query;
    EXPECT_EQ(total(c.query), expected.size()) << c.query;
    EXPECT_FALSE(expected.empty()) << c.query << " tests nothing";
  }
}

TEST(Search, WordsMatchByStemAndQuotedWordsExactly) {
  EXPECT_EQ(total("currency"), total("currencies"));
  EXPECT_GT(total("currencies"), total("\"currency\""));
  EXPECT_EQ(total("CURRENCIES"), total("currencies"));
  EXPECT_EQ(total("speaker:lucia"), total("speaker:Lucía"));
  EXPECT_GT(total("speaker:lucia"), 0u);
}

TEST(Search, NearAndAdjacentCountWords) {
  EXPECT_EQ(total("national ADJ/1 currencies"), total("\"national currencies\""));
  EXPECT_EQ(total("currencies ADJ/1 national"), 0u);
  EXPECT_EQ(total("currencies NEAR/1 national"), total("\"national currencies\""));
  EXPECT_GT(total("national NEAR/1 currenc*"), 0u);
  EXPECT_GE(total("national NEAR/5 currencies"), total("national NEAR/1 currencies"));
}

TEST(Search, StrictLooksAtTheContentAlone) {
  SearchOptions strict;
  strict.strict = true;
  EXPECT_EQ(total("brics", strict), total("content:brics"));
  EXPECT_LT(total("brics", strict), total("brics"));
  EXPECT_EQ(total("\"national currencies\"", strict), total("content:\"national currencies\""));
}

TEST(Search, BooleansAddUp) {
  const char* terms[] = {"brics", "speaker:putin", "kind:indirect", "when:2024", "trade"};
  for (const char* a : terms) {
    for (const char* b : terms) {
      std::string both = std::string(a) + " " + b;
      std::string either = std::string(a) + " OR " + b;
      EXPECT_EQ(total(either), total(a) + total(b) - total(both)) << either;
      EXPECT_EQ(total(std::string(a) + " NOT " + b), total(a) - total(both));
    }
  }
}

TEST(Search, FacetsCountEveryHitAndEveryValue) {
  SearchOptions options = all_hits();
  options.facets = {"speaker", "location", "kind", "year", "agency", "headline"};
  options.facet_limit = 0;
  options.timeline = true;
  options.interval = Interval::year;
  Search search(index(), parsed("when:2024"), options);
  std::map<std::string, uint64_t> speakers;
  uint64_t indirect = 0;
  uint64_t unnamed = 0;
  uint64_t found = 0;
  while (auto hit = search.next()) {
    ++found;
    for (const std::string& name : hit->speakers) ++speakers[name];
    unnamed += hit->speakers.empty();
    indirect += hit->kind == StatementKind::indirect;
  }
  const ResultHead& head = search.head();
  EXPECT_EQ(head.total, found);
  EXPECT_EQ(head.facets[0].without, unnamed);
  for (const FacetValue& value : head.facets[0].values) {
    if (value.value == "Vladimir Putin") {
      EXPECT_EQ(value.count, speakers["Vladimir Putin"]);
    }
  }
  EXPECT_EQ(head.facets[2].values[0].value, "indirect");
  EXPECT_EQ(head.facets[2].values[0].count, indirect);
  ASSERT_EQ(head.facets[3].values.size(), 1u);
  EXPECT_EQ(head.facets[3].values[0].count, found);
  ASSERT_TRUE(head.timeline);
  ASSERT_EQ(head.timeline->points.size(), 1u);
  EXPECT_EQ(head.timeline->points[0].period, "2024");
  EXPECT_EQ(head.timeline->points[0].count, found);
}

// Columns and value slots count the same, over several segments too.
TEST(Search, FacetsAreTheSameWithAndWithoutColumns) {
  const TemporaryFolder folder;
  const std::filesystem::path small = folder.path() / "small", bare = folder.path() / "bare";
  build_small_index({{" date 2031-05-04 Kites\n\nThe mayor said kites fly.", "Ada Brix"}}, small);
  std::filesystem::copy(sample_index(), bare, std::filesystem::copy_options::recursive);
  size_t removed = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(bare))
    if (entry.path().filename() == "columns") removed += std::filesystem::remove(entry.path());
  ASSERT_GT(removed, 0u);
  const IndexReader with(std::vector{sample_index(), small}), without(std::vector{bare, small});
  SearchOptions options;
  options.facets = {"speaker", "location", "kind",  "status", "cue",
                    "agency",  "year",     "month", "day",    "headline"};
  options.facet_limit = 0;
  options.timeline = true;
  for (const char* query : {"*", "kites OR grain", "by:\"Ada Lindqvist\""}) {
    const Node tree = std::get<Node>(parse_query(query, Date()));
    const Search a(with, tree, options), b(without, tree, options);
    ASSERT_GT(a.head().total, 0u) << query;
    EXPECT_EQ(a.head().total, b.head().total);
    for (size_t f = 0; f < options.facets.size(); ++f) {
      const Facet &x = a.head().facets[f], &y = b.head().facets[f];
      EXPECT_EQ(x.without, y.without) << query << ", " << x.field;
      ASSERT_EQ(x.values.size(), y.values.size()) << query << ", " << x.field;
      for (size_t v = 0; v < x.values.size(); ++v) {
        EXPECT_EQ(x.values[v].value, y.values[v].value);
        EXPECT_EQ(x.values[v].count, y.values[v].count) << x.values[v].value;
      }
    }
    EXPECT_EQ(a.head().timeline->points.size(), b.head().timeline->points.size());
  }
}

TEST(Search, FacetsDoNotDependOnTheLimit) {
  SearchOptions few;
  few.limit = 1;
  few.offset = 3;
  few.facets = {"speaker"};
  Search search(index(), parsed("brics"), few);
  EXPECT_EQ(search.size(), 1u);
  uint64_t sum = search.head().facets[0].without;
  for (const FacetValue& value : search.head().facets[0].values) sum += value.count;
  EXPECT_GE(sum, search.head().total);
}

TEST(Search, OffsetAndLimitCutTheSameOrder) {
  for (SortBy sort : {SortBy::automatic, SortBy::relevance, SortBy::newest, SortBy::oldest}) {
    SearchOptions options = all_hits();
    options.sort = sort;
    std::vector<std::string> whole;
    for (const Hit& hit : hits("brics", options)) whole.push_back(hit.id);
    std::vector<std::string> pieces;
    for (options.limit = 7; options.offset < whole.size(); options.offset += 7) {
      for (const Hit& hit : hits("brics", options)) pieces.push_back(hit.id);
    }
    EXPECT_EQ(pieces, whole);
  }
}

TEST(Search, ManyHitsByDayComeMonthByMonthInTheSameOrder) {
  for (SortBy sort : {SortBy::newest, SortBy::oldest, SortBy::relevance}) {
    for (const char* query : {"*", "speaker:putin", "brics OR grain", "status:denied"}) {
      SearchOptions options = all_hits();
      options.sort = sort;
      std::vector<std::string> whole;
      for (const Hit& hit : hits(query, options)) whole.push_back(hit.id);
      options.at_once = 3;
      options.facets = {"kind"};
      Search search(index(), parsed(query), options);
      EXPECT_EQ(search.size(), whole.size());
      EXPECT_EQ(search.head().total, whole.size());
      uint64_t counted = 0;
      for (const FacetValue& value : search.head().facets[0].values) counted += value.count;
      std::vector<std::string> parts;
      while (auto hit = search.next()) parts.push_back(hit->id);
      EXPECT_EQ(parts, whole) << query;
      EXPECT_EQ(search.head().facets[0].values.empty(), whole.empty());
      EXPECT_EQ(counted, whole.size()) << "facets count each hit once";
      EXPECT_EQ(search.size(), 0u);
    }
  }
}

TEST(Search, SortsByDayWithUndatedOnesLast) {
  SearchOptions options = all_hits();
  options.sort = SortBy::newest;
  std::optional<Date> before;
  bool undated = false;
  for (const Hit& hit : hits("*", options)) {
    EXPECT_FALSE(hit.when && undated);
    if (before && hit.when) {
      EXPECT_LE(*hit.when, *before);
    }
    undated = undated || !hit.when;
    before = hit.when;
  }
  EXPECT_TRUE(undated);
  options.sort = SortBy::oldest;
  before.reset();
  undated = false;
  for (const Hit& hit : hits("*", options)) {
    EXPECT_FALSE(hit.when && undated);
    if (before && hit.when) {
      EXPECT_GE(*hit.when, *before);
    }
    undated = undated || !hit.when;
    before = hit.when;
  }
}

TEST(Search, HitsSayWhereTheyStand) {
  for (const Hit& hit : hits("speaker:putin brics")) {
    EXPECT_THAT(hit.speakers, ElementsAre("Vladimir Putin"));
    EXPECT_FALSE(hit.passage.matches.empty());
    for (Span match : hit.passage.matches) {
      EXPECT_EQ(lower(std::string(match.of(hit.passage.text))), "brics");
    }
    ASSERT_FALSE(hit.passage.content.empty());
    EXPECT_EQ(hit.passage.content[0].of(hit.passage.text), hit.content[0].text);
    EXPECT_GE(hit.line, 1u);
  }
}

TEST(Search, ArticlesAreFoundByTheirOwnText) {
  SearchOptions articles = all_hits();
  articles.articles = true;
  EXPECT_EQ(total("*", articles), 62u);  // all but the one without gold
  std::vector<Hit> found = hits("headline:brics", articles);
  ASSERT_FALSE(found.empty());
  for (const Hit& hit : found) {
    EXPECT_TRUE(hit.is_article);
    EXPECT_THAT(lower(hit.headline), HasSubstr("brics"));
  }
  EXPECT_THROW(total("kind:direct", articles), QueryError);
  EXPECT_EQ(count_articles(index(), parsed("kind:direct")), 0u);
  EXPECT_GT(count_articles(index(), parsed("brics")), 0u);
}

TEST(Search, WholeNamesFindTheirOtherForms) {
  TemporaryFolder folder;
  std::vector<OneStatement> articles(6, {"date 2024-01-02 Talks\n\nGas is dear", "Ada Lindqvist"});
  articles.push_back({"date 2024-01-03 Talks\n\nGas is cheap", "Lindqvist"});
  articles.push_back({"date 2024-01-03 Talks\n\nGas is gone", "Bo Ek"});
  articles.push_back({"date 2024-01-03 Talks\n\nGas is back", "Sven Ek"});
  articles.push_back({"date 2024-01-03 Talks\n\nGas is here", "Ek"});
  build_small_index(articles, folder.path() / "index");
  IndexReader small(folder.path() / "index");
  auto count = [&](std::string_view query) {
    return Search(small, parsed(query), {}).head().total;
  };
  EXPECT_EQ(count("speaker:lindqvist"), 7u);
  EXPECT_EQ(count("speaker:\"Ada Lindqvist\""), 7u);
  EXPECT_EQ(count("by:\"Ada Lindqvist\""), 7u);
  EXPECT_EQ(count("speaker:ek"), 3u);
  EXPECT_EQ(count("speaker:\"Bo Ek\""), 1u) << "which Ek is meant is not known";
  EXPECT_EQ(count("speaker:\"Eva Lindqvist\""), 0u);
  SearchOptions options;
  options.facets = {"speaker"};
  Search search(small, parsed("*"), options);
  EXPECT_EQ(search.head().facets[0].values[0].value, "Ada Lindqvist");
  EXPECT_EQ(search.head().facets[0].values[0].count, 7u);
}

TEST(Search, TheAuthorityFileSaysWhoIsOne) {
  TemporaryFolder folder;
  std::vector<OneStatement> articles = {{"date 2024-01-02 A\n\nGas is dear", "Harbour Union"},
                                        {"date 2024-01-03 B\n\nGas is cheap", "HU"},
                                        {"date 2024-01-03 C\n\nGas is gone", "Bo Ek"},
                                        {"date 2024-01-03 D\n\nGas is back", "Ek Bo"}};
  build_small_index(articles, folder.path() / "index");
  std::ofstream(folder.path() / "index/authority") << "Harbour Union = HU\n";
  IndexReader small(folder.path() / "index");
  auto count = [&](std::string_view query) {
    return Search(small, parsed(query), {}).head().total;
  };
  EXPECT_EQ(count("speaker:HU"), 2u);
  EXPECT_EQ(count("by:HU"), 2u);
  EXPECT_EQ(count("speaker:\"Harbour Union\""), 2u);
  EXPECT_EQ(count("speaker:harbour"), 1u) << "a part of a name is no form of it";
  SearchOptions options;
  options.facets = {"speaker"};
  Search search(small, parsed("*"), options);
  EXPECT_EQ(search.head().facets[0].distinct, 2u);
  EXPECT_EQ(search.head().facets[0].values[1].value, "Harbour Union");
  EXPECT_EQ(search.head().facets[0].values[1].count, 2u);

  std::vector<std::string> notes;
  Node tree = parsed("speaker:\"the Harbour Union\"");
  EXPECT_EQ(KnownNames(small).with_known_speakers(tree, notes), tree);
  EXPECT_TRUE(notes.empty());

  std::ofstream(folder.path() / "index/authority") << "Harbour Union = HU\n= x\n";
  IndexReader spoilt(folder.path() / "index");
  try {
    spoilt.authority();
    ADD_FAILURE() << "read";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("index/authority:2: no name before"));
  }
}

TEST(Search, RefusesWhatCannotBeSearchedFor) {
  EXPECT_THROW(total("\"...\""), QueryError);
  EXPECT_THROW(total("a NEAR/2 b-c"), QueryError);
  SearchOptions options;
  options.facets = {"speeker"};
  try {
    total("*", options);
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.hint(), "did you mean speaker?");
  }
}

// A word that too many begin with is refused wherever it stands, at its place.
TEST(Search, RefusesAPrefixThatTooManyWordsHave) {
  CompileOptions few;
  few.most_with_prefix = 10;
  auto refusal = [&](const char* query) -> std::string {
    try {
      compile(parsed(query), index(), few);
    } catch (const QueryError& error) {
      return std::to_string(error.offset) + ": " + error.message + "; " + error.hint;
    }
    return "none";
  };
  struct Case {
    const char *query, *expected;
  };
  const Case cases[] = {
      {"bric*", "none"},
      {"c*", "0: more than 10 words begin with 'c'; write more of its letters"},
      {"grain OR (c* AND export)",
       "10: more than 10 words begin with 'c'; write more of its letters"},
      {"grain NEAR/3 c*", "13: more than 10 words begin with 'c'; write more of its letters"},
      {"speaker:a*", "8: more than 10 words begin with 'a'; write more of its letters"},
      {"headline:c*", "9: more than 10 words begin with 'c'; write more of its letters"},
      {"path:2*", "5: more than 10 words begin with '2'; write more of its letters"},
  };
  for (const Case& c : cases) EXPECT_EQ(refusal(c.query), c.expected) << c.query;
  EXPECT_NO_THROW(compile(parsed("c*"), index(), {}));
}

TEST(Search, ContextGivesTheSentencesAround) {
  SearchOptions options = all_hits();
  options.context = 1;
  size_t with_before = 0;
  for (const Hit& hit : hits("*", options)) {
    with_before += !hit.before.empty();
    EXPECT_EQ(hit.before.find('\n'), std::string::npos);
    EXPECT_EQ(hit.passage.text.find(hit.before.empty() ? "\x01" : hit.before), std::string::npos);
  }
  EXPECT_GT(with_before, 300u);
}

TEST(KnownNames, KnowsSpeakersFromWhatIsSpokenAbout) {
  KnownNames names(index());
  EXPECT_EQ(names.speaker("putin"), Fame::mostly);
  EXPECT_EQ(names.speaker("Vladimir Putin"), Fame::mostly);
  EXPECT_EQ(names.speaker("brics"), Fame::none);
  EXPECT_EQ(names.speaker("nobody at all"), Fame::none);
  EXPECT_EQ(names.speaker(""), Fame::none);
  EXPECT_TRUE(names.is_place("Kazan"));
  EXPECT_TRUE(names.is_place("rio de janeiro"));
  EXPECT_FALSE(names.is_place("trade"));
}

// Names are stored as they are written; a point or an apostrophe in them makes no difference.
TEST(KnownNames, KnowsNamesWithPointsAndApostrophes) {
  TemporaryFolder folder;
  build_small_index({{"date 2024-01-02 A\n\nGas is dear", "Tom Q. Oda"},
                     {"date 2024-01-02 B\n\nGas is cheap", "Bo O’Dray"},
                     {"date 2024-01-02 C\n\nTom is late", "Ada Lindqvist"}},
                    folder.path() / "index");
  IndexReader small(folder.path() / "index");
  KnownNames names(small);
  EXPECT_EQ(names.speaker("Tom Q. Oda"), Fame::mostly);
  EXPECT_EQ(names.speaker("tom q oda"), Fame::mostly);
  EXPECT_EQ(names.speaker("Bo O'Dray"), Fame::mostly);
  EXPECT_EQ(names.speaker("O'Dray"), Fame::mostly);
  EXPECT_EQ(names.speaker("Dray"), Fame::none);
  EXPECT_EQ(names.speaker("Tom Q."), Fame::sometimes) << "the beginning of a name";
}

TEST(KnownNames, MendsMisspeltSpeakers) {
  KnownNames names(index());
  EXPECT_EQ(names.mended("Puttin"), "putin");
  EXPECT_EQ(names.mended("Vladmir Putin"), "vladimir putin");
  EXPECT_EQ(names.mended("Putin"), std::nullopt);
  EXPECT_EQ(names.mended("Qwertyuiop"), std::nullopt);
  std::vector<std::string> notes;
  Node tree = names.with_known_speakers(parsed("speaker:Puttin OR about:Puttin"), notes);
  EXPECT_EQ(to_query(tree), "speaker:putin OR about:Puttin");
  EXPECT_THAT(notes, ElementsAre("no speaker 'Puttin' is known; showing 'putin' instead"));
}

TEST(KnownNames, MendsAWordThatSomebodyElseHas) {
  TemporaryFolder folder;
  build_small_index({{"date 2024-01-02 A\n\nGas is dear", "Hellena Oda"},
                     {"date 2024-01-02 B\n\nGas is cheap", "Helena Brisk"},
                     {"date 2024-01-02 C\n\nGas is gone", "Tom Q. Dray"}},
                    folder.path() / "index");
  IndexReader small(folder.path() / "index");
  KnownNames names(small);
  EXPECT_EQ(names.mended("Helena Oda"), "hellena oda");
  EXPECT_EQ(names.mended("Hellena Oda"), std::nullopt);
  EXPECT_EQ(names.mended("Hellena Brsik"), "helena brisk");
  EXPECT_EQ(names.mended("Bo Oda"), std::nullopt);
  EXPECT_EQ(names.mended("Tom Dray"), "tom q. dray") << "as it is stored";
}

TEST(KnownNames, ListsNamesByTheBeginningOfAnyWord) {
  KnownNames names(index());
  std::vector<std::string> found;
  for (const FacetValue& value : names.starting_with("ade", false, 0)) found.push_back(value.value);
  EXPECT_THAT(found, ElementsAre("Samuel Adeyo", "Rosa Adeyo"));
  EXPECT_TRUE(names.starting_with("zzz", false, 0).empty());
  EXPECT_EQ(names.starting_with("kaz", true, 0).front().value, "Kazan");
}

TEST(Highlighter, MarksWhatTheQueryAsksFor) {
  struct Case {
    const char* query;
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"tariff", "Tariffs, a tariff and tariffed", "[Tariffs], a [tariff] and tariffed"},
      {"\"tariff\"", "Tariffs and a tariff", "Tariffs and a [tariff]"},
      {"tar*", "Tariffs, tar, star", "[Tariffs], [tar], star"},
      {"\"new bank\"", "a new bank, new money, the bank", "a [new bank], new money, the bank"},
      {"new \"new bank\"", "a new bank and new money", "a [new bank] and [new] money"},
      {"gas NEAR/2 price", "the price of gas", "the [price] of [gas]"},
      {"NOT gas", "gas", "gas"},
      {"oil NOT gas", "oil and gas", "[oil] and gas"},
      {"speaker:gas oil", "oil and gas", "[oil] and gas"},
      {"about:gas", "oil and gas", "oil and [gas]"},
      {"gas OR oil", "oil and gas", "[oil] and [gas]"},
      {"erdogan", "President Erdoğan’s words", "President [Erdoğan]’s words"},
      {"us", "The U.S. and us", "The [U.S]. and [us]"},
      {"贸易", "中国贸易", "中国[贸易]"},
      {"*", "gas", "gas"},
  };
  for (const Case& c : cases) {
    std::string text = c.text;
    std::vector<Span> spans = Highlighter(parsed(c.query)).find(text);
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
      text.insert(span->end, "]").insert(span->begin, "[");
    }
    EXPECT_EQ(text, c.expected) << c.query;
  }
}

}  // namespace
}  // namespace quotary
