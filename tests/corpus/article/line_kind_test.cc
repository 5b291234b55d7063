#include "corpus/article/line_kind.h"

#include <gtest/gtest.h>

namespace quotary {
namespace {

constexpr ParagraphKind body = ParagraphKind::body, caption = ParagraphKind::caption,
                        byline = ParagraphKind::byline, bullet = ParagraphKind::bullet,
                        heading = ParagraphKind::heading, furniture = ParagraphKind::furniture;
constexpr std::string_view kParagraph =
    "A paragraph that is long enough to stand below a crosshead.";

TEST(LineKind, IsToldByTheLine) {
  struct Case {
    const char* line;
    ParagraphKind expected;
  };
  const Case cases[] = {
      {"The mayor said that the bridge would open in May.", body},
      {"A short sentence.", body},
      {"“We are ready,” she said.", body},
      {"Q: What do you think of the bridge?", body},
      {"The mayor said on Monday:", body},
      {"The mayor wrote in a statement:", body},
      {"市长说，大桥将于五月开放。", body},
      // captions
      {"The mayor opens the bridge in Riverton, May 3, 2024. (Xinhua/Wei Lan)", caption},
      {"The mayor on the bridge (Photo by Ann Miller)", caption},
      {"The bridge at night. REUTERS/Ann Miller", caption},
      {"The bridge at night. | AP Photo", caption},
      {"Ann Miller/Getty Images", caption},
      {"FILE - The bridge in 2019.", caption},
      {"FILE PHOTO: The bridge in 2019.", caption},
      {"Enlarge this image The bridge", caption},
      {"The bridge (pictured) was painted by the town (in 2019)", body},
      {"The mayor met the king (left).", body},
      // bylines
      {"By Ann Miller", byline},
      {"By Ann Miller and Raj Patel, Our Paper", byline},
      {"By Xinhua writer Wei Lan", byline},
      {"By Monday, the bridge had been painted.", body},
      {"By painting the bridge, the town saved money.", body},
      {"Reporting by Ann Miller; Editing by Raj Patel", byline},
      {"(Reporting by Ann Miller in Riverton)", byline},
      {"Contributing: Raj Patel.", byline},
      {"Raj Patel contributed to this report.", byline},
      // bullets
      {"• The bridge will be blue.", bullet},
      {"* The bridge will be blue.", bullet},
      {"- The bridge will be blue.", bullet},
      {"-The bridge", body},
      {"*The bridge", body},
      // headings
      {"Key statements by the mayor:", heading},
      {"What the town wants", heading},
      {"NEXT STEPS", heading},
      {"bridges and roads", body},
      {"Wheat 12.5 13.1 14.0", body},
      {"What does the town want?", body},
      // furniture
      {"Advertisement", furniture},
      {"ADVERTISEMENT:", furniture},
      {"Story continued below", furniture},
      {"Story highlights The pier is closed", furniture},
      {"___", furniture},
      {"* * *", furniture},
      {"Monday, July 1, 2019", furniture},
      {"26 Jan. 9:20", furniture},
      {"9:20 p.m. EDT", furniture},
      {"https://paper.example/a/b", furniture},
      {"www.paper.example", furniture},
      {"Sign up for our newsletter", furniture},
      {"Copyright 2024 Our Paper. All rights reserved.", furniture},
      {"SEE ALSO: The town's other bridge", furniture},
      {"12 people crossed on May 3.", body},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(line_kind(c.line, {.number = 5, .next = kParagraph}), c.expected) << c.line;
  }
}

TEST(LineKind, IsToldByThePlace) {
  EXPECT_EQ(line_kind("Ann Miller", {.number = 0, .next = "OUR PAPER"}), byline);
  EXPECT_EQ(line_kind("OUR PAPER", {.number = 1, .after_byline = true, .next = kParagraph}),
            byline);
  EXPECT_EQ(line_kind("Ann Miller", {.number = 0, .next = "Paper.example"}), byline);
  EXPECT_EQ(line_kind("Ann Miller", {.number = 0, .next = kParagraph}), heading);
  EXPECT_EQ(line_kind("Pay May One", {.number = 0, .next = "Record June Two"}), body);
  // The last line may have been cut off in the middle of a sentence.
  EXPECT_EQ(line_kind("The town will not", {.number = 5, .last = true}), body);
}

TEST(LineKind, OfALongLineIsBody) {
  EXPECT_EQ(line_kind(std::string(5000000, '|'), {}), body);
  EXPECT_EQ(line_kind("• " + std::string(5000, 'x'), {}), body);
}

TEST(Bullet, HasALength) {
  const std::pair<const char*, size_t> cases[] = {{"• text", 4}, {"•text", 3},  {"* text", 2},
                                                  {"– text", 0}, {"text", 0},   {"•", 0},
                                                  {"", 0},       {"►  text", 5}};
  for (auto [line, length] : cases) EXPECT_EQ(bullet_length(line), length) << line;
}

}  // namespace
}  // namespace quotary
