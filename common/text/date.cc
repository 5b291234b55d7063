#include "common/text/date.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace quotary {
namespace {

// All of `text` as a decimal number, or nullopt.
std::optional<unsigned> number(std::string_view text) {
  unsigned value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                       "thursday", "friday", "saturday"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool begins_with(std::string_view full, std::string_view name) {
  if (name.size() > full.size()) return false;
  for (size_t i = 0; i < name.size(); ++i) {
    if (lower(name[i]) != full[i]) return false;
  }
  return true;
}

// The number of the name, from 0: any beginning of three letters or more that is in use. Months
// are cut to three letters ("Sept" to four), weekdays to three to five ("Tues", "Thurs").
template <size_t N>
std::optional<unsigned> find_name(const std::array<std::string_view, N>& names,
                                  std::string_view name, size_t longest_cut) {
  if (name.ends_with('.')) name.remove_suffix(1);
  if (name.size() < 3) return std::nullopt;
  for (unsigned i = 0; i < N; ++i) {
    if (lower(name[0]) != names[i][0]) continue;
    bool length_fits = name.size() <= longest_cut || name.size() == names[i].size();
    if (length_fits && begins_with(names[i], name)) return i;
  }
  return std::nullopt;
}

// A cursor for read_written_date.
struct DateReader {
  std::string_view text;
  size_t at = 0;

  bool skip(char c) { return at < text.size() && text[at] == c && ++at; }
  void skip_spaces() {
    while (skip(' ')) continue;
  }
  // A number of at most `digits` digits that no further digit or letter follows, save an ordinal's.
  std::optional<unsigned> number(size_t digits) {
    size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end == at || end - at > digits) return std::nullopt;
    auto value = quotary::number(text.substr(at, end - at));
    if (end + 2 <= text.size() && digits == 2) {
      std::string_view ordinal = text.substr(end, 2);
      for (std::string_view o : {"st", "nd", "rd", "th"}) end += ordinal == o ? 2 : 0;
    }
    if (end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) return std::nullopt;
    at = end;
    return value;
  }
  // A month that is written as a name: with a capital.
  std::optional<unsigned> month() {
    size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end == at || !(text[at] >= 'A' && text[at] <= 'Z')) return std::nullopt;
    std::string_view name = text.substr(at, end - at);
    auto month = month_named(name);
    if (!month) return std::nullopt;
    at = end;
    if (name.size() < kMonths[*month - 1].size()) skip('.');
    return month;
  }
  // ", 2024" or " 2024"; leaves all as it was where there is no year.
  std::optional<int> year() {
    size_t begin = at;
    skip(',');
    skip_spaces();
    size_t digits = at;
    auto year = number(4);
    if (year && at - digits == 4 && *year >= 1000) return static_cast<int>(*year);
    at = begin;
    return std::nullopt;
  }
};

}  // namespace

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  auto year = number(text.substr(0, 4));
  auto month = number(text.substr(5, 2));
  auto day = number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return make_date(static_cast<int>(*year), *month, *day);
}

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
  Date date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::string to_iso(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

Date add_days(Date date, int days) {
  return Date(std::chrono::sys_days(date) + std::chrono::days(days));
}

Date add_months(Date date, int months) {
  auto month = date.year() / date.month() + std::chrono::months(months);
  Date same = month / date.day();
  return same.ok() ? same : end_of_month(month / std::chrono::day(1));
}

Date end_of_month(Date date) { return Date(date.year() / date.month() / std::chrono::last); }

int days_between(Date from, Date to) {
  return static_cast<int>((std::chrono::sys_days(to) - std::chrono::sys_days(from)).count());
}

std::chrono::weekday weekday_of(Date date) {
  return std::chrono::weekday(std::chrono::sys_days(date));
}

Date latest_weekday(std::chrono::weekday weekday, Date date) {
  return add_days(date, -static_cast<int>((weekday_of(date) - weekday).count()));
}

std::optional<Date> infer_year(unsigned month, unsigned day, Date near, int days_ahead) {
  int year = static_cast<int>(near.year());
  for (int candidate = year + 1; candidate >= year - 8; --candidate) {
    auto date = make_date(candidate, month, day);
    if (date && days_between(near, *date) <= days_ahead) return date;
  }
  return std::nullopt;
}

std::optional<unsigned> month_named(std::string_view name) {
  if (name.ends_with('.')) name.remove_suffix(1);
  auto index = find_name(kMonths, name, 3);
  if (!index && name.size() == 4 && begins_with("sept", name)) index = 8;
  return index ? std::optional(*index + 1) : std::nullopt;
}

std::optional<std::chrono::weekday> weekday_named(std::string_view name) {
  auto index = find_name(kWeekdays, name, 5);
  return index ? std::optional(std::chrono::weekday(*index)) : std::nullopt;
}

std::optional<Date> WrittenDate::resolve(Date near, int days_ahead) const {
  if (!day) return std::nullopt;
  return year ? make_date(*year, month, *day) : infer_year(month, *day, near, days_ahead);
}

std::optional<WrittenDate> read_written_date(std::string_view text) {
  DateReader reader{text};
  WrittenDate date;
  std::optional<unsigned> month;
  if ((date.day = reader.number(2))) {
    reader.skip_spaces();
    month = reader.month();
  } else if ((month = reader.month())) {
    size_t after_month = reader.at;
    reader.skip_spaces();
    date.day = reader.number(2);
    if (!date.day) reader.at = after_month;
  }
  if (!month) return std::nullopt;
  date.month = *month;
  date.length = reader.at;
  if ((date.year = reader.year())) date.length = reader.at;
  // 2024 is a leap year: whether this one is one, resolve() finds out.
  if (date.day && !make_date(date.year.value_or(2024), *month, *date.day)) return std::nullopt;
  return date;
}

}  // namespace quotary
