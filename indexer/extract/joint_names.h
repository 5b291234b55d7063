#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/article_names.h"
#include "indexer/extract/speaker_phrase.h"

namespace quotary {

// Whom a counted group stands for: "Lorne Corp. bought Orlo Inc., |the two firms| said". They are
// all of their kind that one sentence before names, as many as the phrase tells, or a list of as
// many in it; empty where no sentence near has them.
std::vector<uint32_t> joint_names(const ArticleNames& names, const SpeakerPhrase& phrase);

}  // namespace quotary
