#include "indexer/glass/encoding.h"

#include <algorithm>

namespace quotary::glass {

void put_last_uint(std::string& out, uint32_t number) {
  for (; number != 0; number >>= 8) out += static_cast<char>(number);
}

void put_sortable(std::string& out, DocumentId id) {
  char bytes[5];
  size_t size = 0;
  if (id >= 1u << 29) {
    bytes[size++] = '\xe0';
    bytes[size++] = static_cast<char>(id >> 24);
  } else if (id >= 1u << 22) {
    bytes[size++] = static_cast<char>(0xc0 | id >> 24);
  }
  if (id >= 1u << 22) {
    bytes[size++] = static_cast<char>(id >> 16);
  } else if (id >= 1u << 15) {
    bytes[size++] = static_cast<char>(0x80 | id >> 16);
  }
  bytes[size++] = static_cast<char>(id >> 8);
  bytes[size++] = static_cast<char>(id);
  out.append(bytes, size);
}

void put_term(std::string& out, std::string_view term) {
  for (size_t start = 0;;) {
    size_t zero = term.find('\0', start);
    if (zero == std::string_view::npos) {
      out += term.substr(start);
      return;
    }
    out += term.substr(start, zero + 1 - start);
    out += '\xff';
    start = zero + 1;
  }
}

bool is_valid_term(std::string_view term) {
  if (term.empty() || term.size() > max_term_bytes) return false;
  if (2 * term.size() <= max_term_bytes) return true;
  auto zeros = std::count(term.begin(), term.end(), '\0');
  return term.size() + static_cast<size_t>(zeros) <= max_term_bytes;
}

}  // namespace quotary::glass
