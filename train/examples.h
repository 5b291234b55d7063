#pragma once

#include <vector>

#include "indexer/extract/tagger/features.h"
#include "train/gold.h"

namespace quotary {

// One candidate of one article, and what people made of it.
struct Example {
  uint32_t article = 0;
  uint32_t number = 0;  // among the examples that passed the gate
  CueWindow window;
  bool is_cue = false;
  std::vector<WordRole> roles;  // of the window's words; all outside where it is no cue
  float weight = 1;
};

// Fills known_forms and cue_forms of `model` from the articles, and chooses the heads of their
// gold cues: the word of a cue that most often is a cue by itself.
void learn_forms(std::vector<GoldArticle>& articles, TaggerModel& model);

// All candidates of an article. Words inside the cue of an attribution that does not count, or of
// one that counts but beside its head, are no examples.
void append_examples(const GoldArticle& article, uint32_t number, const TaggerView& view,
                     std::vector<Example>& examples);

}  // namespace quotary
