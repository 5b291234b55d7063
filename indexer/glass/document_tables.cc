#include "indexer/glass/document_tables.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "indexer/glass/compressor.h"

namespace quotary::glass {
namespace {

// How many bytes two terms have in common at their beginnings, eight at a time where there are so
// many: bit k of the first byte that differs is bit k of the first difference, on machines that
// keep the lowest byte first.
size_t shared_prefix(std::string_view a, std::string_view b) {
  const size_t most = std::min(a.size(), b.size());
  size_t shared = 0;
  if constexpr (std::endian::native == std::endian::little) {
    for (; shared + 8 <= most; shared += 8) {
      uint64_t left = 0;
      uint64_t right = 0;
      std::memcpy(&left, a.data() + shared, sizeof left);
      std::memcpy(&right, b.data() + shared, sizeof right);
      if (left != right) return shared + static_cast<size_t>(std::countr_zero(left ^ right)) / 8;
    }
  }
  while (shared < most && a[shared] == b[shared]) ++shared;
  return shared;
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

DocumentTables::DocumentTables(const std::filesystem::path& folder, bool termlists)
    : termlists_(termlists),
      data_(folder / "docdata.glass", TableWriter::File::with_first_entry, uncompressed_tag_bytes),
      termlist_(folder / "termlist.glass",
                termlists ? TableWriter::File::always : TableWriter::File::with_first_entry,
                uncompressed_tag_bytes) {}

void DocumentTables::add(DocumentId document, StoredTag data, StoredTag termlist,
                         StoredTag used_slots) {
  key_.clear();
  put_sortable(key_, document);
  if (!data.bytes.empty()) data_.add(key_, data.bytes, data.compressed);
  if (!termlists_) return;
  termlist_.add(key_, termlist.bytes, termlist.compressed);
  if (used_slots.bytes.empty()) return;
  key_ += '\0';
  termlist_.add(key_, used_slots.bytes, used_slots.compressed);
}

}  // namespace quotary::glass
