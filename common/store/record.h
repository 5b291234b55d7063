#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/kinds.h"
#include "common/base/place.h"
#include "common/base/span.h"
#include "common/text/date.h"

namespace quotary {

// What is stored with a document: enough to show it when the source files are gone. The article's
// text is stored once, with the article; a statement holds spans into it. All spans are bytes of
// ArticleRecord::text; who shows offsets converts them to code points (CodePointOffsets).

struct StoredParagraph {
  Span span;
  ParagraphKind kind = ParagraphKind::body;
  friend bool operator==(const StoredParagraph&, const StoredParagraph&) = default;
};

struct ArticleRecord {
  std::string id;      // article_id(key)
  std::string key;     // SOURCE/path: identifies the article over runs
  std::string source;  // the name of its source in the manifest
  std::string path;    // as found under its source; an article in an archive: ARCHIVE!MEMBER
  std::string text;
  std::string language;
  Span headline;  // empty where there is none
  std::optional<Date> date;
  DateSource date_source = DateSource::none;
  Span dateline;  // empty where there is none
  std::vector<Place> places;
  std::string agency;
  std::optional<Date> dateline_day;
  std::vector<StoredParagraph> paragraphs;
  uint32_t statements = 0;  // how many statement documents follow this one

  friend bool operator==(const ArticleRecord&, const ArticleRecord&) = default;
};

struct StatementRecord {
  std::string article_id;
  uint32_t ordinal = 0;        // its number within the article, from 0: document D of the segment
                               // belongs to article document D - 1 - ordinal
  std::vector<Span> segments;  // the content without interruptions, at least one
  std::optional<Span> cue;
  std::optional<Span> mention;
  std::optional<Span> named_mention;  // what resolves the speaker, even where mention is empty
  std::vector<std::string> speakers;  // canonical; empty: not named
  uint8_t confidence = 100;           // of the speakers, in per cent
  StatementKind kind = StatementKind::indirect;
  StatementStatus status = StatementStatus::said;
  std::optional<Date> said;
  std::optional<Date> when;  // said, else the dateline's day, else the article's date
  std::string addressee;
  std::string via;
  Span passage;

  Span content() const { return {segments.front().begin, segments.back().end}; }
  friend bool operator==(const StatementRecord&, const StatementRecord&) = default;
};

// A version byte comes first, then the fields in the order above, then a checksum of them
// (encoding.h).
std::string encode(const ArticleRecord& record);
std::string encode(const StatementRecord& record);

// Throws Error{index} for bytes that no encode() has written: a wrong checksum, kind or version,
// numbers out of range, a span that is reversed or outside of the text, bytes left over. Whatever
// the bytes, nothing outside of them is read, and memory stays within a small multiple of their
// number.
ArticleRecord decode_article(std::string_view bytes);
StatementRecord decode_statement(std::string_view bytes);

// A statement's spans against its article's text. Throws Error{index} where one lies outside or
// cuts a code point in two.
void check_spans(const StatementRecord& statement, std::string_view text);

}  // namespace quotary
