#include "indexer/glass/document_tables.h"

#include <algorithm>

#include "indexer/glass/compressor.h"

namespace quotary::glass {
namespace {

size_t shared_prefix(std::string_view a, std::string_view b) {
  auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  return static_cast<size_t>(differ - a.begin());
}

}  // namespace

void put_termlist(std::string& out, std::span<const TermInDocument> terms, uint32_t length) {
  if (terms.empty()) return;
  put_uint(out, length);
  put_uint(out, terms.size());
  out += static_cast<char>(terms.front().term.size());
  out += terms.front().term;
  put_uint(out, terms.front().wdf);
  std::string_view before = terms.front().term;
  for (const auto& [term, wdf] : terms.subspan(1)) {
    const size_t shared = shared_prefix(term, before);
    // One byte for both where it goes; the test of wdf keeps the product from overflowing.
    const size_t both = wdf < 127 ? (wdf + 1) * (before.size() + 1) + shared : 256;
    out += static_cast<char>(both < 256 ? both : shared);
    out += static_cast<char>(term.size() - shared);
    out += term.substr(shared);
    if (both >= 256) put_uint(out, wdf);
    before = term;
  }
}

void put_used_slots(std::string& out, std::span<const uint32_t> slots) {
  uint32_t next = 0;
  for (uint32_t slot : slots) {
    put_uint(out, slot - next);
    next = slot + 1;
  }
}

DocumentTables::DocumentTables(const std::filesystem::path& folder)
    : data_(folder / "docdata.glass", TableWriter::File::with_first_entry, uncompressed_tag_bytes),
      termlist_(folder / "termlist.glass", TableWriter::File::always, uncompressed_tag_bytes) {}

void DocumentTables::add(DocumentId document, StoredTag data, StoredTag termlist,
                         StoredTag used_slots) {
  key_.clear();
  put_sortable(key_, document);
  if (!data.bytes.empty()) data_.add(key_, data.bytes, data.compressed);
  termlist_.add(key_, termlist.bytes, termlist.compressed);
  if (used_slots.bytes.empty()) return;
  key_ += '\0';
  termlist_.add(key_, used_slots.bytes, used_slots.compressed);
}

}  // namespace quotary::glass
