#include "common/names/name_forms.h"

#include <algorithm>

namespace quotary {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::string_view kTitles[] = {
    "mr",      "mrs",  "ms",       "miss",     "dr",   "president", "premier", "chancellor", "sen",
    "senator", "rep",  "gov",      "governor", "gen",  "general",   "prof",    "professor",  "sir",
    "lord",    "lady", "minister", "prime",    "king", "queen",     "pope"};

// Beside titles: "Harbour Board chairman Tom Lorne".
constexpr std::string_view kDescriptionEnds[] = {"secretary",
                                                 "undersecretary",
                                                 "under-secretary",
                                                 "representative",
                                                 "chairman",
                                                 "chairwoman",
                                                 "director",
                                                 "spokesman",
                                                 "spokeswoman",
                                                 "ambassador",
                                                 "commissioner",
                                                 "investor",
                                                 "analyst",
                                                 "economist",
                                                 "col",
                                                 "colonel",
                                                 "lt",
                                                 "lieutenant",
                                                 "capt",
                                                 "captain",
                                                 "maj",
                                                 "sgt",
                                                 "rev",
                                                 "judge",
                                                 "justice",
                                                 "deputy",
                                                 "envoy",
                                                 "chief",
                                                 "officer",
                                                 "treasurer",
                                                 "congressman",
                                                 "congresswoman",
                                                 "economics",
                                                 "lieutenant-colonel"};

// Last words of bodies: Swiss NATIONAL Bank.
constexpr std::string_view kBodyNouns[] = {
    "bank",           "party",        "union",     "ministry",   "department", "committee",
    "council",        "commission",   "agency",    "group",      "office",     "court",
    "league",         "association",  "institute", "university", "police",     "army",
    "news",           "times",        "post",      "daily",      "board",      "authority",
    "administration", "service",      "exchange",  "fund",       "federation", "society",
    "organization",   "organisation", "bureau",    "center",     "centre",     "government",
    "embassy",        "parliament",   "network",   "front",      "movement",   "coalition",
    "alliance",       "airlines",     "industries"};

// Family names that stand first in Chinese, Korean and Vietnamese names.
constexpr std::string_view kLeadingFamilyNames[] = {
    "xi",    "hu",   "li",   "wang",  "zhang", "liu",    "chen", "yang", "huang", "zhao",  "wu",
    "zhou",  "xu",   "sun",  "ma",    "zhu",   "guo",    "he",   "lin",  "gao",   "luo",   "zheng",
    "liang", "xie",  "song", "tang",  "deng",  "han",    "feng", "cao",  "peng",  "zeng",  "xiao",
    "tian",  "dong", "pan",  "yuan",  "cai",   "jiang",  "yu",   "du",   "ye",    "cheng", "wei",
    "su",    "lu",   "ding", "ren",   "yao",   "shen",   "jia",  "qin",  "kong",  "wen",   "mao",
    "kim",   "lee",  "park", "choi",  "jung",  "kang",   "cho",  "yoon", "jang",  "lim",   "shin",
    "roh",   "moon", "ban",  "chung", "hwang", "nguyen", "tran", "pham", "hoang", "phan",  "vu"};

// What ends the name of a company: forms of one kind have one number.
constexpr std::pair<std::string_view, uint8_t> kCompanies[] = {
    {"inc", 1}, {"incorporated", 1}, {"corp", 2}, {"corporation", 2}, {"co", 3},  {"company", 3},
    {"ltd", 4}, {"limited", 4},      {"pty", 4},  {"plc", 5},         {"llc", 6}, {"ag", 7},
    {"sa", 8},  {"nv", 9},           {"spa", 10}, {"gmbh", 11},       {"lp", 12}, {"ab", 13}};

constexpr std::string_view kNoNameWords[] = {"of", "for", "and", "the", "in", "to"};
constexpr std::string_view kNations[] = {"us", "uk"};

bool is_suffix(std::string_view word) {
  return word == "jr" || word == "sr" || word == "ii" || word == "iii" || word == "iv";
}

constexpr size_t longest_after_description = 4;

}  // namespace

NameForms::NameForms() {
  auto mark = [&](Words list, uint8_t kinds) {
    for (std::string_view word : list) words_[intern(word)].kinds |= kinds;
  };
  mark(kTitles, kTitleWord | kDescriptionEnd);
  mark(kDescriptionEnds, kDescriptionEnd);
  mark(kBodyNouns, kBodyNoun);
  mark(kLeadingFamilyNames, kLeadingFamily);
  mark(kNoNameWords, kNoNameWord);
  mark(kNations, kNationWord);
  for (const auto& [word, kind] : kCompanies) words_[intern(word)].company = kind;
  of_ = intern("of"), and_ = intern("and"), general_ = intern("general");
}

WordId NameForms::intern(std::string_view word) {
  if (auto known = ids_.find(word); known != ids_.end()) return known->second;
  texts_.emplace_back(word);
  const auto id = static_cast<WordId>(words_.size());
  const std::string_view text = texts_.back();
  ids_.emplace(text, id);
  words_.push_back({text, word.size() == 1 ? uint8_t{kInitial} : uint8_t{0}, 0, {}});
  std::vector<WordId> parts;
  if (text.find('-') == std::string_view::npos) {
    parts.push_back(id);
  } else {
    for (size_t begin = 0; begin < text.size();) {
      const size_t end = std::min(text.find('-', begin), text.size());
      if (end > begin) parts.push_back(intern(text.substr(begin, end - begin)));
      begin = end + 1;
    }
  }
  words_[id].parts = std::move(parts);
  return id;
}

// How many words are cut off in front: titles, and a whole description that ends in one where a
// name of two to four words follows it.
size_t NameForms::description_end() const {
  const auto has = [&](WordId id, uint8_t kind) { return (words_[id].kinds & kind) != 0; };
  const std::vector<WordId>& words = current_;
  size_t cut = 0;
  while (cut + 1 < words.size() && has(words[cut], kTitleWord)) ++cut;
  const bool general_motors = cut > 0 && words.size() - cut == 1 && words[cut - 1] == general_;
  if (general_motors) --cut;
  for (size_t i = words.size(); i-- > cut + 1;) {
    if (!has(words[i - 1], kDescriptionEnd)) continue;
    const size_t left = words.size() - i;
    const bool name = std::none_of(words.begin() + static_cast<ptrdiff_t>(i), words.end(),
                                   [&](WordId id) { return has(id, kNoNameWord); });
    return left >= 2 && left <= longest_after_description && name ? i : cut;
  }
  return cut;
}

NameForm NameForms::take_apart(std::string_view compared) {
  current_.clear();
  for (size_t begin = 0; begin < compared.size();) {
    const size_t end = std::min(compared.find(' ', begin), compared.size());
    scratch_ = compared.substr(begin, end - begin);
    std::erase_if(scratch_, [](char c) { return c == '.' || c == ','; });
    begin = end + 1;
    if (!scratch_.empty() && !is_suffix(scratch_)) current_.push_back(intern(scratch_));
  }
  NameForm form;
  while (current_.size() > 1 && words_[current_.back()].company != 0) {
    form.company = words_[current_.back()].company;
    current_.pop_back();
    if (current_.size() > 1 && current_.back() == and_) current_.pop_back();
  }
  const size_t cut = form.company == 0 ? description_end() : 0;
  form.begin = static_cast<uint32_t>(pool_.size());
  form.size = static_cast<uint32_t>(current_.size() - cut);
  pool_.insert(pool_.end(), current_.begin() + static_cast<ptrdiff_t>(cut), current_.end());
  return form;
}

}  // namespace quotary
