#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace quotary {

// A day of the Gregorian calendar. Undated things are std::optional<Date>.
using Date = std::chrono::year_month_day;

// "2024-10-23" and nothing else; nullopt for anything that is not a day of the calendar.
std::optional<Date> parse_iso_date(std::string_view text);

// "2024-10-23".
std::string to_iso(Date date);

// The day of the calendar, or nullopt.
std::optional<Date> make_date(int year, unsigned month, unsigned day);

// The day `days` after (or, negative, before) a date.
Date add_days(Date date, int days);

// The same day `months` later or earlier; the month's last day where it has no such day.
Date add_months(Date date, int months);

// The last day of the date's month.
Date end_of_month(Date date);

// The days from `from` to `to`; negative where `to` is earlier.
int days_between(Date from, Date to);

std::chrono::weekday weekday_of(Date date);

// The last such weekday that is not after `date`: `date` itself if it is one.
Date latest_weekday(std::chrono::weekday weekday, Date date);

// A day and month written without a year, near a day that is known: the latest year in which it is
// not more than `days_ahead` days after `near`. "Dec. 31" near 2025-01-01 is in 2024; "Jan. 1" near
// 2024-12-31 is in 2025. nullopt for a day that no near year has.
std::optional<Date> infer_year(unsigned month, unsigned day, Date near, int days_ahead = 7);

// English names in any case, full or short, with or without a dot: "October", "Oct.", "OCT",
// "Sept."; "Tuesday", "Tues.", "tue". Nothing shorter than three letters.
std::optional<unsigned> month_named(std::string_view name);
std::optional<std::chrono::weekday> weekday_named(std::string_view name);

// A date as English prose writes it.
struct WrittenDate {
  std::optional<int> year;
  unsigned month = 0;
  std::optional<unsigned> day;  // none: "October 2024", "October"
  size_t length = 0;            // in bytes, a closing comma or dot after the date not counted

  // The day, if it is told; where the year is not, it is inferred from `near`.
  std::optional<Date> resolve(Date near, int days_ahead = 7) const;
};

// The date at the very beginning of `text`: "Oct. 22, 2024", "October 22nd", "22 October 2024",
// "22 Oct.", "October 2024", "May". nullopt where there is none, or no day of the calendar. A word
// that merely begins like a month ("Marching", "Mayor") is none; "May" and "March" as other words
// ("may", "march" in small letters) are none either.
std::optional<WrittenDate> read_written_date(std::string_view text);

}  // namespace quotary
