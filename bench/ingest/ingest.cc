#include "bench/ingest/ingest.h"

#include <fmt/format.h>

#include "bench/ingest/builders.h"
#include "bench/measure/median.h"
#include "common/base/error.h"
#include "indexer/extract/tagger/model_file.h"

namespace quotary::bench {
namespace {

namespace fs = std::filesystem;

std::vector<Builder> builders_of(const IngestOptions& options, IngestReport& report) {
  std::vector<Builder> builders = {raw_builder(options.self, options.source),
                                   quotary_builder(options.indexer, options.source, 1)};
  if (options.jobs > 1)
    builders.push_back(quotary_builder(options.indexer, options.source, options.jobs));
  if (!options.peers) return builders;
  Peers peers = installed_peers(options.source);
  report.absent = peers.absent;
  builders.insert(builders.end(), peers.builders.begin(), peers.builders.end());
  return builders;
}

double median_of(const std::vector<BuildUsage>& runs, double BuildUsage::*figure) {
  std::vector<double> values;
  values.reserve(runs.size());
  for (const BuildUsage& run : runs) values.push_back(run.*figure);
  return median(values);
}

std::vector<BuilderResult> measure_builders(const IngestOptions& options,
                                            const std::vector<Builder>& builders) {
  std::vector<std::vector<BuildUsage>> runs(builders.size());
  const fs::path out = options.scratch / "quotary-bench-index";
  for (unsigned run = 0; run < options.runs; ++run)
    for (size_t i = 0; i < builders.size(); ++i) runs[i].push_back(build_index(builders[i], out));
  fs::remove_all(out);
  std::vector<BuilderResult> results;
  for (size_t i = 0; i < builders.size(); ++i) {
    BuilderResult result;
    result.name = builders[i].name;
    result.finds_statements = builders[i].finds_statements;
    result.wall_seconds = median_of(runs[i], &BuildUsage::wall_seconds);
    result.cpu_seconds = median_of(runs[i], &BuildUsage::cpu_seconds);
    result.peak_memory = median_of(runs[i], &BuildUsage::peak_memory);
    result.index_size = median_of(runs[i], &BuildUsage::index_size);
    results.push_back(result);
    results.back().ratio = results.front().wall_seconds / result.wall_seconds;
    results.back().cpu_ratio = results.front().cpu_seconds / result.cpu_seconds;
  }
  return results;
}

}  // namespace

IngestReport measure_ingest(const IngestOptions& options) {
  IngestReport report;
  report.source = options.source;
  report.runs = options.runs;
  report.jobs = options.jobs;
  const auto model_file = find_model();
  const auto model = model_file ? load_model(*model_file) : nullptr;
  report.stages = measure_stages(options.source, model.get());
  if (report.stages.articles == 0)
    throw Error(ErrorKind::input, fmt::format("{}: no articles", options.source.string()));
  report.builders = measure_builders(options, builders_of(options, report));
  const StageTimes& stages = report.stages;
  report.index_seconds =
      std::max(0.0, report.builders[1].cpu_seconds - stages.read - stages.parse - stages.extract);
  return report;
}

}  // namespace quotary::bench
