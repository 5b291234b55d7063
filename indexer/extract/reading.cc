#include "indexer/extract/reading.h"

#include "indexer/extract/quotations.h"
#include "indexer/extract/sentences.h"
#include "indexer/extract/tokens.h"

namespace quotary {
namespace {

void read_paragraph(Reading& reading, const Paragraph& paragraph) {
  auto begin = static_cast<uint32_t>(reading.tokens.size());
  append_tokens(reading.article->text, paragraph.span, *reading.lexicon, reading.tokens);
  TokenRange tokens{begin, static_cast<uint32_t>(reading.tokens.size())};
  auto number = static_cast<uint32_t>(reading.paragraphs.size());
  auto first = static_cast<uint32_t>(reading.sentences.size());
  for (uint32_t start : sentence_starts(reading, tokens)) {
    if (reading.sentences.size() > first) reading.sentences.back().tokens.end = start;
    reading.sentences.push_back({{start, tokens.end}, number});
  }
  reading.paragraphs.push_back(
      {tokens, first, static_cast<uint32_t>(reading.sentences.size()), paragraph.kind});
}

}  // namespace

Reading read_article(const Article& article, const Lexicon& lexicon) {
  Reading reading;
  reading.article = &article;
  reading.lexicon = &lexicon;
  reading.tokens.reserve(article.text.size() / 5);
  for (const Paragraph& paragraph : article.paragraphs) read_paragraph(reading, paragraph);
  reading.sentence_of.resize(reading.tokens.size());
  for (uint32_t s = 0; s < reading.sentences.size(); ++s)
    for (uint32_t t = reading.sentences[s].tokens.begin; t < reading.sentences[s].tokens.end; ++t)
      reading.sentence_of[t] = s;
  find_quotations(reading);
  return reading;
}

}  // namespace quotary
