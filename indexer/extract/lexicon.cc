#include "indexer/extract/lexicon.h"

#include "indexer/extract/lexicon_data.h"
#include "indexer/extract/word_forms.h"

namespace quotary {
namespace {

struct ClassRow {
  std::string_view file;  // lexicon/en/<file>.txt
  WordClass word_class;
  bool is_verb;  // lines are lemmas, all forms are made from them
};

constexpr ClassRow class_rows[] = {
    {"say", WordClass::say, true},
    {"speech_act", WordClass::speech_act, true},
    {"cue_noun", WordClass::cue_noun, false},
    {"pronoun", WordClass::pronoun, false},
    {"determiner", WordClass::determiner, false},
    {"preposition", WordClass::preposition, false},
    {"conjunction", WordClass::conjunction, false},
    {"subordinator", WordClass::subordinator, false},
    {"auxiliary", WordClass::auxiliary, false},
    {"verb", WordClass::verb, true},
    {"adverb", WordClass::adverb, false},
    {"negation", WordClass::negation, false},
    {"title", WordClass::title, false},
    {"role", WordClass::role, false},
    {"body", WordClass::body, false},
    {"male", WordClass::male, false},
    {"female", WordClass::female, false},
    {"male_name", WordClass::male | WordClass::given_name, false},
    {"female_name", WordClass::female | WordClass::given_name, false},
    {"given_name", WordClass::given_name, false},
    {"nationality", WordClass::nationality, false},
    {"country", WordClass::country, false},
    {"weekday", WordClass::weekday, false},
    {"month", WordClass::month, false},
    {"abbreviation", WordClass::abbreviation, false},
    {"place", WordClass::place, false},
    {"group", WordClass::group, false},
    {"medium", WordClass::medium, false},
    {"document", WordClass::document, false},
    {"portfolio", WordClass::portfolio, false},
    {"particle", WordClass::particle, false},
    {"common", WordClass::common, false},
};

uint32_t hash(std::string_view word) {
  uint64_t h = 14695981039346656037u;  // FNV-1a
  for (unsigned char c : word) h = (h ^ c) * 1099511628211u;
  return static_cast<uint32_t>(h ^ (h >> 32));
}

// Calls f for each line that is neither empty nor a comment.
template <class F>
void for_each_line(std::string_view data, F&& f) {
  for (size_t begin = 0; begin < data.size();) {
    size_t end = std::min(data.find('\n', begin), data.size());
    std::string_view line = data.substr(begin, end - begin);
    if (!line.empty() && line[0] != '#') f(line);
    begin = end + 1;
  }
}

}  // namespace

const Lexicon& Lexicon::of(std::string_view) {
  static const Lexicon english;
  return english;
}

Lexicon::Lexicon() : forms_(1), infos_(1), table_(1 << 12) {
  for (const ClassRow& row : class_rows) {
    std::string_view data = lexicon_data(row.file);
    for_each_line(data, [&](std::string_view line) {
      if (row.is_verb) return add_verb(line, row.word_class);
      infos_[add(line)].classes |= static_cast<uint64_t>(row.word_class);
    });
  }
}

void Lexicon::add_verb(std::string_view line, WordClass word_class) {
  uint32_t lemma = 0;
  for (const InflectedForm& form : verb_forms(line)) {
    uint32_t word = add(form.text);
    if (!lemma) lemma = word;
    infos_[word].classes |= static_cast<uint64_t>(word_class);
    infos_[word].lemma = lemma;
    if (!infos_[word].verb_form) infos_[word].verb_form = static_cast<uint8_t>(form.form);
  }
}

uint32_t Lexicon::add(std::string_view form) {
  if (uint32_t known = find(form)) return known;
  if (2 * forms_.size() > table_.size()) grow();
  auto word = static_cast<uint32_t>(forms_.size());
  forms_.emplace_back(form);
  infos_.push_back({0, word, 0});
  uint32_t mask = static_cast<uint32_t>(table_.size()) - 1;
  uint32_t slot = hash(form) & mask;
  while (table_[slot]) slot = (slot + 1) & mask;
  table_[slot] = word;
  return word;
}

uint32_t Lexicon::find(std::string_view form) const {
  uint32_t mask = static_cast<uint32_t>(table_.size()) - 1;
  for (uint32_t slot = hash(form) & mask; table_[slot]; slot = (slot + 1) & mask)
    if (forms_[table_[slot]] == form) return table_[slot];
  return 0;
}

void Lexicon::grow() {
  std::vector<uint32_t> table(2 * table_.size());
  uint32_t mask = static_cast<uint32_t>(table.size()) - 1;
  for (uint32_t word = 1; word < forms_.size(); ++word) {
    uint32_t slot = hash(forms_[word]) & mask;
    while (table[slot]) slot = (slot + 1) & mask;
    table[slot] = word;
  }
  table_.swap(table);
}

}  // namespace quotary
