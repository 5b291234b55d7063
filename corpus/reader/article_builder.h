#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article/article.h"
#include "corpus/reader/reader.h"

namespace quotary {

// Puts together an article whose headline and paragraphs a format gives one by one. Its text is
// headline and paragraphs with an empty line between, white space within each made one space.
class ArticleBuilder {
 public:
  // `suffix` tells the article from others of its source: "", "!APW19980314.0391", "!3".
  ArticleBuilder(const Source& source, std::string suffix)
      : source_(source), suffix_(std::move(suffix)) {}

  void headline(std::string_view text);
  // One paragraph; its kind, where it is body, is told by its words.
  void paragraph(std::string_view text, ParagraphKind kind = ParagraphKind::body);
  // Lines: a paragraph each, or where some are indented or empty, from one of these to the next.
  void paragraphs(std::string_view text);

  // As a record writes dates: "26-FEB-1987 15:01:01.79", "03/14/1998", "2024-10-23T10:00:00Z",
  // "20241023T100000Z", "Wed, 23 Oct 2024 10:00:00 GMT", "October 23, 2024". The first that is
  // believed counts; others are told as a warning when none is.
  void date(std::string_view written);
  // As written above the text: "SALVADOR, Feb 26 - ". Set before the first paragraph, if that has
  // no dateline of its own.
  void dateline(std::string_view text) { dateline_ = text; }
  // Where no dateline is written: its parts.
  void place(Place place) { places_.push_back(std::move(place)); }
  void agency(std::string_view name) { agency_ = name; }
  void language(std::string_view code) { language_ = code.substr(0, 2); }

  bool has_paragraphs() const { return !paragraphs_.empty(); }

  // Gives the article to the sink, once; false for an article without any text, which is not given.
  bool emit();

 private:
  void add_dateline();
  Span append(std::string_view text);

  const Source& source_;
  std::string suffix_;
  std::string headline_;
  std::vector<std::pair<std::string, ParagraphKind>> paragraphs_;
  std::optional<Date> date_;
  std::string unbelieved_;
  std::string dateline_;
  std::vector<Place> places_;
  std::string agency_;
  std::string language_;
  Article article_;
};

// The day of a date as records write it (see ArticleBuilder::date), or nullopt.
std::optional<Date> read_record_date(std::string_view written);

// One space for each run of white space, none at the ends; control characters are dropped, and what
// is no UTF-8 is replaced.
std::string tidy(std::string_view text);

}  // namespace quotary
