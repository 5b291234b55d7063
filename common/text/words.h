#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/span.h"

namespace quotary {

// Words as they are indexed and searched for. The ONE segmentation: the indexer makes terms by it,
// the query compiler takes a query's words apart by it, highlighting finds matches by it. A word's
// position is its number in the order given here.
//
//   a word is a run of letters and digits       G20 -> g20, 1990s, façade -> facade
//   an apostrophe between letters vanishes      O'Brien -> obrien, don't -> dont
//   but the possessive is cut off               China's -> china, CHINA’S -> china, it's -> it
//   dots in single letters vanish               U.S. -> us, p.m. -> pm, J.P. Morgan -> jp morgan
//   an ampersand between letters stays          AT&T -> at&t
//   commas in thousands vanish, a decimal point 1,000,000 -> 1000000, 3.5 -> 3.5, 1.5bn -> 1.5bn,
//   between digits stays                        10,12 -> 10 12
//   everything else separates                   COVID-19 -> covid 19, U.S.-led -> us led,
//                                               example.com -> example com, 10:30 -> 10 30
//   scripts without spaces (Han, kana, hangul,  北京市 -> 北京 京市; a run of one character is a
//   word Thai, Lao, Khmer, Burmese): each two        by itself. One character inside of a longer
//   run is neighbours                                  found by a prefix search only (京*).
//
// Each word is folded (common/text/fold.h). Of a word that is longer than 64 code points or 192
// bytes only so much is kept, so that every term stays far below the 245 bytes of Xapian; its Span
// covers the whole of it. Stemming is not done here.
inline constexpr size_t kMaxWordCodePoints = 64;
inline constexpr size_t kMaxWordBytes = 192;

// Walks over the words of a valid UTF-8 text, which must outlive it:
//   for (WordScanner words(text); words.next();) use(words.folded(), words.span());
// Plain ASCII is read at some hundred MB/s with no allocation.
class WordScanner {
 public:
  explicit WordScanner(std::string_view text) : text_(text) {}

  // Moves to the next word; false at the end of the text.
  bool next();

  // The present word, folded, never empty; valid until next().
  std::string_view folded() const { return folded_; }

  // Where it stands in the text, with everything that folding drops ("O'Brien", "U.S.", "China").
  Span span() const { return span_; }

 private:
  bool scan_ascii(size_t begin);
  bool scan_any(size_t begin);
  bool next_pair();
  void set_folded(std::string_view word);

  std::string_view text_;
  size_t at_ = 0;         // where the next word is looked for
  size_t pairs_end_ = 0;  // the end of a run that is read in pairs, else not above at_
  Span span_;
  std::string_view folded_;
  std::array<char, 256> ascii_;  // the present word's bytes, while all is ASCII
  std::string other_;            // the same, where it is not
};

// Calls visit(std::string_view folded, Span span) for each word of `text`.
template <typename Visit>
void for_each_word(std::string_view text, Visit&& visit) {
  for (WordScanner words(text); words.next();) visit(words.folded(), words.span());
}

// The words of `text`, folded.
std::vector<std::string> folded_words(std::string_view text);

}  // namespace quotary
