#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "bench/query/query.h"

namespace quotary::bench {
namespace {

std::string text_row(const QueryRow& row) {
  return fmt::format("{:<32} {:>9} {:>10.0f} {:>10.0f} {:>10.0f} {:>10.0f} {:>8.2f}\n", row.name,
                     row.total, row.ours_p50, row.ours_p95, row.plain_p50, row.plain_p95,
                     row.ratio);
}

nlohmann::ordered_json json_row(const QueryRow& row) {
  return {{"name", row.name},
          {"query", row.query},
          {"total", row.total},
          {"ours_p50_us", row.ours_p50},
          {"ours_p95_us", row.ours_p95},
          {"plain_p50_us", row.plain_p50},
          {"plain_p95_us", row.plain_p95},
          {"ratio", row.ratio}};
}

}  // namespace

std::string query_text(const QueryReport& report) {
  std::string text =
      fmt::format("{}: {} statements in {} segments, {} runs; microseconds\n\n",
                  report.index.string(), report.statements, report.segments, report.runs);
  text += fmt::format("{:<32} {:>9} {:>10} {:>10} {:>10} {:>10} {:>8}\n", "query", "found",
                      "ours p50", "p95", "plain p50", "p95", "x plain");
  for (const QueryRow& row : report.queries) text += text_row(row);
  for (const QueryRow& row : report.processes) text += text_row(row);
  return text;
}

std::string query_json(const QueryReport& report) {
  nlohmann::ordered_json json = {{"index", report.index.string()},
                                 {"statements", report.statements},
                                 {"segments", report.segments},
                                 {"runs", report.runs}};
  for (const QueryRow& row : report.queries) json["queries"].push_back(json_row(row));
  for (const QueryRow& row : report.processes) json["processes"].push_back(json_row(row));
  return json.dump(2) + "\n";
}

}  // namespace quotary::bench
