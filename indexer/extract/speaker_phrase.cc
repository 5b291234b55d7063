#include "indexer/extract/speaker_phrase.h"

#include <algorithm>

#include "indexer/extract/word_sets.h"

namespace quotary {
namespace {

constexpr uint32_t no_token = ~0u;

class PhraseParser {
 public:
  PhraseParser(const Reading& r, const NameWords& words, const NameMentions& mentions)
      : r_(r), words_(words), mentions_(mentions) {}

  std::vector<SpeakerPhrase> parse(TokenRange speaker) const {
    speaker = trimmed(speaker);
    std::vector<SpeakerPhrase> parts;
    if (speaker.empty()) return parts;
    if (uint32_t t = find_including(speaker); t != no_token) {
      parse_parts({t + 1, speaker.end}, parts);
      if (all_named(parts)) return parts;
      parts.clear();
      speaker = trimmed({speaker.begin, t});
    }
    parse_parts(speaker, parts);
    if (parts.size() > 1 && text(parts.back().head) == "others") parts.pop_back();
    return parts;
  }

 private:
  bool is(uint32_t t, WordClass c) const { return words_.is(words_[t], c); }
  bool word(uint32_t t) const { return r_.tokens[t].kind == TokenKind::word; }
  bool in_name(uint32_t t) const { return mentions_.at[t] != no_mention; }
  const NameMention& mention_at(uint32_t t) const { return mentions_.list[mentions_.at[t]]; }
  std::string_view text(uint32_t t) const { return r_.text(t); }

  TokenRange trimmed(TokenRange range) const {
    auto mark = [&](uint32_t t) {
      return r_.tokens[t].kind != TokenKind::word && r_.tokens[t].kind != TokenKind::number &&
             r_.tokens[t].kind != TokenKind::clitic &&
             r_.tokens[t].kind != TokenKind::close_bracket;
    };
    while (!range.empty() && mark(range.begin)) ++range.begin;
    while (!range.empty() && (mark(range.end - 1) || auxiliary(range.end - 1))) --range.end;
    if (range.size() > 1 && reflexive(range.end - 1)) --range.end;  // "Orlo himself"
    while (!range.empty() && !in_name(range.begin) && is(range.begin, WordClass::conjunction))
      ++range.begin;
    return range;
  }

  bool auxiliary(uint32_t t) const {
    return !in_name(t) && is(t, WordClass::auxiliary | WordClass::negation);
  }

  bool reflexive(uint32_t t) const {
    std::string_view w = text(t);
    return w == "himself" || w == "herself" || w == "itself" || w == "themselves";
  }

  uint32_t find_including(TokenRange range) const {
    for (uint32_t t = range.begin; t + 1 < range.end; ++t)
      if (text(t) == "including") return t;
    return no_token;
  }
  static bool all_named(const std::vector<SpeakerPhrase>& parts) {
    return !parts.empty() && std::all_of(parts.begin(), parts.end(), [](const SpeakerPhrase& p) {
      return p.kind == PhraseKind::name;
    });
  }

  // Cuts at "and" and at the commas of a list of names.
  void parse_parts(TokenRange range, std::vector<SpeakerPhrase>& parts) const {
    for (uint32_t guard = 0; guard < 8; ++guard) {
      range = trimmed(range);
      if (range.empty()) return;
      uint32_t cut = end_of_part(range);
      SpeakerPhrase part = parse_one(trimmed({range.begin, cut}));
      parts.push_back(part);
      if (cut >= range.end) return;
      range.begin = cut;
      while (range.begin < range.end && !word(range.begin)) ++range.begin;
    }
  }

  uint32_t end_of_part(TokenRange range) const {
    uint32_t t = range.begin;
    while (t < range.end) {
      if (in_name(t) && mention_at(t).run.end <= range.end) {
        t = std::max(t + 1, mention_at(t).run.end);
        continue;
      }
      TokenKind kind = r_.tokens[t].kind;
      if (text(t) == "and" && t > range.begin) return t;
      if (kind == TokenKind::open_bracket) {
        while (t < range.end && r_.tokens[t].kind != TokenKind::close_bracket) ++t;
      } else if (kind == TokenKind::comma && !of_one(range)) {
        return names_follow(t + 1, range.end) && in_name(t - 1) ? t : after_apposition(t, range);
      } else if (ends_noun_phrase(t)) {
        return after_apposition(t, range);
      }
      ++t;
    }
    return range.end;
  }

  // "Ann Lorne of Northport, the mayor, and Tom Quist": a ", and" with a name behind it cuts, once
  // the noun phrase is over; without a comma "and" belongs to what it stands in.
  uint32_t after_apposition(uint32_t t, TokenRange range) const {
    for (++t; t + 2 < range.end; ++t) {
      bool comma_and = r_.tokens[t].kind == TokenKind::comma && text(t + 1) == "and";
      bool bracket_and = r_.tokens[t].kind == TokenKind::close_bracket && text(t + 1) == "and";
      if ((comma_and || bracket_and) && person_ahead(t + 2, range.end)) return t + 1;
    }
    return range.end;
  }
  bool person_ahead(uint32_t t, uint32_t end) const {
    for (; t < end && t < r_.tokens.size(); ++t) {
      if (in_name(t)) return mention_at(t).kind == NameKind::person;
      if (!word(t) || ends_noun_phrase(t)) return false;
    }
    return false;
  }

  // "The one-time Northport, Southport and Eastport striker": names of what one person is.
  bool of_one(TokenRange range) const {
    uint32_t last = range.end - 1;
    bool one = !in_name(last) && !text(last).ends_with('s') &&
               is(last, WordClass::role | WordClass::any_person) && text(last - 1) != "the";
    if (!one || !is(range.begin, WordClass::determiner) || r_.tokens[range.begin + 1].capitalised)
      return false;
    bool list = false;  // of names: no apposition, no relative clause
    for (uint32_t t = range.begin + 1; t < last; ++t) {
      if (r_.tokens[t].kind == TokenKind::comma)
        list = in_name(t - 1) && in_name(t + 1);
      else if (!in_name(t) &&
               is(t, WordClass::pronoun | WordClass::determiner | WordClass::preposition))
        return false;
    }
    return list;
  }

  // After a comma: a name that a comma, "and" or the end follows.
  bool names_follow(uint32_t t, uint32_t end) const {
    if (t < end && text(t) == "the") ++t;
    if (t >= end || !in_name(t) || mention_at(t).name.empty()) return false;
    if (mention_at(t).kind == NameKind::people) return false;
    uint32_t after = mention_at(t).run.end;
    if (after >= end) return false;
    for (uint32_t i = after; i < end; ++i)
      if (text(i) == "and") return i == after || r_.tokens[after].kind == TokenKind::comma;
    return false;
  }

  bool ends_noun_phrase(uint32_t t) const {
    if (in_name(t)) return false;
    TokenKind kind = r_.tokens[t].kind;
    if (kind == TokenKind::comma || kind == TokenKind::dash || kind == TokenKind::open_bracket ||
        kind == TokenKind::colon)
      return true;
    if (kind != TokenKind::word || r_.tokens[t].capitalised) return false;
    std::string_view w = text(t);
    if (w == "who" || w == "which" || w == "that" || w == "whose" || w == "where" || w == "when")
      return true;
    if (is(t, WordClass::preposition | WordClass::subordinator)) return true;
    return w == "of" || w == "for" || w == "in" || w == "on" || w == "at" || w == "with" ||
           w == "from" || w == "to" || w == "by" || w == "about" || w == "as" || w == "into" ||
           w == "including";
  }

  // The end of the noun phrase that begins the range.
  uint32_t end_of_noun_phrase(TokenRange range) const {
    uint32_t t = range.begin;
    while (t < range.end) {
      if (uint32_t after = over_acronym(t, range.end); after != t) {
        t = after;
        continue;
      }
      if (uint32_t after = over_of_name(t, range.end); after != t) {
        t = after;
        continue;
      }
      if (ends_noun_phrase(t) || (t > range.begin && time_begins(t))) break;
      bool verbal = t > range.begin && !in_name(t) && word(t) && participle_after_noun(t, range);
      if (verbal) break;
      t = in_name(t) ? std::max(t + 1, std::min(mention_at(t).run.end, range.end)) : t + 1;
    }
    return t;
  }
  // "The White House THIS week", "Orlo Monday", "a network LAST month"
  bool time_begins(uint32_t t) const {
    if (in_name(t) || !word(t)) return false;
    if (is(t, WordClass::weekday)) return true;
    std::string_view w = text(t);
    if (w == "this" || w == "last" || w == "next" || w == "late" || w == "early" || w == "earlier")
      return in_name(t - 1) || (t + 1 < r_.tokens.size() && time_noun(t + 1));
    return in_name(t - 1) && is(t, WordClass::determiner);
  }
  bool time_noun(uint32_t t) const {
    if (is(t, WordClass::weekday | WordClass::month)) return true;
    for (std::string_view w : {"week", "month", "year", "night", "spring", "summer", "autumn",
                               "fall", "winter", "decade", "century", "weekend"})
      if (text(t) == w) return true;
    return false;
  }
  // "the Northern Order |of Merit| winner": a name goes on over "of" to a noun for one person.
  uint32_t over_of_name(uint32_t t, uint32_t end) const {
    if (text(t) != "of" || t + 2 >= end || !in_name(t - 1) || !in_name(t + 1)) return t;
    uint32_t noun = mention_at(t + 1).run.end;
    if (noun >= end) return t;
    bool closes = noun + 1 == end || r_.tokens[noun + 1].kind == TokenKind::comma;
    bool one = closes && word(noun) && !r_.tokens[noun].capitalised &&
               is(noun, WordClass::role | WordClass::any_person);
    return one ? noun : t;
  }
  // "a Harbour Union (HU) official": the brackets interrupt the noun phrase.
  uint32_t over_acronym(uint32_t t, uint32_t end) const {
    bool brackets = t + 3 < end && r_.tokens[t].kind == TokenKind::open_bracket &&
                    r_.tokens[t + 1].all_capitals &&
                    r_.tokens[t + 2].kind == TokenKind::close_bracket;
    if (!brackets) return t;
    bool noun = word(t + 3) && !r_.tokens[t + 3].capitalised &&
                is(t + 3, WordClass::role | WordClass::group | WordClass::document |
                              WordClass::body | WordClass::medium);
    return noun ? t + 3 : t;
  }
  // "a letter SIGNED by": the participle stands behind the noun.
  bool participle_after_noun(uint32_t t, TokenRange range) const {
    std::string_view w = text(t);
    if (t + 1 >= range.end) return false;
    uint32_t next = t + 1;
    if (text(next) == "by" && one_of(w, {"broadcast", "written", "sent", "made", "shown", "given"}))
      return true;
    if (!w.ends_with("ed") && !w.ends_with("ing") && w != "led") return false;
    if (one_of(w, {"surnamed", "named"}) && in_name(next)) return true;
    return is(next, WordClass::preposition) || text(next) == "by" || text(next) == "to" ||
           (is(t - 1, WordClass::role | WordClass::group | WordClass::document) &&
            !is(next, WordClass::role | WordClass::document | WordClass::body));
  }

  SpeakerPhrase parse_one(TokenRange range) const {
    SpeakerPhrase p;
    p.whole = range;
    if (range.empty()) return p;
    uint32_t end = of_one(range) ? range.end : end_of_noun_phrase(range);
    if (end == range.begin) end = range.begin + 1;
    p.noun_phrase = {range.begin, end};
    p.head = end - 1;
    while (p.head > range.begin && !word(p.head) && r_.tokens[p.head].kind != TokenKind::number)
      --p.head;
    p.definite = definite(p.noun_phrase);
    if (in_name(p.head))
      named(p);
    else
      described(p);
    return p;
  }

  bool definite(TokenRange np) const {
    std::string_view first = r_.lower(np.begin);
    for (std::string_view w : {"the", "this", "that", "his", "her", "their", "its", "our", "my"})
      if (first == w) return true;
    for (uint32_t t = np.begin; t + 1 < np.end; ++t)
      if (r_.tokens[t].kind == TokenKind::clitic) return true;
    // "official said": the article was forgotten
    bool bare = np.size() == 1 && !in_name(np.begin) && !r_.tokens[np.begin].capitalised;
    return bare && is(np.begin, WordClass::role) && !first.ends_with("s");
  }

  // The noun phrase ends in a name.
  void named(SpeakerPhrase& p) const {
    const NameMention& m = mention_at(p.head);
    if (m.kind == NameKind::office && text(p.head).ends_with("s") &&
        is(p.head, WordClass::title | WordClass::role | WordClass::group)) {
      p.kind = PhraseKind::group;
      return;
    }
    if (m.kind == NameKind::office) {
      p.kind = PhraseKind::role;
      p.definite = true;
      apposition(p);
      return;
    }
    if (m.kind == NameKind::thing) {
      if (is(p.head, WordClass::medium) && p.definite) p.kind = PhraseKind::body;  // "the TV"
      return;
    }
    if (m.kind == NameKind::people) {
      p.kind = PhraseKind::group;
      if (is_native(p)) {
        p.kind = PhraseKind::role;
        return;
      }
      p.mention = mentions_.at[p.head];
      return;
    }
    if (m.kind != NameKind::person && office_of_person(p)) return;
    p.mention = mentions_.at[p.head];
    p.kind = PhraseKind::name;
    if (m.kind == NameKind::body && is(p.head, WordClass::document) &&
        !is(p.head, WordClass::medium))
      named_document(p);
  }

  // "Speaker of Northport's Harbour Assembly (NHA) Ann Lorne": it ends in the name of who holds the
  // office that opens it.
  bool office_of_person(SpeakerPhrase& p) const {
    uint32_t first = p.noun_phrase.begin;
    if (!r_.tokens[first].capitalised || !is(first, WordClass::title | WordClass::role))
      if (!in_name(first) || mention_at(first).kind != NameKind::office) return false;
    SpeakerPhrase role = p;
    role.kind = PhraseKind::role;
    name_at_end(role);
    if (role.kind != PhraseKind::name) return false;
    p = role;
    return true;
  }

  // "the Swede", "the [devout] Swede": one person, where the word has a plural of its own.
  bool is_native(const SpeakerPhrase& p) const {
    if (p.whole.size() > 3 || !(p.whole == p.noun_phrase)) return false;
    if (r_.lower(p.whole.begin) != "the" || p.head == p.whole.begin) return false;
    if (p.head > p.whole.begin + 1 && in_name(p.head - 1)) return false;
    std::string_view w = text(p.head);
    for (std::string_view many : {"s", "ese", "sh", "ch"})
      if (w.ends_with(many)) return false;
    return true;
  }

  // "the yearly Harbour Report by X"
  void named_document(SpeakerPhrase& p) const {
    for (uint32_t t = p.noun_phrase.end; t < p.whole.end; ++t)
      if ((text(t) == "by" || text(t) == "from") && author_after(p, t)) {
        p.kind = PhraseKind::document;
        return;
      }
  }

  void described(SpeakerPhrase& p) const {
    if (is(p.head, WordClass::pronoun) && p.noun_phrase.size() == 1) {
      p.kind = PhraseKind::pronoun;
      bracketed_name(p);
      return;
    }
    if (is(p.head, WordClass::document))
      p.kind = PhraseKind::document;
    else if (is(p.head, WordClass::role))
      p.kind = PhraseKind::role;
    else if (is(p.head, WordClass::body | WordClass::medium))
      p.kind = PhraseKind::body;
    else if (is(p.head, WordClass::group))
      p.kind = PhraseKind::group;
    else if (text(p.head).ends_with("s") && !text(p.head).ends_with("ss"))
      p.kind = PhraseKind::group;
    else if (text(p.head).ends_with("-old") || p.definite)
      p.kind = PhraseKind::role;
    if (is(p.head, WordClass::document) && is(p.head, WordClass::medium) && !has_author(p))
      p.kind = PhraseKind::body;
    if (is_site(p.head) && has_owner(r_, p)) p.kind = PhraseKind::document;
    if (is(p.head, WordClass::role) && is(p.head, WordClass::body) && !p.definite)
      p.kind = PhraseKind::role;
    // "Spokesman of the UN mission"
    if (p.kind == PhraseKind::body && in_name(p.noun_phrase.begin) &&
        mention_at(p.noun_phrase.begin).kind == NameKind::office) {
      p.kind = PhraseKind::role;
      p.definite = true;
    }
    if (p.kind == PhraseKind::document)
      find_author(p);
    else if (p.kind == PhraseKind::group && plural_of_document(p.head))
      find_author_of_many(p);
    else if (p.kind == PhraseKind::body)
      name_inside(p);
    if (p.kind == PhraseKind::body) led_by(p);
    if (p.kind == PhraseKind::body) part_of_body(p);
    if (p.kind == PhraseKind::body) body_in_apposition(p);
    if (p.kind != PhraseKind::document && p.kind != PhraseKind::name) apposition(p);
  }

  void bracketed_name(SpeakerPhrase& p) const {
    uint32_t t = p.head + 1;
    if (t + 1 < p.whole.end && r_.tokens[t].kind == TokenKind::open_bracket && in_name(t + 1) &&
        mention_at(t + 1).kind == NameKind::person) {
      p.mention = mentions_.at[t + 1];
      p.kind = PhraseKind::name;
    }
  }

  // "The head of the inquiry, Ann Lorne": the first comma with a person's name behind it.
  void apposition(SpeakerPhrase& p) const {
    for (uint32_t t = p.noun_phrase.end; t + 1 < p.whole.end; ++t) {
      if (r_.tokens[t].kind != TokenKind::comma) continue;
      TokenRange rest = trimmed({t + 1, p.whole.end});
      if (rest.empty()) return;
      uint32_t end = end_of_noun_phrase(rest);
      if (end == rest.begin || !in_name(end - 1)) continue;
      const NameMention& m = mention_at(end - 1);
      bool person =
          m.kind == NameKind::person || (m.kind == NameKind::unknown && p.kind == PhraseKind::role);
      if (!person) continue;
      p.mention = mentions_.at[end - 1];
      p.kind = PhraseKind::name;
      return;
    }
    name_at_end(p);
    if (p.kind == PhraseKind::role) name_behind_bracket(p);
    if (p.kind == PhraseKind::role || p.kind == PhraseKind::other) name_given(p);
  }
  // "a diver surnamed Orlo", "a diver who gave his name only as Orlo"
  void name_given(SpeakerPhrase& p) const {
    bool gives = false;
    for (uint32_t t = p.noun_phrase.end; t + 1 < p.whole.end; ++t) {
      std::string_view w = text(t);
      gives |= one_of(w, {"name", "surname", "identified", "identifying", "introduced"});
      bool leads = one_of(w, {"surnamed", "named"}) || (gives && one_of(w, {"as", "was"}));
      if (!leads || !in_name(t + 1)) continue;
      const NameMention& m = mention_at(t + 1);
      if (m.name.empty() || (m.kind != NameKind::person && m.kind != NameKind::unknown)) return;
      p.mention = mentions_.at[t + 1];
      p.kind = PhraseKind::name;
      return;
    }
  }
  // "Member of Parliament (MP) Ann Lorne of the Harbour Party"
  void name_behind_bracket(SpeakerPhrase& p) const {
    for (uint32_t t = p.noun_phrase.end; t + 1 < p.whole.end; ++t) {
      if (r_.tokens[t].kind != TokenKind::close_bracket || !in_name(t + 1)) continue;
      if (mention_at(t + 1).kind != NameKind::person) continue;
      p.mention = mentions_.at[t + 1];
      p.kind = PhraseKind::name;
      return;
    }
  }
  // "Director of the Mint (NM) Ann Lorne", "the deputy head of the local board Ann Lorne",
  // "the chief of Northport Gen. Lorne": a name at the end that no preposition governs.
  void name_at_end(SpeakerPhrase& p) const {
    uint32_t last = p.whole.end - 1;
    if (p.kind != PhraseKind::role || !in_name(last)) return;
    const NameMention& m = mention_at(last);
    if (m.run.begin <= p.noun_phrase.begin || m.run.end != p.whole.end) return;
    if (m.kind != NameKind::person) return;
    const Token& before = r_.tokens[m.run.begin - 1];
    bool own_run = in_name(m.run.begin - 1);  // "ambassador to the UN" "Ann Lorne"
    bool titled = m.run.begin != m.name.begin && is(m.run.begin, WordClass::place);
    bool after_noun = before.kind == TokenKind::word && !before.capitalised &&
                      !is(m.run.begin - 1, WordClass::preposition | WordClass::determiner |
                                               WordClass::conjunction | WordClass::adverb |
                                               WordClass::role | WordClass::title) &&
                      !(m.kind == NameKind::unknown && is(m.run.begin - 1, WordClass::body)) &&
                      !ends_noun_phrase(m.run.begin - 1);
    if (m.kind == NameKind::unknown && !after_noun) return;
    bool parted = titled || after_noun || own_run || before.kind == TokenKind::close_bracket;
    if (!parted) return;
    p.mention = mentions_.at[last];
    p.kind = PhraseKind::name;
  }

  // The name that begins a body's phrase: "the GUARDIAN newspaper", "the ISRAELI army".
  void name_inside(SpeakerPhrase& p) const {
    for (uint32_t t = p.noun_phrase.begin; t < p.head; ++t)
      if (in_name(t)) {
        p.mention = mentions_.at[t];
        return;
      }
  }

  void led_by(SpeakerPhrase& p) const {
    for (uint32_t t = p.noun_phrase.end; t + 2 < p.whole.end; ++t)
      if ((text(t) == "led" || text(t) == "headed") && text(t + 1) == "by" && in_name(t + 2) &&
          mention_at(t + 2).kind == NameKind::person) {
        p.mention = mentions_.at[t + 2];
        p.kind = PhraseKind::name;
        return;
      }
  }

  // "the EU's executive body, the Harbour Commission"
  void body_in_apposition(SpeakerPhrase& p) const {
    uint32_t t = p.noun_phrase.end;
    if (t + 1 >= p.whole.end || r_.tokens[t].kind != TokenKind::comma) return;
    if (is(++t, WordClass::determiner)) ++t;
    if (t >= p.whole.end || !in_name(t)) return;
    const NameMention& m = mention_at(t);
    bool body = m.kind == NameKind::body || m.kind == NameKind::unknown ||
                (m.kind == NameKind::person && m.run.size() == 1 && is(p.head, WordClass::body));
    if (!body || m.run.begin != t) return;
    bool closes = m.run.end >= p.whole.end || r_.tokens[m.run.end].kind == TokenKind::comma;
    if (!closes) return;
    p.mention = mentions_.at[t];
    p.kind = PhraseKind::name;
  }

  // "the board of the Harbour Union", "the local branch of the Harbour Union" speaks for it.
  void part_of_body(SpeakerPhrase& p) const {
    uint32_t t = p.noun_phrase.end;
    std::string_view part = text(p.head);
    bool board = part == "board" || part == "leadership" || part == "management";
    bool branch = part == "branch" || part == "wing" || part == "arm" || part == "chapter";
    if (!branch && (!board || p.mention != no_mention)) return;
    if (t + 1 >= p.whole.end || text(t) != "of") return;
    if (is(t + 1, WordClass::determiner)) ++t;
    if (t + 1 >= p.whole.end || !in_name(t + 1) || mention_at(t + 1).name.empty()) return;
    p.mention = mentions_.at[t + 1];
    p.kind = PhraseKind::name;
  }

  bool has_author(const SpeakerPhrase& p) const {
    return p.noun_phrase.end < p.whole.end &&
           (text(p.noun_phrase.end) == "by" || text(p.noun_phrase.end) == "from");
  }

  bool is_site(uint32_t t) const { return one_of(text(t), {"website", "site", "page", "blog"}); }

  // "studies", "reports": nobody in particular, unless it is said whose they are.
  bool plural_of_document(uint32_t t) const {
    return one_of(text(t), {"studies", "reports", "surveys", "polls", "documents", "letters",
                            "statements", "articles"});
  }
  void find_author_of_many(SpeakerPhrase& p) const {
    SpeakerPhrase document = p;
    find_author(document);
    if (document.mention == no_mention) return;
    const NameMention& m = mentions_.list[document.mention];
    bool issuer = m.kind == NameKind::body || m.kind == NameKind::person;
    if (!issuer || (m.name.size() < 2 && !r_.tokens[m.name.begin].all_capitals)) return;
    p = document;
    p.kind = PhraseKind::document;
  }

  // Whether a document may be whose name this is.
  static bool issues(const NameMention& m) {
    return m.kind != NameKind::people && m.kind != NameKind::thing;
  }

  // Whose document it is: "a report by X", "X's letter", "the X poll", "in Wednesday's X".
  void find_author(SpeakerPhrase& p) const {
    for (uint32_t t = p.noun_phrase.end; t < p.whole.end; ++t)
      if ((text(t) == "by" || text(t) == "from") && author_after(p, t)) return;
    for (uint32_t t = p.head; t-- > p.noun_phrase.begin;)
      if (in_name(t) && issues(mention_at(t))) {
        p.mention = mentions_.at[t];
        return;
      }
    for (uint32_t t = p.noun_phrase.end; t < p.whole.end; ++t) {
      if (r_.tokens[t].kind == TokenKind::comma && !participle_follows(t, p.whole.end)) return;
      if ((text(t) == "of" || text(t) == "in" || (text(t) == "on" && on_site(p, t))) &&
          author_after(p, t))
        return;
    }
  }
  // "a report, published in"
  bool participle_follows(uint32_t comma, uint32_t end) const {
    return comma + 1 < end && text(comma + 1).ends_with("ed");
  }
  // "a post on Orlo's website": else what stands behind "on" is what it is about.
  bool on_site(const SpeakerPhrase& p, uint32_t on) const {
    for (uint32_t t = on + 1; t < p.whole.end; ++t)
      if (is_site(t) || one_of(text(t), {"account", "Facebook", "Twitter", "Instagram"}))
        return true;
    return false;
  }
  // "co-sponsored by X", "seen by X": X has it, but did not issue it.
  bool only_handed_on(uint32_t by) const { return is(by - 1, WordClass::handed_on); }
  // "a study in Norway", "reports from Oslo": where it was made, not whose it is.
  bool tells_where(const SpeakerPhrase& p, uint32_t link) const {
    if (text(link) != "from") return text(link) != "by" && text(link) != "on";
    return one_of(text(p.head), {"report", "reports", "dispatch", "footage", "results", "figures",
                                 "data", "information"});
  }
  bool author_after(SpeakerPhrase& p, uint32_t link) const {
    if (only_handed_on(link)) return false;
    TokenRange rest = trimmed({link + 1, p.whole.end});
    if (rest.empty()) return false;
    uint32_t end = end_of_noun_phrase(rest);
    for (uint32_t i = end; i-- > rest.begin;) {
      if (!in_name(i) || mention_at(i).name.empty()) continue;
      if (!issues(mention_at(i))) continue;
      if (mention_at(i).kind == NameKind::place && tells_where(p, link)) continue;
      p.mention = mentions_.at[i];
      return true;
    }
    return false;
  }

  const Reading& r_;
  const NameWords& words_;
  const NameMentions& mentions_;
};

}  // namespace

bool has_owner(const Reading& r, const SpeakerPhrase& p) {
  for (uint32_t t = p.noun_phrase.begin; t < p.head; ++t)
    if (r.tokens[t].kind == TokenKind::clitic) return true;
  return false;
}

std::vector<SpeakerPhrase> parse_speaker(const Reading& reading, const NameWords& words,
                                         const NameMentions& mentions, TokenRange speaker) {
  return PhraseParser(reading, words, mentions).parse(speaker);
}

}  // namespace quotary
