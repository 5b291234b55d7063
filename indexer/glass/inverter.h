#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/compressor.h"
#include "indexer/glass/document_tables.h"
#include "indexer/glass/position_coder.h"
#include "indexer/glass/posting_log.h"
#include "indexer/glass/sorted_run.h"
#include "indexer/glass/term_table.h"
#include "indexer/glass/value_log.h"

namespace quotary::glass {

// The highest number there is for a position marks that there is none.
inline constexpr uint32_t no_position = std::numeric_limits<uint32_t>::max();

// One occurrence of a term in a document: what Xapian::Document::add_posting and add_term take.
// Several of the same term add up; a position that is given twice is kept once, and both wdfs are
// counted.
struct Token {
  uint32_t term = 0;  // its number, by Inverter::number_terms
  uint32_t wdf = 1;   // 0 for a boolean term
  uint32_t position = no_position;
};

struct SlotValue {
  uint32_t slot = 0;
  std::string_view value;  // an empty one is none
};

// A document as it goes into the database. Tokens in any order, though positions that rise for
// each term are the quickest. Of several values in one slot the last counts.
struct DocumentContents {
  std::span<const Token> tokens;
  std::span<const SlotValue> values;
  std::string_view data;
};

// Turns documents into sorted runs. One thread each; documents get local ids in the order in which
// they are added, and the order of the runs decides about the database's (merge_runs).
// Memory: about twice `run_bytes` and once `vocabulary_bytes`, whatever is added.
class Inverter {
 public:
  struct Options {
    size_t run_bytes = size_t{40} << 20;         // of postings and values; then a run is written
    size_t vocabulary_bytes = size_t{40} << 20;  // of known terms; then they are forgotten
    Compression compression = Compression::quick;
    // Lists of each document's terms. Xapian needs them to change or delete a document and to list
    // its terms, not to search or to compact.
    bool termlists = true;
  };

  // `spool_folder` exists and has room for about as much as the database takes in the end.
  Inverter(const std::filesystem::path& spool_folder, const Options& options);
  explicit Inverter(const std::filesystem::path& spool_folder);

  // Appends the numbers of terms to `numbers`. They hold for any document as long as vocabulary()
  // does not change: whoever has many documents of the same words asks once for each.
  // Throws std::invalid_argument, and has not appended any, where a term is empty or too long: 1 to
  // max_term_bytes bytes are allowed, zero bytes counting twice.
  void number_terms(std::span<const std::string_view> terms, std::vector<uint32_t>& numbers);

  // Changes when the terms known so far are forgotten, which add_document() and take_runs() may do.
  uint64_t vocabulary() const { return vocabulary_; }

  // Throws std::invalid_argument, and has not added anything, where the document's length (the sum
  // of its wdfs) exceeds 32 bits, or its data or list of terms is longer than a table takes.
  // quotary::Error if the disk fails; the inverter is of no use then.
  void add_document(const DocumentContents& contents);

  // Leaves out ids before the next document.
  void skip_ids(uint32_t count) { last_id_ += count; }

  // Ends the run at hand and hands out all runs since the last call, in the order of their
  // documents. The next document is the first of a new run, in a new spool file: the disk's room
  // is given back with the runs.
  std::vector<SortedRun> take_runs();

 private:
  // A term of the document at hand.
  struct LocalTerm {
    uint64_t prefix = 0;  // as in TermTable, to sort by
    uint32_t number = 0;
    uint32_t wdf = 0;
    uint32_t position_count = 0;
    uint32_t positions_end = 0;  // in positions_, as far as they are gathered
  };

  SpoolFile& spool();
  uint32_t collect_terms(std::span<const Token> tokens);
  void gather_positions(std::span<const Token> tokens);
  void sort_terms();
  void make_termlist(uint32_t length);
  void collect_values(std::span<const SlotValue> values);
  void make_record(std::string_view data);
  void put_stored(std::string_view tag);
  void add_postings(DocumentId document);
  std::string_view encoded_positions(const LocalTerm& term);
  void end_run();
  size_t held_bytes() const;

  Options options_;
  std::filesystem::path spool_folder_;
  std::shared_ptr<SpoolFile> spool_;  // of the runs since take_runs; none before the first document
  TermTable terms_;
  uint64_t vocabulary_ = 0;  // how often terms_ was forgotten
  std::unique_ptr<Compressor> compressor_;
  PositionCoder position_coder_;

  // Of the document at hand.
  uint32_t document_mark_ = 0;        // what TermTable's terms that occur in it are marked with
  std::vector<TermTable::Key> keys_;  // of the terms that are being numbered
  std::vector<LocalTerm> local_terms_;
  std::vector<uint32_t> token_places_;  // for each token, its term in local_terms_ before sorting
  std::vector<uint32_t> positions_;     // term by term
  std::vector<TermInDocument> termlist_;
  std::vector<SlotValue> values_;  // by slot
  std::vector<uint32_t> used_slots_;
  std::string tag_;
  std::string record_;

  // Of the run at hand.
  DocumentId last_id_ = 0;  // last one given or left out
  DocumentId last_document_ = 0;
  DatabaseStatistics statistics_;
  uint64_t documents_begin_ = 0;
  std::string lengths_;
  PostingLog postings_;
  ValueLog slots_;

  std::vector<SortedRun> runs_;
};

}  // namespace quotary::glass
