#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/base/kinds.h"
#include "common/base/place.h"
#include "common/base/span.h"
#include "common/text/date.h"

namespace quotary {

// A paragraph without the white space around it. Inside of it a line may end, where a file has its
// paragraphs broken into lines.
struct Paragraph {
  Span span;
  ParagraphKind kind = ParagraphKind::body;
};

// "KAZAN, Russia, Oct. 22 (Xinhua) --": where a report was filed, by whom, on which day.
struct Dateline {
  Span span;                  // from the place to the dash
  std::vector<Place> places;  // several for NEW YORK/WASHINGTON; none for "Jan. 10 (Xinhua) --"
  std::string agency;         // "Xinhua"; empty where none is named
  std::optional<Date> day;    // the year inferred from the article's date
};

// One news article. Every Span is in bytes of `text`.
// For a dated text file `text` is the whole file as it stands (first line, line ends and a BOM
// included; invalid bytes replaced by U+FFFD), so that offsets are offsets in the file.
struct Article {
  std::string path;  // as found under its source; an article in an archive: ARCHIVE!MEMBER
  std::string key;   // what identifies the article over runs; equal to `path` for plain files
  std::string text;
  Span headline;  // empty where the file has none
  std::optional<Date> date;
  DateSource date_source = DateSource::none;
  std::optional<Dateline> dateline;
  std::vector<Paragraph> paragraphs;  // in the order of the text, the headline among them
  std::string language = "en";        // ISO 639-1, as detected or told

  // The day that "Tuesday" and "yesterday" in the text are reckoned from.
  std::optional<Date> reporting_day() const {
    return dateline && dateline->day ? dateline->day : date;
  }
};

}  // namespace quotary
