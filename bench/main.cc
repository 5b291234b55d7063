// quotary-bench: measures builds, queries, extraction and accuracy.

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>

#include "bench/accuracy/accuracy_table.h"
#include "bench/answers/answers.h"
#include "bench/extract/extract.h"
#include "bench/ingest/ingest.h"
#include "bench/ingest/raw_index.h"
#include "bench/options.h"
#include "bench/synthetic/corpus.h"
#include "common/base/error.h"
#include "indexer/extract/tagger/model_file.h"

namespace quotary::bench {
namespace {

void write_file(const std::filesystem::path& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  out << text;
  out.close();
  if (!out) throw Error(ErrorKind::output, fmt::format("{} cannot be written", path.string()));
}

void run_ingest(const BenchOptions& options) {
  const IngestReport report = measure_ingest(options.ingest);
  fmt::print("{}", options.json ? ingest_json(report) : ingest_text(report));
  if (!options.chart.empty()) write_file(options.chart, ingest_chart(report));
}

void run_query(const BenchOptions& options) {
  const QueryReport report = measure_queries(options.query);
  fmt::print("{}", options.json ? query_json(report) : query_text(report));
}

void run_answers(const BenchOptions& options) {
  const AnswersReport report =
      measure_answers(options.answers.index, read_answer_pairs(options.answers.gold));
  fmt::print("{}", options.json ? answers_json(report) : answers_text(report));
}

void run_scale(const BenchOptions& options) {
  const ScaleReport report = measure_scale(options.scale);
  fmt::print("{}", options.json ? scale_json(report) : scale_text(report));
  if (!options.chart.empty()) write_file(options.chart, scale_chart(report));
}

void run_synthesize(const SynthesizeOptions& options) {
  constexpr uint64_t kMega = 1'000'000;
  const SyntheticSize size = write_synthetic(options.out, options.seed, options.megabytes * kMega);
  write_file(options.out.string() + ".answers.jsonl", answers_json(size.answers));
  fmt::print("{} files, {} bytes, {} statements\n", size.files, size.bytes, size.statements);
}

void run_extract(const BenchOptions& options) {
  const ExtractReport report = measure_extract(options.ingest.source, options.ingest.runs);
  fmt::print("{}", options.json ? extract_json(report) : extract_text(report));
}

void run_accuracy(const BenchOptions& options) {
  using namespace accuracy;
  const auto model_file = find_model();
  const auto model = model_file ? load_model(*model_file) : nullptr;
  std::vector<AccuracyRow> rows;
  std::string mistakes;
  for (const GoldSet& set : gold_sets(QUOTARY_SOURCE_DIR, options.shared)) {
    rows.push_back({set.name, "rules", score_gold_set(set, nullptr)});
    if (model) rows.push_back({set.name, "model", score_gold_set(set, model.get())});
    mistakes += rows.back().scored.mistakes;
  }
  PolnearRun run{options.shared, options.ingest.indexer, options.ingest.scratch,
                 {{"rules", "none"}}};
  if (model_file) run.models.emplace_back("model", model_file->string());
  const auto polnear = score_polnear(run);
  fmt::print("{}", options.json ? accuracy_json(rows, polnear) : accuracy_text(rows, polnear));
  if (options.mistakes) fmt::print("\n{}", mistakes);
}

void run(const BenchOptions& options) {
  switch (options.task) {
    case BenchTask::ingest:
      return run_ingest(options);
    case BenchTask::extract:
      return run_extract(options);
    case BenchTask::query:
      return run_query(options);
    case BenchTask::scale:
      return run_scale(options);
    case BenchTask::synthesize:
      return run_synthesize(options.synthesize);
    case BenchTask::answers:
      return run_answers(options);
    case BenchTask::accuracy:
      return run_accuracy(options);
    case BenchTask::raw_index:
      return build_raw_index(options.ingest.source, options.raw_out);
  }
}

int main_with_errors(int argc, char** argv) {
  try {
    const ParsedBenchOptions parsed = parse_bench_options(argc, argv);
    if (parsed.is_answer) {
      fmt::print("{}", parsed.answer);
    } else {
      run(parsed.options);
    }
    return 0;
  } catch (const Error& error) {
    fmt::print(stderr, "quotary-bench: {}\n", error.what());
    if (!error.hint().empty()) fmt::print(stderr, "  hint: {}\n", error.hint());
  } catch (const std::exception& error) {
    fmt::print(stderr, "quotary-bench: {}\n", error.what());
  }
  return 2;
}

}  // namespace
}  // namespace quotary::bench

int main(int argc, char** argv) { return quotary::bench::main_with_errors(argc, argv); }
