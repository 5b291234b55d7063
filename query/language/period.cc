#include "query/language/period.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "query/language/query_error.h"

namespace quotary {
namespace {

using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::years;
using Words = std::vector<std::string>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// In lower case, cut at blanks, commas and hyphens after letters ("last-week"), full stops after
// letters dropped ("Oct."), "the" and "of" left out.
Words words_of(std::string_view text) {
  Words words;
  std::string word;
  auto flush = [&] {
    if (!word.empty() && word != "the" && word != "of") words.push_back(word);
    word.clear();
  };
  for (char c : text) {
    bool after_letter = !word.empty() && !is_digit(word.back());
    if (c == ' ' || c == ',' || c == '\t' || (c == '-' && after_letter)) {
      flush();
    } else if (c != '.' || !after_letter) {
      word += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
  }
  flush();
  return words;
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  bool digits =
      !text.empty() && text.size() <= 4 && std::all_of(text.begin(), text.end(), is_digit);
  if (!digits) return std::nullopt;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<int> count_word(std::string_view text) {
  constexpr std::string_view names[] = {"one",   "two",   "three", "four", "five",   "six",
                                        "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
  for (size_t i = 0; i < std::size(names); ++i) {
    if (text == names[i]) return static_cast<int>(i) + 1;
  }
  if (text == "a" || text == "an") return 1;
  if (text == "couple") return 2;
  if (text == "few") return 3;
  return number(text);
}

std::optional<int> year_in(std::string_view text) {
  auto year = number(text);
  return text.size() == 4 && *year >= 1000 ? year : std::nullopt;
}

// "oct", "october", "sept"; 1 to 12.
std::optional<unsigned> month_named(std::string_view text) {
  constexpr std::string_view names[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
  if (text == "sept") return 9;
  for (unsigned i = 0; i < 12; ++i) {
    if (text == names[i] || (text.size() == 3 && names[i].starts_with(text))) return i + 1;
  }
  return std::nullopt;
}

// 0 Sunday to 6 Saturday.
std::optional<unsigned> weekday_named(std::string_view text) {
  constexpr std::string_view names[] = {"sunday",   "monday", "tuesday", "wednesday",
                                        "thursday", "friday", "saturday"};
  for (unsigned i = 0; i < 7; ++i) {
    if (text == names[i]) return i;
  }
  return std::nullopt;
}

// "23", "23rd", "1st".
std::optional<unsigned> day_in(std::string_view text) {
  size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  std::string_view tail = text.substr(digits);
  if (!tail.empty() && tail != "st" && tail != "nd" && tail != "rd" && tail != "th") return {};
  auto day = number(text.substr(0, digits));
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  return static_cast<unsigned>(*day);
}

Date make_date(int year, unsigned month, unsigned day) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

std::optional<Period> one_day(Date date) {
  if (!date.ok()) return std::nullopt;
  return Period{date, date};
}

// `count` months from the first of a month.
Period months_from(int year, unsigned month, int count) {
  Date first = make_date(year, month, 1);
  Date next = first + months(count);
  return {first, add_days(next, -1)};
}

Period whole_month(int year, unsigned month) { return months_from(year, month, 1); }
Period whole_year(int year) { return months_from(year, 1, 12); }

// The Monday of a day's week.
Date monday_of(Date date) {
  auto weekday = std::chrono::weekday(sys_days(date)).iso_encoding();
  return add_days(date, 1 - static_cast<int>(weekday));
}

// A date moved by months or years, to the last day of the month where it has no such day.
Date clamp(Date date) {
  return date.ok() ? date : Date(date.year() / date.month() / std::chrono::last);
}

enum class Unit { none, day, week, month, quarter, year };

Unit unit_named(std::string_view text) {
  if (text.size() > 1 && text.ends_with('s')) text.remove_suffix(1);
  if (text == "day" || text == "d") return Unit::day;
  if (text == "week" || text == "w") return Unit::week;
  if (text == "month" || text == "m") return Unit::month;
  if (text == "quarter") return Unit::quarter;
  if (text == "year" || text == "y") return Unit::year;
  return Unit::none;
}

Date before(Date today, int count, Unit unit) {
  switch (unit) {
    case Unit::week:
      return add_days(today, -7 * count);
    case Unit::month:
      return clamp(today - months(count));
    case Unit::quarter:
      return clamp(today - months(3 * count));
    case Unit::year:
      return clamp(today - years(count));
    default:
      return add_days(today, -count);
  }
}

// The calendar's day, week, month, quarter or year that holds a date.
Period around(Date date, Unit unit) {
  int year = static_cast<int>(date.year());
  auto month = static_cast<unsigned>(date.month());
  switch (unit) {
    case Unit::week:
      return {monday_of(date), add_days(monday_of(date), 6)};
    case Unit::month:
      return whole_month(year, month);
    case Unit::quarter:
      return months_from(year, (month - 1) / 3 * 3 + 1, 3);
    case Unit::year:
      return whole_year(year);
    default:
      return {date, date};
  }
}

// 2024, 2024-10, 2024-10-23, 2024/10/23, 20241023.
std::optional<Period> numeric(std::string_view text) {
  std::string iso(text);
  std::replace(iso.begin(), iso.end(), '/', '-');
  bool digits = std::all_of(iso.begin(), iso.end(), is_digit);
  if (digits && iso.size() == 8) iso.insert(6, "-").insert(4, "-");
  if (iso.size() == 10) {
    auto date = parse_iso_date(iso);
    return date && static_cast<int>(date->year()) >= 1000 ? one_day(*date) : std::nullopt;
  }
  auto year = year_in(iso.substr(0, 4));
  if (!year) return std::nullopt;
  if (iso.size() == 4) return whole_year(*year);
  if (iso.size() < 6 || iso.size() > 7 || iso[4] != '-') return std::nullopt;
  auto month = number(iso.substr(5));
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  return whole_month(*year, static_cast<unsigned>(*month));
}

// 30d, 2w, 6m, 1y: the last so many, today included.
std::optional<Period> short_span(std::string_view text, Date today) {
  if (text.size() < 2) return std::nullopt;
  auto count = number(text.substr(0, text.size() - 1));
  char letter = text.back();
  bool known = letter == 'd' || letter == 'w' || letter == 'm' || letter == 'y';
  if (!count || *count < 1 || !known || (letter == 'y' && *count > 900)) return std::nullopt;
  return Period{before(today, *count, unit_named(text.substr(text.size() - 1))), today};
}

std::optional<Period> decade(std::string_view text) {
  if (text.size() != 5 || text[4] != 's' || text[3] != '0') return std::nullopt;
  auto year = year_in(text.substr(0, 4));
  if (!year) return std::nullopt;
  return Period{make_date(*year, 1, 1), make_date(*year + 9, 12, 31)};
}

// The latest `month` (or day of it) that has begun.
int latest_year(unsigned month, unsigned day, Date today) {
  int year = static_cast<int>(today.year());
  return make_date(year, month, day) > today ? year - 1 : year;
}

std::optional<Period> one_word(const std::string& word, Date today) {
  if (word == "today") return one_day(today);
  if (word == "yesterday") return one_day(add_days(today, -1));
  if (auto month = month_named(word)) return whole_month(latest_year(*month, 1, today), *month);
  if (auto weekday = weekday_named(word)) {
    auto now = std::chrono::weekday(sys_days(today)).c_encoding();
    return one_day(add_days(today, -static_cast<int>((now + 7 - *weekday) % 7)));
  }
  if (auto period = decade(word)) return period;
  if (auto period = numeric(word)) return period;
  return short_span(word, today);
}

// October 2024, Oct 23, 23 October, 23 October 2024, October 23 2024.
std::optional<Period> named_month(const Words& words, Date today) {
  bool month_first = month_named(words[0]).has_value();
  auto month = month_named(words[month_first ? 0 : 1]);
  if (!month) return std::nullopt;
  const std::string& other = words[month_first ? 1 : 0];
  if (words.size() == 2 && month_first && year_in(other))
    return whole_month(*year_in(other), *month);
  auto day = day_in(other);
  if (!day) return std::nullopt;
  if (words.size() == 2) return one_day(make_date(latest_year(*month, *day, today), *month, *day));
  auto year = year_in(words[2]);
  return year ? one_day(make_date(*year, *month, *day)) : std::nullopt;
}

// Q3 2024, third quarter 2024.
std::optional<Period> quarter(const Words& words) {
  constexpr std::string_view names[] = {"first", "second", "third", "fourth"};
  auto year = year_in(words.back());
  if (!year) return std::nullopt;
  for (unsigned i = 0; i < 4; ++i) {
    bool named = words.size() == 3 && words[0] == names[i] && words[1] == "quarter";
    if (named || (words.size() == 2 && words[0] == fmt::format("q{}", i + 1))) {
      return months_from(*year, 3 * i + 1, 3);
    }
  }
  return std::nullopt;
}

// this August: of this year; last August: the latest before this month.
Period named_from_now(unsigned month, bool is_this, Date today) {
  const int year = static_cast<int>(today.year());
  const bool over = make_date(year, month, 1) < make_date(year, unsigned{today.month()}, 1);
  return whole_month(is_this || over ? year : year - 1, month);
}

// this week, last month, past 30 days, last two weeks, three months ago, last Tuesday.
std::optional<Period> relative(Words words, Date today) {
  if (words.size() > 2) std::erase(words, words[1] == "couple" ? "a" : "");
  bool ago = words.back() == "ago";
  bool is_this = words[0] == "this";
  bool last = words[0] == "last" || words[0] == "past" || words[0] == "previous";
  Unit unit = unit_named(words[ago ? words.size() - 2 : words.size() - 1]);
  if (words.size() == 2 && (is_this || last)) {
    if (auto weekday = weekday_named(words[1])) {
      Date day = *one_word(words[1], today)->from;
      return one_day(last && day == today ? add_days(today, -7) : day);
    }
    if (auto month = month_named(words[1])) return named_from_now(*month, is_this, today);
    if (unit == Unit::none) return std::nullopt;
    if (words[0] == "past") return Period{before(today, 1, unit), today};
    return around(is_this ? today : before(today, 1, unit), unit);
  }
  auto count = words.size() == 3 ? count_word(words[ago ? 0 : 1]) : std::nullopt;
  if (!count || *count < 1 || *count > 900 || unit == Unit::none) return std::nullopt;
  if (ago) return around(before(today, *count, unit), unit);
  return last ? std::optional(Period{before(today, *count, unit), today}) : std::nullopt;
}

bool looks_numeric(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char c) { return is_digit(c) || c == '-' || c == '/'; });
}

[[noreturn]] void reject(std::string_view text, size_t offset) {
  std::string shown(text.substr(0, 40));
  if (looks_numeric(text)) {
    throw QueryError{offset, fmt::format("'{}' is no date of the calendar", shown),
                     "write a year, a month or a day: 2024, 2024-10, 2024-10-23"};
  }
  throw QueryError{offset, fmt::format("'{}' is not understood as a date", shown),
                   "write 2024, 2024-10, 2024-10-23, 2024-10-01..2024-10-23, yesterday, "
                   "\"last week\" or 30d.."};
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<Period> read_period(std::string_view text, Date today) {
  if (text.size() > 60) return std::nullopt;
  Words words = words_of(text);
  if (words.empty() || words.size() > 4) return std::nullopt;
  if (words.size() == 1) return one_word(words[0], today);
  if (words.size() == 4) return relative(words, today);
  if (auto period = named_month(words, today)) return period;
  if (auto period = quarter(words)) return period;
  return relative(words, today);
}

Period parse_period(std::string_view text, Date today, size_t offset) {
  size_t dots = text.find("..");
  if (dots == std::string_view::npos) {
    auto period = read_period(text, today);
    if (!period) reject(text, offset);
    return *period;
  }
  std::string_view left = trimmed(text.substr(0, dots));
  std::string_view right = trimmed(text.substr(dots + 2));
  Period period;
  if (left.empty() && right.empty()) reject(text, offset);
  if (!left.empty()) {
    auto begin = read_period(left, today);
    if (!begin) reject(left, offset);
    period.from = begin->from;
  }
  if (!right.empty()) {
    auto end = read_period(right, today);
    if (!end) reject(right, offset + dots + 2);
    period.to = end->to;
  }
  if (period.from && period.to && *period.from > *period.to) {
    throw QueryError{offset,
                     fmt::format("the range runs backwards: {} is after {}", to_iso(*period.from),
                                 to_iso(*period.to)),
                     fmt::format("write {}..{}", right, left)};
  }
  return period;
}

}  // namespace quotary
