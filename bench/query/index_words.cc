#include "bench/query/index_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "common/base/error.h"
#include "common/store/terms.h"
#include "query/search/searcher.h"

namespace quotary::bench {
namespace {

struct WordCount {
  std::string word;
  uint64_t count = 0;
};

bool is_plain_word(const std::string& term) {
  return term.size() >= 4 &&
         std::all_of(term.begin(), term.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// About how many statements have the word's stem in their contents.
uint64_t stem_count(const Xapian::Database& database, const std::string& word, Stemmer& stemmer) {
  uint64_t count = 0;
  for (const std::string& term : terms_of_stem("", word, stemmer))
    count += database.get_termfreq(term);
  return count;
}

// Words of contents, as their terms without a prefix tell (schema.h), each with the number of
// statements that its stem finds.
std::vector<WordCount> plain_words(const IndexReader& index) {
  const Xapian::Database& database = index.database();
  std::vector<WordCount> words;
  Stemmer stemmer;
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    const std::string first(1, letter);
    for (auto term = database.allterms_begin(first); term != database.allterms_end(first); ++term)
      if (is_plain_word(*term)) words.push_back({*term, stem_count(database, *term, stemmer)});
  }
  return words;
}

// The word whose count is nearest to `count`, by their ratio; it is taken off the list.
std::string take_nearest(std::vector<WordCount>& words, double count) {
  const auto distance = [count](const WordCount& w) {
    return std::abs(std::log(static_cast<double>(w.count) / count));
  };
  const auto best = std::min_element(
      words.begin(), words.end(),
      [&](const WordCount& a, const WordCount& b) { return distance(a) < distance(b); });
  std::string word = best->word;
  words.erase(best);
  return word;
}

// The word and the one behind it, from a passage that has it.
std::string phrase_with(const IndexReader& index, const std::string& word) {
  SearchOptions options;
  options.limit = 20;
  Search search(index, phrase_node(word), options);
  while (const auto hit = search.next()) {
    const std::string& text = hit->passage.text;
    const size_t at = text.find(word + " ");
    if (at == std::string::npos) continue;
    size_t end = at + word.size() + 1;
    while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
    if (end > at + word.size() + 1) return text.substr(at, end - at);
  }
  return word;
}

std::string most_frequent_speaker(const IndexReader& index) {
  SearchOptions options;
  options.limit = 1;
  options.facets = {"speaker"};
  options.facet_limit = 1;
  const Search search(index, Node{}, options);
  const auto& values = search.head().facets.front().values;
  if (values.empty()) throw Error(ErrorKind::index, "the index has no named speaker");
  return values.front().value;
}

// The year with the most statements.
int busiest_year(const IndexReader& index) {
  SearchOptions options;
  options.limit = 1;
  options.timeline = true;
  options.interval = Interval::year;
  const Search search(index, Node{}, options);
  const auto& points = search.head().timeline->points;
  const auto most = std::max_element(
      points.begin(), points.end(),
      [](const TimelinePoint& a, const TimelinePoint& b) { return a.count < b.count; });
  return most == points.end() ? 2000 : std::stoi(most->period);
}

}  // namespace

IndexWords words_of(const IndexReader& index) {
  constexpr size_t kFewest = 100;
  std::vector<WordCount> words = plain_words(index);
  if (words.size() < kFewest)
    throw Error(ErrorKind::index, fmt::format("{}: too few words", index.path().string()),
                "index at least some hundred articles to measure queries");
  const auto all = static_cast<double>(index.manifest().statements());
  IndexWords found;
  found.very_common = take_nearest(words, all / 5);
  found.common = take_nearest(words, all / 20);
  found.rare = take_nearest(words, all / 2000);
  for (int i = 0; i < 4; ++i) found.others.push_back(take_nearest(words, all / 50));
  found.phrase = phrase_with(index, found.common);
  found.speaker = most_frequent_speaker(index);
  found.year = busiest_year(index);
  return found;
}

}  // namespace quotary::bench
