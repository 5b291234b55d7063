#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "common/store/record.h"
#include "common/store/repeat_key.h"
#include "corpus/article/article.h"
#include "indexer/extract/statement.h"
#include "indexer/index/article_words.h"
#include "indexer/index/index_document.h"

namespace quotary {

// Where an article comes from, as far as its documents say so.
struct ArticleOrigin {
  std::string source;   // name in the manifest
  std::string key;      // identifies the article over runs: SOURCE/path
  std::string path;     // under the source's root
  std::string version;  // file_version_term of its file
};

// Of one document no more words are indexed: bounds what a hostile article costs. The article's
// record is stored whole all the same.
inline constexpr uint32_t kMaxWordsPerDocument = 2'000'000;

// The records as they are stored.
ArticleRecord article_record(const Article& article, const ArticleOrigin& origin,
                             size_t statements);
StatementRecord statement_record(const Article& article, const Statement& statement,
                                 const std::string& article_id, uint32_t ordinal);

// Makes documents of articles and statements, by the field table (common/store/schema.h says which
// terms and values). Keeps memory from one to the next; not for several threads at once.
class DocumentBuilder {
 public:
  using Accept = std::function<void(const IndexDocument&)>;

  // Calls accept() for the article's document, then for each of its statements in order. What it is
  // given is valid during the call. True if all words were indexed (see kMaxWordsPerDocument).
  bool build(const Article& article, const std::vector<Statement>& statements,
             const ArticleOrigin& origin, const Accept& accept);

 private:
  // Where in a document a word of the article's text stands: its terms' prefix.
  enum class Field : uint8_t { headline, text, content, passage, cue };
  static constexpr size_t kFields = 5;

  // What a form of words (ArticleWords) is in one field: numbers of the document's vocabulary.
  struct FormTerms {
    static constexpr uint32_t kNone = UINT32_MAX;
    uint32_t word = kNone;  // none before it is needed
    uint32_t stem = kNone;  // none also where the form is its own stem
  };

  void begin_documents(const Article& article, const ArticleOrigin& origin, const std::string& id);
  void add_shared(const Article& article, const ArticleOrigin& origin, const std::string& id);
  void add_article(const Article& article, const std::vector<Statement>& statements,
                   const std::string& id);
  void add_statement(const Article& article, const Statement& statement);
  void add_article_text(const Article& article);
  void add_passage(const Article& article, const Statement& statement);
  uint32_t add_speakers(const std::vector<std::string>& speakers);
  void add_mentions(const Article& article, const Statement& statement, uint32_t position);
  void add_date(std::string_view root, Slot slot, const std::optional<Date>& date);
  const FormTerms& terms_of(Field field, uint32_t form);
  void add_word(Field field, const ArticleWords::Word& word, uint32_t position);
  uint32_t add_text(Field field, Span span, uint32_t position);
  uint32_t add_name(std::string_view prefix, std::string_view text, uint32_t position);
  bool within_limit(uint32_t position);

  IndexDocument document_;
  IndexDocument::Extent shared_;  // what the documents of the article at hand have in common
  ArticleWords words_;
  std::vector<std::array<FormTerms, kFields>> form_terms_;  // by form
  RepeatKey repeats_;                                       // of the statement at hand
  bool complete_ = true;
};

}  // namespace quotary
