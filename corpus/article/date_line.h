#pragma once

#include <optional>
#include <string_view>

#include "common/base/span.h"
#include "common/text/date.h"

namespace quotary {

// The days that are believed to be an article's: newspapers are no older, and no article is from
// the far future.
struct BelievableDates {
  Date first = Date(std::chrono::year(1700), std::chrono::January, std::chrono::day(1));
  Date last = Date(std::chrono::year(2100), std::chrono::December, std::chrono::day(31));

  bool contain(Date date) const { return first <= date && date <= last; }
};

// What stands at the beginning of a dated text file: " date 2024-10-23 REST".
struct DateLine {
  std::optional<Date> date;  // empty where what is written is no day of the calendar
  std::string_view written;  // "2024-10-23"
  uint32_t rest = 0;         // the byte of the text where REST begins
};

// Reads it from `line`, the text's first line. The leading space may be missing, "date" may be
// written in capitals or with a colon, the day as 2024-10-23, 2024/10/23, 2024-1-2 or 20241023.
// nullopt for a line that does not begin so.
std::optional<DateLine> read_date_line(std::string_view text, Span line);

// The last believable day in a file's path: "2024/10/23/a.txt", "2024-10-23-a.txt",
// "a_20241023.01.txt". The digits must stand apart from other digits.
std::optional<Date> date_in_path(std::string_view path, const BelievableDates& believable);

}  // namespace quotary
