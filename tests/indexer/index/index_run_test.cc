#include "indexer/index/index_run.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <functional>
#include <set>
#include <stdexcept>

#include "common/base/error.h"
#include "common/store/disk.h"
#include "common/store/index_reader.h"
#include "common/store/speaker_names.h"
#include "common/store/terms.h"
#include "indexer/index/document_builder.h"
#include "indexer/index/index_check.h"
#include "tests/indexer/index/folder.h"

namespace quotary {
namespace {

std::string article_text(const std::string& word) {
  return "date 2024-05-06 " + word + " talks\n\nMayor Ida Holm said that the " + word +
         " would reopen in June.\n";
}

class Indexing : public testing::TestWithParam<std::string> {
 protected:
  IndexSummary index(const std::vector<std::string>& sources, bool prune = false) {
    IndexRun run;
    run.sources = sources;
    run.prune = prune;
    run.threads = 2;
    return index(run);
  }

  IndexSummary index(const IndexRun& run) {
    Console console(false);
    std::shared_ptr<const SegmentBuilder> builder = make_segment_builder(GetParam());
    IndexWriter writer(index_, builder, {});
    return run_index(run, writer, *builder, console);
  }

  // The words of all live articles' headlines that are found in the index.
  size_t count(const std::string& term) {
    IndexReader reader(index_);
    Xapian::Enquire enquire(reader.database());
    enquire.set_query(reader.live(Xapian::Query(term)));
    return enquire.get_mset(0, 1000, 100000).size();
  }

  void expect_sound() { EXPECT_THAT(check_index(index_).problems, testing::IsEmpty()); }

  TestFolder folder_;
  std::filesystem::path index_ = folder_ / "index";
  std::string news_ = folder_ / "news";
};

TEST_P(Indexing, FilesAreFoundAndASecondRunChangesNothing) {
  folder_.write("news/a.txt", article_text("bridge"));
  folder_.write("news/b/c.txt", article_text("harbour"));
  IndexSummary first = index({news_});
  EXPECT_EQ(first.added, 2u);
  EXPECT_EQ(count("Sbridge"), 1u);
  EXPECT_EQ(count("XEarticle"), 2u);
  Manifest before = *load_manifest(index_);
  IndexSummary second = index({news_});
  EXPECT_EQ(second.unchanged, 2u);
  EXPECT_EQ(second.added + second.replaced, 0u);
  EXPECT_EQ(*load_manifest(index_), before);
  expect_sound();
}

TEST_P(Indexing, ChangedFilesAreReplaced) {
  folder_.write("news/a.txt", article_text("bridge"));
  folder_.write("news/b.txt", article_text("harbour"));
  index({news_});
  folder_.write("news/a.txt", article_text("museum"));
  IndexSummary second = index({news_});
  EXPECT_EQ(second.replaced, 1u);
  EXPECT_EQ(count("Sbridge"), 0u);
  EXPECT_EQ(count("Smuseum"), 1u);
  EXPECT_EQ(count("XEarticle"), 2u);
  EXPECT_EQ(load_manifest(index_)->articles(), 2u);
  expect_sound();
  folder_.write("news/a.txt", article_text("theatre"));
  index({news_});
  EXPECT_EQ(count("Smuseum"), 0u);
  EXPECT_EQ(count("XEarticle"), 2u);
  expect_sound();
}

TEST_P(Indexing, ATouchedFileWithTheSameBytesIsUnchanged) {
  auto file = folder_.write("news/a.txt", article_text("bridge"));
  index({news_});
  std::filesystem::last_write_time(
      file, std::filesystem::file_time_type::clock::now() + std::chrono::hours(1));
  IndexSummary second = index({news_});
  EXPECT_EQ(second.unchanged, 1u);
  EXPECT_EQ(second.replaced, 0u);
}

TEST_P(Indexing, PruningDropsWhatIsGoneAndOnlyThat) {
  folder_.write("news/a.txt", article_text("bridge"));
  folder_.write("news/b.txt", article_text("harbour"));
  folder_.write("other/c.txt", article_text("museum"));
  ::mkfifo((folder_ / "news/pipe").c_str(), 0600);  // what is no file hides none
  index({news_, folder_ / "other"});
  std::filesystem::remove(folder_ / "news/a.txt");
  index({news_});
  EXPECT_EQ(count("Sbridge"), 1u);  // without --prune it stays
  EXPECT_EQ(index({news_}, true).dropped, 1u);
  EXPECT_EQ(count("Sbridge"), 0u);
  EXPECT_EQ(count("XEarticle"), 2u);  // the other source is not touched
  expect_sound();
}

// What could not be looked at may be there still: a link into a disk that is not mounted now, a
// folder that cannot be listed.
TEST_P(Indexing, PruningLeavesAloneWhatCouldNotBeSeen) {
  folder_.write("elsewhere/a.txt", article_text("bridge"));
  folder_.write("news/b.txt", article_text("harbour"));
  folder_.write("news/closed/c.txt", article_text("museum"));
  std::filesystem::create_symlink(folder_ / "elsewhere/a.txt", folder_ / "news/a.txt");
  index({news_});
  std::filesystem::remove(folder_ / "elsewhere/a.txt");
  if (::geteuid() != 0) ::chmod((folder_ / "news/closed").c_str(), 0);  // root may list it
  IndexSummary pruned = index({news_}, true);
  if (::geteuid() != 0) ::chmod((folder_ / "news/closed").c_str(), 0700);
  EXPECT_EQ(pruned.dropped, 0u);
  EXPECT_EQ(count("XEarticle"), 3u);
  std::filesystem::remove(folder_ / "news/a.txt");
  EXPECT_EQ(index({news_}, true).dropped, 1u);
  expect_sound();
}

TEST_P(Indexing, PruningRefusesWhereAWholeSourceIsGone) {
  folder_.write("news/a.txt", article_text("bridge"));
  index({news_});
  std::filesystem::remove(folder_ / "news/a.txt");
  EXPECT_THROW(index({news_}, true), Error);
  std::filesystem::remove(folder_ / "news");
  EXPECT_THROW(index({news_}, true), Error);
  EXPECT_EQ(count("Sbridge"), 1u);
}

// A merge would give the damage right checksums.
TEST_P(Indexing, MergingRefusesADamagedSegment) {
  for (const char* word : {"bridge", "harbour"}) {
    folder_.write(std::string("news/") + word, article_text(word));
    index({news_});
  }
  std::string name = load_manifest(index_)->segments.front().name;
  std::filesystem::path table = segment_path(index_, name) / "docdata.glass";
  std::fstream file(table, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(100);
  file.put('x');
  file.close();
  IndexRun run;
  run.sources = {news_};
  run.compact = true;
  try {
    index(run);
    FAIL() << "the damage was merged";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::index);
    EXPECT_THAT(error.what(), testing::HasSubstr("docdata.glass is damaged"));
  }
  EXPECT_EQ(load_manifest(index_)->segments.size(), 2u);
}

TEST_P(Indexing, MergingKeepsTheLiveAndDropsTheRest) {
  for (int i = 0; i < 20; ++i) {
    folder_.write("news/" + std::to_string(i) + ".txt", article_text("word" + std::to_string(i)));
    folder_.write("news/0.txt", article_text("zero" + std::to_string(i)));
    index({news_});
  }
  EXPECT_LT(load_manifest(index_)->segments.size(), 10u);  // merged by levels
  EXPECT_EQ(count("XEarticle"), 20u);
  IndexRun run;
  run.sources = {news_};
  run.compact = true;
  index(run);
  EXPECT_EQ(load_manifest(index_)->segments.size(), 1u);
  EXPECT_EQ(load_manifest(index_)->segments[0].articles, 20u);
  EXPECT_EQ(count("XEarticle"), 20u);
  EXPECT_EQ(count("Szero19"), 1u);
  EXPECT_EQ(count("Szero18"), 0u);
  expect_sound();
}

TEST_P(Indexing, BadFilesAreToldAndTheRestIsIndexed) {
  folder_.write("news/good.txt", article_text("bridge"));
  folder_.write("news/empty.txt", "");
  folder_.write("news/binary", std::string("\x7f"
                                           "ELF\0\0\0\1",
                                           8));
  folder_.write("news/torn.txt", article_text("harbour") + "\xff\xfe ends badly");
  IndexSummary summary = index({news_, folder_ / "nowhere"});
  EXPECT_EQ(summary.added, 2u);
  EXPECT_EQ(summary.skipped, 3u);
  EXPECT_EQ(count("Sharbour"), 1u);
  expect_sound();
}

TEST_P(Indexing, OverlappingSourcesIndexAFileOnce) {
  folder_.write("news/2024/a.txt", article_text("bridge"));
  IndexSummary summary = index({news_, news_ + "/2024", news_ + "/2024/a.txt"});
  EXPECT_EQ(summary.added, 1u);
  EXPECT_EQ(count("Sbridge"), 1u);
}

TEST_P(Indexing, ADryRunChangesNothing) {
  folder_.write("news/a.txt", article_text("bridge"));
  index({news_});
  folder_.write("news/a.txt", article_text("museum"));
  folder_.write("news/b.txt", article_text("harbour"));
  Manifest before = *load_manifest(index_);
  IndexRun run;
  run.sources = {news_};
  run.dry_run = true;
  IndexSummary summary = index(run);
  EXPECT_EQ(summary.added, 1u);
  EXPECT_EQ(summary.replaced, 1u);
  EXPECT_EQ(*load_manifest(index_), before);
}

TEST_P(Indexing, AReaderKeepsWhatItOpenedAndSeesTheNewAfterRefresh) {
  folder_.write("news/a.txt", article_text("bridge"));
  index({news_});
  IndexReader reader(index_);
  folder_.write("news/a.txt", article_text("museum"));
  IndexRun run;
  run.sources = {news_};
  run.compact = true;
  index(run);
  EXPECT_EQ(reader.database().get_termfreq("Sbridge"), 1u);
  auto old = reader.find_article(article_id("news/a.txt"));
  ASSERT_TRUE(old);
  EXPECT_NE(reader.article(*old).text.find("bridge"), std::string::npos);
  EXPECT_TRUE(reader.changed());
  reader.refresh();
  EXPECT_EQ(reader.database().get_termfreq("Sbridge"), 0u);
  EXPECT_EQ(reader.database().get_termfreq("Smuseum"), 1u);
}

// The same files in two indexes, replaced in one of them alone: what is superseded there is not in
// the other.
TEST_P(Indexing, SeveralIndexesAreReadAsOne) {
  folder_.write("news/1.txt", article_text("harbour"));
  folder_.write("news/2.txt", article_text("orchard"));
  const std::filesystem::path current = index_, archive = folder_ / "archive";
  for (const auto& one : {archive, current}) {
    index_ = one;
    index({news_});
  }
  folder_.write("news/1.txt", article_text("lighthouse"));
  index({news_});
  const IndexReader both(std::vector{current, archive});
  const auto live = [&](const std::string& word) {
    Xapian::Enquire enquire(both.database());
    enquire.set_query(both.live(Xapian::Query("S" + word)));
    return enquire.get_mset(0, 10, both.database().get_doccount()).size();
  };
  EXPECT_EQ(live("lighthouse"), 1u);
  EXPECT_EQ(live("harbour"), 1u) << "superseded in one, live in the other";
  EXPECT_EQ(live("orchard"), 2u);
  EXPECT_EQ(both.manifests().size(), 2u);
  EXPECT_FALSE(both.changed());
  folder_.write("news/3.txt", article_text("meadow"));
  index({news_});
  EXPECT_TRUE(both.changed());
}

TEST_P(Indexing, DocumentsAreFoundByTheirIdsAcrossSegments) {
  for (int i = 0; i < 5; ++i) {
    folder_.write("news/" + std::to_string(i) + ".txt", article_text("word" + std::to_string(i)));
    index({news_});
  }
  IndexReader reader(index_);
  for (int i = 0; i < 5; ++i) {
    std::string id = article_id("news/" + std::to_string(i) + ".txt");
    auto document = reader.find_article(id);
    ASSERT_TRUE(document) << i;
    ArticleRecord article = reader.article(*document);
    EXPECT_EQ(article.path, std::to_string(i) + ".txt");
    EXPECT_EQ(reader.file_of(*document, article), folder_ / ("news/" + article.path));
    for (Xapian::docid number : reader.statements_of(*document, article)) {
      StatementRecord statement = reader.statement(number);
      EXPECT_EQ(reader.article_of(number, statement), *document);
      EXPECT_EQ(reader.find_statement(statement_id(id, statement.segments)), number);
    }
  }
  EXPECT_EQ(reader.find_article(article_id("news/9.txt")), std::nullopt);
  EXPECT_EQ(reader.find_statement("nonsense"), std::nullopt);
}

TEST_P(Indexing, ASecondWriterIsRefusedAndToldByWhom) {
  index({(folder_.write("news/a.txt", article_text("bridge")), news_)});
  IndexWriter first(index_, make_segment_builder(GetParam()), {});
  IndexWriter::Options options;
  options.lock_wait_seconds = 0;
  try {
    IndexWriter second(index_, make_segment_builder(GetParam()), options);
    FAIL() << "two writers at once";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find(std::to_string(::getpid())), std::string::npos);
  }
}

TEST_P(Indexing, AFolderWithOtherThingsIsNoIndex) {
  folder_.write("news/a.txt", article_text("bridge"));
  index_ = news_;
  EXPECT_THROW(index({news_}), Error);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "news/lock"));
}

TEST_P(Indexing, LeftoversOfAKilledRunAreCleared) {
  folder_.write("news/a.txt", article_text("bridge"));
  index({news_});
  folder_.write("index/work/part7/postlist.glass", "half");
  folder_.write("index/segments/s99/postlist.glass", "not published");
  folder_.write("index/manifest.new", "quotary ind");
  folder_.write("news/b.txt", article_text("harbour"));
  index({news_});
  EXPECT_FALSE(std::filesystem::exists(index_ / "work"));
  EXPECT_FALSE(std::filesystem::exists(index_ / "segments/s99"));
  EXPECT_EQ(count("XEarticle"), 2u);
  expect_sound();
}

std::string said_by(const std::string& speaker, const std::string& what) {
  return "date 2024-05-06 Talks\n\n" + speaker + " said the " + what + " would reopen in June.\n";
}

// DIR/names is right after each run, over all segments and without what is superseded; where it is
// missing, stale or spoilt, a reader finds the same out by itself.
TEST_P(Indexing, NamesOfSpeakersAreJoinedOverAllSegments) {
  const auto names_file = speaker_names_path(index_);
  const auto name_of = [&](const std::string& form) {
    const IndexReader reader(index_);
    return std::string(reader.names().table().name_of(form));
  };
  folder_.write("news/a.txt", said_by("Ida Holm", "bridge"));
  folder_.write("news/b.txt", said_by("Ida K. Holm", "harbour"));
  index({news_});
  EXPECT_EQ(name_of("Ida K. Holm"), name_of("Ida Holm"));
  const std::string first = read_whole_file(names_file).value_or("");
  EXPECT_FALSE(first.empty());
  index({news_});
  EXPECT_EQ(read_whole_file(names_file), first);

  folder_.write("news/c.txt", said_by("Holm", "museum"));
  index({news_});
  EXPECT_EQ(name_of("Holm"), name_of("Ida Holm")) << "of another segment";
  const auto column_groups = [&] {
    const IndexReader reader(index_);
    std::multiset<std::string> names;
    for (size_t s = 0; s < reader.segments().size(); ++s)
      for (const uint32_t group : reader.names().groups(s))
        if (group != NameTable::unknown) names.emplace(reader.names().table().name(group));
    return names;
  };
  const auto right = column_groups();
  EXPECT_EQ(right.size(), 3u);
  EXPECT_EQ(right.count(*right.begin()), 3u);
  const std::string current = read_whole_file(names_file).value_or("");

  replace_file(names_file, first);
  EXPECT_EQ(column_groups(), right) << "stale";
  std::filesystem::remove(names_file);
  EXPECT_EQ(column_groups(), right) << "missing";
  expect_sound();
  replace_file(names_file, current.substr(0, current.size() / 2));
  EXPECT_EQ(column_groups(), right) << "cut off";
  EXPECT_THAT(check_index(index_).problems, testing::ElementsAre(testing::HasSubstr("names is")));
  for (size_t at = 0; at < current.size(); at += 5) {
    std::string bad = current;
    bad[at] ^= 0x41;
    std::ofstream(names_file, std::ios::binary) << bad;
    EXPECT_NE(speaker_names_problem(index_), "") << at;
    column_groups();  // wrong perhaps, and no crash
    const IndexReader verified({index_}, true);
    EXPECT_EQ(verified.names().table().name_of("Holm"), *right.begin()) << at;
  }
  std::filesystem::remove(names_file);
  index({news_});
  EXPECT_EQ(read_whole_file(names_file), current);

  folder_.write("news/a.txt", said_by("Tom Brandt", "bridge"));
  folder_.write("news/b.txt", said_by("Tom Brandt", "harbour"));
  index({news_});
  EXPECT_EQ(name_of("Holm"), "Holm") << "nobody is called Ida Holm any more";

  replace_file(authority_path(index_), "Captain Holm = Holm\n");
  EXPECT_EQ(name_of("Holm"), "Captain Holm") << "an edited authority file counts at once";
  index({news_});
  EXPECT_EQ(name_of("Holm"), "Captain Holm");
  EXPECT_NE(read_whole_file(names_file), current);
}

// Each file of a published segment gone: a reader, a check and the next run refuse, or do without.
TEST_P(Indexing, MissingPartsOfASegmentAreNamed) {
  struct Case {
    const char* part;  // of the segment's folder; "" is the folder
    const char* reader;
    const char* run;
  };
  const Case cases[] = {{"", "is missing", "is missing"},
                        {"iamglass", "iamglass", ""},
                        {"postlist.glass", "postlist", ""},
                        {"files", "", "files is missing"}};
  auto error_of = [](const auto& work) -> std::string {
    try {
      work();
    } catch (const Error& error) {
      EXPECT_FALSE(error.hint().empty()) << error.what();
      return error.what();
    }
    return {};
  };
  for (const Case& c : cases) {
    std::filesystem::remove_all(index_);
    folder_.write("news/a.txt", article_text("bridge"));
    index({news_});
    auto segment = segment_path(index_, load_manifest(index_)->segments.at(0).name);
    std::filesystem::remove_all(*c.part ? segment / c.part : segment);
    EXPECT_THAT(error_of([&] { IndexReader reader(index_); }), testing::HasSubstr(c.reader));
    EXPECT_THAT(check_index(index_).problems, testing::Not(testing::IsEmpty())) << c.part;
    folder_.write("news/b.txt", article_text("harbour"));
    EXPECT_THAT(error_of([&] { index({news_}); }), testing::HasSubstr(c.run)) << c.part;
  }
}

TEST_P(Indexing, AnIndexThatCannotBeMadeIsNamed) {
  folder_.write("news/a.txt", article_text("bridge"));
  index_ = folder_.write("file", "x") / "index";
  EXPECT_THROW(index({news_}), Error);
  EXPECT_THROW(IndexReader reader(folder_ / "nowhere"), Error);
  EXPECT_THROW(make_segment_builder("no-such"), Error);
}

TEST_P(Indexing, ALockThatCannotBeTakenIsNamed) {
  folder_.write("news/a.txt", article_text("bridge"));
  struct Case {
    std::function<void(const std::filesystem::path& lock)> make;
    const char* message;
  };
  const Case cases[] = {
      {[](const auto& lock) { std::filesystem::create_directory(lock); }, "cannot open"},
      {[](const auto& lock) { std::filesystem::create_symlink("lock", lock); }, "cannot open"},
      {[](const auto& lock) { std::filesystem::create_symlink("/dev/full", lock); },
       "cannot write"}};
  for (const Case& c : cases) {
    std::filesystem::remove_all(index_);
    std::filesystem::create_directory(index_);
    c.make(index_ / "lock");
    try {
      index({news_});
      ADD_FAILURE() << c.message;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::index);
      EXPECT_THAT(error.what(), testing::HasSubstr(c.message));
    }
  }
}

// No text may end a run.
TEST_P(Indexing, AnArticleWhoseStatementsCannotBeReadIsIndexedWithoutThem) {
  folder_.write("news/a.txt", article_text("bridge"));
  folder_.write("news/b.txt", article_text("harbour"));
  IndexRun run;
  run.sources = {news_};
  run.extract = [read = run.extract](const Article& article) {
    if (article.path == "a.txt") throw std::length_error("too long a sentence");
    return read(article);
  };
  testing::internal::CaptureStderr();
  const IndexSummary summary = index(run);
  EXPECT_THAT(testing::internal::GetCapturedStderr(),
              testing::HasSubstr("a.txt could not be read: too long a sentence"));
  EXPECT_EQ(summary.added, 2u);
  EXPECT_EQ(summary.statements, 1u);
  EXPECT_EQ(count("Sbridge"), 1u);
  expect_sound();
}

TEST_P(Indexing, AnArticleWithTooManyWordsIsToldAndFound) {
  std::string text = article_text("bridge");
  for (uint32_t i = 0; i <= kMaxWordsPerDocument; ++i) text += "a ";
  folder_.write("news/a.txt", text);
  testing::internal::CaptureStderr();
  EXPECT_EQ(index({news_}).added, 1u);
  EXPECT_THAT(testing::internal::GetCapturedStderr(),
              testing::HasSubstr("a.txt: warning: only its first 2000000 words are indexed"));
  EXPECT_EQ(count("Sbridge"), 1u);
  expect_sound();
}

TEST_P(Indexing, ARunWithoutAnySourceIsAnError) {
  EXPECT_THROW(index({folder_ / "nowhere"}), Error);
  EXPECT_EQ(load_manifest(index_), std::nullopt);
}

// A statement's article is reckoned from its number; one that was not written by us has none.
TEST_P(Indexing, AStatementWithoutAnArticleIsAnError) {
  folder_.write("news/a.txt", article_text("bridge"));
  index({news_});
  const IndexReader reader(index_);
  StatementRecord statement = reader.statement(2);
  EXPECT_EQ(reader.article_of(2, statement), 1u);
  statement.ordinal = 1;
  EXPECT_THROW(reader.article_of(2, statement), Error);
  statement.ordinal = UINT32_MAX;
  EXPECT_THROW(reader.article_of(2, statement), Error);
}

TEST_P(Indexing, DamageIsFoundByTheCheck) {
  folder_.write("news/a.txt", article_text("bridge"));
  index({news_});
  std::string segment = load_manifest(index_)->segments.at(0).name;
  std::filesystem::resize_file(segment_path(index_, segment) / "docdata.glass", 0);
  EXPECT_FALSE(check_index(index_).problems.empty());
}

TEST_P(Indexing, AnyChangedByteIsFoundByTheCheck) {
  folder_.write("news/a.txt", article_text("bridge"));
  index({news_});
  auto segment = segment_path(index_, load_manifest(index_)->segments.at(0).name);
  for (const char* name :
       {"docdata.glass", "iamglass", "position.glass", "postlist.glass", "files", "checksums"}) {
    auto size = std::filesystem::file_size(segment / name);
    ASSERT_GT(size, 0u) << name;
    for (uintmax_t at : {uintmax_t{0}, size / 2, size - 1}) {
      std::fstream file(segment / name, std::ios::in | std::ios::out | std::ios::binary);
      file.seekg(static_cast<std::streamoff>(at));
      char byte = static_cast<char>(file.get());
      file.seekp(static_cast<std::streamoff>(at));
      file.put(static_cast<char>(byte ^ 0x20)).flush();
      EXPECT_FALSE(check_index(index_).problems.empty()) << name << " at " << at;
      file.seekp(static_cast<std::streamoff>(at));
      file.put(byte);
    }
  }
  expect_sound();
}

INSTANTIATE_TEST_SUITE_P(Writers, Indexing, testing::Values("api", "bulk"));

}  // namespace
}  // namespace quotary
