#include "indexer/index/index_run.h"

#include <fmt/format.h>

#include <chrono>

#include "common/base/error.h"
#include "common/store/disk.h"
#include "common/store/hash.h"
#include "common/store/terms.h"
#include "indexer/index/document_builder.h"
#include "indexer/index/ordered_work.h"
#include "indexer/index/pool.h"

namespace quotary {
namespace {

constexpr uint64_t kBatchBytes = 2 << 20;  // of files in one job: one part of a segment
constexpr size_t kBatchFiles = 500;
// Of text between two publishings. Segments of this size need no merging for long; a run that is
// killed does this much again at most, or what took this long.
constexpr uint64_t kRoundBytes = 256 << 20;
constexpr auto kRoundTime = std::chrono::seconds(60);
constexpr size_t kWindowPerThread = 2;

// A file to index, and what is known of it.
struct PlannedFile {
  SourceFile file;
  std::string source;
  std::string path;  // under the root of `source`
  std::string key;
  bool replaces = false;
  uint64_t known_hash = 0;  // not 0: unchanged if its bytes have this hash
};

using Batch = std::vector<PlannedFile>;

struct BatchResult {
  std::unique_ptr<FinishedPart> part;  // none where there was nothing to write
  std::vector<FileEntry> files;
  IndexSummary counts;
};

// One source of the run, resolved.
struct RunSource {
  std::filesystem::path path;  // to walk over
  NamedSource named;
};

// Standard input is put into a file of its own, named by its content: the same text a second time
// is unchanged, another one is another article.
RunSource standard_input_as_file(IndexWriter& writer) {
  const std::filesystem::path folder = writer.new_part_folder();
  std::filesystem::create_directories(folder);
  const std::filesystem::path fresh = folder / "input";
  const std::filesystem::path kept = folder / hash_letters(keep_standard_input(fresh), 13);
  std::filesystem::rename(fresh, kept);
  return {kept, {"-", "", false}};
}

// What all sources hold, as batches of files that are not in the index as they are. Works while
// the writer publishes on another thread: the two touch different parts of what is known of a file.
class Plan {
 public:
  Plan(std::vector<RunSource> sources, IndexWriter& writer, Console& console)
      : sources_(std::move(sources)), writer_(writer), console_(console) {}

  std::optional<Batch> next() {
    Batch batch;
    uint64_t bytes = 0;
    while (batch.size() < kBatchFiles && bytes < kBatchBytes) {
      std::optional<PlannedFile> file = next_file();
      if (!file) break;
      bytes += file->file.size;
      batch.push_back(std::move(*file));
    }
    if (batch.empty()) return std::nullopt;
    return batch;
  }

  uint64_t found() const { return found_; }
  uint64_t unchanged_bytes() const { return unchanged_bytes_; }
  uint64_t unchanged() const { return unchanged_; }
  // What keys begin with where something could not be looked at: --prune leaves it alone.
  const std::vector<std::string>& unseen() const { return unseen_; }

 private:
  void meet(const SourceProblem& problem) {
    if (problem.skipped) unseen_.push_back(sources_[at_].named.key(problem.relative));
    console_.problem(problem);
  }

  std::optional<PlannedFile> next_file() {
    for (;;) {
      if (!walk_ && at_ == sources_.size()) return std::nullopt;
      if (!walk_) walk_.emplace(sources_[at_].path, [this](const SourceProblem& p) { meet(p); });
      std::optional<SourceFile> file = walk_->next();
      if (!file) {
        walk_.reset();
        ++at_;
      } else if (auto planned = plan(std::move(*file))) {
        return planned;
      }
    }
  }

  // nullopt where there is nothing to do about the file.
  std::optional<PlannedFile> plan(SourceFile file) {
    const NamedSource& named = sources_[at_].named;
    PlannedFile planned{std::move(file), named.name, "", "", false, 0};
    planned.path = named.path(planned.file.relative);
    planned.key = named.key(planned.file.relative);
    auto state = writer_.look_up(planned.key, planned.file.size, planned.file.modified);
    if (state == IndexWriter::FileState::repeated) return std::nullopt;
    ++found_;
    if (state == IndexWriter::FileState::unchanged) {
      ++unchanged_;
      unchanged_bytes_ += planned.file.size;
      return std::nullopt;
    }
    planned.replaces = state != IndexWriter::FileState::fresh;
    if (state == IndexWriter::FileState::maybe_changed)
      planned.known_hash = writer_.known_hash(planned.key);
    return planned;
  }

  std::vector<RunSource> sources_;
  IndexWriter& writer_;
  Console& console_;
  size_t at_ = 0;
  std::optional<SourceWalk> walk_;
  // Read for the progress while the walk goes on.
  std::atomic<uint64_t> found_ = 0;
  std::atomic<uint64_t> unchanged_bytes_ = 0;
  uint64_t unchanged_ = 0;
  std::vector<std::string> unseen_;
};

// Works on one batch: reads, extracts, builds documents, writes a part.
class BatchWork {
 public:
  // `documents` makes the documents: it remembers the stems of the words that it has seen.
  BatchWork(const IndexRun& run, IndexWriter& writer, const SegmentBuilder& builder,
            DocumentBuilder& documents, Console& console)
      : run_(run), writer_(writer), builder_(builder), documents_(documents), console_(console) {}

  BatchResult operator()(const Batch& batch) {
    for (const PlannedFile& file : batch) index_file(file);
    if (part_) result_.part = part_->finish();
    return std::move(result_);
  }

 private:
  void index_file(const PlannedFile& file) {
    if (file.known_hash != 0 && hash_file(file.file) == file.known_hash) {
      ++result_.counts.unchanged;
      return;
    }
    FileEntry entry{file.key, file.file.size, file.file.modified, 0, writer_.run_generation()};
    auto visit = [&](Article&& article) { index_article(file, article, entry); };
    auto report = [&](const SourceProblem& problem) { console_.problem(problem); };
    ReadResult read = read_articles(file.file, run_.read, visit, report);
    if (read.skipped && entry.articles == 0) return;
    entry.hash = read.hash;
    (file.replaces ? result_.counts.replaced : result_.counts.added) += 1;
    result_.counts.articles += entry.articles;
    result_.counts.statements += entry.statements;
    result_.counts.text_bytes += entry.text_bytes;
    result_.files.push_back(std::move(entry));
  }

  void index_article(const PlannedFile& file, const Article& article, FileEntry& entry) {
    std::vector<Statement> statements = extract_guarded(run_.extract, article, file.file, console_);
    // An article in an archive has a longer path than its file.
    std::string inner =
        article.path.substr(std::min(article.path.size(), file.file.relative.size()));
    ArticleOrigin origin{file.source, file.key + inner, file.path + inner,
                         file_version_term(file.key, entry.generation)};
    auto accept = [&](const IndexDocument& document) { part().add(document); };
    if (!documents_.build(article, statements, origin, accept))
      console_.problem({file.file.path.string(),
                        fmt::format("only its first {} words are indexed", kMaxWordsPerDocument),
                        false});
    entry.articles += 1;
    entry.statements += static_cast<uint32_t>(statements.size());
    entry.text_bytes += article.text.size();
    result_.counts.undated += !article.date.has_value();
  }

  SegmentPart& part() {
    if (!part_) part_ = builder_.new_part(writer_.new_part_folder());
    return *part_;
  }

  const IndexRun& run_;
  IndexWriter& writer_;
  const SegmentBuilder& builder_;
  DocumentBuilder& documents_;
  Console& console_;
  std::unique_ptr<SegmentPart> part_;
  BatchResult result_;
};

void add_counts(IndexSummary& sum, const IndexSummary& counts) {
  sum.unchanged += counts.unchanged;
  sum.added += counts.added;
  sum.replaced += counts.replaced;
  sum.articles += counts.articles;
  sum.statements += counts.statements;
  sum.undated += counts.undated;
  sum.text_bytes += counts.text_bytes;
}

// The bytes of all files of the sources: what the time left is reckoned from.
uint64_t total_bytes(const std::vector<RunSource>& sources) {
  uint64_t bytes = 0;
  for (const RunSource& source : sources) {
    SourceWalk walk(source.path, [](const SourceProblem&) {});
    while (auto file = walk.next()) bytes += file->size;
  }
  return bytes;
}

std::string minutes_and_seconds(double seconds) {
  auto whole = static_cast<uint64_t>(seconds);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

// Collects the results of batches and publishes them.
class Publishing {
 public:
  // `expected_bytes`: of all sources; 0 where no progress is shown.
  Publishing(IndexWriter& writer, const SegmentBuilder& builder, Console& console,
             uint64_t expected_bytes)
      : writer_(writer), builder_(builder), console_(console), expected_bytes_(expected_bytes) {}

  void accept(BatchResult result, const Plan& plan) {
    add_counts(sum_, result.counts);
    round_bytes_ += result.counts.text_bytes;
    if (result.part) round_.parts.push_back(std::move(result.part));
    std::move(result.files.begin(), result.files.end(), std::back_inserter(round_.files));
    show_progress(plan);
    const bool full = !round_.parts.empty() && round_.parts.size() >= builder_.max_parts();
    const bool late = std::chrono::steady_clock::now() - published_ >= kRoundTime;
    if (round_bytes_ < kRoundBytes && !full && !late) return;
    publish();
    writer_.merge_where_it_pays();
    published_ = std::chrono::steady_clock::now();
  }

  void publish() {
    if (!round_.files.empty()) writer_.publish(std::exchange(round_, {}));
    round_bytes_ = 0;
  }

  const IndexSummary& sum() const { return sum_; }

 private:
  void show_progress(const Plan& plan) {
    if (expected_bytes_ == 0) return;
    double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
    auto done = static_cast<double>(sum_.text_bytes);
    double left =
        static_cast<double>(expected_bytes_) - static_cast<double>(plan.unchanged_bytes()) - done;
    console_.progress(
        fmt::format("{} files, {} articles, {} statements, {:.1f} MB/s, {} left", plan.found(),
                    sum_.articles, sum_.statements, done / 1e6 / seconds,
                    minutes_and_seconds(done > 0 && left > 0 ? left * seconds / done : 0)));
  }

  IndexWriter& writer_;
  const SegmentBuilder& builder_;
  Console& console_;
  uint64_t expected_bytes_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point published_ = begin_;
  IndexRound round_;
  uint64_t round_bytes_ = 0;
  IndexSummary sum_;
};

// Sources that are there; the others are told, and counted as skipped. Throws where none is.
std::vector<RunSource> resolve_sources(const IndexRun& run, IndexWriter& writer, Console& console) {
  std::vector<RunSource> sources;
  for (const std::string& source : run.sources) {
    std::error_code error;
    if (source == "-") {
      sources.push_back(standard_input_as_file(writer));
    } else if (std::filesystem::exists(source, error)) {
      sources.push_back({source, writer.add_source(source)});
    } else if (run.prune) {
      throw Error(ErrorKind::input, fmt::format("{}: no such file or folder", source),
                  "--prune drops nothing where a whole source is gone (an unmounted disk?); "
                  "nothing was changed");
    } else {
      console.problem({source, "no such file or folder"});
    }
  }
  if (sources.empty())
    throw Error(ErrorKind::input, "no source is there", "check the spelling of the sources");
  return sources;
}

std::vector<std::string> key_prefixes(const std::vector<RunSource>& sources) {
  std::vector<std::string> prefixes;
  for (const RunSource& source : sources)
    if (source.named.is_folder) prefixes.push_back(source.named.key(""));
  return prefixes;
}

// An empty folder is what an unmounted disk looks like.
void refuse_empty_sources(const std::vector<RunSource>& sources, const IndexWriter& writer) {
  for (const RunSource& source : sources) {
    if (!source.named.is_folder) continue;
    SourceWalk walk(source.path, [](const SourceProblem&) {});
    if (!walk.next() && writer.holds(source.named.key("")))
      throw Error(ErrorKind::input,
                  fmt::format("{}: all of its files are gone", source.path.string()),
                  "--prune drops nothing where a whole source is gone (an unmounted disk?); "
                  "nothing was changed");
  }
}

bool is_stopped(const IndexRun& run) { return run.stop && run.stop->load(); }

IndexSummary plan_only(Plan& plan, const IndexRun& run, const std::vector<RunSource>& sources,
                       IndexWriter& writer) {
  IndexSummary summary;
  while (auto batch = plan.next())
    for (const PlannedFile& file : *batch) {
      if (file.known_hash != 0 && hash_file(file.file) == file.known_hash) {
        ++summary.unchanged;
      } else {
        ++(file.replaces ? summary.replaced : summary.added);
      }
    }
  if (run.prune) summary.dropped = writer.count_prunable({key_prefixes(sources), plan.unseen()});
  return summary;
}

}  // namespace

IndexSummary run_index(const IndexRun& run, IndexWriter& writer, const SegmentBuilder& builder,
                       Console& console) {
  std::vector<RunSource> sources = resolve_sources(run, writer, console);
  if (run.prune) refuse_empty_sources(sources, writer);
  Plan plan(sources, writer, console);
  IndexSummary summary;
  if (run.dry_run) {
    summary = plan_only(plan, run, sources, writer);
  } else {
    Publishing publishing(writer, builder, console,
                          console.shows_progress() ? total_bytes(sources) : 0);
    Pool<DocumentBuilder> builders;
    auto index_batch = [&](const Batch& batch) {
      auto documents = builders.take([] { return std::make_unique<DocumentBuilder>(); });
      BatchResult result = BatchWork(run, writer, builder, *documents, console)(batch);
      builders.give_back(std::move(documents));
      return result;
    };
    OrderedWork<Batch, BatchResult> work(run.threads, run.threads * kWindowPerThread);
    work.run([&] { return is_stopped(run) ? std::nullopt : plan.next(); }, index_batch,
             [&](BatchResult result) { publishing.accept(std::move(result), plan); });
    publishing.publish();
    summary = publishing.sum();
    summary.stopped = is_stopped(run);
    if (!summary.stopped && run.prune)
      summary.dropped = writer.prune({key_prefixes(sources), plan.unseen()});
    if (!summary.stopped) run.compact ? writer.merge_all() : writer.merge_where_it_pays();
    writer.publish_names();
  }
  summary.found = plan.found();
  summary.unchanged += plan.unchanged();
  summary.skipped = console.skipped();
  return summary;
}

}  // namespace quotary
