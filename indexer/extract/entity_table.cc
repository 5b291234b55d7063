#include "indexer/extract/entity_table.h"

#include <algorithm>

#include "common/names/nicknames.h"
#include "indexer/extract/short_names.h"

namespace quotary {
namespace {

constexpr uint32_t no_link = ~0u;
constexpr uint32_t longest_chain = 64;   // entities looked at for one word
constexpr size_t most_acronyms = 256;    // of one article
constexpr size_t most_compared = 400;    // entities, where no word leads to them
constexpr size_t shortest_misspelt = 6;  // letters
constexpr size_t shortest_clipping = 3;
constexpr size_t longest_clipping = 5;

class TableBuilder {
 public:
  TableBuilder(const Reading& r, const NameWords& words, const NameMentions& mentions)
      : r_(r), words_(words), mentions_(mentions.list), heads_(words.size(), no_link) {
    table_.of_mention.assign(mentions_.size(), no_entity);
    table_.certainty.assign(mentions_.size(), 1);
  }

  EntityTable run() {
    for (uint32_t m = 0; m < mentions_.size(); ++m) add_long(m);
    for (uint32_t m = 0; m + 1 < mentions_.size(); ++m) add_bracketed_acronym(m);
    for (uint32_t m = 0; m < mentions_.size(); ++m) add_short(m);
    for (uint32_t e = 0; e < table_.entities.size(); ++e)
      if (table_.entities[e].kind == NameKind::person) {
        table_.first_person = e;
        break;
      }
    return std::move(table_);
  }

 private:
  // The words of a name that count: no connectives, no "Jr.", no nickname in quotation marks.
  void collect_words(const NameMention& m, std::vector<uint32_t>& out) const {
    out.clear();
    bool nickname = false;
    for (uint32_t t = m.name.begin; t < m.name.end; ++t) {
      if (r_.tokens[t].kind == TokenKind::quote) nickname = !nickname;
      bool word = r_.tokens[t].kind == TokenKind::word || r_.tokens[t].kind == TokenKind::number;
      if (!word || nickname || !words_[t]) continue;
      bool known = words_[t] < r_.lexicon->size();
      if (known && !r_.tokens[t].capitalised && !has_inner_capital(r_.text(t))) continue;
      std::string_view text = r_.text(t);
      if (text == "Jr." || text == "Sr." || text == "Jr" || text == "Sr") continue;
      if (m.kind != NameKind::person && out.empty() && text == "The") continue;
      out.push_back(without_article(words_[t]));
    }
  }
  // The "tarun" of "al-Tarun", where the text has it without the Arabic article too.
  uint32_t without_article(uint32_t word) const {
    std::string_view form = words_.form(word);
    bool article = form.size() > 5 && (form.starts_with("al-") || form.starts_with("el-"));
    uint32_t bare = article ? words_.find(form.substr(3)) : 0;
    if (article && !bare) bare = r_.lexicon->find(form.substr(3));
    if (bare < r_.lexicon->size() && !words_.is(bare, WordClass::given_name)) bare = 0;
    return bare ? bare : word;
  }

  Entity& entity(uint32_t e) { return table_.entities[e]; }

  template <class F>
  void for_each_with(uint32_t word, F&& f) const {
    uint32_t seen = 0;
    for (uint32_t l = heads_[word]; l != no_link && seen < longest_chain;
         l = links_[l].next, ++seen)
      f(links_[l].entity);
  }

  void link(uint32_t word, uint32_t e) {
    links_.push_back({e, heads_[word]});
    heads_[word] = static_cast<uint32_t>(links_.size()) - 1;
  }

  uint32_t make(const NameMention& m) {
    auto e = static_cast<uint32_t>(table_.entities.size());
    Entity made;
    made.kind = m.kind;
    made.fullest = m.name;
    made.words = scratch_;
    table_.entities.push_back(std::move(made));
    for (uint32_t word : scratch_) link(word, e);
    if (m.kind == NameKind::person && scratch_.size() > 1)
      if (uint32_t part = hyphened_part(scratch_.back())) link(part, e);
    return e;
  }

  // The "orlo" of "Brekke-Orlo", 0 where the text has it not by itself.
  uint32_t hyphened_part(uint32_t word) const {
    std::string_view form = words_.form(word);
    size_t hyphen = form.rfind('-');
    return hyphen == std::string_view::npos ? 0 : words_.find(form.substr(hyphen + 1));
  }

  void assign(uint32_t m, uint32_t e, float certainty = 1) {
    const NameMention& mention = mentions_[m];
    Entity& who = entity(e);
    table_.of_mention[m] = e;
    table_.certainty[m] = certainty;
    if (who.mentions++ == 0 || mention.run.begin < who.first) who.first = mention.run.begin;
    who.in_full += mention.name.size() > 1;
    who.sure |= sign_of_person(mention, who);
    if (mention.gender != Gender::unknown && certainty > 0.7f) who.gender = mention.gender;
    if (who.gender == Gender::unknown && who.kind == NameKind::person)
      who.gender = given_gender(who);
    if (who.kind == NameKind::unknown) who.kind = mention.kind;
  }
  bool sign_of_person(const NameMention& mention, const Entity& who) const {
    if (mention.kind != NameKind::person && mention.name.size() > 1) return false;
    if (mention.kind == NameKind::person && mention.run.begin != mention.name.begin) return true;
    if (mention.name.size() == 1 && who.words.size() > 1 && who.kind == NameKind::person)
      return true;
    return who.kind == NameKind::person && words_.is(who.words[0], WordClass::given_name);
  }
  Gender given_gender(const Entity& who) const {
    if (who.words.size() < 2) return Gender::unknown;
    return gender_of_word(*r_.lexicon, who.words[0]);
  }

  // Names of two words or more.
  void add_long(uint32_t m) {
    const NameMention& mention = mentions_[m];
    if (mention.kind == NameKind::office || mention.kind == NameKind::people) return;
    collect_words(mention, scratch_);
    if (scratch_.size() < 2) return;
    uint32_t best = no_entity;
    for (uint32_t word : scratch_)
      for_each_with(word, [&](uint32_t e) {
        if (best == no_entity && same_long(mention, e)) best = e;
      });
    if (best == no_entity)
      best = make(mention);
    else
      grow(best, mention);
    assign(m, best);
  }

  void grow(uint32_t e, const NameMention& mention) {
    Entity& who = entity(e);
    if (scratch_.size() <= who.words.size() || scratch_.size() > 6) return;
    if (letters(scratch_) == letters(who.words)) return;  // "Kim Gye Wan", known as Kim Gye-wan
    for (uint32_t word : scratch_)
      if (std::find(who.words.begin(), who.words.end(), word) == who.words.end()) link(word, e);
    who.words = scratch_;
    who.fullest = mention.name;
  }

  static bool includes(const std::vector<uint32_t>& all, const std::vector<uint32_t>& some) {
    return std::all_of(some.begin(), some.end(), [&](uint32_t w) {
      return std::find(all.begin(), all.end(), w) != all.end();
    });
  }

  bool same_long(const NameMention& mention, uint32_t e) {
    const Entity& who = entity(e);
    const auto& a = scratch_;
    const auto& b = who.words;
    if (a == b) return true;
    bool person = mention.kind == NameKind::person;
    if (person != (who.kind == NameKind::person)) return false;
    if (person) return same_person(a, b);
    const auto& longer = a.size() > b.size() ? a : b;
    const auto& shorter = a.size() > b.size() ? b : a;
    if (mention.kind == NameKind::place || who.kind == NameKind::place) return false;
    // "Foreign Ministry" and "Chinese Foreign Ministry"
    return longer.size() == shorter.size() + 1 && longer.back() == shorter.back() &&
           words_.is(longer[0], WordClass::nationality | WordClass::country) &&
           std::equal(shorter.begin(), shorter.end(), longer.begin() + 1);
  }

  bool same_person(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) const {
    bool near = std::max(a.size(), b.size()) <= std::min(a.size(), b.size()) + 2;
    if (near && (includes(a, b) || includes(b, a))) return true;
    std::string x = letters(a), y = letters(b);
    if (x == y || (a.front() == b.front() && a.size() == b.size() && one_slip(x, y))) return true;
    if (a.back() != b.back()) return false;
    return fitting(a.front(), b.front());
  }
  // Whether one letter too many, too few or wrong parts two names of some length.
  static bool one_slip(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (a.size() < shortest_misspelt || b.size() > a.size() + 1) return false;
    size_t same = 0;
    while (same < a.size() && a[same] == b[same]) ++same;
    return a.substr(std::min(a.size(), same + (a.size() == b.size()))) ==
           b.substr(std::min(b.size(), same + 1));
  }
  std::string letters(const std::vector<uint32_t>& name) const {
    std::string all;
    for (uint32_t word : name)
      for (char c : words_.form(word))
        if (c != '-' && c != '.' && c != '\'') all += c;
    return all;
  }
  // Given names that may be one person's: initials, short forms.
  bool fitting(uint32_t a, uint32_t b) const {
    return may_be_short_for(words_.form(a), words_.form(b));
  }

  // "International Labour Office (ILO)"
  void add_bracketed_acronym(uint32_t m) {
    const NameMention& a = mentions_[m];
    const NameMention& b = mentions_[m + 1];
    if (b.run.begin != a.run.end + 1 || b.name.size() != 1 || b.run.end >= r_.tokens.size()) return;
    if (r_.tokens[a.run.end].kind != TokenKind::open_bracket ||
        r_.tokens[b.run.end].kind != TokenKind::close_bracket)
      return;
    uint32_t e = table_.of_mention[m];
    if (e == no_entity && a.kind == NameKind::office && a.run.size() > 2) e = body_of_office(m);
    if (e == no_entity || a.kind == NameKind::person || !r_.tokens[b.name.begin].all_capitals)
      return;
    if (r_.text(b.name.begin).size() > 8) return;
    if (acronyms_.size() >= most_acronyms) return;
    acronyms_.push_back({words_[b.name.begin], e});
    table_.of_mention[m + 1] = e;
  }

  // "European Rapporteur for Fisheries (ERF)": an acronym shows that an office is meant as a body.
  uint32_t body_of_office(uint32_t m) {
    NameMention body = mentions_[m];
    body.name = body.run;
    body.kind = NameKind::body;
    collect_words(body, scratch_);
    if (scratch_.size() < 2 || mentions_[m + 1].run.end - mentions_[m + 1].run.begin > 1)
      return no_entity;
    uint32_t e = make(body);
    assign(m, e);
    return e;
  }

  void add_short(uint32_t m) {
    const NameMention& mention = mentions_[m];
    if (table_.of_mention[m] != no_entity) {
      note(m);
      return;
    }
    if (mention.kind == NameKind::thing) return;
    if (mention.kind == NameKind::people && !heads_clause(m)) return;
    NameMention named = mention;
    if (mention.kind == NameKind::office) {
      if (mention.run.size() != 1) return;
      named.name = mention.run;  // "King" may be a family name
    }
    collect_words(named, scratch_);
    if (scratch_.size() != 1) return;
    uint32_t word = scratch_[0];
    bool may_be_person = mention.kind == NameKind::person || mention.kind == NameKind::unknown ||
                         mention.kind == NameKind::office || mention.kind == NameKind::body ||
                         mention.kind == NameKind::people ||
                         (mention.kind == NameKind::place && !words_.is(word, WordClass::country));
    if (may_be_person && add_short_person(m, word)) return;
    if (mention.kind == NameKind::office || mention.kind == NameKind::people) return;
    uint32_t e = no_entity;
    for_each_with(word, [&](uint32_t other) {
      if (e == no_entity && entity(other).words.size() == 1) e = other;
    });
    if (e == no_entity && add_short_body(m, word)) return;
    if (e == no_entity && add_misspelt(m, word)) return;
    if (e == no_entity) e = make(mention);
    assign(m, e);
    note(m);
  }

  // "Cuban said": no adjective, so that a family name may be meant.
  bool heads_clause(uint32_t m) const {
    uint32_t t = mentions_[m].run.end;
    if (t >= r_.tokens.size() || r_.tokens[t].kind != TokenKind::word)
      return t >= r_.tokens.size() || r_.tokens[t].kind != TokenKind::symbol;
    return words_.is(words_[t], WordClass::say | WordClass::speech_act | WordClass::auxiliary |
                                    WordClass::verb | WordClass::adverb);
  }

  // Remembers where everyone was named in full last.
  void note(uint32_t m) {
    if (mentions_[m].name.size() < 2) return;
    last_in_full_.resize(table_.entities.size(), Bearer::no_token);
    last_in_full_[table_.of_mention[m]] = mentions_[m].run.begin;
  }

  // How well a word alone stands for a name: 3 as its last word, 2 as the first of a name whose
  // family name may stand first, 1 as a given name.
  int fit(uint32_t word, const Entity& who) const {
    if (who.kind != NameKind::person || who.words.size() < 2 || who.words.size() > 5) return 0;
    if (who.words.back() == word || hyphened_part(who.words.back()) == word) return 3;
    bool given = words_.is(word, WordClass::given_name) &&
                 gender_of_word(*r_.lexicon, word) != Gender::unknown;
    if (who.words.front() == word) return given ? 1 : 2;
    return 1;
  }

  bool add_short_person(uint32_t m, uint32_t word) {
    const NameMention& mention = mentions_[m];
    std::vector<uint32_t>& best = candidates_;
    best.clear();
    int best_fit = 0;
    for_each_with(word, [&](uint32_t e) {
      const Entity& who = entity(e);
      int f = fit(word, who);
      if (f == 0 || f < best_fit) return;
      if (mention.gender != Gender::unknown && who.gender != Gender::unknown &&
          mention.gender != who.gender)
        return;
      if (f > best_fit) best.clear();
      best_fit = f;
      if (std::find(best.begin(), best.end(), e) == best.end()) best.push_back(e);
    });
    if (best.empty()) return false;
    if (best.size() == 1)
      assign(m, best[0]);
    else
      assign_one_of(m, best);
    note(m);
    return true;
  }

  void assign_one_of(uint32_t m, const std::vector<uint32_t>& candidates) {
    std::vector<Bearer> bearers;
    bearers.reserve(candidates.size());
    for (uint32_t e : candidates)
      bearers.push_back({e, e < last_in_full_.size() ? last_in_full_[e] : Bearer::no_token});
    ShortNameChoice choice = choose_bearer(r_, mentions_[m], table_.entities, bearers);
    assign(m, choice.entity, choice.certainty);
  }

  // "Eberman" of Martin Ebermann: words that no lexicon has.
  bool add_misspelt(uint32_t m, uint32_t word) {
    if (word < r_.lexicon->size()) return false;
    uint32_t found = no_entity;
    for (uint32_t e = 0; e < std::min(table_.entities.size(), most_compared); ++e) {
      const Entity& who = entity(e);
      if (who.kind != NameKind::person || who.words.size() < 2) continue;
      uint32_t family = who.words.back();
      if (family < r_.lexicon->size() || !one_slip(words_.form(word), words_.form(family)))
        continue;
      if (found != no_entity) return false;
      found = e;
    }
    if (found == no_entity) return false;
    assign(m, found, 0.75f);
    return true;
  }

  bool add_short_body(uint32_t m, uint32_t word) {
    for (auto [acronym, e] : acronyms_)
      if (acronym == word) {
        assign(m, e);
        note(m);
        return true;
      }
    uint32_t e = body_by_initials(m);
    if (e == no_entity) e = body_by_first_word(m, word);
    if (e == no_entity) e = body_by_clipping(word);
    if (e == no_entity) e = body_by_last_word(m, word);
    if (e == no_entity) return false;
    assign(m, e);
    note(m);
    return true;
  }

  // "n", "h", "u" of "N.H.U.", "g" and "20" of "G-20"; nothing where it is no acronym.
  static std::vector<std::string> initials_of(std::string_view acronym) {
    std::vector<std::string> initials;
    bool digits = false;
    for (char c : acronym) {
      bool digit = c >= '0' && c <= '9', letter = c >= 'A' && c <= 'Z';
      if (c == '.' || c == '-') continue;
      if (!digit && (!letter || digits)) return {};
      if (digit && digits)
        initials.back() += c;
      else
        initials.emplace_back(1, digit ? c : static_cast<char>(c | 32));
      digits = digit;
    }
    return initials;
  }

  bool has_initials(const Entity& who, const std::vector<std::string>& initials) const {
    return who.words.size() == initials.size() &&
           std::equal(initials.begin(), initials.end(), who.words.begin(),
                      [&](const std::string& initial, uint32_t word) {
                        return words_.form(word).starts_with(initial);
                      });
  }
  // The "NSHB" of "NS Harbour Board": a name that has an acronym for its first word.
  bool holds_acronym(const Entity& who, std::string_view acronym) const {
    uint32_t first = who.fullest.begin;
    if (who.words.size() < 3 || !r_.tokens[first].all_capitals) return false;
    std::string built(r_.text(first));
    for (uint32_t t = first + 1; t < who.fullest.end; ++t)
      if (r_.tokens[t].capitalised) built += r_.text(t).substr(0, 1);
    return built == acronym;
  }

  uint32_t body_by_initials(uint32_t m) {
    std::vector<std::string> initials = initials_of(r_.text(mentions_[m].name));
    if (initials.size() < 2 || initials.size() > 8) return no_entity;
    uint32_t found = no_entity;
    for (uint32_t e = 0; e < std::min(table_.entities.size(), most_compared); ++e) {
      const Entity& who = entity(e);
      if (who.kind == NameKind::person) continue;
      if (!has_initials(who, initials) && !holds_acronym(who, r_.text(mentions_[m].name))) continue;
      if (found != no_entity) return no_entity;
      found = e;
    }
    return found;
  }

  // "Amnesty" for Amnesty International, "Toyota" for Toyota Motor Corp.
  uint32_t body_by_first_word(uint32_t m, uint32_t word) {
    if (mentions_[m].kind == NameKind::place) return no_entity;
    if (words_.is(word, WordClass::common | WordClass::portfolio | WordClass::country |
                            WordClass::nationality | WordClass::place | WordClass::body))
      return no_entity;
    uint32_t found = no_entity;
    bool several = false;
    for_each_with(word, [&](uint32_t e) {
      const Entity& who = entity(e);
      if (who.kind != NameKind::body || who.words.size() < 2 || who.words[0] != word) return;
      if (is_heading(who)) return;
      several |= found != no_entity && found != e;
      found = e;
    });
    return several ? no_entity : found;
  }

  // "Lorne Approval Rating": no body's name, and "Lorne" is somebody else.
  bool is_heading(const Entity& who) const {
    return std::all_of(who.words.begin() + 1, who.words.end(),
                       [&](uint32_t word) { return words_.is(word, WordClass::plain); });
  }

  // "the Harbourman" for the Northport Yearly Harbourman: names of three words or more.
  uint32_t body_by_last_word(uint32_t m, uint32_t word) {
    uint32_t begin = mentions_[m].run.begin, end = mentions_[m].run.end;
    if (end < r_.tokens.size() && words_.is(words_[end], WordClass::preposition)) return no_entity;
    bool article = r_.text(begin) == "The" || (begin > 0 && r_.lower(begin - 1) == "the");
    if (!article || words_.is(word, WordClass::country | WordClass::place)) return no_entity;
    uint32_t found = no_entity;
    bool several = false;
    for_each_with(word, [&](uint32_t e) {
      const Entity& who = entity(e);
      if (who.kind != NameKind::body || who.words.size() < 3 || who.words.back() != word) return;
      several |= found != no_entity && found != e;
      found = e;
    });
    return several ? no_entity : found;
  }

  // "Fed" for Federal Reserve: the beginning of the first word.
  uint32_t body_by_clipping(uint32_t word) const {
    std::string_view clipped = words_.form(word);
    if (clipped.size() < shortest_clipping || clipped.size() > longest_clipping) return no_entity;
    if (words_.is(word, WordClass::country | WordClass::place))
      return no_entity;  // "Iran", "Iranian"
    uint32_t found = no_entity;
    for (uint32_t e = 0; e < std::min(table_.entities.size(), most_compared); ++e) {
      const Entity& who = table_.entities[e];
      if (who.kind != NameKind::body || who.words.size() < 2) continue;
      std::string_view first = words_.form(who.words[0]);
      if (first.size() < clipped.size() + 3 || !first.starts_with(clipped)) continue;
      if (found != no_entity) return no_entity;
      found = e;
    }
    return found;
  }

  struct Link {
    uint32_t entity;
    uint32_t next;
  };
  struct Acronym {
    uint32_t word;
    uint32_t entity;
  };

  const Reading& r_;
  const NameWords& words_;
  const std::vector<NameMention>& mentions_;
  EntityTable table_;
  std::vector<uint32_t> heads_;  // word -> first of its links
  std::vector<Link> links_;
  std::vector<Acronym> acronyms_;
  std::vector<uint32_t> last_in_full_;  // entity -> token of its last mention in full so far
  std::vector<uint32_t> scratch_, candidates_;
};

}  // namespace

EntityTable build_entities(const Reading& reading, const NameWords& words,
                           const NameMentions& mentions) {
  return TableBuilder(reading, words, mentions).run();
}

// "al- Hamad" as "al-Hamad": without the blank that a broken line has left (see tokens.cc).
static void append_unbroken(std::string& text, std::string_view word) {
  for (size_t i = 0; i < word.size(); ++i)
    if (i == 0 || word[i - 1] != '-' || (word[i] != ' ' && word[i] != '\n')) text += word[i];
}

std::string name_text(const Reading& reading, TokenRange name) {
  std::string text;
  bool nickname = false;
  for (uint32_t t = name.begin; t < name.end; ++t) {
    std::string_view word = reading.text(t);
    bool apostrophe = !nickname && !text.empty() && !reading.tokens[t].space_before &&
                      (word == "'" || word == "’");  // "the Divers' Union"
    if (reading.tokens[t].kind == TokenKind::quote && !apostrophe) {
      nickname = !nickname;
      continue;
    }
    if (nickname) continue;
    if (text.empty() && reading.lower(t) == "the") continue;
    if (!text.empty() && reading.tokens[t].space_before) text += ' ';
    append_unbroken(text, word);
  }
  while (!text.empty() && (text.back() == ',' || text.back() == ' ')) text.pop_back();
  return text;
}

}  // namespace quotary
