// Articles, file names and queries that are made to harm whoever looks at them, through both
// programs and every form of output: terminals obey nothing, spreadsheets compute nothing, browsers
// run nothing.
#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "common/text/utf8.h"
#include "tests/cli/program.h"
#include "tests/effort.h"
#include "tests/indexer/index/folder.h"

namespace quotary {
namespace {

using testing::HasSubstr;
using testing::Not;

// None holds a slash or a NUL: all of them may stand in a file's name as well.
const std::vector<std::string> kPayloads = {
    "\x1b[2J\x1b[H",                                      // clears the screen
    "\x1b]0;owned\x07",                                   // renames the window
    "\x1b]52;c;cm0gLXJmIH4K\x07",                         // fills the clipboard
    "\x1b]8;;http:evil.example\x1b\\link\x1b]8;;\x1b\\",  // a link that says another place
    "\x1bP$q\"p\x1b\\",             // asks the terminal, which answers as if typed
    "\x1b[6n\x1b[c",                // the same
    "\x1b[?1049h\x1b[8m",           // another screen, invisible text
    "\x1b[31mred",                  //
    "\u009B2J\u009D0;owned\u009C",  // C1 in UTF-8
    "\x9b"
    "2J\x90",                                // C1 in eight bits
    "\x08\x08\x08\x08",                      // backspace over what stands before
    "\x07\x0b\x0c\x0e\x0f\x7f",              // bell, vertical tab, form feed, other characters
    "\rquotary-index: all is well",          // writes over the line
    "\nquotary-index: fatal: made up",       // a line of its own
    "\u202Egnp.exe\u202C",                   // turned around
    "\u2066\u2067\u2068\u2069\u200F\u061C",  //
    "\u2028\u2029\u0085",                    // line ends that are none
    "\uFEFF\uFFFE\uFFFF\u200B\u200D",        //
    "e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u030A\u030B\u030C",  // piled up
    "\xff\xfe\xc0\xaf\xed\xa0\x80\xf5\xe2\x80",                             // no UTF-8
    "=cmd|' C calc'!A0",                                                    // formulas
    "+1+1",
    "-1-1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "\uFF1D1+1",
    "\"=1+1",
    ";=1+1",
    ",=1+1",
    "=HYPERLINK(\"http:evil.example\";\"x\")",
    "<script>alert(1)<script>",  // markup
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "<a href=javascript:alert(1)>x",
    "<style>*{display:none}",
    "<meta http-equiv=refresh content=0>",
    "<!--",
    "]]>",
    "&lt;b&gt;&#x3c;",
    "\"},{\"id\":\"x",
    "\\u0022\\",
    "\\",  // out of a string
    "$(touch owned)",
    "`touch owned`",
    "'; touch owned; '",
    "%n%s%p",
    "{} {0} {:x}",
    "{{7*7}}",
    "--compact",
    "..",
    "~",
    "*",
    "\xF0\x9F\x92\xA9",
};

std::string article(const std::string& p) {
  return " date 2024-05-06 " + p + " Bridge " + p + " reopens\n\nKELDA" + p +
         ", Merovia, May 6 (MPA" + p + ") - " + p + " Mayor Ida Holm" + p + " said that \"the " +
         p + " bridge " + p + " would reopen in June\" " + p + ".\n\nTom " + p + " Brandt denied " +
         p + " that the bridge was closed, Holm's agency " + p + " reported.\n\n" + p +
         "\n\n\"The bridge " + p + " is safe,\" " + p + " the ministry's " + p +
         " spokesman said.\n";
}

bool turns_direction(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

// UTF-8 without control characters but line ends, and whatever else `allowed` has.
void expect_no_controls(const std::string& text, const std::string& what,
                        const std::string& allowed = {}) {
  ASSERT_EQ(valid_utf8_prefix(text), text.size()) << what << " is no UTF-8";
  for (size_t at = 0; at < text.size();) {
    size_t begin = at;
    char32_t c = next_code_point(text, at);
    bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    if (!control || c == '\n' || (c < 0x80 && allowed.find(static_cast<char>(c)) != allowed.npos))
      continue;
    FAIL() << what << " holds the control character " << static_cast<uint32_t>(c)
           << " in: " << testing::PrintToString(text.substr(begin > 60 ? begin - 60 : 0, 120));
  }
}

void expect_harmless(const std::string& text, const std::string& what) {
  expect_no_controls(text, what);
  for (size_t at = 0; at < text.size();)
    ASSERT_FALSE(turns_direction(next_code_point(text, at))) << what << " turns its direction";
}

// Colours, and links to files, are the program's own.
std::string without_styles(const std::string& text) {
  static const std::regex styles("\x1b\\[[0-9;]*m|\x1b\\]8;;[!-~]*\x1b\\\\");
  return std::regex_replace(text, styles, "");
}

std::vector<std::vector<std::string>> csv_rows(const std::string& csv) {
  std::vector<std::vector<std::string>> rows(1);
  rows.back().emplace_back();
  bool quoted = false;
  for (size_t i = 0; i < csv.size(); ++i) {
    char c = csv[i];
    if (quoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
      rows.back().back() += '"';
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      rows.back().emplace_back();
    } else if (!quoted && c == '\n') {
      rows.emplace_back(1);
    } else {
      rows.back().back() += c;
    }
  }
  EXPECT_FALSE(quoted) << "a quotation mark is not closed";
  rows.pop_back();
  return rows;
}

void expect_no_formula(const std::string& cell) {
  for (std::string_view start : {"=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B"})
    EXPECT_FALSE(cell.starts_with(start)) << "a formula: " << cell;
}

void expect_harmless_csv(const std::string& csv) {
  expect_no_controls(csv, "csv", "\t");
  auto rows = csv_rows(csv);
  for (const auto& row : rows) {
    EXPECT_EQ(row.size(), rows[0].size());
    for (const std::string& cell : row) expect_no_formula(cell);
  }
}

void expect_harmless_tsv(const std::string& tsv) {
  expect_no_controls(tsv, "tsv", "\t");
  std::istringstream lines(tsv);
  std::set<long> widths;
  for (std::string line; std::getline(lines, line);) {
    widths.insert(std::count(line.begin(), line.end(), '\t'));
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, '\t');) expect_no_formula(cell);
  }
  EXPECT_EQ(widths.size(), 1u) << "rows of several widths";
}

// Only elements and attributes that the page itself has; all of it is text otherwise.
void expect_harmless_page(const std::string& page) {
  expect_harmless(page, "html");
  EXPECT_THAT(page, HasSubstr("Content-Security-Policy\" content=\"default-src 'none'"));
  static const std::regex tag("<(/?[!a-zA-Z][a-zA-Z0-9]*)([^<>]*)>?");
  static const std::set<std::string> elements = {
      "!DOCTYPE", "html", "head",    "meta",   "title",   "style",      "body", "h1",
      "h2",       "p",    "div",     "span",   "article", "blockquote", "b",    "mark",
      "table",    "tr",   "td",      "th",     "thead",   "tbody",      "time", "ul",
      "ol",       "li",   "section", "header", "footer",  "cite",       "q",    "i",
      "small",    "nav",  "dl",      "dt",     "dd"};
  for (std::sregex_iterator at(page.begin(), page.end(), tag), end; at != end; ++at) {
    std::string name = (*at)[1];
    if (name.starts_with('/')) name.erase(0, 1);
    EXPECT_TRUE(elements.contains(name)) << "an element of the text's own: " << at->str();
    EXPECT_THAT((*at)[2].str(), Not(HasSubstr(" on"))) << at->str();
    EXPECT_THAT((*at)[2].str(), Not(HasSubstr("refresh"))) << at->str();
  }
}

void expect_json(const std::string& text, const std::string& what) {
  expect_no_controls(text, what);
  EXPECT_FALSE(nlohmann::json::parse(text, nullptr, false).is_discarded()) << what;
}

void expect_json_lines(const std::string& text, const std::string& what) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) expect_json(line, what);
}

class HostileText : public testing::Test {
 protected:
  // Once for all tests; not in SetUpTestSuite, since a TestFolder has a test's name.
  void SetUp() override {
    if (folder_) return;
    folder_ = new TestFolder();
    for (size_t i = 0; i < kPayloads.size(); ++i) {
      const std::string& p = kPayloads[i];
      folder_->write("news/" + std::to_string(i) + ".txt", article(p));
      folder_->write("news/names/" + p + std::to_string(i) + p + ".txt", article(p));
      folder_->write("news/empty/" + p + std::to_string(i) + ".txt", "");
    }
    folder_->write("news/" + kPayloads[0] + "/a.txt", article(""));
    indexed_ = new Outcome(index({(*folder_ / "news").string()}));
  }
  static void TearDownTestSuite() {
    delete indexed_;
    delete folder_;
  }

  static std::map<std::string, std::string> environment() {
    return {{"QUOTARY_INDEX", *folder_ / "index"},
            {"XDG_CONFIG_HOME", *folder_ / "config"},
            {"XDG_STATE_HOME", *folder_ / "state"}};
  }
  static Outcome index(const std::vector<std::string>& arguments) {
    return run_program("quotary-index", arguments, {}, environment());
  }
  static Outcome query(const std::vector<std::string>& arguments) {
    Outcome outcome = run_program("quotary-query", arguments, {}, environment());
    EXPECT_THAT(outcome.exit, testing::AnyOf(0, 1, 2)) << testing::PrintToString(arguments);
    expect_harmless(outcome.errors, "an error message");
    return outcome;
  }

  static TestFolder* folder_;
  static Outcome* indexed_;
};

TestFolder* HostileText::folder_ = nullptr;
Outcome* HostileText::indexed_ = nullptr;

TEST_F(HostileText, IsIndexedAndTheIndexerSaysNothingHarmful) {
  EXPECT_EQ(indexed_->exit, 1);  // empty files were skipped
  expect_harmless(indexed_->errors, "a message");
  EXPECT_THAT(indexed_->errors, HasSubstr("\\x1b[2J\\x1b[H0.txt: skipped: the file is empty"));
  for (const char* task : {"--status", "--check"}) {
    Outcome outcome = index({task});
    EXPECT_EQ(outcome.exit, 0) << outcome.errors;
    expect_harmless(outcome.output + outcome.errors, task);
  }
  Outcome rows = index({"--statements", *folder_ / "news"});
  expect_harmless(rows.errors, "a message");
  expect_json_lines(rows.output, "--statements");
  EXPECT_GT(std::count(rows.output.begin(), rows.output.end(), '\n'), 100);
}

TEST_F(HostileText, SourcesOptionsAndIndexesAreNamedHarmlessly) {
  for (size_t i = 0; i < kPayloads.size(); ++i) {
    const std::string& p = kPayloads[i];
    size_t form = 0;
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"/nowhere/" + p},
          {"--format", p, "/nowhere"},
          {"--" + p, "/nowhere"},
          {"-i", "/nowhere/" + p, "--status"},
          {"-i", "/nowhere/" + p, "--check"},
          {"--authority", "/nowhere/" + p, *folder_ / "news"},
          {"--model", "/nowhere/" + p, "x"}}) {
      if (!tried(i, form++)) continue;
      Outcome outcome = index(arguments);
      expect_harmless(outcome.output + outcome.errors, testing::PrintToString(arguments));
    }
  }
}

TEST_F(HostileText, IsTextOnATerminal) {
  const std::vector<std::vector<std::string>> tasks = {
      {"bridge"},
      {"bridge", "--kwic"},
      {"bridge", "--context", "3"},
      {"bridge", "--group"},
      {"bridge", "--near"},
      {"--articles", "bridge"},
      {"bridge", "--count"},
      {"--list-speakers"},
      {"--list-places"},
      {"--facets", "speaker,location,agency,headline,cue,month", "bridge"},
      {"--timeline", "bridge"},
      {"--explain", "bridge"},
      {"everything Holm said about the bridge"}};
  for (std::vector<std::string> task : tasks) {
    task.insert(task.end(), {"--limit", "0"});
    Outcome plain = query(task);
    EXPECT_EQ(plain.exit, 0) << testing::PrintToString(task);
    expect_harmless(plain.output, testing::PrintToString(task));
    task.insert(task.end(), {"--color", "always", "--width", "60"});
    expect_harmless(without_styles(query(task).output), testing::PrintToString(task));
  }
}

TEST_F(HostileText, IsDataInEveryFormat) {
  for (std::vector<std::string> task : {std::vector<std::string>{"bridge"},
                                        {"--articles", "bridge"},
                                        {"bridge", "--context", "2"},
                                        {"--facets", "speaker,agency,headline", "bridge"}}) {
    auto as = [&](const char* format) {
      std::vector<std::string> arguments = task;
      arguments.insert(arguments.end(), {"--limit", "0", "--format", format});
      Outcome outcome = query(arguments);
      EXPECT_EQ(outcome.exit, 0) << format;
      return outcome.output;
    };
    expect_json(as("json"), "json");
    expect_json_lines(as("jsonl"), "jsonl");
    expect_json(as("annotation"), "annotation");
    expect_harmless_csv(as("csv"));
    expect_harmless_tsv(as("tsv"));
    expect_harmless_page(as("html"));
  }
}

TEST_F(HostileText, IsHarmlessAsAWholeArticle) {
  Outcome found = query({"--articles", "bridge", "--limit", "0", "--format", "jsonl"});
  std::istringstream lines(found.output);
  size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    auto hit = nlohmann::json::parse(line, nullptr, false);
    ASSERT_TRUE(hit.contains("id")) << line;
    std::string id = hit["id"];
    if (!tried(count, 0)) continue;
    expect_harmless(query({"--article", id}).output, "--article");
    if (count % 8 == 0) {
      expect_harmless(query({"--like", id}).output, "--like");
      expect_harmless_page(query({"--article", id, "--format", "html"}).output);
    }
  }
  EXPECT_GT(count, kPayloads.size());
}

TEST_F(HostileText, IsAskedForHarmlessly) {
  for (size_t i = 0; i < kPayloads.size(); ++i) {
    const std::string& p = kPayloads[i];
    size_t form = 0;
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"--", p},
          {"--", "everything " + p + " said about " + p},
          {"--", "speaker:" + p},
          {"--", "speaker:\"" + p + "\""},
          {"--", "date:" + p},
          {"--", p + ":x (\""},
          {"--by", p},
          {"--since", p},
          {"--facets", p},
          {"--format", p},
          {"--article", p},
          {"--like", p},
          {"--save", p, "bridge"},
          {"--sort=" + p},
          {"--explain", "--", p},
          {"--list-speakers=" + p},
          {"-i", "/nowhere/" + p, "x"}}) {
      if (!tried(i, form++)) continue;
      Outcome outcome = query(arguments);
      expect_harmless(outcome.output, testing::PrintToString(arguments));
    }
  }
  expect_harmless(query({"--list-saved"}).output, "--list-saved");
}

}  // namespace
}  // namespace quotary
