#include "indexer/extract/said_date.h"

#include <gtest/gtest.h>

#include "corpus/article/article_parser.h"

namespace quotary {
namespace {

// An article in which attributions are marked: [cue], <mention>, {content}; one of each makes an
// attribution, in the order of the contents. A content may hold an attribution's cue and mention.
struct Marked {
  std::string text;
  std::vector<Span> cues, mentions, contents;

  explicit Marked(std::string_view marked) {
    std::vector<size_t> open;
    for (char c : marked) {
      auto at = static_cast<uint32_t>(text.size());
      if (c == '[') cues.push_back({at, 0});
      if (c == '<') mentions.push_back({at, 0});
      if (c == '{') open.push_back(contents.size()), contents.push_back({at, 0});
      if (c == ']') cues.back().end = at;
      if (c == '>') mentions.back().end = at;
      if (c == '}') contents[open.back()].end = at, open.pop_back();
      if (std::string_view("[]<>{}").find(c) == std::string_view::npos) text.push_back(c);
    }
  }
};

TokenRange tokens_in(const Reading& reading, Span span) {
  TokenRange range;
  for (uint32_t t = 0; t < reading.tokens.size(); ++t) {
    if (!span.contains(reading.tokens[t].span)) continue;
    if (range.empty()) range.begin = t;
    range.end = t + 1;
  }
  return range;
}

// The days, "-" where there is none, of an article of Wednesday 2024-10-23. The n-th cue and
// mention belong to the n-th content.
std::string said(std::string_view marked, std::string_view first_line = "date 2024-10-23 Title") {
  Marked parts(marked);
  Article article = parse_article(std::string(first_line) + "\n\n" + parts.text, "a.txt");
  auto shift = static_cast<uint32_t>(article.text.size() - parts.text.size());
  Reading reading = read_article(article, Lexicon::of("en"));
  std::vector<Attribution> attributions;
  std::vector<Resolution> resolutions;
  auto place = [&](Span span) {
    return tokens_in(reading, {span.begin + shift, span.end + shift});
  };
  for (size_t i = 0; i < parts.contents.size(); ++i) {
    Attribution attribution;
    attribution.cue = place(parts.cues.at(i));
    attribution.speaker = place(parts.mentions.at(i));
    attribution.content = {place(parts.contents[i])};
    Resolution resolution;
    std::string name(parts.mentions[i].of(parts.text));
    if (name == "he" || name == "He") name = "Lee";
    bool unnamed = name.empty() || name.starts_with("the ") || name == "officials" || name == "She";
    if (!unnamed) resolution.names = {name};
    if (name == "She") resolution.speaker = 0;  // the first to speak
    attributions.push_back(attribution);
    resolutions.push_back(resolution);
  }
  std::string days;
  for (auto day : find_said_dates(reading, attributions, resolutions)) {
    days += (days.empty() ? "" : " ") + (day ? to_iso(*day).substr(5) : "-");
  }
  return days;
}

TEST(SaidDate, IsFoundInTheReportingWords) {
  struct Case {
    const char *marked, *expected;
  };
  const Case cases[] = {
      {"<Lee> [said] Tuesday that {grain is dear}.", "10-22"},
      {"<Lee> [said] on Wednesday that {grain is dear}.", "10-23"},
      {"<Lee> on Thursday [said] {grain was dear}.", "10-17"},
      {"On Monday, <Lee> [said] {grain was dear}.", "10-21"},
      {"Late Monday <Lee> [told] reporters {grain was dear}.", "10-21"},
      {"<Lee> [told] reporters late Monday that {grain was dear}.", "10-21"},
      {"\"{Grain is dear},\" <Lee> [said] at the fair on Sunday.", "10-20"},
      {"<Lee> [said] yesterday that {grain is dear}.", "10-22"},
      {"<Lee> [said] today {grain is dear}.", "10-23"},
      {"<Lee> [said] on Oct. 16 that {grain is dear}.", "10-16"},
      {"<Lee> [said] on 16 October that {grain is dear}.", "10-16"},
      {"<Lee> [said] on Dec. 30 that {grain is dear}.", "12-30"},
      {"<Lee> [said] last Wednesday that {grain is dear}.", "10-16"},
      {"{Grain is dear}, <Lee> [said] after talks with the farmers on Tuesday.", "10-22"},
      {"Hopes sank on Tuesday when <Lee> [said] {grain was dear}.", "10-22"},
      {"On Monday a quarrel grew as <Lee> [said] {grain was dear}.", "10-21"},
      {"<Lee> Tuesday sharply [condemned] {two raids in the hills} Monday.", "10-22"},
      {"<Lee> [condemned] {two raids in the hills} Monday.", "10-21"},
      {"<Wardens> on Tuesday [accused] Lee of {theft}.", "10-22"},
      // not told, or the day of something else
      {"Two men went on trial on Tuesday [accused]<> of {theft}.", "-"},
      {"<Lee> [said] that {grain is dear}.", "-"},
      {"<Lee> [said] {grain rose on Tuesday}.", "-"},
      {"\"{Grain rose on Tuesday},\" <Lee> [said].", "-"},
      {"<Lee>, who arrived on Monday, [said] {grain is dear}.", "-"},
      {"<Lee>, who will speak on Monday, [said] {grain is dear}.", "-"},
      {"Prices rose on Monday after <Lee> [said] {grain was dear}.", "-"},
      {"In the Oct. 18 issue <Lee> [said] {grain was dear}.", "-"},
      {"After Tuesday's fair <Lee> [said] {grain was dear}.", "-"},
      {"After Tuesday night's fair <Lee> [said] {grain was dear}.", "-"},
      {"Hours before the Tuesday fair <Lee> [said] {grain was dear}.", "-"},
      {"<Lee> [told] the Sunday Mirror {grain was dear}.", "-"},
      {"<Lee> [told] Farming Today {grain was dear}.", "-"},
      {"Asked whether rain might come Sunday, <Lee> [said] {grain was dear}.", "-"},
      {"The reply may be known, possibly on Monday, <Lee> [said], adding {grain is dear}.", "-"},
      {"Before the fair next Tuesday, <Lee> [said] {grain was dear}.", "-"},
      {"Mayor <Lee> [said] {it may rain by Sunday} in the hills.", "-"},
  };
  for (const Case& c : cases) EXPECT_EQ(said(c.marked), c.expected) << c.marked;
}

TEST(SaidDate, IsReckonedFromTheDateline) {
  EXPECT_EQ(said("RIVERTON, Dec. 31 (AFP) - <Lee> [said] Tuesday {grain is dear}.",
                 "date 2025-01-01 Title"),
            "12-31");
  EXPECT_EQ(said("<Lee> [said] Tuesday {grain is dear}.", "No date at all"), "-");
}

TEST(SaidDate, CarriesOverWithinAnOccasion) {
  struct Case {
    const char *marked, *expected;
  };
  const Case cases[] = {
      {"<Lee> [said] Tuesday that {grain is dear}.\n\n<He> [added] that {bread is, too}.",
       "10-22 10-22"},
      {"<Lee> [said] Tuesday that {grain is dear}.\n\nIt rained.\n\n<Mori> [said] {bread is, "
       "too}.",
       "10-22 -"},
      {"<Lee> [said] Tuesday that {grain is dear}.\n\n<Lee> had [said] {it was cheap}.", "10-22 -"},
      {"<Lee> [said] Tuesday that {grain is dear}.\n\nLast month <Lee> [said] {it was cheap}.",
       "10-22 -"},
      {"<Lee> [said] Tuesday that {grain is dear}.\n\nIn 2003 <Lee> [said] {it was cheap}.",
       "10-22 -"},
      {"<Lee> [said] Tuesday that {grain is dear}.\n\n<Lee> often [says] {it is cheap}.",
       "10-22 -"},
      {"<Lee> [said] Tuesday that {grain is dear}.\n\n<Lee> [said] Monday {it was cheap}.\n\n"
       "<He> [added] {it rose}.",
       "10-22 10-21 10-21"},
      {"<the official> [said] Tuesday that {grain is dear}.\n\n<the official> [added] that {bread "
       "is}.",
       "10-22 10-22"},
      {"<the source> [said] Tuesday that {grain is dear}.\n\n<Mori> [said] {it is not}.\n\n<the "
       "source> [added] that {bread is}.",
       "10-22 10-22 10-22"},
      {"<the source> [said] Tuesday that {grain is dear}.\n\nIt rained.\n\n<the buyer> [added] "
       "that "
       "{bread is}.",
       "10-22 -"},
      // someone unnamed, by a pronoun
      {"<the source> [said] Tuesday that {grain is dear}.\n\nIt rained.\n\n<She> [added] that "
       "{bread "
       "is}.",
       "10-22 10-22"},
      {"<the source> [said] that {grain is dear}.\n\nIt rained.\n\n<She> [added] that {bread is}.",
       "- -"},
      {"<officials> [said] Tuesday that {grain is dear}.\n\nIt rained.\n\n<officials> [added] "
       "that {bread is}.",
       "10-22 -"},
      {"<Lee> [said] Tuesday that {grain is dear}.\n\n<Mori> [said] {it fell last month}. <Lee> "
       "[said] {it rose}.",
       "10-22 10-22 10-22"},
      // the sentence behind one that reports goes on reporting
      {"{Grain is dear}, <officials> [said] Tuesday.\n\n<Raj Mori> [said] {bread is, too}.\n\n"
       "<Kim Sun> [said] {wine is}.",
       "10-22 10-22 -"},
      {"{Grain is dear}, <officials> [said] Tuesday.\n\n<Raj Mori> has [said] {bread is, too}.",
       "10-22 -"},
      {"{Grain is dear}, <officials> [said] Tuesday.\n\n<Raj Mori> [condemned] {the bakers}.",
       "10-22 -"},
      {"Grain was dear on Tuesday.\n\n<Raj Mori> [said] {bread is, too}.", "-"},
      // right behind someone with a name, by nobody knows whom
      {"Grain is dear. <Raj Mori> [said] on Monday {it is}.\n\n<the minister> [said] {bread is}.",
       "10-21 10-21"},
      {"Grain is dear. <Raj Mori> [said] on Monday {it is}.\n\nIt rained.\n\n<the minister> "
       "[said] {bread is}.",
       "10-21 -"},
      {"Grain is dear. <Raj Mori> [said] on Monday {it is}.\n\n<officials> [said] {bread is}.",
       "10-21 -"},
      // an occasion that the first sentence dates
      {"<Lee> [opened] on Monday {the fair}.\n\n<Mori> [said] at a press conference that {bread is "
       "dear}.",
       "10-21 10-21"},
      {"<Lee> [opened] on Monday {the fair}.\n\nIt rained. <Mori> [said] at home that {bread is "
       "dear}.",
       "10-21 -"},
      {"<Lee> [opened] on Monday {the fair}.\n\n<Mori> [told] reporters {bread is dear}.",
       "10-21 10-21"},
      {"<Lee> [opened] on Monday {the fair}.\n\nIt rained. <Mori> [told] us {bread is dear}.",
       "10-21 -"},
      // someone whom the first sentence is about
      {"Ann Lee met Raj Mori on Monday.\n\n<Raj Mori> [said] {bread is dear}.", "10-21"},
      {"Ann Lee met Raj Mori on Monday.\n\n<Kim Sun> [said] {bread is dear}.", "-"},
      {"Ann Lee met Raj Mori on Monday.\n\n<Raj Mori> has [said] {bread is dear}.", "-"},
      // sentences that tell of the saying
      {"<the official> [said] Tuesday that {bread is dear}.\n\nLee made the remark when meeting "
       "Mori.\n\n"
       "<Lee> [said] {grain is}.\n\n<Mori> [agreed] {it is}.\n\n<Sun> [said] {it is not}.",
       "10-22 10-22 10-22 -"},
      {"<Lee> [said] {grain is dear}.\n\nLee made the remarks on Monday.", "10-21"},
  };
  for (const Case& c : cases) EXPECT_EQ(said(c.marked), c.expected) << c.marked;
}

TEST(SaidDate, OfALongTextTakesNoLongTime) {
  std::string marked;
  for (int i = 0; i < 3000; ++i) marked += "on Monday <Lee> [said] {grain is dear}, ";
  EXPECT_TRUE(said(marked).ends_with("10-21"));
}

}  // namespace
}  // namespace quotary
