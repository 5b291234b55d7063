#include "indexer/extract/announced_bodies.h"

#include <algorithm>

namespace quotary {
namespace {

constexpr uint32_t farthest_name = 10;  // tokens from a phrase's begin, or from a comma

}  // namespace

uint32_t AnnouncedBodies::named_at(uint32_t s, TokenRange mention, uint32_t later) const {
  constexpr uint32_t paragraphs_ahead = 3;
  const Speech& speech = speeches_[s];
  uint32_t here = n_.paragraph_of(speech.token);
  bool near = n_.paragraph_of(speeches_[later].token) <= here + paragraphs_ahead;
  if (mention.empty() || here != n_.first_paragraph || !near) return no_entity;
  uint32_t e = body_of(speeches_[later], speech.body);
  if (e == no_entity || n_.entity(e).first < speech.token) return no_entity;
  return may_be_called(e, mention) ? e : no_entity;
}

// The body that speaks, or the one that a person speaks for whom the text has just named. "The
// Norwegian firm" is more than a word for it: of that one the person must be the spokesman.
uint32_t AnnouncedBodies::body_of(const Speech& speech, bool described) const {
  const Entity& who = n_.entity(speech.entity);
  bool people = who.kind == NameKind::unknown && n_.words.form(who.words.back()).ends_with("s");
  if (people) return no_entity;  // "Egyptologists"
  if (who.kind == NameKind::body || who.kind == NameKind::unknown) return speech.entity;
  if (who.kind != NameKind::person || who.first < speech.mention_token) return no_entity;
  const NameMention* name = n_.mention_at(who.first);
  if (!name || who.first > speech.mention_token + farthest_name) return no_entity;
  uint32_t before = employer_before(name->run.begin, speech.mention_token);
  return before != no_entity || described ? before : employer_behind(name->run.end);
}

// "|Harbour Watch| spokesman Tom Quist"
uint32_t AnnouncedBodies::employer_before(uint32_t name, uint32_t begin) const {
  bool office = false;
  for (uint32_t t = name; t-- > begin && name - t < 5;) {
    if (const NameMention* m = n_.mention_at(t))
      return office && m->kind == NameKind::body ? n_.table.of_mention[n_.mentions.at[t]]
                                                 : no_entity;
    office |= n_.is(t, WordClass::role);
  }
  return no_entity;
}

// "Tom Quist, head of |Harbour Watch|"
uint32_t AnnouncedBodies::employer_behind(uint32_t comma) const {
  const std::vector<Token>& tokens = n_.r.tokens;
  uint32_t end = std::min<uint32_t>(comma + farthest_name, static_cast<uint32_t>(tokens.size()));
  if (comma >= end || tokens[comma].kind != TokenKind::comma) return no_entity;
  bool office = false;
  for (uint32_t t = comma + 1; t < end && tokens[t].kind == TokenKind::word; ++t) {
    if (const NameMention* m = n_.mention_at(t); m && m->kind != NameKind::office)
      return office && m->kind == NameKind::body ? n_.table.of_mention[n_.mentions.at[t]]
                                                 : no_entity;
    office |= n_.is(t, WordClass::role);
  }
  return no_entity;
}

// Whether a body that a name tells may be "a company", "a newspaper": no ministry, and a paper only
// if it is called one.
bool AnnouncedBodies::may_be_called(uint32_t e, TokenRange mention) const {
  const std::vector<uint32_t>& words = n_.entity(e).words;
  if (words.empty() || n_.words.is(words.back(), WordClass::institution)) return false;
  bool paper = false;
  for (uint32_t t = mention.begin; t < mention.end; ++t) {
    if (n_.words[t] == words.back()) return true;
    paper |= n_.is(t, WordClass::medium);
  }
  return paper || !n_.words.is(words.back(), WordClass::medium);
}

}  // namespace quotary
