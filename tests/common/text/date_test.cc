#include "common/text/date.h"

#include <gtest/gtest.h>

namespace quotary {
namespace {

TEST(Date, ReadsOnlyDaysOfTheCalendar) {
  struct Case {
    const char* text;
    const char* expected;  // nullptr: not a date
  };
  const Case cases[] = {
      {"2024-10-23", "2024-10-23"}, {"2024-02-29", "2024-02-29"}, {"2023-02-29", nullptr},
      {"9999-99-99", nullptr},      {"2024-1-2", nullptr},        {"2024/10/23", nullptr},
      {"2024-10-2x", nullptr},      {"", nullptr},                {"+024-10-23", nullptr},
  };
  for (const Case& c : cases) {
    auto date = parse_iso_date(c.text);
    EXPECT_EQ(date ? to_iso(*date) : "none", c.expected ? c.expected : "none") << c.text;
  }
}

TEST(Date, CountsDaysOverMonthsAndYears) {
  EXPECT_EQ(to_iso(add_days(*parse_iso_date("2024-01-01"), -1)), "2023-12-31");
  EXPECT_EQ(to_iso(add_days(*parse_iso_date("2024-02-28"), 2)), "2024-03-01");
}

}  // namespace
}  // namespace quotary
