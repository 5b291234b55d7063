#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "bench/ingest/ingest.h"
#include "bench/query/query.h"
#include "bench/scale/scale.h"

namespace quotary::bench {

enum class BenchTask { ingest, extract, query, scale, accuracy, answers, synthesize, raw_index };

// A folder to write a synthetic archive to, and its answers beside it (OUT.answers.jsonl).
struct SynthesizeOptions {
  std::filesystem::path out;
  uint64_t megabytes = 100;
  uint64_t seed = 1;
};

// An index of the corpus that a gold file of answers is about.
struct AnswersOptions {
  std::filesystem::path index;
  std::filesystem::path gold;  // default: bench/answers/wire.jsonl
};

// What quotary-bench was asked to do.
struct BenchOptions {
  BenchTask task = BenchTask::ingest;
  IngestOptions ingest;  // ingest; extract takes its source and runs
  QueryBenchOptions query;
  ScaleOptions scale;
  SynthesizeOptions synthesize;
  AnswersOptions answers;
  std::filesystem::path raw_out;  // raw-index
  std::filesystem::path shared;   // accuracy: the folder of shared gold
  bool mistakes = false;          // accuracy: list them
  bool json = false;
  std::filesystem::path chart;  // ingest, scale: an SVG to write; empty: none
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
