#include "query/language/period.h"

#include <gtest/gtest.h>

#include "query/language/query_error.h"

namespace quotary {
namespace {

const Date today = *parse_iso_date("2024-10-23");  // a Wednesday

std::string show(const Period& period) {
  return (period.from ? to_iso(*period.from) : "") + ".." + (period.to ? to_iso(*period.to) : "");
}

TEST(Period, ReadsDaysAndStretchesAsPeopleWriteThem) {
  struct Case {
    const char* text;
    const char* expected;  // nullptr: not understood
  };
  const Case cases[] = {
      {"2024", "2024-01-01..2024-12-31"},
      {"2024-02", "2024-02-01..2024-02-29"},
      {"2024-2", "2024-02-01..2024-02-29"},
      {"2024-10-23", "2024-10-23..2024-10-23"},
      {"2024/10/23", "2024-10-23..2024-10-23"},
      {"20241023", "2024-10-23..2024-10-23"},
      {"today", "2024-10-23..2024-10-23"},
      {"yesterday", "2024-10-22..2024-10-22"},
      {"this week", "2024-10-21..2024-10-27"},
      {"last week", "2024-10-14..2024-10-20"},
      {"last-week", "2024-10-14..2024-10-20"},
      {"Last Week", "2024-10-14..2024-10-20"},
      {"past week", "2024-10-16..2024-10-23"},
      {"this month", "2024-10-01..2024-10-31"},
      {"last august", "2024-08-01..2024-08-31"},
      {"last october", "2023-10-01..2023-10-31"},
      {"last december", "2023-12-01..2023-12-31"},
      {"this december", "2024-12-01..2024-12-31"},
      {"last month", "2024-09-01..2024-09-30"},
      {"this year", "2024-01-01..2024-12-31"},
      {"last year", "2023-01-01..2023-12-31"},
      {"last quarter", "2024-07-01..2024-09-30"},
      {"the last 30 days", "2024-09-23..2024-10-23"},
      {"past two weeks", "2024-10-09..2024-10-23"},
      {"last three months", "2024-07-23..2024-10-23"},
      {"last few days", "2024-10-20..2024-10-23"},
      {"30d", "2024-09-23..2024-10-23"},
      {"2w", "2024-10-09..2024-10-23"},
      {"6m", "2024-04-23..2024-10-23"},
      {"1y", "2023-10-23..2024-10-23"},
      {"two days ago", "2024-10-21..2024-10-21"},
      {"a week ago", "2024-10-14..2024-10-20"},
      {"3 months ago", "2024-07-01..2024-07-31"},
      {"October 2024", "2024-10-01..2024-10-31"},
      {"Oct. 2024", "2024-10-01..2024-10-31"},
      {"Sept 2023", "2023-09-01..2023-09-30"},
      {"october-2024", "2024-10-01..2024-10-31"},
      {"October", "2024-10-01..2024-10-31"},
      {"November", "2023-11-01..2023-11-30"},
      {"October 22", "2024-10-22..2024-10-22"},
      {"Oct. 24", "2023-10-24..2023-10-24"},
      {"22nd October", "2024-10-22..2024-10-22"},
      {"22 October 2021", "2021-10-22..2021-10-22"},
      {"Oct. 22, 2021", "2021-10-22..2021-10-22"},
      {"the 22nd of October 2021", "2021-10-22..2021-10-22"},
      {"Wednesday", "2024-10-23..2024-10-23"},
      {"Tuesday", "2024-10-22..2024-10-22"},
      {"Thursday", "2024-10-17..2024-10-17"},
      {"last Wednesday", "2024-10-16..2024-10-16"},
      {"Q3 2024", "2024-07-01..2024-09-30"},
      {"the third quarter of 2024", "2024-07-01..2024-09-30"},
      {"1990s", "1990-01-01..1999-12-31"},
      {"2024-02-30", nullptr},
      {"2024-13", nullptr},
      {"2024-00", nullptr},
      {"9999-99-99", nullptr},
      {"February 30, 2024", nullptr},
      {"0000", nullptr},
      {"31", nullptr},
      {"brics", nullptr},
      {"last summit", nullptr},
      {"last 5000 years", nullptr},
      {"the war", nullptr},
      {"", nullptr},
      {"-", nullptr},
      {"2024-10-23-24", nullptr},
      {"d", nullptr},
      {"99999d", nullptr},
  };
  for (const Case& c : cases) {
    auto period = read_period(c.text, today);
    EXPECT_EQ(period ? show(*period) : "none", c.expected ? c.expected : "none") << c.text;
  }
}

TEST(Period, MonthsEndWhereTheCalendarSays) {
  EXPECT_EQ(show(*read_period("last month", *parse_iso_date("2024-03-31"))),
            "2024-02-01..2024-02-29");
  EXPECT_EQ(show(*read_period("1m", *parse_iso_date("2023-03-31"))), "2023-02-28..2023-03-31");
  EXPECT_EQ(show(*read_period("last year", *parse_iso_date("2024-02-29"))),
            "2023-01-01..2023-12-31");
}

TEST(Period, RangesMayBeOpen) {
  struct Case {
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"2024-10-01..2024-10-23", "2024-10-01..2024-10-23"},
      {"..2024", "..2024-12-31"},
      {"2023..", "2023-01-01.."},
      {"30d..", "2024-09-23.."},
      {"2023..2024-02", "2023-01-01..2024-02-29"},
      {"yesterday..", "2024-10-22.."},
      {"January 2024 .. last month", "2024-01-01..2024-09-30"},
  };
  for (const Case& c : cases) EXPECT_EQ(show(parse_period(c.text, today, 0)), c.expected) << c.text;
}

TEST(Period, RefusalsSayWhereAndWhy) {
  struct Case {
    const char* text;
    size_t offset;  // the value stands at byte 5 of the query
    const char* message;
  };
  const Case cases[] = {
      {"2024-02-30", 5, "'2024-02-30' is no date of the calendar"},
      {"2024-01-01..2024-13", 17, "'2024-13' is no date of the calendar"},
      {"soon", 5, "'soon' is not understood as a date"},
      {"..", 5, "'..' is not understood as a date"},
      {"2024..2023", 5, "the range runs backwards: 2024-01-01 is after 2023-12-31"},
  };
  for (const Case& c : cases) {
    try {
      parse_period(c.text, today, 5);
      ADD_FAILURE() << c.text;
    } catch (const QueryError& error) {
      EXPECT_EQ(error.message, c.message);
      EXPECT_EQ(error.offset, c.offset) << c.text;
      EXPECT_FALSE(error.hint.empty()) << c.text;
    }
  }
}

}  // namespace
}  // namespace quotary
