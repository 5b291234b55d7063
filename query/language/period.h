#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/text/date.h"

namespace quotary {

// A range of days, both inclusive; an end that is not set is open.
struct Period {
  std::optional<Date> from;
  std::optional<Date> to;

  friend bool operator==(const Period&, const Period&) = default;
};

// One day or stretch of days as people write it, without "in", "since" or "..": 2024, 2024-10,
// 2024-10-23, Oct. 23, 2024, 23 October 2024, October (the latest one begun), Tuesday, yesterday,
// last week (Monday to Sunday), this month, last 30 days, 30d, two weeks ago, Q3 2024, the 1990s.
// `today` is what relative forms are reckoned from. Letter case, commas and a leading "the" do not
// matter. nullopt: not understood, or no days of the calendar (2024-02-30).
std::optional<Period> read_period(std::string_view text, Date today);

// The value of a date field: a form of read_period(), or two with ".." between them, either of
// which may be left out: 2024-10-01..2024-10-23, ..2024, 30d.. .
// Throws QueryError at `offset` (of the value in the query): not understood, an impossible date, a
// reversed range.
Period parse_period(std::string_view text, Date today, size_t offset);

}  // namespace quotary
