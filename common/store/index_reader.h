#pragma once

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/names/authority.h"
#include "common/store/columns.h"
#include "common/store/manifest.h"
#include "common/store/record.h"
#include "common/store/speaker_names.h"

namespace quotary {

// The index that is meant where none is named: $QUOTARY_INDEX, else $XDG_DATA_HOME/quotary/index,
// else ~/.local/share/quotary/index.
std::filesystem::path default_index();

// An index, opened for reading: all live segments as one Xapian database. Or several indexes as
// one: totals, facets and ids are over all of them; an article that two of them hold counts twice.
//
// It shows the index as it was when it was opened, however long that is ago: segments are never
// changed, and none is removed while a reader is in it (manifest.h). No DatabaseModifiedError can
// come up. What has been published since is seen after refresh().
//
// Documents of the n segments interleave: number d is document (d - 1) / n + 1 of segment
// (d - 1) % n. article_of() and statements_of() know that.
//
// Errors are Error{index} with a hint that says what to do: no index there, damaged, made by
// another schema version, no permission. Not for several threads at once.
class IndexReader {
 public:
  explicit IndexReader(const std::filesystem::path& index);
  // At least one. `verify`: the checksums of all files are compared first, which reads all of them;
  // without, damage shows where it is met: a record that is shown has a checksum of its own, the
  // lists of what documents hold have none.
  explicit IndexReader(const std::vector<std::filesystem::path>& indexes, bool verify = false);
  ~IndexReader();
  IndexReader(IndexReader&&) noexcept;
  IndexReader& operator=(IndexReader&&) noexcept;

  const Manifest& manifest() const;                // of the first index
  const std::vector<Manifest>& manifests() const;  // of all
  const std::filesystem::path& path() const;       // of all, for messages: "news, archive"
  const Xapian::Database& database() const;

  // One database for each segment, in the order of the manifests (for columns, checks, statistics).
  const std::vector<Xapian::Database>& segments() const;

  // The columns of each segment (columns.h), opened at the first call; nullptr for a segment that
  // has none. Throws Error{index} where they are damaged.
  const std::vector<std::shared_ptr<const SegmentColumns>>& columns() const;

  // `query` without the documents that newer ones supersede. Every query that counts or shows
  // documents goes through this. No cost where nothing is superseded.
  Xapian::Query live(const Xapian::Query& query) const;

  // The records. Throw Error{index} where the document is absent, of the other kind, or damaged.
  ArticleRecord article(Xapian::docid document) const;
  StatementRecord statement(Xapian::docid document) const;

  // The article document that a statement document belongs to, and the other way round.
  Xapian::docid article_of(Xapian::docid document, const StatementRecord& statement) const;
  std::vector<Xapian::docid> statements_of(Xapian::docid document,
                                           const ArticleRecord& article) const;

  // The live document with this public id (terms.h); nullopt where there is none.
  std::optional<Xapian::docid> find_article(const std::string& article_id) const;
  std::optional<Xapian::docid> find_statement(const std::string& statement_id) const;

  // Where the file of an article document lies: under its source's root, which may have gone since.
  std::filesystem::path file_of(Xapian::docid document, const ArticleRecord& article) const;

  // The names and other forms that the user gave this index (each of these indexes, the first
  // before the others), then those that are known anyway (known_bodies()). Read when it is first
  // asked for. Throws Error{usage} that names file and line where a file was spoilt.
  const Authority& authority() const;

  // Which forms of speakers' names are one person (speaker_names.h): read when it is first asked
  // for, or made then.
  const SpeakerNames& names() const;

  // Whether another manifest has been published since; refresh() opens what it names.
  bool changed() const;
  void refresh();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The Error for one of Xapian's exceptions.
[[noreturn]] void throw_index_error(const std::filesystem::path& what, const Xapian::Error& error);

// Runs `work` and turns Xapian's exceptions into Error{index} about `what` (an index or a file).
template <typename Work>
auto with_index_errors(const std::filesystem::path& what, Work&& work) -> decltype(work()) {
  try {
    return work();
  } catch (const Xapian::Error& error) {
    throw_index_error(what, error);
  }
}

}  // namespace quotary
