#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/article_names.h"
#include "indexer/extract/speaker_phrase.h"

namespace quotary {

// How many a noun phrase tells of: 2 for "the two firms", "both firms"; 0 for no number up to four.
uint32_t told_count(const ArticleNames& names, TokenRange noun_phrase);

// Whom a counted group stands for: "Lorne Corp. bought Orlo Inc., |the two firms| said". They are
// all of their kind that one sentence before names, as many as the phrase tells; empty where no
// sentence near has them.
std::vector<uint32_t> joint_names(const ArticleNames& names, const SpeakerPhrase& phrase);

}  // namespace quotary
