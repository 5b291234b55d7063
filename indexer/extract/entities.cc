#include "indexer/extract/entities.h"

namespace quotary {

std::vector<Resolution> resolve_speakers(const Reading& r,
                                         const std::vector<Attribution>& attributions) {
  std::vector<Resolution> resolutions(attributions.size());
  for (size_t i = 0; i < attributions.size(); ++i) {
    TokenRange speaker = attributions[i].speaker;
    if (speaker.empty() || !r.tokens[speaker.end - 1].capitalised) continue;
    resolutions[i].named_mention = speaker;
    resolutions[i].names = {std::string(r.text(speaker))};
  }
  return resolutions;
}

}  // namespace quotary
