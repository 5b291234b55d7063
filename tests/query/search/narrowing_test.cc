#include "query/search/narrowing.h"

#include <gtest/gtest.h>

#include "query/language/parser.h"

namespace quotary {
namespace {

TEST(Narrowing, AsksForTheMostFrequentValueInThePlaceOfWhatIsAskedOfItsField) {
  struct Case {
    const char* query;
    Facet facet;
    const char* expected;
  };
  const Facet kind = {"kind", {{"direct", 9}, {"mixed", 3}}, 2, 0, ""};
  const Facet speaker = {"speaker", {{"Ada \"Lo\" Ek", 9}}, 1, 0, ""};
  const Facet month = {"month", {{"2024-02", 1}, {"2024-03", 11}}, 2, 0, ""};
  const Case cases[] = {
      {"gas", kind, "gas kind:direct"},
      {"*", kind, "kind:direct"},
      {"a OR b", kind, "(a OR b) kind:direct"},
      {"(a OR b) c", kind, "(a OR b) c kind:direct"},
      {"\"a OR b\"", kind, "\"a OR b\" kind:direct"},
      {"gas kind:mixed", kind, "gas kind:direct"},
      {"kind:mixed", kind, "kind:direct"},
      {"gas kind:direct", kind, ""},
      {"kind:direct", kind, ""},
      {"gas NOT kind:direct", kind, "gas NOT kind:direct kind:direct"},
      {"kind:direct OR gas", kind, "(kind:direct OR gas) kind:direct"},
      {"speaker:oda speaker:bo gas", speaker, "gas speaker:\"Ada Lo Ek\""},
      {"gas when:2024", month, "gas when:2024-03"},
      {"gas when:2024-03", month, ""},
      {"gas", {"kind", {}, 0, 0, ""}, ""},
  };
  for (const Case& c : cases) {
    const auto tree = parse_query(c.query, Date{}, nullptr);
    ASSERT_TRUE(std::holds_alternative<Node>(tree)) << c.query;
    EXPECT_EQ(narrowed_query(std::get<Node>(tree), c.facet), c.expected) << c.query;
  }
}

}  // namespace
}  // namespace quotary
