#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace quotary::bench {

struct ScaleOptions {
  std::vector<uint64_t> megabytes = {100, 300, 1000};
  uint64_t seed = 1;
  unsigned runs = 1;
  unsigned jobs = 2;
  std::filesystem::path scratch;  // corpora and indexes are made below it and removed
  std::filesystem::path indexer;  // quotary-index
};

// One size of the synthetic archive (bench/synthetic); times are medians of the runs.
struct ScaleRow {
  uint64_t files = 0;
  uint64_t bytes = 0;
  uint64_t statements = 0;  // written by the generator
  double wall_seconds = 0;
  double cpu_seconds = 0;
  double peak_memory = 0;        // bytes
  double index_size = 0;         // bytes
  double unchanged_seconds = 0;  // wall time of a second run, nothing changed
  uint64_t answers = 0;  // questions "what did SPEAKER say about TOPIC" whose answer is known
  uint64_t right = 0;    // those of which the index has just as many statements
};

struct ScaleReport {
  unsigned runs = 0;
  unsigned jobs = 0;
  std::vector<ScaleRow> rows;  // the first is what the others are compared with
};

// Writes archives of the sizes asked for, indexes them in processes of their own, and asks each
// index what the generator knows. Throws Error{index} where a build fails, Error{output} where
// there is no room.
ScaleReport measure_scale(const ScaleOptions& options);

// As a table, as one JSON object, and as a chart (SVG) of time a MB.
std::string scale_text(const ScaleReport& report);
std::string scale_json(const ScaleReport& report);
std::string scale_chart(const ScaleReport& report);

}  // namespace quotary::bench
