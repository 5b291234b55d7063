// quotary-query as people and scripts run it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/query/search/gold_index.h"

namespace quotary {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

struct Outcome {
  int exit_code = -1;
  std::string out;
  std::string err;
};

std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

const std::filesystem::path& scratch() {
  static const TemporaryFolder folder;
  return folder.path();
}

// Runs a line of shell in which $Q is the program, over the sample corpus.
Outcome shell(const std::string& line, const std::filesystem::path& index = sample_index()) {
  setenv("Q", (std::string(QUOTARY_BIN_DIR) + "/quotary-query").c_str(), 1);
  setenv("QUOTARY_INDEX", index.c_str(), 1);
  setenv("XDG_CONFIG_HOME", (scratch() / "config").c_str(), 1);
  setenv("XDG_STATE_HOME", (scratch() / "state").c_str(), 1);
  unsetenv("COLUMNS");
  std::string err = (scratch() / "err").string();
  std::string out = (scratch() / "out").string();
  int status = std::system(("( " + line + " ) >" + out + " 2>" + err + " </dev/null").c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), contents(out),
          contents(err)};
}

TEST(QueryProgram, AnswersAndSaysSoByItsExitCode) {
  struct Case {
    const char* line;
    int exit_code;
    const char* out;  // part of it
    const char* err;  // part of it
  };
  const Case cases[] = {
      {"$Q everything Putin said about BRICS", 0, "Vladimir Putin", ""},
      {"$Q 'everything Putin said about BRICS'", 0, "[*BRICS*", ""},
      {"$Q everything Putin said about zebras", 1, "0 statements", ""},
      {"$Q who said 'national currencies'", 0, "*national currencies*", ""},
      {"$Q speaker:'Vladimir Putin' currencies", 0, "statement", ""},
      {"$Q --speaker 'Vladimir Putin' --about currencies", 0, "statement", ""},
      {"$Q --since 2024-10 --until 2024-10 --count", 0, "statements", ""},
      {"$Q putin brics", 0, "note: 'putin' is read as the speaker", ""},
      {"$Q speaker:Puttin", 0, "showing 'putin' instead", ""},
      {"$Q how often did Putin mention BRICS", 0, "statements", ""},
      {"$Q headlines about BRICS", 0, "articles: headline:BRICS", ""},
      {"$Q --list-fields", 0, "speaker (who)", ""},
      {"$Q --list-speakers ade", 0, "Samuel Adeyo", ""},
      {"$Q --list-speakers zzz", 1, "", "no speaker has a word that begins with 'zzz'"},
      {"$Q path:2024-10-23-key-statements-putin-brics.txt --count", 0, "statements", ""},
      {"$Q path:10 path:2024", 0, "note: no path begins with '10'; showing path:", ""},
      {"$Q path:nowhere", 1, "no statement has path:nowhere", ""},
      {"$Q lang:english", 1, "no statement has lang:english; there is en", ""},
      {"$Q via:Reuters", 1, "no statement has via:Reuters; agency:Reuters finds ", ""},
      {"$Q agency:nobody", 1, "no statement has agency:nobody; there is ", ""},
      {"$Q grain $QUOTARY_INDEX", 1, "is read as words; -i", ""},
      {"$Q --since 2016 --until 2012", 2, "", "--since 2016 is after --until 2012\n"},
      {"$Q speaker:Putin --kwic", 0, "which --kwic would show", ""},
      {"$Q grain --kwic --format csv", 0, "id,speakers", "--kwic is for --format text"},
      {"$Q --articles grain --format csv --limit 1 | head -1", 0, ",statements\n", ""},
      {"$Q --help", 0, "Examples:", ""},
      {"$Q --version", 0, "quotary-query ", ""},
      {"$Q --explain everything Putin said about BRICS", 0, "read as: a question in English", ""},
      {"$Q --explain putin OR xi", 0, "read as: a query", ""},
      {"$Q --explain what was said about the UN", 0, "also called: UN: United Nations", ""},
      {"$Q --explain --no-aliases what was said about the UN", 0, "query: UN\n", ""},
      {"$Q speeker:putin", 2, "", "  speeker:putin\n  ^\nthere is no field 'speeker'"},
      {"$Q '(a OR b'", 2, "", "this parenthesis is not closed"},
      {"$Q date:2024-02-30", 2, "", "'2024-02-30' is no date of the calendar"},
      {"$Q --since 2024-13 x", 2, "", "--since: the query is not understood"},
      {"$Q --kind loud x", 2, "", "there is no kind 'loud'"},
      {"$Q --facets speeker x", 2, "", "did you mean speaker?"},
      {"$Q -x", 2, "", "NOT x"},
      {"$Q --format yaml x", 2, "", "yaml"},
      {"$Q", 2, "", "nothing is asked for"},
      {"$Q ''", 2, "", "hint: '*' finds all statements"},
      {"$Q ' ' --count", 2, "", "nothing is asked for"},
      {"$Q --format json --limit 1", 2, "", "nothing is asked for"},
      {"$Q --count", 0, "415 statements", ""},
      {"$Q --limit many x", 2, "", "limit"},
      {"$Q --limit -1 x", 2, "", "not in range"},
      {"$Q --limit -1 x", 2, "", "--help shows the options"},
      {"$Q --json -2024 x", 2, "", "write NOT 2024"},
      {"$Q --limit 99999999999999999999 x", 2, "", "--limit"},
      {"$Q --offset -1 x", 2, "", "not in range"},
      {"$Q --facet-limit -1 x", 2, "", "not in range"},
      {"$Q brics --offset 5000", 0, "--offset 5000 leaves out all of", ""},
      {"$Q everything Putin said about zebras", 1, "speaker:Putin alone has 23 statements", ""},
      {"$Q what did Putin say about BRICS in 1999", 1,
       "leaving out when:1999-01-01..1999-12-31 finds ", ""},
      {"$Q speaker:putin zebras date:1999", 1, "0 statements: speaker:putin zebras", ""},
      {"$Q what did Putin say about grain and zebras", 0, "nothing was found for", ""},
      {"$Q --count -- -putin", 0, "402 statements", ""},
      {"$Q --timeline brics", 0, "timeline", ""},
      {"$Q --timeline=year --facets kind brics", 0, "  2024  ", ""},
      {"$Q --timeline=decade brics", 2, "", "decade"},
      {"$Q brics --kwic", 0, "BRICS", ""},
      {"$Q brics --kwic=right", 0, "2024-10-23", ""},
      {"$Q brics --kwic=up", 2, "", "--kwic"},
      {"QUOTARY_CONFIG=/no/such/file $Q x", 2, "", "/no/such/file cannot be read"},
      {"QUOTARY_CONFIG= $Q grain --count", 0, "statements", ""},
      {"printf 'format = jsonl\\nlimit = 1' >/tmp/quotary-config-test; "
       "QUOTARY_CONFIG=/tmp/quotary-config-test $Q grain; rm /tmp/quotary-config-test",
       0, "{\"id\"", ""},
      {"$Q -i /no/such/index x", 2, "", "quotary-index"},
      {"$Q x >/dev/full", 2, "", "cannot be written"},
  };
  for (const Case& c : cases) {
    Outcome run = shell(c.line);
    EXPECT_EQ(run.exit_code, c.exit_code) << c.line << "\n" << run.err;
    EXPECT_THAT(run.out, HasSubstr(c.out)) << c.line;
    EXPECT_THAT(run.err, HasSubstr(c.err)) << c.line;
    bool named = run.err.find("quotary-query: ") != std::string::npos;
    EXPECT_TRUE(named || c.exit_code != 2) << c.line;
  }
}

// Totals and facets are over all indexes; one that is named twice counts once; ids are found in
// any.
TEST(QueryProgram, SeveralIndexesAreSearchedAsOne) {
  const std::filesystem::path other = scratch() / "other";
  build_small_index({{" date 2031-05-04 Kites\n\nThe mayor said kites must stay low.", "Ada Brix"}},
                    other);
  const std::string both =
      "$Q -i $QUOTARY_INDEX -i " + other.string() + " -i " + other.string() + "/. ";
  EXPECT_EQ(shell(both + "kites --count").out, "1 statement\n");
  const auto number = [&](const std::string& line) { return std::stoi(shell(line).out); };
  EXPECT_EQ(number(both + "'*' --count"), number("$Q '*' --count") + 1);
  EXPECT_THAT(shell(both + "'*' --count --facets speaker --facet-limit 0").out,
              HasSubstr("Ada Brix"));
  const std::string row = shell(both + "kites --format jsonl").out;
  const std::string id = row.substr(row.find("\"id\":\"") + 6, 21);
  EXPECT_THAT(shell(both + "--article " + id).out, HasSubstr("kites must stay low"));
  Outcome missing = shell("$Q -i $QUOTARY_INDEX -i /no/such/index x");
  EXPECT_EQ(missing.exit_code, 2);
  EXPECT_THAT(missing.err, HasSubstr("/no/such/index"));
}

// Whatever bytes are typed: an answer or an error, and nothing that a terminal obeys.
TEST(QueryProgram, AnyBytesAreAnsweredOrRefused) {
  const char* words[] = {"'\xff\xfe'",
                         "'\x1b[31mred'",
                         "'\"\xff\"'",
                         "'speaker:\xc3'",
                         "'a\xe2\x80'",
                         "'\xe2\x80\xae'",
                         "\"$(printf '%0.s(' $(seq 20000))\"",
                         "\"$(printf 'a%0.s ' $(seq 30000))\"",
                         "--speaker '\xff\x1b'",
                         "--since '\xff'",
                         "--list-speakers='\xff'",
                         "--article '\x1b'"};
  for (const char* word : words) {
    Outcome run = shell(std::string("$Q --format json ") + word);
    EXPECT_TRUE(run.exit_code >= 0 && run.exit_code <= 2) << word << " " << run.exit_code;
    EXPECT_THAT(run.out + run.err, Not(HasSubstr("\x1b"))) << word;
    EXPECT_LT(run.err.size(), 2000u) << word;
  }
}

TEST(QueryProgram, AClosedPipeIsNoError) {
  Outcome run = shell(
      "bash -c '$Q \"*\" --limit 0 --format jsonl | head -1 >/dev/null; "
      "echo ${PIPESTATUS[0]}'");
  EXPECT_EQ(run.out, "0\n");
  EXPECT_EQ(run.err, "");
}

TEST(QueryProgram, ColoursOnlyWhereTheyAreWanted) {
  EXPECT_THAT(shell("$Q brics").out, Not(HasSubstr("\x1b")));
  EXPECT_THAT(shell("$Q --color always brics").out, HasSubstr("\x1b[1;31mBRICS\x1b[0m"));
  EXPECT_THAT(shell("$Q --color never brics").out, Not(HasSubstr("\x1b")));
}

TEST(QueryProgram, NotesOfOtherFormatsGoToStandardError) {
  Outcome run = shell("$Q speaker:Puttin --format jsonl");
  EXPECT_THAT(run.err, HasSubstr("showing 'putin' instead"));
  EXPECT_THAT(run.out, StartsWith("{\"id\":"));
}

TEST(QueryProgram, SearchesAreSavedAndUsedByName) {
  EXPECT_EQ(shell("$Q --list-saved").exit_code, 1);
  EXPECT_THAT(shell("$Q --save energy 'gas OR oil' --count").out,
              HasSubstr("saved: query:energy is gas OR oil"));
  EXPECT_THAT(shell("$Q --list-saved").out, HasSubstr("gas OR oil"));
  Outcome saved = shell("$Q query:energy by:'Ada Lindqvist' --count");
  Outcome typed = shell("$Q '(gas OR oil)' by:'Ada Lindqvist' --count");
  EXPECT_EQ(saved.out, typed.out);
  EXPECT_EQ(shell("$Q query:nothing").exit_code, 2);
  EXPECT_EQ(shell("$Q --save ../x gas").exit_code, 2);
}

TEST(QueryProgram, NewShowsOnlyWhatWasNotThere) {
  EXPECT_EQ(shell("$Q --new grain --format jsonl").exit_code, 0);
  Outcome again = shell("$Q --new grain --format jsonl");
  EXPECT_EQ(again.exit_code, 1);
  EXPECT_EQ(again.out, "");
  EXPECT_EQ(shell("$Q --new gas --format jsonl").exit_code, 0);
}

// What a limit leaves out, and what is only counted, is still new.
TEST(QueryProgram, NewMarksWhatItHasShown) {
  const int all = std::stoi(shell("$Q prices --count").out);
  ASSERT_GT(all, 4);
  auto left = [] { return std::stoi(shell("$Q prices --new --count | tail -1").out); };
  EXPECT_EQ(left(), all);
  EXPECT_EQ(left(), all);
  EXPECT_EQ(shell("$Q prices --new --limit 2 --format jsonl | wc -l").out, "2\n");
  EXPECT_EQ(left(), all - 2);
  EXPECT_EQ(shell("$Q prices --new --limit 1 --offset 1 --format jsonl | wc -l").out, "1\n");
  EXPECT_EQ(left(), all - 3);
  EXPECT_EQ(shell("$Q prices --new --limit 0 >/dev/full").exit_code, 2);
  EXPECT_EQ(left(), all - 3);
  shell("$Q prices --new --limit 0");
  EXPECT_EQ(left(), 0);
}

// What others are to be like is no answer, and counts nowhere.
TEST(QueryProgram, LikeLeavesOutWhatItIsGiven) {
  std::string id = shell("$Q --format jsonl speaker:putin grain").out.substr(7, 21);
  const std::string like = "$Q --like " + id + " --format jsonl --limit ";
  EXPECT_THAT(shell(like + "0").out, Not(HasSubstr("{\"id\":\"" + id)));
  EXPECT_EQ(shell(like + "1 | wc -l").out, "1\n");
  const std::string total = shell("$Q --count --facets kind --like " + id).out;
  EXPECT_EQ(shell(like + "0 | wc -l").out, std::to_string(std::stoi(total)) + "\n");
  std::string article = id.substr(0, id.find('-'));
  EXPECT_THAT(shell("$Q --articles --limit 1 --format jsonl --like " + article).out,
              AllOf(HasSubstr("{\"id\":"), Not(HasSubstr("{\"id\":\"" + article))));
}

TEST(QueryProgram, ShowsWholeArticles) {
  std::string id = shell("$Q --format jsonl speaker:putin grain").out.substr(7, 21);
  Outcome article = shell("$Q --article " + id);
  EXPECT_EQ(article.exit_code, 0);
  EXPECT_THAT(article.out, HasSubstr("] (Vladimir Putin)"));
  EXPECT_EQ(shell("$Q --article nonsense").exit_code, 2);
  EXPECT_EQ(shell("$Q --like " + id + " --limit 3").exit_code, 0);
  EXPECT_EQ(shell("$Q --like nonsense").exit_code, 2);
}

TEST(QueryProgram, CompletionsAreScriptsThatKnowTheOptions) {
  for (const char* name : {"bash", "zsh"}) {
    Outcome script = shell(std::string("$Q --completion ") + name + " | tee /dev/stderr | bash -n");
    EXPECT_EQ(script.exit_code, 0) << script.err;
    EXPECT_THAT(script.err, HasSubstr("--facets"));
  }
  EXPECT_THAT(shell("$Q --completion fish").out, HasSubstr("-l facets"));
}

// As bash calls it: names come from the index that the line has named, not from the default one.
TEST(QueryProgram, CompletionTakesNamesFromTheIndexOnTheLine) {
  auto completed = [](const std::string& words, const std::filesystem::path& index) {
    std::string script = (scratch() / "complete.sh").string();
    std::ofstream(script) << "source <(\"$Q\" --completion bash)\n"
                          << "quotary-query() { \"$Q\" \"$@\"; }\n"
                          << "COMP_WORDS=(quotary-query " << words << ")\n"
                          << "COMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n"
                          << "_quotary_query && printf '%s\\n' \"${COMPREPLY[@]}\"\n";
    return shell("bash " + script, index).out;
  };
  EXPECT_THAT(completed("--speaker Lind", sample_index()), HasSubstr("Ada\\ Lindqvist\n"));
  EXPECT_THAT(completed("--location Kaz", sample_index()), HasSubstr("Kazan\n"));
  EXPECT_THAT(completed("-i " + sample_index().string() + " --speaker Lind", "/no/index"),
              HasSubstr("Ada\\ Lindqvist\n"));
  EXPECT_EQ(completed("--speaker Lind", "/no/index"), "\n");
  EXPECT_EQ(completed("--kind d", sample_index()), "direct\n");
}

TEST(QueryProgram, NothingIsBrokenInAWordAt80Columns) {
  std::istringstream help(shell("$Q --help").out);
  for (std::string line; std::getline(help, line);) EXPECT_LE(line.size(), 80u) << line;
}

TEST(QueryProgram, FacetsSayHowToDrillDown) {
  struct Case {
    const char* query;
    const char* next;
  };
  const Case cases[] = {
      {"'(putin OR xi) brics'", "next: quotary-query '(putin OR xi) brics kind:"},
      {"'putin OR xi'", "next: quotary-query '(putin OR xi) kind:"},
      {"'\"a OR b\" OR xi'", "next: quotary-query '(\"a OR b\" OR xi) kind:"},
      {"'brics NOT kind:direct'", "next: quotary-query 'brics NOT kind:direct kind:"},
      {"'brics NOT \"gas OR oil\"'", "next: quotary-query 'brics NOT \"gas OR oil\" kind:"},
  };
  for (const Case& c : cases) {
    Outcome run = shell("$Q --facets kind --limit 1 --width 200 " + std::string(c.query));
    EXPECT_THAT(run.out, HasSubstr(c.next)) << c.query;
  }
}

// What is asked for is not suggested again.
TEST(QueryProgram, FacetsReplaceWhatIsAskedOfTheirField) {
  EXPECT_THAT(shell("$Q speaker:putin brics --facets speaker --width 200 --limit 1").out,
              HasSubstr("next: quotary-query 'brics speaker:\"Vladimir Putin\"'"));
  EXPECT_THAT(shell("$Q kind:direct brics --facets kind --limit 1").out, Not(HasSubstr("next:")));
}

// Every option of --help is in the manual, and the other way round.
TEST(QueryProgram, TheManualHasAllOptions) {
  std::string manual = contents(std::string(QUOTARY_SOURCE_DIR) + "/docs/man/quotary-query.1");
  std::string help = shell("$Q --help").out;
  auto options = [](const std::string& text) {
    std::set<std::string> names;
    for (size_t at = 0; (at = text.find("--", at)) != std::string::npos; at += 2) {
      size_t end = at + 2;
      while (end < text.size() && ((text[end] >= 'a' && text[end] <= 'z') || text[end] == '-')) {
        ++end;
      }
      if (end > at + 2) names.insert(text.substr(at, end - at));
    }
    return names;
  };
  size_t at = 0;
  while ((at = manual.find("\\-", at)) != std::string::npos) manual.replace(at, 2, "-");
  EXPECT_EQ(options(help), options(manual));
}

TEST(QueryProgram, TheSyntaxManualHasAllFields) {
  std::string manual =
      contents(std::string(QUOTARY_SOURCE_DIR) + "/docs/man/quotary-query-syntax.7");
  std::istringstream fields(shell("$Q --list-fields").out);
  size_t count = 0;
  for (std::string line; std::getline(fields, line); ++count) {
    std::string name = line.substr(0, line.find(' '));
    EXPECT_THAT(manual, HasSubstr("\n.B " + name + "\n")) << name;
  }
  EXPECT_GT(count, 15u);
}

TEST(QueryProgram, GroupsRepeats) {
  Outcome plain = shell("$Q --format jsonl by:'Ada Lindqvist' content:corridor | wc -l");
  Outcome grouped = shell("$Q --group --format jsonl by:'Ada Lindqvist' content:corridor");
  EXPECT_EQ(plain.out, "3\n");
  EXPECT_THAT(grouped.out, HasSubstr("\"occurrences\":2,\"sources\":[{"));
}

// The answer that the README promises, of the seed, where it is there.
TEST(QueryProgram, WhatPutinAndXiSaidAboutBrics) {
  std::string shared = std::string(QUOTARY_SOURCE_DIR) + "/../shared";
  if (!std::filesystem::exists(shared + "/seed")) GTEST_SKIP() << "no " << shared << "/seed";
  TemporaryFolder folder;
  std::filesystem::path seed = folder.path() / "index";
  build_gold_index(shared + "/seed", shared + "/gold/seed.statements.jsonl", seed);
  for (const char* strict : {"", "--strict "}) {
    std::string q = std::string("$Q --format jsonl ") + strict;
    Outcome putin = shell(q + "everything Putin said about BRICS | grep -c 'Vladimir Putin'", seed);
    EXPECT_EQ(putin.out, "2\n");
    EXPECT_EQ(shell(q + "everything Putin said about BRICS | wc -l", seed).out, "2\n");
    EXPECT_EQ(shell(q + "everything Xi said about BRICS | wc -l", seed).out, "3\n");
  }
  Outcome facets = shell("$Q kind:indirect --facets speaker --format csv", seed);
  EXPECT_EQ(facets.out, "facet,value,count\nspeaker,Xi Jinping,14\nspeaker,Vladimir Putin,8\n");
}

}  // namespace
}  // namespace quotary
