#include "corpus/article/dateline.h"

#include <algorithm>
#include <cstdlib>

#include "common/text/fold.h"
#include "common/text/letters.h"
#include "common/text/utf8.h"
#include "corpus/article/agency.h"
#include "corpus/article/place_name.h"
#include "corpus/article/word_list.h"

namespace quotary {
namespace {

constexpr size_t kLongestDateline = 200;  // bytes
constexpr size_t kLongestName = 40;       // of a city, a region, an agency
constexpr size_t kMostPlaces = 6;
constexpr size_t kMostParts = 4;

// First words of what looks like a dateline and is none, folded.
constexpr std::string_view kAnnouncements =
    " file photo photos video videos watch update updated updates breaking exclusive opinion "
    "analysis correction corrected corrects clarification editor's editors note live poll quiz "
    "read listen related advertisement bottom top rpt repeat repeats refile wrapup flash urgent "
    "attention advisory headline headlines summary feature factbox timeline interview special "
    "report picture pictures commentary column editorial press media news alert developing just "
    "must q a i the "
    "story blog podcast transcript here this today now part chapter step day week on in at to by ";

// How a place is written: KAZAN or Kazan.
enum class Writing { capitals, name };

// Reads one dateline. Each read_ function consumes what it recognises and leaves the cursor alone
// where it recognises nothing.
class DatelineReader {
 public:
  DatelineReader(std::string_view text, std::optional<Date> published, bool first)
      : text_(text), published_(published), first_(first) {}

  // The number of bytes up to the paragraph's own text, or nullopt.
  std::optional<size_t> read();

  Dateline& dateline() { return dateline_; }
  size_t begin() const { return begin_; }
  size_t end() const { return end_; }

 private:
  enum class Separator { none, hyphen, long_dash, underscore, dot };

  char32_t peek() const { return code_point_at(text_, at_); }
  bool skip(std::string_view what) {
    if (!text_.substr(at_).starts_with(what)) return false;
    at_ += what.size();
    return true;
  }
  void skip_spaces() {
    while (is_space(peek())) next_code_point(text_, at_);
  }

  void read_places();
  bool read_city();
  void read_parts();
  std::string_view read_name(bool region);
  size_t word_end(size_t at) const;
  std::optional<WrittenDate> day_at(size_t at) const;
  bool read_day();
  bool read_agency();
  bool read_unbracketed_agency();
  void set_agency(std::string_view written);
  Separator read_separator();
  bool is_dateline(Separator separator) const;
  bool names_place() const;
  bool place_can_stand(Separator separator) const;
  bool bare_day_is_close() const;

  std::string_view text_;
  std::optional<Date> published_;
  bool first_;
  size_t at_ = 0, begin_ = 0, end_ = 0;
  Dateline dateline_;
  Writing writing_ = Writing::capitals;
  std::string first_word_;
  bool has_day_ = false;
  bool agency_known_ = false;
};

bool ends_name(char32_t c) { return c == 0 || c == ',' || c == '(' || c == '/' || c == '_'; }

// The end of the word at `at`: letters with inner hyphens, apostrophes, and the dots of
// abbreviations. `at` itself where there is none.
size_t DatelineReader::word_end(size_t at) const {
  size_t end = at;
  while (end < text_.size()) {
    size_t next = end;
    char32_t c = next_code_point(text_, next);
    char32_t after = code_point_at(text_, next);
    bool inner = (c == '-' || c == '\'' || c == 0x2019) && end > at && is_letter(after);
    bool dot = c == '.' && end > at && after != '.';
    if (!is_letter(c) && !inner && !dot) break;
    end = next;
  }
  return end;
}

bool in_capitals(std::string_view word) {
  size_t capitals = 0, small = 0;
  for (size_t at = 0; at < word.size();) {
    char32_t c = next_code_point(word, at);
    capitals += is_upper(c);
    small += is_lower(c);
  }
  return capitals > 0 && (small == 0 || (small <= 2 && capitals >= 4));
}

bool is_joining_word(std::string_view word, bool region) {
  if (region && (word == "and" || word == "border")) return true;
  return word == "de" || word == "of" || word == "the" || word == "la" || word == "es" ||
         word == "el" || word == "al" || word == "do" || word == "da" || word == "del" ||
         word == "di";
}

// The words of a city (all in capitals, or each with one) or of a region.
std::string_view DatelineReader::read_name(bool region) {
  size_t begin = at_, end = at_;
  for (size_t words = 0; words < 6; ++words) {
    size_t from = end;
    if (words > 0) {
      if (code_point_at(text_, from) != ' ') break;
      ++from;
    }
    size_t to = word_end(from);
    std::string_view word = text_.substr(from, to - from);
    bool fits = !word.empty() && is_upper(code_point_at(word, 0));
    if (!region && writing_ == Writing::capitals && words > 0) fits = fits && in_capitals(word);
    if (!fits && !(words > 0 && is_joining_word(word, region)) && !(region && word == "the")) break;
    if (words > 0 && read_written_date(text_.substr(from))) break;  // "SARAJEVO April 13"
    end = to;
    // "SEOUL. April 11": a sentence-like dot ends the name; "ST. LOUIS" goes on.
    if (word.ends_with('.') && !region &&
        read_written_date(text_.substr(std::min(to + 1, text_.size())))) {
      end = to - 1;
      break;
    }
    if (end - begin > kLongestName) return {};
  }
  at_ = end;
  return text_.substr(begin, end - begin);
}

bool DatelineReader::read_city() {
  size_t to = word_end(at_);
  std::string_view word = text_.substr(at_, to - at_);
  if (word.empty() || !is_upper(code_point_at(word, 0))) return false;
  if (dateline_.places.empty()) {
    writing_ = in_capitals(word) ? Writing::capitals : Writing::name;
    first_word_ = fold(word);
  } else if (writing_ == Writing::capitals && !in_capitals(word)) {
    return false;
  }
  size_t begin = at_;
  std::string_view name = read_name(false);
  if (count_code_points(name) < 3) {
    at_ = begin;
    return false;
  }
  dateline_.places.push_back({{city_name(name)}});
  return true;
}

// ", Russia, Oct. 22": regions and the day, in this order.
void DatelineReader::read_parts() {
  while (dateline_.places.back().parts.size() < kMostParts) {
    size_t begin = at_;
    skip_spaces();
    if (!skip(",")) {
      at_ = begin;
      return;
    }
    skip_spaces();
    if (read_day() || read_unbracketed_agency()) return;
    std::string_view region = read_name(true);
    skip_spaces();
    // Behind a region something that belongs to a dateline must stand.
    bool goes_on = ends_name(peek()) || text_.substr(at_).starts_with("-") || peek() == 0x2014 ||
                   peek() == 0x2013 || peek() == 0x2015 || read_written_date(text_.substr(at_));
    if (region.empty() || !goes_on) {
      at_ = begin;
      return;
    }
    dateline_.places.back().parts.push_back(region_name(region));
    if (read_day()) return;
  }
}

void DatelineReader::read_places() {
  while (dateline_.places.size() < kMostPlaces) {
    if (!read_city()) return;
    read_parts();
    if (has_day_) return;
    size_t begin = at_;
    skip_spaces();
    bool more = skip("/") || skip("and ");
    skip_spaces();
    size_t to = word_end(at_);
    if (!more || to == at_ || known_agency(text_.substr(at_, to - at_))) {
      at_ = begin;
      return;
    }
  }
}

// "Oct. 22", "March 22, 2018", "July 12."; the month may lack its capital here.
std::optional<WrittenDate> DatelineReader::day_at(size_t at) const {
  if (at >= text_.size()) return std::nullopt;
  if (!is_lower(static_cast<unsigned char>(text_[at]))) return read_written_date(text_.substr(at));
  std::string capital(text_.substr(at));
  capital[0] = static_cast<char>(to_upper(static_cast<unsigned char>(capital[0])));
  return read_written_date(capital);
}

bool DatelineReader::read_day() {
  auto date = day_at(at_);
  if (!date || !date->day) return false;
  at_ += date->length;
  has_day_ = true;
  if (date->year) {
    dateline_.day = make_date(*date->year, date->month, *date->day);
  } else if (published_) {
    dateline_.day = date->resolve(*published_);
  }
  return true;
}

void DatelineReader::set_agency(std::string_view written) {
  while (written.ends_with(' ')) written.remove_suffix(1);
  while (written.starts_with(' ')) written.remove_prefix(1);
  auto known = known_agency(written);
  agency_known_ = known.has_value();
  dateline_.agency = known ? *known : written;
}

// "(Xinhua)", "(MENAFN- Agency)", "/TASS/".
bool DatelineReader::read_agency() {
  char32_t open = peek();
  if (open != '(' && open != '/') return false;
  size_t close = text_.find(open == '(' ? ')' : '/', at_ + 1);
  if (close == std::string_view::npos || close - at_ - 1 > kLongestName || close == at_ + 1) {
    return false;
  }
  std::string_view inside = text_.substr(at_ + 1, close - at_ - 1);
  if (inside.starts_with("MENAFN")) {
    size_t source = inside.find('-');
    set_agency(source == std::string_view::npos || source + 2 >= inside.size()
                   ? inside
                   : inside.substr(source + 1));
    agency_known_ = true;
  } else {
    set_agency(inside.substr(0, inside.find('/')));
    if (!agency_known_) set_agency(inside);
  }
  if (dateline_.agency.empty() ||
      inside.find_first_of("0123456789\"()") != std::string_view::npos) {
    dateline_.agency.clear();
    agency_known_ = false;
    return false;
  }
  at_ = close + 1;
  end_ = at_;
  return true;
}

// "WASHINGTON, March 12, Reuter -".
bool DatelineReader::read_unbracketed_agency() {
  size_t to = word_end(at_);
  std::string_view word = text_.substr(at_, to - at_);
  if (word.empty() || !known_agency(word) || word.size() < 3) return false;
  set_agency(word);
  at_ = to;
  return true;
}

DatelineReader::Separator DatelineReader::read_separator() {
  skip_spaces();
  bool spaced = at_ > 0 && (is_space(code_point_before(text_, at_)) || text_[at_ - 1] == ')');
  auto followed = [&](Separator found) { return end_ = at_, skip_spaces(), found; };
  if (skip("---") || skip("--")) return followed(Separator::hyphen);
  for (std::string_view dash : {"\u2014", "\u2013", "\u2015", "\u2012", "\u2212"}) {
    if (skip(dash)) {
      while (skip(dash)) continue;
      return followed(Separator::long_dash);
    }
  }
  char32_t next = code_point_at(text_, at_ + 1);
  if (peek() == '_' && (next == 0 || is_space(next) || is_upper(next)))
    return ++at_, followed(Separator::underscore);
  if (peek() == '-' && (next == 0 || is_space(next) || (spaced && is_upper(next)))) {
    return ++at_, followed(Separator::hyphen);
  }
  if (peek() == ':' && !dateline_.agency.empty()) return ++at_, followed(Separator::hyphen);
  if (peek() == '.' && !dateline_.agency.empty()) return ++at_, followed(Separator::dot);
  return Separator::none;
}

bool DatelineReader::bare_day_is_close() const {
  return published_ && dateline_.day && std::abs(days_between(*published_, *dateline_.day)) <= 3;
}

size_t count_words(std::string_view name) {
  return 1 + static_cast<size_t>(std::count(name.begin(), name.end(), ' '));
}

// Whether the places alone, with neither agency nor day, may be a dateline.
bool DatelineReader::place_can_stand(Separator separator) const {
  if (writing_ != Writing::capitals) return false;
  const Place& place = dateline_.places.front();
  if (place.parts.size() > 1 && count_words(place.parts[1]) > 3) return false;
  if (stands_alone(place.parts[0]) || place.parts.size() > 1) return true;
  if (!first_ || separator == Separator::hyphen) return false;
  return count_words(place.parts[0]) <= 3;
}

bool announces(std::string_view word) { return is_listed(fold(word), kAnnouncements); }

// Whether the first place can be the name of one.
bool DatelineReader::names_place() const {
  const Place& place = dateline_.places[0];
  if (known_agency(place.parts[0]) || place.parts[0] == "U.S." || place.parts[0] == "U.N.")
    return false;
  if (stands_alone(place.parts[0]) || has_day_) return true;
  if (first_word_ == "the") return place.parts.size() > 1;
  return !announces(first_word_);
}

bool DatelineReader::is_dateline(Separator separator) const {
  if (dateline_.places.empty()) {
    if (announces(dateline_.agency.substr(0, dateline_.agency.find(' ')))) return false;
  } else if (!names_place()) {
    return false;
  }
  bool dash = separator != Separator::none;
  if (dateline_.places.empty()) {
    if (has_day_) return agency_known_ || (dash && first_ && bare_day_is_close());
    return agency_known_ || (dash && first_ && dateline_.agency.size() >= 3);
  }
  if (agency_known_ && (dash || writing_ == Writing::capitals)) return true;
  if (agency_known_) {
    // "Washington (CNN) The ...", but not "The Associated Press (AP) said".
    char32_t next = peek();
    return first_word_ != "the" && !is_lower(next) && next != ',' && next != ')' && next != 0;
  }
  if (!dash) return false;
  if (has_day_) return true;
  if (!dateline_.agency.empty()) {
    return writing_ == Writing::capitals && is_upper(code_point_at(dateline_.agency, 0));
  }
  return place_can_stand(separator);
}

// Prose follows a dateline; a headline in capitals may look like one: "SUGAR UP, EXPORTS DOWN -
// EC".
bool is_in_capitals(std::string_view rest) {
  bool capitals = false;
  for (size_t at = 0; at < rest.size();) {
    char32_t c = next_code_point(rest, at);
    if (is_lower(c)) return false;
    capitals = capitals || is_upper(c);
  }
  return capitals;
}

std::optional<size_t> DatelineReader::read() {
  while (skip("*") || skip(" ")) continue;
  begin_ = at_;
  if (peek() != '(' && !read_day()) {
    read_places();
    if (dateline_.places.empty()) return std::nullopt;
  }
  end_ = at_;
  skip_spaces();
  while (skip(".") || skip(",")) skip_spaces();
  if (!has_day_ && read_day()) skip(".");  // "SARAJEVO April 13 (AFP)", "SEOUL. April 11"
  skip_spaces();
  if (dateline_.agency.empty() && !read_agency()) read_unbracketed_agency();
  if (!has_day_ && !dateline_.agency.empty()) {
    size_t after_agency = at_;
    skip(",");
    skip_spaces();
    if (!read_day()) at_ = after_agency;  // "LONDON (Reuters), May 3 -"
  }
  Separator separator = read_separator();
  skip_spaces();
  if (!is_dateline(separator) || is_in_capitals(text_.substr(at_))) return std::nullopt;
  return at_;
}

}  // namespace

std::optional<FoundDateline> find_dateline(std::string_view text, Span paragraph,
                                           std::optional<Date> published, bool first) {
  std::string_view own = utf8_prefix(paragraph.of(text), kLongestDateline);
  char32_t c = code_point_at(own, 0);
  if (!is_upper(c) && !is_digit(c) && c != '(' && c != '*') return std::nullopt;
  DatelineReader reader(own, published, first);
  auto length = reader.read();
  if (!length) return std::nullopt;
  FoundDateline found;
  found.dateline = std::move(reader.dateline());
  found.dateline.span = {paragraph.begin + static_cast<uint32_t>(reader.begin()),
                         paragraph.begin + static_cast<uint32_t>(reader.end())};
  found.body = paragraph.begin + static_cast<uint32_t>(*length);
  return found;
}

}  // namespace quotary
