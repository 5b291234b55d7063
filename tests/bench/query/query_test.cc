#include "bench/query/query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "bench/ingest/builders.h"
#include "bench/synthetic/corpus.h"
#include "common/base/error.h"

namespace quotary::bench {
namespace {

QueryReport report() {
  QueryReport one;
  one.index = "news.index";
  one.statements = 1000;
  one.segments = 2;
  one.runs = 50;
  one.queries = {{"common word", "peace", 50, 1200, 1500, 1000, 1100, 1.2}};
  return one;
}

TEST(QueryReport, TextShowsTimesAndTheRatio) {
  EXPECT_THAT(query_text(report()),
              testing::ContainsRegex("common word +50 +1200 +1500 +1000 +1100 +1.20"));
}

TEST(QueryReport, JsonHoldsTheSame) {
  EXPECT_THAT(query_json(report()), testing::HasSubstr("\"ours_p50_us\": 1200.0"));
}

TEST(MeasureQueries, SaysAtOnceWhatProgramIsMissing) {
  const std::filesystem::path bin = QUOTARY_BIN_DIR;
  try {
    measure_queries({"no.index", bin / "quotary-query", bin / "no-such-program", 2});
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("no-such-program is missing"));
  }
}

// The words of an index are as frequent as their names say, and every question finds something.
TEST(MeasureQueries, AsksWhatTheIndexHas) {
  const std::filesystem::path folder =
      std::filesystem::path(testing::TempDir()) / "quotary_bench_query_test";
  std::filesystem::remove_all(folder);
  write_synthetic(folder / "news", 1, 400'000);
  const std::filesystem::path bin = QUOTARY_BIN_DIR;
  build_index(quotary_builder(bin / "quotary-index", folder / "news", 1), folder / "index");
  const QueryReport measured =
      measure_queries({folder / "index", bin / "quotary-query", bin / "quotary-bench-bare", 2});
  ASSERT_EQ(measured.queries.size(), 14u);
  for (const QueryRow& row : measured.queries) {
    EXPECT_GT(row.total, 0u) << row.name << ": " << row.query;
    EXPECT_GT(row.ours_p50, 0) << row.name;
    EXPECT_GT(row.plain_p50, 0) << row.name;
  }
  EXPECT_LT(measured.queries[0].total, measured.queries[1].total) << "rare, common";
  EXPECT_LT(measured.queries[1].total, measured.queries[2].total) << "common, very common";
  EXPECT_GT(measured.processes.at(0).ours_p50, 0);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace quotary::bench
