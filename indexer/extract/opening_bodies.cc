#include "indexer/extract/opening_bodies.h"

#include <algorithm>

#include "indexer/extract/word_sets.h"

namespace quotary {
namespace {

// Whether the name that opens a sentence is its subject: "An |Orlosoft| plan" has another.
bool is_subject(const ArticleNames& n, TokenRange sentence) {
  uint32_t t = n.r.after_dateline(sentence).begin;
  if (one_of(n.r.lower(t), {"a", "an"})) return false;
  while (t + 1 < sentence.end && !n.mention_at(t)) ++t;
  const NameMention* name = n.mention_at(t);
  if (!name || name->run.end >= sentence.end) return false;
  constexpr WordClass goes_on = WordClass::auxiliary | WordClass::say | WordClass::speech_act |
                                WordClass::verb | WordClass::adverb | WordClass::preposition |
                                WordClass::weekday;
  return n.r.tokens[name->run.end].kind != TokenKind::word || n.is(name->run.end, goes_on);
}

// "Norway's largest airline |Orlosoft|", "boat maker |Lorne|": the name of a body that ends the
// noun phrase which the one at `t` or its words begin; no_mention where none does.
uint32_t name_behind_description(const ArticleNames& n, uint32_t t, uint32_t end) {
  constexpr uint32_t farthest = 8, farthest_alone = 3;  // tokens; without an owner's name fewer
  constexpr WordClass other = WordClass::auxiliary | WordClass::say | WordClass::speech_act |
                              WordClass::preposition | WordClass::conjunction |
                              WordClass::subordinator | WordClass::pronoun | WordClass::adverb |
                              WordClass::verb;
  uint32_t last = std::min(end, t + farthest_alone);
  if (const NameMention* first = n.mention_at(t)) {
    last = std::min(end, t + farthest);
    t = first->run.end;
    bool owner = t < last && n.r.tokens[t].kind == TokenKind::clitic;
    if (t >= last || !(owner || n.is(t, WordClass::body | WordClass::medium))) return no_mention;
  }
  for (uint32_t begin = t; t < last; ++t) {
    uint32_t m = n.mentions.at[t];
    if (m != no_mention) {
      NameKind kind = n.mentions.list[m].kind;
      bool noun = t > begin && n.is(t - 1, WordClass::body | WordClass::medium);
      return noun && (kind == NameKind::body || kind == NameKind::unknown) ? m : no_mention;
    }
    bool clitic = n.r.tokens[t].kind == TokenKind::clitic;
    bool word = n.r.tokens[t].kind == TokenKind::word && !n.is(t, other);
    if (!clitic && !word) break;
  }
  return no_mention;
}

// "the agency" is no union, "the company" no commission; a group may be either.
bool may_be_named(const ArticleNames& n, uint32_t noun, uint32_t last) {
  if (n.words[noun] == last || one_of(n.r.text(noun), {"group", "organisation", "organization"}))
    return true;
  return !n.words.is(last, WordClass::any_body | WordClass::institution);
}

}  // namespace

uint32_t opening_body(const ArticleNames& n, uint32_t begin, uint32_t end, bool any) {
  for (uint32_t t = begin; t < end; ++t) {
    uint32_t m = n.mentions.at[t];
    if (m == no_mention && n.is(t, WordClass::determiner)) continue;
    if (uint32_t named = name_behind_description(n, t, end); named != no_mention)
      return n.table.of_mention[named];
    if (m == no_mention || n.table.of_mention[m] == no_entity) break;
    const NameMention& mention = n.mentions.list[m];
    bool owns = mention.run.end < n.r.tokens.size() &&
                n.r.tokens[mention.run.end].kind == TokenKind::clitic;
    NameKind kind = n.entity(n.table.of_mention[m]).kind;
    bool body =
        mention.kind == NameKind::body || mention.kind == NameKind::place || kind == NameKind::body;
    if (any) body |= kind == NameKind::unknown;
    return body && !owns && !mention.quoted ? n.table.of_mention[m] : no_entity;
  }
  return no_entity;
}

uint32_t subject_body(const ArticleNames& n, uint32_t token) {
  uint32_t sentence = n.r.sentence_of[token];
  for (uint32_t back = 0; back < 2 && back <= sentence; ++back) {
    uint32_t begin = n.r.after_dateline(n.r.sentences[sentence - back].tokens).begin;
    if (n.paragraph_of(begin) != n.paragraph_of(token)) break;
    uint32_t e = opening_body(n, begin, token, back == 0);
    if (e != no_entity) return n.entity(e).kind == NameKind::place ? no_entity : e;
  }
  return no_entity;
}

uint32_t only_body(const ArticleNames& n, uint32_t noun, uint32_t token) {
  constexpr uint32_t most_compared = 200;
  uint32_t only = no_entity;
  for (uint32_t e = 0; e < n.table.entities.size(); ++e) {
    const Entity& who = n.entity(e);
    bool body = who.kind == NameKind::body || who.kind == NameKind::unknown;
    if (e == most_compared) return no_entity;
    if (!body || who.first >= token) continue;
    if (only != no_entity) return no_entity;
    only = e;
  }
  if (only == no_entity) return no_entity;
  const std::vector<uint32_t>& words = n.entity(only).words;
  bool office = std::any_of(words.begin(), words.end(), [&](uint32_t word) {
    return n.words.is(word, WordClass::institution);
  });
  return !office && may_be_named(n, noun, words.back()) ? only : no_entity;
}

uint32_t subject_before(const ArticleNames& n, uint32_t token) {
  constexpr uint32_t farthest = 5;  // paragraphs
  for (uint32_t s = n.r.sentence_of[token]; s-- > 0;) {
    TokenRange sentence = n.r.sentences[s].tokens;
    if (n.paragraph_of(token) > n.r.sentences[s].paragraph + farthest) break;
    uint32_t e = opening_body(n, n.r.after_dateline(sentence).begin, sentence.end, true);
    if (e != no_entity && n.entity(e).kind == NameKind::body && is_subject(n, sentence))
      return may_be_named(n, token, n.entity(e).words.back()) ? e : no_entity;
  }
  return no_entity;
}

}  // namespace quotary
