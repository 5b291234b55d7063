#include "indexer/extract/roles.h"

#include <algorithm>

#include "indexer/extract/countries.h"
#include "indexer/extract/word_sets.h"

namespace quotary {
namespace {

constexpr uint32_t longest_phrase = 14;  // tokens looked at on either side of a name
constexpr size_t most_roles = 12;        // kept for one person
constexpr WordClass office = WordClass::title | WordClass::role;

class RoleCollector {
 public:
  RoleCollector(const Reading& r, const NameWords& words, const NameMentions& mentions,
                EntityTable& table)
      : r_(r), words_(words), mentions_(mentions), table_(table) {}

  void run() {
    for (uint32_t m = 0; m < mentions_.list.size(); ++m) {
      uint32_t e = table_.of_mention[m];
      if (e == no_entity) continue;
      Entity& who = table_.entities[e];
      if (who.kind != NameKind::person) continue;
      if (table_.certainty[m] < 0.7f) continue;
      from_title(mentions_.list[m], who);
      from_before(mentions_.list[m], who);
      from_after(mentions_.list[m], who);
    }
  }

 private:
  bool is(uint32_t t, WordClass c) const { return words_.is(words_[t], c); }
  bool word(uint32_t t) const { return r_.tokens[t].kind == TokenKind::word; }

  void give(Entity& who, TokenRange phrase) {
    if (phrase.empty() || who.roles.size() >= most_roles) return;
    RoleDescription role = describe_role(r_, words_, phrase);
    if (!role.head) return;
    for (uint32_t t = phrase.begin; t < phrase.end; ++t)
      if (words_[t] == role.head)
        if (Gender g = gender_of_word(*r_.lexicon, words_[t]);
            g != Gender::unknown && who.gender == Gender::unknown)
          who.gender = g;
    who.roles.push_back(std::move(role));
    who.sure = true;
  }

  // "Chinese President" of "Chinese President Hu"; with what stands before in small letters.
  void from_title(const NameMention& m, Entity& who) {
    uint32_t begin = m.run.begin;
    uint32_t first = sentence(begin).begin;
    if (begin > first && r_.tokens[begin - 1].kind == TokenKind::close_bracket)
      while (begin > first && m.run.begin - begin < 5 && !open_bracket(begin)) --begin;
    bool titled = m.name.begin > m.run.begin || (begin > first && is(begin - 1, office));
    if (!titled) return;
    while (begin > first && m.name.begin - begin < longest_phrase && before_title(begin - 1))
      --begin;
    give(who, {begin, m.name.begin});
  }
  bool open_bracket(uint32_t t) const { return r_.tokens[t].kind == TokenKind::open_bracket; }
  // Words that may stand between an article and a name: "former Mint spokesman".
  bool before_title(uint32_t t) const {
    if (r_.tokens[t].kind == TokenKind::clitic) return true;
    if (!word(t)) return false;
    if (mentions_.at[t] != no_mention)
      return mentions_.list[mentions_.at[t]].kind != NameKind::person || clitic_after(t);
    return !is(t, WordClass::determiner | WordClass::preposition | WordClass::conjunction |
                      WordClass::subordinator | WordClass::auxiliary | WordClass::pronoun |
                      WordClass::say) ||
           is(t, WordClass::role);
  }
  bool clitic_after(uint32_t t) const {
    return t + 1 < r_.tokens.size() && r_.tokens[t + 1].kind == TokenKind::clitic;
  }

  TokenRange sentence(uint32_t t) const { return r_.sentences[r_.sentence_of[t]].tokens; }

  // "the mayor of Northport, Ann Lorne"
  void from_before(const NameMention& m, Entity& who) {
    TokenRange s = sentence(m.run.begin);
    uint32_t t = m.run.begin;
    while (t > s.begin && before_title(t - 1) && m.run.begin - t < longest_phrase) --t;
    if (t == s.begin || r_.tokens[t - 1].kind != TokenKind::comma) return;
    uint32_t end = t - 1, begin = end;
    while (begin > s.begin && end - begin < longest_phrase) {
      uint32_t b = begin - 1;
      TokenKind kind = r_.tokens[b].kind;
      if (kind != TokenKind::word && kind != TokenKind::clitic && kind != TokenKind::number) break;
      if (is(b, WordClass::say | WordClass::auxiliary | WordClass::subordinator)) break;
      --begin;
    }
    if (begin == end || !is(begin, WordClass::determiner | office)) {
      while (begin < end && !is(begin, WordClass::determiner)) ++begin;
    }
    if (begin < end) give(who, {begin, end});
  }

  // "Ann Lorne, mayor of Northport, ..."; "Ann Lorne, who is the mayor"; "Ann Lorne is the mayor"
  void from_after(const NameMention& m, Entity& who) {
    TokenRange s = sentence(m.run.begin);
    uint32_t t = m.run.end;
    if (t >= s.end) return;
    bool comma = r_.tokens[t].kind == TokenKind::comma;
    if (comma) ++t;
    auto at = [&](std::string_view w) { return t < s.end && r_.text(t) == w; };
    if (comma && at("who")) ++t;
    bool copula = false;
    while (at("is") || at("was") || at("has") || at("been") || at("became") || at("also"))
      ++t, copula = true;
    if (!comma && !copula) return;
    if (t < s.end && is(t, WordClass::determiner)) ++t;
    uint32_t end = t;
    while (end < s.end && end - t < longest_phrase) {
      TokenKind kind = r_.tokens[end].kind;
      if (kind != TokenKind::word && kind != TokenKind::clitic && kind != TokenKind::number) break;
      if (is(end,
             WordClass::say | WordClass::auxiliary | WordClass::pronoun | WordClass::subordinator))
        break;
      if (mentions_.at[end] != no_mention && !before_link(t, end) &&
          mentions_.list[mentions_.at[end]].kind == NameKind::person && !clitic_after(end))
        return;  // the apposition of another name, or a list
      ++end;
    }
    // "to oust Ann Lorne, the spokesman said": who says what ends with the name
    bool says = comma && end < s.end && is(end, WordClass::say) &&
                m.run.begin > r_.after_dateline(s).begin &&
                is(m.run.end + 1, WordClass::determiner);
    if (says) return;
    // "Swedish Prime Minister Ann Lorne, the Norwegian president said": no apposition
    if (other_country(*r_.lexicon, describe_role(r_, words_, {t, end}), who.roles)) return;
    give(who, {t, end});
  }
  // Whether a preposition stands between: "adviser to Ann Lorne"
  bool before_link(uint32_t from, uint32_t to) const {
    for (uint32_t t = from; t < to; ++t)
      if (mentions_.at[t] == no_mention && is(t, WordClass::preposition)) return true;
    return false;
  }

  const Reading& r_;
  const NameWords& words_;
  const NameMentions& mentions_;
  EntityTable& table_;
};

// "Secretary General" as "secretary-general", "director general" as "director-general"; else 0.
uint32_t joined_with_general(const Reading& r, const NameWords& words, TokenRange phrase) {
  uint32_t last = phrase.end - 1;
  if (phrase.size() < 2 || words.form(words[last]) != "general" || !words[last - 1]) return 0;
  return r.lexicon->find(std::string(words.form(words[last - 1])) + "-general");
}

}  // namespace

RoleDescription describe_role(const Reading& r, const NameWords& words, TokenRange phrase) {
  RoleDescription role;
  uint32_t head = ~0u;
  for (uint32_t t = phrase.begin; t < phrase.end; ++t) {
    if (r.tokens[t].kind != TokenKind::word) continue;
    std::string_view w = r.text(t);
    bool link = w == "of" || w == "for" || w == "in" || w == "at" || w == "to" || w == "with" ||
                w == "from" || w == "on" || w == "and";
    if (link && head != ~0u) break;
    if (link || !words.is(words[t], office)) continue;
    head = t;
  }
  if (head == ~0u) return role;
  role.head = words[head];
  uint32_t joined = joined_with_general(r, words, {phrase.begin, head + 1});
  if (joined) role.head = joined;
  for (uint32_t t = phrase.begin; t < phrase.end; ++t) {
    if (t == head || (joined && t + 1 == head) || r.tokens[t].kind != TokenKind::word) continue;
    uint32_t word = words[t] ? words[t] : words.find(r.text(t));
    if (!word || words.is(word, WordClass::determiner | WordClass::preposition |
                                    WordClass::conjunction | WordClass::pronoun))
      continue;
    if (role.modifiers.size() < 16) role.modifiers.push_back(word);
  }
  return role;
}

namespace {

// Offices that stand for one another.
bool same_family(const Lexicon& lexicon, uint32_t a, uint32_t b) {
  if (a >= lexicon.size() || b >= lexicon.size()) return false;
  return lexicon.info(a).role_family != 0 &&
         lexicon.info(a).role_family == lexicon.info(b).role_family;
}
bool is_minister(const Lexicon& lexicon, uint32_t word) {
  return same_family(lexicon, word, lexicon.find("minister"));
}
bool heads_government(const Lexicon& lexicon, const NameWords& words, const RoleDescription& role) {
  if (words.form(role.head) == "premier") return true;
  return is_minister(lexicon, role.head) &&
         std::any_of(role.modifiers.begin(), role.modifiers.end(),
                     [&](uint32_t w) { return words.form(w) == "prime"; });
}
bool has_portfolio(const NameWords& words, const RoleDescription& role) {
  return std::any_of(role.modifiers.begin(), role.modifiers.end(),
                     [&](uint32_t w) { return words.is(w, WordClass::portfolio); });
}
// A prime minister and a foreign minister are two.
bool two_ministers(const Lexicon& lexicon, const NameWords& words, const RoleDescription& a,
                   const RoleDescription& b) {
  if (!same_family(lexicon, a.head, b.head) || !is_minister(lexicon, a.head)) return false;
  bool first = heads_government(lexicon, words, a), second = heads_government(lexicon, words, b);
  return first != second && has_portfolio(words, first ? b : a);
}

}  // namespace

int role_fit(const Lexicon& lexicon, const NameWords& words, const RoleDescription& nominal,
             const RoleDescription& of_person) {
  if (two_ministers(lexicon, words, nominal, of_person)) return 0;
  int fit = 0;
  if (nominal.head == of_person.head)
    fit = 6;
  else if (same_family(lexicon, nominal.head, of_person.head))
    fit = 5;
  bool general = fit == 0 && lexicon.covers(nominal.head, of_person.head);
  if (general) fit = 4;
  // "the judge" for the Judge Advocate General
  bool part = words.is(nominal.head, office) &&
              std::find(of_person.modifiers.begin(), of_person.modifiers.end(), nominal.head) !=
                  of_person.modifiers.end();
  if (!fit && part) fit = 4;
  if (!fit) return 0;
  const Countries& countries = Countries::of(lexicon);
  auto country = [&](uint32_t word) -> uint16_t {
    return word < lexicon.size() ? countries[word] : 0;
  };
  uint16_t nominal_country = 0, person_country = 0;
  for (uint32_t w : nominal.modifiers)
    if (uint16_t c = country(w)) nominal_country = c;
  for (uint32_t w : of_person.modifiers)
    if (uint16_t c = country(w)) person_country = c;
  if (nominal_country && person_country) {
    if (nominal_country != person_country) return 0;
    fit += 3;
  } else if (nominal_country) {
    --fit;
  }
  auto has = [&](const RoleDescription& role, std::string_view word) {
    return std::any_of(role.modifiers.begin(), role.modifiers.end(),
                       [&](uint32_t w) { return words.form(w) == word; });
  };
  if (has(nominal, "former") && !has(of_person, "former")) fit -= 3;
  for (uint32_t w : nominal.modifiers) {
    if (country(w)) continue;
    bool shared = std::find(of_person.modifiers.begin(), of_person.modifiers.end(), w) !=
                  of_person.modifiers.end();
    if (shared)
      fit += 2;
    else if (words.is(w, WordClass::portfolio | WordClass::body | WordClass::title))
      --fit;
  }
  for (uint32_t w : of_person.modifiers) {
    bool lower_rank = w < lexicon.size() && (words.form(w) == "deputy" || words.form(w) == "vice" ||
                                             words.form(w) == "assistant");
    bool shared = std::any_of(nominal.modifiers.begin(), nominal.modifiers.end(), [&](uint32_t n) {
      return n == w || words.form(n) == "deputy" || words.form(n) == "vice";
    });
    if (lower_rank && !shared && one_of(words.form(nominal.head), {"president", "premier"}))
      return 0;
    if (lower_rank && !shared && !general) fit -= 2;
  }
  return std::max(fit, 0);
}

bool other_country(const Lexicon& lexicon, const RoleDescription& nominal,
                   const std::vector<RoleDescription>& roles) {
  const Countries& countries = Countries::of(lexicon);
  auto country = [&](const RoleDescription& role) {
    uint16_t found = 0;
    for (uint32_t w : role.modifiers)
      if (w < lexicon.size() && countries[w]) found = countries[w];
    return found;
  };
  uint16_t wanted = country(nominal);
  if (!wanted) return false;
  bool other = false;
  for (const RoleDescription& role : roles) {
    for (uint32_t w : role.modifiers)
      if (w < lexicon.size() && countries[w] == wanted) return false;
    other |= country(role) != 0;
  }
  return other;
}

void collect_roles(const Reading& reading, const NameWords& words, const NameMentions& mentions,
                   EntityTable& table) {
  RoleCollector(reading, words, mentions, table).run();
}

}  // namespace quotary
