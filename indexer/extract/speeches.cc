#include "indexer/extract/speeches.h"

namespace quotary {

Speeches::Speeches(const ArticleNames& names, const std::vector<Attribution>& attributions)
    : names_(names),
      attributions_(attributions),
      of_attribution_(attributions.size(), no_speech),
      last_of_(names.table.entities.size()) {}

void Speeches::add(uint32_t attribution, const Speech& speech) {
  of_attribution_[attribution] = static_cast<uint32_t>(list_.size());
  list_.push_back(speech);
  if (speech.entity != no_entity) last_of_[speech.entity] = static_cast<uint32_t>(list_.size());
}

bool Speeches::has_word(TokenRange range, uint32_t word) const {
  for (uint32_t t = range.begin; t < range.end; ++t)
    if (names_.words[t] == word) return true;
  return false;
}

uint32_t Speeches::last_unnamed(uint32_t noun) const {
  for (size_t i = list_.size(), back = 0; i-- > 0 && back < 4; ++back)
    if (list_[i].unnamed && has_word(mention_of(list_[i]), noun)) return static_cast<uint32_t>(i);
  return no_speech;
}

uint32_t Speeches::last_of_body_named(uint32_t word) const {
  for (size_t i = list_.size(), back = 0; i-- > 0 && back < 4; ++back) {
    const Speech& speech = list_[i];
    if (!speech.body || speech.several) continue;
    if (speech.entity == no_entity) {
      if (has_word(mention_of(speech), word)) return static_cast<uint32_t>(i);
      continue;
    }
    for (uint32_t own : names_.entity(speech.entity).words)
      if (own == word) return static_cast<uint32_t>(i);
  }
  return no_speech;
}

uint32_t Speeches::last_medium() const {
  for (size_t i = list_.size(), back = 0; i-- > 0 && back < 10; ++back) {
    if (list_[i].entity == no_entity || !list_[i].body) continue;
    for (uint32_t word : names_.entity(list_[i].entity).words)
      if (names_.words.is(word, WordClass::medium)) return static_cast<uint32_t>(i);
  }
  for (size_t i = list_.size(), back = 0; i-- > 0 && back < 4; ++back) {
    if (list_[i].entity == no_entity || list_[i].several) continue;
    const Entity& who = names_.entity(list_[i].entity);
    bool person = who.kind == NameKind::person && who.sure;
    if (!person && who.kind != NameKind::place && who.words.size() <= 2)
      return static_cast<uint32_t>(i);
  }
  return no_speech;
}

uint32_t Speeches::last_body(uint32_t token) const {
  uint32_t here = names_.paragraph_of(token);
  for (size_t i = list_.size(), back = 0; i-- > 0 && back < 4; ++back) {
    if (here > names_.paragraph_of(list_[i].token) + 4) break;
    if (list_[i].several) continue;
    if (list_[i].body) return static_cast<uint32_t>(i);
    if (list_[i].entity == no_entity) continue;
    const Entity& who = names_.entity(list_[i].entity);
    if (who.kind == NameKind::unknown || (who.kind == NameKind::person && !who.sure))
      return static_cast<uint32_t>(i);
  }
  return no_speech;
}

uint32_t Speeches::last_of_family(uint32_t family, Gender gender, uint32_t token) const {
  uint32_t here = names_.paragraph_of(token);
  for (size_t i = list_.size(); i-- > 0;) {
    if (here > names_.paragraph_of(list_[i].token) + 1) break;
    if (list_[i].entity == no_entity) continue;
    const Entity& who = names_.entity(list_[i].entity);
    if (who.kind == NameKind::person && who.words.size() > 1 && who.words.back() == family &&
        gender_fits(who.gender, gender))
      return static_cast<uint32_t>(i);
  }
  return no_speech;
}

}  // namespace quotary
