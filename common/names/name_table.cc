#include "common/names/name_table.h"

#include <algorithm>
#include <unordered_set>

#include "common/names/latin_fold.h"

namespace quotary {
namespace {

constexpr uint32_t none = ~0u;

// One form taken apart: the compared words of a name, titles and "Jr." left out.
struct Form {
  std::string text;
  uint64_t count = 0;
  std::vector<std::string> words;
  uint32_t parent = none;  // the form that stands for the same name; union-find
};

bool any_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_title(std::string_view word) {
  return any_of(word, {"mr",         "mrs",  "ms",        "miss", "dr",   "president", "premier",
                       "chancellor", "sen",  "senator",   "rep",  "gov",  "governor",  "gen",
                       "general",    "prof", "professor", "sir",  "lord", "lady",      "minister",
                       "prime",      "king", "queen",     "pope"});
}

bool is_suffix(std::string_view word) { return any_of(word, {"jr", "sr", "ii", "iii", "iv"}); }

// Family names that stand first in Chinese, Korean and Vietnamese names.
bool is_leading_family_name(std::string_view word) {
  static const std::unordered_set<std::string_view> names = {
      "xi",    "hu",     "li",    "wang", "zhang", "liu",  "chen", "yang", "huang", "zhao",
      "wu",    "zhou",   "xu",    "sun",  "ma",    "zhu",  "guo",  "he",   "lin",   "gao",
      "luo",   "zheng",  "liang", "xie",  "song",  "tang", "deng", "han",  "feng",  "cao",
      "peng",  "zeng",   "xiao",  "tian", "dong",  "pan",  "yuan", "cai",  "jiang", "yu",
      "du",    "ye",     "cheng", "wei",  "su",    "lu",   "ding", "ren",  "yao",   "shen",
      "jia",   "qin",    "kong",  "wen",  "mao",   "kim",  "lee",  "park", "choi",  "jung",
      "kang",  "cho",    "yoon",  "jang", "lim",   "shin", "roh",  "moon", "ban",   "chung",
      "hwang", "nguyen", "tran",  "pham", "hoang", "phan", "vu"};
  return names.contains(word);
}

std::vector<std::string> words_of(std::string_view form) {
  std::vector<std::string> words;
  std::string compared = compared_form(form);
  for (size_t begin = 0; begin < compared.size();) {
    size_t end = std::min(compared.find(' ', begin), compared.size());
    std::string word = compared.substr(begin, end - begin);
    std::erase_if(word, [](char c) { return c == '.' || c == ','; });
    begin = end + 1;
    if (word.empty() || is_suffix(word)) continue;
    words.push_back(std::move(word));
  }
  size_t titles = 0;
  while (titles + 1 < words.size() && is_title(words[titles])) ++titles;
  words.erase(words.begin(), words.begin() + static_cast<ptrdiff_t>(titles));
  return words;
}

// The letters of all words, words in alphabetical order: one key for both orders of a name and for
// all ways to write its hyphens.
std::string letters_key(std::vector<std::string> words) {
  std::vector<std::string> parts;
  for (const std::string& word : words)
    for (size_t begin = 0; begin < word.size();) {
      size_t end = std::min(word.find('-', begin), word.size());
      if (end > begin) parts.push_back(word.substr(begin, end - begin));
      begin = end + 1;
    }
  std::sort(parts.begin(), parts.end());
  std::string key;
  for (const std::string& part : parts) key += part + ' ';
  return key;
}

const std::string& family_name(const Form& form) {
  const std::string& first = form.words.front();
  return is_leading_family_name(first) && form.words.size() <= 3 ? first : form.words.back();
}

class Joiner {
 public:
  explicit Joiner(std::vector<Form> forms) : forms_(std::move(forms)) {}

  std::vector<Form>& forms() { return forms_; }

  uint32_t root(uint32_t f) {
    while (forms_[f].parent != none) f = forms_[f].parent;
    return f;
  }

  // The form with more statements stands for both; of equals the longer one.
  void join(uint32_t a, uint32_t b) {
    a = root(a), b = root(b);
    if (a == b) return;
    auto rank = [&](uint32_t f) {
      return std::pair(forms_[f].words.size() > 1 ? forms_[f].count + 1 : 0, forms_[f].text.size());
    };
    if (rank(a) < rank(b)) std::swap(a, b);
    forms_[b].parent = a;
    forms_[a].count += forms_[b].count;
  }

  void join_same_letters() {
    std::unordered_map<std::string, uint32_t> by_letters;
    for (uint32_t f = 0; f < forms_.size(); ++f) {
      auto [at, is_new] = by_letters.emplace(letters_key(forms_[f].words), f);
      if (!is_new) join(at->second, f);
    }
  }

  // "Donald J. Trump" and "Donald Trump": first and last word agree, and one of the two has only
  // those two, or initials between.
  void join_middle_names() {
    std::unordered_map<std::string, uint32_t> by_ends;
    for (uint32_t f = 0; f < forms_.size(); ++f)
      if (forms_[f].words.size() == 2)
        by_ends.emplace(forms_[f].words[0] + ' ' + forms_[f].words[1], f);
    for (uint32_t f = 0; f < forms_.size(); ++f) {
      const auto& words = forms_[f].words;
      if (words.size() < 3 || words.size() > 4) continue;
      auto at = by_ends.find(words.front() + ' ' + words.back());
      if (at != by_ends.end()) join(at->second, f);
    }
  }

  // "Xi": joined with the one person of that family name, or with the one that nearly all
  // statements under that name are by.
  void join_family_names() {
    std::unordered_map<std::string, std::vector<uint32_t>> by_family;
    for (uint32_t f = 0; f < forms_.size(); ++f)
      if (forms_[f].parent == none && forms_[f].words.size() >= 2 && forms_[f].words.size() <= 4)
        by_family[family_name(forms_[f])].push_back(f);
    for (uint32_t f = 0; f < forms_.size(); ++f) {
      if (forms_[f].words.size() != 1 || forms_[f].parent != none) continue;
      auto at = by_family.find(forms_[f].words[0]);
      if (at == by_family.end()) continue;
      uint64_t all = 0;
      uint32_t most = at->second.front();
      for (uint32_t full : at->second) {
        all += forms_[full].count;
        if (forms_[full].count > forms_[most].count) most = full;
      }
      if (forms_[most].count * 20 >= all * 19) join(most, f);
    }
  }

 private:
  std::vector<Form> forms_;
};

}  // namespace

NameTable::NameTable(const std::vector<SeenForm>& seen, const Authority& authority) {
  std::vector<Form> free_forms;  // those that the authority file does not have
  std::unordered_map<std::string, uint32_t> group_of_name;
  auto group_named = [&](std::string_view name) {
    auto [at, is_new] =
        group_of_name.emplace(std::string(name), static_cast<uint32_t>(groups_.size()));
    if (is_new) groups_.push_back({std::string(name), {}, 0});
    return at->second;
  };
  auto add = [&](uint32_t group, const SeenForm& form) {
    groups_[group].forms.push_back(form);
    groups_[group].count += form.count;
    group_of_.emplace(compared_form(form.form), group);
  };
  for (const AuthorityEntry& entry : authority.entries()) {
    uint32_t group = group_named(entry.name);
    group_of_.emplace(compared_form(entry.name), group);
    for (const std::string& alias : entry.aliases) group_of_.emplace(compared_form(alias), group);
  }
  for (const SeenForm& form : seen) {
    if (auto name = authority.name_of(form.form))
      add(group_named(*name), form);
    else if (auto words = words_of(form.form); !words.empty())
      free_forms.push_back({form.form, form.count, std::move(words), none});
    else  // "...": a name by itself
      add(group_named(form.form), form);
  }
  std::vector<uint64_t> counts;
  for (const Form& form : free_forms) counts.push_back(form.count);

  Joiner joiner(std::move(free_forms));
  joiner.join_same_letters();
  joiner.join_middle_names();
  joiner.join_family_names();
  for (uint32_t f = 0; f < joiner.forms().size(); ++f)
    add(group_named(joiner.forms()[joiner.root(f)].text), {joiner.forms()[f].text, counts[f]});

  for (uint32_t g = 0; g < groups_.size(); ++g) {
    std::stable_sort(groups_[g].forms.begin(), groups_[g].forms.end(),
                     [](const SeenForm& a, const SeenForm& b) { return a.count > b.count; });
    for (const std::string& word : words_of(groups_[g].name)) {
      auto& list = by_word_[word];
      if (list.empty() || list.back() != g) list.push_back(g);
    }
  }
}

std::string_view NameTable::name_of(std::string_view form) const {
  auto at = group_of_.find(compared_form(form));
  return at == group_of_.end() ? form : groups_[at->second].name;
}

std::vector<std::string> NameTable::forms_of(std::string_view form) const {
  std::vector<std::string> forms;
  auto at = group_of_.find(compared_form(form));
  if (at == group_of_.end()) return forms;
  for (const SeenForm& seen : groups_[at->second].forms) forms.push_back(seen.form);
  return forms;
}

std::vector<std::string> NameTable::candidates(std::string_view short_name) const {
  std::vector<std::string> names;
  std::vector<std::string> words = words_of(short_name);
  auto at = group_of_.find(compared_form(short_name));
  if (at != group_of_.end() && words_of(groups_[at->second].name).size() > 1)
    return {groups_[at->second].name};
  if (words.empty()) return names;
  auto with_word = by_word_.find(words.back());
  if (with_word == by_word_.end()) return names;
  std::vector<uint32_t> groups = with_word->second;
  std::stable_sort(groups.begin(), groups.end(),
                   [&](uint32_t a, uint32_t b) { return groups_[a].count > groups_[b].count; });
  for (uint32_t g : groups) {
    std::vector<std::string> name = words_of(groups_[g].name);
    bool has_all = std::all_of(words.begin(), words.end(), [&](const std::string& w) {
      return std::find(name.begin(), name.end(), w) != name.end();
    });
    if (has_all) names.push_back(groups_[g].name);
  }
  return names;
}

}  // namespace quotary
