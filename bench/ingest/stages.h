#pragma once

#include <cstdint>
#include <filesystem>

namespace quotary {
struct TaggerModel;
}

namespace quotary::bench {

// What one thread needs for the stages before the index, one after the other over the same files,
// and what it found.
struct StageTimes {
  uint64_t files = 0;
  uint64_t bytes = 0;  // of the files
  uint64_t articles = 0;
  uint64_t statements = 0;
  double read = 0;     // seconds of processor time: files into memory
  double parse = 0;    // files to articles: format, date, headline, dateline, paragraphs
  double extract = 0;  // articles to statements
};

// Measures in this process; files come warm from the second run on.
StageTimes measure_stages(const std::filesystem::path& source, const TaggerModel* model);

}  // namespace quotary::bench
