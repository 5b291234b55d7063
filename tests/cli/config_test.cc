#include "query/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/base/error.h"
#include "query/options.h"

namespace quotary {
namespace {

TypedOptions options_of(std::string_view text) {
  return configured_options(parse_config(text, "config"), "config");
}

TEST(Config, SetsDefaultsOfOptions) {
  const TypedOptions options = options_of(
      "# mine\r\n\n  index = /news/2024 \nindex=/news/2025\nformat = jsonl\nlimit=7\n"
      "color = never\nno-pager = true\ncontext = 2\n");
  EXPECT_THAT(options.configured_indexes, testing::ElementsAre("/news/2024", "/news/2025"));
  EXPECT_EQ(options.format, "jsonl");
  EXPECT_EQ(options.limit, 7u);
  EXPECT_EQ(options.colour, "never");
  EXPECT_TRUE(options.no_pager);
  EXPECT_EQ(options.context, 2u);
  EXPECT_TRUE(asks_nothing(options));
}

TEST(Config, TheCommandLineGoesBeforeIt) {
  const CommandLine line =
      parse_command_line({"--limit", "3", "grain"}, options_of("limit = 7\nformat = csv"));
  ASSERT_TRUE(line.options);
  EXPECT_EQ(line.options->limit, 3u);
  EXPECT_EQ(line.options->format, "csv");
  EXPECT_FALSE(asks_nothing(*line.options));
}

TEST(Config, MistakesNameFileLineAndRemedy) {
  struct Case {
    const char* text;
    const char* message;
    const char* hint;
  };
  const Case cases[] = {
      {"format = csv\nlimit 7", "config:2: no equals sign", "KEY = VALUE"},
      {"\nformt = csv", "config:2: there is no key 'formt'", "did you mean format?"},
      {"speaker = Putin", "config:1: there is no key 'speaker'", "there are index"},
      {"limit =", "config:1: 'limit' has no value", "delete the line"},
      {"= 3", "config:1: there is no key ''", "there are index"},
      {"limit = many", "config:1: ", "--help"},
      {"\n\nformat = yaml", "config:3: ", "--help"},
      {"color = pink", "config:1: ", "--help"},
  };
  for (const Case& c : cases) try {
      options_of(c.text);
      ADD_FAILURE() << c.text;
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), testing::StartsWith(c.message)) << c.text;
      EXPECT_THAT(error.hint(), testing::HasSubstr(c.hint)) << c.text;
    }
}

}  // namespace
}  // namespace quotary
