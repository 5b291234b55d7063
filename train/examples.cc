#include "train/examples.h"

#include <algorithm>
#include <unordered_map>

namespace quotary {
namespace {

using Counts = std::unordered_map<uint64_t, int>;

bool is_body(const Reading& r, uint32_t token) {
  ParagraphKind kind = r.paragraphs[r.sentences[r.sentence_of[token]].paragraph].kind;
  return kind == ParagraphKind::body || kind == ParagraphKind::bullet;
}

void count_forms(const Reading& r, Counts& counts) {
  for (uint32_t i = 0; i < r.tokens.size(); ++i)
    if (r.tokens[i].kind == TokenKind::word && !r.tokens[i].capitalised)
      ++counts[form_hash(r.text(i))];
}

constexpr WordClass small_words = WordClass::auxiliary | WordClass::preposition |
                                  WordClass::determiner | WordClass::pronoun | WordClass::negation |
                                  WordClass::conjunction;

// How well a word serves as the head of a cue.
int head_rank(const Reading& r, uint32_t token, const Counts& alone) {
  if (r.tokens[token].kind != TokenKind::word) return 0;
  auto found = alone.find(form_hash(r.text(token)));
  int rank = 1 + (found == alone.end() ? 0 : 10 * found->second);
  if (r.is(token, WordClass::say | WordClass::speech_act)) rank += 5;
  if (r.is(token, small_words) && !r.is(token, WordClass::say | WordClass::speech_act)) rank = 1;
  return rank;
}

void choose_heads(GoldArticle& a, const Counts& alone) {
  const Reading& r = a.reading;
  for (GoldAttribution& g : a.gold) {
    g.head = g.cue.begin;
    for (uint32_t i = g.cue.begin; i < g.cue.end; ++i)
      if (head_rank(r, i, alone) > head_rank(r, g.head, alone)) g.head = i;
  }
}

std::vector<WordRole> roles_of(const GoldAttribution& g, const CueWindow& w) {
  std::vector<WordRole> roles(w.tokens.size(), WordRole::outside);
  auto mark = [&](TokenRange range, WordRole role) {
    for (uint32_t i = range.begin; i < range.end; ++i)
      if (w.tokens.contains(i)) roles[i - w.tokens.begin] = role;
  };
  for (TokenRange piece : g.content) mark(piece, WordRole::content);
  for (TokenRange piece : g.speaker) mark(piece, WordRole::speaker);
  mark(g.cue, WordRole::cue);
  return roles;
}

}  // namespace

void learn_forms(std::vector<GoldArticle>& articles, TaggerModel& model) {
  Counts forms, alone, heads;
  for (const GoldArticle& a : articles) {
    count_forms(a.reading, forms);
    for (const GoldAttribution& g : a.gold)
      if (g.cue.size() == 1 && g.counts) ++alone[form_hash(a.reading.text(g.cue.begin))];
  }
  for (GoldArticle& a : articles) {
    choose_heads(a, alone);
    for (const GoldAttribution& g : a.gold)
      if (!g.cue.empty() && g.counts)
        heads[form_hash(a.reading.text(g.head))] += a.style == GoldStyle::wire ? 2 : 1;
  }
  for (auto [hash, count] : forms)
    if (count >= 3) model.known_forms.add(hash);
  for (auto [hash, count] : heads)
    if (count >= 2) model.cue_forms.add(hash);
}

void append_examples(const GoldArticle& a, uint32_t number, const TaggerView& view,
                     std::vector<Example>& examples) {
  std::vector<int32_t> gold_at(a.reading.tokens.size(), -1);
  for (size_t g = 0; g < a.gold.size(); ++g)
    for (uint32_t i = a.gold[g].cue.begin; i < a.gold[g].cue.end; ++i)
      if (gold_at[i] < 0 || a.gold[g].head == i) gold_at[i] = static_cast<int32_t>(g);
  for (uint32_t i = 0; i < a.reading.tokens.size(); ++i) {
    if (!view.traits[i].cue_form || !is_body(a.reading, i)) continue;
    const GoldAttribution* g = gold_at[i] < 0 ? nullptr : &a.gold[gold_at[i]];
    if (g && (!g->counts || g->head != i)) continue;
    Example e;
    e.article = number;
    e.window = window_of(view, i);
    e.is_cue = g != nullptr;
    e.roles = g ? roles_of(*g, e.window)
                : std::vector<WordRole>(e.window.tokens.size(), WordRole::outside);
    examples.push_back(std::move(e));
  }
}

}  // namespace quotary
