#pragma once

#include <vector>

#include "indexer/extract/attributions.h"
#include "indexer/extract/grammar.h"

namespace quotary {

// Whose answers "A:" stands for: the person whom the headline of a text with questions and answers
// names, "Spokesperson |Orlo|'s Press Conference", with what stands before the name; empty: none.
TokenRange answering_person(const Reading& reading);

// Speech that is told by its layout, not by a cue:
//   Q: ... / A: ...                labels at the head of paragraphs; a paragraph without a label
//   ORLO: ...                      goes on with the speaker before it
//   Key statements by Orlo:        a line with a colon, and bullets below it
// A label's colon stands for the cue, its words for the mention; "A" is answered for by the person
// whom the headline names (governing_subject). One attribution a paragraph.
class Transcript {
 public:
  explicit Transcript(Grammar& grammar);

  // The paragraph was read as part of a transcript or a list; its attribution is appended.
  bool read(uint32_t paragraph, std::vector<Attribution>& found);

 private:
  TokenRange listed_speaker(uint32_t paragraph);
  bool read_labelled(uint32_t paragraph, TokenRange label, std::vector<Attribution>& found);
  bool read_bullet(uint32_t paragraph, std::vector<Attribution>& found);

  Grammar& grammar_;
  const Reading& reading_;
  bool is_transcript_ = false;
  bool open_ = false;         // the paragraph before belongs to a labelled speech
  int32_t last_answer_ = -1;  // the attribution that the first "A:" got
  TokenRange answering_;
  TokenRange listed_;  // who is named above the bullets
};

}  // namespace quotary
