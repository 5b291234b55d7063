#include "bench/synthetic/vocabulary.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace quotary::bench {
namespace {

constexpr std::string_view kConsonants = "bdfgklmnprstvz";
constexpr std::string_view kVowels = "aeiou";
constexpr uint64_t kSyllables = kConsonants.size() * kVowels.size();
constexpr std::array<std::string_view, 8> kWordEndings = {"ub",  "ax", "olf", "irz",
                                                          "umz", "ek", "ofk", "ilb"};
constexpr std::array<std::string_view, 6> kNameEndings = {"ovar",  "enko",  "uzzi",
                                                          "askar", "immel", "othe"};
constexpr std::array<std::string_view, 4> kTopicEndings = {"umq", "irq", "olq", "akq"};

// A number as syllables, the lowest digit first: frequent words come out short and unlike their
// neighbours in rank.
std::string syllables(uint64_t number) {
  std::string text;
  do {
    const uint64_t digit = number % kSyllables;
    text += kConsonants[digit / kVowels.size()];
    text += kVowels[digit % kVowels.size()];
    number /= kSyllables;
  } while (number > 0);
  return text;
}

// Joins the syllables to an ending; the vowel between gives way to the ending's own.
template <size_t N>
std::string with_ending(uint64_t rank, const std::array<std::string_view, N>& endings) {
  std::string text = syllables(rank / N);
  const char consonant = kConsonants[(rank / N) % kConsonants.size()];
  text += consonant;
  text += endings[rank % N];
  return text;
}

}  // namespace

uint64_t ZipfMandelbrot::rank(Random& random) const {
  constexpr double highest = 1e12;
  const double u = 1 - random.unit();  // (0, 1]
  const double x = shift * (std::pow(u, -1 / (exponent - 1)) - 1);
  return static_cast<uint64_t>(std::min(x, highest));
}

std::string word_of_rank(uint64_t rank) { return with_ending(rank, kWordEndings); }

std::string name_of_rank(uint64_t rank) {
  std::string name = with_ending(rank, kNameEndings);
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

std::string topic_of_rank(uint64_t rank) { return with_ending(rank, kTopicEndings); }

}  // namespace quotary::bench
