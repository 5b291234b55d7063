#include "indexer/extract/entity_name.h"

#include <algorithm>

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

}  // namespace

std::string entity_name(const ArticleNames& names, uint32_t entity) {
  const Entity& who = names.entity(entity);
  bool seat = who.kind == NameKind::place && who.words.size() == 1 &&
              names.words.is(who.words[0], WordClass::place);
  uint16_t country = seat ? Countries::of(*names.r.lexicon)[who.words[0]] : 0;
  if (!country) return name_text(names.r, who.fullest);
  if (uint32_t state = named_country(names, country); state != no_entity)
    return name_text(names.r, names.entity(state).fullest);
  std::string state = english_name(names, country);
  return state.empty() ? name_text(names.r, who.fullest) : state;
}

}  // namespace quotary
