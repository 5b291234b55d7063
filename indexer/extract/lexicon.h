#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quotary {

// Classes a word form may belong to; a word may belong to several. The words of each class are
// data: indexer/extract/lexicon/<language>/<class>.txt, one form or lemma a line.
// A new class is a row here, a row in lexicon.cc's table, and a file.
enum class WordClass : uint64_t {
  none = 0,
  // cues; the forms of these verbs are made from their lemmas (see word_forms.h)
  say = 1u << 0,         // takes a that-clause or a quotation: say, add, note, stress
  speech_act = 1u << 1,  // its object is what was said: thank, urge, condemn, call for
  cue_noun = 1u << 2,    // "statement", "remark", "call", before a that-clause
  // grammar
  pronoun = 1u << 3,     // he, she, they, it, who ...
  determiner = 1u << 4,  // the, a, this, its ...
  preposition = 1u << 5,
  conjunction = 1u << 6,   // and, or, but
  subordinator = 1u << 7,  // that, whether, because, if, while ...
  auxiliary = 1u << 8,     // be, have, do and modals
  verb = 1u << 9,          // common verbs that are not cues
  adverb = 1u << 10,
  negation = 1u << 11,  // not, n't, never, no
  // names and people
  title = 1u << 12,  // President, Mr., Gen.: stands before a name
  role = 1u << 13,   // spokesman, minister, analyst: a nominal for a person
  body = 1u << 14,   // ministry, committee, police: a nominal for a body
  male = 1u << 15,   // given names, titles and nouns that tell a gender
  female = 1u << 16,
  given_name = 1u << 17,
  nationality = 1u << 18,  // Chinese, Russian, American: adjective of a country
  country = 1u << 19,
  // time
  weekday = 1u << 20,
  month = 1u << 21,
  // writing
  abbreviation = 1u << 22,  // written with a full stop that ends no sentence: Mr, Gen, Oct
  // more of names
  place = 1u << 23,      // Moscow, Texas: a city, a region, a continent
  group = 1u << 24,      // officials, residents: people or bodies that nobody names
  medium = 1u << 25,     // newspaper, radio: a nominal for a news medium
  document = 1u << 26,   // report, statement: a nominal for what is written
  portfolio = 1u << 27,  // the words of an office: STATE, FOREIGN, DEFENCE, AND
  particle = 1u << 28,   // inside a name without a capital: VAN DER Bellen
  common = 1u << 29,     // a capital at the head of a sentence makes it no name: However, Today
  // more cues
  cue_phrase = 1ull << 30,    // first word of a cue of several words: point out, make clear
  feeling_noun = 1ull << 31,  // what is expressed or voiced: confidence, concern, hope
  delivery = 1ull << 32,      // made, issued: has a speech for its object
  // more of people and bodies
  any_body = 1ull << 33,     // airline, group: stands for whatever body was spoken of
  institution = 1ull << 34,  // police, government: names a body without more
  any_person = 1ull << 35,   // striker, veteran: stands for anyone who was named
  announcing = 1ull << 36,   // official, expert: announces whoever is named later
  plain = 1ull << 37,        // nearly always in small letters, so that a capital is a heading's
  // and of cues
  withheld = 1ull << 38,   // details, figures: what one gives or gives not
  act = 1ull << 39,        // release, inquiry: what one orders to be done
  giving = 1ull << 44,     // gave, provided: has what is withheld for its object
  gathering = 1ull << 45,  // rallied, marched: crowds do it to speak
  // and of speakers
  measuring = 1ull << 40,      // statistics, census: in the names of those who count and study
  handed_on = 1ull << 41,      // obtained, read: a document "read by" somebody is not his
  field = 1ull << 42,          // meteorological: tells which office it is
  presumed_male = 1ull << 43,  // spokesman: a man when "he" follows, but women are called so
};
constexpr WordClass operator|(WordClass a, WordClass b) {
  return static_cast<WordClass>(static_cast<uint64_t>(a) | static_cast<uint64_t>(b));
}

// The frames that a cue stands in: where what was said is found around it. One bit each; the
// prepositions that lead to the content have sets of their own. Written beside the verb in
// say.txt, speech_act.txt and cue_phrase.txt.
enum class Frame : uint32_t {
  clause = 1u << 0,           // "said (that) A"
  that = 1u << 1,             // "urged that A", never without "that"
  whether = 1u << 2,          // "asked whether A"
  quote = 1u << 3,            // stands with a quotation
  post = 1u << 4,             // "A, X said", unquoted
  object = 1u << 5,           // "condemned Z"
  to = 1u << 6,               // "pledged to Z"
  hearer = 1u << 7,           // "told Y that A"
  hearer_to = 1u << 8,        // "urged Y to Z"
  whole = 1u << 9,            // "called X a Z": object and predicate together
  noun = 1u << 10,            // its base and third-person forms are nouns as well
  needs_hearer = 1u << 11,    // "told Y": without a hearer no clause follows
  needs_quote = 1u << 12,     // a cue beside a quotation only: "read", "continued"
  needs_document = 1u << 13,  // "a survey found": said of documents and courts only
  finite = 1u << 14,          // its gerund is no cue: "referring to"
  inverts = 1u << 15,         // "A, added X", without a quotation as well
};

// The prepositions that may lead to content: "called for Z", "accused Y of Z".
enum class CuePreposition : uint16_t {
  none = 0,
  for_ = 1u << 0,
  of = 1u << 1,
  about = 1u << 2,
  on = 1u << 3,
  against = 1u << 4,
  to = 1u << 5,
  with = 1u << 6,
  at = 1u << 7,
  over = 1u << 8,
  upon = 1u << 9,
};

// What frames a cue takes.
struct Frames {
  uint32_t bits = 0;
  uint16_t prepositions = 0;         // "called for Z"
  uint16_t hearer_prepositions = 0;  // "thanked Y for Z"
  uint16_t to_prepositions = 0;      // "called on Y to Z"

  bool has(Frame f) const { return (bits & static_cast<uint32_t>(f)) != 0; }
};

// A cue of several words: "point out"; the first word stands for any form of its lemma.
struct CuePhrase {
  uint32_t first = 0;          // number of the lemma
  std::vector<uint32_t> rest;  // numbers of the words after it
  Frames frames;
};

// What is known of one word form.
struct WordInfo {
  uint64_t classes = 0;
  uint32_t lemma = 0;  // number of the lemma's form; of the form itself where it is its own lemma
  uint8_t verb_form = 0;    // VerbForm of word_forms.h, 0 for what is no verb
  uint8_t role_family = 0;  // of offices that stand for one another (role_family.txt); 0: of none
  CuePreposition preposition = CuePreposition::none;  // which one the word is
  uint16_t noun_links = 0;  // of a cue noun: CuePrepositions that lead to content ("to": verbs)
  Frames frames;            // of a cue verb, in all its forms

  bool is(WordClass c) const { return (classes & static_cast<uint64_t>(c)) != 0; }
};

// The words of one language, built once a process from the data compiled into the program.
// Immutable afterwards, and so shared between threads.
class Lexicon {
 public:
  // The lexicon of a language by its ISO 639-1 code; English where there is none for it.
  static const Lexicon& of(std::string_view language);

  // The number of a lower-case form, 0 if it is not in the lexicon.
  uint32_t find(std::string_view lower_case_form) const;

  const WordInfo& info(uint32_t word) const { return infos_[word]; }
  std::string_view form(uint32_t word) const { return forms_[word]; }
  size_t size() const { return infos_.size(); }
  // "leader" covers "president" (role_cover.txt).
  bool covers(uint32_t general, uint32_t special) const;
  const std::vector<CuePhrase>& phrases() const { return phrases_; }

 private:
  Lexicon();
  uint32_t add(std::string_view form);
  uint32_t add_verb(std::string_view forms, WordClass word_class);
  void add_cue_verb(std::string_view line, WordClass word_class);
  void add_cue_noun(std::string_view line, WordClass word_class);
  void add_phrase(std::string_view line);
  void add_role_family(std::string_view line);
  void add_cover(std::string_view line);
  void put(uint32_t hash, uint32_t word);
  void grow();

  std::vector<std::string> forms_;
  std::vector<WordInfo> infos_;
  std::vector<CuePhrase> phrases_;
  uint8_t role_families_ = 0;
  std::vector<std::pair<uint32_t, uint32_t>> covers_;  // (general, special), rising
  // Open addressing. The hash beside the number spares most words that are not in the lexicon, and
  // most steps, a look at a form.
  struct Slot {
    uint32_t hash = 0;
    uint32_t word = 0;  // 0: free
  };
  std::vector<Slot> table_;
};

}  // namespace quotary
