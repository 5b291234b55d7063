#include "bench/ingest/stages.h"

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "indexer/extract/extractor.h"
#include "indexer/index/article_source.h"

namespace quotary::bench {
namespace {

// The processor time of this thread: unlike wall time it stays the same on a machine that is busy
// with other things.
double thread_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

// Adds the processor time from its making to its end.
class Stopwatch {
 public:
  explicit Stopwatch(double& seconds) : seconds_(seconds) {}
  ~Stopwatch() { seconds_ += thread_seconds() - begin_; }
  Stopwatch(const Stopwatch&) = delete;
  Stopwatch& operator=(const Stopwatch&) = delete;

 private:
  double& seconds_;
  double begin_ = thread_seconds();
};

uint64_t read_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  const std::streamoff size = in.tellg();
  if (size <= 0) return 0;
  std::string text(static_cast<size_t>(size), '\0');
  in.seekg(0);
  in.read(text.data(), size);
  return text.size();
}

}  // namespace

StageTimes measure_stages(const std::filesystem::path& source, const TaggerModel* model) {
  StageTimes times;
  const auto ignore = [](const SourceProblem&) {};
  SourceWalk walk(source, ignore);
  while (const auto file = walk.next()) {
    {
      Stopwatch watch(times.read);
      times.bytes += read_bytes(file->path);
    }
    std::vector<Article> articles;
    double read_and_parse = 0, read_again = 0;
    {
      Stopwatch watch(read_and_parse);
      read_articles(
          *file, {}, [&](Article&& article) { articles.push_back(std::move(article)); }, ignore);
    }
    {
      Stopwatch watch(read_again);
      read_bytes(file->path);
    }
    times.parse += std::max(0.0, read_and_parse - read_again);
    {
      Stopwatch watch(times.extract);
      for (const Article& article : articles)
        times.statements += extract_statements(article, model).size();
    }
    times.articles += articles.size();
    ++times.files;
  }
  return times;
}

}  // namespace quotary::bench
