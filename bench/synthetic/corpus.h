#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "bench/synthetic/random.h"
#include "common/text/date.h"

namespace quotary::bench {

// What one sentence of a synthetic article says.
struct SyntheticStatement {
  std::string speaker;  // the full name, however the sentence calls the speaker
  std::string topic;    // one word of the content; no other sentence of the article has it
};

// A news article of words that do not exist, in sentences that do.
struct SyntheticArticle {
  std::string path;  // 2019/03/0000042.txt
  std::string text;  // the dated format: date and headline, dateline, paragraphs
  std::vector<SyntheticStatement> statements;
};

// Someone who speaks in synthetic articles; a rank always is the same person, and no two have one
// family name.
struct SyntheticPerson {
  std::string given, family, role;
  bool female = false;

  std::string full_name() const { return given + " " + family; }
};
SyntheticPerson person_of_rank(uint64_t rank);

// An endless archive, the same for a seed, byte for byte: articles of one to four thousand bytes in
// the order of their days, from 2000 on. Each has two speakers; what they say is reported in the
// ways that news has (said that, a quotation, added, he, according to, denied that), so that who
// said what is known for all of it. Vocabulary, speakers and topics grow with the archive.
class SyntheticCorpus {
 public:
  explicit SyntheticCorpus(uint64_t seed) : random_(seed) {}

  SyntheticArticle next();

 private:
  std::string word();
  std::string unused_topic(const SyntheticArticle& article);
  std::string clause(const std::string& topic);
  std::string narration();
  std::string speech(const SyntheticPerson& who, const std::string& topic, bool first, bool again,
                     Date day);
  std::string turns(const SyntheticPerson& who, Date day, SyntheticArticle& article);

  Random random_;
  uint64_t written_ = 0;
};

// How many statements are by whom about what: what a search of the archive has to find.
using SyntheticAnswers = std::map<std::pair<std::string, std::string>, uint64_t>;

struct SyntheticSize {
  uint64_t files = 0;
  uint64_t bytes = 0;
  uint64_t statements = 0;
  SyntheticAnswers answers;  // for the 50 most frequent speakers and 100 most frequent topics
};

// Writes the first articles of an archive below `folder` until they come to `bytes` or more.
// Throws Error{output} where a file cannot be written.
SyntheticSize write_synthetic(const std::filesystem::path& folder, uint64_t seed, uint64_t bytes);

// The answers as JSON Lines: {"speaker", "topic", "statements"}.
std::string answers_json(const SyntheticAnswers& answers);

}  // namespace quotary::bench
