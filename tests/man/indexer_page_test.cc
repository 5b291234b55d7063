// The manual page of quotary-index names every option that the program has, and no others. (Those
// of quotary-query are held to it by tests/cli.)

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
  std::ifstream in(std::string(QUOTARY_SOURCE_DIR "/docs/man/") + name, std::ios::binary);
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

TEST(IndexerPage, NamesTheOptionsOfTheProgram) {
  // "  -i,--index DIR", "  --prune"; in the page ".B -i DIR, --index DIR", ".B --prune".
  const auto options = matches(output_of(QUOTARY_BIN_DIR "/quotary-index --help"),
                               R"(\n  (?:-\w,)?(--[a-z][a-z-]*))");
  ASSERT_GT(options.size(), 10u);
  EXPECT_EQ(matches(page("quotary-index.1"), R"(\n\.B (?:-\w[^,\n]*, )?(--[a-z][a-z-]*))"),
            options);
}

}  // namespace
}  // namespace quotary
