#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// The smallest parts of the glass format: how numbers and strings are written into keys and tags
// (a tag is what a table stores under a key). docs/glass.md describes the format as a whole;
// the source for this file is common/pack.h of xapian-core 1.4.
//
// All put_... functions append to `out`.
namespace quotary::glass {

// A document's number within a database, from 1 on. 0 is no document.
using DocumentId = uint32_t;

// A term's length in a key may not exceed this, every zero byte counted twice (see put_term).
inline constexpr size_t max_term_bytes = 245;

// No table takes a longer key: its length is kept in one byte.
inline constexpr size_t max_key_bytes = 255;

// A number as seven bits a byte, the lowest first; every byte but the last has its top bit set.
inline void put_uint(std::string& out, uint64_t number) {
  for (; number >= 128; number >>= 7) out += static_cast<char>(number | 128);
  out += static_cast<char>(number);
}

// The same where there is room for it already: `to` has longest_uint bytes. Returns the end.
inline constexpr size_t longest_uint = 10;
inline char* write_uint(char* to, uint64_t number) {
  for (; number >= 128; number >>= 7) *to++ = static_cast<char>(number | 128);
  *to++ = static_cast<char>(number);
  return to;
}

// The bytes of a string after their number.
inline void put_string(std::string& out, std::string_view bytes) {
  put_uint(out, bytes.size());
  out += bytes;
}

// A number where the end of the key ends it too: little endian without leading zero bytes, so
// that 0 takes no byte at all.
void put_last_uint(std::string& out, uint32_t number);

// A document id in a key, so that keys sort as ids do: big endian in 2 to 5 bytes, the number of
// bytes told by the top bits of the first: 0, 10, 110, 1110.
void put_sortable(std::string& out, DocumentId id);

// A term in a key: every zero byte is followed by 0xff, so that a zero byte with anything else
// behind it (see end_term) ends the term and "a" sorts before "a\0b" and that before "ab".
void put_term(std::string& out, std::string_view term);

// What separates the term from the document id behind it.
inline void end_term(std::string& out) { out += '\0'; }

// Whether a term is short enough for its keys in all tables. The empty term is not a term.
bool is_valid_term(std::string_view term);

}  // namespace quotary::glass
