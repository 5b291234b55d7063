#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tests/cli/program.h"
#include "tests/indexer/index/folder.h"

namespace quotary {

// All that a reader sees of an index: every live article and statement with its record, terms,
// positions and values, in an order that does not depend on how the index came about; what names
// versions of files is left out. Equal texts: equal indexes.
std::string content_of_index(const std::filesystem::path& index);

// What is wrong with an index, by quotary-index --check's own function; empty for a sound one.
std::string problems_of_index(const std::filesystem::path& index);

// The number of an environment variable, for how long a test is to go on.
size_t from_environment(const char* name, size_t otherwise);

// A folder with news and an index, and what is done to it:
//   build    `files` articles are indexed
//   update   a third of the files changes, some are new; indexed
//   prune    a third is removed; indexed with --prune
//   compact  all segments into one
// Each step begins where the one before ended. The content after each is taken from a run that
// nothing disturbed.
class Trial {
 public:
  static constexpr size_t kSteps = 4;

  Trial(const TestFolder& folder, size_t files);

  // The name of a step, and the arguments of quotary-index for it.
  static std::string name(size_t step);
  std::vector<std::string> arguments(size_t step) const;

  // Puts the news into the state of a step and the index to where it is before it, undisturbed.
  void prepare(size_t step);

  // The contents that an index may have while a step is at work or once it was cut short: before
  // it, after it, and between its publishings. An index without a manifest counts as "".
  const std::set<std::string>& allowed(size_t step) const { return allowed_[step]; }
  const std::string& before(size_t step) const { return before_[step]; }
  const std::string& after(size_t step) const { return after_[step]; }

  // The content now; "" where nothing is published yet.
  std::string content() const;
  std::filesystem::path index() const { return index_; }
  std::filesystem::path folder() const { return folder_; }

  // Milliseconds that the undisturbed step took.
  double milliseconds(size_t step) const { return milliseconds_[step]; }

 private:
  void write_news(size_t step);
  void save(size_t step) const;

  std::filesystem::path folder_;
  std::filesystem::path news_;
  std::filesystem::path index_;
  size_t files_;
  std::set<std::string> allowed_[kSteps];
  std::string before_[kSteps];
  std::string after_[kSteps];
  double milliseconds_[kSteps] = {};
};

}  // namespace quotary
