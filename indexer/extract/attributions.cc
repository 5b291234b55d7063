#include "indexer/extract/attributions.h"

namespace quotary {

std::vector<Attribution> find_attributions(const Reading& r) {
  std::vector<Attribution> found;
  for (const Sentence& sentence : r.sentences) {
    if (r.paragraphs[sentence.paragraph].kind != ParagraphKind::body) continue;
    TokenRange s = sentence.tokens;
    for (uint32_t i = s.begin + 1; i + 2 < s.end; ++i) {
      if (r.quoted(i) || !r.is(i, WordClass::say) || r.lower(i + 1) != "that") continue;
      Attribution a;
      a.cue = {i, i + 1};
      a.speaker = {i - 1, i};
      uint32_t end = s.end;
      while (end > i + 3 && r.tokens[end - 1].kind != TokenKind::word) --end;
      a.content = {{i + 2, end}};
      found.push_back(a);
      break;
    }
  }
  return found;
}

}  // namespace quotary
