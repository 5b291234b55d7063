#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/span.h"
#include "common/text/date.h"

namespace quotary {

// How words, values and dates become terms and slot values: the same for whoever writes an index
// and whoever searches it. Words come folded from common/text/words.h; values are folded here.

// Xapian refuses terms over 245 bytes, and stores a NUL as two.
inline constexpr size_t kMaxTermBytes = 245;

// The English stem (Snowball) of folded words. Remembers words it has seen, in bounded memory:
// nearly all words of a text are answered from there. Not for several threads at once.
class Stemmer {
 public:
  // How many words are remembered, by powers of two: of a text that is indexed, of a question and
  // of the passages that it finds.
  enum class Memory : uint8_t { text = 14, question = 8 };

  explicit Stemmer(Memory memory = Memory::text);
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  // Valid until the next call.
  std::string_view stem(std::string_view folded_word);

 private:
  struct Slot;
  struct Algorithm;
  std::string_view compute(std::string_view folded_word);

  size_t mask_;
  std::unique_ptr<Algorithm> algorithm_;
  std::unique_ptr<Slot[], void (*)(void*)> slots_;
};

// PREFIX + word.
std::string word_term(std::string_view prefix, std::string_view folded_word);

// Z + PREFIX + stem.
std::string stem_term(std::string_view prefix, std::string_view stem);

// The terms by which all words with the stem of this word are found, under one prefix: the stem's
// term, and the exact form of the word that is its own stem (such a word has no stem's term).
std::vector<std::string> terms_of_stem(std::string_view prefix, std::string_view folded_word,
                                       Stemmer& stemmer);

// PREFIX + the folded value, white space collapsed to single spaces. What would be over
// kMaxTermBytes is cut and ends in "~" and 13 characters of a hash of the whole.
std::string exact_term(std::string_view prefix, std::string_view value);

// The value of exact_term without prefix, hash and limit: what two values are compared by.
std::string fold_value(std::string_view value);

// Terms of the folders that a path lies in and of the path itself: "2024", "2024/10",
// "2024/10/summit.txt". For the first 16 levels and the whole. The same for a query: exact_term of
// the path as typed, without a leading "./" or a trailing "/".
std::vector<std::string> path_terms(std::string_view path);
std::string path_term(std::string_view path);

// ROOT + Y2024, ROOT + M202410, ROOT + D20241023; ROOT is prefix::date, said or when.
// Years have four digits (0 to 9999: the article parser believes nothing else).
std::string year_term(std::string_view root, int year);
std::string month_term(std::string_view root, std::chrono::year_month month);
std::string day_term(std::string_view root, Date day);
std::array<std::string, 3> date_terms(std::string_view root, Date day);

// "20241023", as slots hold it; it sorts as days do.
std::string date_value(Date day);
std::optional<Date> parse_date_value(std::string_view value);

// Several strings in one slot, in order. One alone is stored as it is; several as a byte 1, then
// each after its length.
std::string pack_values(const std::vector<std::string>& values);
// Never fails: what is damaged ends the list.
std::vector<std::string> unpack_values(std::string_view packed);

// An article's id: 13 characters of a-z and 2-7, a hash of its key (Article::key). Stable over
// runs, merges and rebuilds.
std::string article_id(std::string_view article_key);

// A statement's public id: the article's id, "-", and 7 characters, a hash of its content's
// offsets. It outlives merges and rebuilds, and needs no term: the article is found by its id, the
// statement among those that follow.
std::string statement_id(std::string_view article_id, const std::vector<Span>& segments);

// The article's part of a statement's or an article's id; nullopt if it is neither.
std::optional<std::string_view> article_part_of_id(std::string_view id);

std::string article_id_term(std::string_view article_id);

// One version of one file: all documents that came from it.
std::string file_version_term(std::string_view file_key, uint64_t generation);

}  // namespace quotary
