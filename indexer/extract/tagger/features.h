#pragma once

#include <array>
#include <cassert>
#include <cstdint>
#include <vector>

#include "indexer/extract/attributions.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/reading.h"
#include "indexer/extract/tagger/model.h"
#include "indexer/extract/tagger/traits.h"

namespace quotary {

// Hashes of the features of one place. The upper bits of each choose a row of a table.
class FeatureList {
 public:
  void clear() { size_ = 0; }
  void add(uint64_t hash) {
    assert(size_ < hashes_.size());  // how many there are is fixed by features.cc, not by a text
    hashes_[size_++] = hash;
  }
  const uint64_t* begin() const { return hashes_.data(); }
  const uint64_t* end() const { return hashes_.data() + size_; }

 private:
  std::array<uint64_t, 128> hashes_;
  size_t size_ = 0;
};

// What a token of the article has before and behind it.
struct Surroundings {
  uint32_t quotes = 0;     // quotation marks that open or close, before it
  uint32_t cue_forms = 0;  // words that may be cues, before it
  uint32_t last_mark = 0;  // 1 + the token of the nearest mark before it, 0: none
  uint32_t next_mark = 0;  // the token of the nearest mark behind it, the number of tokens: none
};

// One article as the tagger sees it.
struct TaggerView {
  const Reading* reading = nullptr;
  std::vector<TokenTraits> traits;
  std::vector<Surroundings> around;  // of each token, and one more for the end
  uint32_t that = 0;                 // the lexicon's number of "that"
  std::vector<int32_t> rule_at;  // for each token: the rules' attribution whose cue it is in, or -1
  const std::vector<Attribution>* rules = nullptr;
  std::vector<uint8_t>
      rule_mark;       // for each token: bits, in a speaker (1), cue (2), content (4) of any
  bool filed = false;  // the article has a dateline with an agency
};

// `rules` are the attributions that the rules found; they and the reading must outlive the view.
TaggerView view_of(Grammar& grammar, const std::vector<Attribution>& rules,
                   const TaggerModel& model);

// One word that may be the head of a cue, and the words that it may govern: its sentence, and the
// neighbouring sentences of the paragraph that a quotation joins to it.
struct CueWindow {
  uint32_t head = 0;
  TokenRange tokens;
};

CueWindow window_of(const TaggerView& view, uint32_t head);

// Features that tell whether `head` is a cue at all.
void gate_features(const TaggerView& view, uint32_t head, FeatureList& features);

// What lies between the cue and each word of its window, and what the rules made of the word.
struct WindowContext {
  CueWindow window;
  // The words that are labelled one by one. A quotation that the cue is not in goes as a whole: its
  // first word stands for all of it.
  std::vector<uint32_t> units;
  uint64_t cue_stem = 0;
  uint64_t after = 0, before = 0;  // the cue's neighbours
  uint64_t signature = 0;          // where quotations stand in the window
  std::vector<uint64_t> way;       // for each word, counts of marks on the way to the cue
  std::vector<uint64_t> skeleton;  // and the marks and small words themselves
  std::vector<uint8_t> rule_role;  // for each word: WordRole by the rules; 7: no rule at this cue
};

WindowContext context_of(const TaggerView& view, const CueWindow& window);

// Features of the role of word `i` (a token number), and of the step from the word before it.
void role_features(const TaggerView& view, const WindowContext& context, uint32_t i,
                   FeatureList& features);
void step_features(const TaggerView& view, const WindowContext& context, uint32_t i,
                   FeatureList& features);

}  // namespace quotary
