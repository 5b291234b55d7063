#include "bench/accuracy/speaker_names.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "common/text/words.h"

namespace quotary::accuracy {
namespace {

using Words = std::vector<std::string>;

template <size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_title(std::string_view word) {
  static constexpr std::array<std::string_view, 34> titles = {
      "mr",        "mrs",   "ms",        "miss",      "dr",       "prof",     "sir",
      "lady",      "lord",  "president", "vice",      "prime",    "minister", "chancellor",
      "premier",   "king",  "queen",     "prince",    "princess", "pope",     "senator",
      "sen",       "rep",   "gov",       "governor",  "general",  "gen",      "colonel",
      "inspector", "judge", "justice",   "secretary", "the",      "former"};
  return is_one_of(word, titles);
}

bool is_connective(std::string_view word) {
  static constexpr std::array<std::string_view, 3> connectives = {"the", "of", "and"};
  return is_one_of(word, connectives);
}

// Given names that are used for each other.
bool are_forms_of_one(std::string_view a, std::string_view b) {
  static const std::vector<std::set<std::string_view>> families = {
      {"william", "bill", "will"}, {"robert", "bob", "rob"}, {"james", "jim", "jimmy"},
      {"joseph", "joe"},           {"michael", "mike"},      {"richard", "rick", "dick"},
      {"thomas", "tom"},           {"daniel", "dan"},        {"david", "dave"},
      {"edward", "ed", "ted"},     {"anthony", "tony"},      {"stephen", "steven", "steve"},
      {"christopher", "chris"},    {"donald", "don"},        {"timothy", "tim"},
      {"elizabeth", "liz"},        {"katherine", "kate"},    {"samuel", "samantha", "sam"},
      {"alexander", "alex"},       {"nicholas", "nick"},     {"matthew", "matt"},
      {"bernard", "bernie"},       {"hillary", "hilary"},    {"kenneth", "ken"},
      {"benjamin", "ben"},         {"gregory", "greg"},      {"patrick", "patricia", "pat"},
      {"ronald", "ron"},           {"albert", "al"},         {"andrew", "andy"},
  };
  return std::any_of(families.begin(), families.end(),
                     [&](const auto& family) { return family.count(a) && family.count(b); });
}

// The words that count, folded: "Dr. Priya Raman-Holt" -> priya raman holt.
Words name_words(std::string_view name) {
  Words words;
  for_each_word(name, [&](std::string_view word, Span) { words.emplace_back(word); });
  size_t titles = 0;
  while (titles + 1 < words.size() && is_title(words[titles])) ++titles;
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(titles));
  return words;
}

bool contains_all(const Words& some, const Words& all) {
  return std::all_of(some.begin(), some.end(), [&](const std::string& word) {
    return std::find(all.begin(), all.end(), word) != all.end();
  });
}

bool is_acronym_of(const Words& one, const Words& many) {
  if (one.size() != 1 || many.size() < 3) return false;
  std::string initials;
  for (const std::string& word : many) {
    if (!is_connective(word)) initials += word.front();
  }
  return one.front() == initials;
}

bool given_names_agree(const std::string& a, const std::string& b) {
  const bool initial = (a.size() == 1 || b.size() == 1) && a.front() == b.front();
  return a == b || initial || are_forms_of_one(a, b);
}

// Whether at least half of all words (without connectives) stand in both, more than one in one of
// them.
bool share_half(const Words& a, const Words& b) {
  std::set<std::string> left, right, shared;
  for (const std::string& word : a) {
    if (!is_connective(word)) left.insert(word);
  }
  for (const std::string& word : b) {
    if (!is_connective(word)) right.insert(word);
  }
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::inserter(shared, shared.end()));
  const size_t both = left.size() + right.size() - shared.size();
  return !shared.empty() && 2 * shared.size() >= both && (left.size() > 1 || right.size() > 1);
}

Words split_speakers(const std::string& joined) {
  Words names;
  for (size_t at = 0; at <= joined.size();) {
    const size_t end = std::min(joined.find(';', at), joined.size());
    names.push_back(joined.substr(at, end - at));
    at = end + 1;
  }
  return names;
}

}  // namespace

bool same_name(std::string_view name, std::string_view gold, bool full) {
  const Words a = name_words(name), b = name_words(gold);
  if (a.empty() || b.empty()) return false;
  if (a == b) return true;
  const bool short_form = full && a.size() == 1 && b.size() > 1;
  if (contains_all(a, b) || contains_all(b, a)) return !short_form;
  if (a.back() == b.back())
    return a.size() == 1 || b.size() == 1 ? !short_form : given_names_agree(a.front(), b.front());
  if (share_half(a, b)) return !(full && a.size() < b.size());
  return is_acronym_of(a, b) || is_acronym_of(b, a);
}

bool same_speaker(const std::optional<std::string>& speaker, const std::optional<std::string>& gold,
                  bool full) {
  if (!gold || !speaker) return !gold && !speaker;
  const Words names = split_speakers(*speaker), golds = split_speakers(*gold);
  if (names.size() != golds.size()) return false;
  return std::all_of(golds.begin(), golds.end(), [&](const std::string& right) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return same_name(name, right, full); });
  });
}

}  // namespace quotary::accuracy
