#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "indexer/glass/encoding.h"
#include "indexer/glass/table_writer.h"

namespace quotary::glass {

// How often a term stands in a document ("within-document frequency").
struct TermInDocument {
  std::string_view term;
  uint32_t wdf = 0;
};

// Writes a document's list of terms as a tag of the termlist table, appended to `out`:
//   the document's length (the sum of the wdfs) and the number of terms, both as put_uint;
//   for the first term its length in a byte, its bytes, its wdf as put_uint;
//   for each other: a byte that says how many bytes it shares with the term before; a byte with the
//   number of further bytes, these bytes, and its wdf as put_uint. Where
//     (wdf + 1) * (length of the term before + 1) + shared
//   is below 256, that is the first byte, and no wdf follows.
// A document without terms has an empty tag. `terms` in the order of their bytes, each once.
// Source: backends/glass/glass_termlisttable.cc of xapian-core 1.4.
void put_termlist(std::string& out, std::span<const TermInDocument> terms, uint32_t length);

// The slots in which a document has values, rising, each as put_uint writes how many slots are
// left out before it. Source: backends/glass/glass_values.cc.
void put_used_slots(std::string& out, std::span<const uint32_t> slots);

// A tag that may already be compressed.
struct StoredTag {
  std::string_view bytes;
  bool compressed = false;
};

// Writes termlist.glass and docdata.glass: what is kept by document. Keys are document ids
// (put_sortable); in termlist.glass the slots that a document uses have its id and a zero byte.
class DocumentTables {
 public:
  // Without termlists there is no termlist.glass, and add() gets neither them nor slots.
  DocumentTables(const std::filesystem::path& folder, bool termlists);

  // Ids rise. `data` and `used_slots` may be empty, and are not stored then; a termlist always is.
  void add(DocumentId document, StoredTag data, StoredTag termlist, StoredTag used_slots);

  // The roots of the two tables.
  TableRoot finish_data(bool sync) { return data_.finish(sync); }
  TableRoot finish_termlist(bool sync) { return termlist_.finish(sync); }

 private:
  bool termlists_;
  TableWriter data_;
  TableWriter termlist_;
  std::string key_;
};

}  // namespace quotary::glass
