// The manual pages name every option and field that the programs have, and no others.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <regex>
#include <set>
#include <string>

namespace quotary {
namespace {

std::string output_of(const std::string& command) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), &pclose);
  std::string text;
  for (char buffer[4096]; const size_t size = std::fread(buffer, 1, sizeof buffer, pipe.get());)
    text.append(buffer, size);
  return text;
}

// A page's source with its escapes undone: "\-" is a hyphen.
std::string page(const std::string& name) {
  std::ifstream in(std::string(QUOTARY_SOURCE_DIR "/man/") + name, std::ios::binary);
  const std::string source{std::istreambuf_iterator<char>(in), {}};
  return std::regex_replace(source, std::regex(R"(\\-)"), "-");
}

std::set<std::string> matches(const std::string& text, const char* pattern) {
  const std::regex expression(pattern);
  std::set<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at)
    found.insert((*at)[1]);
  return found;
}

// The options that a program's help lists: "  -i,--index DIR", "  --strict".
std::set<std::string> options_of(const std::string& program) {
  return matches(output_of(std::string(QUOTARY_BIN_DIR "/") + program + " --help"),
                 R"(\n  (?:-\w,)?(--[a-z][a-z-]*))");
}

// The options that a page explains: ".B -i DIR, --index DIR", ".B --strict".
std::set<std::string> options_in(const std::string& page_name) {
  return matches(page(page_name), R"(\n\.B (?:-\w[^,\n]*, )?(--[a-z][a-z-]*))");
}

TEST(ManPages, NameTheOptionsOfQuotaryIndex) {
  const auto options = options_of("quotary-index");
  ASSERT_GT(options.size(), 10u);
  EXPECT_EQ(options_in("quotary-index.1"), options);
}

TEST(ManPages, NameTheOptionsOfQuotaryQuery) {
  const auto options = options_of("quotary-query");
  ASSERT_GT(options.size(), 20u);
  EXPECT_EQ(options_in("quotary-query.1"), options);
}

TEST(ManPages, NameTheFieldsOfTheLanguage) {
  const std::string fields = output_of(QUOTARY_BIN_DIR "/quotary-query --list-fields");
  // "speaker (who)   name, facet   ..."; a row that is a facet alone is no field to search.
  const auto names =
      matches(fields, R"((?:^|\n)(\w+)(?: \(\w+\))? +(?:name|exact|text|date|enum))");
  ASSERT_GT(names.size(), 10u);
  const std::string syntax = page("quotary-query-syntax.7");
  for (const std::string& name : names)
    EXPECT_THAT(syntax, testing::HasSubstr("\n.B " + name + ":")) << name;
}

}  // namespace
}  // namespace quotary
