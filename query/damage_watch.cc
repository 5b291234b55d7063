#include "query/damage_watch.h"

#include <ctime>

#include "common/store/checksums.h"

namespace quotary {
namespace {

constexpr auto kPause = std::chrono::milliseconds(500);

// Processor time, not time of day: a question that waits for a pager is not slow.
std::chrono::milliseconds time_of_process() {
  timespec now{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return std::chrono::milliseconds(now.tv_sec * 1000 + now.tv_nsec / 1'000'000);
}

}  // namespace

DamageWatch::DamageWatch(std::vector<std::filesystem::path> indexes,
                         std::chrono::milliseconds patience, Report report)
    : indexes_(std::move(indexes)),
      end_of_patience_(time_of_process() + patience),
      report_(std::move(report)),
      thread_([this] { run(); }) {}

DamageWatch::~DamageWatch() {
  {
    std::lock_guard lock(mutex_);
    is_answered_ = true;
  }
  answered_.notify_one();
  thread_.join();
}

void DamageWatch::run() {
  if (!has_lost_patience()) return;
  try {
    for (const std::filesystem::path& index : indexes_) expect_right_checksums_of_index(index);
  } catch (const Error& damage) {
    report_(damage);
  } catch (const std::exception&) {
    // The files cannot be looked at, which says nothing about what is in them.
  }
}

// Waits for the answer; true where that takes too long.
bool DamageWatch::has_lost_patience() {
  std::unique_lock lock(mutex_);
  while (!answered_.wait_for(lock, kPause, [this] { return is_answered_; }))
    if (time_of_process() > end_of_patience_) return true;
  return false;
}

}  // namespace quotary
