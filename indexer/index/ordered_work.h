#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace quotary {

// Work over a stream on several threads, results in the stream's order.
//
//   next()          -> std::optional<Job>; nullopt ends the stream. Never called by two at once.
//   work(Job)       -> Result, on one of `threads` threads.
//   accept(Result)  on the calling thread, in the order of the jobs.
//
// At most `window` jobs are between next() and the end of accept(): memory is bounded by the
// window, and a slow accept() holds the workers back. The first exception of any of the three stops
// everything and is thrown again here, once all threads have ended.
template <typename Job, typename Result>
class OrderedWork {
 public:
  OrderedWork(size_t threads, size_t window) : threads_(threads), window_(window) {}

  template <typename Next, typename Work, typename Accept>
  void run(Next next, Work work, Accept accept) {
    std::vector<std::jthread> workers;
    for (size_t i = 0; i < threads_; ++i)
      workers.emplace_back([&] { guarded([&] { work_on(next, work); }); });
    guarded([&] { accept_all(accept); });
    workers.clear();  // joins
    if (error_) std::rethrow_exception(error_);
  }

 private:
  // Runs a thread's loop; what it throws stops the others.
  template <typename Loop>
  void guarded(Loop loop) {
    try {
      loop();
    } catch (...) {
      std::lock_guard lock(mutex_);
      if (!error_) error_ = std::current_exception();
      changed_.notify_all();
    }
  }

  template <typename Next, typename Work>
  void work_on(Next& next, Work& work) {
    while (auto job = take(next)) {
      Result result = work(std::move(job->second));
      std::lock_guard lock(mutex_);
      results_.emplace(job->first, std::move(result));
      changed_.notify_all();
    }
  }

  template <typename Next>
  std::optional<std::pair<size_t, Job>> take(Next& next) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock,
                  [&] { return error_ || ended_ || (!taking_ && taken_ - accepted_ < window_); });
    if (error_ || ended_) return std::nullopt;
    taking_ = true;
    lock.unlock();
    std::optional<Job> job = next();
    lock.lock();
    taking_ = false;
    if (!job) ended_ = true;
    changed_.notify_all();
    if (!job) return std::nullopt;
    return std::pair(taken_++, std::move(*job));
  }

  template <typename Accept>
  void accept_all(Accept& accept) {
    for (;;) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] {
        return error_ || results_.contains(accepted_) || (ended_ && accepted_ == taken_);
      });
      if (error_ || !results_.contains(accepted_)) return;
      auto result = results_.extract(accepted_);
      lock.unlock();
      accept(std::move(result.mapped()));
      lock.lock();
      ++accepted_;
      changed_.notify_all();
    }
  }

  size_t threads_;
  size_t window_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<size_t, Result> results_;
  size_t taken_ = 0;
  size_t accepted_ = 0;
  bool taking_ = false;
  bool ended_ = false;
  std::exception_ptr error_;
};

}  // namespace quotary
