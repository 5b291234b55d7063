#include "indexer/index/article_source.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>

#include "common/base/error.h"
#include "common/store/disk.h"
#include "common/store/hash.h"
#include "corpus/reader/reader.h"

namespace quotary {
namespace {

// Files up to this size are read in one piece, and so hashed; larger ones are streams.
constexpr uint64_t kInOnePiece = uint64_t{64} << 20;

// The bytes of a file; throws Error{input} where it cannot be read.
std::string read_bytes(const SourceFile& file) {
  FileHandle handle(::open(file.path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!handle.is_open()) throw Error(ErrorKind::input, std::strerror(errno));
  std::string bytes;
  bytes.reserve(file.size);
  char buffer[1 << 16];
  for (;;) {
    ssize_t size = ::read(handle.get(), buffer, sizeof buffer);
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) throw Error(ErrorKind::input, std::strerror(errno));
    if (size == 0 || bytes.size() > kInOnePiece) return bytes;
    bytes.append(buffer, static_cast<size_t>(size));
  }
}

// What a pipe holds is not known before it is read: its size is 0.
bool is_in_one_piece(const SourceFile& file) {
  return file.size > 0 && file.size <= kInOnePiece;
}

// Articles of next year exist (time zones, magazines); those of the next century do not.
BelievableDates believable_now() {
  BelievableDates dates;
  auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  dates.last = add_days(Date(today), 366);
  return dates;
}

std::string describe(const ReadProblem& problem) {
  std::string text = problem.place.empty() ? "" : problem.place + ": ";
  text += problem.message;
  return problem.hint.empty() ? text : text + " (" + problem.hint + ")";
}

}  // namespace

ReadResult read_articles(const SourceFile& file, const ReadOptions& options,
                         const VisitArticle& visit, const ReportProblem& report) {
  ReadResult result;
  ReaderOptions reading;
  reading.format = options.format;
  reading.language = options.language;
  reading.believable = believable_now();
  if (options.most_article_bytes > 0) {
    ReaderLimits& limits = reading.limits;
    limits.article_bytes = options.most_article_bytes;
    limits.record_bytes = std::max(limits.record_bytes, 2 * options.most_article_bytes);
    limits.document_bytes = std::max(limits.document_bytes, 2 * options.most_article_bytes);
  }
  ArticleSink sink{
      visit, [&](ReadProblem&& problem) {
        result.skipped = result.skipped || problem.skipped;
        // Within an archive the path is longer than the file's.
        size_t own = std::min(problem.path.size(), file.relative.size());
        report({file.path.string() + problem.path.substr(own), describe(problem), problem.skipped});
      }};
  // A file that was named itself: the folders on its way may tell its date.
  bool named = file.relative.find('/') == std::string::npos;
  std::string date_path = named ? file.path.string() : file.relative;
  std::string name = file.path.filename().string();
  try {
    if (is_in_one_piece(file)) {
      std::string content = read_bytes(file);
      result.hash = stable_hash(content);
      MemoryStream bytes(content);
      read_source({bytes, file.relative, name, date_path, reading, sink});
    } else {
      FileStream bytes(file.path.string());
      read_source({bytes, file.relative, name, date_path, reading, sink});
    }
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) throw;
    sink.problem({file.relative, "", true, error.what(), error.hint()});
  }
  return result;
}

uint64_t hash_file(const SourceFile& file) {
  try {
    return is_in_one_piece(file) ? stable_hash(read_bytes(file)) : 0;
  } catch (const Error&) {
    return 0;
  }
}

}  // namespace quotary
