#include "bench/ingest/ingest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "bench/ingest/raw_index.h"
#include "bench/ingest/stages.h"

namespace quotary::bench {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const fs::path kSample = QUOTARY_SOURCE_DIR "/corpus/sample/2024";

TEST(RawIndex, OneDocumentAFile) {
  const fs::path out = fs::path(testing::TempDir()) / "quotary_raw_index_test";
  fs::remove_all(out);
  build_raw_index(kSample, out);
  size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(kSample))
    files += entry.is_regular_file();
  const Xapian::Database database(out);
  EXPECT_EQ(database.get_doccount(), files);
  EXPECT_GT(database.get_termfreq("Zbric"), 5u) << "stems";
  EXPECT_GT(database.get_termfreq("kazan"), 5u) << "exact words";
  EXPECT_TRUE(database.has_positions());
  fs::remove_all(out);
}

TEST(Stages, CountsWhatIsThere) {
  const StageTimes times = measure_stages(kSample, nullptr);
  EXPECT_GT(times.files, 30u);
  EXPECT_EQ(times.articles, times.files);
  EXPECT_GT(times.statements, 0u);
  EXPECT_GT(times.bytes, 20'000u);
  EXPECT_GT(times.extract, 0);
}

IngestReport report() {
  IngestReport one;
  one.source = "news";
  one.runs = 3;
  one.jobs = 2;
  one.stages = {100, 50'000'000, 100, 2'000, 1, 2, 5};
  one.index_seconds = 2;
  one.builders = {{"raw", 50, 50, 500e6, 300e6, 1, 1},
                  {"quotary-index -j 2", 5, 9, 80e6, 200e6, 10, 5.5, true}};
  return one;
}

TEST(IngestReport, TextShowsRatesSharesAndTheRatio) {
  const std::string text = ingest_text(report());
  EXPECT_THAT(text, HasSubstr("news: 100 files, 50.0 MB, 100 articles, 2000 statements"));
  EXPECT_THAT(text,
              testing::ContainsRegex("raw +50.00 +50.00 +1.00 +2 +- +500 +300.0 +1.00 +1.00"));
  EXPECT_THAT(text, testing::ContainsRegex(
                        "quotary-index -j 2 +5.00 +9.00 +10.00 +20 +400 +80 +200.0 +10.00 +5.50"));
  EXPECT_THAT(text, testing::ContainsRegex("extract +5.00 +10.0 +50.0 %"));
}

TEST(IngestReport, ChartShowsRatesAndTellsOursApart) {
  const std::string svg = ingest_chart(report());
  EXPECT_THAT(svg, HasSubstr("10.0 MB/s, 10.0 x raw"));
  EXPECT_THAT(svg, HasSubstr("1.0 MB/s, 1.0 x raw"));
}

TEST(IngestReport, PeersThatAreNotThereAreTold) {
  IngestReport two = report();
  two.absent = {"omindex", "recollindex"};
  EXPECT_THAT(ingest_text(two), HasSubstr("not installed: omindex, recollindex\n"));
}

TEST(IngestReport, JsonHoldsTheSame) {
  const auto json = nlohmann::json::parse(ingest_json(report()));
  EXPECT_EQ(json["statements"], 2000);
  EXPECT_EQ(json["builds"][1]["times_as_fast_as_raw"], 10.0);
  EXPECT_EQ(json["builds"][1]["megabytes_per_second"], 10.0);
  EXPECT_EQ(json["stages_seconds"]["index"], 2.0);
}

}  // namespace
}  // namespace quotary::bench
