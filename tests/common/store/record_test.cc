#include "common/store/record.h"

#include <gtest/gtest.h>

#include <random>

#include "common/base/error.h"
#include "common/store/encoding.h"

namespace quotary {
namespace {

const Date kDay = std::chrono::year(2024) / 10 / 23;

ArticleRecord sample_article() {
  ArticleRecord article;
  article.id = "abcdefghijklm";
  article.key = "news/2024/a.txt";
  article.source = "news";
  article.path = "2024/a.txt";
  article.text = "A headline\n\nTALLINN (AFP) - “Not yet,” said Ms. Berg.";
  article.language = "en";
  article.headline = {0, 10};
  article.date = kDay;
  article.date_source = DateSource::path;
  article.dateline = {12, 27};
  article.places = {{{"Tallinn", "Estonia"}}, {{"Riga"}}};
  article.agency = "AFP";
  article.dateline_day = std::chrono::year(2024) / 10 / 22;
  article.paragraphs = {{{0, 10}, ParagraphKind::headline}, {{27, 55}, ParagraphKind::body}};
  article.statements = 3;
  return article;
}

StatementRecord sample_statement() {
  StatementRecord statement;
  statement.article_id = "abcdefghijklm";
  statement.ordinal = 2;
  statement.segments = {{10, 20}, {30, 35}};
  statement.cue = Span{22, 26};
  statement.named_mention = Span{0, 4};
  statement.speakers = {"Ada Berg", "Jo Lind"};
  statement.confidence = 80;
  statement.kind = StatementKind::mixed;
  statement.status = StatementStatus::denied;
  statement.when = kDay;
  statement.via = "the paper";
  statement.passage = {5, 40};
  return statement;
}

TEST(Record, ReadsWhatItWrote) {
  EXPECT_EQ(decode_article(encode(sample_article())), sample_article());
  EXPECT_EQ(decode_statement(encode(sample_statement())), sample_statement());
  EXPECT_EQ(decode_article(encode(ArticleRecord{})), ArticleRecord{});
}

TEST(Record, EveryDayOfTheCalendarThatIsBelieved) {
  for (int year : {0, 1700, 1970, 2024, 9999}) {
    StatementRecord statement = sample_statement();
    statement.said = std::chrono::year(year) / 12 / 31;
    EXPECT_EQ(decode_statement(encode(statement)).said, statement.said);
  }
}

template <typename Decode>
void expect_refused_or_read(Decode decode, const std::string& bytes) {
  try {
    decode(bytes);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::index);
  }
}

TEST(Record, EveryCutIsRefused) {
  std::string article = encode(sample_article());
  for (size_t size = 0; size < article.size(); ++size)
    EXPECT_THROW(decode_article(std::string_view(article).substr(0, size)), Error) << size;
  std::string statement = encode(sample_statement());
  for (size_t size = 0; size < statement.size(); ++size)
    EXPECT_THROW(decode_statement(std::string_view(statement).substr(0, size)), Error) << size;
  EXPECT_THROW(decode_statement(statement + "x"), Error);
  EXPECT_THROW(decode_article(statement), Error);
  EXPECT_THROW(decode_statement(article), Error);
}

// A byte that has changed is never taken for another value.
TEST(Record, EveryChangedByteIsRefused) {
  const std::string article = encode(sample_article());
  const std::string statement = encode(sample_statement());
  for (int flip : {1, 0x80, 0xff}) {
    for (size_t at = 0; at < article.size(); ++at) {
      std::string changed = article;
      changed[at] = static_cast<char>(changed[at] ^ flip);
      EXPECT_THROW(decode_article(changed), Error) << at;
    }
    for (size_t at = 0; at < statement.size(); ++at) {
      std::string changed = statement;
      changed[at] = static_cast<char>(changed[at] ^ flip);
      EXPECT_THROW(decode_statement(changed), Error) << at;
    }
  }
}

// What has the right checksum by chance, or on purpose, is still not trusted.
TEST(Record, DamageUnderARightChecksumIsRefusedOrHarmless) {
  std::mt19937 random(7);
  const std::string article(checked_body(encode(sample_article())));
  const std::string statement(checked_body(encode(sample_statement())));
  for (int round = 0; round < 20000; ++round) {
    std::string bad_article = article;
    std::string bad_statement = statement;
    for (std::string* bytes : {&bad_article, &bad_statement})
      for (unsigned i = 0; i <= random() % 4; ++i)
        (*bytes)[random() % bytes->size()] = static_cast<char>(random());
    expect_refused_or_read(decode_article, with_checksum(bad_article));
    expect_refused_or_read(decode_statement, with_checksum(bad_statement));
  }
}

TEST(Record, HugeCountsAreRefusedBeforeMemoryIsTaken) {
  // version, empty article id, ordinal 0, then 2^62 segments
  std::string bytes("\x81\0\0", 3);
  bytes += std::string(8, '\xff') + "\x3f";
  EXPECT_THROW(decode_statement(with_checksum(bytes)), Error);
}

TEST(ByteReader, RefusesWhatDoesNotFit) {
  struct Case {
    std::string bytes;
    void (*read)(ByteReader& in);
    const char* expected;
  };
  const Case cases[] = {
      {"", [](ByteReader& in) { in.byte(); }, "it ends too early"},
      {"\x80", [](ByteReader& in) { in.number(); }, "it ends too early"},
      {std::string(9, '\xff') + "\x02", [](ByteReader& in) { in.number(); },
       "a number is too large"},
      {"\x05", [](ByteReader& in) { in.number(4); }, "a number is out of its range"},
      {"\x05"
       "abcd",
       [](ByteReader& in) { in.string(); }, "a text ends too early"},
      {"\x05"
       "abcd",
       [](ByteReader& in) { in.count(); }, "a list ends too early"},
      {"a", [](ByteReader& in) { in.finish(); }, "bytes are left over"},
  };
  for (const Case& c : cases) {
    ByteReader in(c.bytes);
    try {
      c.read(in);
      ADD_FAILURE() << c.expected;
    } catch (const Error& error) {
      EXPECT_EQ(error.what(), std::string("damaged record: ") + c.expected);
    }
  }
}

TEST(Record, RefusesImpossibleValues) {
  StatementRecord none = sample_statement();
  none.segments.clear();
  EXPECT_THROW(decode_statement(encode(none)), Error);
  StatementRecord surer = sample_statement();
  surer.confidence = 101;
  EXPECT_THROW(decode_statement(encode(surer)), Error);
}

TEST(Record, SpansMustFitTheText) {
  const std::string text = "“Not yet, not today,” said Ms. Berg at noon.";
  StatementRecord good = sample_statement();
  good.segments = {{3, 10}, {12, 15}};
  EXPECT_NO_THROW(check_spans(good, text));
  StatementRecord cut = good;
  cut.passage = {1, 10};  // inside of the first character
  EXPECT_THROW(check_spans(cut, text), Error);
  StatementRecord outside = good;
  outside.cue = Span{40, 1000};
  EXPECT_THROW(check_spans(outside, text), Error);
  StatementRecord reversed = good;
  reversed.segments = {{12, 15}, {3, 10}};
  EXPECT_THROW(check_spans(reversed, text), Error);
}

}  // namespace
}  // namespace quotary
