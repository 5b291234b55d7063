#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "bench/chart/bar_chart.h"
#include "bench/scale/scale.h"

namespace quotary::bench {
namespace {

constexpr double kMega = 1e6;

double megabytes(const ScaleRow& row) { return static_cast<double>(row.bytes) / kMega; }
double seconds_a_megabyte(const ScaleRow& row) { return row.wall_seconds / megabytes(row); }
double cpu_a_megabyte(const ScaleRow& row) { return row.cpu_seconds / megabytes(row); }

}  // namespace

std::string scale_text(const ScaleReport& report) {
  std::string text =
      fmt::format("synthetic archives, -j {}, medians of {} runs\n\n", report.jobs, report.runs);
  text += fmt::format("{:>6} {:>8} {:>11} {:>8} {:>8} {:>6} {:>9} {:>9} {:>9} {:>8} {:>9} {:>14}\n",
                      "MB", "files", "statements", "wall s", "cpu s", "MB/s", "x wall/MB",
                      "x cpu/MB", "memory MB", "index MB", "again s", "answers right");
  for (const ScaleRow& row : report.rows) {
    text += fmt::format(
        "{:>6.0f} {:>8} {:>11} {:>8.1f} {:>8.1f} {:>6.2f} {:>9.2f} {:>9.2f} {:>9.0f} {:>8.0f} "
        "{:>9.2f} {:>14}\n",
        megabytes(row), row.files, row.statements, row.wall_seconds, row.cpu_seconds,
        megabytes(row) / row.wall_seconds,
        seconds_a_megabyte(row) / seconds_a_megabyte(report.rows.front()),
        cpu_a_megabyte(row) / cpu_a_megabyte(report.rows.front()), row.peak_memory / kMega,
        row.index_size / kMega, row.unchanged_seconds,
        fmt::format("{} of {}", row.right, row.answers));
  }
  return text;
}

std::string scale_json(const ScaleReport& report) {
  nlohmann::ordered_json json = {{"runs", report.runs}, {"jobs", report.jobs}};
  for (const ScaleRow& row : report.rows) {
    json["sizes"].push_back({{"bytes", row.bytes},
                             {"files", row.files},
                             {"statements", row.statements},
                             {"wall_seconds", row.wall_seconds},
                             {"cpu_seconds", row.cpu_seconds},
                             {"peak_memory", row.peak_memory},
                             {"index_size", row.index_size},
                             {"unchanged_seconds", row.unchanged_seconds},
                             {"answers", row.answers},
                             {"answers_right", row.right}});
  }
  return json.dump(2) + "\n";
}

std::string scale_chart(const ScaleReport& report) {
  BarChart chart;
  chart.title = "Time to index a MB, by the size of the archive";
  chart.note =
      fmt::format("synthetic archives, {} threads, medians of {} runs", report.jobs, report.runs);
  for (const ScaleRow& row : report.rows)
    chart.bars.push_back({fmt::format("{:.0f} MB", megabytes(row)), seconds_a_megabyte(row),
                          fmt::format("{:.3f} s a MB, {:.0f} MB of memory", seconds_a_megabyte(row),
                                      row.peak_memory / kMega),
                          true});
  return bar_chart(chart);
}

}  // namespace quotary::bench
