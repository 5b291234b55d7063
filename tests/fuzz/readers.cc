#include "common/text/utf8.h"
#include "corpus/reader/reader.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/text_promises.h"

namespace quotary::fuzz {
namespace {

// Small ones, so that a run meets them; what they are does not change what is read.
ReaderLimits small_limits() {
  ReaderLimits limits;
  limits.article_bytes = 1 << 20;
  limits.record_bytes = 1 << 20;
  limits.document_bytes = 1 << 20;
  limits.expanded_bytes = 4 << 20;
  limits.free_expansion_bytes = 64 << 10;
  limits.archive_members = 100;
  return limits;
}

}  // namespace

void read_as(std::string_view format, std::string_view bytes) {
  ReaderOptions options;
  options.format = format;
  options.limits = small_limits();
  auto take = [](Article&& article) { check_article(article); };
  auto hear = [](ReadProblem&& problem) {
    promise(!problem.message.empty(), "a problem says what it is");
  };
  ArticleSink sink{take, hear};
  MemoryStream stream(bytes);
  read_source({stream, "2024/03/source", "source", "2024/03/source", options, sink});
}

}  // namespace quotary::fuzz
