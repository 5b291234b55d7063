#include "bench/scale/scale.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quotary::bench {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;

ScaleReport report() {
  ScaleReport two;
  two.runs = 1;
  two.jobs = 2;
  two.rows = {{.files = 10,
               .bytes = 100'000'000,
               .statements = 80,
               .wall_seconds = 10,
               .cpu_seconds = 18,
               .peak_memory = 90e6,
               .index_size = 200e6,
               .unchanged_seconds = 0.5,
               .answers = 40,
               .right = 40},
              {.files = 30,
               .bytes = 300'000'000,
               .statements = 240,
               .wall_seconds = 33,
               .cpu_seconds = 54,
               .peak_memory = 95e6,
               .index_size = 600e6,
               .unchanged_seconds = 1.5,
               .answers = 40,
               .right = 39}};
  return two;
}

TEST(ScaleReport, TextComparesWithTheFirst) {
  const std::string text = scale_text(report());
  EXPECT_THAT(text,
              ContainsRegex("100 +10 +80 +10.0 +18.0 +10.00 +1.00 +1.00 +90 +200 +0.50 +40 of 40"));
  EXPECT_THAT(text,
              ContainsRegex("300 +30 +240 +33.0 +54.0 +9.09 +1.10 +1.00 +95 +600 +1.50 +39 of 40"));
}

TEST(ScaleReport, JsonAndChartHoldTheSame) {
  EXPECT_THAT(scale_json(report()), HasSubstr("\"answers_right\": 39"));
  EXPECT_THAT(scale_chart(report()), HasSubstr("0.110 s a MB, 95 MB of memory"));
}

// From the generator through the programs: the index answers what was written.
TEST(MeasureScale, TheIndexAnswersWhatTheArchiveSays) {
  ScaleOptions options;
  options.megabytes = {1};
  options.scratch = std::filesystem::path(testing::TempDir()) / "quotary_bench_scale_test";
  options.indexer = QUOTARY_BIN_DIR "/quotary-index";
  const ScaleReport measured = measure_scale(options);
  ASSERT_EQ(measured.rows.size(), 1u);
  const ScaleRow& row = measured.rows[0];
  EXPECT_GT(row.answers, 100u);
  EXPECT_GT(static_cast<double>(row.right), 0.98 * static_cast<double>(row.answers));
  EXPECT_GT(row.index_size, 1'000'000);
  std::filesystem::remove_all(options.scratch);
}

}  // namespace
}  // namespace quotary::bench
