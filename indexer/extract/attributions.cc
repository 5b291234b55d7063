#include "indexer/extract/attributions.h"

#include <algorithm>
#include <numeric>

#include "indexer/extract/contents.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/quoted_speech.h"
#include "indexer/extract/transcripts.h"

namespace quotary {
namespace {

bool may_speak(ParagraphKind kind) {
  return kind == ParagraphKind::body || kind == ParagraphKind::bullet;
}

// Sentences without a cue and without a quotation mark are not looked at.
bool is_worth_reading(const Reading& r, TokenRange sentence, uint32_t according) {
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    const Token& token = r.tokens[t];
    if (token.kind == TokenKind::quote) return true;
    if (!token.word) continue;
    if (r.is(t, WordClass::say) || r.is(t, WordClass::speech_act) ||
        r.is(t, WordClass::cue_phrase) || r.is(t, WordClass::cue_noun) ||
        r.is(t, WordClass::withheld) || token.word == according)
      return true;
  }
  return false;
}

void read_paragraph(Grammar& grammar, const ReadParagraph& p, uint32_t according,
                    std::vector<Attribution>& found) {
  const Reading& r = grammar.reading();
  size_t first = found.size();
  for (uint32_t s = p.first_sentence; s < p.last_sentence; ++s) {
    TokenRange sentence = r.sentences[s].tokens;
    if (!is_worth_reading(r, sentence, according)) continue;
    grammar.tag(sentence);
    auto offset = static_cast<int32_t>(found.size());
    for (Attribution& a : attributions_of_sentence(grammar, sentence)) {
      if (a.same_speaker_as >= 0) a.same_speaker_as += offset;
      found.push_back(std::move(a));
    }
  }
  attach_quotations(r, p, first, found);
}

// Text order of contents; the links follow.
std::vector<Attribution> in_text_order(std::vector<Attribution> found) {
  std::vector<int32_t> order(found.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int32_t a, int32_t b) {
    return found[static_cast<size_t>(a)].content.front().begin <
           found[static_cast<size_t>(b)].content.front().begin;
  });
  std::vector<int32_t> place(found.size());
  for (size_t i = 0; i < order.size(); ++i)
    place[static_cast<size_t>(order[i])] = static_cast<int32_t>(i);
  std::vector<Attribution> sorted;
  sorted.reserve(found.size());
  for (int32_t from : order) {
    Attribution& a = found[static_cast<size_t>(from)];
    if (a.same_speaker_as >= 0) a.same_speaker_as = place[static_cast<size_t>(a.same_speaker_as)];
    sorted.push_back(std::move(a));
  }
  return sorted;
}

// "faces CHARGES that", "news REPORTS that": a word that may be a verb, where no verb can stand; of
// those without a subject the verb follows a conjunction or a mark.
bool is_noun(const Reading& r, TokenRange cue) {
  if (cue.size() > 1 || !r.is(cue.begin, WordClass::cue_noun)) return false;
  if (r.text(cue.begin).ends_with("ing")) return false;
  constexpr WordClass before_verb = WordClass::conjunction | WordClass::pronoun |
                                    WordClass::adverb | WordClass::auxiliary | WordClass::negation;
  uint32_t t = cue.begin - 1;
  return r.tokens[t].kind == TokenKind::word && r.text(t) != "to" && !r.is(t, before_verb);
}

}  // namespace

bool leaves_speaker_out(const Reading& r, TokenRange cue) {
  if (cue.empty() || cue.begin == 0) return false;
  constexpr WordClass verb = WordClass::say | WordClass::speech_act | WordClass::cue_phrase;
  if (r.is(cue.begin, WordClass::cue_noun) && !r.is(cue.begin, verb)) return true;
  if (is_noun(r, cue) || lacks_object(r, cue.begin)) return true;
  uint32_t t = cue.begin - 1;
  while (t > 0 && r.is(t, WordClass::adverb)) --t;
  for (std::string_view be : {"been", "was", "were", "be", "is", "are", "being"})
    if (r.lower(t) == be) return !r.text(cue.begin).ends_with("ing");
  return false;
}

std::vector<Attribution> find_attributions(const Reading& reading) {
  Grammar grammar(reading);
  return find_attributions(grammar);
}

std::vector<Attribution> find_attributions(Grammar& grammar) {
  const Reading& reading = grammar.reading();
  std::vector<Attribution> found;
  uint32_t according = reading.lexicon->find("according");
  Transcript transcript(grammar);
  for (uint32_t p = 0; p < reading.paragraphs.size(); ++p) {
    const ReadParagraph& paragraph = reading.paragraphs[p];
    if (transcript.read(p, found)) continue;
    if (may_speak(paragraph.kind)) read_paragraph(grammar, paragraph, according, found);
  }
  return in_text_order(std::move(found));
}

}  // namespace quotary
