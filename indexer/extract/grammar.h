#pragma once

#include <optional>
#include <vector>

#include "indexer/extract/reading.h"
#include "indexer/extract/word_forms.h"

namespace quotary {

// What a token is in its sentence, as far as its neighbours tell.
enum class Tag : uint8_t {
  punctuation,
  noun,        // nouns and adjectives, whatever is not known to be something else
  name,        // the same with a capital letter, outside a sentence's first place
  pronoun,     // he, who: stands for a noun group
  determiner,  // the, his, some
  number,
  possessive,  // "'s" after a noun
  preposition,
  to,  // before an infinitive
  conjunction,
  subordinator,  // that, because, when
  auxiliary,     // be, have, do, modals, "'s" after a pronoun
  verb,          // finite
  base,          // after "to" or a modal
  gerund,        // "-ing"
  participle,    // after be or have, or a reduced relative clause: "issued by"
  adverb,
};

// "five men |accused| of theft": a passive without an auxiliary, as nobody is accused behind it.
// But "whom they accused of theft".
bool lacks_object(const Reading& reading, uint32_t token);

// The words of an article in context: tags, noun groups, clauses. Works on the Reading it was made
// from, sentence by sentence as asked.
class Grammar {
 public:
  explicit Grammar(const Reading& reading);

  // Tags a sentence, if it is not tagged yet; before that its tokens are all `punctuation`.
  void tag(TokenRange sentence);

  // Punctuation behind the last token.
  Tag operator[](uint32_t token) const {
    return token < tags_.size() ? tags_[token] : Tag::punctuation;
  }
  const Reading& reading() const { return reading_; }

  // The lower-case form; the text itself where the lexicon does not have it.
  std::string_view word(uint32_t token) const;
  bool is_nominal(uint32_t token) const;  // can stand inside a noun group
  bool is_finite(uint32_t token) const;   // a finite verb or auxiliary
  bool has_finite(TokenRange range) const;
  bool is_part_of_time(uint32_t token) const;  // morning, week
  bool is_span_of_time(uint32_t token) const;  // weeks

  // The noun group that ends before `end`, with its prepositional phrases, not going before
  // `begin`; empty if there is none.
  TokenRange noun_phrase_before(uint32_t end, uint32_t begin) const;
  // The noun group at `begin`, with its "of" and "for" phrases; empty if there is none.
  TokenRange noun_phrase_at(uint32_t begin, uint32_t end) const;
  // The same without prepositional phrases.
  TokenRange noun_group_at(uint32_t begin, uint32_t end) const;

  // The first token from `begin` on that is no adverb and no phrase of time, place or occasion:
  // "said |late Tuesday in a statement| that".
  uint32_t skip_adjuncts(uint32_t begin, uint32_t end) const;
  // A subject and its finite verb follow.
  bool clause_at(uint32_t begin, uint32_t end) const;

 private:
  static constexpr uint32_t no_token = ~0u;

  Tag tag_of(uint32_t token, TokenRange sentence) const;
  Tag tag_mark(uint32_t token, TokenRange sentence) const;
  bool is_name(uint32_t token, TokenRange sentence) const;
  Tag tag_to(uint32_t token, TokenRange sentence) const;
  std::optional<Tag> tag_function_word(uint32_t token, std::string_view lower,
                                       TokenRange sentence) const;
  Tag tag_that(uint32_t token, Tag previous, TokenRange sentence) const;
  bool counts_what_follows(uint32_t token, TokenRange sentence) const;
  bool is_about_a_number(uint32_t token, std::string_view lower, TokenRange sentence) const;
  bool starts_predicate(uint32_t token, TokenRange sentence) const;
  Tag tag_determiner(uint32_t token, std::string_view lower, TokenRange sentence) const;
  // What stands around a verb's form.
  struct VerbPlace {
    Tag previous = Tag::punctuation;  // of the word before, over adverbs
    uint32_t left = 0;                // the first adverb before it, or the form itself
    uint32_t next = no_token;
    bool in_group = false;  // after a determiner or a possessive
    bool after_modal = false;
    bool after_be = false;  // be or have
  };
  VerbPlace place_of_verb(uint32_t token, TokenRange sentence) const;
  Tag tag_verb(uint32_t token, TokenRange sentence) const;
  Tag tag_gerund(uint32_t token, const VerbPlace& place, TokenRange sentence) const;
  Tag tag_past(uint32_t token, const VerbPlace& place, TokenRange sentence) const;
  bool is_attributive_gerund(uint32_t token, TokenRange sentence) const;
  bool is_count(uint32_t token) const;
  bool is_counted_adjective(const VerbPlace& place, TokenRange sentence) const;
  Tag tag_third_person(uint32_t token, const VerbPlace& place, TokenRange sentence) const;
  Tag tag_base(uint32_t token, const VerbPlace& place, TokenRange sentence) const;
  bool is_second_infinitive(const VerbPlace& place, TokenRange sentence) const;
  bool is_plural_noun(uint32_t token, const VerbPlace& place, TokenRange sentence) const;
  bool is_rarely_verb(uint32_t token) const;
  bool is_past_as_well(uint32_t token) const;
  Tag tag_unknown(uint32_t token, TokenRange sentence) const;
  Tag before(uint32_t token, TokenRange sentence) const;
  Tag verb_before(uint32_t token, TokenRange sentence) const;
  bool may_be_infinitive(uint32_t token, TokenRange sentence) const;
  bool plural_before(uint32_t token, TokenRange sentence) const;
  bool joined_before(uint32_t name, TokenRange sentence) const;
  bool is_subject_pronoun(uint32_t token) const;
  bool is_finite_or_may_be(uint32_t token, bool subject) const;
  uint32_t step_left(uint32_t token, uint32_t begin, bool noun) const;
  bool short_bracket_before(uint32_t token, uint32_t begin) const;
  uint32_t start_of_own_phrase(uint32_t begin, uint32_t end) const;
  TokenRange without_leading_day(TokenRange phrase) const;
  bool names_paper(uint32_t token) const;
  bool time_word(uint32_t token) const;
  bool last_or_next(uint32_t token) const;
  uint32_t skip_phrase(uint32_t token, uint32_t end) const;
  uint32_t skip_adjunct(uint32_t token, uint32_t end) const;

  const Reading& reading_;
  std::vector<Tag> tags_;
  std::vector<uint32_t> tagged_to_;  // for a sentence's first token where its tags end; 0: untagged
};

}  // namespace quotary
