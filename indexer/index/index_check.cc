#include "indexer/index/index_check.h"

#include <fmt/format.h>
#include <unistd.h>

#include <sstream>

#include "common/base/error.h"
#include "common/store/checksums.h"
#include "common/store/disk.h"
#include "common/store/index_reader.h"
#include "common/store/locked_manifest.h"
#include "common/store/schema.h"
#include "common/store/segment_database.h"
#include "common/store/speaker_names.h"
#include "common/store/terms.h"
#include "common/text/terminal.h"
#include "indexer/index/file_table.h"

namespace quotary {
namespace {

uint64_t bytes_in(const std::filesystem::path& folder) {
  uint64_t bytes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) bytes += entry.file_size();
  return bytes;
}

// Walks over a segment's documents in their order, as articles with their statements.
class SegmentCheck {
 public:
  SegmentCheck(const std::filesystem::path& folder, const SegmentEntry& entry, IndexCheck& result)
      : folder_(folder), entry_(entry), result_(result) {}

  void run() {
    size_t before = result_.problems.size();
    guarded("checksums", [&] {
      for (const std::string& text : checksum_problems(folder_)) problem(text);
    });
    // Xapian trusts what it reads: damaged tables may crash it.
    if (result_.problems.size() > before) return;
    guarded("tables", [&] { check_tables(); });
    guarded("documents", [&] { check_documents(); });
    guarded("files", [&] { check_files(); });
  }

 private:
  void problem(const std::string& text) {
    if (result_.problems.size() < kMaxProblems)
      result_.problems.push_back(fmt::format("{}: {}", folder_.string(), text));
  }

  template <typename Work>
  void guarded(std::string_view part, Work work) {
    try {
      work();
    } catch (const Xapian::Error& error) {
      problem(fmt::format("{}: {}", part, error.get_msg()));
    } catch (const std::exception& error) {
      problem(fmt::format("{}: {}", part, error.what()));
    }
  }

  // Xapian opens the tables for writing, if only to check them: on a disk that can only be read
  // their checksums, which were right, and their documents have to do.
  void check_tables() {
    if (::access((folder_ / "postlist.glass").c_str(), W_OK) != 0) return;
    std::ostringstream told;
    size_t errors = Xapian::Database::check(folder_.string(), 0, &told);
    if (errors > 0) problem(fmt::format("Xapian finds {} errors in its tables", errors));
  }

  void check_documents() {
    Xapian::Database database = open_segment_database(folder_);
    const std::string article_term(kArticleTerm);
    auto article = database.postlist_begin(article_term);
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
      bool is_article = article != database.postlist_end(article_term) && *article == *at;
      if (is_article) ++article;
      guarded(fmt::format("document {}", *at),
              [&] { check_document(*at, database.get_document(*at), is_article); });
    }
    expect_end_of_article();
    if (articles_ != entry_.articles || statements_ != entry_.statements)
      problem(fmt::format("it holds {} articles and {} statements; the manifest says {} and {}",
                          articles_, statements_, entry_.articles, entry_.statements));
    for (const std::string& term : entry_.superseded)
      if (!database.term_exists(term)) problem(fmt::format("no document has the term {}", term));
    result_.articles += articles_;
    result_.statements += statements_;
  }

  void check_document(Xapian::docid number, const Xapian::Document& document, bool is_article) {
    const std::string data = document.get_data();
    if (document.get_value(static_cast<Xapian::valueno>(Slot::article)).empty())
      problem(fmt::format("document {} has no article's id", number));
    is_article ? check_article(number, data) : check_statement(number, data);
  }

  void check_article(Xapian::docid number, const std::string& data) {
    expect_end_of_article();
    ++articles_;
    article_ = decode_article(data);
    article_number_ = number;
    next_ordinal_ = 0;
    if (article_.id != article_id(article_.key))
      problem(fmt::format("article {} has a wrong id", number));
  }

  void check_statement(Xapian::docid number, const std::string& data) {
    ++statements_;
    StatementRecord statement = decode_statement(data);
    if (statement.article_id != article_.id || statement.ordinal != next_ordinal_ ||
        number != article_number_ + 1 + statement.ordinal)
      problem(fmt::format("statement {} does not follow its article", number));
    ++next_ordinal_;
    check_spans(statement, article_.text);
  }

  void expect_end_of_article() {
    if (articles_ > 0 && next_ordinal_ != article_.statements)
      problem(fmt::format("article {} has {} statements, and says {}", article_number_,
                          next_ordinal_, article_.statements));
  }

  void check_files() {
    std::vector<FileEntry> files = load_file_table(folder_);
    uint64_t articles = 0;
    for (const FileEntry& file : files) articles += file.articles;
    if (files.size() != entry_.files || articles != entry_.articles)
      problem("its table of files does not agree with the manifest");
  }

  std::filesystem::path folder_;
  const SegmentEntry& entry_;
  IndexCheck& result_;
  uint64_t articles_ = 0;
  uint64_t statements_ = 0;
  ArticleRecord article_;
  Xapian::docid article_number_ = 0;
  uint32_t next_ordinal_ = 0;
};

}  // namespace

std::string describe_index(const std::filesystem::path& index) {
  IndexReader reader(index);
  const Manifest& manifest = reader.manifest();
  std::string out =
      fmt::format("{}\n{} articles, {} statements, {:.1f} MB on disk, schema version {}\n",
                  printable(index.string()), manifest.articles(), manifest.statements(),
                  static_cast<double>(bytes_in(index)) / 1e6, manifest.schema_version);
  for (const SourceEntry& source : manifest.sources)
    out += fmt::format("source {}: {}\n", printable(source.name), printable(source.root));
  for (const SegmentEntry& segment : manifest.segments) {
    out += fmt::format("segment {}: {} files, {} articles, {} statements, {:.1f} MB of text, by {}",
                       segment.name, segment.files, segment.articles, segment.statements,
                       static_cast<double>(segment.text_bytes) / 1e6, segment.writer);
    if (!segment.superseded.empty())
      out += fmt::format(", {} files superseded", segment.superseded.size());
    out += '\n';
  }
  return out;
}

IndexCheck check_index(const std::filesystem::path& index) {
  IndexCheck result;
  std::optional<LockedManifest> locked;
  try {
    locked = lock_manifest(index);
  } catch (const Error& error) {
    if (!std::filesystem::exists(manifest_path(index))) throw;
    result.problems.push_back(error.what());
    return result;
  }
  if (!locked) IndexReader missing(index);  // throws, and says what is wrong
  for (const SegmentEntry& segment : locked->manifest.segments) {
    ++result.segments;
    SegmentCheck(segment_path(index, segment.name), segment, result).run();
  }
  const std::string names = speaker_names_problem(index);
  if (!names.empty() && result.problems.size() < kMaxProblems)
    result.problems.push_back(fmt::format("{}: {}", index.string(), names));
  return result;
}

}  // namespace quotary
