#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace quotary::bench {

// How well questions are answered: for pairs of a speaker and a topic, all statements of the
// speaker over a real corpus were read, and those that are about the topic marked. The gold file
// holds, one JSON object a line, {"speaker","topic","relevant":[{"path","start","end"}]}: places in
// code points of the articles' texts, and no text. A hit is right where it shares half of the
// shorter one's length with such a place.
struct RelevantPlace {
  std::string path;
  uint32_t start = 0;
  uint32_t end = 0;
};

struct AnswerPair {
  std::string speaker;
  std::string topic;
  std::vector<RelevantPlace> relevant;
};

// What one way of searching gives over all pairs. Sums of hits (micro) and means of the pairs
// (macro).
struct AnswerScore {
  std::string way;  // "strict", "default", ...
  uint64_t found = 0;
  uint64_t right = 0;
  uint64_t reached = 0;  // places of the gold that a hit reaches
  uint64_t gold = 0;
  double mean_f1 = 0;
  uint64_t unanswered = 0;  // pairs for which nothing right is found

  double precision() const { return found == 0 ? 0 : static_cast<double>(right) / found; }
  double recall() const { return gold == 0 ? 0 : static_cast<double>(reached) / gold; }
  double f1() const {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }
};

struct AnswersReport {
  size_t pairs = 0;
  std::vector<AnswerScore> scores;
};

// Throws Error{input} that names file and line.
std::vector<AnswerPair> read_answer_pairs(const std::filesystem::path& file);

// By content alone (strict), by content or passage (plain), the same under all names of the topic
// (default: what quotary-query does), and with what --near adds. Throws Error{index}, Error{usage}
// where none of the gold's files is in the index.
AnswersReport measure_answers(const std::filesystem::path& index,
                              const std::vector<AnswerPair>& pairs);

std::string answers_text(const AnswersReport& report);
std::string answers_json(const AnswersReport& report);

}  // namespace quotary::bench
