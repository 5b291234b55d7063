#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "common/base/error.h"

namespace quotary {

// Xapian trusts what it reads, and may follow a damaged table without end. While a watch lives, a
// question that has taken more than `patience` of the process's time has the checksums of all files
// of its indexes compared beside it, once: a slow answer from sound files goes on for as long as it
// takes, one from damaged files is reported.
class DamageWatch {
 public:
  // Called in the watch's own thread, with the first damage that is found.
  using Report = std::function<void(const Error&)>;

  DamageWatch(std::vector<std::filesystem::path> indexes, std::chrono::milliseconds patience,
              Report report);
  ~DamageWatch();
  DamageWatch(const DamageWatch&) = delete;
  DamageWatch& operator=(const DamageWatch&) = delete;

 private:
  void run();
  bool has_lost_patience();

  const std::vector<std::filesystem::path> indexes_;
  const std::chrono::milliseconds end_of_patience_;  // as processor time of the process
  const Report report_;
  std::mutex mutex_;
  std::condition_variable answered_;
  bool is_answered_ = false;
  std::thread thread_;  // last: it reads the others
};

}  // namespace quotary
