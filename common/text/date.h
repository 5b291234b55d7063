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

// The day `days` after (or, negative, before) a date.
Date add_days(Date date, int days);

}  // namespace quotary
