// Makes each system call of a small build, update, prune and compaction fail in turn. Whatever
// fails: the program ends with a message, the index is sound and holds what it held before or
// afterwards, and the next run completes it.
//   QUOTARY_FAULT_STEP=1  every call (default: enough to be quick)
#include <gmock/gmock.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <iostream>
#include <map>

#include "tests/crash/trial.h"

namespace quotary {
namespace {

const char* const kShim = QUOTARY_FAULT_SHIM;

struct FaultKind {
  const char* call;
  const char* fault;  // as the shim takes it, behind the number
};

const FaultKind kKinds[] = {
    {"write", ":EIO"},       {"write", "+:ENOSPC"}, {"write", ":short"},     {"write", ":EINTR"},
    {"pwrite", "+:ENOSPC"},  {"pwrite", ":short"},  {"fsync", ":EIO"},       {"rename", ":EIO"},
    {"open", ":EIO"},        {"open", "+:EMFILE"},  {"read", ":EIO"},        {"read", ":EINTR"},
    {"read", ":short"},      {"pread", ":EIO"},     {"truncate", ":ENOSPC"}, {"mkdir", "+:ENOSPC"},
    {"unlink", ":EIO"},      {"close", ":EIO"},     {"stat", ":EIO"},        {"fstat", ":EIO"},
    {"opendir", "+:EMFILE"}, {"readdir", ":EIO"},   {"flock", ":ENOLCK"},    {"mmap", ":ENOMEM"}};

class Faults : public testing::TestWithParam<size_t> {
 protected:
  std::map<std::string, std::string> environment(const std::string& fault) const {
    return {{"LD_PRELOAD", kShim},
            {"QUOTARY_FAULT_FOLDER", trial_.folder().string()},
            {"QUOTARY_FAULT", fault},
            {"QUOTARY_FAULT_COUNTS", (folder_ / "counts").string()},
            // A model is one more file to read, and not at stake.
            {"QUOTARY_MODEL", "none"}};
  }

  std::vector<std::string> arguments(size_t step) const {
    std::vector<std::string> all = trial_.arguments(step);
    all.insert(all.end(), {"--writer", "bulk"});
    return all;
  }

  std::map<std::string, long> counts(size_t step) {
    trial_.prepare(step);
    EXPECT_EQ(run_program("quotary-index", arguments(step), {}, environment("")).exit, 0);
    std::ifstream in(folder_ / "counts");
    std::map<std::string, long> counts;
    std::string name;
    for (long number = 0; in >> name >> number;) counts[name] = number;
    return counts;
  }

  void try_fault(size_t step, const std::string& fault) {
    trial_.prepare(step);
    Outcome outcome = run_program("quotary-index", arguments(step), {}, environment(fault));
    std::string what = Trial::name(step) + " with " + fault + ": exit " +
                       std::to_string(outcome.exit) + ": " + outcome.errors;
    ASSERT_THAT(outcome.exit, testing::AnyOf(0, 1, 2)) << what;
    EXPECT_EQ(outcome.exit == 0, outcome.errors.empty()) << what;
    if (outcome.exit == 2) {
      EXPECT_THAT(outcome.errors, testing::HasSubstr("quotary-index: "));
    }
    expect_sound_and_completable(step, outcome.exit, what);
  }

  void expect_sound_and_completable(size_t step, int exit, const std::string& what) {
    std::string content = trial_.content();
    if (!content.empty()) {
      EXPECT_EQ(problems_of_index(trial_.index()), "") << what;
    }
    if (exit == 0) {
      EXPECT_TRUE(content == trial_.after(step)) << "not complete: " << what;
    }
    // Where a source could not be read, exit 1, some articles are left to the next run.
    if (exit == 2) {
      EXPECT_TRUE(trial_.allowed(step).contains(content)) << "half done: " << what;
    }
    Outcome next = run_program("quotary-index", arguments(step), {}, {{"QUOTARY_MODEL", "none"}});
    EXPECT_EQ(next.exit, 0) << what << "\nnext run: " << next.errors;
    EXPECT_TRUE(trial_.content() == trial_.after(step)) << "not completed: " << what;
  }

  TestFolder folder_;
  Trial trial_{folder_, 6};
};

TEST_P(Faults, OfEverySystemCallLeaveASoundIndex) {
  const size_t step = GetParam();
  auto calls = counts(step);
  size_t stride = from_environment("QUOTARY_FAULT_STEP", 4);
  size_t injected = 0;
  for (const FaultKind& kind : kKinds) {
    ASSERT_TRUE(calls.contains(kind.call)) << "the shim did not count";
    for (long at = 1; at <= calls[kind.call]; at += static_cast<long>(stride), ++injected) {
      try_fault(step, std::string(kind.call) + ":" + std::to_string(at) + kind.fault);
      if (HasFatalFailure()) return;
    }
  }
  EXPECT_GT(injected, 20u);
  std::cout << "faults injected into " << Trial::name(step) << ": " << injected << "\n";
}

INSTANTIATE_TEST_SUITE_P(Steps, Faults, testing::Range(size_t{0}, Trial::kSteps),
                         [](const auto& step) { return Trial::name(step.param); });

using Limits = Faults;

// A limit of file sizes (ulimit -f): told as an error, not a death by a signal.
TEST_P(Limits, OfFileSizesAreToldAndHarmless) {
  const size_t step = GetParam();
  for (rlim_t bytes : {0, 100, 1000, 5000, 8192, 20000, 40000}) {
    trial_.prepare(step);
    rlimit old{};
    ::getrlimit(RLIMIT_FSIZE, &old);
    rlimit low{bytes, old.rlim_max};
    // The test's own scratch files, in which it keeps what the program says, are under the limit as
    // well: only its exit code is looked at.
    ::setrlimit(RLIMIT_FSIZE, &low);
    int process = start_program("quotary-index", arguments(step));
    ::setrlimit(RLIMIT_FSIZE, &old);
    int status = 0;
    ::waitpid(process, &status, 0);
    ASSERT_TRUE(WIFEXITED(status)) << "killed by signal " << WTERMSIG(status) << " at " << bytes;
    expect_sound_and_completable(step, WEXITSTATUS(status), "limit " + std::to_string(bytes));
  }
}

INSTANTIATE_TEST_SUITE_P(Steps, Limits, testing::Range(size_t{0}, Trial::kSteps),
                         [](const auto& step) { return Trial::name(step.param); });

// A small file system of its own, where this may be mounted.
class SmallDisk {
 public:
  SmallDisk(const std::filesystem::path& folder, const std::string& size) : folder_(folder) {
    std::filesystem::create_directories(folder);
    mounted_ = ::mount("none", folder.c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0;
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(folder_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  bool is_mounted() const { return mounted_; }
  void make_read_only() const {
    ::mount("none", folder_.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr);
  }

 private:
  std::filesystem::path folder_;
  bool mounted_;
};

constexpr const char* kNoMount =
    "no file system may be mounted here; the faults above stand for it";

TEST(FullDisk, KeepsWhatWasCommitted) {
  TestFolder folder;
  SmallDisk disk(folder / "disk", "600k");
  if (!disk.is_mounted()) GTEST_SKIP() << kNoMount;
  std::string index = folder / "disk/index";
  folder.write("news/a.txt", " date 2024-05-06 x\n\nMayor Ida Holm said that it rained.\n");
  ASSERT_EQ(run_program("quotary-index", {"-q", "-i", index, folder / "news"}).exit, 0);
  std::string before = content_of_index(index);
  std::string long_text = " date 2024-05-06 x\n\n";
  for (int i = 0; i < 40000; ++i) long_text += "word" + std::to_string(i * 7919 % 100003) + " ";
  for (int i = 0; i < 4; ++i) folder.write("news/" + std::to_string(i) + ".txt", long_text);
  for (int round = 0; round < 3; ++round) {
    Outcome full = run_program("quotary-index", {"-q", "-i", index, folder / "news"});
    EXPECT_EQ(full.exit, 2);
    EXPECT_THAT(full.errors, testing::HasSubstr("No space left on device"));
    EXPECT_THAT(full.errors, testing::HasSubstr("hint: "));
    EXPECT_EQ(problems_of_index(index), "");
    EXPECT_EQ(content_of_index(index), before);
  }
  for (int i = 0; i < 4; ++i)
    std::filesystem::remove(folder / ("news/" + std::to_string(i) + ".txt"));
  folder.write("news/b.txt", " date 2024-05-06 x\n\nTom Brandt said that it snowed.\n");
  EXPECT_EQ(run_program("quotary-index", {"-q", "-i", index, folder / "news"}).exit, 0);
}

TEST(ReadOnlyDisk, IsSearchedAndNotWritten) {
  TestFolder folder;
  SmallDisk disk(folder / "disk", "8m");
  if (!disk.is_mounted()) GTEST_SKIP() << kNoMount;
  std::string index = folder / "disk/index";
  folder.write("news/a.txt", " date 2024-05-06 x\n\nMayor Ida Holm said that it rained.\n");
  ASSERT_EQ(run_program("quotary-index", {"-q", "-i", index, folder / "news"}).exit, 0);
  disk.make_read_only();
  Outcome found = run_program("quotary-query", {"-i", index, "rained"});
  EXPECT_EQ(found.exit, 0) << found.errors;
  EXPECT_THAT(found.output, testing::HasSubstr("Ida Holm"));
  EXPECT_EQ(run_program("quotary-index", {"-i", index, "--check"}).exit, 0);
  folder.write("news/b.txt", " date 2024-05-06 x\n\nTom Brandt said that it snowed.\n");
  for (const std::vector<std::string>& more :
       {std::vector<std::string>{folder / "news"}, {"--compact"}}) {
    std::vector<std::string> arguments = {"-i", index};
    arguments.insert(arguments.end(), more.begin(), more.end());
    Outcome outcome = run_program("quotary-index", arguments);
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.errors, testing::HasSubstr("Read-only file system"));
  }
}

}  // namespace
}  // namespace quotary
