#include "indexer/index/console.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

#include "common/text/terminal.h"

namespace quotary {
namespace {

constexpr int64_t kMillisecondsBetweenLines = 100;

int64_t milliseconds_now() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace

Console::Console(bool progress) : progress_(progress && ::isatty(STDERR_FILENO) == 1) {}

void Console::problem(const SourceProblem& problem) {
  std::lock_guard lock(mutex_);
  (problem.skipped ? skipped_ : warnings_) += 1;
  clear_locked();
  fmt::print(stderr, "quotary-index: {}: {}{}\n", printable(problem.path),
             problem.skipped ? "skipped: " : "warning: ", printable(problem.reason));
}

void Console::message(const std::string& text) {
  std::lock_guard lock(mutex_);
  clear_locked();
  fmt::print(stderr, "{}\n", printable(text));
}

void Console::progress(const std::string& line) {
  if (!progress_) return;
  std::lock_guard lock(mutex_);
  int64_t now = milliseconds_now();
  if (now - last_shown_ < kMillisecondsBetweenLines) return;
  last_shown_ = now;
  shown_ = true;
  fmt::print(stderr, "\r\x1b[K{}", line);
  std::fflush(stderr);
}

void Console::clear() {
  std::lock_guard lock(mutex_);
  clear_locked();
}

void Console::clear_locked() {
  if (!shown_) return;
  fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
  shown_ = false;
}

}  // namespace quotary
