// Kills the indexer with SIGKILL at random moments of builds, updates, prunes and compactions,
// while readers look at the index without a pause. Each time the index is sound, holds exactly what
// was committed, and the next run completes it to what an undisturbed run makes.
//   QUOTARY_KILLS=200   how many kills (default 24, fewer under sanitizers)
//   QUOTARY_SEED=7      of the moments
#include <gmock/gmock.h>
#include <sys/file.h>
#include <sys/wait.h>

#include <atomic>
#include <future>
#include <iostream>
#include <mutex>
#include <random>
#include <thread>

#include "common/store/disk.h"
#include "tests/crash/trial.h"
#include "tests/effort.h"

namespace quotary {
namespace {

// Reads the whole index again and again; remembers the first thing that was wrong.
class Readers {
 public:
  explicit Readers(const Trial& trial) : trial_(trial), thread_([this] { loop(); }) {}
  ~Readers() { stop(); }
  Readers(const Readers&) = delete;

  // Puts the index in place for a step, which nobody sees, and watches that step from then on.
  template <typename Work>
  void watch(size_t step, Work put_in_place) {
    std::lock_guard lock(mutex_);
    put_in_place();
    step_ = step;
  }
  void stop() {
    stopped_ = true;
    if (thread_.joinable()) thread_.join();
  }
  std::string trouble() const { return trouble_; }
  size_t looks() const { return looks_; }

 private:
  void loop() {
    while (!stopped_) {
      {
        std::lock_guard lock(mutex_);
        if (step_ < Trial::kSteps && trouble_.empty()) look();
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
  }
  void look() {
    try {
      std::string content = trial_.content();
      if (!trial_.allowed(step_).contains(content))
        trouble_ =
            "something half done was seen in " + Trial::name(step_) + ": " + content.substr(0, 300);
      ++looks_;
    } catch (const std::exception& error) {
      trouble_ = error.what();
    }
  }

  const Trial& trial_;
  std::mutex mutex_;
  size_t step_ = Trial::kSteps;
  std::string trouble_;
  std::atomic<size_t> looks_ = 0;
  std::atomic<bool> stopped_ = false;
  std::thread thread_;
};

TEST(Kill, AtAnyMomentLosesNothingThatWasCommitted) {
  TestFolder folder;
  Trial trial(folder, 60);
  Readers readers(trial);
  std::mt19937 random(static_cast<unsigned>(from_environment("QUOTARY_SEED", 7)));
  const size_t kills = from_environment("QUOTARY_KILLS", sanitized ? 2 * Trial::kSteps : 24);
  size_t killed = 0;
  size_t outcomes[3] = {};  // nothing, before, after
  for (size_t round = 0; killed < kills && round < 4 * kills; ++round) {
    size_t step = round % Trial::kSteps;
    readers.watch(step, [&] { trial.prepare(step); });
    // A few kills of one run, each going on from where the one before left off.
    for (int again = 0; again < 2; ++again) {
      auto microseconds = static_cast<long>(1000 * trial.milliseconds(step));
      std::uniform_int_distribution<long> moments(0, microseconds);
      int process = start_program("quotary-index", trial.arguments(step));
      std::this_thread::sleep_for(std::chrono::microseconds(moments(random)));
      ::kill(process, SIGKILL);
      int status = 0;
      ::waitpid(process, &status, 0);
      killed += WIFSIGNALED(status);
      std::string content = trial.content();
      ASSERT_TRUE(trial.allowed(step).contains(content)) << Trial::name(step) << " half done";
      if (!content.empty()) {
        ASSERT_EQ(problems_of_index(trial.index()), "") << Trial::name(step);
      }
      ++outcomes[content.empty() ? 0 : content == trial.before(step) ? 1 : 2];
    }
    Outcome next = run_program("quotary-index", trial.arguments(step));
    ASSERT_EQ(next.exit, 0) << Trial::name(step) << ": " << next.errors;
    ASSERT_TRUE(trial.content() == trial.after(step)) << Trial::name(step) << " is not completed";
    ASSERT_EQ(problems_of_index(trial.index()), "");
  }
  readers.stop();
  EXPECT_EQ(readers.trouble(), "");
  EXPECT_GE(killed, kills);
  EXPECT_GT(readers.looks(), 0u);
  std::cout << killed << " kills: nothing published " << outcomes[0] << ", as before "
            << outcomes[1] << ", as after " << outcomes[2] << "; looks of readers "
            << readers.looks() << "\n";
}

class Interrupts : public testing::Test {
 protected:
  void SetUp() override {
    for (int i = 0; i < 3000; ++i)
      folder_.write("news/" + std::to_string(i % 50) + "/" + std::to_string(i) + ".txt",
                    " date 2024-05-06 x\n\nMayor Ida Holm said that it rained " +
                        std::to_string(i) + " times.\n");
  }
  int start() {
    int process =
        start_program("quotary-index", {"-q", "-j", "1", "-i", index_.string(), folder_ / "news"});
    for (int i = 0; i < 1000 && !std::filesystem::exists(index_ / "lock"); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return process;
  }
  static int exit_of(int process) {
    int status = 0;
    ::waitpid(process, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  TestFolder folder_;
  std::filesystem::path index_ = folder_ / "index";
};

TEST_F(Interrupts, TwiceEndAtOnceAndLeaveASoundIndex) {
  int process = start();
  std::this_thread::sleep_for(std::chrono::milliseconds(60));
  ::kill(process, SIGINT);
  std::this_thread::sleep_for(std::chrono::milliseconds(10));
  ::kill(process, SIGINT);
  EXPECT_THAT(exit_of(process), testing::AnyOf(130, 2, 0));  // it may have been quicker
  if (std::filesystem::exists(index_ / "manifest")) {
    EXPECT_EQ(problems_of_index(index_), "");
  }
  EXPECT_EQ(run_program("quotary-index", {"-q", "-i", index_.string(), folder_ / "news"}).exit, 0);
  EXPECT_EQ(problems_of_index(index_), "");
}

TEST(TwoIndexers, TheSecondSaysWhoHoldsTheLockOrWaits) {
  TestFolder folder;
  std::filesystem::path index = folder / "index";
  folder.write("news/a.txt", " date 2024-05-06 x\n\nMayor Ida Holm said that it rained.\n");
  std::vector<std::string> arguments = {"-i", index.string(), folder / "news"};
  ASSERT_EQ(run_program("quotary-index", arguments).exit, 0);
  folder.write("news/b.txt", " date 2024-05-06 x\n\nTom Brandt said that it snowed.\n");
  FileHandle lock;
  auto hold = [&] {
    lock.close();
    lock = FileHandle(::open((index / "lock").c_str(), O_RDWR | O_CLOEXEC));
    ASSERT_EQ(::flock(lock.get(), LOCK_EX), 0);
    std::ofstream(index / "lock") << "4711";
  };
  hold();
  arguments.insert(arguments.end(), {"--lock-wait", "0"});
  Outcome refused = run_program("quotary-index", arguments);
  EXPECT_EQ(refused.exit, 2);
  EXPECT_THAT(refused.errors, testing::HasSubstr("is being written by process 4711"));
  EXPECT_THAT(refused.errors, testing::HasSubstr("--lock-wait"));
  arguments.back() = "30";
  // A busy machine may need longer to start a program than the lock is held: then for longer.
  bool told = false;
  for (int milliseconds = 300; milliseconds < 20'000 && !told; milliseconds *= 6) {
    hold();
    std::thread release([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
      lock.close();
    });
    Outcome waited = run_program("quotary-index", arguments);
    release.join();
    EXPECT_EQ(waited.exit, 0);
    told = waited.errors.find("waiting for process 4711") != std::string::npos;
  }
  EXPECT_TRUE(told);
  EXPECT_EQ(problems_of_index(index), "");
}

// Eight at once: each gets its turn, and all of it is there.
TEST(TwoIndexers, ManyTakeTurns) {
  TestFolder folder;
  std::filesystem::path index = folder / "index";
  std::vector<std::future<Outcome>> runs;
  for (int i = 0; i < 8; ++i) {
    std::string name = "news" + std::to_string(i);
    folder.write(name + "/a.txt", " date 2024-05-06 x\n\nMayor Ida Holm said that it rained.\n");
    runs.push_back(std::async(std::launch::async, [arguments = std::vector<std::string>{
                                                       "-q", "-j", "1", "--lock-wait", "60", "-i",
                                                       index.string(), folder / name}] {
      return run_program("quotary-index", arguments);
    }));
  }
  for (std::future<Outcome>& run : runs) {
    Outcome outcome = run.get();
    EXPECT_EQ(outcome.exit, 0) << outcome.errors;
  }
  Outcome status = run_program("quotary-index", {"-i", index.string(), "--status"});
  EXPECT_THAT(status.output, testing::HasSubstr("\n8 articles, 8 statements"));
  EXPECT_EQ(problems_of_index(index), "");
}

}  // namespace
}  // namespace quotary
