#include "bench/query/query.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <variant>

#include "bench/measure/child_process.h"
#include "bench/query/index_words.h"
#include "common/base/error.h"
#include "common/store/index_reader.h"
#include "common/store/schema.h"
#include "query/language/parser.h"
#include "query/search/compiler.h"
#include "query/search/searcher.h"

namespace quotary::bench {
namespace {

constexpr Date kToday{std::chrono::year{2024}, std::chrono::month{12}, std::chrono::day{31}};
constexpr uint64_t kHits = 10;

struct Question {
  std::string name;
  std::string query;
  SortBy sort = SortBy::automatic;
  bool facet = false;
  bool timeline = false;
  bool show = false;  // read the hits too
};

std::vector<Question> questions_of(const IndexWords& w) {
  const std::string speaker = fmt::format("by:\"{}\"", w.speaker);
  return {
      {"rare word", w.rare},
      {"common word", w.common},
      {"very common word", w.very_common},
      {"AND of two", w.common + " " + w.very_common},
      {"OR of four", fmt::format("{}", fmt::join(w.others, " OR "))},
      {"phrase", "\"" + w.phrase + "\""},
      {"speaker, topic", speaker + " " + w.very_common},
      {"word, three years", fmt::format("{} when:{}..{}", w.common, w.year - 2, w.year)},
      {"newest first", w.common, SortBy::newest},
      {"all of a speaker, newest", speaker, SortBy::newest},
      {"speakers of a common word", w.common, SortBy::automatic, true},
      {"speakers of a very common word", w.very_common, SortBy::automatic, true},
      {"timeline of a common word", w.common, SortBy::automatic, false, true},
      {"ten hits of a common word, shown", w.common, SortBy::automatic, false, false, true},
  };
}

Node tree_of(const std::string& query) {
  auto parsed = parse_query(query, kToday);
  if (const auto* error = std::get_if<QueryError>(&parsed))
    throw Error(ErrorKind::internal, fmt::format("{}: {}", query, error->message));
  return std::get<Node>(std::move(parsed));
}

uint64_t ask_ours(const IndexReader& index, const Question& question) {
  SearchOptions options;
  options.limit = kHits;
  options.sort = question.sort;
  options.timeline = question.timeline;
  if (question.facet) options.facets = {"speaker"};
  Search search(index, tree_of(question.query), options);
  while (question.show && search.next()) {
  }
  return search.head().total;
}

uint64_t ask_plain(const Xapian::Database& database, const Xapian::Query& query,
                   const Question& question) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  if (question.sort == SortBy::newest)
    enquire.set_sort_by_value_then_relevance(static_cast<Xapian::valueno>(Slot::when), true);
  Xapian::ValueCountMatchSpy spy(
      static_cast<Xapian::valueno>(question.timeline ? Slot::when : Slot::speaker));
  if (question.facet || question.timeline) enquire.add_matchspy(&spy);
  const Xapian::MSet found = enquire.get_mset(0, kHits, database.get_doccount());
  for (auto hit = found.begin(); question.show && hit != found.end(); ++hit)
    hit.get_document().get_data();
  if (question.facet) spy.top_values_begin(20);
  return found.get_matches_estimated();
}

double microseconds(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
  return took.count();
}

double quantile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1,
                         static_cast<size_t>(share * static_cast<double>(values.size())))];
}

// The two in turn, after one of each that does not count.
void measure_pair(unsigned runs, const std::function<void()>& ours,
                  const std::function<void()>& plain, QueryRow& row) {
  std::vector<double> our_times, plain_times;
  ours(), plain();
  for (unsigned run = 0; run < runs; ++run) {
    our_times.push_back(microseconds(ours));
    plain_times.push_back(microseconds(plain));
  }
  row.ours_p50 = quantile(our_times, 0.5), row.ours_p95 = quantile(our_times, 0.95);
  row.plain_p50 = quantile(plain_times, 0.5), row.plain_p95 = quantile(plain_times, 0.95);
  row.ratio = row.ours_p50 / row.plain_p50;
}

QueryRow measure_question(const IndexReader& index, const Question& question, unsigned runs) {
  QueryRow row;
  row.name = question.name;
  row.query = question.query;
  const Xapian::Query query = index.live(compile(tree_of(question.query), index, {}));
  measure_pair(
      runs, [&] { row.total = ask_ours(index, question); },
      [&] { ask_plain(index.database(), query, question); }, row);
  return row;
}

// Whole programs, start to end: quotary-query, and one that does nothing but open and search.
QueryRow measure_process(const QueryBenchOptions& options, const IndexReader& index,
                         const std::string& word) {
  QueryRow row;
  row.name = "common word, whole process";
  row.query = word;
  std::vector<std::string> bare = {options.bare, word};
  for (const SegmentEntry& segment : index.manifest().segments)
    bare.push_back(segment_path(options.index, segment.name));
  const std::vector<std::string> ours = {options.query, "-i",      options.index, "--format",
                                         "jsonl",       "--limit", "10",          word};
  measure_pair(
      std::max(5u, options.runs / 2), [&] { run_child(ours); }, [&] { run_child(bare); }, row);
  return row;
}

// Asked first: what is missing is told before anything is measured.
void expect_program(const std::filesystem::path& program) {
  if (std::filesystem::exists(program)) return;
  throw Error(ErrorKind::usage, fmt::format("{} is missing", program.string()),
              "build all programs: cmake --build --preset release");
}

}  // namespace

QueryReport measure_queries(const QueryBenchOptions& options) {
  expect_program(options.query);
  expect_program(options.bare);
  const IndexReader index(options.index);
  const IndexWords words = words_of(index);
  QueryReport report;
  report.index = options.index;
  report.statements = index.manifest().statements();
  report.segments = index.segments().size();
  report.runs = options.runs;
  for (const Question& question : questions_of(words))
    report.queries.push_back(measure_question(index, question, options.runs));
  report.processes.push_back(measure_process(options, index, words.common));
  report.processes.front().total = report.queries[1].total;
  return report;
}

}  // namespace quotary::bench
