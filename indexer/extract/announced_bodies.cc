#include "indexer/extract/announced_bodies.h"

#include <algorithm>

#include "indexer/extract/word_sets.h"

namespace quotary {
namespace {

constexpr uint32_t paragraphs_ahead = 3;  // in which the article names whom it announced
constexpr uint32_t farthest_name = 10;    // tokens from a phrase's begin, or from a comma

}  // namespace

uint32_t AnnouncedBodies::named_at(uint32_t s, TokenRange mention, uint32_t later) const {
  const Speech& speech = speeches_[s];
  uint32_t here = n_.paragraph_of(speech.token);
  bool near = n_.paragraph_of(speeches_[later].token) <= here + paragraphs_ahead;
  if (mention.empty() || here != n_.first_paragraph || !near) return no_entity;
  if (Document kind = document_in(mention); kind != Document::none)
    return issued_by(kind, s, later);
  uint32_t e = body_of(speeches_[later], speech.body);
  if (e == no_entity || n_.entity(e).first < speech.token) return no_entity;
  return may_be_called(e, mention) ? e : no_entity;
}

AnnouncedBodies::Document AnnouncedBodies::document_in(TokenRange mention) const {
  for (uint32_t t = mention.begin; t < mention.end; ++t) {
    if (!n_.is(t, WordClass::document) || n_.r.tokens[t].capitalised) continue;
    return n_.r.text(t) == "report" ? Document::report : Document::other;
  }
  return Document::none;
}

// "A report said ... Radio Lorne said": a report of news is of a medium. Data, a poll, a study are
// not of whoever speaks next, but of those whose work they are.
uint32_t AnnouncedBodies::issued_by(Document kind, uint32_t s, uint32_t later) const {
  uint32_t e = speeches_[later].entity;
  bool body = n_.entity(e).kind == NameKind::body || n_.entity(e).kind == NameKind::unknown;
  if (!body || n_.entity(e).first < speeches_[s].token) return no_entity;
  if (n_.r.sentence_of[speeches_[later].token] == n_.r.sentence_of[speeches_[s].token])
    return no_entity;
  return (kind == Document::report ? is_medium(e) : measures(e)) ? e : no_entity;
}

// By a word of its name or by the noun beside it: "the Lorne news |agency|", no other agency.
bool AnnouncedBodies::is_medium(uint32_t e) const {
  auto medium = [&](uint32_t word) {
    return n_.words.is(word, WordClass::medium) && n_.words.form(word) != "agency";
  };
  const std::vector<uint32_t>& words = n_.entity(e).words;
  if (std::any_of(words.begin(), words.end(), medium)) return true;
  return std::any_of(n_.bodies.begin(), n_.bodies.end(), [&](const BodyName& b) {
    if (b.entity != e) return false;
    uint32_t noun = n_.words[b.name.end - 1] == b.head ? b.name.end - 1 : b.name.begin - 1;
    return medium(b.head) || (noun > 0 && n_.r.text(noun - 1) == "news");
  });
}

// "Statistics Lorne", "the Lorne |institute|"
bool AnnouncedBodies::measures(uint32_t e) const {
  auto tells = [&](uint32_t word) { return n_.words.is(word, WordClass::measuring); };
  const Entity& who = n_.entity(e);
  return std::any_of(who.words.begin(), who.words.end(), tells) ||
         (who.fullest.end < n_.r.tokens.size() && tells(n_.words[who.fullest.end]));
}

uint32_t AnnouncedBodies::quoting(TokenRange mention) const {
  if (mention.empty() || n_.paragraph_of(mention.begin) != n_.first_paragraph) return no_entity;
  bool of_news = document_in(mention) == Document::report;
  for (uint32_t t = mention.begin; t < mention.end; ++t) of_news |= n_.is(t, WordClass::medium);
  if (!of_news) return no_entity;
  for (uint32_t m = 0; m < n_.mentions.list.size(); ++m) {
    uint32_t begin = n_.mentions.list[m].run.begin, e = n_.table.of_mention[m];
    if (n_.paragraph_of(begin) > n_.first_paragraph + paragraphs_ahead) break;
    if (begin > mention.begin && e != no_entity && is_medium(e) && quotes(begin)) return e;
  }
  return no_entity;
}

// "quoted as saying |by the state| Lorne news agency"
bool AnnouncedBodies::quotes(uint32_t name) const {
  constexpr uint32_t most_between = 3;  // words
  uint32_t begin = n_.r.sentences[n_.r.sentence_of[name]].tokens.begin, t = name;
  while (t > begin && name - t < most_between && n_.r.text(t - 1) != "by") --t;
  if (t == begin || n_.r.text(t - 1) != "by") return false;
  for (; t > begin; --t)
    if (n_.r.text(t - 1) == "quoted") return true;
  return false;
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
