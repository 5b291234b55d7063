#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/base/kinds.h"
#include "common/base/span.h"
#include "common/text/date.h"

namespace quotary {

// What a search finds: plain values between query/search, which fills them, and query/render, which
// shows them. Nothing here knows Xapian or a format of output.

// A piece of a statement's content, in code points of the article's text.
struct ContentPart {
  uint32_t start = 0;
  uint32_t end = 0;
  std::string text;
};

// Another place where the same statement stands (--group), or where a hit stands.
struct Occurrence {
  std::string id;
  std::string agency;
  std::string path;
  uint32_t line = 0;
  std::optional<Date> date;
};

// A sentence or paragraph with what is marked in it; Spans are bytes of `text`.
struct MarkedText {
  std::string text;
  uint32_t start = 0;         // where it begins, in code points of the article's text
  std::vector<Span> content;  // what is attributed, in order
  std::vector<Span> matches;  // words that match the query, in order
  Span cue;                   // the words that attribute; empty where there are none
};

// A statement, or with `is_article` an article, that was found.
struct Hit {
  bool is_article = false;
  std::string id;
  std::vector<std::string> speakers;  // empty: unnamed or not known; see `mention`
  std::string mention;                // the words that stand for the speaker here
  std::string cue;
  StatementKind kind = StatementKind::indirect;
  StatementStatus status = StatementStatus::said;
  std::vector<ContentPart> content;
  MarkedText passage;  // an article's: its first paragraph
  std::string before;  // context asked for, before the passage and after it
  std::string after;
  std::string headline;
  std::optional<Date> date;
  DateSource date_source = DateSource::none;
  std::optional<Date> dateline_date;
  std::optional<Date> said;
  std::optional<Date> when;           // said, else the dateline's, else the article's
  std::vector<std::string> location;  // the first part of each place of the dateline: Kazan
  std::vector<std::string> places;    // the whole of each: Kazan, Russia
  std::string agency;
  std::string addressee;
  std::string via;
  std::string path;   // as found under its source
  std::string file;   // where it lay when it was indexed; absolute
  uint32_t line = 0;  // of the content's beginning in the file, from 1
  double score = 0;
  double confidence = 1;            // that `speakers` are right, 0 to 1
  uint64_t occurrences = 1;         // how often it stands in the index (--group), else 1
  std::vector<Occurrence> sources;  // the other places (--group)
  uint64_t statements = 0;          // of an article: how many it has
  std::string near;                 // why it is shown though it does not match (--near)
};

struct FacetValue {
  std::string value;
  uint64_t count = 0;
};

// The values of one field among all statements found, most frequent first. A statement with several
// values counts once for each, so counts may add up to more than the total.
struct Facet {
  std::string field;
  std::vector<FacetValue> values;  // those shown
  uint64_t distinct = 0;           // how many there are
  uint64_t without = 0;            // statements that have none
  std::string next;                // the query for the most frequent value; empty: asked already
};

enum class Interval : uint8_t { day, week, month, year };

// Statements by time: no period between the first and the last is left out.
struct TimelinePoint {
  std::string period;  // 2024, 2024-10, 2024-W43, 2024-10-23
  uint64_t count = 0;
};

struct Timeline {
  Interval interval = Interval::month;
  std::vector<TimelinePoint> points;
  uint64_t undated = 0;
};

// What stands above the hits.
struct ResultHead {
  std::string query;               // as understood, in the query language
  bool articles = false;           // the hits are articles
  uint64_t total = 0;              // exact
  std::optional<uint64_t> groups;  // with --group: how many hits that makes
  uint64_t offset = 0;             // hits left out before the first
  std::vector<std::string> notes;  // what was taken for granted, corrected or widened
  std::vector<Facet> facets;
  std::optional<Timeline> timeline;
  bool facets_first = false;  // who, where, when: what was asked for
};

struct Result {
  ResultHead head;
  std::vector<Hit> hits;
  std::vector<Hit> near;  // --near: after the hits, outside of total and facets
};

}  // namespace quotary
