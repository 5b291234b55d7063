#include "indexer/extract/lexicon.h"

#include <algorithm>

#include "common/base/byte_words.h"
#include "indexer/extract/lexicon_data.h"
#include "indexer/extract/word_forms.h"

namespace quotary {
namespace {

// How the lines of a file are read.
enum class Lines {
  words,    // a form a line
  nouns,    // "noun : prepositions that lead to what is told"
  verbs,    // a verb a line, all forms are made from it
  cues,     // "verb : frames"
  phrases,  // "first other words : frames"
  family,   // offices that stand for one another
  covers,   // "general offices : special offices"
};

struct ClassRow {
  std::string_view file;  // lexicon/en/<file>.txt
  WordClass word_class;
  Lines lines = Lines::words;
};

constexpr ClassRow class_rows[] = {
    {"say", WordClass::say, Lines::cues},
    {"speech_act", WordClass::speech_act, Lines::cues},
    {"cue_noun", WordClass::cue_noun, Lines::nouns},
    {"pronoun", WordClass::pronoun},
    {"determiner", WordClass::determiner},
    {"preposition", WordClass::preposition},
    {"conjunction", WordClass::conjunction},
    {"subordinator", WordClass::subordinator},
    {"auxiliary", WordClass::auxiliary},
    {"verb", WordClass::verb, Lines::verbs},
    {"adverb", WordClass::adverb},
    {"negation", WordClass::negation},
    {"title", WordClass::title},
    {"role", WordClass::role},
    {"body", WordClass::body},
    {"male", WordClass::male},
    {"female", WordClass::female},
    {"male_name", WordClass::male | WordClass::given_name},
    {"female_name", WordClass::female | WordClass::given_name},
    {"given_name", WordClass::given_name},
    {"nationality", WordClass::nationality},
    {"country", WordClass::country},
    {"weekday", WordClass::weekday},
    {"month", WordClass::month},
    {"abbreviation", WordClass::abbreviation},
    {"place", WordClass::place},
    {"group", WordClass::group},
    {"medium", WordClass::medium},
    {"document", WordClass::document},
    {"portfolio", WordClass::portfolio},
    {"particle", WordClass::particle},
    {"common", WordClass::common},
    {"feeling_noun", WordClass::feeling_noun},
    {"withheld", WordClass::withheld},
    {"measuring", WordClass::measuring},
    {"handed_on", WordClass::handed_on},
    {"field", WordClass::field},
    {"presumed_male", WordClass::presumed_male},
    {"delivery", WordClass::delivery},
    {"act", WordClass::act},
    {"giving", WordClass::giving},
    {"gathering", WordClass::gathering},
    {"any_body", WordClass::any_body},
    {"institution", WordClass::institution},
    {"any_person", WordClass::any_person},
    {"announcing", WordClass::announcing},
    {"plain", WordClass::plain},
    {"role_family", WordClass::none, Lines::family},
    {"role_cover", WordClass::none, Lines::covers},
    {"cue_phrase", WordClass::cue_phrase, Lines::phrases},  // after the verbs it may build on
};

uint32_t hash(std::string_view word) {
  uint64_t h = word.size();
  do {
    h = (h ^ first_bytes(word)) * 0x9E3779B97F4A7C15u;
    h ^= h >> 32;
    word.remove_prefix(std::min<size_t>(word.size(), 8));
  } while (!word.empty());
  return static_cast<uint32_t>(h);
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

struct FrameName {
  std::string_view name;
  Frame frame;
};
constexpr FrameName frame_names[] = {
    {"clause", Frame::clause},
    {"that", Frame::that},
    {"whether", Frame::whether},
    {"quote", Frame::quote},
    {"post", Frame::post},
    {"object", Frame::object},
    {"to", Frame::to},
    {"hearer", Frame::hearer},
    {"hearer-to", Frame::hearer_to},
    {"whole", Frame::whole},
    {"noun", Frame::noun},
    {"needs-hearer", Frame::needs_hearer},
    {"needs-quote", Frame::needs_quote},
    {"needs-document", Frame::needs_document},
    {"finite", Frame::finite},
    {"inverts", Frame::inverts},
};

struct PrepositionName {
  std::string_view name;
  CuePreposition preposition;
};
constexpr PrepositionName preposition_names[] = {
    {"for", CuePreposition::for_},        {"of", CuePreposition::of},
    {"about", CuePreposition::about},     {"on", CuePreposition::on},
    {"against", CuePreposition::against}, {"to", CuePreposition::to},
    {"with", CuePreposition::with},       {"at", CuePreposition::at},
    {"over", CuePreposition::over},       {"upon", CuePreposition::upon},
};

uint16_t preposition_bit(std::string_view name) {
  for (const PrepositionName& p : preposition_names)
    if (p.name == name) return static_cast<uint16_t>(p.preposition);
  return 0;
}

// "for": a preposition; "hearer-for": after the one spoken to; "on-to": before one who is to do it.
void add_frame(Frames& frames, std::string_view name) {
  for (const FrameName& f : frame_names)
    if (f.name == name) return void(frames.bits |= static_cast<uint32_t>(f.frame));
  if (name == "p-to")  // "referred to Z", not "pledged to Z"
    frames.prepositions |= preposition_bit("to");
  else if (name.starts_with("hearer-"))
    frames.hearer_prepositions |= preposition_bit(name.substr(7));
  else if (name.ends_with("-to"))
    frames.to_prepositions |= preposition_bit(name.substr(0, name.size() - 3));
  else
    frames.prepositions |= preposition_bit(name);
}

template <class F>
void for_each_word(std::string_view line, F&& f) {
  for (size_t begin = 0; begin < line.size();) {
    size_t end = std::min(line.find(' ', begin), line.size());
    if (end > begin) f(line.substr(begin, end - begin));
    begin = end + 1;
  }
}

Frames frames_of(std::string_view names) {
  Frames frames;
  for_each_word(names, [&](std::string_view name) { add_frame(frames, name); });
  return frames;
}

std::string_view before_colon(std::string_view line) { return line.substr(0, line.find(" :")); }
std::string_view after_colon(std::string_view line) {
  size_t at = line.find(" :");
  return at == line.npos ? std::string_view() : line.substr(at + 2);
}

}  // namespace

const Lexicon& Lexicon::of(std::string_view) {
  static const Lexicon english;
  return english;
}

Lexicon::Lexicon() : forms_(1), infos_(1), table_(1 << 12) {
  for (const ClassRow& row : class_rows)
    for_each_line(lexicon_data(row.file), [&](std::string_view line) {
      switch (row.lines) {
        case Lines::words:
          infos_[add(line)].classes |= static_cast<uint64_t>(row.word_class);
          break;
        case Lines::nouns:
          add_cue_noun(line, row.word_class);
          break;
        case Lines::verbs:
          add_verb(line, row.word_class);
          break;
        case Lines::cues:
          add_cue_verb(line, row.word_class);
          break;
        case Lines::phrases:
          add_phrase(line);
          break;
        case Lines::family:
          add_role_family(line);
          break;
        case Lines::covers:
          add_cover(line);
      }
    });
  std::sort(covers_.begin(), covers_.end());
  for (const PrepositionName& p : preposition_names)
    infos_[add(p.name)].preposition = p.preposition;
}

uint32_t Lexicon::add_verb(std::string_view forms, WordClass word_class) {
  uint32_t lemma = 0;
  for (const InflectedForm& form : verb_forms(forms)) {
    uint32_t word = add(form.text);
    if (!lemma) lemma = word;
    infos_[word].classes |= static_cast<uint64_t>(word_class);
    infos_[word].lemma = lemma;
    if (!infos_[word].verb_form) infos_[word].verb_form = static_cast<uint8_t>(form.form);
  }
  return lemma;
}

void Lexicon::add_cue_verb(std::string_view line, WordClass word_class) {
  std::string_view forms = before_colon(line);
  Frames frames = frames_of(after_colon(line));
  add_verb(forms, word_class);
  for (const InflectedForm& form : verb_forms(forms)) infos_[find(form.text)].frames = frames;
}

void Lexicon::add_cue_noun(std::string_view line, WordClass word_class) {
  WordInfo& noun = infos_[add(before_colon(line))];
  noun.classes |= static_cast<uint64_t>(word_class);
  Frames frames = frames_of(after_colon(line));
  noun.noun_links = frames.prepositions;
  if (frames.has(Frame::to)) noun.noun_links |= static_cast<uint16_t>(CuePreposition::to);
}

void Lexicon::add_phrase(std::string_view line) {
  CuePhrase phrase;
  for_each_word(before_colon(line), [&](std::string_view word) {
    if (phrase.first)
      phrase.rest.push_back(add(word));
    else
      phrase.first = add(word);
  });
  phrase.frames = frames_of(after_colon(line));
  // Every form of the lemma that is known by now.
  for (WordInfo& info : infos_)
    if (info.lemma == phrase.first) info.classes |= static_cast<uint64_t>(WordClass::cue_phrase);
  phrases_.push_back(std::move(phrase));
}

void Lexicon::add_role_family(std::string_view line) {
  ++role_families_;
  for_each_word(line,
                [&](std::string_view word) { infos_[add(word)].role_family = role_families_; });
}

void Lexicon::add_cover(std::string_view line) {
  for_each_word(before_colon(line), [&](std::string_view general) {
    for_each_word(after_colon(line), [&](std::string_view special) {
      covers_.emplace_back(add(general), add(special));
    });
  });
}

bool Lexicon::covers(uint32_t general, uint32_t special) const {
  return std::binary_search(covers_.begin(), covers_.end(), std::pair(general, special));
}

uint32_t Lexicon::add(std::string_view form) {
  if (uint32_t known = find(form)) return known;
  if (2 * forms_.size() > table_.size()) grow();
  auto word = static_cast<uint32_t>(forms_.size());
  forms_.emplace_back(form);
  infos_.push_back({});
  infos_.back().lemma = word;
  put(hash(form), word);
  return word;
}

uint32_t Lexicon::find(std::string_view form) const {
  uint32_t wanted = hash(form);
  size_t mask = table_.size() - 1;
  for (size_t at = wanted & mask; table_[at].word; at = (at + 1) & mask)
    if (table_[at].hash == wanted && forms_[table_[at].word] == form) return table_[at].word;
  return 0;
}

void Lexicon::put(uint32_t hash, uint32_t word) {
  size_t mask = table_.size() - 1;
  size_t at = hash & mask;
  while (table_[at].word) at = (at + 1) & mask;
  table_[at] = {hash, word};
}

void Lexicon::grow() {
  std::vector<Slot> old(2 * table_.size());
  table_.swap(old);
  for (const Slot& slot : old)
    if (slot.word) put(slot.hash, slot.word);
}

}  // namespace quotary
