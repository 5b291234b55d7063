#include "common/text/utf8.h"
#include "corpus/article/article_parser.h"
#include "indexer/extract/extractor.h"
#include "indexer/extract/tagger/model_file.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/text_promises.h"

namespace quotary::fuzz {
namespace {

void check_extraction(std::string_view bytes, const TaggerModel* model) {
  Article article = parse_article(std::string(bytes), "2024/03/05/a.txt");
  for (const Statement& statement : extract_statements(article, model))
    check_statement(statement, article.text);
}

}  // namespace

void run_article(std::string_view bytes) {
  Article article = parse_dated_text(std::string(bytes), "2024/03/05/a.txt").article;
  check_article(article);
  if (valid_utf8_prefix(bytes) == bytes.size())
    promise(article.text == bytes, "a text that is UTF-8 stays as it is");
}

void run_extraction_by_rules(std::string_view bytes) { check_extraction(bytes, nullptr); }

void run_extraction_by_model(std::string_view bytes) {
  static const auto model = load_model(QUOTARY_SOURCE_DIR "/models/quotary.model");
  check_extraction(bytes, model.get());
}

}  // namespace quotary::fuzz
