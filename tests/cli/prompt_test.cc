#include "query/prompt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quotary {
namespace {

using testing::Contains;

TEST(Prompt, LinesBecomeArguments) {
  struct Case {
    const char* line;
    std::vector<std::string> arguments;
  };
  const Case cases[] = {
      {"", {}},
      {"  \t ", {}},
      {"everything Putin said", {"--", "everything Putin said"}},
      {"who said \"grain exchange\"", {"--", "who said \"grain exchange\""}},
      {"who said \"a --b c\" ", {"--", "who said \"a --b c\""}},
      {"-grain", {"--", "-grain"}},
      {"brics --facets month,year", {"--facets", "month,year", "--", "brics"}},
      {"brics --speaker \"Vladimir Putin\" --count",
       {"--speaker", "Vladimir Putin", "--count", "--", "brics"}},
      {"--count", {"--count"}},
      {"a -- b", {"--", "a -- b"}},
      {"talks--peace", {"--", "talks--peace"}},
      {":article abc", {"--article", "abc"}},
      {":speakers", {"--list-speakers"}},
      {":speakers Van der", {"--list-speakers", "Van", "--", "der"}},
      {":save grain speaker:putin \"x y\"", {"--save", "grain", "--", "speaker:putin \"x y\""}},
      {":explain what did Xi say", {"--explain", "--", "what did Xi say"}},
      {":help", {"--help"}},
      {":nope a b", {":nope"}},
      {"\"unclosed --count", {"--", "\"unclosed --count"}},
  };
  for (const Case& c : cases) EXPECT_EQ(prompt_arguments(c.line), c.arguments) << c.line;
}

TEST(Prompt, EveryCommandIsCompleted) {
  for (const char* name : {":quit", ":help", ":article", ":save"})
    EXPECT_THAT(prompt_commands(), Contains(name));
}

}  // namespace
}  // namespace quotary
