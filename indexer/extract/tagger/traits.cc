#include "indexer/extract/tagger/traits.h"

namespace quotary {
namespace {

constexpr uint32_t name_word = 1, number_word = 2, date_word = 3, nationality_word = 4,
                   capitals_word = 5, rare_word = 6;

unsigned char lower(unsigned char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }

constexpr uint64_t form_seed = 14695981039346656037u;  // FNV-1a

uint64_t next_state(uint64_t state, unsigned char c) { return (state ^ c) * 1099511628211u; }
// A last multiplication for the upper bits.
uint64_t hash_of(uint64_t state) { return (state ^ (state >> 29)) * 0xBF58476D1CE4E5B9u; }

uint32_t short_hash(uint64_t hash, uint64_t seed) {
  uint64_t h = (hash ^ seed) * 0x9E3779B97F4A7C15u;
  return static_cast<uint32_t>(h >> 32) | 0x100;  // small numbers are kept for the masks
}
uint32_t short_hash(std::string_view form, uint64_t seed) {
  return short_hash(form_hash(form), seed);
}

// "announces", "announced", "announcing" -> "announc": enough to bring forms together.
std::string_view stem_of(std::string_view form) {
  auto cut = [&](std::string_view ending) {
    if (form.size() < ending.size() + 3 || !form.ends_with(ending)) return false;
    form.remove_suffix(ending.size());
    return true;
  };
  if (cut("ing") || cut("ed") || cut("es") || cut("s") || cut("e")) {
    size_t n = form.size();
    if (n > 4 && form[n - 1] == form[n - 2] && form[n - 1] != 's' && form[n - 1] != 'l')
      form.remove_suffix(1);
  }
  if (form.size() > 3 && (form.back() == 'i' || form.back() == 'y' || form.back() == 'e'))
    form.remove_suffix(1);
  return form;
}

constexpr WordClass kept_classes = WordClass::say | WordClass::speech_act | WordClass::cue_noun |
                                   WordClass::role | WordClass::body | WordClass::title;

constexpr WordClass cue_classes = WordClass::say | WordClass::speech_act | WordClass::cue_noun;

bool begins_sentence(const Reading& r, uint32_t token) {
  if (token == 0 || r.sentence_of[token] != r.sentence_of[token - 1]) return true;
  TokenKind before = r.tokens[token - 1].kind;
  return before == TokenKind::quote || before == TokenKind::open_bracket ||
         before == TokenKind::colon || before == TokenKind::dash || before == TokenKind::stop;
}

// A form in small letters with the hashes of all its beginnings, found in one pass over it.
class HashedForm {
 public:
  explicit HashedForm(std::string_view form) {
    uint64_t state = states_[0] = form_seed;
    for (size_t i = 0; i < form.size(); ++i) {
      unsigned char c = lower(form[i]);
      state = next_state(state, c);
      if (i >= longest_stem) continue;
      folded_[size_++] = static_cast<char>(c);
      states_[size_] = state;
    }
    hash_ = hash_of(state);
  }

  uint64_t hash() const { return hash_; }
  uint64_t stem_hash() const { return hash_of(states_[stem_of({folded_, size_}).size()]); }

 private:
  static constexpr size_t longest_stem = 24;

  size_t size_ = 0;
  uint64_t hash_;
  char folded_[longest_stem];
  uint64_t states_[longest_stem + 1];
};

// What the traits of a word need to know of its form.
struct FormHashes {
  uint64_t form = 0;
  uint64_t stem = 0;
  uint64_t ending = 0;  // of its last three letters
};

FormHashes hashes_of(std::string_view text) {
  HashedForm form(text);
  return {form.hash(), form.stem_hash(),
          form_hash(text.substr(text.size() > 3 ? text.size() - 3 : 0))};
}

// Of all forms of the lexicon, by number. Most words of a text are in it: hashing each anew took an
// eighth of the tagger's time.
const std::vector<FormHashes>& hashes_of(const Lexicon& lexicon) {
  static const std::vector<FormHashes> hashes = [&] {  // there is only one lexicon
    std::vector<FormHashes> all(lexicon.size());
    for (uint32_t word = 1; word < all.size(); ++word) all[word] = hashes_of(lexicon.form(word));
    return all;
  }();
  return hashes;
}

FormHashes hashes_of(const Reading& r, uint32_t token) {
  const uint32_t word = r.tokens[token].word;
  const std::string_view text = r.text(token);
  // Not "Oct." for "oct".
  if (word != 0 && r.lexicon->form(word).size() == text.size()) return hashes_of(*r.lexicon)[word];
  return hashes_of(text);
}

bool is_name(const Reading& r, uint32_t token, const FormSet& known_forms, uint64_t form) {
  const Token& t = r.tokens[token];
  if (t.kind != TokenKind::word || !t.capitalised) return false;
  if (r.is(token, WordClass::pronoun | WordClass::title | WordClass::weekday | WordClass::month |
                      WordClass::nationality))
    return false;
  return !begins_sentence(r, token) || !known_forms.contains(form);
}

void read_word(const Reading& r, uint32_t token, const TaggerModel& model, TokenTraits& t) {
  const FormHashes form = hashes_of(r, token);
  t.is_word = true;
  t.suffix = short_hash(form.ending, 2);
  t.cue_form = model.cue_forms.contains(form.form) || r.is(token, cue_classes);
  if (r.is(token, WordClass::weekday | WordClass::month))
    t.word = date_word;
  else if (r.is(token, WordClass::nationality))
    t.word = nationality_word;
  else if (is_name(r, token, model.known_forms, form.form)) {
    t.name = true;
    t.word = r.tokens[token].all_capitals ? capitals_word : name_word;
    t.suffix = 0;
    t.cue_form = false;
  } else {
    bool known = model.known_forms.contains(form.form);
    t.word = known ? short_hash(form.form, 1) : rare_word;
    t.stem = known || t.cue_form ? short_hash(form.stem, 3) : rare_word;
    return;
  }
  t.stem = t.word;
}

uint32_t class_number(const Reading& r, uint32_t token, Tag tag) {
  uint64_t kept =
      r.lexicon->info(r.tokens[token].word).classes & static_cast<uint64_t>(kept_classes);
  uint64_t h = (kept ^ 0xD1B54A32D192ED03u) * 0x9E3779B97F4A7C15u;
  return static_cast<uint32_t>(tag) + 1 + (kept ? static_cast<uint32_t>(h >> 40) << 5 : 0);
}

void read_mark(const Reading& r, uint32_t token, TokenTraits& t) {
  TokenKind kind = r.tokens[token].kind;
  t.word = 16 + static_cast<uint32_t>(kind);
  std::string_view text = r.text(token);
  if (kind == TokenKind::stop && text != ".") t.word = text == "?" ? 40 : 41;
  if (kind == TokenKind::colon && text == ";") t.word = 42;
  if (kind == TokenKind::quote) {
    t.opens = token + 1 < r.tokens.size() && r.quoted(token + 1) && !r.quoted(token);
    t.closes = !t.opens && token > 0 && r.quoted(token - 1) && !r.quoted(token);
    t.word = t.opens ? 43 : t.closes ? 44 : 45;
  }
  if (kind == TokenKind::symbol || kind == TokenKind::clitic) t.word = short_hash(text, 1);
  t.is_word = kind == TokenKind::clitic;
  t.stem = t.suffix = t.word;
}

}  // namespace

uint64_t form_hash(std::string_view form) {
  uint64_t state = form_seed;
  for (unsigned char c : form) state = next_state(state, lower(c));
  return hash_of(state);
}

bool is_name(const Reading& r, uint32_t token, const FormSet& known_forms) {
  return is_name(r, token, known_forms, form_hash(r.text(token)));
}

std::vector<TokenTraits> read_traits(Grammar& grammar, const TaggerModel& model) {
  const Reading& r = grammar.reading();
  std::vector<TokenTraits> traits(r.tokens.size());
  for (const Sentence& sentence : r.sentences) {
    ParagraphKind kind = r.paragraphs[sentence.paragraph].kind;
    if (kind != ParagraphKind::body && kind != ParagraphKind::bullet) continue;
    grammar.tag(sentence.tokens);
    for (uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i)
      traits[i].classes = class_number(r, i, grammar[i]);
  }
  for (uint32_t i = 0; i < r.tokens.size(); ++i) {
    TokenTraits& t = traits[i];
    t.quoted = r.quoted(i);
    if (r.tokens[i].kind == TokenKind::word)
      read_word(r, i, model, t);
    else if (r.tokens[i].kind == TokenKind::number)
      t.word = t.stem = number_word, t.is_word = true;
    else
      read_mark(r, i, t);
    if (r.tokens[i].kind == TokenKind::colon && t.word != 42)
      t.cue_form = model.cue_forms.contains(form_hash(":"));
  }
  return traits;
}

}  // namespace quotary
