#include "indexer/index/article_source.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "common/base/error.h"
#include "common/store/disk.h"
#include "common/store/hash.h"
#include "common/text/utf8.h"
#include "corpus/article/article_parser.h"

namespace quotary {
namespace {

constexpr uint64_t kMaxFileBytes = uint64_t{1} << 30;

// Text files hold no NUL; pictures, archives and programs do, near their beginning.
bool looks_binary(std::string_view content) {
  return content.substr(0, 8192).find('\0') != content.npos;
}

}  // namespace

ReadResult read_articles(const SourceFile& file, const ReadOptions& options,
                         const VisitArticle& visit, const ReportProblem& report) {
  auto skip = [&](std::string reason) {
    report({file.path.string(), std::move(reason)});
    return ReadResult{true, 0};
  };
  if (file.size > kMaxFileBytes) return skip(fmt::format("larger than {} bytes", kMaxFileBytes));
  std::optional<std::string> content;
  try {
    content = read_whole_file(file.path);
  } catch (const Error& error) {
    return skip(error.what());
  }
  if (!content) return skip("the file is gone");
  if (content->empty()) return skip("the file is empty");
  if (looks_binary(*content)) return skip("not a text file");
  uint64_t hash = stable_hash(*content);
  if (size_t repairs = repair_utf8(*content); repairs > 0)
    report(
        {file.path.string(), fmt::format("{} invalid UTF-8 sequences replaced", repairs), false});
  Article article = parse_article(std::move(*content), file.relative);
  if (!options.language.empty()) article.language = options.language;
  visit(std::move(article));
  return {false, hash};
}

uint64_t hash_file(const SourceFile& file) {
  try {
    std::optional<std::string> content = read_whole_file(file.path);
    return content ? stable_hash(*content) : 0;
  } catch (const Error&) {
    return 0;
  }
}

}  // namespace quotary
