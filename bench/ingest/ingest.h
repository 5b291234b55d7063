#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "bench/ingest/stages.h"

namespace quotary::bench {

struct IngestOptions {
  std::filesystem::path source;
  std::filesystem::path scratch;  // indexes are built below it and removed
  std::filesystem::path indexer;  // quotary-index
  std::filesystem::path self;     // this program, which builds the raw index in a child of its own
  unsigned runs = 3;
  unsigned jobs = 2;
  bool peers = false;  // other search engines too, as far as they are installed
};

// The medians of all runs of one builder.
struct BuilderResult {
  std::string name;
  double wall_seconds = 0;
  double cpu_seconds = 0;
  double peak_memory = 0;  // bytes
  double index_size = 0;   // bytes on disk
  double ratio = 0;        // raw's wall time by this one's: how many times as fast
  double cpu_ratio = 0;    // the same of processor time: steadier where the machine is busy
  bool finds_statements = false;
};

struct IngestReport {
  std::filesystem::path source;
  unsigned runs = 0;
  unsigned jobs = 0;
  StageTimes stages;         // one thread
  double index_seconds = 0;  // a build with one job less the stages before it, processor time
  std::vector<BuilderResult> builders;  // raw first
  std::vector<std::string> absent;      // peers asked for that are not installed
};

// Builds the index of one source by all builders in turn, as often as asked for, each in a process
// of its own, and takes medians. Throws Error (input) where the source holds nothing, Error (index)
// where a builder fails.
IngestReport measure_ingest(const IngestOptions& options);

// As a table for people, as one JSON object, and as a chart (SVG).
std::string ingest_text(const IngestReport& report);
std::string ingest_json(const IngestReport& report);
std::string ingest_chart(const IngestReport& report);

}  // namespace quotary::bench
