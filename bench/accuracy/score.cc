#include "bench/accuracy/score.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <tuple>

#include "bench/accuracy/speaker_names.h"
#include "common/text/words.h"

namespace quotary::accuracy {
namespace {

constexpr double kMatchOverlap = 0.5;

// The words of a text by their numbers. Words are those of common/text/words.h, but what is written
// with a hyphen, a dot or an apostrophe inside is one word here, so that "third-party" counts once.
class ScoredWords {
 public:
  explicit ScoredWords(std::string_view text) {
    for_each_word(text, [&](std::string_view folded, Span span) {
      if (!spans_.empty() && joins(text, spans_.back().end, span.begin)) {
        spans_.back().end = span.end;
        words_.back() += folded;
      } else {
        spans_.push_back(span);
        words_.emplace_back(folded);
      }
    });
  }

  // The numbers of the words in a span, as a range; a word that is cut counts where most of it lies
  // inside.
  std::pair<size_t, size_t> in(Span span) const {
    const auto middle_before = [](Span word, uint32_t at) {
      return (uint64_t{word.begin} + word.end) / 2 < at;
    };
    const auto first = std::lower_bound(spans_.begin(), spans_.end(), span.begin, middle_before);
    const auto last = std::lower_bound(first, spans_.end(), span.end, middle_before);
    return {first - spans_.begin(), last - spans_.begin()};
  }

  const std::string& word(size_t number) const { return words_[number]; }

 private:
  static bool joins(std::string_view text, uint32_t end, uint32_t begin) {
    const std::string_view between = text.substr(end, begin - end);
    return between == "-" || between == "." || between == "'" || between == "\u2019";
  }

  std::vector<Span> spans_;
  std::vector<std::string> words_;
};

using Range = std::pair<size_t, size_t>;

double overlap(Range a, Range b) {
  const size_t begin = std::max(a.first, b.first), end = std::min(a.second, b.second);
  if (begin >= end) return 0;
  const double shared = static_cast<double>(end - begin);
  return shared / (static_cast<double>(a.second - a.first + b.second - b.first) - shared);
}

// A content without its leading complementiser or connective, which is not scored either way.
Range core(const ScoredWords& words, Range range) {
  static constexpr std::array<std::string_view, 11> leading = {
      "that",    "to",   "but",      "and",     "however", "meanwhile",
      "earlier", "also", "secondly", "firstly", "moreover"};
  while (range.second - range.first > 1 &&
         std::find(leading.begin(), leading.end(), words.word(range.first)) != leading.end())
    ++range.first;
  return range;
}

// For each gold statement the number of its match; nullopt where it has none.
std::vector<std::optional<size_t>> align(const std::vector<Range>& gold,
                                         const std::vector<Range>& found) {
  std::vector<std::tuple<double, size_t, size_t>> pairs;
  for (size_t g = 0; g < gold.size(); ++g) {
    for (size_t f = 0; f < found.size(); ++f) {
      const double share = overlap(gold[g], found[f]);
      if (share >= kMatchOverlap) pairs.emplace_back(-share, g, f);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  std::vector<std::optional<size_t>> match(gold.size());
  std::vector<bool> taken(found.size());
  for (const auto& [share, g, f] : pairs) {
    if (match[g] || taken[f]) continue;
    match[g] = f;
    taken[f] = true;
  }
  return match;
}

std::vector<Range> word_ranges(const ScoredWords& words,
                               const std::vector<LabelledStatement>& statements) {
  std::vector<Range> ranges;
  ranges.reserve(statements.size());
  for (const LabelledStatement& statement : statements)
    ranges.push_back(words.in(statement.content));
  return ranges;
}

void count_match(Score& score, const LabelledStatement& gold, const LabelledStatement& found) {
  const bool right = same_speaker(found.speaker, gold.speaker);
  score.matched += 1;
  score.resolved += right;
  score.named += right && gold.speaker;
  score.full_name += right && gold.speaker && same_speaker(found.speaker, gold.speaker, true);
  score.wrong_name += !right && found.speaker;
  score.kind += found.kind == gold.kind;
  score.said += found.said == gold.said;
  score.status += found.status == gold.status;
}

double percent(size_t part, size_t whole) {
  return whole ? 100.0 * static_cast<double>(part) / static_cast<double>(whole) : 0;
}

}  // namespace

Score& Score::operator+=(const Score& other) {
  for (auto count : {&Score::files, &Score::gold, &Score::found, &Score::matched, &Score::exact,
                     &Score::resolved, &Score::named, &Score::full_name, &Score::wrong_name,
                     &Score::kind, &Score::said, &Score::status})
    this->*count += other.*count;
  return *this;
}

double Score::f1(size_t right) const { return percent(2 * right, gold + found); }

double Score::full_name_rate() const { return percent(full_name, named); }

double Score::of_matches(size_t count) const { return percent(count, matched); }

Score score_article(std::string_view text, const std::vector<LabelledStatement>& gold,
                    const std::vector<LabelledStatement>& found, std::vector<Mistake>* mistakes) {
  const ScoredWords words(text);
  const auto gold_ranges = word_ranges(words, gold), found_ranges = word_ranges(words, found);
  const auto match = align(gold_ranges, found_ranges);
  const auto note = [&](Mistake::Kind kind, Span content, const auto& speaker, const auto& right) {
    if (mistakes)
      mistakes->push_back(
          {kind, std::string(content.of(text)), speaker.value_or(""), right.value_or("")});
  };
  const std::optional<std::string> nobody;
  Score score;
  score.files = 1;
  score.gold = gold.size();
  score.found = found.size();
  std::vector<bool> matched(found.size());
  for (size_t g = 0; g < gold.size(); ++g) {
    if (!match[g]) {
      note(Mistake::Kind::missed, gold[g].content, nobody, gold[g].speaker);
      continue;
    }
    const LabelledStatement& one = found[*match[g]];
    matched[*match[g]] = true;
    count_match(score, gold[g], one);
    score.exact += core(words, gold_ranges[g]) == core(words, found_ranges[*match[g]]);
    if (!same_speaker(one.speaker, gold[g].speaker))
      note(Mistake::Kind::speaker, one.content, one.speaker, gold[g].speaker);
  }
  for (size_t f = 0; f < found.size(); ++f) {
    if (!matched[f]) note(Mistake::Kind::extra, found[f].content, found[f].speaker, nobody);
  }
  return score;
}

}  // namespace quotary::accuracy
