#include "indexer/extract/tagger/features.h"

#include <algorithm>

namespace quotary {
namespace {

constexpr uint32_t max_window = 120;  // words of a window on each side of its cue

// A feature is the number of its template and the values in it, mixed.
template <class... Values>
uint64_t feature(uint64_t number, Values... values) {
  uint64_t h = number * 0x9E3779B97F4A7C15u;
  ((h = (h ^ static_cast<uint64_t>(values)) * 0xD6E8FEB86659FD93u, h ^= h >> 32), ...);
  return h * 0xBF58476D1CE4E5B9u;
}

uint32_t bucket(uint32_t distance) {
  if (distance < 7) return distance;
  return distance < 10 ? 7 : distance < 15 ? 8 : distance < 25 ? 9 : distance < 40 ? 10 : 11;
}

const TokenTraits& trait(const TaggerView& v, int64_t token) {
  static const TokenTraits edge = [] {
    TokenTraits t;
    t.word = t.stem = t.suffix = 60;
    return t;
  }();
  return token < 0 || token >= static_cast<int64_t>(v.traits.size()) ? edge : v.traits[token];
}

// The word before or behind, runs of name words counted as one.
int64_t left_of(const TaggerView& v, int64_t token) {
  bool name = trait(v, token).name;
  --token;
  while (name && trait(v, token).name) --token;
  return token;
}
int64_t right_of(const TaggerView& v, int64_t token) {
  bool name = trait(v, token).name;
  ++token;
  while (name && trait(v, token).name) ++token;
  return token;
}

bool is_that(const TaggerView& v, uint32_t token) {
  return v.reading->tokens[token].word == v.that;
}

std::vector<Surroundings> surroundings_of(const std::vector<TokenTraits>& traits) {
  auto size = static_cast<uint32_t>(traits.size());
  std::vector<Surroundings> around(size + 1);
  for (uint32_t i = 0; i < size; ++i) {
    around[i + 1] = around[i];
    around[i + 1].quotes += traits[i].opens || traits[i].closes;
    around[i + 1].cue_forms += traits[i].cue_form;
    if (!traits[i].is_word) around[i + 1].last_mark = i + 1;
  }
  uint32_t mark = size;
  for (uint32_t i = size; i-- > 0;) {
    around[i].next_mark = mark;
    if (!traits[i].is_word) mark = i;
  }
  return around;
}

}  // namespace

TaggerView view_of(Grammar& grammar, const std::vector<Attribution>& rules,
                   const TaggerModel& model) {
  const Reading& r = grammar.reading();
  TaggerView v;
  v.reading = &r;
  v.rules = &rules;
  v.traits = read_traits(grammar, model);
  v.around = surroundings_of(v.traits);
  v.that = r.lexicon->find("that");
  v.rule_at.assign(r.tokens.size(), -1);
  for (size_t a = 0; a < rules.size(); ++a)
    for (uint32_t t = rules[a].cue.begin; t < rules[a].cue.end; ++t)
      v.rule_at[t] = static_cast<int32_t>(a);
  v.rule_mark.assign(r.tokens.size(), 0);
  auto mark = [&](TokenRange range, uint8_t bit) {
    for (uint32_t t = range.begin; t < range.end; ++t) v.rule_mark[t] |= bit;
  };
  for (const Attribution& a : rules) {
    mark(a.speaker, 1);
    mark(a.cue, 2);
    for (TokenRange piece : a.content) mark(piece, 4);
  }
  v.filed = r.article->dateline && !r.article->dateline->agency.empty();
  return v;
}

CueWindow window_of(const TaggerView& v, uint32_t head) {
  const Reading& r = *v.reading;
  uint32_t s = r.sentence_of[head];
  const ReadParagraph& p = r.paragraphs[r.sentences[s].paragraph];
  uint32_t first = s, last = s;
  auto ends_quoted = [&](uint32_t sentence) {
    const TokenTraits& t = v.traits[r.sentences[sentence].tokens.end - 1];
    return t.quoted || t.closes;
  };
  auto begins_quoted = [&](uint32_t sentence) {
    const TokenTraits& t = v.traits[r.sentences[sentence].tokens.begin];
    return t.quoted || t.opens;
  };
  auto near = [&](uint32_t token) {
    return token + max_window > head && token < head + max_window;
  };
  while (first > p.first_sentence && near(r.sentences[first].tokens.begin) &&
         ends_quoted(first - 1))
    --first;
  while (last + 1 < p.last_sentence && near(r.sentences[last].tokens.end) &&
         begins_quoted(last + 1))
    ++last;
  TokenRange tokens{r.sentences[first].tokens.begin, r.sentences[last].tokens.end};
  if (head - tokens.begin > max_window) tokens.begin = head - max_window;
  if (tokens.end - head > max_window) tokens.end = head + max_window;
  return {head, tokens};
}

namespace {

// Of the sentence around the cue, and of what the rules found there.
void sentence_features(const TaggerView& v, uint32_t head, TokenRange s, uint32_t right_classes,
                       FeatureList& f) {
  const TokenTraits& c = v.traits[head];
  const Surroundings& here = v.around[head];
  uint32_t left_quote = here.quotes - v.around[s.begin].quotes;
  uint32_t right_quote = v.around[s.end].quotes - v.around[head + 1].quotes;
  uint32_t cues = v.around[s.end].cue_forms - v.around[s.begin].cue_forms;
  uint32_t that = 0;
  uint32_t mark = 0;
  uint32_t left_mark = 0;
  for (uint32_t i = head + 1; i < std::min(head + 9, s.end) && !that; ++i)
    if (is_that(v, i)) that = i - head;
  if (here.next_mark < s.end)
    mark = v.traits[here.next_mark].word + 64 * bucket(here.next_mark - head);
  if (here.last_mark > s.begin)
    left_mark = v.traits[here.last_mark - 1].word + 64 * bucket(head - (here.last_mark - 1));
  f.add(feature(200, that, c.stem));
  f.add(feature(201, that > 0, c.classes));
  f.add(feature(202, mark, c.suffix));
  f.add(feature(203, left_mark, c.suffix));
  f.add(feature(204, mark, left_mark));
  f.add(feature(205, std::min(left_quote, 2u), std::min(right_quote, 2u), c.quoted));
  f.add(feature(206, std::min(left_quote, 2u), std::min(right_quote, 2u), c.stem));
  f.add(feature(207, std::min(cues, 4u), c.suffix));
  f.add(feature(208, bucket(head - s.begin), c.suffix));
  f.add(feature(209, bucket(s.end - head), c.suffix));
  f.add(feature(210, head == s.begin, c.stem));
  bool ruled = v.rule_at[head] >= 0;
  f.add(feature(224, v.rule_mark[head], c.suffix));
  f.add(feature(225, v.rule_mark[head], c.stem));
  f.add(feature(226, v.rule_mark[head], v.filed, c.classes));
  if (ruled) {
    const Attribution& rule = (*v.rules)[v.rule_at[head]];
    f.add(feature(227, rule.speaker.empty(), rule.content.size(), v.filed));
    f.add(feature(228, rule.speaker.empty(), bucket(rule.content.front().size()), c.classes));
    f.add(feature(229, c.stem, rule.content.front().begin < head));
  }
  f.add(feature(220, ruled));
  f.add(feature(221, ruled, c.stem));
  f.add(feature(222, ruled, c.quoted, v.filed));
  f.add(feature(223, ruled, c.suffix, right_classes));
}

}  // namespace

void gate_features(const TaggerView& v, uint32_t head, FeatureList& f) {
  const Reading& r = *v.reading;
  TokenRange s = r.sentences[r.sentence_of[head]].tokens;
  if (head - s.begin > max_window) s.begin = head - max_window;
  if (s.end - head > max_window) s.end = head + max_window;
  int64_t left1 = left_of(v, head), left2 = left_of(v, left1), left3 = left_of(v, left2);
  int64_t right1 = right_of(v, head), right2 = right_of(v, right1), right3 = right_of(v, right2);
  const TokenTraits &c = v.traits[head], &l1 = trait(v, left1), &l2 = trait(v, left2),
                    &l3 = trait(v, left3), &r1 = trait(v, right1), &r2 = trait(v, right2),
                    &r3 = trait(v, right3);
  f.add(feature(100, c.word));
  f.add(feature(101, c.stem));
  f.add(feature(102, c.suffix));
  f.add(feature(103, c.classes));
  f.add(feature(104, c.stem, c.quoted));
  f.add(feature(105, c.stem, v.filed));
  f.add(feature(106, v.filed, c.quoted));
  int n = 110;
  for (const TokenTraits* t : {&l1, &l2, &l3, &r1, &r2, &r3}) {
    f.add(feature(n, t->word));
    f.add(feature(n + 1, t->word, c.stem));
    f.add(feature(n + 2, t->classes, c.suffix));
    f.add(feature(n + 3, t->suffix, c.classes));
    f.add(feature(n + 4, t->classes, c.stem));
    n += 10;
  }
  f.add(feature(180, l2.word, l1.word));
  f.add(feature(181, l1.word, r1.word));
  f.add(feature(182, r1.word, r2.word));
  f.add(feature(183, r1.word, r2.word, c.stem));
  f.add(feature(184, l1.word, r1.word, c.stem));
  f.add(feature(185, l1.classes, r1.classes, c.classes));
  f.add(feature(186, l2.classes, l1.classes, c.suffix));
  f.add(feature(187, r1.classes, r2.classes, c.suffix));
  f.add(feature(188, l2.word, l1.word, c.stem));
  f.add(feature(189, l3.word, l2.word, l1.word));
  sentence_features(v, head, s, r1.classes, f);
}

namespace {

// Fills way, skeleton for the words on one side of the cue, walking away from it.
void walk(const TaggerView& v, WindowContext& c, int direction) {
  const Reading& r = *v.reading;
  uint32_t commas = 0, that = 0, quotes = 0, cues = 0, sentences = 0, dashes = 0;
  uint64_t skeleton = direction > 0;
  int64_t end = direction < 0 ? static_cast<int64_t>(c.window.tokens.begin) - 1
                              : static_cast<int64_t>(c.window.tokens.end);
  for (int64_t i = static_cast<int64_t>(c.window.head) + direction; i != end; i += direction) {
    const TokenTraits& t = v.traits[i];
    size_t k = i - c.window.tokens.begin;
    c.way[k] = commas | that << 3 | quotes << 5 | cues << 8 | sentences << 11 | dashes << 13;
    c.skeleton[k] = skeleton;
    if (r.tokens[i].kind == TokenKind::comma)
      commas = std::min(commas + 1, 4u);
    else if (t.opens || t.closes)
      quotes = std::min(quotes + 1, 4u);
    else if (!t.is_word)
      dashes = std::min(dashes + 1, 2u);
    if (t.cue_form && v.rule_at[i] != v.rule_at[c.window.head]) cues = std::min(cues + 1, 4u);
    auto token = static_cast<uint32_t>(i);
    if (is_that(v, token)) that = std::min(that + 1, 2u);
    uint32_t beyond = static_cast<uint32_t>(i + direction);
    if (i + direction != end && r.sentence_of[token] != r.sentence_of[beyond])
      sentences = std::min(sentences + 1, 2u);
    constexpr WordClass joints = WordClass::preposition | WordClass::conjunction |
                                 WordClass::subordinator | WordClass::auxiliary |
                                 WordClass::pronoun;
    if (!t.is_word || r.is(token, joints) || t.cue_form)
      skeleton = (skeleton ^ (t.is_word ? t.classes : t.word)) * 0xD6E8FEB86659FD93u;
  }
}

}  // namespace

WindowContext context_of(const TaggerView& v, const CueWindow& window) {
  WindowContext c;
  c.window = window;
  const std::vector<uint32_t>& quotation_of = v.reading->quotation_of;
  for (uint32_t i = window.tokens.begin; i < window.tokens.end; ++i) {
    bool inside = i > window.tokens.begin && v.traits[i].quoted &&
                  quotation_of[i] == quotation_of[i - 1] &&
                  quotation_of[i] != quotation_of[window.head];
    if (!inside) c.units.push_back(i);
  }
  uint32_t size = window.tokens.size();
  c.way.assign(size, 0);
  c.skeleton.assign(size, 0);
  c.rule_role.assign(size, 7);
  walk(v, c, -1);
  walk(v, c, 1);
  const TokenTraits& head = v.traits[window.head];
  c.cue_stem = head.stem;
  const TokenTraits& after = trait(v, window.head + 1);
  const TokenTraits& before = trait(v, int64_t{window.head} - 1);
  c.after = after.is_word
                ? (is_that(v, window.head + 1 < v.traits.size() ? window.head + 1 : window.head)
                       ? 1
                       : 2 + after.name)
                : after.word;
  c.before = before.is_word ? before.classes ? before.classes : 2 + before.name : before.word;
  bool left = false, right = false, left_in = false;
  for (uint32_t i = window.tokens.begin; i < window.tokens.end; ++i)
    if (v.traits[i].quoted) (i < window.head ? left : right) = true;
  left_in = v.traits[window.tokens.begin].opens || v.traits[window.tokens.begin].quoted;
  c.signature = left | right << 1 | left_in << 2 | head.quoted << 3;
  if (int32_t a = v.rule_at[window.head]; a >= 0) {
    const Attribution& rule = (*v.rules)[a];
    for (uint32_t k = 0; k < size; ++k) {
      uint32_t i = window.tokens.begin + k;
      WordRole role = WordRole::outside;
      if (rule.speaker.contains(i))
        role = WordRole::speaker;
      else if (rule.cue.contains(i))
        role = WordRole::cue;
      else
        for (TokenRange piece : rule.content)
          if (piece.contains(i)) role = WordRole::content;
      c.rule_role[k] = static_cast<uint8_t>(role);
    }
  }
  return c;
}

namespace {

// The side of the cue that a word is on stands in nearly all features, right behind their numbers:
// known when the program is built, it makes one multiplication less of each.

template <uint64_t side>
void role_features_at(const TaggerView& v, const WindowContext& c, uint32_t i, FeatureList& f) {
  const CueWindow& w = c.window;
  uint32_t k = i - w.tokens.begin;
  uint32_t near = bucket(i < w.head ? w.head - i : i - w.head);
  int64_t left = left_of(v, i), right = right_of(v, i);
  const TokenTraits &t = v.traits[i], &l1 = trait(v, left), &l2 = trait(v, left_of(v, left)),
                    &r1 = trait(v, right), &r2 = trait(v, right_of(v, right));
  const TokenTraits& head = v.traits[w.head];
  uint64_t way = c.way[k], rule = c.rule_role[k];
  uint64_t commas = way & 7;
  bool same_sentence = v.reading->sentence_of[i] == v.reading->sentence_of[w.head];
  uint64_t place =
      side | uint64_t{t.quoted} << 2 | uint64_t{head.quoted} << 3 | uint64_t{same_sentence} << 4;
  f.add(feature(1, place));
  f.add(feature(2, place, c.cue_stem));
  f.add(feature(3, side, t.word));
  f.add(feature(4, side, t.word, l1.word));
  f.add(feature(5, side, t.word, r1.word));
  f.add(feature(6, side, l1.word));
  f.add(feature(7, side, r1.word));
  f.add(feature(8, side, l2.word));
  f.add(feature(9, side, r2.word));
  f.add(feature(10, side, t.suffix));
  f.add(feature(11, side, t.classes, l1.classes));
  f.add(feature(13, side, near, t.classes));
  f.add(feature(14, side, near, c.cue_stem));
  f.add(feature(15, side, near, t.word));
  f.add(feature(16, side, near, place));
  f.add(feature(17, place, way));
  f.add(feature(19, side, way & 0x1f, t.classes));
  f.add(feature(20, side, way, c.after));
  f.add(feature(21, side, way & 0x7ff, c.before, c.after));
  f.add(feature(23, place, c.signature, c.after, c.before));
  f.add(feature(25, side, c.skeleton[k]));
  f.add(feature(27, side, commas, c.cue_stem, t.name));
  f.add(feature(28, side, c.after, t.word));
  f.add(feature(30, place, v.filed));
  f.add(feature(31, side, c.cue_stem, t.word));
  f.add(feature(33, side, l1.word, t.word, r1.word));
  f.add(feature(40, rule, side));
  f.add(feature(41, rule, t.word));
  f.add(feature(42, rule, place, c.cue_stem));
  f.add(feature(44, rule, place, c.signature));
  if (side == 1) return gate_features(v, i, f);
  uint8_t rule_before = k ? c.rule_role[k - 1] : 8;
  uint8_t rule_after = k + 1 < c.rule_role.size() ? c.rule_role[k + 1] : 8;
  uint64_t marks = v.rule_mark[i], marks_before = i ? v.rule_mark[i - 1] : 0;
  f.add(feature(46, side, rule, marks));
  f.add(feature(48, side, rule, marks, v.rule_mark[w.head], commas));
  f.add(feature(49, side, rule, marks, marks_before, t.classes));
  f.add(feature(45, rule, rule_before, rule_after, side));
  if (near < 7) {
    f.add(feature(50, side, near, t.word, c.cue_stem));
    f.add(feature(52, side, near, r1.word, head.suffix));
  }
}

template <uint64_t side>
void step_features_at(const TaggerView& v, const WindowContext& c, uint32_t i, FeatureList& f) {
  const CueWindow& w = c.window;
  uint32_t k = i - w.tokens.begin;
  const TokenTraits &a = v.traits[i - 1], &b = v.traits[i], &next = trait(v, int64_t{i} + 1),
                    &last = trait(v, int64_t{i} - 2);
  uint32_t near = bucket(i <= w.head ? w.head - i : i - 1 - w.head);
  bool new_sentence = v.reading->sentence_of[i] != v.reading->sentence_of[i - 1];
  uint64_t marks = uint64_t{a.is_word} | uint64_t{b.is_word} << 1 | uint64_t{a.quoted} << 2 |
                   uint64_t{b.quoted} << 3 | uint64_t{new_sentence} << 4;
  uint64_t commas = c.way[k] & 7;
  f.add(feature(300, side));
  f.add(feature(301, side, marks));
  f.add(feature(302, side, a.word));
  f.add(feature(303, side, b.word));
  f.add(feature(304, side, a.word, b.word));
  f.add(feature(306, side, near));
  f.add(feature(307, side, near, marks));
  f.add(feature(308, side, b.word, commas));
  f.add(feature(310, side, b.word, next.word));
  f.add(feature(312, side, a.word, b.word, next.word));
  f.add(feature(313, side, c.rule_role[k - 1], c.rule_role[k]));
  f.add(feature(314, side, c.rule_role[k - 1], c.rule_role[k], a.word));
  f.add(feature(317, side, a.is_word ? a.classes : a.word, b.is_word ? b.classes : b.word,
                next.is_word ? next.classes : next.word));
  const TokenTraits& next2 = trait(v, int64_t{i} + 2);
  auto kind = [](const TokenTraits& t) { return t.is_word ? t.classes : t.word; };
  f.add(feature(318, side, kind(a), kind(b), kind(next), kind(next2)));
  f.add(feature(319, side, kind(last), kind(a), kind(b), kind(next)));
  f.add(feature(330, side, b.word, kind(next), kind(next2)));
  f.add(feature(332, side, v.rule_mark[i - 1], v.rule_mark[i], a.word, b.word));
  if (near < 6) {
    f.add(feature(320, side, near, c.cue_stem));
    f.add(feature(321, side, near, c.cue_stem, b.word));
    f.add(feature(322, side, near, c.after, a.word));
  }
}

}  // namespace

void role_features(const TaggerView& v, const WindowContext& c, uint32_t i, FeatureList& f) {
  if (i < c.window.head) return role_features_at<0>(v, c, i, f);
  if (i == c.window.head) return role_features_at<1>(v, c, i, f);
  role_features_at<2>(v, c, i, f);
}

void step_features(const TaggerView& v, const WindowContext& c, uint32_t i, FeatureList& f) {
  if (i <= c.window.head) return step_features_at<0>(v, c, i, f);
  step_features_at<1>(v, c, i, f);
}

}  // namespace quotary
