#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace quotary {

// An index of the articles of `folder` with the statements of a gold file in the project's form,
// whatever the extractor finds there: what search finds is tested apart from extraction.
void build_gold_index(const std::string& folder, const std::string& gold_file,
                      const std::filesystem::path& index);

// A folder for tests that vanishes with it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// One article for each text, each with one statement: the whole last line, by the speaker given.
struct OneStatement {
  std::string text;
  std::string speaker;
};
void build_small_index(const std::vector<OneStatement>& articles,
                       const std::filesystem::path& index);

// The index of corpus/sample by its gold; built once a process.
const std::filesystem::path& sample_index();

}  // namespace quotary
