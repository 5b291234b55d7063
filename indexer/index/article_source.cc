#include "indexer/index/article_source.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "common/store/disk.h"
#include "common/store/hash.h"
#include "corpus/article/article_parser.h"

namespace quotary {
namespace {

// Text files hold no NUL; pictures, archives and programs do, near their beginning.
bool looks_binary(std::string_view content) {
  return content.substr(0, 8192).find('\0') != content.npos;
}

std::string too_long() {
  return fmt::format("longer than {} MB, the most that one article may have",
                     kMaxArticleBytes >> 20);
}

// The whole of a file, or why it cannot be had.
struct Content {
  std::string bytes;
  std::string problem;
};

Content read_bounded(const SourceFile& file) {
  Content content;
  FileHandle handle(::open(file.path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!handle.is_open()) return {"", std::strerror(errno)};
  content.bytes.reserve(file.size);
  char buffer[1 << 16];
  for (;;) {
    ssize_t size = ::read(handle.get(), buffer, sizeof buffer);
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return {"", std::strerror(errno)};
    if (size == 0) return content;
    content.bytes.append(buffer, static_cast<size_t>(size));
    if (content.bytes.size() > kMaxArticleBytes) return {"", too_long()};
  }
}

std::string describe(const ArticleWarning& warning) {
  switch (warning.kind) {
    case ArticleWarning::Kind::date_not_believed:
      return fmt::format("the date {} is not believed", warning.detail);
    case ArticleWarning::Kind::text_repaired:
      return fmt::format("invalid UTF-8 replaced ({})", warning.detail);
    case ArticleWarning::Kind::too_many_paragraphs:
      return fmt::format("only its first {} paragraphs are read", kMostParagraphs);
  }
  return warning.detail;
}

std::string problem_with(const Content& content) {
  if (!content.problem.empty()) return content.problem;
  if (content.bytes.empty()) return "the file is empty";
  if (looks_binary(content.bytes)) return "not a text file";
  return {};
}

}  // namespace

ReadResult read_articles(const SourceFile& file, const ReadOptions& options,
                         const VisitArticle& visit, const ReportProblem& report) {
  Content content;
  if (file.size > kMaxArticleBytes) {
    content.problem = too_long();
  } else {
    content = read_bounded(file);
  }
  if (std::string problem = problem_with(content); !problem.empty()) {
    report({file.path.string(), problem});
    return {true, 0};
  }
  uint64_t hash = stable_hash(content.bytes);
  ArticleOptions parsing;
  parsing.language = options.language;
  // A file that was named itself: the folders on its way may tell its date.
  if (file.relative.find('/') == std::string::npos) parsing.date_path = file.path.string();
  ParsedArticle parsed = parse_dated_text(std::move(content.bytes), file.relative, parsing);
  for (const ArticleWarning& warning : parsed.warnings)
    report({file.path.string(), describe(warning), false});
  visit(std::move(parsed.article));
  return {false, hash};
}

uint64_t hash_file(const SourceFile& file) {
  Content content = read_bounded(file);
  return content.problem.empty() ? stable_hash(content.bytes) : 0;
}

}  // namespace quotary
