#include "indexer/index/ordered_work.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

namespace quotary {
namespace {

// Numbers from 0 on, up to `end`.
auto count_to(int end) {
  return [i = 0, end]() mutable { return i < end ? std::optional<int>(i++) : std::nullopt; };
}

TEST(OrderedWork, ResultsComeInTheOrderOfTheJobs) {
  for (size_t threads : {1, 2, 5}) {
    std::vector<int> results;
    OrderedWork<int, int>(threads, 7)
        .run(
            count_to(500),
            [](int job) {
              if (job % 10 == 0) std::this_thread::sleep_for(std::chrono::microseconds(200));
              return job * 2;
            },
            [&](int result) { results.push_back(result); });
    ASSERT_EQ(results.size(), 500u);
    for (int i = 0; i < 500; ++i) EXPECT_EQ(results[static_cast<size_t>(i)], 2 * i);
  }
}

TEST(OrderedWork, NeverMoreThanTheWindowIsOnItsWay) {
  std::atomic<int> under_way = 0;
  std::atomic<int> most = 0;
  OrderedWork<int, int>(4, 3).run(
      [&, next = count_to(200)]() mutable {
        auto job = next();
        if (job) most = std::max(most.load(), ++under_way);
        return job;
      },
      [](int job) { return job; }, [&](int) { --under_way; });
  EXPECT_LE(most, 4);  // one may be asked for while the last one is being accepted
}

TEST(OrderedWork, AnEmptyStreamEnds) {
  int accepted = 0;
  OrderedWork<int, int>(3, 3).run(
      count_to(0), [](int job) { return job; }, [&](int) { ++accepted; });
  EXPECT_EQ(accepted, 0);
}

TEST(OrderedWork, TheFirstExceptionStopsAllAndComesOut) {
  auto fail_at_50 = [](int job) {
    if (job == 50) throw std::runtime_error("fifty");
    return job;
  };
  auto same = [](int job) { return job; };
  OrderedWork<int, int> work(2, 4);
  EXPECT_THROW(work.run(count_to(1000), fail_at_50, [](int) {}), std::runtime_error);
  OrderedWork<int, int> accepting(2, 4);
  EXPECT_THROW(accepting.run(count_to(1000), same, [&](int job) { fail_at_50(job); }),
               std::runtime_error);
  OrderedWork<int, int> taking(2, 4);
  EXPECT_THROW(taking.run(
                   [&, next = count_to(1000)]() mutable {
                     auto job = next();
                     if (job) fail_at_50(*job);
                     return job;
                   },
                   same, [](int) {}),
               std::runtime_error);
}

}  // namespace
}  // namespace quotary
