#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "bench/accuracy/labelled_statement.h"

namespace quotary::accuracy {

// Counts of one comparison of found statements with gold ones, and the figures that follow from
// them. Scores of several articles add up.
//
//   match       one to one, the best pairs first: the words of the contents overlap by at least
//   half of their
//               union (intersection over union of content words)
//   exact       a match with the same words; a leading "that", "to" or connective does not count
//   resolved    a match whose speaker is right (speaker_names.h); none where the gold has none
//   full name   of right speakers, those given as completely as the gold gives them
//   wrong name  of matches, those that name a speaker who is not the gold's: words put into a mouth
//   kind, said, status   of matches, those that agree; a date where the gold has none is wrong
struct Score {
  size_t files = 0;
  size_t gold = 0;
  size_t found = 0;
  size_t matched = 0;
  size_t exact = 0;
  size_t resolved = 0;
  size_t named = 0;  // resolved, the gold having a name
  size_t full_name = 0;
  size_t wrong_name = 0;
  size_t kind = 0;
  size_t said = 0;
  size_t status = 0;

  Score& operator+=(const Score& other);

  // Figures in percent; 0 where there is nothing to divide by. F1: the harmonic mean of precision
  // and recall.
  double f1(size_t right) const;
  double match_f1() const { return f1(matched); }
  double exact_f1() const { return f1(exact); }
  double resolved_f1() const { return f1(resolved); }
  double full_name_rate() const;
  double wrong_name_rate() const { return of_matches(wrong_name); }
  double kind_rate() const { return of_matches(kind); }
  double said_rate() const { return of_matches(said); }
  double status_rate() const { return of_matches(status); }

 private:
  double of_matches(size_t count) const;
};

// What went wrong with one statement, for a list that people read.
struct Mistake {
  enum class Kind { missed, extra, speaker } kind;
  std::string content;
  std::string speaker;  // found; empty for a missed one
  std::string gold;     // empty for an extra one
};

// Compares what was found in one article with its gold. `text` is the article's; `mistakes`, where
// given, gets what was missed, what is too much, and every wrong speaker.
Score score_article(std::string_view text, const std::vector<LabelledStatement>& gold,
                    const std::vector<LabelledStatement>& found,
                    std::vector<Mistake>* mistakes = nullptr);

}  // namespace quotary::accuracy
