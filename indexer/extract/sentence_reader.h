#pragma once

#include <string_view>
#include <vector>

#include "indexer/extract/attributions.h"
#include "indexer/extract/cues.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/word_sets.h"

namespace quotary {

constexpr uint32_t nowhere = ~0u;

// Where the content of a cue was found.
enum class Side : uint8_t { none, left, right };

// A cue on its way to an attribution.
struct CueDraft {
  Cue cue;
  Side side = Side::none;
  uint32_t begin = 0;           // of the content at the right
  bool phrase = false;          // the content at the right is a noun phrase or an infinitive
  bool of_subject = false;      // the content at the left is the passive's subject, from `begin` on
  bool quoted_left = false;     // the content at the left ends with a quotation mark
  uint32_t resume = nowhere;    // where content at the left goes on after the cue
  uint32_t break_at = nowhere;  // content of earlier cues ends here
  TokenRange addressee;
  StatementStatus status = StatementStatus::said;
};

// Reads one sentence: finds its cues, decides for each whether and where it has content, lets each
// content end where the next attribution begins, and links those that share a speaker. Inside of
// contents.cc; its steps are defined in the files named below. Uses the tags of the sentence.
class SentenceReader {
 public:
  SentenceReader(const Grammar& g, TokenRange sentence) : g_(g), r_(g.reading()), s_(sentence) {}

  std::vector<Attribution> run();

 private:
  // Small questions about tokens.
  bool is_quote_mark(uint32_t t) const {
    return t < r_.tokens.size() && r_.tokens[t].kind == TokenKind::quote && !r_.quoted(t);
  }
  bool opens_quotation(uint32_t t) const {
    return is_quote_mark(t) && t + 1 < r_.tokens.size() && r_.quoted(t + 1) &&
           r_.quotations[r_.quotation_of[t + 1]].inner.begin == t + 1;
  }
  bool closes_quotation(uint32_t t) const { return is_quote_mark(t) && t > 0 && r_.quoted(t - 1); }
  bool is_comma(uint32_t t) const { return r_.tokens[t].kind == TokenKind::comma; }
  bool is_dash(uint32_t t) const { return r_.tokens[t].kind == TokenKind::dash; }
  std::string_view lemma_of(const Cue& cue) const {
    return r_.lexicon->form(r_.lexicon->info(r_.tokens[cue.range.begin].word).lemma);
  }
  bool is_clause_marker(uint32_t r) const {
    return r < s_.end && one_of(g_.word(r), {"that", "whether"});
  }
  uint32_t over_comma(uint32_t t) const {
    return t > s_.begin && (is_comma(t - 1) || is_dash(t - 1)) ? t - 1 : t;
  }
  TokenRange before_noun_cues(size_t i) const;
  bool can_govern(const Cue& governor, const Cue& c) const {
    if (governor.according || governor.role == CueRole::noun) return false;
    return governor.range.begin < c.range.begin;
  }

  // cue_decisions.cc: whether and where a cue has content
  bool quotation_before(uint32_t t) const;
  uint32_t paragraph_begin() const;
  bool at_end(uint32_t t) const;
  bool decide(CueDraft& d);
  bool announces_quotation(CueDraft& d, uint32_t after) const;
  bool from_document(const Cue& cue) const;
  bool is_present(const Cue& cue) const;
  bool restates(const Cue& cue) const;
  bool adds_to_a_score(const Cue& cue, uint32_t after) const;
  bool is_what_is_told(const Cue& cue) const;
  bool is_shown_by_facts(const Cue& cue) const;
  bool in_scare_quotes(uint32_t t) const;
  bool goes_on_in_quotation(const Cue& cue) const;
  bool quoted_speaks(const Cue& cue) const;
  bool decide_noun(CueDraft& d);
  bool decide_passive(CueDraft& d);
  bool opens_long_subject(uint32_t t) const;
  bool is_told_before(const CueDraft& d, uint32_t after) const;
  TokenRange passive_subject(const Cue& cue) const;
  bool told_of_subject(CueDraft& d, uint32_t after) const;
  bool infinitive_speaks(const Cue& cue) const;
  bool follows_gathering(uint32_t to) const;
  StatementStatus status_of(const Cue& cue) const;
  bool decide_according(CueDraft& d);
  bool later_comma(uint32_t from) const;
  bool says_again(const Cue& cue) const;
  bool decide_left(CueDraft& d, uint32_t after);
  bool speech_in(TokenRange range) const;
  void resume(CueDraft& d, uint32_t after);
  uint32_t next_quotation(uint32_t from) const;
  bool left_comma(const CueDraft& d) const;

  // hearers.cc: the one spoken to
  uint32_t over_hearer(CueDraft& d, uint32_t after);
  uint32_t over_place_and_day(uint32_t t) const;
  uint32_t before_new_subject(TokenRange who) const;
  bool is_of_the_hearer(const Frames& f, uint32_t of) const;
  uint32_t end_of_hearers(uint32_t t) const;
  TokenRange hearer_at(const Frames& f, uint32_t t) const;
  bool is_marked_hearer(const Frames& f, TokenRange who) const;
  uint32_t end_of_name_after(const Frames& f, uint32_t t) const;
  uint32_t after_day(uint32_t t) const;
  uint32_t preposition_after_list(const Frames& f, uint32_t t) const;
  uint32_t preposition_after_aside(const Frames& f, uint32_t t) const;
  bool on_to(CueDraft& d, uint32_t after);

  // frames.cc: content at the right, by the cue's frames
  uint32_t over_place_and_time(uint32_t t) const;
  uint32_t over_receiver(uint32_t to) const;
  bool extend_over_noun(CueDraft& d);
  bool in_opening_phrase(uint32_t group) const;
  bool clause_directly_after(uint32_t t) const;
  bool behind_relative(const CueDraft& d) const;
  bool speaks_quotation_before(const CueDraft& d, uint32_t r0, uint32_t r) const;
  bool after_preposition(CueDraft& d, uint32_t after, uint32_t r);
  bool marked_clause(CueDraft& d, bool heard, uint32_t r0, uint32_t r);
  uint32_t that_behind_aside(uint32_t t) const;
  bool infinitive(CueDraft& d, bool heard, uint32_t r) const;
  uint32_t with_negation(const CueDraft& d, uint32_t t) const;
  bool preposition_in(uint16_t set, uint32_t t) const;
  bool right(CueDraft& d, uint32_t begin, bool phrase) const;
  bool decide_right(CueDraft& d, uint32_t after, uint32_t r0);
  bool clause_directly_at(uint32_t t) const;
  bool is_nickname(uint32_t t) const;
  bool quotation_is_claimed(const CueDraft& d) const;
  uint32_t over_title(uint32_t r, uint32_t r0) const;
  bool far_quotation(CueDraft& d, uint32_t r0);
  bool before_quotation(CueDraft& d, uint32_t r);
  bool preposition_phrase(CueDraft& d, uint32_t after);
  bool bare_clause(CueDraft& d, uint32_t r0, uint32_t r);
  bool comma_and_clause(const CueDraft& d, uint32_t t) const;
  bool predicate_after_fronting(uint32_t t) const;
  bool clause_follows(const CueDraft& d, uint32_t t) const;
  uint32_t right_limit(uint32_t t) const;
  uint32_t late_that(uint32_t r0) const;
  bool speaks_again(uint32_t t) const;
  bool just_a_pronoun(uint32_t t) const;
  bool is_said_to_be(const CueDraft& d, uint32_t t) const;
  bool names_what_stands_before(const CueDraft& d) const;
  bool whole(CueDraft& d, uint32_t after);
  bool is_figure_behind(uint32_t t) const;
  bool feeling_alone(uint32_t t) const;
  bool is_act(uint32_t t) const;
  bool is_somebody(uint32_t t) const;
  bool has_verb(uint32_t t) const;
  bool is_no_speech(std::string_view lemma, uint32_t after) const;
  bool quotes_as_saying(std::string_view lemma, uint32_t after) const;
  uint32_t over_weekday(uint32_t t) const;
  uint32_t over_time(uint32_t t) const;
  bool raises_subject(uint32_t t) const;
  bool object(CueDraft& d, uint32_t after);

  // content_ends.cc: where content ends
  uint32_t break_before(const CueDraft& d) const;
  uint32_t break_before_gerund(const Cue& c) const;
  bool comma_in_quotation_at(uint32_t t) const;
  bool parts_clauses(uint32_t t) const;
  bool takes_whole_quotations(const CueDraft& d) const;
  bool leaves_open(const CueDraft& d) const;
  uint32_t contrast_after(uint32_t begin, uint32_t end) const;
  uint32_t scene_after(uint32_t begin, uint32_t end) const;
  uint32_t gloss_after(uint32_t begin, uint32_t end) const;
  bool opens_occasion(const CueDraft& d, uint32_t t, uint32_t end) const;
  uint32_t right_end(size_t i, uint32_t begin) const;
  bool may_lie_inside(const Cue& cue, uint32_t break_at) const;
  bool lacks_subject(size_t i, uint32_t begin) const;
  uint32_t predicate_after_comma(uint32_t begin) const;
  uint32_t semicolon_before_cue(size_t i, uint32_t begin) const;
  bool in_opening_clause(size_t i) const;
  uint32_t main_clause_after(uint32_t begin) const;
  bool has_predicate(TokenRange range) const;
  bool is_preposed(size_t i) const;
  uint32_t preposed_end(size_t i, uint32_t begin) const;
  uint32_t phrase_end(uint32_t begin, uint32_t end, const CueDraft& d) const;
  bool goes_on_beside(const CueDraft& d, uint32_t t, uint32_t end) const;
  bool is_narrators_adjunct(uint32_t begin, uint32_t t, uint32_t end) const;
  uint32_t without_day(uint32_t begin, uint32_t end) const;
  uint32_t predicate_marker(uint32_t begin, uint32_t end, const CueDraft& d) const;
  bool infinitive_goes_on(const CueDraft& d, uint32_t t) const;
  bool goes_on_with(uint32_t t, uint32_t end) const;
  bool ends_phrase(uint32_t t, uint32_t end) const;
  bool new_clause(uint32_t t, uint32_t end) const;

  // contents.cc: putting together
  void name_and_colon(std::vector<Attribution>& attributions) const;
  bool build(size_t i, Attribution& a) const;
  uint32_t end_of_aside(size_t i) const;
  void add_piece(Attribution& a, TokenRange piece) const;
  uint32_t left_begin(size_t i) const;
  uint32_t over_connective(uint32_t t) const;
  uint32_t after_group(const CueDraft& e, uint32_t limit) const;
  void link(size_t i, const std::vector<int32_t>& number, std::vector<Attribution>& as) const;

  const Grammar& g_;
  const Reading& r_;
  TokenRange s_;
  std::vector<CueDraft> drafts_;
};

}  // namespace quotary
