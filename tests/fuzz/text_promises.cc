#include "tests/fuzz/text_promises.h"

#include "common/text/utf8.h"
#include "tests/fuzz/target.h"

namespace quotary::fuzz {
namespace {

bool is_boundary(std::string_view text, uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void check_dateline(const Dateline& dateline, std::string_view text) {
  check_span(dateline.span, text);
  promise(valid_utf8_prefix(dateline.agency) == dateline.agency.size(), "an agency is UTF-8");
  for (const Place& place : dateline.places) {
    promise(!place.parts.empty(), "a place has parts");
    for (const std::string& part : place.parts) {
      promise(!part.empty() && valid_utf8_prefix(part) == part.size(), "a place is a text");
    }
  }
}

}  // namespace

void check_span(Span span, std::string_view text) {
  promise(span.begin <= span.end && span.end <= text.size(), "a span lies in its text");
  promise(is_boundary(text, span.begin) && is_boundary(text, span.end),
          "a span cuts no code point");
}

void check_article(const Article& article) {
  std::string_view text = article.text;
  promise(valid_utf8_prefix(text) == text.size(), "an article is UTF-8");
  check_span(article.headline, text);
  uint32_t end = 0;
  for (const Paragraph& paragraph : article.paragraphs) {
    check_span(paragraph.span, text);
    promise(paragraph.span.begin >= end, "paragraphs are in the order of the text");
    end = paragraph.span.end;
  }
  if (article.date) promise(article.date->ok(), "a date is a day of the calendar");
  if (article.dateline) check_dateline(*article.dateline, text);
}

void check_statement(const Statement& statement, std::string_view text) {
  promise(!statement.segments.empty(), "a statement has a content");
  uint32_t end = 0;
  for (Span segment : statement.segments) {
    check_span(segment, text);
    promise(segment.begin < segment.end, "a part of the content is not empty");
    promise(segment.begin >= end, "the parts of the content are in order");
    end = segment.end;
  }
  check_span(statement.passage, text);
  for (const auto& span : {statement.cue, statement.mention, statement.named_mention})
    if (span) check_span(*span, text);
  for (const std::string& speaker : statement.speakers) {
    promise(!speaker.empty() && valid_utf8_prefix(speaker) == speaker.size(),
            "a speaker has a name");
  }
  promise(statement.confidence >= 0 && statement.confidence <= 1, "a confidence is from 0 to 1");
}

}  // namespace quotary::fuzz
