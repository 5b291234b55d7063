#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace quotary {

// A 64-bit hash that is stored (ids, long terms, checksums): it must never change. FNV-1a, then the
// finisher of MurmurHash3, so that all bits depend on all bytes. Not for use against an adversary.
class StableHash {
 public:
  constexpr void add(std::string_view bytes) {
    for (char c : bytes) state_ = (state_ ^ static_cast<uint8_t>(c)) * 0x100000001b3;
  }
  constexpr uint64_t value() const {
    uint64_t hash = state_;
    hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
    hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
    return hash ^ (hash >> 33);
  }

 private:
  uint64_t state_ = 0xcbf29ce484222325;
};

constexpr uint64_t stable_hash(std::string_view bytes) {
  StableHash hash;
  hash.add(bytes);
  return hash.value();
}

// The highest 5 * `digits` bits of it as a-z, 2-7; digits <= 13 (65 bits, the last one 0).
inline std::string hash_letters(uint64_t hash, size_t digits) {
  std::string letters;
  for (size_t i = 0; i < digits; ++i, hash <<= 5)
    letters += "abcdefghijklmnopqrstuvwxyz234567"[hash >> 59];
  return letters;
}

}  // namespace quotary
