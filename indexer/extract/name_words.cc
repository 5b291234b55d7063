#include "indexer/extract/name_words.h"

#include "common/text/fold.h"

namespace quotary {
namespace {

uint32_t hash(std::string_view word) {
  uint64_t h = 14695981039346656037u;  // FNV-1a
  for (unsigned char c : word) h = (h ^ c) * 1099511628211u;
  return static_cast<uint32_t>(h ^ (h >> 32));
}

bool capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

bool has_inner_capital(std::string_view text) {
  size_t first = 1;
  while (first < text.size() && first < 5 && !capital(text[first])) ++first;
  if (first >= text.size() || first > 4) return false;
  if (text[first - 1] != '-') return true;
  for (std::string_view prefix : {"pro-", "non-", "mid-", "pre-", "ex-", "un-", "re-", "co-"})
    if (text.starts_with(prefix)) return false;
  return true;
}

NameWords::NameWords(const Reading& reading)
    : lexicon_(*reading.lexicon), words_(reading.tokens.size()), table_(256) {
  std::string folded;
  auto fold = [&](uint32_t t) {
    folded.clear();
    append_folded(folded, reading.text(t));
    if (folded.size() > 2 && folded.back() == '.') folded.pop_back();
  };
  for (uint32_t t = 0; t < reading.tokens.size(); ++t) {
    const Token& token = reading.tokens[t];
    // "Group of 20": the number is a word of the name
    if (token.kind == TokenKind::number && t > 1 && reading.text(t - 1) == "of" &&
        reading.tokens[t - 2].capitalised)
      words_[t] = intern(std::string(reading.text(t)));
    if (token.kind != TokenKind::word) continue;
    words_[t] = token.word;
    if (token.word) continue;
    if (!token.capitalised && !has_inner_capital(reading.text(t))) continue;
    fold(t);
    words_[t] = lexicon_.find(folded);
    if (!words_[t]) words_[t] = intern(folded);
  }
  small_.resize(size());
  for (uint32_t t = 0; t < reading.tokens.size(); ++t) {
    const Token& token = reading.tokens[t];
    if (token.kind != TokenKind::word || token.capitalised) continue;
    if (words_[t] >= lexicon_.size()) continue;  // "al-Rashid"
    uint32_t word = words_[t] ? words_[t] : find(reading.text(t));
    if (word) small_[word] = true;
  }
}

uint32_t NameWords::find(std::string_view folded) const {
  uint32_t mask = static_cast<uint32_t>(table_.size()) - 1;
  for (uint32_t slot = hash(folded) & mask; table_[slot]; slot = (slot + 1) & mask)
    if (forms_[table_[slot] - 1] == folded)
      return static_cast<uint32_t>(lexicon_.size()) + table_[slot] - 1;
  return 0;
}

uint32_t NameWords::intern(std::string_view folded) {
  if (uint32_t known = find(folded)) return known;
  if (2 * forms_.size() >= table_.size()) {
    std::vector<uint32_t> table(2 * table_.size());
    uint32_t mask = static_cast<uint32_t>(table.size()) - 1;
    for (uint32_t i = 0; i < forms_.size(); ++i) {
      uint32_t slot = hash(forms_[i]) & mask;
      while (table[slot]) slot = (slot + 1) & mask;
      table[slot] = i + 1;
    }
    table_.swap(table);
  }
  forms_.emplace_back(folded);
  uint32_t mask = static_cast<uint32_t>(table_.size()) - 1;
  uint32_t slot = hash(folded) & mask;
  while (table_[slot]) slot = (slot + 1) & mask;
  table_[slot] = static_cast<uint32_t>(forms_.size());
  return static_cast<uint32_t>(lexicon_.size() + forms_.size() - 1);
}

std::string_view NameWords::form(uint32_t word) const {
  return word < lexicon_.size() ? lexicon_.form(word) : forms_[word - lexicon_.size()];
}

}  // namespace quotary
