#pragma once

#include <list>
#include <string>
#include <vector>

#include "common/store/index_reader.h"
#include "common/text/utf8.h"
#include "query/result.h"
#include "query/search/highlighter.h"

namespace quotary {

// Makes hits of documents: reads the records, cuts the passage out of the article's text, marks
// content and matching words in it, translates offsets to code points, finds the line.
// Keeps the last few articles, since the hits of one article often follow each other.
class HitBuilder {
 public:
  // `tree` is what is marked; `context` how many sentences or paragraphs around a passage are
  // given.
  HitBuilder(const IndexReader& index, const Node& tree, uint32_t context);

  Hit statement(Xapian::docid document, double score);
  Hit article(Xapian::docid document, double score);

  // An article's text, and its statements as hits in the order of the text (--article ID).
  const ArticleRecord& record(Xapian::docid document);

 private:
  struct Loaded {
    Xapian::docid document;
    ArticleRecord record;
    CodePointOffsets offsets;
    std::vector<uint32_t> lines;  // where lines begin
    explicit Loaded(Xapian::docid number, ArticleRecord article);
  };

  const Loaded& load(Xapian::docid document);
  void fill_article(Hit& hit, const Loaded& article) const;
  MarkedText marked(const Loaded& article, Span span);
  void fill_context(Hit& hit, const Loaded& article, Span passage) const;

  const IndexReader& index_;
  Highlighter highlighter_;
  uint32_t context_;
  std::list<Loaded> articles_;  // the latest first
};

}  // namespace quotary
