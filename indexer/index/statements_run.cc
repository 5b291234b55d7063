#include "indexer/index/statements_run.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

#include "common/base/error.h"
#include "indexer/index/ordered_work.h"
#include "indexer/index/statement_rows.h"

namespace quotary {
namespace {

constexpr uint64_t kBatchBytes = uint64_t{256} * 1024;  // of source text in one job
constexpr size_t kBatchFiles = 64;
constexpr size_t kWindowPerThread = 4;

using Batch = std::vector<SourceFile>;

// The files of all sources in batches.
class Batches {
 public:
  Batches(const std::vector<std::string>& sources, Console& console)
      : sources_(sources), console_(console) {}

  std::optional<Batch> next() {
    Batch batch;
    uint64_t bytes = 0;
    while (batch.size() < kBatchFiles && bytes < kBatchBytes) {
      std::optional<SourceFile> file = next_file();
      if (!file) break;
      bytes += file->size;
      batch.push_back(std::move(*file));
    }
    if (batch.empty()) return std::nullopt;
    return batch;
  }

 private:
  std::optional<SourceFile> next_file() {
    for (;;) {
      if (walk_) {
        if (auto file = walk_->next()) return file;
      }
      if (at_ == sources_.size()) return std::nullopt;
      walk_.emplace(sources_[at_++], [this](const SourceProblem& p) { console_.problem(p); });
    }
  }

  const std::vector<std::string>& sources_;
  Console& console_;
  size_t at_ = 0;
  std::optional<SourceWalk> walk_;
};

std::string rows_of(const Batch& batch, const StatementsRun& run, Console& console) {
  std::string rows;
  auto report = [&](const SourceProblem& problem) { console.problem(problem); };
  for (const SourceFile& file : batch) {
    auto visit = [&](Article&& article) {
      append_statement_rows(rows, article.path, article,
                            extract_guarded(run.extract, article, file, console));
    };
    read_articles(file, run.read, visit, report);
  }
  return rows;
}

// Thrown inside where nobody reads our output any more.
struct ClosedPipe {};

void write_rows(const std::string& rows, std::FILE* out) {
  if (std::fwrite(rows.data(), 1, rows.size(), out) == rows.size()) return;
  if (errno == EPIPE) throw ClosedPipe();
  throw Error(ErrorKind::output,
              fmt::format("standard output cannot be written: {}", std::strerror(errno)));
}

}  // namespace

bool write_statements(const StatementsRun& run, Console& console, std::FILE* out) {
  Batches batches(run.sources, console);
  OrderedWork<Batch, std::string> work(run.threads, run.threads * kWindowPerThread);
  try {
    work.run([&] { return batches.next(); },
             [&](const Batch& batch) { return rows_of(batch, run, console); },
             [&](const std::string& rows) { write_rows(rows, out); });
    if (std::fflush(out) != 0) write_rows("\n", out);
  } catch (const ClosedPipe&) {
    return false;
  }
  return true;
}

}  // namespace quotary
