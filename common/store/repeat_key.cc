#include "common/store/repeat_key.h"

#include <algorithm>

namespace quotary {
namespace {

constexpr size_t kMentionBytes = 4;
constexpr size_t kWordBytes = 3;

// FNV-1a.
uint32_t hash_of(std::string_view word, uint32_t hash = 2166136261u) {
  for (char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

void put(std::string& out, uint32_t number, size_t bytes) {
  for (size_t i = 0; i < bytes; ++i) out += static_cast<char>(number >> 8 * i);
}

uint32_t get(std::string_view bytes) {
  uint32_t number = 0;
  for (size_t i = 0; i < bytes.size(); ++i)
    number |= uint32_t{static_cast<unsigned char>(bytes[i])} << 8 * i;
  return number;
}

template <typename Item>
void sort_once(std::vector<Item>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

}  // namespace

uint32_t word_key(std::string_view folded_word) {
  uint32_t hash = hash_of(folded_word);
  return (hash ^ hash >> 24) & 0xff'ffff;
}

uint32_t mention_key(std::vector<std::string> folded_words) {
  if (folded_words.empty()) return 0;
  sort_once(folded_words);
  uint32_t hash = hash_of("");
  for (const std::string& word : folded_words) hash = hash_of("\n", hash_of(word, hash));
  return std::max(hash, 1u);
}

std::string encode(RepeatKey key) {
  sort_once(key.words);
  std::string value;
  if (key.mention == 0 && key.words.empty()) return value;
  value.reserve(kMentionBytes + kWordBytes * key.words.size());
  put(value, key.mention, kMentionBytes);
  for (uint32_t word : key.words) put(value, word, kWordBytes);
  return value;
}

RepeatKey decode_repeat_key(std::string_view value) {
  RepeatKey key;
  if (value.size() < kMentionBytes) return key;
  key.mention = get(value.substr(0, kMentionBytes));
  value.remove_prefix(kMentionBytes);
  key.words.reserve(value.size() / kWordBytes);
  for (; value.size() >= kWordBytes; value.remove_prefix(kWordBytes))
    key.words.push_back(get(value.substr(0, kWordBytes)));
  return key;
}

}  // namespace quotary
