#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/glass/encoding.h"
#include "indexer/glass/table_writer.h"

namespace quotary::glass {

// Writes position.glass: where in each document a term stands. Keys are the term (put_term), a zero
// byte, and the document's id (put_sortable); tags are what PositionCoder gives.
class PositionTable {
 public:
  explicit PositionTable(const std::filesystem::path& folder)
      : table_(folder / "position.glass", TableWriter::File::with_first_entry, 0) {}

  // Terms in the order of their bytes; for each, documents rising.
  void begin_term(std::string_view term) {
    key_.clear();
    put_term(key_, term);
    end_term(key_);
    stem_bytes_ = key_.size();
  }
  void add(DocumentId document, std::string_view encoded_positions) {
    key_.resize(stem_bytes_);
    put_sortable(key_, document);
    table_.add(key_, encoded_positions);
  }

  TableRoot finish(bool sync) { return table_.finish(sync); }

 private:
  TableWriter table_;
  std::string key_;
  size_t stem_bytes_ = 0;
};

}  // namespace quotary::glass
