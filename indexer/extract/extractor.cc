#include "indexer/extract/extractor.h"

#include <algorithm>

#include "indexer/extract/attributions.h"
#include "indexer/extract/document_speakers.h"
#include "indexer/extract/entities.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/reading.h"
#include "indexer/extract/said_date.h"
#include "indexer/extract/tagger/tagger.h"

namespace quotary {
namespace {

StatementKind kind_of(const Reading& r, const std::vector<TokenRange>& content) {
  size_t words = 0, quoted = 0;
  for (TokenRange piece : content)
    for (uint32_t t = piece.begin; t < piece.end; ++t) {
      if (r.tokens[t].kind != TokenKind::word && r.tokens[t].kind != TokenKind::number) continue;
      ++words;
      quoted += r.quoted(t);
    }
  if (quoted == 0) return StatementKind::indirect;
  return quoted == words ? StatementKind::direct : StatementKind::mixed;
}

// The sentences that cue, mention and content lie in.
Span passage_of(const Reading& r, const Attribution& a) {
  TokenRange all = a.whole_content();
  for (TokenRange range : {a.cue, a.speaker}) {
    if (range.empty()) continue;
    all = {std::min(all.begin, range.begin), std::max(all.end, range.end)};
  }
  return r.span({r.sentences[r.sentence_of[all.begin]].tokens.begin,
                 r.sentences[r.sentence_of[all.end - 1]].tokens.end});
}

std::optional<Span> optional_span(const Reading& r, TokenRange range) {
  if (range.empty()) return std::nullopt;
  return r.span(range);
}

Statement make_statement(const Reading& r, const Attribution& a, const Resolution& who) {
  Statement s;
  for (TokenRange piece : a.content) s.segments.push_back(r.span(piece));
  s.cue = optional_span(r, a.cue);
  s.mention = optional_span(r, a.speaker);
  s.named_mention = s.mention ? s.mention : optional_span(r, who.named_mention);
  for (TokenRange other : who.others) s.others.push_back(r.span(other));
  s.speakers = who.names;
  s.confidence = who.confidence;
  s.kind = kind_of(r, a.content);
  s.status = a.status;
  s.addressee = r.text(a.addressee);
  s.via = r.text(a.channel);
  s.passage = passage_of(r, a);
  return s;
}

// Where a cue has no mention, or only "who", the subject of its clause answers for the speaker.
std::vector<Attribution> with_governing_subjects(const Reading& r,
                                                 std::vector<Attribution> attributions) {
  for (Attribution& a : attributions) {
    if (TokenRange document; a.speaker.empty() && !(document = document_before(r, a.cue)).empty()) {
      a.speaker = document;
      a.same_speaker_as = -1;
      continue;
    }
    if (a.governing_subject.empty() || a.same_speaker_as >= 0) continue;
    if (a.speaker.empty() && leaves_speaker_out(r, a.cue)) continue;
    a.speaker = a.governing_subject;
  }
  return attributions;
}

}  // namespace

std::vector<Statement> extract_statements(const Article& article, const TaggerModel* model) {
  Reading reading = read_article(article, Lexicon::of(article.language));
  Grammar grammar(reading);
  std::vector<Attribution> attributions = find_attributions(grammar);
  if (model) attributions = tag_attributions(grammar, attributions, *model);
  std::vector<Resolution> speakers =
      resolve_speakers(reading, with_governing_subjects(reading, attributions));
  auto said = find_said_dates(reading, attributions, speakers);
  std::vector<Statement> statements;
  statements.reserve(attributions.size());
  for (size_t i = 0; i < attributions.size(); ++i) {
    statements.push_back(make_statement(reading, attributions[i], speakers[i]));
    statements.back().said = said[i];
  }
  std::stable_sort(
      statements.begin(), statements.end(),
      [](const Statement& a, const Statement& b) { return a.content() < b.content(); });
  return statements;
}

}  // namespace quotary
