#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace quotary::bench {

struct QueryBenchOptions {
  std::filesystem::path index;
  std::filesystem::path query;  // quotary-query
  std::filesystem::path bare;   // quotary-bench-bare, beside it
  unsigned runs = 50;           // of each query, ours and plain Xapian's in turn
};

// One query: times of ours and of the baseline, in microseconds.
struct QueryRow {
  std::string name;
  std::string query;
  uint64_t total = 0;  // statements found
  double ours_p50 = 0, ours_p95 = 0;
  double plain_p50 = 0, plain_p95 = 0;
  double ratio = 0;  // of the p50s: ours by plain
};

struct QueryReport {
  std::filesystem::path index;
  uint64_t statements = 0;
  uint64_t segments = 0;
  unsigned runs = 0;
  std::vector<QueryRow> queries;    // in the process
  std::vector<QueryRow> processes;  // whole processes, wall time
};

// Asks an index what people ask: frequent and rare words, AND, OR, a phrase, a speaker's
// statements, years, newest first, facets, a timeline. The words are taken from the index, by how
// many statements have them.
//
// Ours is all from the text of the query to the order of ten hits, total and counts. The baseline is
// what anyone would write with Xapian: the same Xapian query, ready made, the same order, an exact
// total; for facets a ValueCountMatchSpy. One row shows ten hits too: passage, marks and place from
// the article's stored text, beside the mere data of ten documents. Throws Error{index}.
QueryReport measure_queries(const QueryBenchOptions& options);

std::string query_text(const QueryReport& report);
std::string query_json(const QueryReport& report);

}  // namespace quotary::bench
