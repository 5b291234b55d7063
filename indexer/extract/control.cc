#include "indexer/extract/control.h"

#include "indexer/extract/subjects.h"
#include "indexer/extract/word_sets.h"

namespace quotary {
namespace {

constexpr uint32_t farthest_reproach = 12;  // tokens from the verb to "for"

// "criticised |Orlo| for saying", "accused Orlo of saying": whom the clause before reproaches.
TokenRange reproached(const Grammar& g, uint32_t begin, uint32_t cue) {
  if (cue < begin + 3 || !one_of(g.word(cue - 1), {"for", "of"})) return {};
  uint32_t link = cue - 1;
  for (uint32_t t = link; t-- > begin && link - t < farthest_reproach;) {
    if (!one_of(g.word(t),
                {"criticised", "criticized",  "criticises",  "criticizes", "accused", "accuses",
                 "accusing",   "criticising", "criticizing", "blamed",     "blames",  "blaming",
                 "attacked",   "condemned",   "slammed",     "praised",    "praises", "thanked",
                 "denounced",  "chided",      "assailed",    "ridiculed",  "faulted", "rebuked",
                 "suspects",   "suspected"}))
      continue;
    TokenRange object = g.noun_phrase_at(t + 1, link);
    return object.end == link ? object : TokenRange{};
  }
  return {};
}

// The subject of the nearest finite verb before.
TokenRange subject_of_clause(const Grammar& g, uint32_t begin, uint32_t cue) {
  const Reading& r = g.reading();
  for (uint32_t t = cue; t > begin; --t) {
    if (r.quoted(t - 1) || !g.is_finite(t - 1)) continue;
    uint32_t group = t - 1;
    while (group > begin && (g[group - 1] == Tag::auxiliary || g[group - 1] == Tag::adverb))
      --group;
    TokenRange antecedent;
    TokenRange subject = subject_before(g, group, begin, &antecedent);
    if (!antecedent.empty()) return antecedent;
    if (!subject.empty()) return subject;
  }
  return {};
}

// "After praising it, |Orlo| left": what follows the first comma behind which a clause begins.
TokenRange subject_behind(const Grammar& g, uint32_t cue_end, uint32_t end) {
  TokenRange first;
  for (uint32_t t = cue_end; t + 1 < end; ++t) {
    if (g.reading().tokens[t].kind != TokenKind::comma) continue;
    TokenRange subject = g.noun_phrase_at(t + 1, end);
    if (subject.empty()) continue;
    if (g.clause_at(t + 1, end)) return subject;
    if (first.empty()) first = subject;
  }
  return first;
}

}  // namespace

TokenRange controller_of(const Grammar& g, TokenRange sentence, TokenRange cue) {
  if (TokenRange who = reproached(g, sentence.begin, cue.begin); !who.empty()) return who;
  if (TokenRange who = subject_of_clause(g, sentence.begin, cue.begin); !who.empty()) return who;
  return subject_behind(g, cue.end, sentence.end);
}

}  // namespace quotary
