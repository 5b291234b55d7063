#include "indexer/extract/tagger/linking.h"

#include <algorithm>
#include <map>
#include <optional>

#include "indexer/extract/control.h"

namespace quotary {
namespace {

bool is_word(const TaggerView& v, uint32_t token) {
  TokenKind kind = v.reading->tokens[token].kind;
  return kind == TokenKind::word || kind == TokenKind::number || kind == TokenKind::symbol;
}

bool has_word(const TaggerView& v, TokenRange range) {
  for (uint32_t i = range.begin; i < range.end; ++i)
    if (is_word(v, i)) return true;
  return false;
}

// Whether the word before `token` is not to be parted from it: "Tuesday|'s meeting", "not |to go".
bool belongs_before(const TaggerView& v, uint32_t token) {
  const Reading& r = *v.reading;
  if (r.tokens[token].kind == TokenKind::clitic && !r.tokens[token].space_before) return true;
  std::string_view before = r.lower(token - 1);
  return r.lower(token) == "to" && (before == "not" || before == "never");
}

// Without the marks around it, and a "that" in front.
TokenRange trimmed(const TaggerView& v, TokenRange range) {
  auto mark = [&](uint32_t i) {
    TokenKind kind = v.reading->tokens[i].kind;
    return !is_word(v, i) && kind != TokenKind::clitic && kind != TokenKind::open_bracket &&
           kind != TokenKind::close_bracket;
  };
  while (!range.empty() && mark(range.end - 1)) --range.end;
  while (!range.empty() && mark(range.begin)) ++range.begin;
  if (range.size() > 1 && v.reading->lower(range.begin) == "that") ++range.begin;
  while (!range.empty() && range.begin > 0 && belongs_before(v, range.begin)) --range.begin;
  return range;
}

// The runs of one role, those with only marks between them joined.
std::vector<TokenRange> runs_of(const TaggerView& v, const CueReading& reading, WordRole role) {
  std::vector<TokenRange> runs;
  for (uint32_t k = 0; k < reading.roles.size(); ++k) {
    if (reading.roles[k] != role) continue;
    uint32_t i = reading.window.tokens.begin + k;
    if (!runs.empty() && !has_word(v, {runs.back().end, i}))
      runs.back().end = i + 1;
    else
      runs.push_back({i, i + 1});
  }
  std::vector<TokenRange> kept;
  for (TokenRange run : runs)
    if (TokenRange t = trimmed(v, run); !t.empty() && has_word(v, t)) kept.push_back(t);
  return kept;
}

uint32_t distance(TokenRange range, uint32_t token) {
  if (range.contains(token)) return 0;
  return token < range.begin ? range.begin - token : token - range.end + 1;
}

TokenRange nearest(const std::vector<TokenRange>& ranges, uint32_t token) {
  TokenRange best;
  for (TokenRange range : ranges)
    if (best.empty() || distance(range, token) < distance(best, token)) best = range;
  return best;
}

TokenRange cue_of(const CueReading& reading) {
  uint32_t begin = reading.window.head, end = begin + 1, first = reading.window.tokens.begin;
  while (begin > first && reading.roles[begin - 1 - first] == WordRole::cue) --begin;
  while (end < reading.window.tokens.end && reading.roles[end - first] == WordRole::cue) ++end;
  return {begin, end};
}

// The tagger's spans, and what the rules know besides: who is spoken to, status, the subject of the
// clause above; in agency reports the content too, whose ends they know better there.
Attribution attribution_of(const TaggerView& v, const CueReading& reading) {
  Attribution a;
  int32_t rule = v.rule_at[reading.window.head];
  if (rule >= 0) a = (*v.rules)[rule];
  a.same_speaker_as = -1;
  a.cue = cue_of(reading);
  if (rule < 0 || !v.filed) a.content = runs_of(v, reading, WordRole::content);
  TokenRange speaker = nearest(runs_of(v, reading, WordRole::speaker), reading.window.head);
  if (!speaker.empty() && speaker != a.speaker) {
    a.speaker = speaker;
    a.governing_subject = {};
  }
  return a;
}

// Of two cues with one content and one speaker ("announced in a statement that") the surer stays.
bool repeats(const Attribution& a, const Attribution& b) {
  TokenRange x = a.whole_content(), y = b.whole_content();
  if (!x.overlaps(y)) return false;
  uint32_t shared = std::min(x.end, y.end) - std::max(x.begin, y.begin);
  uint32_t all = std::max(x.end, y.end) - std::min(x.begin, y.begin);
  return 10 * shared >= 9 * all &&
         (a.speaker == b.speaker || a.speaker.empty() || b.speaker.empty());
}

// Cues that were given one and the same speaker: the nearest one keeps it, the others refer to it.
void share_speakers(std::vector<Attribution>& all) {
  std::map<std::pair<uint32_t, uint32_t>, size_t> owners;
  auto key = [&](size_t i) { return std::pair(all[i].speaker.begin, all[i].speaker.end); };
  auto far = [&](size_t i) { return distance(all[i].speaker, all[i].cue.begin); };
  for (size_t i = 0; i < all.size(); ++i) {
    if (all[i].speaker.empty()) continue;
    size_t& owner = owners.try_emplace(key(i), i).first->second;
    if (far(i) < far(owner)) owner = i;
  }
  for (size_t i = 0; i < all.size(); ++i) {
    if (all[i].speaker.empty() || owners[key(i)] == i) continue;
    all[i].same_speaker_as = static_cast<int32_t>(owners[key(i)]);
    all[i].speaker = {};
  }
}

// For each token the attribution whose cue it is in, or -1.
std::vector<int32_t> attribution_at_cues(const TaggerView& v, const std::vector<Attribution>& all) {
  std::vector<int32_t> at(v.traits.size(), -1);
  for (size_t i = 0; i < all.size(); ++i)
    for (uint32_t t = all[i].cue.begin; t < all[i].cue.end; ++t) at[t] = static_cast<int32_t>(i);
  return at;
}

int32_t first_in(const std::vector<int32_t>& at, TokenRange cue) {
  for (uint32_t t = cue.begin; t < cue.end; ++t)
    if (at[t] >= 0) return at[t];
  return -1;
}

// A cue without a speaker shares that of the cue that the rules link it to, else that of the
// nearest cue before it in its sentence, else it hangs on a clause of the sentence.
void link_orphans(const TaggerView& v, std::vector<Attribution>& all) {
  std::vector<int32_t> at = attribution_at_cues(v, all);
  std::optional<Grammar> grammar;
  for (size_t i = 0; i < all.size(); ++i) {
    Attribution& a = all[i];
    if (!a.speaker.empty() || a.same_speaker_as >= 0 || a.cue.empty()) continue;
    if (int32_t rule = v.rule_at[a.cue.begin]; rule >= 0) {
      int32_t link = (*v.rules)[rule].same_speaker_as;
      if (link >= 0) a.same_speaker_as = first_in(at, (*v.rules)[link].cue);
      if (a.same_speaker_as == static_cast<int32_t>(i)) a.same_speaker_as = -1;
      continue;  // the rules have looked, and see no one else
    }
    TokenRange sentence = v.reading->sentences[v.reading->sentence_of[a.cue.begin]].tokens;
    for (uint32_t t = a.cue.begin; t-- > sentence.begin && a.same_speaker_as < 0;)
      if (at[t] >= 0 && !all[at[t]].speaker.empty()) a.same_speaker_as = at[t];
    if (a.same_speaker_as >= 0) continue;
    if (!grammar) grammar.emplace(*v.reading);
    grammar->tag(sentence);
    a.governing_subject = controller_of(*grammar, sentence, a.cue);
  }
}

// For each word the tagged attribution in whose content it lies, -1: none.
std::vector<int32_t> content_owners(const TaggerView& v, const std::vector<Attribution>& all) {
  std::vector<int32_t> owner(v.traits.size(), -1);
  for (size_t i = 0; i < all.size(); ++i)
    for (uint32_t t = all[i].whole_content().begin; t < all[i].whole_content().end; ++t)
      owner[t] = static_cast<int32_t>(i);
  return owner;
}

// Whether a content of the rules is in nobody's way: what the tagger found inside it hangs on a
// cue inside it, and so is reported by the one who speaks here.
bool stands_apart(const std::vector<Attribution>& all, const std::vector<int32_t>& owner,
                  TokenRange content) {
  for (uint32_t t = content.begin; t < content.end; ++t)
    if (owner[t] >= 0 && !content.contains(all[owner[t]].cue.begin)) return false;
  return true;
}

// "ORLO: ...": the layout tells who speaks, and a mark is no word to read.
bool has_label(const TaggerView& v, const Attribution& rule) {
  return rule.cue.size() == 1 && v.reading->tokens[rule.cue.begin].kind == TokenKind::colon;
}

// Quotations without a cue and labelled speech come from the rules, where the tagger has not taken
// them in. The speaker of what has no cue is the one that the rules refer to, if the tagger has
// that cue, else who spoke last.
void add_uncued(const TaggerView& v, std::vector<Attribution>& all) {
  std::vector<int32_t> at = attribution_at_cues(v, all);
  std::vector<int32_t> owner = content_owners(v, all);
  std::vector<int32_t> added(v.rules->size(), -1);  // where an uncued one of the rules went
  size_t tagged = all.size(), next = 0;             // both lists are in text order
  for (size_t i = 0; i < v.rules->size(); ++i) {
    const Attribution& rule = (*v.rules)[i];
    if (!rule.cue.empty() && !has_label(v, rule)) continue;
    TokenRange content = rule.whole_content();
    if (!stands_apart(all, owner, content)) continue;
    while (next < tagged && all[next].whole_content().begin < content.begin) ++next;
    added[i] = static_cast<int32_t>(all.size());
    all.push_back(rule);
    all.back().same_speaker_as = -1;
    if (!rule.speaker.empty()) continue;
    if (!rule.governing_subject.empty() && rule.same_speaker_as < 0) continue;
    int32_t linked = -1;
    if (int32_t other = rule.same_speaker_as; other >= 0)
      linked = added[other] >= 0 ? added[other] : first_in(at, (*v.rules)[other].cue);
    all.back().same_speaker_as = linked >= 0 ? linked : static_cast<int32_t>(next) - 1;
  }
}

// Every reference leads in one step to an attribution that tells its speaker, or is dropped.
void shorten_references(std::vector<Attribution>& all) {
  auto tells = [&](int32_t a) {
    return !all[a].speaker.empty() ||
           (!all[a].governing_subject.empty() && all[a].same_speaker_as < 0);
  };
  for (Attribution& a : all) {
    int32_t at = a.same_speaker_as;
    for (int hops = 0; hops < 8 && at >= 0 && !tells(at); ++hops) at = all[at].same_speaker_as;
    a.same_speaker_as = at >= 0 && !tells(at) ? -1 : at;
  }
}

void sort_by_content(std::vector<Attribution>& all) {
  std::vector<int32_t> order(all.size()), place(all.size());
  for (size_t i = 0; i < all.size(); ++i) order[i] = static_cast<int32_t>(i);
  std::stable_sort(order.begin(), order.end(), [&](int32_t a, int32_t b) {
    TokenRange x = all[a].whole_content(), y = all[b].whole_content();
    return std::pair(x.begin, x.end) < std::pair(y.begin, y.end);
  });
  std::vector<Attribution> sorted;
  for (size_t i = 0; i < order.size(); ++i) {
    place[order[i]] = static_cast<int32_t>(i);
    sorted.push_back(std::move(all[order[i]]));
  }
  for (Attribution& a : sorted)
    if (a.same_speaker_as >= 0) a.same_speaker_as = place[a.same_speaker_as];
  all = std::move(sorted);
}

}  // namespace

std::vector<Attribution> link_readings(const TaggerView& v, std::vector<CueReading> readings) {
  std::stable_sort(readings.begin(), readings.end(),
                   [](const CueReading& a, const CueReading& b) { return a.margin > b.margin; });
  std::vector<Attribution> all;
  std::map<uint32_t, std::vector<size_t>> of_sentence;  // by the cue's sentence, those in `all`
  for (const CueReading& reading : readings) {
    Attribution a = attribution_of(v, reading);
    if (a.content.empty()) continue;
    std::vector<size_t>& others = of_sentence[v.reading->sentence_of[reading.window.head]];
    auto known = [&](size_t b) { return a.cue.overlaps(all[b].cue) || repeats(a, all[b]); };
    if (std::any_of(others.begin(), others.end(), known)) continue;
    others.push_back(all.size());
    all.push_back(std::move(a));
  }
  sort_by_content(all);
  share_speakers(all);
  link_orphans(v, all);
  add_uncued(v, all);
  shorten_references(all);
  sort_by_content(all);
  return all;
}

}  // namespace quotary
