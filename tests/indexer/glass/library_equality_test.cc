// The writer against Xapian itself: the same documents through both, and no difference in the bytes
// of the compacted databases nor in any answer.

#include <gtest/gtest.h>
#include <xapian.h>

#include <cmath>
#include <random>

#include "tests/indexer/glass/database_pair.h"

namespace quotary::glass {
namespace {

// Text with the word frequencies of a language: a vocabulary of `words` made-up words, the k-th of
// them about 1/k as frequent as the first.
TestCorpus news(uint32_t documents, uint32_t words, uint32_t seed) {
  return {documents, [=](uint32_t index) {
            std::mt19937 random(seed * 1'000'003 + index);
            std::uniform_real_distribution<double> even(0, 1);
            auto word = [&] {
              auto rank = static_cast<uint32_t>(std::pow(words, even(random)));
              std::string out;
              for (uint32_t code = rank * 2654435761u % 4294967291u | 1; code; code /= 23) {
                out += static_cast<char>('a' + code % 23);
              }
              return out;
            };
            TestDocument document;
            const uint32_t length = 1 + random() % 400;
            for (uint32_t at = 1; at <= length; ++at) document.tokens.push_back({word(), 1, at});
            document.tokens.push_back({"K" + word(), 0});
            document.tokens.push_back({"D" + std::to_string(2016 + index % 9), 0});
            document.values[0] = std::to_string(random() % 9);
            if (index % 7 != 0) document.values[200] = word();
            for (uint32_t at = 0; at < length; ++at)
              document.data += document.tokens[at].term + ' ';
            return document;
          }};
}

std::string random_bytes(std::mt19937& random, size_t size) {
  std::string out(size, '\0');
  for (char& c : out) c = static_cast<char>(random());
  return out;
}

void add_extreme(TestDocument& document, uint32_t kind, std::mt19937& random) {
  auto add = [&](std::string term, uint32_t position) {
    document.tokens.push_back({std::move(term), 1, position});
  };
  switch (kind) {
    case 0:
      document.data = random_bytes(random, 1'000'000);
      break;
    case 1:
      document.data = std::string(2'000'000, 'x');
      break;
    case 2:
      for (uint32_t i = 0; i < 60'000; ++i) add("w" + std::to_string(i * 7919 % 1'000'003), i + 1);
      break;
    case 3:
      for (uint32_t i = 1; i <= 300'000; ++i) add("dense", i);
      break;
    case 4:
      for (uint32_t i = 0; i < 50'000; ++i) add("sparse", random() & 0x7fffffff);
      break;
    case 5:
      for (uint32_t at : {0u, 1u, 4'294'967'294u}) add("ends", at);
      add("zero", 0);
      break;
    case 6:
      for (size_t size = 1; size <= max_term_bytes; ++size) {
        add(std::string(size, 'l'), 1);
        add(std::string(size, '\xff'), 2);
      }
      break;
    case 7:
      for (size_t size = 1; size <= max_term_bytes / 2; ++size) add(std::string(size, '\0'), 5);
      for (const char* tail : {"", "\xff", "b", "\x01"}) {
        add(std::string("a\0", 2) + tail, 6);
        add(std::string("a") + tail, 7);
      }
      break;
    case 8:
      for (uint32_t slot = 0; slot < 70'000; slot = slot * 2 + 1) {
        document.values[slot] = std::to_string(slot);
      }
      document.values[4'294'967'294u] = "last";
      break;
    case 9:
      document.values[0] = std::string(100'000, 'v');
      document.values[1] = random_bytes(random, 2000);
      document.values[2] = std::string(1, '\0');
      break;
    case 10:  // one term many times over, positions neither in order nor single
      for (uint32_t at : {9u, 3u, 9u, 1u, 3u}) add("again", at);
      document.tokens.push_back({"again", 200, no_position});
      document.tokens.push_back({"often", 4'000'000'000u, no_position});
      break;
    case 11:  // only a value, only data: other documents have neither
      document.tokens.clear();
      break;
    default:
      break;
  }
}

// Small documents of odd terms, and among them one of each extreme.
TestCorpus edge_cases(uint32_t documents, uint32_t seed, uint32_t gap_every = 0) {
  return {documents, [=](uint32_t index) {
            std::mt19937 random(seed * 1'000'003 + index);
            TestDocument document;
            if (gap_every != 0 && index % gap_every == 0) document.gap = random() % 1000;
            if (index % 5 == 4) return document;  // nothing at all
            for (uint32_t term = random() % 6; term > 0; --term) {
              const std::string name = random() % 3 != 0 ? "t" + std::to_string(random() % 50)
                                                         : random_bytes(random, 1 + random() % 20);
              uint32_t at = 0;
              for (uint32_t i = random() % 8; i > 0; --i) {
                at += 1 + random() % (random() % 2 != 0 ? 5 : 100'000);
                document.tokens.push_back({name, 1, at});
              }
            }
            document.tokens.push_back({"all", index % 3, no_position});
            if (random() % 3 != 0) document.data = random_bytes(random, random() % 60);
            if (random() % 2 != 0) document.values[0] = std::to_string(random() % 1000);
            if (index % 11 == 0 && index / 11 < 12) add_extreme(document, index / 11, random);
            return document;
          }};
}

TestCorpus tiny_documents(uint32_t documents) {
  return {documents, [](uint32_t index) {
            TestDocument document;
            document.tokens.push_back({"all", 1, index % 7});
            if (index % 2 == 0) document.tokens.push_back({"even", 1, no_position});
            document.values[0] = std::to_string(index % 10);
            return document;
          }};
}

struct Case {
  const char* name;
  TestCorpus corpus;
  uint32_t batches;
  size_t run_bytes;
  unsigned threads;
};

class LibraryEquality : public testing::TestWithParam<Case> {};

TEST_P(LibraryEquality, BytesAfterCompactionAndAllAnswers) {
  const Case& tried = GetParam();
  TestFolder folder;
  MergeOptions options;
  options.metadata = {{"schema", "7"}, {std::string("with\0zero", 9), "x"}};
  options.threads = tried.threads;
  write_directly(tried.corpus, folder / "direct", tried.batches, tried.run_bytes, options);
  write_through_library(tried.corpus, folder / "library", options.metadata);
  EXPECT_EQ(check_errors(folder / "direct"), 0u);
  EXPECT_EQ(different_answers(folder / "library", folder / "direct"), "");
  compact(folder / "direct", folder / "direct.compact");
  compact(folder / "library", folder / "library.compact");
  EXPECT_EQ(different_bytes(folder / "library.compact", folder / "direct.compact"), "");
}

constexpr size_t one_run = size_t{1} << 30;

INSTANTIATE_TEST_SUITE_P(
    Corpora, LibraryEquality,
    testing::Values(Case{"NoDocuments", news(0, 1, 1), 1, one_run, 1},
                    Case{"OneDocument", news(1, 100, 2), 1, one_run, 1},
                    Case{"NewsInOneRun", news(400, 20'000, 3), 1, one_run, 1},
                    Case{"NewsInManyRuns", news(400, 20'000, 3), 7, 50'000, 3},
                    Case{"NewsOneRunADocument", news(60, 20'000, 4), 60, 1, 2},
                    Case{"EdgeCasesInOneRun", edge_cases(1000, 5), 1, one_run, 1},
                    Case{"EdgeCasesInManyRuns", edge_cases(1000, 5), 5, 20'000, 3},
                    Case{"GapsInOneRun", edge_cases(300, 6, 3), 1, one_run, 1},
                    Case{"GapsInManyRuns", edge_cases(300, 6, 3), 9, 4000, 2},
                    Case{"LongerDocumentIds", tiny_documents(33'500), 3, one_run, 2}),
    [](const auto& tried) { return tried.param.name; });

TEST(LibraryEqualityTest, IdsFromFourMillionOnTakeFourBytes) {
  TestCorpus corpus{300, [](uint32_t index) {
                      TestDocument document = tiny_documents(1).document(index);
                      if (index == 100) document.gap = (1u << 22) - 150;
                      return document;
                    }};
  TestFolder folder;
  write_directly(corpus, folder / "direct", 4, one_run, {});
  write_through_library(corpus, folder / "library");
  EXPECT_EQ(check_errors(folder / "direct"), 0u);
  EXPECT_EQ(different_answers(folder / "library", folder / "direct"), "");
  EXPECT_GT(Xapian::Database((folder / "direct").string()).get_lastdocid(), 1u << 22);
}

TEST(LibraryEqualityTest, CompactionMixesDirectlyWrittenAndOtherDatabases) {
  TestFolder folder;
  const TestCorpus first = news(150, 5000, 11);
  const TestCorpus second = news(120, 5000, 12);
  const TestCorpus third = edge_cases(100, 13);
  write_directly(first, folder / "1.direct", 2, 20'000, {});
  write_through_library(first, folder / "1.library");
  write_through_library(second, folder / "2.library");
  write_directly(third, folder / "3.direct", 1, one_run, {});
  write_through_library(third, folder / "3.library");
  auto compact_all = [&](std::vector<std::string> names, const std::string& to) {
    Xapian::Database all;
    for (const auto& name : names) all.add_database(Xapian::Database((folder / name).string()));
    all.compact((folder / to).string());
  };
  compact_all({"1.direct", "2.library", "3.direct"}, "mixed");
  compact_all({"1.library", "2.library", "3.library"}, "library");
  EXPECT_EQ(different_bytes(folder / "library", folder / "mixed"), "");
  EXPECT_EQ(check_errors(folder / "mixed"), 0u);
}

// Changes a database through the API, in a way that depends on nothing but its contents.
void change(const std::filesystem::path& folder) {
  Xapian::WritableDatabase db(folder.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  std::mt19937 random(17);
  const std::vector<std::string> terms(db.allterms_begin(), db.allterms_end());
  for (int round = 0; round < 4; ++round) {
    for (int i = 0; i < 60; ++i) {
      Xapian::Document document;
      for (Xapian::termpos at = 1; at < 100; ++at) {
        document.add_posting(terms[random() % terms.size()], at);
      }
      document.set_data("changed " + std::to_string(i));
      document.add_value(0, std::to_string(random() % 700));
      document.add_value(3, "x" + std::to_string(random() % 9));
      const Xapian::docid id = 1 + random() % db.get_lastdocid();
      if (i % 3 == 0) db.add_document(document);
      if (i % 3 == 1) db.replace_document(id, document);
      if (i % 3 == 2) db.delete_document("Q" + std::to_string(id));
      if (i % 10 == 5) db.add_spelling(terms[random() % terms.size()]);
      if (i % 10 == 7) db.add_synonym("a" + std::to_string(i), "b");
    }
    db.set_metadata("round", std::to_string(round));
    db.commit();
  }
}

TEST(LibraryEqualityTest, LaterChangesThroughTheLibrary) {
  TestFolder folder;
  const TestCorpus corpus = news(300, 3000, 21);
  write_directly(corpus, folder / "direct", 3, 30'000, {});
  write_through_library(corpus, folder / "library");
  change(folder / "direct");
  change(folder / "library");
  EXPECT_EQ(check_errors(folder / "direct"), 0u);
  EXPECT_EQ(different_answers(folder / "library", folder / "direct"), "");
  Xapian::WritableDatabase db((folder / "direct").string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  std::vector<Xapian::docid> all(db.postlist_begin(""), db.postlist_end(""));
  for (auto id : all) db.delete_document(id);
  db.commit();
  EXPECT_EQ(db.get_doccount(), 0u);
  EXPECT_EQ(std::distance(db.allterms_begin(), db.allterms_end()), 0);
  EXPECT_EQ(check_errors(folder / "direct"), 0u);
}

// As Xapian writes with DB_NO_TERMLIST.
TEST(LibraryEqualityTest, WithoutTermlists) {
  TestFolder folder;
  for (const TestCorpus& corpus : {news(200, 5000, 41), edge_cases(400, 42, 3)}) {
    const std::string name = std::to_string(corpus.documents);
    write_directly(corpus, folder / (name + ".direct"), 3, 30'000, {}, Termlists::none);
    write_through_library(corpus, folder / (name + ".library"), {}, Termlists::none);
    EXPECT_FALSE(std::filesystem::exists(folder / (name + ".direct") / "termlist.glass"));
    EXPECT_EQ(check_errors(folder / (name + ".direct")), 0u);
    compact(folder / (name + ".direct"), folder / (name + ".direct.compact"));
    compact(folder / (name + ".library"), folder / (name + ".library.compact"));
    EXPECT_EQ(different_bytes(folder / (name + ".library.compact"),
                              folder / (name + ".direct.compact")),
              "");
  }
}

TEST(LibraryEqualityTest, OtherCompressionsAreReadAlike) {
  const TestCorpus corpus = news(60, 3000, 31);
  TestFolder folder;
  write_through_library(corpus, folder / "library");
  for (auto compression : {Compression::none, Compression::quick}) {
    Inverter::Options options;
    options.compression = compression;
    Inverter inverter(folder.path(), options);
    for (uint32_t i = 0; i < corpus.documents; ++i) add_to(inverter, corpus.document(i));
    const auto direct = folder / ("direct" + std::to_string(static_cast<int>(compression)));
    merge_runs(inverter.take_runs(), direct);
    EXPECT_EQ(check_errors(direct), 0u);
    EXPECT_EQ(different_answers(folder / "library", direct), "");
  }
}

}  // namespace
}  // namespace quotary::glass
