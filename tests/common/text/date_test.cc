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
      {"2024-10-23", "2024-10-23"}, {"2024-02-29", "2024-02-29"},
      {"2023-02-29", nullptr},      {"9999-99-99", nullptr},
      {"2024-1-2", nullptr},        {"2024/10/23", nullptr},
      {"2024-10-2x", nullptr},      {"", nullptr},
      {"+024-10-23", nullptr},
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

Date day(const char* iso) { return *parse_iso_date(iso); }
std::string iso(std::optional<Date> date) { return date ? to_iso(*date) : "none"; }

TEST(Date, CountsMonths) {
  EXPECT_EQ(to_iso(add_months(day("2024-01-31"), 1)), "2024-02-29");
  EXPECT_EQ(to_iso(add_months(day("2024-03-15"), -3)), "2023-12-15");
  EXPECT_EQ(to_iso(end_of_month(day("2023-02-03"))), "2023-02-28");
  EXPECT_EQ(days_between(day("2023-12-31"), day("2024-03-01")), 61);
  EXPECT_EQ(days_between(day("2024-03-01"), day("2024-02-28")), -2);
}

TEST(Date, FindsTheLatestWeekday) {
  auto tuesday = *weekday_named("Tuesday");
  EXPECT_EQ(to_iso(latest_weekday(tuesday, day("2024-10-22"))), "2024-10-22");
  EXPECT_EQ(to_iso(latest_weekday(tuesday, day("2024-10-28"))), "2024-10-22");
  EXPECT_EQ(to_iso(latest_weekday(tuesday, day("2025-01-01"))), "2024-12-31");
}

TEST(Date, InfersTheYear) {
  struct Case {
    unsigned month, day;
    const char *near, *expected;
  };
  const Case cases[] = {
      {10, 22, "2024-10-23", "2024-10-22"}, {12, 31, "2025-01-01", "2024-12-31"},
      {1, 1, "2024-12-31", "2025-01-01"},   {10, 24, "2024-10-23", "2024-10-24"},
      {11, 30, "2024-10-23", "2023-11-30"}, {2, 29, "2023-03-01", "2020-02-29"},
      {2, 30, "2024-03-01", "none"},        {13, 1, "2024-03-01", "none"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(iso(infer_year(c.month, c.day, day(c.near))), c.expected) << c.month << '/' << c.day;
  }
}

TEST(Date, KnowsTheNamesOfMonthsAndWeekdays) {
  struct Case {
    const char* name;
    unsigned month;  // 0: none
  };
  const Case months[] = {{"January", 1},  {"jan", 1}, {"Jan.", 1}, {"SEPT.", 9}, {"Sep", 9},
                         {"sept", 9},     {"MAY", 5}, {"Dec", 12}, {"Ma", 0},    {"Octo", 0},
                         {"Marching", 0}, {"", 0},    {".", 0},    {"juli", 0},  {"June", 6}};
  for (const Case& c : months) EXPECT_EQ(month_named(c.name).value_or(0), c.month) << c.name;
  const std::pair<const char*, int> weekdays[] = {{"Tuesday", 2}, {"TUES.", 2}, {"thurs", 4},
                                                  {"Sun", 0},     {"Sunda", 0}, {"Sundays", -1},
                                                  {"Su", -1}};
  for (auto [name, expected] : weekdays) {
    auto found = weekday_named(name);
    EXPECT_EQ(found ? static_cast<int>(found->c_encoding()) : -1, expected) << name;
  }
}

TEST(WrittenDate, IsReadFromTheBeginningOfAText) {
  struct Case {
    const char* text;
    const char* expected;  // the words of the date, then what it is near 2024-10-23
  };
  const Case cases[] = {
      {"Oct. 22 (Xinhua)", "Oct. 22|2024-10-22"},
      {"Oct 22, 2021, he", "Oct 22, 2021|2021-10-22"},
      {"October 3rd.", "October 3rd|2024-10-03"},
      {"OCT 4 - ", "OCT 4|2024-10-04"},
      {"22 October 1997 x", "22 October 1997|1997-10-22"},
      {"1st of May", ""},
      {"9 Nov., in", "9 Nov.|2023-11-09"},
      {"December 30", "December 30|2023-12-30"},
      {"May 2024", "May 2024|none"},
      {"May", "May|none"},
      {"June, as", "June|none"},
      {"June. As", "June|none"},
      {"Feb. 29, 2023", ""},
      {"Feb. 29", "Feb. 29|2024-02-29"},
      {"Feb. 30", ""},
      {"Oct. 222", "Oct.|none"},
      {"Oct. 22nds", "Oct.|none"},
      {"Marching", ""},
      {"Mayor 3", ""},
      {"may 3", ""},
      {"march 3", ""},
      {"Oct. 22, 20245", "Oct. 22|2024-10-22"},
      {"Oct. 22, 10 people", "Oct. 22|2024-10-22"},
      {"", ""},
      {"22", ""},
      {"Tuesday", ""},
  };
  for (const Case& c : cases) {
    std::string_view text = c.text;
    auto date = read_written_date(text);
    std::string found;
    if (date)
      found =
          std::string(text.substr(0, date->length)) + '|' + iso(date->resolve(day("2024-10-23")));
    EXPECT_EQ(found, c.expected) << c.text;
  }
}

}  // namespace
}  // namespace quotary
