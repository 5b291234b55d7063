#include "tests/indexer/glass/database_pair.h"

#include <fmt/format.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <sstream>

namespace quotary::glass {
namespace {

std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string termlist(const Xapian::Database& db, Xapian::docid document) {
  std::ostringstream out;
  for (auto term = db.termlist_begin(document); term != db.termlist_end(document); ++term) {
    out << *term << ' ' << term.get_wdf() << ' ' << term.get_termfreq() << '\n';
  }
  return out.str();
}

std::string postings(const Xapian::Database& db, const std::string& term) {
  std::ostringstream out;
  for (auto post = db.postlist_begin(term); post != db.postlist_end(term); ++post) {
    out << *post << ' ' << post.get_wdf() << ' ' << post.get_doclength();
    if (term.empty()) continue;
    for (auto at = post.positionlist_begin(); at != post.positionlist_end(); ++at)
      out << ' ' << *at;
    out << '\n';
  }
  return out.str();
}

std::string slot_values(const Xapian::Database& db, Xapian::valueno slot) {
  std::ostringstream out;
  out << db.get_value_freq(slot) << ' ' << db.get_value_lower_bound(slot) << ' '
      << db.get_value_upper_bound(slot) << '\n';
  for (auto value = db.valuestream_begin(slot); value != db.valuestream_end(slot); ++value) {
    out << value.get_docid() << ' ' << *value << '\n';
  }
  return out.str();
}

std::string document(const Xapian::Database& db, Xapian::docid id) {
  std::ostringstream out;
  const Xapian::Document stored = db.get_document(id);
  out << stored.get_data() << '\n'
      << db.get_doclength(id) << ' ' << db.get_unique_terms(id) << '\n';
  for (auto value = stored.values_begin(); value != stored.values_end(); ++value) {
    out << value.get_valueno() << ' ' << *value << '\n';
  }
  return out.str() + termlist(db, id);
}

std::string answer(const Xapian::Database& db, const Xapian::Query& query, bool by_value) {
  Xapian::Enquire enquire(db);
  enquire.set_query(query);
  if (by_value) enquire.set_sort_by_value_then_relevance(0, true);
  Xapian::ValueCountMatchSpy spy(0);
  enquire.add_matchspy(&spy);
  const Xapian::MSet hits = enquire.get_mset(0, 50, db.get_doccount());
  std::string out =
      fmt::format("{} {:.17g}\n", hits.get_matches_estimated(), hits.get_max_possible());
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
    out += fmt::format("{} {:.17g} {}\n", *hit, hit.get_weight(), hit.get_percent());
  }
  for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
    out += fmt::format("{} {}\n", *value, value.get_termfreq());
  }
  return out;
}

// Words that stand side by side in a document of the database, for phrases.
std::vector<std::string> neighbours(const Xapian::Database& db, Xapian::docid id,
                                    std::mt19937& random) {
  std::map<Xapian::termpos, std::string> by_position;
  for (auto term = db.termlist_begin(id); term != db.termlist_end(id); ++term) {
    for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
      by_position[*at] = *term;
    }
  }
  if (by_position.size() < 3) return {};
  auto at =
      std::next(by_position.begin(), static_cast<ptrdiff_t>(random() % (by_position.size() - 2)));
  return {at->second, std::next(at)->second, std::next(at, 2)->second};
}

std::vector<Xapian::Query> queries(const Xapian::Database& db,
                                   const std::vector<std::string>& terms) {
  using Xapian::Query;
  std::mt19937 random(7);
  std::vector<Query> out{Query::MatchAll, Query(Query::OP_VALUE_RANGE, 0, "1", "5"),
                         Query(Query::OP_VALUE_GE, 0, "3")};
  if (terms.empty() || db.get_lastdocid() == 0) return out;
  auto term = [&] { return Query(terms[random() % terms.size()]); };
  for (int i = 0; i < 40; ++i) {
    out.push_back(Query(Query::OP_OR, term(), Query(Query::OP_AND_NOT, term(), term())));
    out.push_back(Query(Query::OP_AND, term(), Query(Query::OP_VALUE_LE, 0, "4")));
    const Xapian::docid id = 1 + random() % db.get_lastdocid();
    auto all = db.postlist_begin("");
    all.skip_to(id);
    if (all == db.postlist_end("") || *all != id) continue;
    const std::vector<std::string> words = neighbours(db, id, random);
    out.push_back(Query(Query::OP_PHRASE, words.begin(), words.end()));
    out.push_back(Query(Query::OP_NEAR, words.begin(), words.end(), 10));
    out.push_back(Query(Query::OP_AND, words.begin(), words.end()));
  }
  return out;
}

std::string statistics(const Xapian::Database& db) {
  std::string out = fmt::format("{} {} {} {} {} {}\n", db.get_doccount(), db.get_lastdocid(),
                                db.get_total_length(), db.get_doclength_lower_bound(),
                                db.get_doclength_upper_bound(), db.has_positions());
  for (auto key = db.metadata_keys_begin(); key != db.metadata_keys_end(); ++key) {
    out += *key + '=' + db.get_metadata(*key) + '\n';
  }
  return out;
}

// Collects what differs, and how much was compared.
class Comparison {
 public:
  void operator()(const std::string& what, const std::string& a, const std::string& b) {
    if (a == b || !difference_.empty()) return;
    difference_ = fmt::format("{}:\n--- {}\n+++ {}", what, a.substr(0, 500), b.substr(0, 500));
  }
  const std::string& difference() const { return difference_; }

 private:
  std::string difference_;
};

}  // namespace

void add_to(Inverter& inverter, const TestDocument& document) {
  std::vector<std::string_view> terms;
  for (const auto& token : document.tokens) terms.push_back(token.term);
  std::vector<uint32_t> numbers;
  inverter.number_terms(terms, numbers);
  std::vector<Token> tokens;
  for (const auto& token : document.tokens) {
    tokens.push_back({numbers[tokens.size()], token.wdf, token.position});
  }
  std::vector<SlotValue> values;
  for (const auto& [slot, value] : document.values) values.push_back({slot, value});
  inverter.skip_ids(document.gap);
  inverter.add_document({tokens, values, document.data});
}

void write_directly(const TestCorpus& corpus, const std::filesystem::path& folder, uint32_t batches,
                    size_t run_bytes, const MergeOptions& options, Termlists termlists) {
  std::vector<SortedRun> runs;
  Inverter::Options inverter_options;
  inverter_options.run_bytes = run_bytes;
  inverter_options.compression = Compression::as_xapian;
  inverter_options.termlists = termlists == Termlists::kept;
  inverter_options.vocabulary_bytes = 200'000;  // so that terms are forgotten now and then
  for (uint32_t batch = 0; batch < batches; ++batch) {
    Inverter inverter(folder.parent_path(), inverter_options);
    const uint32_t begin = corpus.documents * batch / batches;
    const uint32_t end = corpus.documents * (batch + 1) / batches;
    for (uint32_t i = begin; i < end; ++i) add_to(inverter, corpus.document(i));
    for (auto& run : inverter.take_runs()) runs.push_back(std::move(run));
  }
  merge_runs(runs, folder, options);
}

void write_through_library(const TestCorpus& corpus, const std::filesystem::path& folder,
                           const std::map<std::string, std::string>& metadata,
                           Termlists termlists) {
  const int flags = termlists == Termlists::kept ? 0 : Xapian::DB_NO_TERMLIST;
  Xapian::WritableDatabase db(folder.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC | flags);
  Xapian::docid id = 0;
  for (uint32_t i = 0; i < corpus.documents; ++i) {
    const TestDocument document = corpus.document(i);
    Xapian::Document stored;
    for (const auto& token : document.tokens) {
      if (token.position == no_position) {
        stored.add_term(token.term, token.wdf);
      } else {
        stored.add_posting(token.term, token.position, token.wdf);
      }
    }
    for (const auto& [slot, value] : document.values) stored.add_value(slot, value);
    stored.set_data(document.data);
    id += 1 + document.gap;
    db.replace_document(id, stored);
  }
  for (const auto& [name, text] : metadata) db.set_metadata(name, text);
  db.commit();
}

void compact(const std::filesystem::path& from, const std::filesystem::path& to) {
  Xapian::Database(from.string()).compact(to.string());
}

std::string different_bytes(const std::filesystem::path& a, const std::filesystem::path& b) {
  for (const char* name : {"iamglass", "postlist.glass", "docdata.glass", "termlist.glass",
                           "position.glass", "spelling.glass", "synonym.glass"}) {
    if (std::filesystem::exists(a / name) != std::filesystem::exists(b / name)) {
      return fmt::format("{} is in one only", name);
    }
    std::string left = contents(a / name);
    std::string right = contents(b / name);
    if (name == std::string_view("iamglass")) {
      left.erase(16, 16);  // the UUID
      right.erase(16, 16);
    }
    if (left == right) continue;
    const auto at = std::mismatch(left.begin(), left.end(), right.begin(), right.end()).first;
    return fmt::format("{}: {} and {} bytes, different from {}", name, left.size(), right.size(),
                       at - left.begin());
  }
  return {};
}

std::string different_answers(const std::filesystem::path& a, const std::filesystem::path& b) {
  const Xapian::Database left(a.string());
  const Xapian::Database right(b.string());
  Comparison compare;
  compare("statistics", statistics(left), statistics(right));
  std::vector<std::string> terms(left.allterms_begin(), left.allterms_end());
  compare("terms", fmt::format("{}", fmt::join(terms, "\n")),
          fmt::format("{}", fmt::join(right.allterms_begin(), right.allterms_end(), "\n")));
  std::set<Xapian::valueno> slots{0, 1};
  for (auto id = left.postlist_begin(""); id != left.postlist_end(""); ++id) {
    compare(fmt::format("document {}", *id), document(left, *id), document(right, *id));
    const Xapian::Document stored = left.get_document(*id);
    for (auto v = stored.values_begin(); v != stored.values_end(); ++v)
      slots.insert(v.get_valueno());
  }
  compare("all documents", postings(left, ""), postings(right, ""));
  for (const auto& term : terms) {
    compare("postings of " + term, postings(left, term), postings(right, term));
    auto frequencies = [&](const Xapian::Database& db) {
      return fmt::format("{} {} {}", db.get_termfreq(term), db.get_collection_freq(term),
                         db.get_wdf_upper_bound(term));
    };
    compare("frequencies of " + term, frequencies(left), frequencies(right));
  }
  for (auto slot : slots) {
    compare(fmt::format("slot {}", slot), slot_values(left, slot), slot_values(right, slot));
  }
  for (const auto& query : queries(left, terms)) {
    for (bool by_value : {false, true}) {
      compare(query.get_description(), answer(left, query, by_value),
              answer(right, query, by_value));
    }
  }
  return compare.difference();
}

size_t check_errors(const std::filesystem::path& folder) {
  return Xapian::Database::check(folder.string());
}

TestFolder::TestFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "glass-test.XXXXXX").string();
  path_ = ::mkdtemp(name.data());
}

TestFolder::~TestFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace quotary::glass
