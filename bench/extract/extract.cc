#include "bench/extract/extract.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "bench/ingest/stages.h"
#include "bench/measure/median.h"
#include "common/base/error.h"
#include "indexer/extract/tagger/model_file.h"

namespace quotary::bench {
namespace {

constexpr double kMega = 1e6;

ExtractRow measure_row(const char* how, const std::filesystem::path& source, unsigned runs,
                       const TaggerModel* model) {
  std::vector<double> read, parse, extract;
  ExtractRow row;
  row.how = how;
  for (unsigned run = 0; run < runs; ++run) {
    const StageTimes times = measure_stages(source, model);
    read.push_back(times.read);
    parse.push_back(times.parse);
    extract.push_back(times.extract);
    row.statements = times.statements;
  }
  row.read = median(read);
  row.parse = median(parse);
  row.extract = median(extract);
  return row;
}

double rate(const ExtractReport& report, double seconds) {
  return seconds > 0 ? static_cast<double>(report.bytes) / kMega / seconds : 0;
}

}  // namespace

ExtractReport measure_extract(const std::filesystem::path& source, unsigned runs) {
  ExtractReport report;
  report.source = source;
  report.runs = runs;
  const StageTimes warm = measure_stages(source, nullptr);
  if (warm.articles == 0)
    throw Error(ErrorKind::input, fmt::format("{}: no articles", source.string()));
  report.files = warm.files;
  report.bytes = warm.bytes;
  report.articles = warm.articles;
  report.rows.push_back(measure_row("rules", source, runs, nullptr));
  if (const auto file = find_model())
    report.rows.push_back(measure_row("model", source, runs, load_model(*file).get()));
  return report;
}

std::string extract_text(const ExtractReport& report) {
  std::string text =
      fmt::format("{}: {} files, {:.1f} MB, {} articles; one core, medians of {} runs\n\n",
                  report.source.string(), report.files, static_cast<double>(report.bytes) / kMega,
                  report.articles, report.runs);
  text += fmt::format("{:<8} {:>12} {:>12} {:>12} {:>14} {:>12}\n", "how", "read MB/s",
                      "parse MB/s", "extract MB/s", "all three MB/s", "statements");
  for (const ExtractRow& row : report.rows) {
    text += fmt::format("{:<8} {:>12.1f} {:>12.1f} {:>12.1f} {:>14.1f} {:>12}\n", row.how,
                        rate(report, row.read), rate(report, row.parse), rate(report, row.extract),
                        rate(report, row.read + row.parse + row.extract), row.statements);
  }
  return text;
}

std::string extract_json(const ExtractReport& report) {
  nlohmann::ordered_json json = {{"source", report.source.string()},
                                 {"runs", report.runs},
                                 {"files", report.files},
                                 {"bytes", report.bytes},
                                 {"articles", report.articles}};
  for (const ExtractRow& row : report.rows) {
    json["rows"].push_back({{"how", row.how},
                            {"read_seconds", row.read},
                            {"parse_seconds", row.parse},
                            {"extract_seconds", row.extract},
                            {"extract_megabytes_per_second", rate(report, row.extract)},
                            {"statements", row.statements}});
  }
  return json.dump(2) + "\n";
}

}  // namespace quotary::bench
