#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "bench/measure/child_process.h"
#include "bench/measure/median.h"
#include "common/base/error.h"

namespace quotary::bench {
namespace {

TEST(Median, Table) {
  EXPECT_DOUBLE_EQ(median({}), 0);
  EXPECT_DOUBLE_EQ(median({7}), 7);
  EXPECT_DOUBLE_EQ(median({3, 1, 2}), 2);
  EXPECT_DOUBLE_EQ(median({4, 1, 3, 2}), 2.5);
  EXPECT_DOUBLE_EQ(median({100, 1, 1}), 1);
}

TEST(RunChild, ExitCodesAndErrors) {
  EXPECT_EQ(run_child({"true"}).exit_code, 0);
  EXPECT_EQ(run_child({"sh", "-c", "exit 3"}).exit_code, 3);
  EXPECT_EQ(run_child({"sh", "-c", "kill -9 $$"}).exit_code, 128 + SIGKILL);
  EXPECT_EQ(run_child({"sh", "-c", "echo lost >&2"}).errors, "lost\n");
  EXPECT_THROW(run_child({"/no/such/program"}), Error);
}

TEST(RunChild, MeasuresTimeAndMemory) {
  const ChildUsage slept = run_child({"sleep", "0.05"});
  EXPECT_GE(slept.wall_seconds, 0.05);
  EXPECT_LT(slept.cpu_seconds, slept.wall_seconds);
  EXPECT_GT(slept.peak_memory, 100'000u);
}

TEST(RunChild, OutputGoesToAFile) {
  const auto file = std::filesystem::path(testing::TempDir()) / "quotary_run_child_output";
  run_child({"echo", "said"}, file);
  std::string line;
  std::getline(std::ifstream(file), line);
  EXPECT_EQ(line, "said");
  std::filesystem::remove(file);
}

TEST(IsInstalled, LooksInPath) {
  EXPECT_TRUE(is_installed("sh"));
  EXPECT_FALSE(is_installed("quotary-no-such-program"));
}

}  // namespace
}  // namespace quotary::bench
