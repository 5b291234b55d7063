#include "corpus/article/article_parser.h"

#include <fmt/format.h>

#include "common/text/fold.h"
#include "common/text/language.h"
#include "common/text/utf8.h"
#include "corpus/article/dateline.h"
#include "corpus/article/headline.h"
#include "corpus/article/line_kind.h"
#include "corpus/article/lines.h"

namespace quotary {
namespace {

constexpr size_t kParagraphsWithDateline = 6;  // so many body paragraphs are tried for a dateline
constexpr size_t kLinesWithHeadlineAgain = 3;

// Takes the date off line 1; what remains of the line may be nothing.
bool take_date_line(Article& article, std::vector<Line>& lines, const ArticleOptions& options,
                    std::vector<ArticleWarning>& warnings) {
  if (lines.empty()) return false;
  auto found = read_date_line(article.text, lines[0].span);
  if (!found) return false;
  if (found->date && options.believable.contain(*found->date)) {
    article.date = found->date;
    article.date_source = DateSource::line;
  } else {
    warnings.push_back({ArticleWarning::Kind::date_not_believed, std::string(found->written)});
  }
  lines[0].span.begin = std::min(found->rest, lines[0].span.end);
  if (lines[0].span.empty()) lines.erase(lines.begin());
  return true;
}

void take_date_from_path(Article& article, const ArticleOptions& options) {
  if (article.date) return;
  std::string_view path = options.date_path.empty() ? article.path : options.date_path;
  article.date = date_in_path(path, options.believable);
  if (article.date) article.date_source = DateSource::path;
}

Paragraph paragraph_of(std::string_view text, Span span, const LinePlace& place) {
  Paragraph paragraph{span, line_kind(span.of(text), place)};
  if (paragraph.kind == ParagraphKind::bullet) {
    paragraph.span.begin += static_cast<uint32_t>(bullet_length(span.of(text)));
  }
  return paragraph;
}

void add_paragraphs(Article& article, const std::vector<Line>& lines,
                    const FoundHeadline& headline) {
  std::string_view text = article.text;
  auto add = [&](Span span, ParagraphKind kind) { article.paragraphs.push_back({span, kind}); };
  for (size_t i = 0; i < headline.above; ++i) add(lines[i].span, ParagraphKind::furniture);
  if (!headline.span.empty()) add(headline.span, ParagraphKind::headline);
  size_t first = headline.above + headline.lines;
  LinePlace place;
  for (size_t i = first; i < lines.size() && i < kMostParagraphs; ++i) {
    place.number = i - first;
    place.last = i + 1 == lines.size();
    place.next = place.last ? std::string_view() : lines[i + 1].span.of(text);
    bool again = place.number < kLinesWithHeadlineAgain && !headline.span.empty() &&
                 lines[i].span.of(text) == headline.span.of(text);
    if (again) {
      add(lines[i].span, ParagraphKind::headline);
    } else {
      article.paragraphs.push_back(paragraph_of(text, lines[i].span, place));
    }
    place.after_byline = article.paragraphs.back().kind == ParagraphKind::byline;
  }
}

bool is_note(std::string_view paragraph) {
  return !paragraph.empty() &&
         std::string_view(".!?\"'").find(paragraph.back()) == std::string::npos;
}

// The dateline of the first paragraph that has one. Behind a dateline that only a note to editors
// follows ("PARIS, Nov. 28 (Xinhua) -- Eds: Updates with details") the story has its own.
void find_dateline_in(Article& article) {
  size_t tried = 0;
  Paragraph* note = nullptr;
  for (Paragraph& paragraph : article.paragraphs) {
    if (paragraph.kind != ParagraphKind::body) continue;
    if (tried == kParagraphsWithDateline) break;
    auto found = find_dateline(article.text, paragraph.span, article.date, tried++ == 0);
    if (!found || (note && found->dateline.agency != article.dateline->agency)) continue;
    if (note) note->kind = ParagraphKind::furniture;
    article.dateline = std::move(found->dateline);
    paragraph.span.begin = std::min(found->body, paragraph.span.end);
    if (note || !is_note(paragraph.span.of(article.text))) break;
    note = &paragraph;
  }
  std::erase_if(article.paragraphs, [](const Paragraph& p) { return p.span.empty(); });
}

void tell_language(Article& article, std::string_view told) {
  if (!told.empty()) {
    article.language = told;
    return;
  }
  std::string sample;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (sample.size() >= kLanguageSampleBytes) break;
    if (paragraph.kind == ParagraphKind::furniture) continue;
    sample += utf8_prefix(paragraph.span.of(article.text), kLanguageSampleBytes);
    sample.push_back('\n');
  }
  std::string detected = detect_language(sample);
  // Too little to tell: what is written in Latin letters is taken for English.
  if (!detected.empty()) article.language = detected;
}

}  // namespace

ParsedArticle parse_dated_text(std::string text, std::string_view path,
                               const ArticleOptions& options) {
  ParsedArticle parsed;
  Article& article = parsed.article;
  article.path = article.key = path;
  if (size_t repairs = repair_utf8(text)) {
    parsed.warnings.push_back(
        {ArticleWarning::Kind::text_repaired, fmt::format("{} places", repairs)});
  }
  article.text = std::move(text);
  std::vector<Line> lines = split_lines(article.text);
  bool dated = take_date_line(article, lines, options, parsed.warnings);
  take_date_from_path(article, options);
  FoundHeadline headline = find_headline(article.text, lines, dated);
  article.headline = headline.span;
  if (lines.size() > kMostParagraphs) {
    parsed.warnings.push_back(
        {ArticleWarning::Kind::too_many_paragraphs, fmt::format("{} lines", lines.size())});
  }
  add_paragraphs(article, lines, headline);
  find_dateline_and_language(article, options.language);
  return parsed;
}

void find_dateline_and_language(Article& article, std::string_view language) {
  if (!article.dateline) find_dateline_in(article);
  tell_language(article, language);
}

Article parse_article(std::string text, std::string_view path) {
  return parse_dated_text(std::move(text), path).article;
}

}  // namespace quotary
