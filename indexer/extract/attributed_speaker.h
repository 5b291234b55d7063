#pragma once

#include <vector>

#include "indexer/extract/article_names.h"
#include "indexer/extract/attributions.h"
#include "indexer/extract/speaker_phrase.h"

namespace quotary {

// The phrases of an attribution's speaker mention. Where it names nobody, what stands between it
// and the cue is taken in ("a report issued by the mint", "the mayor of the town, Ann Lorne,"), or
// the name in front of it ("Ann Lorne, an expert on mints,").
std::vector<SpeakerPhrase> attributed_speaker(const ArticleNames& names, const Attribution& at);

}  // namespace quotary
