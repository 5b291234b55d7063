#include "indexer/extract/entity_name.h"

#include <algorithm>

#include "common/text/letters.h"
#include "common/text/utf8.h"
#include "indexer/extract/countries.h"

namespace quotary {
namespace {

constexpr size_t most_looked_at = 500;  // entities

// The entity of a country that the article names.
uint32_t named_country(const ArticleNames& names, uint16_t country) {
  const Countries& countries = Countries::of(*names.r.lexicon);
  size_t end = std::min(names.table.entities.size(), most_looked_at);
  for (uint32_t e = 0; e < end; ++e) {
    const Entity& who = names.entity(e);
    if (who.words.size() == 1 && names.words.is(who.words[0], WordClass::country) &&
        countries[who.words[0]] == country)
      return e;
  }
  return no_entity;
}

std::string english_name(const ArticleNames& names, uint16_t country) {
  std::string name(names.r.lexicon->form(Countries::of(*names.r.lexicon).name(country)));
  if (name == "us") return "United States";
  if (name == "eu") return {};
  if (name == "dprk") return "North Korea";
  if (name == "rok") return "South Korea";
  if (!name.empty()) name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

bool in_capitals(const Reading& r, TokenRange name) {
  uint32_t capitals = 0;
  for (uint32_t t = name.begin; t < name.end; ++t) {
    if (r.tokens[t].kind == TokenKind::word && !r.tokens[t].all_capitals) return false;
    capitals += r.tokens[t].all_capitals;
  }
  return capitals > 1;
}

// "Tom O'Quist" for the "TOM O'QUIST" of a transcript's label.
std::string without_capitals(const std::string& name) {
  std::string out;
  for (size_t begin = 0; begin < name.size();) {
    size_t end = std::min(name.find_first_of(" -'", begin), name.size() - 1) + 1;
    size_t rest = begin;
    next_code_point(name, rest);
    out += name.substr(begin, rest - begin) + lower_case(name.substr(rest, end - rest));
    begin = end;
  }
  return out;
}

}  // namespace

std::string entity_name(const ArticleNames& names, uint32_t entity) {
  const Entity& who = names.entity(entity);
  bool seat = who.kind == NameKind::place && who.words.size() == 1 &&
              names.words.is(who.words[0], WordClass::place);
  uint16_t country = seat ? Countries::of(*names.r.lexicon)[who.words[0]] : 0;
  bool shouted = who.kind == NameKind::person && in_capitals(names.r, who.fullest);
  if (shouted) return without_capitals(name_text(names.r, who.fullest));
  if (!country) return name_text(names.r, who.fullest);
  if (uint32_t state = named_country(names, country); state != no_entity)
    return name_text(names.r, names.entity(state).fullest);
  std::string state = english_name(names, country);
  return state.empty() ? name_text(names.r, who.fullest) : state;
}

}  // namespace quotary
