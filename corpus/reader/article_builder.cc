#include "corpus/reader/article_builder.h"

#include <fmt/format.h>

#include "common/text/letters.h"
#include "common/text/utf8.h"
#include "corpus/article/article_parser.h"
#include "corpus/article/dateline.h"
#include "corpus/article/line_kind.h"

namespace quotary {
namespace {

std::optional<unsigned> digits(std::string_view text, size_t at, size_t count) {
  if (at + count > text.size()) return std::nullopt;
  unsigned value = 0;
  for (size_t i = at; i < at + count; ++i) {
    if (!is_digit(static_cast<unsigned char>(text[i]))) return std::nullopt;
    value = value * 10 + static_cast<unsigned>(text[i] - '0');
  }
  return value;
}

// "03/14/1998": the month first, as the American wires write it.
std::optional<Date> slashed_date(std::string_view text) {
  auto month = digits(text, 0, 2), day = digits(text, 3, 2), year = digits(text, 6, 4);
  if (!month || !day || !year || text[2] != '/' || text[5] != '/') return std::nullopt;
  return make_date(static_cast<int>(*year), *month, *day);
}

// "26-FEB-1987", " 2-MAR-1987".
std::optional<Date> dashed_date(std::string_view text) {
  size_t dash = text.find('-');
  if (dash == text.npos || dash == 0 || dash > 2 || text.size() < dash + 9) return std::nullopt;
  auto day = digits(text, 0, dash), year = digits(text, dash + 5, 4);
  auto month = month_named(text.substr(dash + 1, 3));
  if (!day || !month || !year || text[dash + 4] != '-') return std::nullopt;
  return make_date(static_cast<int>(*year), *month, *day);
}

// "2024-10-23T...", "20241023T...".
std::optional<Date> iso_date(std::string_view text) {
  if (auto date = parse_iso_date(text.substr(0, 10))) return date;
  auto year = digits(text, 0, 4), month = digits(text, 4, 2), day = digits(text, 6, 2);
  if (!year || !month || !day || digits(text, 8, 1)) return std::nullopt;
  return make_date(static_cast<int>(*year), *month, *day);
}

}  // namespace

std::optional<Date> read_record_date(std::string_view written) {
  size_t begin = written.find_first_not_of(" \t\r\n");
  if (begin == written.npos) return std::nullopt;
  std::string_view text = written.substr(begin);
  for (auto read : {iso_date, slashed_date, dashed_date}) {
    if (auto date = read(text)) return date;
  }
  // "Wed, 23 Oct 2024", "October 23, 2024".
  size_t comma = text.find(',');
  if (comma != text.npos && weekday_named(text.substr(0, comma))) {
    text.remove_prefix(comma + 1);
    while (text.starts_with(' ')) text.remove_prefix(1);
  }
  auto date = read_written_date(text);
  if (!date || !date->day || !date->year) return std::nullopt;
  return make_date(*date->year, date->month, *date->day);
}

std::string tidy(std::string_view text) {
  std::string repaired(text);
  repair_utf8(repaired);
  std::string tidied;
  tidied.reserve(repaired.size());
  bool space = false;
  for (size_t at = 0; at < repaired.size();) {
    size_t begin = at;
    char32_t c = next_code_point(repaired, at);
    if (is_space(c)) {
      space = true;
    } else if (c >= 0x20 && c != 0x7F) {
      if (space && !tidied.empty()) tidied.push_back(' ');
      space = false;
      tidied.append(repaired, begin, at - begin);
    }
  }
  return tidied;
}

void ArticleBuilder::headline(std::string_view text) {
  if (headline_.empty()) headline_ = tidy(text);
}

void ArticleBuilder::paragraph(std::string_view text, ParagraphKind kind) {
  std::string tidied = tidy(text);
  if (tidied.empty() || paragraphs_.size() >= kMostParagraphs) return;
  paragraphs_.emplace_back(std::move(tidied), kind);
}

void ArticleBuilder::paragraphs(std::string_view text) {
  std::vector<std::string_view> lines;
  bool marked = false;  // some lines begin a paragraph visibly
  for (size_t begin = 0; begin < text.size();) {
    size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    bool blank = lines.back().find_first_not_of(" \t\r") == std::string_view::npos;
    bool indented = !blank && (lines.back().front() == ' ' || lines.back().front() == '\t');
    marked = marked || indented || (blank && lines.size() > 1);
    begin = end + 1;
  }
  std::string open;
  for (std::string_view line : lines) {
    bool blank = line.find_first_not_of(" \t\r") == line.npos;
    if (!marked || blank || line.front() == ' ' || line.front() == '\t') {
      paragraph(open);
      open.clear();
    }
    open.append(line).push_back('\n');
  }
  paragraph(open);
}

void ArticleBuilder::date(std::string_view written) {
  if (date_) return;
  auto date = read_record_date(written);
  if (date && source_.options.believable.contain(*date)) {
    date_ = date;
  } else if (unbelieved_.empty()) {
    unbelieved_ = tidy(written.substr(0, 40));
  }
}

// A dateline that stands by itself goes before the first paragraph, as papers print it.
void ArticleBuilder::add_dateline() {
  std::string dateline = tidy(dateline_);
  if (dateline.empty()) return;
  for (auto& [text, kind] : paragraphs_) {
    if (kind != ParagraphKind::body) continue;
    Span whole{0, static_cast<uint32_t>(text.size())};
    if (find_dateline(text, whole, date_, true)) return;
    bool closed =
        dateline.ends_with('-') || dateline.ends_with("\u2014") || dateline.ends_with('_');
    text.insert(0, dateline + (closed ? " " : " -- "));
    return;
  }
}

Span ArticleBuilder::append(std::string_view text) {
  if (!article_.text.empty()) article_.text += "\n\n";
  auto begin = static_cast<uint32_t>(article_.text.size());
  article_.text += text;
  return {begin, static_cast<uint32_t>(article_.text.size())};
}

bool ArticleBuilder::emit() {
  if (headline_.empty() && paragraphs_.empty()) return false;
  article_.path = article_.key = source_.path + suffix_;
  if (!date_ && !unbelieved_.empty()) {
    source_.warning(fmt::format("the date {} is not believed", unbelieved_), suffix_);
  }
  article_.date =
      date_ ? date_ : date_in_path(source_.date_path + suffix_, source_.options.believable);
  article_.date_source = date_           ? DateSource::line
                         : article_.date ? DateSource::path
                                         : DateSource::none;
  add_dateline();
  if (!headline_.empty()) {
    article_.headline = append(headline_);
    article_.paragraphs.push_back({article_.headline, ParagraphKind::headline});
  }
  for (size_t i = 0; i < paragraphs_.size(); ++i) {
    auto& [text, kind] = paragraphs_[i];
    Span span = append(text);
    LinePlace place{.number = i, .last = i + 1 == paragraphs_.size()};
    if (!place.last) place.next = paragraphs_[i + 1].first;
    if (kind == ParagraphKind::body) kind = line_kind(text, place);
    if (kind == ParagraphKind::bullet) span.begin += static_cast<uint32_t>(bullet_length(text));
    article_.paragraphs.push_back({span, kind});
  }
  find_dateline_and_language(
      article_, source_.options.language.empty() ? language_ : source_.options.language);
  if (!article_.dateline && (!places_.empty() || !agency_.empty())) {
    article_.dateline = Dateline{{}, std::move(places_), agency_, std::nullopt};
  }
  if (article_.dateline && article_.dateline->agency.empty()) article_.dateline->agency = agency_;
  source_.sink.article(std::move(article_));
  return true;
}

}  // namespace quotary
