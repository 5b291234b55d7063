#include "query/search/hit_builder.h"

#include <algorithm>

#include "common/store/terms.h"

namespace quotary {
namespace {

constexpr size_t max_loaded_articles = 32;

std::vector<uint32_t> line_starts(std::string_view text) {
  std::vector<uint32_t> starts = {0};
  for (size_t at = 0; (at = text.find('\n', at)) != std::string_view::npos;) {
    starts.push_back(static_cast<uint32_t>(++at));
  }
  return starts;
}

uint32_t line_of(const std::vector<uint32_t>& starts, uint32_t byte) {
  auto after = std::upper_bound(starts.begin(), starts.end(), byte);
  return static_cast<uint32_t>(after - starts.begin());
}

std::string whole_place(const Place& place) {
  std::string out;
  for (const std::string& part : place.parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

// `span` in bytes of the article, as a part of `frame`; empty where it lies outside.
Span within(Span span, Span frame) {
  uint32_t begin = std::max(span.begin, frame.begin);
  uint32_t end = std::min(span.end, frame.end);
  if (begin >= end) return {};
  return {begin - frame.begin, end - frame.begin};
}

bool is_closer(char c) { return c == '"' || c == '\'' || c == ')' || c == ']'; }

// Whether a sentence may end with the byte `last`: . ! ? and what closes after it.
bool closes_sentence(std::string_view text, uint32_t last) {
  while (last > 0 && is_closer(text[last])) --last;
  return text[last] == '.' || text[last] == '!' || text[last] == '?';
}

// Whether a sentence begins at `i`: a line's beginning, or after the end of another.
bool begins_sentence(std::string_view text, uint32_t i) {
  if (i == 0 || text[i - 1] == '\n') return true;
  return text[i - 1] == ' ' && i > 1 && closes_sentence(text, i - 2);
}

Span trimmed(std::string_view text, Span span) {
  auto blank = [&](uint32_t i) {
    return text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t';
  };
  while (span.begin < span.end && blank(span.begin)) ++span.begin;
  while (span.begin < span.end && blank(span.end - 1)) --span.end;
  return span;
}

}  // namespace

HitBuilder::Loaded::Loaded(Xapian::docid number, ArticleRecord article)
    : document(number),
      record(std::move(article)),
      offsets(record.text),
      lines(line_starts(record.text)) {}

HitBuilder::HitBuilder(const IndexReader& index, const Node& tree, uint32_t context)
    : index_(index), highlighter_(tree), context_(context) {}

const HitBuilder::Loaded& HitBuilder::load(Xapian::docid document) {
  auto known = std::find_if(articles_.begin(), articles_.end(),
                            [&](const Loaded& article) { return article.document == document; });
  if (known != articles_.end()) {
    articles_.splice(articles_.begin(), articles_, known);
  } else {
    articles_.emplace_front(document, index_.article(document));
    if (articles_.size() > max_loaded_articles) articles_.pop_back();
  }
  return articles_.front();
}

const ArticleRecord& HitBuilder::record(Xapian::docid document) { return load(document).record; }

void HitBuilder::fill_article(Hit& hit, const Loaded& article) const {
  const ArticleRecord& record = article.record;
  hit.headline = record.headline.of(record.text);
  hit.date = record.date;
  hit.date_source = record.date_source;
  hit.dateline_date = record.dateline_day;
  for (const Place& place : record.places) {
    if (!place.parts.empty()) hit.location.push_back(place.parts.front());
    hit.places.push_back(whole_place(place));
  }
  hit.agency = record.agency;
  hit.path = record.path;
  hit.file = index_.file_of(article.document, record).string();
}

MarkedText HitBuilder::marked(const Loaded& article, Span span) {
  MarkedText marked;
  marked.text = span.of(article.record.text);
  marked.start = article.offsets.code_point(span.begin);
  marked.matches = highlighter_.find(marked.text);
  return marked;
}

void HitBuilder::fill_context(Hit& hit, const Loaded& article, Span passage) const {
  std::string_view text = article.record.text;
  uint32_t begin = passage.begin;
  uint32_t end = passage.end;
  auto size = static_cast<uint32_t>(text.size());
  for (uint32_t count = 0; count < context_; ++count) {
    begin = trimmed(text, {0, begin}).end;
    while (begin > 0 && (--begin, !begins_sentence(text, begin))) {
    }
    while (end < size && (text[end] == ' ' || text[end] == '\n' || text[end] == '\r')) ++end;
    while (end < size && (++end, end < size && text[end] != '\n' && !begins_sentence(text, end))) {
    }
  }
  hit.before = trimmed(text, {begin, passage.begin}).of(text);
  hit.after = trimmed(text, {passage.end, end}).of(text);
}

Hit HitBuilder::statement(Xapian::docid document, double score) {
  StatementRecord record = index_.statement(document);
  const Loaded& article = load(index_.article_of(document, record));
  std::string_view text = article.record.text;
  check_spans(record, text);

  Hit hit;
  hit.id = statement_id(article.record.id, record.segments);
  hit.speakers = record.speakers;
  if (record.mention) hit.mention = record.mention->of(text);
  if (record.cue) hit.cue = record.cue->of(text);
  hit.kind = record.kind;
  hit.status = record.status;
  hit.said = record.said;
  hit.when = record.when;
  hit.addressee = record.addressee;
  hit.via = record.via;
  hit.score = score;
  hit.confidence = record.confidence / 100.0;
  fill_article(hit, article);
  hit.line = line_of(article.lines, record.content().begin);
  hit.passage = marked(article, record.passage);
  for (Span segment : record.segments) {
    hit.content.push_back({article.offsets.code_point(segment.begin),
                           article.offsets.code_point(segment.end), std::string(segment.of(text))});
    Span part = within(segment, record.passage);
    if (!part.empty()) hit.passage.content.push_back(part);
  }
  if (record.cue) hit.passage.cue = within(*record.cue, record.passage);
  if (context_ > 0) fill_context(hit, article, record.passage);
  return hit;
}

Hit HitBuilder::article(Xapian::docid document, double score) {
  const Loaded& article = load(document);
  Hit hit;
  hit.is_article = true;
  hit.id = article.record.id;
  hit.score = score;
  hit.statements = article.record.statements;
  fill_article(hit, article);
  hit.when = hit.dateline_date ? hit.dateline_date : hit.date;
  hit.line = 1;
  Span first{};
  for (const StoredParagraph& paragraph : article.record.paragraphs) {
    if (paragraph.kind != ParagraphKind::body) continue;
    MarkedText text = marked(article, paragraph.span);
    if (first.empty() || !text.matches.empty()) {
      bool matched = !text.matches.empty();
      first = paragraph.span;
      hit.line = line_of(article.lines, paragraph.span.begin);
      hit.passage = std::move(text);
      if (matched) break;
    }
  }
  return hit;
}

}  // namespace quotary
