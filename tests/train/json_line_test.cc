#include "train/json_line.h"

#include <gtest/gtest.h>

#include "common/base/error.h"

namespace quotary {
namespace {

TEST(JsonLine, HoldsStringsNumbersAndFlattenedArrays) {
  JsonLine line = parse_json_line(
      R"( {"a": "x\"y\u00e9\ud83d\ude00", "n": null, "s": 12, "e": [], "c": [[1, 2], [30, -4]]} )",
      "f:1");
  EXPECT_EQ(line.string("a"), "x\"yé😀");
  EXPECT_EQ(line.string("n"), "");
  EXPECT_EQ(line.string("absent"), "");
  EXPECT_EQ(line.list("s"), std::vector<long>{12});
  EXPECT_TRUE(line.list("e").empty());
  EXPECT_EQ(line.list("c"), (std::vector<long>{1, 2, 30, -4}));
}

TEST(JsonLine, RefusesWhatIsNone) {
  for (const char* text :
       {"", "[]", "{", "{\"a\"}", "{\"a\": \"x}", "{\"a\": \"\\u12\"}", "{\"a\": x}",
        "{\"a\": [1, 2}", "{\"a\": [[[[[[[1]]]]]]]}", "{\"a\": 1.5}"})
    EXPECT_THROW(parse_json_line(text, "f:1"), Error) << text;
}

}  // namespace
}  // namespace quotary
