#include "indexer/extract/name_mentions.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "common/text/fold.h"
#include "indexer/extract/lexicon_data.h"
#include "indexer/extract/transcripts.h"
#include "indexer/extract/word_sets.h"

namespace quotary {
namespace {

constexpr uint32_t longest_run = 24;   // tokens
constexpr uint32_t longest_known = 6;  // of the table's names

constexpr WordClass grammar = WordClass::determiner | WordClass::pronoun | WordClass::preposition |
                              WordClass::conjunction | WordClass::subordinator |
                              WordClass::auxiliary | WordClass::adverb | WordClass::negation;
constexpr WordClass office = WordClass::title | WordClass::role;
constexpr WordClass time_word = WordClass::weekday | WordClass::month;

// Whether a hyphen joins an adjective's ending to a name: "Seoul-based", "US-led".
bool hyphened_adjective(std::string_view text) {
  size_t hyphen = text.rfind('-');
  if (hyphen == std::string_view::npos) return false;
  std::string_view last = text.substr(hyphen + 1);
  while (last.starts_with(' ') || last.starts_with('\n')) last.remove_prefix(1);  // a broken line
  return one_of(last, {"based",   "led",       "backed",     "born",      "ranked",    "owned",
                       "run",     "style",     "controlled", "held",      "made",      "trained",
                       "funded",  "sponsored", "appointed",  "era",       "wide",      "old",
                       "year",    "long",      "educated",   "speaking",  "dominated", "occupied",
                       "listed",  "stricken",  "torn",       "plagued",   "bound",     "brokered",
                       "area",    "related",   "mandated",   "supported", "seeded",    "time",
                       "winning", "class",     "level",      "rich",      "poor",      "language"});
}

// Endings of adjectives and verbs that begin a sentence: "Unconfirmed", "Wearing".
bool ends_as_no_name(std::string_view text) {
  if (text.size() < 6) return false;
  for (char c : text.substr(1))
    if (c >= 'A' && c <= 'Z') return false;  // "CityFed"
  for (std::string_view e :
       {"ed", "ing", "ly", "ous", "ive", "ional", "ical", "able", "tion", "ness"})
    if (text.ends_with(e)) return true;
  return false;
}

// Titles that are family names too, where a given name stands before them.
bool may_be_surname(std::string_view text) {
  for (std::string_view w :
       {"King",   "Dean",     "Judge", "Major",   "Bishop", "Pope",  "Prince",  "Duke",
        "Earl",   "Cardinal", "Baron", "Marshal", "Page",   "Chase", "Priest",  "Singer",
        "Cook",   "Farmer",   "Nurse", "Pastor",  "Abbott", "Lord",  "Sheriff", "Parson",
        "Author", "Driver",   "Monk",  "Mayor",   "Guard",  "Baker", "Price",   "Sultan"})
    if (text == w) return true;
  return false;
}

// The rows of lexicon/en/known_name.txt by the name in small letters.
const std::unordered_map<std::string, NameKind>& known_names() {
  static const auto* table = [] {
    auto* names = new std::unordered_map<std::string, NameKind>;
    std::string_view data = lexicon_data("known_name");
    for (size_t begin = 0; begin < data.size();) {
      size_t end = std::min(data.find('\n', begin), data.size());
      std::string_view line = data.substr(begin, end - begin);
      begin = end + 1;
      size_t blank = line.find(' ');
      if (line.empty() || line[0] == '#' || blank == std::string_view::npos) continue;
      std::string_view kind = line.substr(0, blank);
      names->emplace(line.substr(blank + 1), kind == "place"    ? NameKind::place
                                             : kind == "person" ? NameKind::person
                                                                : NameKind::body);
    }
    return names;
  }();
  return *table;
}

class MentionFinder {
 public:
  MentionFinder(const Reading& r, const NameWords& words) : r_(r), words_(words) {
    found_.at.assign(r.tokens.size(), no_mention);
    mark_inner_capitals();
  }

  NameMentions run() {
    find_in(answering_person(r_));
    for (const Sentence& sentence : r_.sentences) {
      if (!names_people(r_.paragraphs[sentence.paragraph])) continue;
      TokenRange tokens = r_.after_dateline(sentence.tokens);
      if (shouted(tokens)) continue;
      title_case_ = in_title_case(tokens);
      find_in(tokens);
    }
    return std::move(found_);
  }

 private:
  bool is(uint32_t t, WordClass c) const { return words_.is(words_[t], c); }
  // Text, its lists, and the lines that announce a list: "Key statements by NAME:".
  bool names_people(const ReadParagraph& p) const {
    if (p.kind == ParagraphKind::heading)
      return !p.tokens.empty() && r_.tokens[p.tokens.end - 1].kind == TokenKind::colon;
    return p.kind == ParagraphKind::body || p.kind == ParagraphKind::bullet;
  }
  bool word(uint32_t t) const { return r_.tokens[t].kind == TokenKind::word; }
  bool capital(uint32_t t) const {
    bool shown = r_.tokens[t].capitalised || words_[t] >= r_.lexicon->size() ||
                 has_inner_capital(r_.text(t));
    return word(t) && shown && !hyphened_adjective(r_.text(t)) && !party_and_state(r_.text(t));
  }
  // "R-Texas"
  static bool party_and_state(std::string_view w) {
    return w.size() > 2 && w[1] == '-' && (w[0] == 'R' || w[0] == 'D' || w[0] == 'I');
  }
  // Days and months, but not where they are a name's part: "Sunday Times", "Jan Orlo".
  bool time(uint32_t t) const {
    if (!is(t, time_word)) return false;
    std::string_view w = r_.text(t);
    bool next = t + 1 < r_.tokens.size() && capital(t + 1) && r_.tokens[t + 1].space_before;
    if (next && is(t, WordClass::weekday) && is(t + 1, WordClass::medium)) return false;
    for (std::string_view name : {"Jan", "April", "June", "August", "May"})
      if (w == name) return !(next && !is(t + 1, time_word | WordClass::title));
    if (one_of(w, {"Sun", "Mar", "Sat", "Jun"}))  // without a full stop
      return t + 1 < r_.tokens.size() && r_.tokens[t + 1].kind == TokenKind::number;
    return true;
  }

  // Words that show a capital in the middle of a sentence, so that one at its head is a name too;
  // and words that show one with none before them.
  void mark_inner_capitals() {
    inner_.resize(words_.size());
    alone_.resize(words_.size());
    for (uint32_t t = 1; t < r_.tokens.size(); ++t) {
      if (!r_.tokens[t].capitalised || !words_[t]) continue;
      if (!head_of_sentence(t)) inner_[words_[t]] = true;
      if (!r_.tokens[t - 1].capitalised) alone_[words_[t]] = true;
    }
  }

  // The first word of a sentence, or after a mark that begins one within it.
  bool head_of_sentence(uint32_t t) const {
    if (t == 0 || r_.sentence_of[t] != r_.sentence_of[t - 1]) return true;
    TokenKind before = r_.tokens[t - 1].kind;
    return before == TokenKind::quote || before == TokenKind::colon || before == TokenKind::stop ||
           before == TokenKind::dash || before == TokenKind::open_bracket ||
           before == TokenKind::symbol || before == TokenKind::number;
  }

  // A line in capitals: they tell no names there.
  bool shouted(TokenRange s) const {
    uint32_t all = 0, capitals = 0;
    for (uint32_t t = s.begin; t < s.end; ++t) {
      if (!word(t) || r_.text(t).size() < 2) continue;
      ++all;
      capitals += r_.tokens[t].all_capitals;
    }
    return all >= 4 && 2 * capitals > all;
  }

  // A headline within the text, "Lorne Asks Quist For Boats": every long word has a capital, and
  // some that are no names.
  bool in_title_case(TokenRange s) const {
    uint32_t capitals = 0;
    bool ordinary_capital = false;
    for (uint32_t t = s.begin; t < s.end; ++t) {
      if (!word(t)) continue;
      const Token& token = r_.tokens[t];
      if (r_.text(t).size() > 3 && !token.capitalised) return false;
      capitals += token.capitalised;
      // A plain word may be part of a body's name: "Workers' Congress".
      ordinary_capital |= t > s.begin && token.capitalised && !token.all_capitals && ordinary(t) &&
                          !is(t, WordClass::plain);
    }
    return ordinary_capital && capitals >= 5;
  }
  // A word of every day, whatever its capital.
  bool ordinary(uint32_t t) const {
    constexpr WordClass verb = WordClass::say | WordClass::verb | WordClass::speech_act;
    bool rarely_given = t > 0 && capital(t - 1) && is(t, WordClass::auxiliary);  // "Orlo Will Go"
    if (is(t, WordClass::given_name | WordClass::particle | WordClass::title) && !rarely_given)
      return false;
    return is(t, grammar | verb | WordClass::plain) || words_.in_small_letters(words_[t]);
  }

  // "JUST WATCHED |Orlo| asks": the end of words in capitals that are no name and stand before one;
  // `t` where there are none.
  uint32_t over_shouted_words(uint32_t t, uint32_t limit) const {
    if (!is(t, grammar | WordClass::verb)) return t;
    uint32_t end = t;
    while (end < limit && r_.tokens[end].all_capitals && r_.text(end).size() > 3) ++end;
    return end > t + 1 && end < limit && capital(end) ? end : t;
  }

  // Words that begin no name whatever their capital; "US" is not "us".
  bool closed_word(uint32_t t) const {
    return is(t, WordClass::determiner | WordClass::pronoun) && r_.text(t) != "US";
  }
  // "in |The| Harbourman": an article with a capital amid a sentence belongs to a name.
  bool article_of_name(uint32_t t) const {
    return r_.text(t) == "The" && !title_case_ && !head_of_sentence(t) && next_capital(t) &&
           !closed_word(t + 1);
  }
  bool begins_name(uint32_t t) const {
    if (!capital(t) || time(t)) return false;
    if (r_.text(t) == "I" || (title_case_ && ordinary(t))) return false;
    if (!head_of_sentence(t)) return !closed_word(t) || article_of_name(t);
    if (announces_quotation(t)) return false;
    if (!closed_word(t) && opens_company(t)) return true;
    if (r_.tokens[t].all_capitals) return true;
    if (is(t, WordClass::given_name) && !is(t, WordClass::auxiliary)) return true;
    if (inner_[words_[t]] && before_cue(t)) return true;
    if (leads_to_name(t)) return false;
    if (is(t, WordClass::common) && !is(t, grammar) && opens_body(t)) return true;
    if (is(t, grammar | WordClass::common | WordClass::group)) return false;
    if (is(t, office | WordClass::body | WordClass::nationality | WordClass::country |
                  WordClass::place))
      return true;
    if (inner_[words_[t]]) return true;
    if (plural_of_role(t)) return false;
    if (is(t, WordClass::say | WordClass::verb | WordClass::speech_act)) return next_capital(t);
    return !words_.in_small_letters(words_[t]) && !ends_as_no_name(r_.text(t)) && !many(t);
  }
  // "Merchants are", "Divers often dive": a plural that only the head of a sentence shows.
  bool many(uint32_t t) const {
    std::string_view w = r_.text(t);
    if (w.size() < 6 || !w.ends_with('s') || w.ends_with("ss") || t + 1 >= r_.tokens.size())
      return false;
    return one_of(r_.text(t + 1), {"are", "were", "have", "do"}) || is(t + 1, WordClass::adverb);
  }
  // 'Said Orlo: "', 'Added Ann Orlo, the mayor: "': a verb before whom the quotation behind is of.
  bool announces_quotation(uint32_t t) const {
    constexpr uint32_t farthest = 12;  // tokens
    if (!is(t, WordClass::say) || !next_capital(t)) return false;
    uint32_t end = std::min(t + farthest, static_cast<uint32_t>(r_.tokens.size()) - 1);
    for (++t; t < end && r_.sentence_of[t] == r_.sentence_of[t - 1]; ++t)
      if (r_.tokens[t].kind == TokenKind::colon) return r_.tokens[t + 1].kind == TokenKind::quote;
    return false;
  }
  // "Asserting Orlo's right", "Said Orlo": a verb before a name that stands elsewhere without it.
  bool leads_to_name(uint32_t t) const {
    constexpr WordClass verb = WordClass::say | WordClass::verb | WordClass::speech_act;
    bool verbal = is(t, verb) || (r_.text(t).size() > 5 && r_.text(t).ends_with("ing"));
    return verbal && next_capital(t) && alone_[words_[t + 1]] &&
           !is(t, office | WordClass::body | WordClass::place);
  }
  // "International Harbour Agency", "New York": a common word that belongs to the name behind it.
  bool opens_body(uint32_t t) const {
    if (!next_capital(t) || !r_.tokens[t + 1].space_before) return false;
    if (known({t, t + 2}) != NameKind::unknown) return true;
    uint32_t last = t + 1;
    while (last + 1 < r_.tokens.size() && last < t + 6 && continues_name(last + 1)) ++last;
    return is(last, WordClass::body) && !is(t + 1, WordClass::nationality | WordClass::country);
  }
  // "First Harbour Corp", "CityPort Financial Inc"
  bool opens_company(uint32_t t) const {
    uint32_t last = t;
    while (last + 1 < r_.tokens.size() && last < t + 6 && continues_name(last + 1)) ++last;
    return last > t && is_company(last);
  }
  // The word that ends a company's name.
  bool is_company(uint32_t t) const {
    std::string_view w = r_.text(t);
    while (w.ends_with('.')) w.remove_suffix(1);
    for (std::string_view c :
         {"Inc", "Corp", "Co", "Ltd", "PLC", "Plc", "LLC", "Corporation", "Company", "INC", "CORP"})
      if (w == c) return true;
    return false;
  }
  // "Coordinators of the summit"
  bool plural_of_role(uint32_t t) const {
    std::string folded = fold(r_.text(t));
    if (folded.size() < 5 || folded.back() != 's') return false;
    folded.pop_back();
    return r_.lexicon->info(r_.lexicon->find(folded)).is(WordClass::role | WordClass::body);
  }
  bool before_cue(uint32_t t) const {
    return t + 1 < r_.tokens.size() && is(t + 1, WordClass::say) && !is(t, grammar);
  }
  bool next_capital(uint32_t t) const {
    return t + 1 < r_.tokens.size() && capital(t + 1) && !is(t + 1, grammar) && !time(t + 1);
  }

  void find_in(TokenRange s) {
    for (uint32_t t = s.begin; t < s.end;) {
      t = over_shouted_words(t, s.end);
      if (!begins_name(t)) {
        ++t;
        continue;
      }
      TokenRange run{t, end_of_run(t, s.end)};
      if (is_no_name(run, s.end)) {
        t = run.end;
        continue;
      }
      uint32_t tail = person_tail(run, s.begin);
      if (tail < run.end && !holds_office({run.begin, tail})) {
        add({run.begin, tail}, tail);
        add({tail, run.end}, run.end);
      } else {
        add(run, tail);
      }
      t = run.end;
    }
  }

  // A letter by itself; the "New" of "New York-based".
  bool is_no_name(TokenRange run, uint32_t limit) const {
    if (run.size() > 1) return false;
    bool letter = r_.text(run.begin).size() == 1;
    bool adjective = run.end < limit && word(run.end) && r_.tokens[run.end].capitalised &&
                     hyphened_adjective(r_.text(run.end)) &&
                     is(run.begin, WordClass::common | WordClass::place);
    return letter || adjective;
  }

  // "Minister for Harbours TAREK ILWAS", "ambassador to the UN TAREK ILWAS": where a person's name
  // begins that closes a run behind the words of an office or a body; the run's end: nowhere.
  uint32_t person_tail(TokenRange run, uint32_t sentence) const {
    uint32_t tail = run.end;
    while (tail > run.begin && personal(tail - 1)) --tail;
    if (tail == run.end) return run.end;
    if (tail > run.begin && known({tail - 1, tail + 1}) != NameKind::unknown) ++tail;
    if (tail + 2 < run.end && known({tail, tail + 2}) != NameKind::unknown) tail += 2;
    if (tail == run.begin || is(tail - 1, WordClass::verb))
      tail = inner_given_name({tail, run.end});
    bool fits = tail > run.begin && tail + 2 <= run.end && run.end - tail <= 4;
    if (!fits || !behind_role(tail, sentence)) return run.end;
    constexpr WordClass before = office | WordClass::body | WordClass::place | WordClass::country |
                                 WordClass::portfolio | WordClass::common;
    bool parted = is(tail - 1, before) || r_.tokens[tail - 1].all_capitals ||
                  words_[tail] < r_.lexicon->size();
    return parted ? tail : run.end;
  }
  bool personal(uint32_t t) const {
    if (!capital(t) || r_.tokens[t].all_capitals) return is(t, WordClass::particle) && word(t);
    return words_[t] >= r_.lexicon->size() || is(t, WordClass::given_name | WordClass::particle);
  }
  // "of Orlosoft PAUL QUIST": the given name of a run that begins with none, behind a preposition.
  uint32_t inner_given_name(TokenRange run) const {
    constexpr WordClass before = WordClass::preposition | WordClass::verb;
    if (run.empty() || run.begin == 0 || !is(run.begin - 1, before)) return run.begin;
    if (is(run.begin, WordClass::given_name)) return run.begin;
    for (uint32_t t = run.begin + 1; t + 1 < run.end; ++t)
      if (gender_of_word(*r_.lexicon, words_[t]) != Gender::unknown) return t;
    return run.begin;
  }
  // Whether an office or a role stands before a token, with nothing but its words between.
  bool behind_role(uint32_t t, uint32_t sentence) const {
    constexpr uint32_t farthest = 14;  // tokens
    bool of_role = false;
    for (uint32_t back = 0; t-- > sentence && back < farthest; ++back) {
      if (is(t, office) && !is(t, WordClass::portfolio)) return of_role;
      std::string_view w = r_.text(t);
      of_role |= w == "of" || w == "to" || w == "for" || w == "at" || w == "in" || w == "with";
      bool between = word(t) || r_.tokens[t].kind == TokenKind::clitic;
      if (!between || is(t, WordClass::say | WordClass::auxiliary | WordClass::pronoun))
        return false;
    }
    return false;
  }
  bool holds_office(TokenRange run) const {
    for (uint32_t t = run.begin; t < run.end; ++t)
      if (is(t, office) && !is(t, WordClass::portfolio)) return true;
    return false;
  }

  // Where the run that begins at `t` ends.
  uint32_t end_of_run(uint32_t t, uint32_t limit) const {
    limit = std::min(limit, t + longest_run);
    uint32_t end = t + 1;
    for (uint32_t next = end; next < limit; next = end) {
      uint32_t more = extension(t, end, limit);
      if (more == end) break;
      end = more;
    }
    return end;
  }

  bool continues_name(uint32_t t) const {
    return capital(t) && !is(t, WordClass::pronoun) && !(time(t) && !surname_month(t)) &&
           r_.tokens[t].space_before && !(title_case_ && ordinary(t));
  }
  // "Theresa May": a month's name after a given name or a title.
  bool surname_month(uint32_t t) const {
    return t > 0 && r_.text(t) == "May" && capital(t - 1) &&
           is(t - 1, WordClass::given_name | WordClass::title);
  }

  // The end of the run after one more word, or `end` where it stops.
  uint32_t extension(uint32_t begin, uint32_t end, uint32_t limit) const {
    if (continues_name(end)) return end + 1;
    if (uint32_t e = over_nickname(end, limit); e != end) return e;
    if (uint32_t e = over_particles(end, limit); e != end) return e;
    if (uint32_t e = over_suffix(end, limit); e != end) return e;
    if (uint32_t e = over_possessive(begin, end, limit); e != end) return e;
    return over_connective(begin, end, limit);
  }

  // `Ann "Nan" Lorne`
  uint32_t over_nickname(uint32_t end, uint32_t limit) const {
    if (r_.tokens[end].kind != TokenKind::quote || !r_.tokens[end].space_before) return end;
    for (uint32_t t = end + 1; t + 1 < limit && t < end + 4; ++t) {
      if (t > end + 1 && r_.tokens[t].kind == TokenKind::quote) {
        bool name_goes_on = capital(t + 1) && r_.tokens[t + 1].space_before;
        return name_goes_on ? t + 2 : end;
      }
      if (!capital(t) && !is(t, WordClass::particle)) return end;
    }
    return end;
  }

  // "van der", "al", "de la" before a capital
  uint32_t over_particles(uint32_t end, uint32_t limit) const {
    uint32_t t = end;
    while (t < limit && t < end + 3 && word(t) && !r_.tokens[t].capitalised &&
           is(t, WordClass::particle) && !is(t, WordClass::conjunction))
      ++t;
    if (t == end || t >= limit || !capital(t) || !r_.tokens[t].space_before) return end;
    return t + 1;
  }

  // ", Jr."
  uint32_t over_suffix(uint32_t end, uint32_t limit) const {
    uint32_t t = end;
    if (r_.tokens[t].kind == TokenKind::comma) ++t;
    if (t >= limit || !capital(t)) return end;
    std::string_view text = r_.text(t);
    bool suffix = text == "Jr." || text == "Jr" || text == "Sr." || text == "Sr";
    return suffix ? t + 1 : end;
  }

  // "Orlo's Harbour Service Inc", "Minister of Pilots' Affairs"
  uint32_t over_possessive(uint32_t begin, uint32_t end, uint32_t limit) const {
    bool plural = one_of(r_.text(end), {"'", "’"}) && !r_.tokens[end].space_before;
    if (r_.tokens[end].kind != TokenKind::clitic && !plural) return end;
    bool in_office = end > begin + 2 && r_.text(end - 2) == "of" && holds_office({begin, end});
    if (in_office && end + 1 < limit && capital(end + 1) && is(end + 1, WordClass::portfolio))
      return end + 2;
    bool of_people = one_of(r_.text(end - 1), {"People", "Workers", "Women", "Children"});
    for (uint32_t t = end + 1; t < limit && t < end + 5 && capital(t); ++t)
      if (is_company(t) || (of_people && is(t, WordClass::body))) return t + 1;
    return end;
  }

  // "of", "for", "and", "the", "&" within the name of a body or of an office.
  uint32_t over_connective(uint32_t begin, uint32_t end, uint32_t limit) const {
    std::string_view link = r_.text(end);
    if (link == "&" && end + 1 < limit && capital(end + 1)) return end + 2;
    constexpr WordClass headings = WordClass::body | office | WordClass::portfolio;
    bool headed = is(end - 1, headings | WordClass::place) || has_body_head(begin, end) ||
                  one_of(r_.text(end - 1), {"Journal", "Times"});
    bool after_body = is(end - 1, WordClass::body) && !is(end - 1, office);
    bool of_office = is(end - 1, WordClass::portfolio) && holds_office({begin, end});
    bool may_link = link == "of" || (link == "on" && after_body) ||
                    (link == "for" && (after_body || of_office || is(end - 1, office)));
    if (may_link && headed) {
      uint32_t t = end + 1;
      if (t < limit && r_.text(t) == "the") ++t;
      bool goes_on = t < limit && capital(t) && r_.tokens[t].space_before &&
                     !is(t, time_word | WordClass::pronoun);
      // "Group of 20"
      goes_on |=
          t < limit && r_.tokens[t].kind == TokenKind::number && is(end - 1, WordClass::body);
      return goes_on ? t + 1 : end;
    }
    if (uint32_t t = end_before_acronym(begin, end, limit); t != end) return t;
    if (link == "and" || link == ",") return over_list(begin, end, limit);
    return end;
  }

  // "Pilots |of the Northern Sea| (PNS)": the end of a name whose initials stand in brackets behind
  // it; `end` where they do not.
  uint32_t end_before_acronym(uint32_t begin, uint32_t end, uint32_t limit) const {
    std::string initials;
    uint32_t t = begin;
    for (; t < limit && r_.tokens[t].kind == TokenKind::word; ++t) {
      if (capital(t))
        initials += r_.text(t)[0];
      else if (t < end || !one_of(r_.text(t), {"of", "for", "the", "and", "on", "in"}))
        break;
    }
    bool brackets = t > end && t + 2 < r_.tokens.size() && initials.size() > 2 &&
                    r_.tokens[t].kind == TokenKind::open_bracket &&
                    r_.tokens[t + 2].kind == TokenKind::close_bracket;
    return brackets && r_.text(t + 1) == initials ? t : end;
  }

  bool has_body_head(uint32_t begin, uint32_t end) const {
    bool body = false;
    for (uint32_t t = begin; t < end; ++t) {
      if (is(t, office) && !is(t, WordClass::body)) return false;
      body |= is(t, WordClass::body);
    }
    return body;
  }

  // "Ministry of Labour and Social Security", "Immigration and Naturalization Service"
  uint32_t over_list(uint32_t begin, uint32_t end, uint32_t limit) const {
    uint32_t t = end + 1;
    if (t < limit && r_.text(t) == "and" && r_.text(end) == ",") ++t;
    if (t < limit && r_.text(t) == "the") ++t;
    if (t >= limit || !capital(t) || !r_.tokens[t].space_before) return end;
    if (known({begin, t + 1}) == NameKind::body) return t + 1;
    if (t == end + 1 && is_company(t)) return t + 1;  // "Orlo and Co"
    bool after_of = false;
    for (uint32_t i = begin; i < end; ++i) {
      std::string_view text = r_.text(i);
      after_of |= text == "of" || text == "for" || text == "on";
    }
    bool portfolio = is(t, WordClass::portfolio) && !is(t, office | WordClass::body) &&
                     !is(t, WordClass::nationality);
    if (after_of && portfolio && is(end - 1, WordClass::portfolio)) {
      if (r_.text(end) == ",") return list_ends_in_and(t, limit) ? t + 1 : end;
      return t + 1;
    }
    if (r_.text(end) != "and" || t != end + 1) return end;
    bool both = is(end - 1, WordClass::portfolio) && portfolio && !is(end - 1, office);
    if (both && office_ahead(t, limit)) return t + 1;
    if (after_of && holds_office({begin, end}) && affairs_ahead(t, limit)) return t + 1;
    if (body_for(begin, end) && may_be_purpose(end - 1) && may_be_purpose(t)) return t + 1;
    if (end - begin > 3) return end;
    return one_body(begin, end, t, limit);
  }
  // "Water Resources and Infrastructure Development Minister Ann Lorne"
  bool office_ahead(uint32_t t, uint32_t limit) const {
    for (; t < limit && capital(t); ++t)
      if (is(t, office | WordClass::body)) return true;
    return false;
  }
  // "Centre for Boats |and Tides|": what a body is for.
  bool body_for(uint32_t begin, uint32_t end) const {
    for (uint32_t t = begin; t + 1 < end; ++t)
      if (is(t, WordClass::body) && r_.text(t + 1) == "for") return true;
    return false;
  }
  bool may_be_purpose(uint32_t t) const {
    return !is(t, WordClass::country | WordClass::nationality | WordClass::place |
                      WordClass::given_name | WordClass::body | office) &&
           !r_.tokens[t].all_capitals;
  }
  // "Secretary for Northern and Eastern |Affairs|"
  bool affairs_ahead(uint32_t t, uint32_t limit) const {
    while (t < limit && capital(t) && r_.text(t) != "Affairs") ++t;
    return t < limit && r_.text(t) == "Affairs";
  }
  bool list_ends_in_and(uint32_t t, uint32_t limit) const {
    for (uint32_t i = t; i < limit && i < t + 6; ++i) {
      if (r_.text(i) == "and") return true;
      if (r_.tokens[i].kind != TokenKind::comma && !capital(i)) return false;
    }
    return false;
  }
  // Whether what stands on both sides of "and" is the name of one body.
  uint32_t one_body(uint32_t begin, uint32_t end, uint32_t t, uint32_t limit) const {
    constexpr WordClass names = WordClass::given_name | WordClass::country | WordClass::place |
                                WordClass::nationality | WordClass::body | office;
    uint32_t last = t;
    while (last + 1 < limit && continues_name(last + 1)) ++last;
    if (last == t || !is(last, WordClass::body)) return end;
    if (is(end - 1, names) || r_.tokens[end - 1].all_capitals) return end;
    for (uint32_t i = t; i <= last; ++i)
      if (is(i, WordClass::country | WordClass::nationality | WordClass::given_name | office))
        return end;
    bool abroad = end - begin > 1 && is(begin, WordClass::country | WordClass::nationality);
    if (end - begin > 2 && !abroad) return end;
    return last + 1;
  }

  // `tail`: where the name of a person begins behind an office, the run's end where none does.
  void add(TokenRange run, uint32_t tail) {
    // A run may hold names one after the other only where marks part them, so one it is.
    NameMention m;
    m.run = run;
    m.quoted = r_.quoted(run.begin);
    if (run.size() > 1 && r_.text(run.begin) == "The")
      classify_with_article(m);
    else
      classify(m);
    if (tail < run.end && m.name.begin < tail + (m.kind != NameKind::person)) {
      m.kind = NameKind::person;
      m.name = {tail, run.end};
    }
    auto number = static_cast<uint32_t>(found_.list.size());
    for (uint32_t t = run.begin; t < run.end; ++t) found_.at[t] = number;
    found_.list.push_back(m);
  }

  // "The Harbourman", "The Swede": a paper, unless it is a place or has a person's title.
  void classify_with_article(NameMention& m) const {
    ++m.run.begin;
    classify(m);
    bool titled = m.kind == NameKind::person && m.name.begin > m.run.begin;
    if (!titled && m.kind != NameKind::place) {
      m.kind = NameKind::body;
      m.name = m.run;
    }
    --m.run.begin;
  }

  void classify(NameMention& m) const {
    m.name = m.run;
    if (NameKind kind = known(m.run); kind != NameKind::unknown) {
      m.kind = kind;
      return;
    }
    if (ends_as_body(m.run) || is_company(m.run.end - 1)) {
      m.kind = NameKind::body;
      return;
    }
    strip_office(m);
    if (m.kind == NameKind::office) return;
    if (m.kind == NameKind::person) return;
    strip_nationality(m);
    if (m.name.size() == 1)
      classify_word(m);
    else
      classify_words(m);
  }

  NameKind known(TokenRange run) const {
    if (run.size() < 2 || run.size() > longest_known) return NameKind::unknown;
    std::string key;
    for (uint32_t t = run.begin; t < run.end; ++t) {
      if (t > run.begin) key += ' ';
      for (char c : r_.text(t)) key += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c;
    }
    auto at = known_names().find(key);
    return at == known_names().end() ? NameKind::unknown : at->second;
  }

  // The last word, or the one before "of", is the head word of a body's name.
  bool ends_as_body(TokenRange run) const {
    bool holds_office = false;  // "Director of the National Parks Bureau" is no bureau
    for (uint32_t t = run.begin; t + 1 < run.end; ++t)
      holds_office |= is(t, office) && !is(t, WordClass::body) && r_.text(t + 1) == "of" &&
                      r_.tokens[t].capitalised;
    if (!holds_office && head_word_of_body(run.end - 1, run)) return true;
    for (uint32_t t = run.begin; t + 1 < run.end; ++t) {
      std::string_view next = r_.text(t + 1);
      if (next != "of" && next != "for" && next != "on") continue;
      if (is(t, office) && (!is(t, WordClass::body) || is(t, WordClass::title))) return false;
      if (is(t, WordClass::body)) return !person_follows(t + 2, run.end);
    }
    return false;
  }
  bool head_word_of_body(uint32_t t, TokenRange run) const {
    if (is(t, WordClass::body)) {
      if (!is(t, office)) return true;
      return run.size() > 1 && !is(run.begin, WordClass::given_name) && !is(t, WordClass::title);
    }
    return run.size() > 1 && is(t, WordClass::medium) && !is(run.begin, WordClass::given_name);
  }
  // "of Finance Ann Lorne"
  bool person_follows(uint32_t t, uint32_t end) const {
    for (; t + 1 < end; ++t)
      if (is(t, WordClass::given_name) && t > 0 && is(t - 1, WordClass::portfolio)) return true;
    return false;
  }

  // Finds the last word of an office; what follows it is a person's name.
  void strip_office(NameMention& m) const {
    uint32_t after = m.run.begin;
    bool found = false;
    for (uint32_t t = m.run.begin; t < m.run.end; ++t) {
      if (!is_office_word(t, m.run, found)) continue;
      found = true;
      after = over_portfolio(t + 1, m.run.end);
      if (Gender g = gender_of_word(*r_.lexicon, words_[t]); g != Gender::unknown) m.gender = g;
      t = after - 1;
    }
    if (!found) return;
    m.name.begin = after;
    m.kind = after == m.run.end ? NameKind::office : NameKind::person;
  }
  bool is_office_word(uint32_t t, TokenRange run, bool found) const {
    if (!r_.tokens[t].capitalised || !is(t, office)) return false;
    if (t + 1 < run.end) {
      // A given name that is an office too: "Dean", "Judge"; the first word decides.
      if (is(t, WordClass::given_name) && !is(t, WordClass::title)) return false;
      if (!is(t, WordClass::title) && t > run.begin && is(t - 1, WordClass::given_name))
        return false;
      return true;
    }
    // The last word: a family name ("Angus King") where names stand before it.
    if (t == run.begin) return true;
    uint32_t before = t - 1;
    bool given = is(before, WordClass::given_name) && !is(before, WordClass::place);
    if (given && !is(t, WordClass::title)) return false;
    if (!may_be_surname(r_.text(t))) return true;
    if (is(before, WordClass::given_name) || courtesy(r_.text(before))) return false;
    return !(found && !is(before, office | WordClass::portfolio) &&
             words_[before] >= r_.lexicon->size());
  }
  static bool courtesy(std::string_view title) {
    for (std::string_view c : {"Mr.", "Mrs.", "Ms.", "Dr.", "Mr", "Mrs", "Ms", "Dr", "Miss"})
      if (title == c) return true;
    return false;
  }
  // Past "of State", "for Labour and Social Security", "of the European Commission".
  uint32_t over_portfolio(uint32_t t, uint32_t end) const {
    if (t >= end) return t;
    std::string_view link = r_.text(t);
    if (link != "of" && link != "for" && link != "on" && link != "to") return t;
    bool some = false;
    for (++t; t < end; ++t) {
      std::string_view text = r_.text(t);
      bool linking = one_of(text, {"of", "for", "and", "the", ",", "on", "&", "'", "’"}) ||
                     r_.tokens[t].kind == TokenKind::clitic;
      if (linking) {
        some = false;
        continue;
      }
      constexpr WordClass of_office = WordClass::portfolio | WordClass::body | WordClass::country |
                                      WordClass::nationality | WordClass::place | WordClass::group;
      if (some && !is(t, of_office)) break;
      if (is(t, WordClass::given_name) && some) break;
      some = true;
    }
    return t;
  }

  void strip_nationality(NameMention& m) const {
    while (m.name.size() > 2 &&
           is(m.name.begin, WordClass::nationality | WordClass::country | WordClass::place) &&
           is(m.name.begin + 1, WordClass::given_name))
      ++m.name.begin;
    while (m.name.size() > 1 &&
           (hyphened_adjective(r_.text(m.name.begin)) || r_.text(m.name.begin) == "Islamist" ||
            r_.text(m.name.begin) == "Visiting"))
      ++m.name.begin;
  }

  void classify_word(NameMention& m) const {
    uint32_t t = m.name.begin;
    if (one_of(r_.text(t), {"Internet", "DNA", "AIDS", "HIV", "Web", "TV", "SARS", "GDP", "H5N1"}))
      m.kind = NameKind::thing;
    else if (is(t, WordClass::country))
      m.kind = NameKind::place;
    else if (is(t, WordClass::nationality))
      m.kind = NameKind::people;
    else if (is(t, WordClass::place))
      m.kind = NameKind::place;
    else if (is(t, WordClass::body))
      m.kind = NameKind::body;
    else if (r_.tokens[t].all_capitals && r_.text(t).size() <= 6)
      m.kind = NameKind::body;
    else if (is(t, WordClass::medium) || (t > 0 && plain_noun(t - 1, WordClass::medium)))
      m.kind = NameKind::body;
    else if (is(t, WordClass::given_name))
      m.kind = NameKind::person;
    else if (hyphened_people(r_.text(t)))
      m.kind = NameKind::people;
    else if (beside_body_noun(m.run))
      m.kind = NameKind::body;
    else if (t > 0 && gendered(t - 1))
      m.kind = NameKind::person;
  }
  // "his wife X", "spokesman X"
  bool gendered(uint32_t t) const {
    return plain_role(t) && gender_of_word(*r_.lexicon, words_[t]) != Gender::unknown;
  }
  bool plain_role(uint32_t t) const {
    return word(t) && !r_.tokens[t].capitalised && is(t, office);
  }
  // "Cuban-Americans"
  bool hyphened_people(std::string_view text) const {
    size_t hyphen = text.rfind('-');
    if (hyphen == std::string_view::npos) return false;
    std::string last = fold(text.substr(hyphen + 1));
    return r_.lexicon->info(r_.lexicon->find(last)).is(WordClass::nationality);
  }

  void classify_words(NameMention& m) const {
    bool given = false, common_words = false, title_case = false;
    for (uint32_t t = m.name.begin; t < m.name.end; ++t) {
      if (!word(t)) continue;
      common_words |= r_.tokens[t].all_capitals && r_.text(t).find('.') == std::string_view::npos;
      constexpr WordClass no_person =
          WordClass::portfolio | WordClass::common | WordClass::body | WordClass::country |
          WordClass::nationality | WordClass::place | WordClass::group | WordClass::document |
          WordClass::medium | WordClass::preposition | WordClass::subordinator;
      given |= is(t, WordClass::given_name);
      title_case |= r_.tokens[t].capitalised &&
                    !is(t, WordClass::given_name | WordClass::particle) &&
                    is(t, WordClass::auxiliary | WordClass::preposition | WordClass::pronoun |
                              WordClass::subordinator | WordClass::determiner);
      bool first = t == m.name.begin;
      if (is(t, no_person) && !is(t, WordClass::given_name | WordClass::particle))
        common_words |= true;
      else if (!first && !is(t, WordClass::particle | WordClass::given_name) &&
               (is(t, WordClass::plain) || words_.in_small_letters(words_[t])))
        common_words |= true;
    }
    uint32_t last = m.name.end - 1;
    bool given_first = is(m.name.begin, WordClass::given_name);
    if (compound_people(m.name))
      m.kind = NameKind::people;
    else if (is(last, WordClass::country | WordClass::place) &&
             (!given_first || words_.in_small_letters(words_[last])))
      m.kind = NameKind::place;
    else if (title_case || is_title(m.name))
      m.kind = NameKind::body;  // "Lorne Is Over Quist": a headline, nobody's name
    else if (given_first || (given && !common_words))
      m.kind = NameKind::person;
    else if (beside_body_noun(m.run))
      m.kind = NameKind::body;
    else if (common_words)
      m.kind = NameKind::body;
    else
      m.kind = NameKind::person;
  }

  // "Ida Lorne Show"; of a headline also "Quist Hails Lorne".
  bool is_title(TokenRange name) const {
    if (name.size() < 3) return false;
    if (is(name.end - 1, WordClass::plain) && !is(name.end - 1, WordClass::given_name)) return true;
    return title_case_ && !is(name.begin, WordClass::given_name | WordClass::title);
  }

  // "South Korean", "Saudi Arabian"
  bool compound_people(TokenRange name) const {
    if (name.size() != 2) return false;
    bool people = is(name.begin + 1, WordClass::nationality) ||
                  one_of(r_.text(name.begin + 1), {"African", "Asian", "American"});
    if (!people) return false;
    return one_of(r_.text(name.begin), {"South", "North", "East", "West", "Saudi", "Central",
                                        "Northern", "Southern", "Eastern", "Western"});
  }

  // "broadcaster X", "X newspaper"
  bool beside_body_noun(TokenRange run) const {
    constexpr WordClass noun = WordClass::body | WordClass::medium;
    if (run.begin > 0 && plain_noun(run.begin - 1, noun)) return true;
    for (uint32_t t = run.end; t < run.end + 2 && t < r_.tokens.size(); ++t)
      if (plain_noun(t, noun)) return t == run.end || !is(run.end, grammar | WordClass::say);
    return false;
  }
  bool plain_noun(uint32_t t, WordClass c) const {
    return word(t) && !r_.tokens[t].capitalised && is(t, c) && !is(t, office);
  }

  const Reading& r_;
  const NameWords& words_;
  NameMentions found_;
  std::vector<bool> inner_;
  std::vector<bool> alone_;  // words that stand with a capital, and none before them
  bool title_case_ = false;  // the sentence is a headline
};

}  // namespace

Gender gender_of_word(const Lexicon& lexicon, uint32_t word) {
  if (word >= lexicon.size()) return Gender::unknown;
  bool male = lexicon.info(word).is(WordClass::male);
  bool female = lexicon.info(word).is(WordClass::female);
  if (male == female) return Gender::unknown;
  return male ? Gender::male : Gender::female;
}

NameMentions find_name_mentions(const Reading& reading, const NameWords& words) {
  return MentionFinder(reading, words).run();
}

}  // namespace quotary
