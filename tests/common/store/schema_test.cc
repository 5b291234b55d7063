#include "common/store/schema.h"

#include <gtest/gtest.h>

#include <set>

namespace quotary {
namespace {

TEST(Schema, NamesAndAliasesAreUnique) {
  std::set<std::string_view> seen;
  for (const Field& field : kFields) {
    EXPECT_TRUE(seen.insert(field.name).second) << field.name;
    for (std::string_view alias : field.aliases)
      EXPECT_TRUE(alias.empty() || seen.insert(alias).second) << alias;
  }
}

TEST(Schema, FindsByNameAndAliasOnly) {
  ASSERT_NE(find_field("speaker"), nullptr);
  EXPECT_EQ(find_field("who"), find_field("speaker"));
  EXPECT_EQ(find_field(""), nullptr);
  EXPECT_EQ(find_field("Speaker"), nullptr);
  EXPECT_EQ(find_field("speake"), nullptr);
}

// A term is taken apart at its first byte that is no capital letter: prefixes are capitals only.
TEST(Schema, PrefixesAreCapitals) {
  for (const Field& field : kFields)
    for (const Prefixes& prefixes : {field.statement, field.article})
      for (std::string_view p : prefixes)
        for (char c : p) EXPECT_TRUE(c >= 'A' && c <= 'Z') << field.name;
}

TEST(Schema, SearchableFieldsHavePrefixesAndFacetsHaveSlots) {
  for (const Field& field : kFields) {
    EXPECT_EQ(field.searchable, !field.statement.empty() || !field.article.empty()) << field.name;
    EXPECT_TRUE(field.facet == FacetKind::none || field.slot != Slot::none) << field.name;
    EXPECT_TRUE(!field.sortable || field.kind == FieldKind::date) << field.name;
    EXPECT_FALSE(field.help.empty()) << field.name;
  }
}

}  // namespace
}  // namespace quotary
