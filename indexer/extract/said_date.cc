#include "indexer/extract/said_date.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "common/text/letters.h"
#include "corpus/article/word_list.h"
#include "indexer/extract/word_forms.h"

namespace quotary {
namespace {

constexpr uint32_t kWindow = 60;    // tokens before and behind a cue in which its day is looked for
constexpr uint32_t kFarthest = 25;  // tokens between day and cue, the content not counted
constexpr uint32_t kAside = 14;     // tokens back from a day in which an aside may have begun
constexpr size_t kMostRemarks = 20;  // sentences of the kind "Lee made the remarks ..."
constexpr uint32_t kNobody = ~0u;

constexpr WordList kNotYet =
    " next coming by until till before since from through possibly perhaps ";
constexpr WordList kFuture = " will would be may might could should scheduled expected due ";
constexpr WordList kRelative = " who which whose where ";
constexpr WordList kOtherEvent = " after because although before which who since until sparking ";
constexpr WordList kPerfect =
    " has have had 've 'd previously earlier repeatedly recently often long ";
constexpr WordList kOtherWhen = " last this earlier past previous ";
constexpr WordList kPeriods = " week month year summer winter spring fall autumn decade ";
constexpr WordList kOccasionOpeners = " after at during following in on upon ";
constexpr WordList kOccasions =
    " conference meeting talks match speech press briefing hearing ceremony summit address forum "
    "game race visit session opening arrival seminar occasion ";
constexpr WordList kAudiences = " reporters journalists newsmen lawmakers ";
// What a weekday is the first word of when it is no day: "the Sunday Mirror".
constexpr WordList kPaperNames =
    " age express herald independent mail mirror nation news observer post star sun telegraph "
    "times "
    "world ";
constexpr WordList kTimesOfDay = " morning afternoon evening night ";
constexpr WordList kPointers = " the his her their these this ";
constexpr WordList kRemarks =
    " remarks remark statement statements comments comment announcement appeal ";
constexpr WordList kSpokenNouns =
    " claims claim report reports call calls request demand offer warning threat pledge appeal ";
constexpr WordList kBlame = " accused blamed criticised criticized ";
constexpr WordList kBeforeNouns =
    " of for on to with opposition rebel recent earlier previous official final strong repeated ";

// A day that the text names.
struct NamedDay {
  TokenRange tokens;
  Date day;
};

class SaidDates {
 public:
  SaidDates(const Reading& reading, const std::vector<Attribution>& attributions,
            const std::vector<Resolution>& resolutions, Date reporting);

  std::vector<std::optional<Date>> find() const;

 private:
  std::optional<NamedDay> day_at(uint32_t token) const;
  std::optional<NamedDay> written_day_at(uint32_t token) const;
  void find_holders();
  void find_days();

  std::optional<Date> own_day(size_t number) const;
  bool told_with(size_t number, TokenRange day) const;
  bool is_aside(const Attribution& a, TokenRange day) const;
  bool tells_other_event(const Attribution& a, TokenRange day) const;
  uint32_t distance(size_t number, TokenRange day) const;

  bool is_from_another_time(size_t number) const;
  bool is_noun(const Attribution& a) const;
  bool is_blame_by_nobody(size_t number) const;
  bool names_noun(TokenRange day) const;
  bool is_on_occasion(size_t number) const;
  void find_own_days();
  void find_opening_day();
  bool is_medium(uint32_t number) const;
  bool is_of_the_opening(size_t number) const;
  bool goes_on(size_t number) const;
  bool names_speaker(TokenRange words, size_t number) const;
  std::vector<NamedDay> days_of_remarks(const std::vector<std::optional<Date>>& said) const;
  std::string speaker_key(size_t number) const;
  std::optional<Date> said_before(size_t number,
                                  const std::vector<std::optional<Date>>& said) const;
  void spread(const std::vector<std::string>& keys, const std::vector<bool>& apart,
              std::vector<std::optional<Date>>& said) const;

  bool is_word(uint32_t token, const WordList& words) const;
  // The tokens around the cue that lie in its sentence.
  TokenRange around(const Attribution& a) const;
  // The attribution that reports the cue of `number`; kNobody where the article itself does.
  uint32_t holder_of_cue(size_t number) const {
    uint32_t holder = holder_[attributions_[number].cue.begin];
    return holder == number ? kNobody : holder;
  }
  // Among the words that report what `number` reports, at the depth of its cue.
  bool is_reporting(size_t number, uint32_t token) const {
    return holder_[token] == holder_of_cue(number) && !in_content(attributions_[number], token);
  }
  static bool in_content(const Attribution& a, uint32_t token) {
    return std::any_of(a.content.begin(), a.content.end(),
                       [&](TokenRange piece) { return piece.contains(token); });
  }

  const Reading& r_;
  const std::vector<Attribution>& attributions_;
  const std::vector<Resolution>& resolutions_;
  Date reporting_;
  std::vector<uint32_t> holder_;  // for each token the innermost attribution that reports it
  std::vector<NamedDay> days_;    // in the order of the text
  std::vector<std::optional<Date>> own_days_;  // of the attributions, told with their cues
  uint32_t opening_ = 0;                       // the first sentence of the body
  std::optional<NamedDay> opening_day_;        // that it tells
  bool opening_reports_ = false;               // on that day: "... , officials said Monday."
};

SaidDates::SaidDates(const Reading& reading, const std::vector<Attribution>& attributions,
                     const std::vector<Resolution>& resolutions, Date reporting)
    : r_(reading), attributions_(attributions), resolutions_(resolutions), reporting_(reporting) {
  find_holders();
  find_days();
  find_own_days();
  find_opening_day();
}

bool SaidDates::is_word(uint32_t token, const WordList& words) const {
  std::string_view text = r_.text(token);
  auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
  char lower[16];
  if (text.size() > sizeof lower || !words.may_contain(small(text[0]), text.size())) return false;
  std::transform(text.begin(), text.end(), lower, small);
  return words.contains({lower, text.size()});
}

TokenRange SaidDates::around(const Attribution& a) const {
  TokenRange sentence = r_.sentences[r_.sentence_of[a.cue.begin]].tokens;
  uint32_t begin = a.cue.begin > kWindow ? a.cue.begin - kWindow : 0;
  return {std::max(sentence.begin, begin), std::min(sentence.end, a.cue.end + kWindow)};
}

// The longest contents first, so that the ones within them write over them.
void SaidDates::find_holders() {
  holder_.assign(r_.tokens.size(), kNobody);
  std::vector<uint32_t> order(attributions_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    return attributions_[a].whole_content().size() > attributions_[b].whole_content().size();
  });
  for (uint32_t number : order) {
    for (TokenRange piece : attributions_[number].content) {
      std::fill(holder_.begin() + piece.begin, holder_.begin() + piece.end, number);
    }
  }
}

void SaidDates::find_days() {
  for (uint32_t token = 0; token < r_.tokens.size(); ++token) {
    auto day = day_at(token);
    if (!day) continue;
    token = day->tokens.end - 1;
    if (day->day <= reporting_) days_.push_back(*day);
  }
}

// "Nov. 16", "16 November", "Nov. 16, 2005"; not "the Nov. 16 issue".
std::optional<NamedDay> SaidDates::written_day_at(uint32_t token) const {
  uint32_t begin = r_.tokens[token].span.begin;
  auto written = read_written_date(std::string_view(r_.article->text).substr(begin, 40));
  if (!written || !written->day) return std::nullopt;
  auto day = written->resolve(reporting_, 2);
  if (!day || (token > 0 && is_word(token - 1, " the "))) return std::nullopt;
  uint32_t end = token + 1;
  while (end < r_.tokens.size() && r_.tokens[end].span.begin < begin + written->length) ++end;
  return NamedDay{{token, end}, *day};
}

// "Tuesday's vote", "Tuesday night's vote", "the Tuesday vote", "the Sunday Mirror".
bool SaidDates::names_noun(TokenRange day) const {
  if (day.begin > 0 && is_word(day.begin - 1, " the a ")) return true;
  uint32_t after = day.end;
  if (after < r_.tokens.size() && is_word(after, kTimesOfDay)) ++after;
  if (after >= r_.tokens.size()) return false;
  const Token& next = r_.tokens[after];
  return next.kind == TokenKind::clitic || (next.capitalised && is_word(after, kPaperNames));
}

std::optional<NamedDay> SaidDates::day_at(uint32_t token) const {
  const Token& t = r_.tokens[token];
  if (t.kind != TokenKind::word && t.kind != TokenKind::number) return std::nullopt;
  if (t.kind == TokenKind::number || t.capitalised) {
    if (auto written = written_day_at(token)) return written;
  }
  TokenRange here{token, token + 1};
  // Nearly all words are none of these, which the first letter tells at once.
  char first = static_cast<char>(r_.article->text[t.span.begin] | 0x20);
  if (!t.capitalised && first != 't' && first != 'y') return std::nullopt;
  if (is_word(token, " yesterday ")) return NamedDay{here, add_days(reporting_, -1)};
  if (is_word(token, " today tonight ")) {
    bool name = t.capitalised && token > 0 && r_.tokens[token - 1].capitalised;  // "USA Today"
    return name ? std::nullopt : std::optional(NamedDay{here, reporting_});
  }
  if (!t.capitalised || r_.text(token).size() < 6) return std::nullopt;
  auto weekday = weekday_named(r_.text(token));
  if (!weekday) return std::nullopt;
  uint32_t before = token > 1 && is_word(token - 1, " on ") ? token - 2 : token - 1;
  if (names_noun(here) || (token > 0 && is_word(before, kNotYet))) return std::nullopt;
  Date day = latest_weekday(*weekday, reporting_);
  bool week_ago = day == reporting_ && token > 0 && is_word(token - 1, " last ");
  return NamedDay{here, week_ago ? add_days(day, -7) : day};
}

// Whether the day stands in the words that report, at the depth of the cue: not in what is
// reported, and not outside of a report that the cue itself lies in.
bool SaidDates::told_with(size_t number, TokenRange day) const {
  const Attribution& a = attributions_[number];
  bool behind_cue = a.cue.end <= day.begin && day.begin - a.cue.end <= 2 &&
                    a.content.front().begin + 2 >= day.begin;
  if (holder_[day.begin] != holder_of_cue(number) &&
      !(behind_cue && holder_[day.begin] == number)) {
    return false;
  }
  if (r_.quoted(day.begin) && !r_.quoted(a.cue.begin)) return false;
  return !is_aside(a, day) && !tells_other_event(a, day);
}

// "Lee, who arrived on Monday, said"; "will begin on Monday".
bool SaidDates::is_aside(const Attribution& a, TokenRange day) const {
  uint32_t sentence = r_.sentences[r_.sentence_of[day.begin]].tokens.begin;
  uint32_t stop = a.cue.end <= day.begin ? std::max(a.cue.end, sentence) : sentence;
  for (uint32_t t = day.begin; t > stop && day.begin - t < kAside;) {
    --t;
    if (in_content(a, t)) return false;
    if (is_word(t, kRelative)) return !(a.cue.begin > t && a.cue.begin < day.begin);
    if (is_word(t, kFuture) && day.begin - t <= 6) return true;
    if (r_.tokens[t].kind == TokenKind::comma || r_.tokens[t].kind == TokenKind::colon)
      return false;
  }
  return false;
}

// "Shares fell on Friday after the bank said": the day is that of the fall.
bool SaidDates::tells_other_event(const Attribution& a, TokenRange day) const {
  if (day.end > a.cue.begin) return false;
  bool speaker_between =
      !a.speaker.empty() && a.speaker.begin >= day.end && a.speaker.begin <= a.cue.begin;
  for (uint32_t t = speaker_between ? a.speaker.begin : a.cue.begin; t > day.end;) {
    --t;
    if (in_content(a, t)) continue;
    if (r_.tokens[t].kind == TokenKind::comma) return false;
    if (is_word(t, kOtherEvent)) return true;
  }
  return false;
}

uint32_t SaidDates::distance(size_t number, TokenRange day) const {
  const Attribution& a = attributions_[number];
  uint32_t count = 0;
  for (uint32_t t = std::min(a.cue.end, day.end); t < std::max(a.cue.begin, day.begin); ++t) {
    count += !in_content(a, t);
  }
  return count;
}

std::optional<Date> SaidDates::own_day(size_t number) const {
  const Attribution& a = attributions_[number];
  if (a.cue.empty() || is_blame_by_nobody(number)) return std::nullopt;
  TokenRange words = around(a);
  auto day = std::lower_bound(
      days_.begin(), days_.end(), words.begin,
      [](const NamedDay& named, uint32_t token) { return named.tokens.begin < token; });
  std::optional<Date> nearest;
  uint32_t nearest_distance = kFarthest;
  for (; day != days_.end() && day->tokens.begin < words.end; ++day) {
    if (!told_with(number, day->tokens)) continue;
    uint32_t away = distance(number, day->tokens);
    // "|on Saturday strongly| condemned the attacks of Friday"
    bool right_before = day->tokens.end <= a.cue.begin && a.cue.begin - day->tokens.end <= 1;
    if (right_before) away = 0;
    if (away >= nearest_distance) continue;
    nearest_distance = away;
    nearest = day->day;
    // "the appeal Sunday for peace" is the noun's own day; any other is that of something else.
    if (is_noun(a) && day->tokens.begin != a.cue.end) nearest.reset();
  }
  return nearest;
}

// "a rebel ultimatum", "their call for peace".
bool SaidDates::is_noun(const Attribution& a) const {
  if (a.cue.size() != 1 || a.cue.begin == 0) return false;
  uint32_t before = a.cue.begin - 1;
  if (!r_.is(a.cue.begin, WordClass::cue_noun) && !is_word(a.cue.begin, kSpokenNouns)) return false;
  return r_.is(before, WordClass::determiner) || r_.tokens[before].kind == TokenKind::clitic ||
         is_word(before, kBeforeNouns);
}

// "Five guards went on trial on Friday accused of ...": the day is that of what befell them.
bool SaidDates::is_blame_by_nobody(size_t number) const {
  const Attribution& a = attributions_[number];
  return a.speaker.empty() && a.same_speaker_as < 0 && resolutions_[number].names.empty() &&
         is_word(a.cue.begin, kBlame);
}

// Whether the words tell that it was not said on the occasion that the article is about.
bool SaidDates::is_from_another_time(size_t number) const {
  const Attribution& a = attributions_[number];
  if (a.cue.empty()) return false;
  if (holder_of_cue(number) != kNobody) return true;
  auto form = static_cast<VerbForm>(r_.lexicon->info(r_.tokens[a.cue.begin].word).verb_form);
  if (form == VerbForm::third_person || is_noun(a) || is_blame_by_nobody(number)) return true;
  TokenRange words = around(a);
  for (uint32_t t = a.cue.begin; t > words.begin && a.cue.begin - t < 3;) {
    if (is_word(--t, kPerfect)) return true;
  }
  for (uint32_t t = words.begin; t + 1 < words.end; ++t) {
    if (!is_reporting(number, t)) continue;
    if (is_word(t, kOtherWhen) && is_word(t + 1, kPeriods)) return true;
    bool year = r_.tokens[t + 1].kind == TokenKind::number && r_.text(t + 1).size() == 4;
    if (is_word(t, " in during since ") && (year || r_.is(t + 1, WordClass::month))) return true;
    if (is_word(t + 1, " ago ")) return true;
  }
  return false;
}

bool SaidDates::is_on_occasion(size_t number) const {
  const Attribution& a = attributions_[number];
  if (a.cue.empty()) return false;
  TokenRange words = around(a);
  for (uint32_t t = words.begin; t + 2 < words.end; ++t) {
    if (!is_reporting(number, t) || r_.quoted(t)) continue;
    if (is_word(t, " here ") && t > a.cue.begin && t < a.cue.end + 4) return true;
    bool told = t == a.cue.begin && is_word(t, " told ") && is_word(t + 1, kAudiences);
    if (told) return true;
    if (!is_word(t, kOccasionOpeners)) continue;
    for (uint32_t k = t + 1; k < std::min(t + 6, words.end); ++k) {
      if (is_word(k, kOccasions)) return true;
    }
  }
  return false;
}

// "..., the news agency reported": what a paper or an agency passes on.
bool SaidDates::is_medium(uint32_t number) const {
  if (number == kNobody) return false;
  TokenRange speaker = attributions_[number].speaker;
  for (uint32_t t = speaker.begin; t < speaker.end; ++t) {
    if (r_.is(t, WordClass::medium) || is_word(t, " agency ")) return true;
  }
  return false;
}

void SaidDates::find_own_days() {
  for (size_t i = 0; i < attributions_.size(); ++i) own_days_.push_back(own_day(i));
}

// The day that the first sentence tells outside of what it reports.
void SaidDates::find_opening_day() {
  auto first = std::find_if(r_.sentences.begin(), r_.sentences.end(), [&](const Sentence& s) {
    return r_.paragraphs[s.paragraph].kind == ParagraphKind::body;
  });
  opening_ = static_cast<uint32_t>(first - r_.sentences.begin());
  if (first == r_.sentences.end()) return;
  for (const NamedDay& day : days_) {
    if (!first->tokens.contains(day.tokens.begin)) continue;
    uint32_t holder = holder_[day.tokens.begin];
    if (holder != kNobody && (opening_day_ || !is_medium(holder))) continue;
    opening_day_ = day;
    if (holder == kNobody) break;
  }
  for (size_t i = 0; i < attributions_.size() && opening_day_; ++i) {
    TokenRange cue = attributions_[i].cue;
    bool inside = !cue.empty() && first->tokens.contains(cue.begin);
    if (inside && own_days_[i] == opening_day_->day) opening_reports_ = true;
  }
}

// Whether the last part of the speaker's name stands among the words, reported by nobody.
bool SaidDates::names_speaker(TokenRange words, size_t number) const {
  if (resolutions_[number].names.size() != 1) return false;
  std::string_view name = resolutions_[number].names.front();
  std::string_view last = name.substr(name.rfind(' ') + 1);
  for (uint32_t t = words.begin; t < words.end; ++t) {
    if (holder_[t] == kNobody && !r_.quoted(t) && r_.text(t) == last) return true;
  }
  return false;
}

// "Lee made the remarks on Tuesday", "Lee made the remark when meeting Mori": the sentences that
// tell when and by whom what is reported was said. Their day is their own, else that of the last
// report before them.
std::vector<NamedDay> SaidDates::days_of_remarks(
    const std::vector<std::optional<Date>>& said) const {
  std::vector<NamedDay> remarks;
  for (uint32_t t = 0; t + 3 < r_.tokens.size(); ++t) {
    if (!is_word(t, " made ") || !is_word(t + 1, kPointers) || !is_word(t + 2, kRemarks)) continue;
    TokenRange words = r_.sentences[r_.sentence_of[t]].tokens;
    std::optional<Date> day;
    for (size_t i = 0; i < said.size() && !day; ++i) {
      const Attribution& a = attributions_[i];
      bool before =
          !a.cue.empty() && a.cue.begin < words.begin && words.begin - a.cue.end < 2 * kWindow;
      if (said[i] && before) day = said[i];
    }
    for (const NamedDay& named : days_) {
      if (words.contains(named.tokens.begin) && holder_[named.tokens.begin] == kNobody)
        day = named.day;
    }
    if (day) remarks.push_back({words, *day});
    if (remarks.size() == kMostRemarks) break;
  }
  return remarks;
}

// What tells speakers apart; for one that nobody names, the word that he is mentioned by, if it
// can be taken up again ("the official", "he", but not "officials").
std::string SaidDates::speaker_key(size_t number) const {
  std::string key;
  for (int hops = 0; hops < 8; ++hops) {
    for (const std::string& name : resolutions_[number].names) key += name + ';';
    if (!key.empty()) return key;
    const Attribution& a = attributions_[number];
    if (!a.speaker.empty()) {
      bool again = r_.is(a.speaker.begin, WordClass::determiner) ||
                   r_.is(a.speaker.begin, WordClass::pronoun);
      return again ? lower_case(r_.text(a.speaker.end - 1)) : std::string();
    }
    if (a.same_speaker_as < 0) break;
    number = static_cast<size_t>(a.same_speaker_as);
  }
  return key;
}

// Whether the day of the first sentence is that of the attribution: it was said on an occasion; it
// is what the next sentence reports further ("..., officials said Monday. Lee, a spokesman, said");
// or the first sentence is about its speaker ("Lee met Mori on Monday.").
bool SaidDates::is_of_the_opening(size_t number) const {
  if (is_on_occasion(number)) return true;
  const Attribution& a = attributions_[number];
  uint32_t sentence = r_.sentence_of[a.cue.empty() ? a.content.front().begin : a.cue.begin];
  if (sentence <= opening_) return false;
  bool says = !a.cue.empty() && r_.is(a.cue.begin, WordClass::say);
  if (opening_reports_ && says && sentence == opening_ + 1) return true;
  const std::vector<std::string>& names = resolutions_[number].names;
  bool person = names.size() == 1 && names[0].find(' ') != std::string::npos;
  TokenRange words = r_.sentences[opening_].tokens;
  return person && names_speaker({words.begin, opening_day_->tokens.begin}, number);
}

// "The minister said", "she said", by nobody knows whom, at most a paragraph behind what someone
// with a name said: more of the same.
bool SaidDates::goes_on(size_t number) const {
  const Attribution &a = attributions_[number], &before = attributions_[number - 1];
  if (a.speaker.empty() || before.cue.empty()) return false;
  if (!resolutions_[number].names.empty() || resolutions_[number - 1].names.empty()) return false;
  if (!is_word(a.speaker.begin, " the ") && !r_.is(a.speaker.begin, WordClass::pronoun)) {
    return false;
  }
  auto paragraph = [&](uint32_t token) { return r_.sentences[r_.sentence_of[token]].paragraph; };
  return paragraph(a.speaker.begin) <= paragraph(before.cue.begin) + 1;
}

// The day of what the same speaker said first, of one that nobody names: "a spokesman said on
// Monday that A ... he said".
std::optional<Date> SaidDates::said_before(size_t number,
                                           const std::vector<std::optional<Date>>& said) const {
  uint32_t first = resolutions_[number].speaker;
  return first < number ? said[first] : std::nullopt;
}

// Gives days to attributions without one, in the order of the text: of what the speaker said
// before, of the opening, of what was said just before.
void SaidDates::spread(const std::vector<std::string>& keys, const std::vector<bool>& apart,
                       std::vector<std::optional<Date>>& said) const {
  std::unordered_map<std::string_view, Date> latest;
  for (size_t i = 0; i < said.size(); ++i) {
    if (!said[i] && !apart[i]) {
      auto found = latest.find(keys[i]);
      if (!keys[i].empty() && found != latest.end()) {
        said[i] = found->second;
      } else if (auto before = said_before(i, said)) {
        said[i] = before;
      } else if (opening_day_ && is_of_the_opening(i)) {
        said[i] = opening_day_->day;
      } else if (i > 0 && said[i - 1] && goes_on(i)) {
        said[i] = said[i - 1];
      }
    }
    if (said[i] && !keys[i].empty()) latest.insert_or_assign(keys[i], *said[i]);
  }
}

std::vector<std::optional<Date>> SaidDates::find() const {
  size_t count = attributions_.size();
  std::vector<std::optional<Date>> said = own_days_;
  std::vector<std::string> keys(count);
  std::vector<bool> apart(count);
  for (size_t i = 0; i < count; ++i) {
    keys[i] = speaker_key(i);
    apart[i] = !said[i] && is_from_another_time(i);
  }
  spread(keys, apart, said);
  for (const NamedDay& remarks : days_of_remarks(said)) {
    for (size_t i = 0; i < count; ++i) {
      if (!said[i] && !apart[i] && names_speaker(remarks.tokens, i)) said[i] = remarks.day;
    }
  }
  spread(keys, apart, said);
  return said;
}

}  // namespace

std::vector<std::optional<Date>> find_said_dates(const Reading& reading,
                                                 const std::vector<Attribution>& attributions,
                                                 const std::vector<Resolution>& resolutions) {
  auto reporting = reading.article->reporting_day();
  if (!reporting || attributions.empty()) {
    return std::vector<std::optional<Date>>(attributions.size());
  }
  return SaidDates(reading, attributions, resolutions, *reporting).find();
}

}  // namespace quotary
