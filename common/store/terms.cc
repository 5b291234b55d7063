#include "common/store/terms.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

#include "common/store/encoding.h"
#include "common/store/hash.h"
#include "common/store/schema.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace quotary {
namespace {

constexpr size_t kIdLetters = 13;
constexpr size_t kStatementLetters = 7;
constexpr size_t kMaxPathLevels = 16;
constexpr char kPackedMark = '\1';

// What a term takes in the tables' keys, where a NUL is two bytes.
size_t term_bytes(std::string_view term) {
  return term.size() + static_cast<size_t>(std::count(term.begin(), term.end(), '\0'));
}

std::string bounded_term(std::string term) {
  if (term_bytes(term) <= kMaxTermBytes) return term;
  std::string tail = "~" + hash_letters(stable_hash(term), kIdLetters);
  // Half of the limit holds the head even if all of it were NULs.
  return std::string(utf8_prefix(term, kMaxTermBytes / 2 - tail.size())) + tail;
}

bool is_id_letters(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'); });
}

}  // namespace

// A word and its stem, remembered where the word's hash says; the next word with that hash takes
// its place. Most words of a text are few words: hardly any is looked for in vain.
struct Stemmer::Slot {
  static constexpr size_t kRoom = 23;  // for longer words there is no slot
  uint8_t word_size;
  uint8_t stem_size;
  char word[kRoom];
  char stem[kRoom];
};

struct Stemmer::Algorithm {
  Xapian::Stem stem{"english"};
  std::string last;
};

namespace {

// Of a word that is not empty and at most 23 bytes long.
size_t stem_hash(std::string_view word) {
  uint64_t first = 0;
  uint64_t last = 0;
  size_t part = std::min<size_t>(word.size(), 8);
  std::memcpy(&first, word.data(), part);
  std::memcpy(&last, word.data() + word.size() - part, part);
  uint64_t hash = (first * 0x9e3779b97f4a7c15 ^ last ^ word.size()) * 0xff51afd7ed558ccd;
  return hash ^ hash >> 32;
}

}  // namespace

// The slots come as zeros that take no memory before they are used.
Stemmer::Stemmer(Memory memory)
    : mask_((size_t{1} << static_cast<unsigned>(memory)) - 1),
      algorithm_(std::make_unique<Algorithm>()),
      slots_(static_cast<Slot*>(std::calloc(mask_ + 1, sizeof(Slot))), std::free) {
  if (!slots_) throw std::bad_alloc();
}
Stemmer::~Stemmer() = default;

std::string_view Stemmer::stem(std::string_view folded_word) {
  if (folded_word.empty() || folded_word.size() > Slot::kRoom) return compute(folded_word);
  Slot& slot = slots_[stem_hash(folded_word) & mask_];
  if (std::string_view(slot.word, slot.word_size) == folded_word)
    return {slot.stem, slot.stem_size};
  std::string_view stem = compute(folded_word);
  if (stem.size() > Slot::kRoom) return stem;
  slot.word_size = static_cast<uint8_t>(folded_word.copy(slot.word, Slot::kRoom));
  slot.stem_size = static_cast<uint8_t>(stem.copy(slot.stem, Slot::kRoom));
  return stem;
}

std::string_view Stemmer::compute(std::string_view folded_word) {
  algorithm_->last = algorithm_->stem(std::string(folded_word));
  return algorithm_->last;
}

std::string word_term(std::string_view prefix, std::string_view folded_word) {
  std::string term(prefix);
  term += folded_word;
  return bounded_term(std::move(term));
}

std::string stem_term(std::string_view prefix, std::string_view stem) {
  std::string term(prefix::stem);
  term += prefix;
  term += stem;
  return bounded_term(std::move(term));
}

std::vector<std::string> terms_of_stem(std::string_view prefix, std::string_view folded_word,
                                       Stemmer& stemmer) {
  std::string stem(stemmer.stem(folded_word));
  std::vector<std::string> terms = {stem_term(prefix, stem)};
  if (stemmer.stem(stem) == stem) terms.push_back(word_term(prefix, stem));
  return terms;
}

std::string fold_value(std::string_view value) {
  std::string folded;
  for (char c : fold(value)) {
    bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space) {
      folded += c;
    } else if (!folded.empty() && folded.back() != ' ') {
      folded += ' ';
    }
  }
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

std::string exact_term(std::string_view prefix, std::string_view value) {
  return word_term(prefix, fold_value(value));
}

std::string path_term(std::string_view path) {
  while (path.starts_with("./")) path.remove_prefix(2);
  while (path.ends_with('/')) path.remove_suffix(1);
  return exact_term(prefix::path, path);
}

std::vector<std::string> path_terms(std::string_view path) {
  std::vector<std::string> terms;
  for (size_t at = path.find('/', 1); at != path.npos && terms.size() < kMaxPathLevels;
       at = path.find('/', at + 1))
    terms.push_back(path_term(path.substr(0, at)));
  terms.push_back(path_term(path));
  return terms;
}

namespace {

// Every statement has up to nine of these, and fmt takes ten times as long for them.
void append_digits(std::string& out, unsigned number, unsigned count) {
  for (unsigned unit = count == 4 ? 1000 : 10; unit > 0; unit /= 10)
    out += static_cast<char>('0' + number / unit % 10);
}

std::string date_term(std::string_view root, char part, int year) {
  std::string term(root);
  term += part;
  append_digits(term, static_cast<unsigned>(year), 4);
  return term;
}

}  // namespace

std::string year_term(std::string_view root, int year) { return date_term(root, 'Y', year); }

std::string month_term(std::string_view root, std::chrono::year_month month) {
  std::string term = date_term(root, 'M', static_cast<int>(month.year()));
  append_digits(term, static_cast<unsigned>(month.month()), 2);
  return term;
}

std::string day_term(std::string_view root, Date day) {
  std::string term(root);
  term += 'D';
  term += date_value(day);
  return term;
}

std::array<std::string, 3> date_terms(std::string_view root, Date day) {
  return {year_term(root, static_cast<int>(day.year())), month_term(root, day.year() / day.month()),
          day_term(root, day)};
}

std::string date_value(Date day) {
  std::string value;
  append_digits(value, static_cast<unsigned>(static_cast<int>(day.year())), 4);
  append_digits(value, static_cast<unsigned>(day.month()), 2);
  append_digits(value, static_cast<unsigned>(day.day()), 2);
  return value;
}

std::optional<Date> parse_date_value(std::string_view value) {
  if (value.size() != 8) return std::nullopt;
  return parse_iso_date(
      fmt::format("{}-{}-{}", value.substr(0, 4), value.substr(4, 2), value.substr(6)));
}

std::string pack_values(const std::vector<std::string>& values) {
  if (values.empty()) return {};
  if (values.size() == 1 && !values[0].empty() && values[0][0] != kPackedMark) return values[0];
  ByteWriter writer;
  writer.byte(kPackedMark);
  for (const std::string& value : values) writer.string(value);
  return writer.take();
}

std::vector<std::string> unpack_values(std::string_view packed) {
  if (packed.empty()) return {};
  if (packed[0] != kPackedMark) return {std::string(packed)};
  std::vector<std::string> values;
  size_t at = 1;
  while (at < packed.size()) {
    uint64_t size = 0;
    for (int shift = 0; at < packed.size() && shift < 35; shift += 7) {
      uint8_t byte = static_cast<uint8_t>(packed[at++]);
      size |= static_cast<uint64_t>(byte & 127) << shift;
      if (byte < 128) break;
    }
    if (size > packed.size() - at) break;
    values.emplace_back(packed.substr(at, size));
    at += size;
  }
  return values;
}

std::string article_id(std::string_view article_key) {
  return hash_letters(stable_hash(article_key), kIdLetters);
}

std::string statement_id(std::string_view article_id, const std::vector<Span>& segments) {
  std::string offsets;
  for (Span span : segments) offsets += fmt::format("{}-{};", span.begin, span.end);
  return fmt::format("{}-{}", article_id, hash_letters(stable_hash(offsets), kStatementLetters));
}

std::optional<std::string_view> article_part_of_id(std::string_view id) {
  std::string_view article = id.substr(0, kIdLetters);
  std::string_view rest = id.substr(article.size());
  if (article.size() != kIdLetters || !is_id_letters(article)) return std::nullopt;
  if (rest.empty()) return article;
  if (rest.size() != 1 + kStatementLetters || rest[0] != '-' || !is_id_letters(rest.substr(1)))
    return std::nullopt;
  return article;
}

std::string article_id_term(std::string_view article_id) {
  return word_term(prefix::article_id, article_id);
}

std::string file_version_term(std::string_view file_key, uint64_t generation) {
  return fmt::format("{}{}.{}", prefix::file_version,
                     hash_letters(stable_hash(file_key), kIdLetters), generation);
}

}  // namespace quotary
