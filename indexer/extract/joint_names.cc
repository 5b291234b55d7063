#include "indexer/extract/joint_names.h"

#include <algorithm>
#include <string>

#include "indexer/extract/speeches.h"
#include "indexer/extract/word_sets.h"

namespace quotary {
namespace {

constexpr uint32_t paragraphs_back = 1;

enum class Members : uint8_t { none, people, bodies, countries };

// What a plural noun counts.
Members members_of(const ArticleNames& n, std::string_view noun) {
  if (one_of(noun, {"countries", "nations", "governments", "neighbours", "neighbors"}))
    return Members::countries;
  if (one_of(noun, {"men", "women", "leaders"})) return Members::people;
  if (!noun.ends_with("s")) return Members::none;
  std::string one(noun.substr(0, noun.size() - 1));
  if (one.ends_with("ie")) one.replace(one.size() - 2, 2, "y");
  uint32_t word = n.r.lexicon->find(one);
  if (n.words.is(word, WordClass::any_body)) return Members::bodies;
  return n.words.is(word, WordClass::role) ? Members::people : Members::none;
}

bool belongs(const ArticleNames& n, const Entity& who, Members kind) {
  if (kind == Members::people) return who.kind == NameKind::person;
  if (kind == Members::bodies) return who.kind == NameKind::body || who.kind == NameKind::unknown;
  return who.kind == NameKind::place && n.words.is(who.words[0], WordClass::country);
}

// The members that a sentence names up to a token, in their order.
std::vector<uint32_t> named_in(const ArticleNames& n, TokenRange sentence, Members kind) {
  std::vector<uint32_t> found;
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    uint32_t m = n.mentions.at[t];
    if (m == no_mention) continue;
    t = n.mentions.list[m].run.end - 1;
    uint32_t e = n.table.of_mention[m];
    bool one = e != no_entity && n.table.certainty[m] >= 0.7f && belongs(n, n.entity(e), kind);
    if (one && std::find(found.begin(), found.end(), e) == found.end()) found.push_back(e);
  }
  return found;
}

// "The two candidates parted, with Lorne smiling": whether the sentence goes on with a person that
// is none of those found.
bool names_others(const ArticleNames& n, const SpeakerPhrase& phrase,
                  const std::vector<uint32_t>& found) {
  uint32_t end = n.r.sentences[n.r.sentence_of[phrase.head]].tokens.end;
  const std::vector<uint32_t> behind = named_in(n, {phrase.whole.end, end}, Members::people);
  return std::any_of(behind.begin(), behind.end(), [&](uint32_t e) {
    return std::find(found.begin(), found.end(), e) == found.end();
  });
}

// "Orlo and Lorne left", "Orlo met Lorne": whether the names of a sentence are coordinated, or its
// subject and its object, which nobody else stands beside: "Orlo met Lorne and a friend".
bool belong_together(const ArticleNames& n, TokenRange sentence) {
  std::vector<const NameMention*> names;
  for (uint32_t t = sentence.begin; t < sentence.end; ++t)
    if (const NameMention* m = n.mention_at(t)) names.push_back(m), t = m->run.end - 1;
  const NameMention &first = *names.front(), &last = *names.back();
  bool opens = first.run.begin == sentence.begin;
  bool others = last.run.end < sentence.end && n.is(last.run.end, WordClass::conjunction);
  for (uint32_t t = first.run.end; t < last.run.begin; ++t)
    opens &= n.r.tokens[t].kind == TokenKind::word;
  return opens && !others;
}

// "the two women" are no men.
bool genders_fit(const ArticleNames& n, std::string_view noun, const std::vector<uint32_t>& found) {
  Gender gender = noun == "men" ? Gender::male : noun == "women" ? Gender::female : Gender::unknown;
  return std::all_of(found.begin(), found.end(),
                     [&](uint32_t e) { return gender_fits(n.entity(e).gender, gender); });
}

}  // namespace

uint32_t told_count(const ArticleNames& n, TokenRange noun_phrase) {
  for (uint32_t t = noun_phrase.begin; t < noun_phrase.end; ++t) {
    std::string_view w = n.r.lower(t);
    if (w == "two" || w == "both") return 2;
    if (w == "three") return 3;
    if (w == "four") return 4;
  }
  return 0;
}

std::vector<uint32_t> joint_names(const ArticleNames& n, const SpeakerPhrase& phrase) {
  uint32_t count = told_count(n, phrase.noun_phrase);
  Members kind = count ? members_of(n, n.r.text(phrase.head)) : Members::none;
  bool described = phrase.noun_phrase.end < phrase.whole.end;  // "both candidates for the board"
  if (kind == Members::none || described || phrase.mention != no_mention) return {};
  uint32_t begin = phrase.whole.begin, here = n.paragraph_of(begin);
  if (!one_of(n.r.lower(begin), {"the", "both", "these"})) return {};
  for (uint32_t s = n.r.sentence_of[begin] + 1; s-- > 0;) {
    if (here > n.r.sentences[s].paragraph + paragraphs_back) break;
    TokenRange sentence = n.r.after_dateline(n.r.sentences[s].tokens);
    sentence.end = std::min(sentence.end, begin);
    std::vector<uint32_t> found = named_in(n, sentence, kind);
    if (found.size() == count) {
      bool together = kind != Members::people || belong_together(n, sentence);
      if (!together || !genders_fit(n, n.r.text(phrase.head), found)) return {};
      if (kind == Members::people && names_others(n, phrase, found)) return {};
      return found;
    }
    if (found.size() > count) return {};
  }
  return {};
}

}  // namespace quotary
