#include "query/language/parser.h"

#include <gtest/gtest.h>

#include <random>

#include "query/language/command_words.h"
#include "query/language/spelling.h"
#include "tests/effort.h"

namespace quotary {
namespace {

const Date today = *parse_iso_date("2024-10-23");

std::string tree_of(std::string_view query) {
  auto parsed = parse_query(query, today);
  if (auto* error = std::get_if<QueryError>(&parsed)) {
    return "error at " + std::to_string(error->offset) + ": " + error->message;
  }
  return to_tree(std::get<Node>(parsed));
}

TEST(Parser, GivesTheTree) {
  struct Case {
    const char* query;
    const char* expected;
  };
  const Case cases[] = {
      {"", "(everything)"},
      {"   ", "(everything)"},
      {"*", "(everything)"},
      {"brics", "(word brics)"},
      {"putin brics", "(and (word putin) (word brics))"},
      {"putin AND brics", "(and (word putin) (word brics))"},
      {"putin and brics", "(and (word putin) (word brics))"},
      {"tariffs OR sanctions", "(or (word tariffs) (word sanctions))"},
      {"tariffs or sanctions", "(or (word tariffs) (word sanctions))"},
      {"or", "(phrase \"or\")"},
      {"and so on", "(and (phrase \"and\") (word so) (word on))"},
      {"a OR b c", "(or (word a) (and (word b) (word c)))"},
      {"(a OR b) c", "(and (or (word a) (word b)) (word c))"},
      {"a (b c)", "(and (word a) (word b) (word c))"},
      {"((((a))))", "(word a)"},
      {"a OR (b OR c)", "(or (word a) (word b) (word c))"},
      {"NOT a", "(not (word a))"},
      {"-a b", "(and (not (word a)) (word b))"},
      {"b -a", "(and (word b) (not (word a)))"},
      {"a NOT b c", "(and (word a) (not (word b)) (word c))"},
      {"a NOT (b OR c)", "(and (word a) (not (or (word b) (word c))))"},
      {"NOT NOT a", "(word a)"},
      {"NOT -NOT a", "(not (word a))"},
      {"not a", "(and (word not) (word a))"},
      {"well-known", "(word well-known)"},
      {"a - b", "(and (word a) (word b))"},
      {"a -- b", "(and (word a) (word b))"},
      {"\"new bank\"", "(phrase \"new bank\")"},
      {"“new bank” loans", "(and (phrase \"new bank\") (word loans))"},
      {"«new bank»", "(phrase \"new bank\")"},
      {"a\"b\"c", "(and (word a) (phrase \"b\") (word c))"},
      {"tariff*", "(prefix tariff)"},
      {"a NEAR b", "(near/10 (word a) (word b))"},
      {"a NEAR/3 b NEAR/3 c", "(near/3 (word a) (word b) (word c))"},
      {"a w/3 b", "(near/3 (word a) (word b))"},
      {"a ADJ/2 b*", "(adj/2 (word a) (prefix b))"},
      {"a pre/2 b", "(adj/2 (word a) (word b))"},
      {"a near b", "(and (word a) (word near) (word b))"},
      {"a near/4 b", "(near/4 (word a) (word b))"},
      {"x a NEAR b y", "(and (word x) (near/10 (word a) (word b)) (word y))"},
      {"NOT a NEAR b", "(not (near/10 (word a) (word b)))"},
      {"(a NEAR b)", "(near/10 (word a) (word b))"},
      {"speaker:putin", "(field speaker (word putin))"},
      {"SPEAKER:Putin", "(field speaker (word Putin))"},
      {"who:putin", "(field speaker (word putin))"},
      {"speaker:\"Vladimir Putin\" brics",
       "(and (field speaker (phrase \"Vladimir Putin\")) (word brics))"},
      {"speaker:(putin OR xi)", "(field speaker (or (word putin) (word xi)))"},
      {"speaker:put*", "(field speaker (prefix put))"},
      {"about:(a NEAR/2 b)", "(field about (near/2 (word a) (word b)))"},
      {"-speaker:putin", "(not (field speaker (word putin)))"},
      {"speaker:putin OR location:kazan",
       "(or (field speaker (word putin)) (field location (word kazan)))"},
      {"kind:direct", "(field kind (word direct))"},
      {"status:not-said", "(field status (word not-said))"},
      {"date:2024", "(field date (dates 2024-01-01..2024-12-31))"},
      {"date:2024-10-23", "(field date (dates 2024-10-23))"},
      {"date:..2024", "(field date (dates ..2024-12-31))"},
      {"when:30d..", "(field when (dates 2024-09-23..))"},
      {"said:yesterday", "(field said (dates 2024-10-22))"},
      {"when:\"last week\"", "(field when (dates 2024-10-14..2024-10-20))"},
      {"path:2024/10", "(field path (word 2024/10))"},
      {"12:30", "(word 12:30)"},
      {"China: trade", "(and (word China) (word trade))"},
      {"what about tariffs?", "(and (word what) (word about) (word tariffs))"},
      {"a, b; c!", "(and (word a) (word b) (word c))"},
      {"U.S. talks.", "(and (word U.S.) (word talks))"},
      {"a\tb\nc", "(and (word a) (word b) (word c))"},
      {"a\x01"
       "b",
       "(and (word a) (word b))"},
      {"a\u00A0b\u3000c", "(and (word a) (word b) (word c))"},
      {"习近平 贸易", "(and (word 习近平) (word 贸易))"},
      {"a … b", "(and (word a) (word b))"},
      {"* a", "(word a)"},
      {"a |b", "(and (word a) (word |b))"},
  };
  for (const Case& c : cases) EXPECT_EQ(tree_of(c.query), c.expected) << c.query;
}

TEST(Parser, SaysWhatIsWrongAndWhere) {
  struct Case {
    const char* query;
    const char* expected;
  };
  const Case cases[] = {
      {"speeker:putin", "error at 0: there is no field 'speeker'"},
      {"a year:2024", "error at 2: there is no field 'year'"},
      {"http://example.org", "error at 0: there is no field 'http'"},
      {"a \"b c", "error at 2: this quotation mark is not closed"},
      {"a “b c", "error at 2: this quotation mark is not closed"},
      {"a (b", "error at 2: this parenthesis is not closed"},
      {"a) b", "error at 1: this parenthesis closes nothing"},
      {")", "error at 0: this parenthesis closes nothing"},
      {"()", "error at 0: there is nothing between these parentheses"},
      {"a \"\"", "error at 2: there is nothing between these quotation marks"},
      {"a \" \"", "error at 2: there is nothing between these quotation marks"},
      {"a OR", "error at 2: OR has nothing after it"},
      {"OR a", "error at 0: OR has nothing before it"},
      {"AND", "error at 0: AND has nothing before it"},
      {"a NOT", "error at 2: NOT has nothing after it"},
      {"a (b OR ) c", "error at 5: OR has nothing after it"},
      {"a NEAR", "error at 2: NEAR has nothing after it"},
      {"NEAR/3 a", "error at 0: NEAR/3 has nothing before it"},
      {"a NEAR/0 b", "error at 7: a distance goes from 1 to 1000"},
      {"a NEAR/99999999999 b", "error at 7: a distance goes from 1 to 1000"},
      {"a NEAR (b OR c)", "error at 7: NEAR stands between words"},
      {"(a OR b) NEAR/2 c", "error at 0: NEAR/2 stands between words"},
      {"a NEAR speaker:b", "error at 7: NEAR stands between words"},
      {"a NEAR/2 b ADJ/2 c", "error at 11: NEAR and ADJ of different kinds cannot be chained"},
      {"a NEAR -b", "error at 7: - has nothing before it"},
      {"speaker: putin", "error at 8: the field 'speaker' is empty"},
      {"speaker:", "error at 8: the field 'speaker' is empty"},
      {"(speaker:) a", "error at 9: the field 'speaker' is empty"},
      {"speaker:()", "error at 8: there is nothing between these parentheses"},
      {"speaker:(date:2024)", "error at 9: a field cannot stand within a field"},
      {"speaker:-xi", "error at 8: a value cannot be negated by itself"},
      {"speaker:*", "error at 8: a star needs the beginning of a word before it"},
      {"kind:quoted", "error at 5: there is no kind 'quoted'"},
      {"status:maybe", "error at 7: there is no status 'maybe'"},
      {"kind:(direct OR mixed)", "error at 5: kind: takes one value"},
      {"date:2024-02-30", "error at 5: '2024-02-30' is no date of the calendar"},
      {"date:\"2024-02-30\"", "error at 6: '2024-02-30' is no date of the calendar"},
      {"date:2024..2023", "error at 5: the range runs backwards: 2024-01-01 is after 2023-12-31"},
      {"a*b", "error at 1: a star stands only at the end of a word"},
      {"**", "error at 0: a star stands only at the end of a word"},
      {"?", "error at 0: there is nothing here to search for"},
      {"query:none", "error at 6: there is no saved search 'none'"},
  };
  for (const Case& c : cases) EXPECT_EQ(tree_of(c.query), c.expected) << c.query;
}

TEST(Parser, SuggestsTheNearestName) {
  auto parsed = parse_query("speeker:putin", today);
  EXPECT_NE(std::get<QueryError>(parsed).hint.find("did you mean speaker:?"), std::string::npos);
  parsed = parse_query("kind:dircet", today);
  EXPECT_NE(std::get<QueryError>(parsed).hint.find("did you mean kind:direct?"), std::string::npos);
}

TEST(Parser, SavedSearchesAreGroupsWithAnEnd) {
  SavedQuery saved = [](std::string_view name) -> std::optional<std::string> {
    if (name == "trade") return "tariffs OR sanctions";
    if (name == "loop") return "a query:loop";
    if (name == "broken") return "(a";
    return std::nullopt;
  };
  auto parsed = parse_query("putin query:trade", today, saved);
  EXPECT_EQ(to_tree(std::get<Node>(parsed)),
            "(and (word putin) (or (word tariffs) (word sanctions)))");
  parsed = parse_query("((((((((((query:trade))))))))))", today, saved);
  EXPECT_EQ(to_tree(std::get<Node>(parsed)), "(or (word tariffs) (word sanctions))");
  parsed = parse_query("query:loop", today, saved);
  EXPECT_EQ(std::get<QueryError>(parsed).message,
            "the saved search 'loop' has an error: the saved search 'loop' asks for itself");
  parsed = parse_query("b query:broken", today, saved);
  EXPECT_EQ(std::get<QueryError>(parsed).offset, 2u);
}

TEST(Parser, TreePrintsAsTheQueryItCameFrom) {
  const char* queries[] = {
      "*",
      "a b",
      "a OR b",
      "a (b OR c) NOT d",
      "NOT (a b)",
      "(a b) OR c",
      "a OR NOT b",
      "speaker:(putin OR xi) brics",
      "speaker:\"Vladimir Putin\"",
      "a NEAR/3 b*",
      "\"a b\" tariff*",
      "(a ADJ/2 b) c",
      "(a NEAR/2 b) OR c",
      "date:2024",
      "date:..2024-10",
      "when:2024-10-23",
      "kind:direct -status:denied",
      "about:(a b)",
      "a AND \"or\" AND b",
      "12:30 U.S.",
  };
  for (const char* query : queries) {
    Node first = std::get<Node>(parse_query(query, today));
    auto again = parse_query(to_query(first), today);
    ASSERT_TRUE(std::holds_alternative<Node>(again)) << to_query(first);
    EXPECT_EQ(to_tree(std::get<Node>(again)), to_tree(first)) << query << " -> " << to_query(first);
  }
}

TEST(Parser, HugeQueriesAreAnsweredAtOnce) {
  auto deep = [](size_t n) { return std::string(n, '(') + "a" + std::string(n, ')'); };
  EXPECT_EQ(tree_of(deep(200)), "(word a)");
  EXPECT_EQ(tree_of(deep(10'000)).substr(0, 13), "error at 200:");
  EXPECT_EQ(tree_of(std::string(1'000'000, '(')).substr(0, 13), "error at 200:");
  EXPECT_EQ(tree_of(std::string(1'000'000, ')')).substr(0, 11), "error at 0:");
  EXPECT_EQ(tree_of(std::string(1'000'000, '-') + "a").substr(0, 5), "(word");
  std::string nots;
  for (int i = 0; i < 250'000; ++i) nots += "NOT ";
  EXPECT_EQ(tree_of(nots + "a"), "(word a)");
  std::string words;
  for (int i = 0; i < 500'000; ++i) words += "a ";
  EXPECT_EQ(tree_of(words), "error at 4000: the query has more than 2000 words");
  EXPECT_EQ(tree_of(std::string(1'000'000, 'a')).size(), 1'000'007u);
  std::string quotes(1'000'001, '"');
  EXPECT_EQ(tree_of(quotes).substr(0, 5), "error");
}

TEST(Parser, AnyBytesGiveATreeOrAnError) {
  const char* pieces[] = {
      "(",       ")",    "\"", "“",  "”",  " ",        " OR ",  " AND ", "NOT ", "-",
      "NEAR/2 ", "ADJ ", "a",  "b*", "*",  "speaker:", "date:", "2024",  "..",   "kind:direct",
      "\x01",    "\x7f", "\t", "é",  "习", ":",        "/",     "'",     ",",    "\u200B"};
  std::mt19937 random(7);
  for (size_t round = 0; round < rounds(20'000); ++round) {
    std::string query;
    for (auto n = random() % 12; n > 0; --n) query += pieces[random() % std::size(pieces)];
    auto parsed = parse_query(query, today);
    if (auto* error = std::get_if<QueryError>(&parsed)) {
      EXPECT_LE(error->offset, query.size());
      EXPECT_FALSE(error->message.empty());
      EXPECT_FALSE(show_with_caret(query, *error).empty());
    } else {
      const Node& tree = std::get<Node>(parsed);
      auto again = parse_query(to_query(tree), today);
      ASSERT_TRUE(std::holds_alternative<Node>(again)) << query << " -> " << to_query(tree);
      EXPECT_EQ(to_tree(std::get<Node>(again)), to_tree(tree)) << query;
    }
  }
}

TEST(QueryErrorCaret, StandsUnderThePlace) {
  EXPECT_EQ(show_with_caret("a é (b", {5, "not closed", "close it"}),
            "  a é (b\n      ^\nnot closed\n  hint: close it\n");
  EXPECT_EQ(show_with_caret("a\x1b[31mb", {0, "bad", ""}), "  a\uFFFD[31mb\n  ^\nbad\n");
  std::string shown = show_with_caret(std::string(100'000, 'x'), {50'000, "here", ""});
  EXPECT_LT(shown.size(), 300u);
}

TEST(CommandWords, AreOneQueryAgain) {
  struct Case {
    std::vector<std::string> words;
    const char* expected;
  };
  const Case cases[] = {
      {{}, ""},
      {{"everything Putin said"}, "everything Putin said"},
      {{"who", "said", "sustainable development"}, "who said \"sustainable development\""},
      {{"speaker:Vladimir Putin", "brics"}, "speaker:\"Vladimir Putin\" brics"},
      {{"-speaker:Vladimir Putin", "brics"}, "-speaker:\"Vladimir Putin\" brics"},
      {{"speaker:putin date:2024", "brics"}, "speaker:putin date:2024 brics"},
      {{"(gas OR oil)", "price"}, "(gas OR oil) price"},
      {{"\"a b\"", "c"}, "\"a b\" c"},
      {{"he said: no way", "c"}, "\"he said: no way\" c"},
  };
  for (const Case& c : cases) EXPECT_EQ(query_of_words(c.words), c.expected);
}

TEST(Spelling, CountsEditsAndSwaps) {
  EXPECT_EQ(spelling_distance("putin", "putin", 3), 0u);
  EXPECT_EQ(spelling_distance("puttin", "putin", 3), 1u);
  EXPECT_EQ(spelling_distance("putni", "putin", 3), 1u);
  EXPECT_EQ(spelling_distance("", "abc", 3), 3u);
  EXPECT_EQ(spelling_distance("abc", "xyz", 2), 3u);
  EXPECT_EQ(spelling_distance(std::string(10'000, 'a'), std::string(10'000, 'b'), 3), 4u);
  EXPECT_EQ(nearest("speeker", {"about", "speaker"}), "speaker");
  EXPECT_EQ(nearest("xyz", {"about", "speaker"}), std::nullopt);
}

}  // namespace
}  // namespace quotary
