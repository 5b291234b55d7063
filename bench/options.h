#pragma once

#include <filesystem>
#include <string>

#include "bench/ingest/ingest.h"

namespace quotary::bench {

enum class BenchTask { ingest, extract, accuracy, raw_index };

// What quotary-bench was asked to do.
struct BenchOptions {
  BenchTask task = BenchTask::ingest;
  IngestOptions ingest;           // ingest; extract takes its source and runs
  std::filesystem::path raw_out;  // raw-index
  std::filesystem::path shared;   // accuracy: the folder of shared gold
  bool mistakes = false;          // accuracy: list them
  bool json = false;
};

// Options to run with, or a text to print (--help) and end.
struct ParsedBenchOptions {
  BenchOptions options;
  std::string answer;
  bool is_answer = false;
};

// Throws Error (usage) for options that cannot be understood.
ParsedBenchOptions parse_bench_options(int argc, const char* const* argv);

}  // namespace quotary::bench
