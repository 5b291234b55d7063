#include "common/store/index_reader.h"

#include <fmt/format.h>

#include <cstdlib>
#include <iterator>

#include "common/base/error.h"
#include "common/store/checksums.h"
#include "common/store/disk.h"
#include "common/store/locked_manifest.h"
#include "common/store/schema.h"
#include "common/store/segment_database.h"
#include "common/store/superseded.h"
#include "common/store/terms.h"

namespace quotary {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

[[noreturn]] void throw_no_index(const std::filesystem::path& index) {
  throw Error(ErrorKind::index, fmt::format("there is no index in {}", index.string()),
              fmt::format("make one with quotary-index -i {} SOURCE..., or name another with -i",
                          index.string()));
}

[[noreturn]] void throw_missing_segment(const std::filesystem::path& index,
                                        const std::string& name) {
  throw Error(ErrorKind::index, fmt::format("{}: segment {} is missing", index.string(), name),
              "the index is damaged; restore the folder from a copy, or index the sources again "
              "into a new one");
}

// Where their lists were damaged, superseded versions would be shown again: the count of each list,
// which a query reads anyway, tells most of that.
void expect_superseded_documents(const std::filesystem::path& folder, const SegmentEntry& entry,
                                 const Xapian::Database& segment) {
  const uint64_t documents = with_index_errors(folder, [&] {
    uint64_t sum = 0;
    for (const std::string& term : entry.superseded) sum += segment.get_termfreq(term);
    return sum;
  });
  if (documents == entry.superseded_articles + entry.superseded_statements) return;
  throw Error(ErrorKind::index,
              fmt::format("{}: superseded documents are missing from its lists", folder.string()),
              "quotary-index --check tells what is damaged; indexing the sources again into a new "
              "folder repairs it");
}

}  // namespace

std::filesystem::path default_index() {
  if (std::string named = environment("QUOTARY_INDEX"); !named.empty()) return named;
  if (std::string data = environment("XDG_DATA_HOME"); !data.empty())
    return std::filesystem::path(data) / "quotary" / "index";
  return std::filesystem::path(environment("HOME")) / ".local/share/quotary/index";
}

void throw_index_error(const std::filesystem::path& what, const Xapian::Error& error) {
  std::string reason = error.get_msg();
  if (const char* system = error.get_error_string()) reason += fmt::format(" ({})", system);
  bool version = std::string_view(error.get_type()) == "DatabaseVersionError";
  throw Error(ErrorKind::index, fmt::format("{}: {}", what.string(), reason),
              version ? "it was written by another version of Xapian; index the sources again"
                      : "quotary-index --check tells what is damaged; indexing the sources again "
                        "into a new folder repairs it");
}

struct IndexReader::State {
  bool verify = false;
  std::vector<std::filesystem::path> paths;
  std::filesystem::path names;  // all of them, for messages
  std::vector<Manifest> manifests;
  std::vector<FileHandle> locks;  // before the databases: released after them
  std::vector<Xapian::Database> segments;
  std::vector<std::shared_ptr<const SegmentColumns>> columns;  // empty before they are asked for
  std::vector<size_t> index_of;                                // segment -> its index's number
  Xapian::Database database;
  Xapian::Query superseded;            // matches what is no longer valid; empty where nothing is
  std::optional<Authority> authority;  // where a file was edited, with what is known anyway
  const Authority* names_given = nullptr;
  std::shared_ptr<const SpeakerNames> speaker_names;

  void open(const std::filesystem::path& index);

  void collect_superseded() {
    if (manifests.size() > 1) {
      collect_superseded_apart();
      return;
    }
    std::vector<Xapian::Query> terms;
    for (const SegmentEntry& entry : manifests[0].segments)
      for (const std::string& term : entry.superseded) terms.emplace_back(term);
    superseded = Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
  }

  // Each index's terms for its own segments.
  void collect_superseded_apart() {
    SupersededTerms by_segment;
    for (size_t s = 0; s < segments.size(); ++s)
      for (const SegmentEntry& entry : manifests[index_of[s]].segments) {
        if (entry.superseded.empty()) continue;
        auto& terms = by_segment[segments[s].get_uuid()];
        terms.insert(terms.end(), entry.superseded.begin(), entry.superseded.end());
      }
    if (!by_segment.empty()) superseded = superseded_by_segment(std::move(by_segment));
  }

  std::string data_of(Xapian::docid document) const {
    return with_index_errors(names, [&] { return database.get_document(document).get_data(); });
  }

  Xapian::docid step(Xapian::docid document, int64_t steps) const {
    return static_cast<Xapian::docid>(document + steps * static_cast<int64_t>(segments.size()));
  }
};

void IndexReader::State::open(const std::filesystem::path& index) {
  std::optional<LockedManifest> locked = lock_manifest(index);
  if (!locked) throw_no_index(index);
  for (size_t i = 0; i < locked->locks.size(); ++i) {
    const SegmentEntry& entry = locked->manifest.segments[i];
    if (!locked->locks[i].is_open()) throw_missing_segment(index, entry.name);
    const std::filesystem::path folder = segment_path(index, entry.name);
    if (verify) expect_right_checksums(folder);
    segments.push_back(open_segment_database(folder));
    expect_superseded_documents(folder, entry, segments.back());
    database.add_database(segments.back());
    index_of.push_back(manifests.size());
  }
  std::move(locked->locks.begin(), locked->locks.end(), std::back_inserter(locks));
  manifests.push_back(std::move(locked->manifest));
  paths.push_back(index);
  names += (names.empty() ? "" : ", ") + index.string();
}

IndexReader::IndexReader(const std::filesystem::path& index) : IndexReader(std::vector{index}) {}
IndexReader::IndexReader(const std::vector<std::filesystem::path>& indexes, bool verify)
    : state_(std::make_unique<State>()) {
  state_->verify = verify;
  for (const std::filesystem::path& index : indexes) state_->open(index);
  state_->collect_superseded();
}
IndexReader::~IndexReader() = default;
IndexReader::IndexReader(IndexReader&&) noexcept = default;
IndexReader& IndexReader::operator=(IndexReader&&) noexcept = default;

const Manifest& IndexReader::manifest() const { return state_->manifests.front(); }
const std::vector<Manifest>& IndexReader::manifests() const { return state_->manifests; }
const std::filesystem::path& IndexReader::path() const { return state_->names; }
const Xapian::Database& IndexReader::database() const { return state_->database; }
const std::vector<Xapian::Database>& IndexReader::segments() const { return state_->segments; }

const std::vector<std::shared_ptr<const SegmentColumns>>& IndexReader::columns() const {
  State& state = *state_;
  if (state.columns.size() != state.segments.size()) {
    state.columns.clear();
    for (size_t i = 0; i < state.manifests.size(); ++i)
      for (const SegmentEntry& segment : state.manifests[i].segments)
        state.columns.push_back(SegmentColumns::open(segment_path(state.paths[i], segment.name)));
  }
  return state.columns;
}

Xapian::Query IndexReader::live(const Xapian::Query& query) const {
  if (state_->superseded.empty() || query.empty()) return query;
  return {Xapian::Query::OP_AND_NOT, query, state_->superseded};
}

ArticleRecord IndexReader::article(Xapian::docid document) const {
  return decode_article(state_->data_of(document));
}

StatementRecord IndexReader::statement(Xapian::docid document) const {
  return decode_statement(state_->data_of(document));
}

Xapian::docid IndexReader::article_of(Xapian::docid document,
                                      const StatementRecord& statement) const {
  int64_t back = int64_t{statement.ordinal} + 1;
  if (back * static_cast<int64_t>(state_->segments.size()) >= document)
    throw Error(ErrorKind::index,
                fmt::format("{}: statement {} has no article", state_->names.string(), document),
                "quotary-index --check tells what else is damaged");
  return state_->step(document, -back);
}

std::vector<Xapian::docid> IndexReader::statements_of(Xapian::docid document,
                                                      const ArticleRecord& article) const {
  std::vector<Xapian::docid> documents;
  Xapian::docid last = state_->database.get_lastdocid();
  for (uint32_t i = 0; i < article.statements; ++i) {
    if ((int64_t{i} + 1) * static_cast<int64_t>(state_->segments.size()) + document > last) break;
    documents.push_back(state_->step(document, int64_t{i} + 1));
  }
  return documents;
}

std::optional<Xapian::docid> IndexReader::find_article(const std::string& article_id) const {
  if (state_->segments.empty()) return std::nullopt;
  return with_index_errors(state_->names, [&]() -> std::optional<Xapian::docid> {
    Xapian::Enquire enquire(state_->database);
    enquire.set_query(live(Xapian::Query(article_id_term(article_id))));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    Xapian::MSet found = enquire.get_mset(0, 1);
    if (found.empty()) return std::nullopt;
    return *found.begin();
  });
}

std::optional<Xapian::docid> IndexReader::find_statement(const std::string& id) const {
  auto article_part = article_part_of_id(id);
  if (!article_part) return std::nullopt;
  std::string owner(*article_part);
  std::optional<Xapian::docid> document = find_article(owner);
  if (!document) return std::nullopt;
  for (Xapian::docid candidate : statements_of(*document, article(*document)))
    if (statement_id(owner, statement(candidate).segments) == id) return candidate;
  return std::nullopt;
}

std::filesystem::path IndexReader::file_of(Xapian::docid document,
                                           const ArticleRecord& article) const {
  const size_t segment = (document - 1) % state_->segments.size();
  for (const SourceEntry& source : state_->manifests[state_->index_of[segment]].sources)
    if (source.name == article.source) return std::filesystem::path(source.root) / article.path;
  return article.path;
}

const Authority& IndexReader::authority() const {
  State& state = *state_;
  if (state.names_given) return *state.names_given;
  Authority all;
  for (const std::filesystem::path& index : state.paths) {
    std::filesystem::path file = authority_path(index);
    if (auto text = read_whole_file(file)) all.add(Authority::parse(*text, file.string()));
  }
  state.names_given = &known_bodies();
  if (all.empty()) return *state.names_given;
  all.add(known_bodies());
  return *(state.names_given = &state.authority.emplace(std::move(all)));
}

const SpeakerNames& IndexReader::names() const {
  if (!state_->speaker_names) state_->speaker_names = SpeakerNames::of(*this, state_->verify);
  return *state_->speaker_names;
}

bool IndexReader::changed() const {
  for (size_t i = 0; i < state_->paths.size(); ++i) {
    std::optional<Manifest> now = load_manifest(state_->paths[i]);
    if (!now || now->generation != state_->manifests[i].generation) return true;
  }
  return false;
}

void IndexReader::refresh() { *this = IndexReader(std::vector(state_->paths), state_->verify); }

}  // namespace quotary
