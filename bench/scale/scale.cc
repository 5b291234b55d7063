#include "bench/scale/scale.h"

#include "bench/ingest/builders.h"
#include "bench/measure/median.h"
#include "bench/synthetic/corpus.h"
#include "common/store/index_reader.h"
#include "query/language/ast.h"
#include "query/search/searcher.h"

namespace quotary::bench {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t kMostAnswers = 2000;
constexpr uint64_t kMega = 1'000'000;

uint64_t statements_found(const IndexReader& index, const std::string& speaker,
                          const std::string& topic) {
  SearchOptions options;
  options.limit = 1;
  const Node tree = all_of({field_node("by", phrase_node(speaker)), word_node(topic)});
  return Search(index, tree, options).head().total;
}

void check_answers(const fs::path& out, const SyntheticAnswers& answers, ScaleRow& row) {
  const IndexReader index(out);
  for (const auto& [about, count] : answers) {
    if (row.answers == kMostAnswers) return;
    ++row.answers;
    row.right += statements_found(index, about.first, about.second) == count;
  }
}

ScaleRow measure_size(const ScaleOptions& options, uint64_t megabytes) {
  const fs::path source = options.scratch / "quotary-bench-news";
  const fs::path out = options.scratch / "quotary-bench-index";
  fs::remove_all(source);
  const SyntheticSize size = write_synthetic(source, options.seed, megabytes * kMega);
  const Builder builder = quotary_builder(options.indexer, source, options.jobs);
  ScaleRow row;
  row.files = size.files;
  row.bytes = size.bytes;
  row.statements = size.statements;
  std::vector<double> wall, cpu, memory, again;
  for (unsigned run = 0; run < options.runs; ++run) {
    const BuildUsage usage = build_index(builder, out);
    wall.push_back(usage.wall_seconds);
    cpu.push_back(usage.cpu_seconds);
    memory.push_back(usage.peak_memory);
    row.index_size = usage.index_size;
    again.push_back(run_again(builder, out).wall_seconds);
  }
  row.wall_seconds = median(wall);
  row.cpu_seconds = median(cpu);
  row.peak_memory = median(memory);
  row.unchanged_seconds = median(again);
  check_answers(out, size.answers, row);
  fs::remove_all(out);
  fs::remove_all(source);
  return row;
}

}  // namespace

ScaleReport measure_scale(const ScaleOptions& options) {
  fs::create_directories(options.scratch);
  ScaleReport report;
  report.runs = options.runs;
  report.jobs = options.jobs;
  for (const uint64_t megabytes : options.megabytes)
    report.rows.push_back(measure_size(options, megabytes));
  return report;
}

}  // namespace quotary::bench
