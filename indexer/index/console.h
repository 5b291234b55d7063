#pragma once

#include <mutex>
#include <string>

#include "indexer/index/source_files.h"

namespace quotary {

// What quotary-index tells a person while it works: problems with files, a line of progress on a
// terminal. All of it goes to standard error. May be called from several threads.
class Console {
 public:
  // `progress`: show the line (only ever on a terminal).
  explicit Console(bool progress);

  // "quotary-index: PATH: REASON", and counts it.
  void problem(const SourceProblem& problem);
  void message(const std::string& text);

  bool shows_progress() const { return progress_; }

  // Replaces the line of progress; at most ten times a second. clear() takes it away.
  void progress(const std::string& line);
  void clear();

  size_t skipped() const { return skipped_; }
  size_t warnings() const { return warnings_; }

 private:
  void clear_locked();

  std::mutex mutex_;
  bool progress_;
  bool shown_ = false;
  int64_t last_shown_ = 0;
  size_t skipped_ = 0;
  size_t warnings_ = 0;
};

}  // namespace quotary
