#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/glass/encoding.h"
#include "indexer/glass/table_writer.h"

namespace quotary::glass {

// What is known of all values in one slot.
struct SlotStatistics {
  uint32_t count = 0;  // how many documents have a value there
  std::string lowest;  // the least and the greatest of the values, as bytes
  std::string highest;

  void include(std::string_view value);
  void include(const SlotStatistics& others);
};

// Writes the table postlist.glass: which documents a term is in, and by their keys' first bytes
// four other things, which must be written in this order:
//   "\0\xc0" name                          -> the database's metadata, text by name
//   "\0\xd0" slot                          -> statistics of a value slot
//   "\0\xd8" slot, first document          -> a chunk of a slot's values
//   "\0\xe0" [first document]              -> a chunk of the documents' lengths
//   term [zero byte, first document]       -> a chunk of a term's postings
// Within each, entries come in the order of their keys' bytes, which for slots is not that of
// their numbers: sort them by slot_statistics_key and slot_values_key. Lists are cut into chunks
// of about 2000 bytes, so that a change through Xapian's API rewrites little.
//
// Sources: glass_postlist.cc, glass_values.cc, glass_database.cc of xapian-core 1.4.
class PostlistTable {
 public:
  explicit PostlistTable(const std::filesystem::path& folder);

  // `name` and `text` are not empty.
  void add_metadata(std::string_view name, std::string_view text);

  void add_slot_statistics(uint32_t slot, const SlotStatistics& statistics);

  // The values of one slot, documents rising: begin, add..., end.
  void begin_slot(uint32_t slot);
  void add_value(DocumentId document, std::string_view value);
  void end_slot();

  // The lengths of all documents, documents rising; in a database without documents, not at all.
  void begin_lengths();
  void add_length(DocumentId document, uint32_t length) { add_to_list(document, length); }
  void end_lengths() { end_list(); }

  // The postings of one term. `documents`: how many there are to come. `occurrences`: the sum of
  // their wdfs.
  void begin_term(std::string_view term, uint32_t documents, uint32_t occurrences);
  void add_posting(DocumentId document, uint32_t wdf) { add_to_list(document, wdf); }
  void end_term() { end_list(); }

  TableRoot finish(bool sync) { return table_.finish(sync); }

 private:
  // A chunk of this size is full, but it is only written when its successor turns up: the last
  // chunk of a list says that it is the last.
  static constexpr size_t full_chunk_bytes = 2000;

  void begin_list(uint32_t documents, uint32_t occurrences);
  void add_to_list(DocumentId document, uint32_t number) {
    if (chunk_.empty()) {
      start_list_at(document);
    } else if (chunk_.size() >= full_chunk_bytes) {
      write_list_chunk(false);
      start_chunk_at(document);
    } else {
      put_uint(chunk_, document - last_ - 1);
    }
    put_uint(chunk_, number);
    last_ = document;
  }
  void start_list_at(DocumentId document);
  void start_chunk_at(DocumentId document);
  void write_list_chunk(bool last);
  void end_list();
  void write_value_chunk();

  TableWriter table_;
  std::string key_;       // of the chunk in hand
  std::string key_stem_;  // what the keys of a list's later chunks begin with
  std::string tag_;
  std::string chunk_;     // of what is in hand; empty before a list's first entry
  DocumentId first_ = 0;  // of the chunk in hand
  DocumentId last_ = 0;
};

// The keys of a value slot's entries, without the document that ends the second.
std::string slot_statistics_key(uint32_t slot);
std::string slot_values_key(uint32_t slot);

}  // namespace quotary::glass
