#include "bench/ingest/ingest.h"

#include <fmt/format.h>

#include <functional>

#include "bench/measure/child_process.h"
#include "bench/measure/median.h"
#include "common/base/error.h"
#include "indexer/extract/tagger/model_file.h"

namespace quotary::bench {
namespace {

namespace fs = std::filesystem;

// A way to build an index of a source in a folder.
struct Builder {
  std::string name;
  std::function<std::vector<std::string>(const fs::path& out)> command;
};

std::vector<Builder> builders_of(const IngestOptions& options) {
  const std::string source = options.source;
  const auto quotary = [&options, source](unsigned jobs) {
    return Builder{fmt::format("quotary-index -j {}", jobs),
                   [&options, source, jobs](const fs::path& out) {
                     return std::vector<std::string>{
                         options.indexer, "--quiet", "-i", out, "-j", std::to_string(jobs), source};
                   }};
  };
  std::vector<Builder> builders;
  builders.push_back({"raw", [&options, source](const fs::path& out) {
                        return std::vector<std::string>{options.self, "raw-index", source, out};
                      }});
  builders.push_back(quotary(1));
  if (options.jobs > 1) builders.push_back(quotary(options.jobs));
  if (options.peers && is_installed("omindex")) {
    builders.push_back({"omindex", [source](const fs::path& out) {
                          return std::vector<std::string>{
                              "omindex", "--db", out, "--url", "/", "--mime-type=txt:text/plain",
                              source};
                        }});
  }
  return builders;
}

double size_of(const fs::path& folder) {
  double bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += static_cast<double>(entry.file_size());
  }
  return bytes;
}

struct Runs {
  std::vector<double> wall, cpu, memory, size;
};

// One run. quotary-index ends with 1 where it skipped files: the index is there.
void build_once(const Builder& builder, const fs::path& out, Runs& runs) {
  fs::remove_all(out);
  const ChildUsage usage = run_child(builder.command(out));
  if (usage.exit_code > 1)
    throw Error(ErrorKind::index,
                fmt::format("{} ended with {}: {}", builder.name, usage.exit_code, usage.errors));
  runs.wall.push_back(usage.wall_seconds);
  runs.cpu.push_back(usage.cpu_seconds);
  runs.memory.push_back(static_cast<double>(usage.peak_memory));
  runs.size.push_back(size_of(out));
  fs::remove_all(out);
}

std::vector<BuilderResult> measure_builders(const IngestOptions& options) {
  const std::vector<Builder> builders = builders_of(options);
  std::vector<Runs> runs(builders.size());
  fs::create_directories(options.scratch);
  for (unsigned run = 0; run < options.runs; ++run) {
    for (size_t i = 0; i < builders.size(); ++i)
      build_once(builders[i], options.scratch / "quotary-bench-index", runs[i]);
  }
  std::vector<BuilderResult> results;
  for (size_t i = 0; i < builders.size(); ++i) {
    results.push_back({builders[i].name, median(runs[i].wall), median(runs[i].cpu),
                       median(runs[i].memory), median(runs[i].size)});
    results.back().ratio = results.front().wall_seconds / results.back().wall_seconds;
    results.back().cpu_ratio = results.front().cpu_seconds / results.back().cpu_seconds;
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
  report.builders = measure_builders(options);
  const StageTimes& stages = report.stages;
  report.index_seconds =
      std::max(0.0, report.builders[1].cpu_seconds - stages.read - stages.parse - stages.extract);
  return report;
}

}  // namespace quotary::bench
