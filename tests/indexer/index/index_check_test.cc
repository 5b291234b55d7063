// What --check finds where all checksums are right: an index that a faulty program wrote, or a
// hand.
#include "indexer/index/index_check.h"

#include <gmock/gmock.h>

#include "common/store/checksums.h"
#include "common/store/disk.h"
#include "common/store/manifest.h"
#include "common/store/record.h"
#include "common/store/terms.h"
#include "indexer/index/file_table.h"
#include "indexer/index/segment_builder.h"
#include "tests/indexer/index/folder.h"

namespace quotary {
namespace {

using testing::Contains;
using testing::HasSubstr;

// One article with one statement, the whole of its text; all of it may be changed before it is
// written.
struct HandMadeIndex {
  ArticleRecord article;
  StatementRecord statement;
  std::string article_mark = "Q";  // value of Slot::article
  bool statement_comes_first = false;
  SegmentEntry segment{"s1", 1, 1, 1, 8, "api", {}, 0, 0};
  FileEntry file;

  HandMadeIndex() {
    article.key = "news/a.txt";
    article.id = article_id(article.key);
    article.text = "It rained.";
    article.statements = 1;
    statement.article_id = article.id;
    statement.segments = {{0, 9}};
    statement.passage = {0, 10};
    file.key = article.key;
    file.articles = 1;
    file.statements = 1;
  }

  IndexDocument document(std::string_view entity, const std::string& data) const {
    IndexDocument document;
    document.add_mark(entity);
    document.set_value(Slot::article, article_mark);
    document.set_data(data);
    return document;
  }

  void write(const std::filesystem::path& index) const {
    std::filesystem::create_directories(index / "segments");
    auto builder = make_api_segment_builder();
    auto part = builder->new_part(index / "part");
    const IndexDocument first = document(kArticleTerm, encode(article));
    const IndexDocument second = document(kStatementTerm, encode(statement));
    part->add(statement_comes_first ? second : first);
    part->add(statement_comes_first ? first : second);
    std::vector<std::unique_ptr<FinishedPart>> parts;
    parts.push_back(part->finish());
    const std::filesystem::path folder = segment_path(index, segment.name);
    builder->merge_parts(parts, folder);
    replace_file(file_table_path(folder), encode_file_table({file}));
    write_checksums(folder);
    Manifest manifest;
    manifest.schema_version = kSchemaVersion;
    manifest.segments = {segment};
    save_manifest(index, manifest);
  }
};

TEST(IndexCheck, FindsWhatChecksumsDoNotTell) {
  struct Case {
    void (*spoil)(HandMadeIndex& index);
    const char* expected;
  };
  const Case cases[] = {
      {[](HandMadeIndex&) {}, ""},
      {[](HandMadeIndex& i) { i.segment.articles = 2; },
       "it holds 1 articles and 1 statements; the manifest says 2 and 1"},
      {[](HandMadeIndex& i) { i.segment.superseded = {"XFnone"}; }, "no document has the term"},
      {[](HandMadeIndex& i) { i.file.articles = 2; }, "its table of files does not agree"},
      {[](HandMadeIndex& i) { i.segment.files = 2; }, "its table of files does not agree"},
      {[](HandMadeIndex& i) { i.article_mark.clear(); }, "document 1 has no article's id"},
      {[](HandMadeIndex& i) { i.article.id = "x"; }, "article 1 has a wrong id"},
      {[](HandMadeIndex& i) { i.article.statements = 3; },
       "article 1 has 1 statements, and says 3"},
      {[](HandMadeIndex& i) { i.statement.article_id = "x"; },
       "statement 2 does not follow its article"},
      {[](HandMadeIndex& i) { i.statement.ordinal = 1; },
       "statement 2 does not follow its article"},
      {[](HandMadeIndex& i) { i.statement_comes_first = true; },
       "statement 1 does not follow its article"},
      {[](HandMadeIndex& i) {
         i.statement.passage = {0, 100};
       },
       "document 2: damaged record: a span does not fit its text"},
      {[](HandMadeIndex& i) {
         i.statement.segments = {{4, 6}, {2, 4}};
       },
       "document 2: damaged record: the content's parts are out of order"},
  };
  for (const Case& c : cases) {
    TestFolder folder;
    HandMadeIndex made;
    c.spoil(made);
    made.write(folder / "index");
    const auto problems = check_index(folder / "index").problems;
    if (*c.expected)
      EXPECT_THAT(problems, Contains(HasSubstr(c.expected)));
    else
      EXPECT_THAT(problems, testing::IsEmpty());
  }
}

TEST(IndexCheck, FindsTablesThatXapianRefuses) {
  TestFolder folder;
  HandMadeIndex().write(folder / "index");
  const std::filesystem::path segment = folder / "index/segments/s1";
  std::fstream table(segment / "postlist.glass", std::ios::in | std::ios::out | std::ios::binary);
  table.seekp(9).write("\xff\xff\xff\xff", 4);  // in the head of its first block
  table.close();
  write_checksums(segment);
  const auto problems = check_index(folder / "index").problems;
  EXPECT_THAT(problems, testing::Not(testing::IsEmpty()));
}

TEST(IndexCheck, SaysNoMoreThanPeopleRead) {
  TestFolder folder;
  HandMadeIndex made;
  for (size_t i = 0; i < 3 * kMaxProblems; ++i)
    made.segment.superseded.push_back("XFnone" + std::to_string(i));
  made.write(folder / "index");
  EXPECT_EQ(check_index(folder / "index").problems.size(), kMaxProblems);
}

}  // namespace
}  // namespace quotary
