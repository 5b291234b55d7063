#include "corpus/article/date_line.h"

#include "common/text/letters.h"

namespace quotary {
namespace {

bool digit_at(std::string_view text, size_t at) { return at < text.size() && is_digit(text[at]); }

// The digits at `at`, at most `most`, as a number; moves `at` behind them.
std::optional<unsigned> read_number(std::string_view text, size_t& at, size_t least, size_t most) {
  unsigned value = 0;
  size_t begin = at;
  while (digit_at(text, at) && at - begin < most)
    value = value * 10 + static_cast<unsigned>(text[at++] - '0');
  if (at - begin < least) return std::nullopt;
  return value;
}

// A day written in numbers: how many bytes, and which day, if it is one.
struct Written {
  size_t length;
  std::optional<Date> date;
};

// year, month and day with one of - / . _ between, or eight digits.
std::optional<Written> read_day(std::string_view text, size_t least_digits) {
  size_t at = 0;
  auto year = read_number(text, at, 4, 4);
  if (!year) return std::nullopt;
  bool compact = digit_at(text, at);
  char mark = at < text.size() ? text[at] : '\0';
  if (!compact && mark != '-' && mark != '/' && mark != '.' && mark != '_') return std::nullopt;
  at += !compact;
  auto month = read_number(text, at, compact ? 2 : least_digits, 2);
  if (!month) return std::nullopt;
  if (!compact) {
    if (at >= text.size() || text[at] != mark) return std::nullopt;
    ++at;
  }
  auto day = read_number(text, at, compact ? 2 : least_digits, 2);
  if (!day || digit_at(text, at)) return std::nullopt;
  return Written{at, make_date(static_cast<int>(*year), *month, *day)};
}

bool is_date_word(std::string_view word) {
  return word.size() == 4 && (word[0] | 0x20) == 'd' && (word[1] | 0x20) == 'a' &&
         (word[2] | 0x20) == 't' && (word[3] | 0x20) == 'e';
}

}  // namespace

std::optional<DateLine> read_date_line(std::string_view text, Span line) {
  std::string_view own = line.of(text);
  if (own.size() < 10 || !is_date_word(own.substr(0, 4))) return std::nullopt;
  size_t at = 4;
  if (own[at] == ':') ++at;
  size_t space = at;
  while (at < own.size() && (own[at] == ' ' || own[at] == '\t')) ++at;
  if (at == space) return std::nullopt;
  auto day = read_day(own.substr(at), 1);
  if (!day) return std::nullopt;
  size_t end = at + day->length;
  if (end < own.size() && !is_space(static_cast<unsigned char>(own[end]))) return std::nullopt;
  DateLine found{day->date, own.substr(at, day->length), 0};
  while (end < own.size() && (own[end] == ' ' || own[end] == '\t')) ++end;
  found.rest = line.begin + static_cast<uint32_t>(end);
  return found;
}

std::optional<Date> date_in_path(std::string_view path, const BelievableDates& believable) {
  for (size_t at = path.size(); at-- > 0;) {
    if (!digit_at(path, at) || (at > 0 && digit_at(path, at - 1))) continue;
    auto day = read_day(path.substr(at), 2);
    if (day && day->date && believable.contain(*day->date)) return day->date;
  }
  return std::nullopt;
}

}  // namespace quotary
