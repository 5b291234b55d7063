#include "indexer/extract/word_forms.h"

namespace quotary {
namespace {

bool vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> ends) {
  for (auto end : ends)
    if (word.ends_with(end)) return true;
  return false;
}

// "admit" -> "admitt": one short vowel before a last consonant that doubles, in short words.
bool doubles(std::string_view w) {
  size_t n = w.size();
  return n >= 3 && n <= 4 && !vowel(w[n - 1]) && vowel(w[n - 2]) && !vowel(w[n - 3]) &&
         std::string_view("bdgmnprt").find(w[n - 1]) != std::string_view::npos;
}

std::vector<InflectedForm> regular(std::string_view lemma) {
  std::string stem(lemma);
  std::string third = stem + (ends_with_any(lemma, {"s", "x", "sh", "ch", "z"}) ? "es" : "s");
  std::string past = stem + "ed";
  std::string gerund = stem + "ing";
  if (lemma.size() > 1 && lemma.ends_with('y') && !vowel(lemma[lemma.size() - 2])) {
    stem.pop_back();
    third = stem + "ies", past = stem + "ied";
  } else if (lemma.ends_with("ee")) {
    past = stem + "d";
  } else if (lemma.ends_with('e')) {
    past = stem + "d";
    stem.pop_back();
    gerund = stem + "ing";
  } else if (doubles(lemma)) {
    past = stem + lemma.back() + "ed", gerund = stem + lemma.back() + "ing";
  }
  return {{std::string(lemma), VerbForm::base},
          {third, VerbForm::third_person},
          {past, VerbForm::past},
          {past, VerbForm::participle},
          {gerund, VerbForm::gerund}};
}

}  // namespace

std::vector<InflectedForm> verb_forms(std::string_view line) {
  std::vector<InflectedForm> forms;
  auto form = static_cast<int>(VerbForm::base);
  for (size_t begin = 0; begin < line.size();) {
    size_t end = std::min(line.find(' ', begin), line.size());
    if (end > begin)
      forms.push_back(
          {std::string(line.substr(begin, end - begin)), static_cast<VerbForm>(form++)});
    if (form > static_cast<int>(VerbForm::gerund)) break;
    begin = end + 1;
  }
  return forms.size() == 1 ? regular(line) : forms;
}

}  // namespace quotary
