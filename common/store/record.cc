#include "common/store/record.h"

#include <algorithm>

#include "common/store/encoding.h"

namespace quotary {
namespace {

constexpr uint8_t kArticleVersion = 0x41;  // the kind of record and its version in one byte
constexpr uint8_t kStatementVersion = 0x81;
constexpr uint64_t kMaxDay = 4'000'000;  // days from 0000-01-01, plus one; year 9999 is 3,652,425

// Days are stored from the year 0; 0 stands for none.
constexpr std::chrono::sys_days kDayZero = std::chrono::year(0) / std::chrono::January / 1;

void put_date(ByteWriter& out, const std::optional<Date>& date) {
  int64_t days = date ? (std::chrono::sys_days(*date) - kDayZero).count() + 1 : 0;
  out.number(days > 0 ? static_cast<uint64_t>(days) : 0);
}

std::optional<Date> get_date(ByteReader& in) {
  uint64_t days = in.number(kMaxDay);
  if (days == 0) return std::nullopt;
  return Date(kDayZero + std::chrono::days(days - 1));
}

void put_span(ByteWriter& out, Span span) {
  out.number(span.begin);
  out.number(span.size());
}

Span get_span(ByteReader& in, uint64_t limit = UINT32_MAX) {
  uint64_t begin = in.number(limit);
  uint64_t size = in.number(limit - begin);
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + size)};
}

// A byte tells whether one follows.
void put_optional(ByteWriter& out, const std::optional<Span>& span) {
  out.byte(span.has_value());
  if (span) put_span(out, *span);
}

std::optional<Span> get_optional(ByteReader& in) {
  if (in.number(1) == 0) return std::nullopt;
  return get_span(in);
}

void put_strings(ByteWriter& out, const std::vector<std::string>& strings) {
  out.number(strings.size());
  for (const std::string& string : strings) out.string(string);
}

std::vector<std::string> get_strings(ByteReader& in) {
  std::vector<std::string> strings;
  for (size_t left = in.count(); left > 0; --left) strings.emplace_back(in.string());
  return strings;
}

template <typename Enum, size_t N>
Enum get_enum(ByteReader& in, const std::array<std::string_view, N>&) {
  return static_cast<Enum>(in.number(N - 1));
}

void expect_version(ByteReader& in, uint8_t version) {
  if (in.byte() != version) ByteReader::fail("it is of another kind or version");
}

void put_paragraphs(ByteWriter& out, const std::vector<StoredParagraph>& paragraphs) {
  out.number(paragraphs.size());
  for (const StoredParagraph& paragraph : paragraphs) {
    put_span(out, paragraph.span);
    out.byte(static_cast<uint8_t>(paragraph.kind));
  }
}

std::vector<StoredParagraph> get_paragraphs(ByteReader& in, size_t text_size) {
  std::vector<StoredParagraph> paragraphs;
  for (size_t left = in.count(); left > 0; --left) {
    StoredParagraph paragraph;
    paragraph.span = get_span(in, text_size);
    paragraph.kind = get_enum<ParagraphKind>(in, kParagraphKindNames);
    paragraphs.push_back(paragraph);
  }
  return paragraphs;
}

bool on_boundary(std::string_view text, uint32_t at) {
  return at == text.size() || (at < text.size() && (static_cast<uint8_t>(text[at]) & 0xC0) != 0x80);
}

void check_span(Span span, std::string_view text) {
  if (span.begin > span.end || !on_boundary(text, span.begin) || !on_boundary(text, span.end))
    ByteReader::fail("a span does not fit its text");
}

}  // namespace

std::string encode(const ArticleRecord& record) {
  ByteWriter out;
  out.byte(kArticleVersion);
  out.string(record.id);
  out.string(record.key);
  out.string(record.source);
  out.string(record.path);
  out.string(record.text);
  out.string(record.language);
  put_span(out, record.headline);
  put_date(out, record.date);
  out.byte(static_cast<uint8_t>(record.date_source));
  put_span(out, record.dateline);
  out.number(record.places.size());
  for (const Place& place : record.places) put_strings(out, place.parts);
  out.string(record.agency);
  put_date(out, record.dateline_day);
  put_paragraphs(out, record.paragraphs);
  out.number(record.statements);
  return out.take_checked();
}

ArticleRecord decode_article(std::string_view bytes) {
  ByteReader in(checked_body(bytes));
  expect_version(in, kArticleVersion);
  ArticleRecord record;
  record.id = in.string();
  record.key = in.string();
  record.source = in.string();
  record.path = in.string();
  record.text = in.string();
  record.language = in.string();
  record.headline = get_span(in, record.text.size());
  record.date = get_date(in);
  record.date_source = get_enum<DateSource>(in, kDateSourceNames);
  record.dateline = get_span(in, record.text.size());
  for (size_t left = in.count(); left > 0; --left) record.places.push_back({get_strings(in)});
  record.agency = in.string();
  record.dateline_day = get_date(in);
  record.paragraphs = get_paragraphs(in, record.text.size());
  record.statements = in.number32();
  in.finish();
  return record;
}

std::string encode(const StatementRecord& record) {
  ByteWriter out;
  out.byte(kStatementVersion);
  out.string(record.article_id);
  out.number(record.ordinal);
  out.number(record.segments.size());
  for (Span span : record.segments) put_span(out, span);
  put_optional(out, record.cue);
  put_optional(out, record.mention);
  put_optional(out, record.named_mention);
  put_strings(out, record.speakers);
  out.byte(record.confidence);
  out.byte(static_cast<uint8_t>(record.kind));
  out.byte(static_cast<uint8_t>(record.status));
  put_date(out, record.said);
  put_date(out, record.when);
  out.string(record.addressee);
  out.string(record.via);
  put_span(out, record.passage);
  return out.take_checked();
}

StatementRecord decode_statement(std::string_view bytes) {
  ByteReader in(checked_body(bytes));
  expect_version(in, kStatementVersion);
  StatementRecord record;
  record.article_id = in.string();
  record.ordinal = in.number32();
  for (size_t left = in.count(); left > 0; --left) record.segments.push_back(get_span(in));
  if (record.segments.empty()) ByteReader::fail("a statement without content");
  record.cue = get_optional(in);
  record.mention = get_optional(in);
  record.named_mention = get_optional(in);
  record.speakers = get_strings(in);
  record.confidence = in.byte();
  if (record.confidence > 100) ByteReader::fail("a number is out of its range");
  record.kind = get_enum<StatementKind>(in, kStatementKindNames);
  record.status = get_enum<StatementStatus>(in, kStatementStatusNames);
  record.said = get_date(in);
  record.when = get_date(in);
  record.addressee = in.string();
  record.via = in.string();
  record.passage = get_span(in);
  in.finish();
  return record;
}

void check_spans(const StatementRecord& statement, std::string_view text) {
  for (size_t i = 0; i < statement.segments.size(); ++i) {
    check_span(statement.segments[i], text);
    if (i > 0 && statement.segments[i].begin < statement.segments[i - 1].end)
      ByteReader::fail("the content's parts are out of order");
  }
  check_span(statement.passage, text);
  for (const auto& span : {statement.cue, statement.mention, statement.named_mention})
    if (span) check_span(*span, text);
}

}  // namespace quotary
