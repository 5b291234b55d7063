#include "corpus/article/date_line.h"

#include <gtest/gtest.h>

namespace quotary {
namespace {

std::string iso(std::optional<Date> date) { return date ? to_iso(*date) : "none"; }

TEST(DateLine, IsReadWhereverOneIs) {
  struct Case {
    std::string_view line;
    std::string_view expected;  // the day | what is left; nothing: no date line
  };
  const Case cases[] = {
      {"date 2024-10-23 Ministers meet", "2024-10-23|Ministers meet"},
      {"date 2024-10-23", "2024-10-23|"},
      {"date 2024-10-23\tMinisters", "2024-10-23|Ministers"},
      {"date   2024-10-23   Ministers", "2024-10-23|Ministers"},
      {"DATE 2024-10-23 Ministers", "2024-10-23|Ministers"},
      {"Date: 2024-10-23 Ministers", "2024-10-23|Ministers"},
      {"date 2024/10/23 Ministers", "2024-10-23|Ministers"},
      {"date 2024-1-2 Ministers", "2024-01-02|Ministers"},
      {"date 20241023 Ministers", "2024-10-23|Ministers"},
      {"date 9999-99-99 Ministers", "none|Ministers"},
      {"date 2023-02-29 Ministers", "none|Ministers"},
      {"date 3024-01-01 Ministers", "3024-01-01|Ministers"},
      {"date 2024-10-23Ministers", ""},
      {"date 2024-10 Ministers", ""},
      {"date 2024-10/23 Ministers", ""},
      {"dates 2024-10-23 Ministers", ""},
      {"date2024-10-23 Ministers", ""},
      {"The date 2024-10-23", ""},
      {"date", ""},
      {"date ", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    Span line{0, static_cast<uint32_t>(c.line.size())};
    auto found = read_date_line(c.line, line);
    std::string result;
    if (found) result = iso(found->date) + '|' + std::string(c.line.substr(found->rest));
    EXPECT_EQ(result, c.expected) << c.line;
  }
}

TEST(DateInPath, IsTheLastOneThatIsBelieved) {
  struct Case {
    const char *path, *expected;
  };
  const Case cases[] = {
      {"2024/10/23/a.txt", "2024-10-23"},
      {"news/2024-10-23-summit.txt", "2024-10-23"},
      {"news/summit_20241023.01.txt", "2024-10-23"},
      {"news/2024_10_23.txt", "2024-10-23"},
      {"2019-01-01-dump/2024/10/23/a.txt", "2024-10-23"},
      {"2024/10/23/9999-12-31.txt", "2024-10-23"},
      {"2024/10/a.txt", "none"},
      {"2024/13/45/a.txt", "none"},
      {"id/120241023.txt", "none"},
      {"id/202410235.txt", "none"},
      {"1066/10/14/a.txt", "none"},
      {"", "none"},
  };
  for (const Case& c : cases) EXPECT_EQ(iso(date_in_path(c.path, {})), c.expected) << c.path;
}

}  // namespace
}  // namespace quotary
