#include "indexer/extract/body_names.h"

namespace quotary {
namespace {

constexpr uint32_t most_words_between = 3;

// The word that heads a body's name: the last, or the one before "of" or "for".
uint32_t head_token(const Reading& r, const NameWords& words, TokenRange name) {
  for (uint32_t t = name.begin; t + 1 < name.end; ++t) {
    std::string_view next = r.text(t + 1);
    if ((next == "of" || next == "for") && words.is(words[t], WordClass::body)) return t;
  }
  return name.end - 1;
}

// The body's noun in small letters that ends a phrase which begins with this name, or no token.
uint32_t noun_behind(const Reading& r, const NameWords& words, const NameMentions& mentions,
                     const NameMention& m) {
  uint32_t found = ~0u;
  for (uint32_t t = m.run.end; t < r.tokens.size() && t < m.run.end + most_words_between; ++t) {
    const Token& token = r.tokens[t];
    if (token.kind == TokenKind::clitic && t == m.run.end) continue;
    if (token.kind != TokenKind::word || mentions.at[t] != no_mention) break;
    if (words.is(words[t], WordClass::preposition | WordClass::say | WordClass::auxiliary |
                               WordClass::conjunction | WordClass::determiner))
      break;
    if (words.is(words[t], WordClass::body | WordClass::medium)) found = t;
  }
  // "the daily X": the noun stands before its name.
  if (found != ~0u && found + 1 < r.tokens.size() && mentions.at[found + 1] != no_mention)
    return ~0u;
  // "ministry spokesman": the noun is not the head of its phrase.
  if (found != ~0u && found + 1 < r.tokens.size() &&
      words.is(words[found + 1], WordClass::role | WordClass::group | WordClass::document))
    return ~0u;
  return found;
}

// "the Northport newspaper, the Clarion, ..."
uint32_t name_behind_comma(const Reading& r, const NameMentions& mentions, uint32_t noun) {
  uint32_t t = noun + 1;
  if (t + 1 >= r.tokens.size() || r.tokens[t].kind != TokenKind::comma) return no_mention;
  if (r.text(++t) == "the") ++t;
  if (t >= r.tokens.size() || mentions.at[t] == no_mention) return no_mention;
  const NameMention& m = mentions.list[mentions.at[t]];
  bool ends = m.run.end < r.tokens.size() && (r.tokens[m.run.end].kind == TokenKind::comma ||
                                              r.tokens[m.run.end].kind == TokenKind::stop);
  bool body = m.kind == NameKind::body || m.kind == NameKind::unknown;
  return ends && body ? mentions.at[t] : no_mention;
}

// "the sports daily X"
bool noun_before(const Reading& r, const NameWords& words, uint32_t t) {
  return r.tokens[t].kind == TokenKind::word && !r.tokens[t].capitalised &&
         words.is(words[t], WordClass::body | WordClass::medium);
}

}  // namespace

std::vector<BodyName> find_body_names(const Reading& r, const NameWords& words,
                                      const NameMentions& mentions, const EntityTable& table) {
  std::vector<BodyName> found;
  for (uint32_t m = 0; m < mentions.list.size(); ++m) {
    const NameMention& mention = mentions.list[m];
    if (mention.kind == NameKind::body && mention.name.size() > 1)
      found.push_back(
          {words[head_token(r, words, mention.name)], mention.name, table.of_mention[m]});
    if (mention.run.begin > 0 && mention.kind != NameKind::person &&
        mention.kind != NameKind::people && mention.kind != NameKind::place &&
        noun_before(r, words, mention.run.begin - 1))
      found.push_back({words[mention.run.begin - 1], mention.name, table.of_mention[m]});
    uint32_t noun = noun_behind(r, words, mentions, mention);
    if (noun == ~0u) continue;
    if (uint32_t own = name_behind_comma(r, mentions, noun); own != no_mention) {
      found.push_back({words[noun], mentions.list[own].name, table.of_mention[own]});
      continue;
    }
    bool medium = words.is(words[noun], WordClass::medium);
    if (medium && (mention.kind == NameKind::people || mention.kind == NameKind::place)) continue;
    bool own_name = medium && (mention.kind == NameKind::body || mention.kind == NameKind::unknown);
    found.push_back(
        {words[noun], {mention.run.begin, noun + 1}, own_name ? table.of_mention[m] : no_entity});
  }
  return found;
}

}  // namespace quotary
