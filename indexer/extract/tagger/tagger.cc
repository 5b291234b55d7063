#include "indexer/extract/tagger/tagger.h"

#include "indexer/extract/tagger/decoder.h"
#include "indexer/extract/tagger/linking.h"

namespace quotary {
namespace {

constexpr uint32_t max_cues = 16;  // of one sentence: no sentence that people write has more

// Whether the rules found a quotation at this cue: what stands in quotation marks they see well.
bool rules_quote(const TaggerView& view, uint32_t head) {
  if (view.rule_at[head] < 0) return false;
  constexpr uint32_t least_words = 3;  // fewer are often a title or a nickname
  uint32_t quoted = 0;
  for (TokenRange piece : (*view.rules)[view.rule_at[head]].content)
    for (uint32_t t = piece.begin; t < piece.end; ++t) quoted += view.traits[t].quoted;
  return quoted >= least_words;
}

// By how much a candidate must be a cue.
int32_t threshold(const TaggerView& view, const TaggerModel& model, uint32_t head) {
  if (rules_quote(view, head)) return model.filed_rule_threshold;
  if (!view.filed) return model.accept_threshold;
  return view.rule_at[head] >= 0 ? model.filed_rule_threshold : model.filed_threshold;
}

// Tries the candidates of one sentence.
void read_sentence(const TaggerView& view, const TaggerModel& model, TokenRange sentence,
                   std::vector<CueReading>& readings) {
  uint32_t tried = 0;
  for (uint32_t i = sentence.begin; i < sentence.end && tried < max_cues; ++i) {
    if (!view.traits[i].cue_form) continue;
    if (gate_score(view, model, i) <= model.gate_threshold && !rules_quote(view, i)) continue;
    ++tried;
    CueReading reading = read_cue(view, model, window_of(view, i), threshold(view, model, i));
    if (!reading.roles.empty()) readings.push_back(std::move(reading));
  }
}

}  // namespace

std::vector<Attribution> tag_attributions(Grammar& grammar, const std::vector<Attribution>& rules,
                                          const TaggerModel& model) {
  const Reading& r = grammar.reading();
  TaggerView view = view_of(grammar, rules, model);
  std::vector<CueReading> readings;
  for (const Sentence& sentence : r.sentences) {
    ParagraphKind kind = r.paragraphs[sentence.paragraph].kind;
    if (kind == ParagraphKind::body || kind == ParagraphKind::bullet)
      read_sentence(view, model, sentence.tokens, readings);
  }
  return link_readings(view, std::move(readings));
}

}  // namespace quotary
