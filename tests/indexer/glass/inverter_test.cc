#include "indexer/glass/inverter.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <map>
#include <random>
#include <stdexcept>

#include "common/base/error.h"
#include "indexer/glass/merge_runs.h"
#include "indexer/glass/output_file.h"
#include "indexer/glass/spool_file.h"
#include "indexer/glass/term_table.h"
#include "tests/indexer/glass/database_pair.h"

namespace quotary::glass {
namespace {

TEST(TermTableTest, NumbersTermsInOrderOfAppearance) {
  TermTable table;
  std::map<std::string, uint32_t> reference;
  std::mt19937 random(3);
  for (int i = 0; i < 50'000; ++i) {
    std::string term(1 + random() % 20, 'a');
    for (char& c : term) c = static_cast<char>(random() % 3);
    auto [found, fresh] = reference.try_emplace(term, static_cast<uint32_t>(reference.size()));
    ASSERT_EQ(table.number(term), found->second);
    ASSERT_EQ(table.text(found->second), term);
  }
  ASSERT_EQ(table.size(), reference.size());
}

TEST(TermTableTest, SortsTermsByTheirBytesAsTheyCome) {
  TermTable table;
  std::map<std::string, uint32_t> reference;
  std::mt19937 random(4);
  for (int round = 0; round < 5; ++round) {
    for (int i = 0; i < 2'000 * round; ++i) {
      std::string term(1 + random() % 20, 'a');
      for (char& c : term) c = static_cast<char>(random() % 3 * 127);
      reference.try_emplace(term, table.number(term));
    }
    std::vector<uint32_t> expected;
    for (const auto& [term, number] : reference) expected.push_back(number);
    std::vector<uint32_t> found;
    for (const TermTable::Sortable& term : table.sorted()) found.push_back(term.number);
    EXPECT_EQ(found, expected) << round;
  }
  table.forget();
  EXPECT_TRUE(table.sorted().empty());
  EXPECT_EQ(table.number("again"), 0u);
}

TEST(SpoolFileTest, ReadsBackThroughSmallBuffers) {
  TestFolder folder;
  auto spool = std::make_shared<SpoolFile>(folder.path());
  EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << "a spool file has no name";
  spool->append("before");
  std::string bytes;
  for (uint64_t i = 0; i < 10'000; ++i) {
    put_uint(bytes, i * i * i);
    put_string(bytes, std::string(i % 300, static_cast<char>(i)));
  }
  const Section section{spool->size(), bytes.size()};
  spool->append(bytes);
  spool->append("behind");
  spool->flush();
  for (size_t buffer : {1u, 10u, 100u, 1u << 20}) {
    SectionReader reader(spool, section, buffer);
    for (uint64_t i = 0; i < 10'000; ++i) {
      ASSERT_FALSE(reader.at_end());
      ASSERT_EQ(reader.get_uint(), i * i * i);
      ASSERT_EQ(reader.get_string(), std::string(i % 300, static_cast<char>(i)));
    }
    EXPECT_TRUE(reader.at_end());
    EXPECT_THROW(reader.get_uint(), Error);
    EXPECT_THROW(reader.get_bytes(1), Error);
  }
}

TEST(OutputFileTest, AFullDiskIsAnErrorThatNamesTheFile) {
  OutputFile file("/dev/full");
  file.write("something");
  try {
    file.flush();
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::output);
    EXPECT_STREQ(error.what(), "cannot write /dev/full: No space left on device");
    EXPECT_NE(error.hint(), "");
  }
  EXPECT_THROW(OutputFile("/no/such/folder/file"), Error);
  EXPECT_THROW(SpoolFile("/no/such/folder"), Error);
}

TEST(InverterTest, RefusesWhatADatabaseCannotHoldAndGoesOn) {
  TestFolder folder;
  Inverter inverter(folder.path());
  auto add = [&](const std::vector<OwnedToken>& tokens, const std::string& data = "") {
    add_to(inverter, {tokens, {}, data, 0});
  };
  add({{"first", 1, 1}});
  EXPECT_THROW(add({{"good", 1, 1}, {"", 1, 2}}), std::invalid_argument);
  EXPECT_THROW(add({{"good", 1, 1}, {std::string(246, 'x'), 1, 2}}), std::invalid_argument);
  EXPECT_THROW(add({{"good", 1, 1}, {std::string(123, '\0'), 1, 2}}), std::invalid_argument);
  EXPECT_THROW(add({{"good", 4'000'000'000u}, {"more", 4'000'000'000u}}), std::invalid_argument);
  std::string noise(max_tag_bytes + 1, '\0');
  std::mt19937 random(1);
  for (size_t i = 0; i + 4 <= noise.size(); i += 4) {
    const auto word = static_cast<uint32_t>(random());
    noise.replace(i, 4, reinterpret_cast<const char*>(&word), 4);
  }
  EXPECT_THROW(add({{"good", 1, 1}}, noise), std::invalid_argument);
  add({{"second", 1, 1}});
  const auto runs = inverter.take_runs();
  merge_runs(runs, folder / "direct");
  TestCorpus corpus{2, [](uint32_t index) {
                      return TestDocument{{{index == 0 ? "first" : "second", 1, 1}}, {}, "", 0};
                    }};
  write_through_library(corpus, folder / "library");
  EXPECT_EQ(different_answers(folder / "library", folder / "direct"), "");
}

TEST(InverterTest, WritesRunsAsMemoryFills) {
  TestFolder folder;
  Inverter::Options options;
  options.run_bytes = 10'000;
  Inverter inverter(folder.path(), options);
  EXPECT_TRUE(inverter.take_runs().empty());
  for (int i = 0; i < 1000; ++i) add_to(inverter, {{{"a", 1, 1}, {"b", 1, 2}}, {}, "", 0});
  const auto runs = inverter.take_runs();
  EXPECT_GT(runs.size(), 2u);
  uint32_t documents = 0;
  for (const auto& run : runs) documents += run.statistics.documents;
  EXPECT_EQ(documents, 1000u);
  EXPECT_TRUE(inverter.take_runs().empty());
}

std::vector<SortedRun> some_runs(const TestFolder& folder, int documents) {
  Inverter inverter(folder.path());
  for (int i = 0; i < documents; ++i) {
    add_to(inverter, {{{"a" + std::to_string(i), 1, 1}, {"b", 1, 2}}, {}, "data", 0});
  }
  return inverter.take_runs();
}

TEST(MergeRunsTest, ReplacesWhatAKilledBuildLeftAndNothingElse) {
  TestFolder folder;
  const auto runs = some_runs(folder, 10);
  std::filesystem::create_directories(folder / "new.part");
  OutputFile(folder / "new.part/postlist.glass").close();
  OutputFile(folder / "new.part/rest").close();
  merge_runs(runs, folder / "new");
  EXPECT_FALSE(std::filesystem::exists(folder / "new.part"));
  EXPECT_FALSE(std::filesystem::exists(folder / "new/rest"));
  EXPECT_EQ(check_errors(folder / "new"), 0u);
  const auto before = std::filesystem::last_write_time(folder / "new/iamglass");
  EXPECT_THROW(merge_runs(runs, folder / "new"), Error);
  EXPECT_EQ(std::filesystem::last_write_time(folder / "new/iamglass"), before);
  EXPECT_FALSE(std::filesystem::exists(folder / "new.part"));
}

TEST(MergeRunsTest, TooManyIdsAreRefused) {
  TestFolder folder;
  Inverter inverter(folder.path());
  inverter.skip_ids(3'000'000'000u);
  add_to(inverter, {});
  auto runs = inverter.take_runs();
  runs.push_back(runs.front());
  EXPECT_THROW(merge_runs(runs, folder / "new"), Error);
  EXPECT_FALSE(std::filesystem::exists(folder / "new"));
  EXPECT_FALSE(std::filesystem::exists(folder / "new.part"));
}

// A limit on the size of files, as a disk that fills up in the middle of the work.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

TEST(MergeRunsTest, AWriteThatFailsLeavesNothing) {
  TestFolder folder;
  const auto runs = some_runs(folder, 20'000);
  for (rlim_t bytes : {0, 100, 8192, 300'000}) {
    for (unsigned threads : {1u, 3u}) {
      MergeOptions options;
      options.threads = threads;
      {
        FileSizeLimit limit(bytes);
        EXPECT_THROW(merge_runs(runs, folder / "new", options), Error) << bytes;
      }
      EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << bytes;
    }
  }
  merge_runs(runs, folder / "new");
  EXPECT_EQ(check_errors(folder / "new"), 0u);
}

TEST(InverterTest, AWriteThatFailsIsAnError) {
  TestFolder folder;
  FileSizeLimit limit(100'000);
  EXPECT_THROW(some_runs(folder, 20'000), Error);
}

}  // namespace
}  // namespace quotary::glass
