#include "corpus/article/article_parser.h"

namespace quotary {
namespace {

Span trim(std::string_view text, Span span) {
  auto blank = [&](uint32_t i) { return text[i] == ' ' || text[i] == '\r' || text[i] == '\t'; };
  while (span.begin < span.end && blank(span.begin)) ++span.begin;
  while (span.begin < span.end && blank(span.end - 1)) --span.end;
  return span;
}

}  // namespace

// A first form that knows only the plainest file: " date YYYY-MM-DD HEADLINE", then one paragraph
// a line.
Article parse_article(std::string text, std::string_view path) {
  Article article;
  article.path = article.key = path;
  article.text = std::move(text);
  std::string_view all = article.text;
  for (size_t begin = 0; begin < all.size();) {
    size_t end = std::min(all.find('\n', begin), all.size());
    Span line = trim(all, {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    if (begin == 0 && line.of(all).starts_with("date ") && line.size() >= 15) {
      article.date = parse_iso_date(all.substr(line.begin + 5, 10));
      article.date_source = article.date ? DateSource::line : DateSource::none;
      line.begin += 15;
      article.headline = line = trim(all, line);
      if (!line.empty()) article.paragraphs.push_back({line, ParagraphKind::headline});
    } else if (!line.empty()) {
      article.paragraphs.push_back({line, ParagraphKind::body});
    }
    begin = end + 1;
  }
  return article;
}

}  // namespace quotary
