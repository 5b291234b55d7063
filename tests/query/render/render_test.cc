#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "query/render/concordance.h"
#include "query/render/json.h"
#include "query/render/renderer.h"
#include "query/render/shell_words.h"
#include "query/render/styled_text.h"

namespace quotary {
namespace {

Hit sample_hit() {
  Hit hit;
  hit.id = "abcdefghijklm-abcdefg";
  hit.speakers = {"Ada Lindqvist", "Bo Ek"};
  hit.mention = "they";
  hit.cue = "said";
  hit.kind = StatementKind::mixed;
  hit.content = {{10, 25, "gas is \"a weapon\""}, {40, 52, "so is grain"}};
  hit.passage.text = "Today gas is \"a weapon\", they said, and so is grain.";
  hit.passage.start = 4;
  hit.passage.content = {{6, 23}, {40, 51}};
  hit.passage.matches = {{6, 9}, {46, 51}};
  hit.passage.cue = {30, 34};
  hit.headline = "Two <b>speak</b> of gas & grain";
  hit.date = parse_iso_date("2024-03-05");
  hit.date_source = DateSource::line;
  hit.dateline_date = parse_iso_date("2024-03-04");
  hit.said = parse_iso_date("2024-03-03");
  hit.when = hit.said;
  hit.location = {"Lindhaven"};
  hit.places = {"Lindhaven, Merovia"};
  hit.agency = "HNA";
  hit.path = "2024/03/gas.txt";
  hit.file = "/news/2024/03/gas.txt";
  hit.line = 7;
  hit.score = 2.5;
  hit.confidence = 0.9;
  return hit;
}

// What a hostile article may hold.
Hit hostile_hit() {
  Hit hit = sample_hit();
  hit.id = "hijklmnopqrst-abcdefg";
  hit.speakers = {"=cmd|' /C calc'!A0"};
  hit.mention = "\x1b]0;owned\x07";
  hit.headline =
      "<script>alert(1)</script>\x1b[2J\xC2\x9B"
      "31m";
  hit.passage.text = "@SUM(1)\x1b[31mred\x1b[0m \u202Egnp.exe\u202C\r\nnext\tline";
  hit.passage.content = {{0, 7}};
  hit.passage.matches.clear();
  hit.content = {{0, 7, "@SUM(1)"}};
  hit.path = "-2024/\"x\".txt";
  hit.status = StatementStatus::denied;
  return hit;
}

ResultHead sample_head() {
  ResultHead head;
  head.query = "speaker:lindqvist gas OR \"grain\"";
  head.total = 12;
  head.offset = 2;
  head.notes = {"no speaker 'Lindkvist' is known; showing 'lindqvist' instead"};
  head.facets = {{"speaker",
                  {{"Ada Lindqvist", 9}, {"Bo \"the\" Ek", 3}},
                  5,
                  1,
                  R"((speaker:lindqvist gas OR "grain") speaker:"Ada Lindqvist")"},
                 {"month",
                  {{"2024-02", 1}, {"2024-03", 11}},
                  2,
                  0,
                  R"((speaker:lindqvist gas OR "grain") when:2024-03)"}};
  head.timeline = Timeline{Interval::month, {{"2024-02", 1}, {"2024-03", 11}}, 2};
  return head;
}

std::string rendered(std::string_view format, const RenderOptions& options) {
  std::string out;
  auto renderer = find_format(format)->make([&](std::string_view text) { out += text; }, options);
  renderer->begin(sample_head());
  renderer->hit(sample_hit());
  renderer->hit(hostile_hit());
  Hit near = sample_hit();
  near.id = "abcdefghijklm-zzzzzzz";
  near.near = "same speaker, next to a match";
  renderer->near(near);
  renderer->end();
  return out;
}

// Compared with tests/golden/query/NAME; written there where QUOTARY_WRITE_GOLDEN is set.
void expect_golden(const std::string& name, const std::string& text) {
  std::string path = std::string(QUOTARY_SOURCE_DIR) + "/tests/golden/query/" + name;
  if (std::getenv("QUOTARY_WRITE_GOLDEN") != nullptr) std::ofstream(path) << text;
  std::ifstream file(path);
  std::stringstream expected;
  expected << file.rdbuf();
  EXPECT_EQ(text, expected.str()) << "golden file " << name;
}

TEST(Render, EveryFormatIsAsItsGoldenFile) {
  for (const Format& format : formats()) {
    RenderOptions options;
    expect_golden("result." + std::string(format.name), rendered(format.name, options));
  }
}

TEST(Render, TextFitsTheTerminal) {
  for (size_t width : {60, 80, 200}) {
    for (bool colour : {false, true}) {
      RenderOptions options;
      options.width = width;
      options.colour = options.hyperlinks = colour;
      std::string text = rendered("text", options);
      expect_golden("text-" + std::to_string(width) + (colour ? "-colour" : ""), text);
      if (colour) continue;
      std::istringstream lines(text);
      for (std::string line; std::getline(lines, line);) {
        bool command = line.find("next: ") != std::string::npos;  // to be copied whole
        EXPECT_TRUE(command || display_width(line) <= width) << line;
      }
    }
  }
}

TEST(Render, NothingThatATerminalObeysComesThrough) {
  for (const Format& format : formats()) {
    std::string text = rendered(format.name, {});
    EXPECT_EQ(text.find('\x1b'), std::string::npos) << format.name;
    EXPECT_EQ(text.find('\x07'), std::string::npos) << format.name;
    EXPECT_EQ(text.find("\xC2\x9B"), std::string::npos) << format.name;
  }
}

TEST(Render, SpreadsheetsSeeNoFormula) {
  for (std::string_view format : {"csv", "tsv"}) {
    std::string out;
    auto renderer = find_format(format)->make([&](std::string_view text) { out += text; }, {});
    ResultHead head = sample_head();
    head.facets.clear();
    head.timeline.reset();
    renderer->begin(head);
    renderer->hit(hostile_hit());
    renderer->end();
    EXPECT_NE(out.find("'=cmd|"), std::string::npos) << out;
    EXPECT_NE(out.find("'@SUM(1)"), std::string::npos) << out;
    EXPECT_NE(out.find("'-2024/"), std::string::npos) << out;
    expect_golden("hostile." + std::string(format), out);
  }
}

TEST(Render, PagesRunNoScripts) {
  std::string page = rendered("html", {});
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
  EXPECT_NE(page.find("&lt;script&gt;"), std::string::npos);
}

TEST(StyledText, CountsColumns) {
  EXPECT_EQ(display_width("abc"), 3u);
  EXPECT_EQ(display_width("Erdoğan"), 7u);
  EXPECT_EQ(display_width("贸易"), 4u);
  EXPECT_EQ(display_width("e\u0301"), 1u);
  EXPECT_EQ(cut_to_width("a long headline", 10), "a long ...");
  EXPECT_EQ(cut_to_width("贸易战争", 6), "贸...");
  EXPECT_EQ(cut_to_width("short", 10), "short");
}

TEST(StyledText, WrapsAtSpacesAndWithinLongWords) {
  Marker plain(false);
  EXPECT_EQ(plain.wrap({{"one two three", Style::plain}}, 12, "  "), "  one two\n  three\n");
  EXPECT_EQ(plain.wrap({{std::string(25, 'x'), Style::plain}}, 12, "  "),
            "  xxxxxxxxxx\n  xxxxxxxxxx\n  xxxxx\n");
  EXPECT_EQ(plain.wrap({{"", Style::plain}}, 12, "  "), "  \n");
  EXPECT_EQ(Marker(true).wrap({{"a b", Style::match}}, 40, ""),
            "\x1b[31ma\x1b[0m \x1b[31mb\x1b[0m\n");
}

TEST(ShellWords, AreQuotedForAShell) {
  EXPECT_EQ(shell_quoted("speaker:putin"), "speaker:putin");
  EXPECT_EQ(shell_quoted("a b"), "'a b'");
  EXPECT_EQ(shell_quoted("it's"), "'it'\\''s'");
  EXPECT_EQ(shell_quoted("$(x)"), "'$(x)'");
  EXPECT_EQ(shell_quoted(""), "''");
}

// Sorted by the words behind or, backwards, before the match; folded; unsorted as they come.
TEST(Concordance, LinesAreSortedByTheirContext) {
  const auto lines = [](KwicOrder order) {
    const Marker marker(false);
    Concordance concordance(order, 60, marker, false);
    std::string out;
    for (const char* text : {"the old BANK failed", "a new bank Agreed", "my Old bank closed"}) {
      Hit hit;
      hit.passage.text = text;
      const auto at =
          static_cast<uint32_t>(hit.passage.text.find(text[8] == 'B' ? "BANK" : "bank"));
      hit.passage.matches = {{at, at + 4}};
      out += concordance.add(hit);
    }
    out += concordance.finish();
    std::string order_of_lines;
    for (const char* word : {"failed", "Agreed", "closed"})
      order_of_lines += std::to_string(
          std::count(out.begin(), out.begin() + static_cast<long>(out.find(word)), '\n'));
    return order_of_lines;
  };
  EXPECT_EQ(lines(KwicOrder::text), "012");
  EXPECT_EQ(lines(KwicOrder::right), "201") << "Agreed, closed, failed";
  EXPECT_EQ(lines(KwicOrder::left), "201") << "new a, Old my, old the";
  EXPECT_EQ(context_key("The quick, brown FOX", true), "fox brown quick the ");
}

}  // namespace
}  // namespace quotary
