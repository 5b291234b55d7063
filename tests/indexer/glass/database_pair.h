#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "indexer/glass/inverter.h"
#include "indexer/glass/merge_runs.h"

namespace quotary::glass {

// One occurrence of a term, as Token, with its own copy of the term.
struct OwnedToken {
  std::string term;
  uint32_t wdf = 1;
  uint32_t position = no_position;
};

struct TestDocument {
  std::vector<OwnedToken> tokens;
  std::map<uint32_t, std::string> values;
  std::string data;
  uint32_t gap = 0;  // ids left out before it
};

// The documents of a test, made one after another; the same ones whenever it is asked.
struct TestCorpus {
  uint32_t documents = 0;
  std::function<TestDocument(uint32_t index)> document;  // index from 0
};

// Adds a document to an inverter.
void add_to(Inverter& inverter, const TestDocument& document);

enum class Termlists { none, kept };

// Writes the corpus to `folder` through this project's writer: `batches` inverters of their own,
// each with runs of `run_bytes`.
void write_directly(const TestCorpus& corpus, const std::filesystem::path& folder, uint32_t batches,
                    size_t run_bytes, const MergeOptions& options,
                    Termlists termlists = Termlists::kept);

// Writes the same through Xapian's API.
void write_through_library(const TestCorpus& corpus, const std::filesystem::path& folder,
                           const std::map<std::string, std::string>& metadata = {},
                           Termlists termlists = Termlists::kept);

// Compacts a database with Xapian.
void compact(const std::filesystem::path& from, const std::filesystem::path& to);

// What is different in the files of two databases, the UUID apart; empty if nothing is.
std::string different_bytes(const std::filesystem::path& a, const std::filesystem::path& b);

// What is different in the answers of the API, over terms, frequencies, positions, values, metadata
// and queries; empty if nothing is.
std::string different_answers(const std::filesystem::path& a, const std::filesystem::path& b);

// How many errors Xapian's own check finds.
size_t check_errors(const std::filesystem::path& folder);

// A folder for a test's files, empty at first and removed with this object.
class TestFolder {
 public:
  TestFolder();
  ~TestFolder();
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace quotary::glass
