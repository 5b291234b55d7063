#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "bench/chart/bar_chart.h"
#include "bench/ingest/ingest.h"

namespace quotary::bench {
namespace {

constexpr double kMega = 1e6;

double megabytes(const IngestReport& report) {
  return static_cast<double>(report.stages.bytes) / kMega;
}

std::string builder_row(const IngestReport& report, const BuilderResult& builder) {
  const double wall = builder.wall_seconds;
  return fmt::format(
      "{:<20} {:>8.2f} {:>8.2f} {:>8.2f} {:>10.0f} {:>12} {:>9.0f} {:>9.1f} {:>7.2f} {:>7.2f}\n",
      builder.name, wall, builder.cpu_seconds, megabytes(report) / wall,
      static_cast<double>(report.stages.articles) / wall,
      builder.finds_statements
          ? fmt::format("{:.0f}", static_cast<double>(report.stages.statements) / wall)
          : "-",
      builder.peak_memory / kMega, builder.index_size / kMega, builder.ratio, builder.cpu_ratio);
}

std::string stage_row(const IngestReport& report, const char* name, double seconds, double all) {
  return fmt::format("{:<20} {:>8.2f} {:>8.1f} {:>7.1f} %\n", name, seconds,
                     seconds > 0 ? megabytes(report) / seconds : 0, 100 * seconds / all);
}

double all_stages(const IngestReport& report) {
  const StageTimes& stages = report.stages;
  return stages.read + stages.parse + stages.extract + report.index_seconds;
}

}  // namespace

std::string ingest_text(const IngestReport& report) {
  const StageTimes& stages = report.stages;
  std::string text =
      fmt::format("{}: {} files, {:.1f} MB, {} articles, {} statements; medians of {} runs\n\n",
                  report.source.string(), stages.files, megabytes(report), stages.articles,
                  stages.statements, report.runs);
  text += fmt::format("{:<20} {:>8} {:>8} {:>8} {:>10} {:>12} {:>9} {:>9} {:>7} {:>7}\n", "build",
                      "wall s", "cpu s", "MB/s", "articles/s", "statements/s", "memory MB",
                      "index MB", "x raw", "x cpu");
  for (const BuilderResult& builder : report.builders) text += builder_row(report, builder);
  if (!report.absent.empty())
    text += fmt::format("not installed: {}\n", fmt::join(report.absent, ", "));
  const double all = all_stages(report);
  text +=
      fmt::format("\n{:<20} {:>8} {:>8} {:>9}\n", "stage, one thread", "cpu s", "MB/s", "share");
  text += stage_row(report, "read", stages.read, all);
  text += stage_row(report, "parse", stages.parse, all);
  text += stage_row(report, "extract", stages.extract, all);
  text += stage_row(report, "invert and write", report.index_seconds, all);
  return text;
}

std::string ingest_json(const IngestReport& report) {
  const StageTimes& stages = report.stages;
  nlohmann::ordered_json json;
  json["source"] = report.source.string();
  json["runs"] = report.runs;
  json["jobs"] = report.jobs;
  json["files"] = stages.files;
  json["bytes"] = stages.bytes;
  json["articles"] = stages.articles;
  json["statements"] = stages.statements;
  json["stages_seconds"] = {{"read", stages.read},
                            {"parse", stages.parse},
                            {"extract", stages.extract},
                            {"index", report.index_seconds}};
  for (const BuilderResult& builder : report.builders) {
    json["builds"].push_back({{"name", builder.name},
                              {"wall_seconds", builder.wall_seconds},
                              {"cpu_seconds", builder.cpu_seconds},
                              {"peak_memory", builder.peak_memory},
                              {"index_size", builder.index_size},
                              {"megabytes_per_second", megabytes(report) / builder.wall_seconds},
                              {"times_as_fast_as_raw", builder.ratio},
                              {"times_as_fast_as_raw_cpu", builder.cpu_ratio}});
  }
  return json.dump(2) + "\n";
}

std::string ingest_chart(const IngestReport& report) {
  BarChart chart;
  chart.title = fmt::format("Building an index of {:.0f} MB of news", megabytes(report));
  chart.note =
      fmt::format("MB of text a second, medians of {} runs; raw: plain Xapian", report.runs);
  for (const BuilderResult& builder : report.builders) {
    const double rate = megabytes(report) / builder.wall_seconds;
    chart.bars.push_back({builder.name, rate,
                          fmt::format("{:.1f} MB/s, {:.1f} x raw", rate, builder.ratio),
                          builder.finds_statements});
  }
  return bar_chart(chart);
}

}  // namespace quotary::bench
