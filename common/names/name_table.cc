#include "common/names/name_table.h"

#include <algorithm>
#include <unordered_set>

#include "common/names/nicknames.h"

namespace quotary {
namespace {

constexpr uint32_t none = ~0u;
constexpr size_t most_of_a_family = 200;  // forms compared with one another

// One form taken apart: the compared words of a name, titles and "Jr." left out.
struct Form {
  std::string text;
  uint64_t count = 0;
  std::vector<std::string> words;
  std::string company;     // the word that shows a company, left out of `words`: "inc"
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

// Titles that close a description in front of a name: "Harbour Board chairman Tom Lorne".
bool ends_description(std::string_view word) {
  return is_title(word) || any_of(word, {"secretary",
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
                                         "lieutenant-colonel"});
}

// Last words of bodies, whose middle words part one from another: Swiss NATIONAL Bank.
bool is_body_noun(std::string_view word) {
  return any_of(
      word,
      {"bank",           "party",        "union",     "ministry",   "department", "committee",
       "council",        "commission",   "agency",    "group",      "office",     "court",
       "league",         "association",  "institute", "university", "police",     "army",
       "news",           "times",        "post",      "daily",      "board",      "authority",
       "administration", "service",      "exchange",  "fund",       "federation", "society",
       "organization",   "organisation", "bureau",    "center",     "centre",     "government",
       "embassy",        "parliament",   "network",   "front",      "movement",   "coalition",
       "alliance",       "airlines",     "industries"});
}

// What ends the name of a company; "": none. Forms of one kind have one value.
std::string_view company_kind(std::string_view word) {
  if (any_of(word, {"inc", "incorporated"})) return "inc";
  if (any_of(word, {"corp", "corporation"})) return "corp";
  if (any_of(word, {"co", "company"})) return "co";
  if (any_of(word, {"ltd", "limited", "pty"})) return "ltd";
  if (any_of(word, {"plc", "llc", "ag", "sa", "nv", "spa", "gmbh", "lp", "ab"})) return word;
  return {};
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
  return words;
}

// Cuts off titles: those in front, and a whole description that ends in one where a name of two to
// four words follows it.
void strip_titles(std::vector<std::string>& words) {
  size_t cut = 0;
  while (cut + 1 < words.size() && is_title(words[cut])) ++cut;
  if (cut > 0 && words.size() - cut == 1 && words[cut - 1] == "general") --cut;  // General Motors
  for (size_t i = words.size(); i-- > cut + 1;) {
    if (!ends_description(words[i - 1])) continue;
    size_t left = words.size() - i;
    bool name = std::none_of(words.begin() + static_cast<ptrdiff_t>(i), words.end(),
                             [](const std::string& w) {
                               return any_of(w, {"of", "for", "and", "the", "in", "to"});
                             });
    if (left >= 2 && left <= 4 && name) cut = i;
    break;
  }
  words.erase(words.begin(), words.begin() + static_cast<ptrdiff_t>(cut));
}

// The words that companies and people are compared by.
Form taken_apart(const SeenForm& seen) {
  Form form{seen.form, seen.count, words_of(seen.form), {}, none};
  while (form.words.size() > 1 && !company_kind(form.words.back()).empty()) {
    form.company = company_kind(form.words.back());
    form.words.pop_back();
    if (form.words.size() > 1 && form.words.back() == "and") form.words.pop_back();
  }
  if (form.company.empty()) strip_titles(form.words);
  return form;
}

// The letters of all words, words in alphabetical order: one key for both orders of a name, for all
// ways to write its hyphens, and for "Ministry of Health" and "Health Ministry".
std::string letters_key(std::vector<std::string> words) {
  std::vector<std::string> parts;
  for (const std::string& word : words)
    for (size_t begin = 0; begin < word.size();) {
      size_t end = std::min(word.find('-', begin), word.size());
      if (end > begin && word != "of") parts.push_back(word.substr(begin, end - begin));
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

  // Companies apart from others: "Harbour Inc" is joined with "Harbour" further down.
  void join_same_letters() {
    std::unordered_map<std::string, uint32_t> by_letters;
    for (uint32_t f = 0; f < forms_.size(); ++f) {
      std::string key = letters_key(forms_[f].words);
      if (!forms_[f].company.empty()) key += '|' + forms_[f].company;
      auto [at, is_new] = by_letters.emplace(std::move(key), f);
      if (!is_new) join(at->second, f);
    }
  }

  // "American Harbours" and "American Harbours Corp", "Quistco" and "Quistco Inc": where there is
  // one company of these words, and nobody bears the word as a name.
  void join_companies() {
    std::unordered_map<std::string, std::vector<uint32_t>> companies;
    std::unordered_set<std::string> borne;
    for (uint32_t f = 0; f < forms_.size(); ++f) {
      const Form& form = forms_[f];
      if (!form.company.empty() && form.parent == none)
        companies[letters_key(form.words)].push_back(f);
      if (form.company.empty() && form.words.size() > 1)
        for (const std::string& end : {form.words.front(), form.words.back()}) borne.insert(end);
    }
    for (uint32_t f = 0; f < forms_.size(); ++f) {
      if (!forms_[f].company.empty() || forms_[f].parent != none) continue;
      if (forms_[f].words.size() == 1 && borne.contains(forms_[f].words[0])) continue;
      auto at = companies.find(letters_key(forms_[f].words));
      if (at != companies.end() && at->second.size() == 1) join(at->second[0], f);
    }
  }

  // "U.S. Harbour Department" and "Harbour Department": where no other country's is seen.
  void join_national_bodies() {
    std::unordered_map<std::string, std::vector<uint32_t>> longer;  // words without the first
    for (uint32_t f = 0; f < forms_.size(); ++f)
      if (forms_[f].parent == none && forms_[f].words.size() >= 3)
        longer[joined(forms_[f].words, 1)].push_back(f);
    for (uint32_t f = 0; f < forms_.size(); ++f) {
      if (forms_[f].parent != none || forms_[f].words.size() < 2) continue;
      auto at = longer.find(joined(forms_[f].words, 0));
      if (at == longer.end() || at->second.size() != 1) continue;
      const Form& national = forms_[at->second[0]];
      if (any_of(national.words[0], {"us", "uk"}) && national.company == forms_[f].company)
        join(at->second[0], f);
    }
  }
  static std::string joined(const std::vector<std::string>& words, size_t first) {
    std::string all;
    for (size_t i = first; i < words.size(); ++i) all += words[i] + ' ';
    return all;
  }

  // "Dan Lorne", "D. Lorne" and "Daniel Lorne": where one full name fits and no other. An initial
  // or a short form that several full names fit stays apart.
  void join_short_given_names() {
    std::unordered_map<std::string, std::vector<uint32_t>> by_family;
    for (uint32_t f = 0; f < forms_.size(); ++f)
      if (forms_[f].parent == none && forms_[f].words.size() == 2 && forms_[f].company.empty())
        by_family[forms_[f].words.back()].push_back(f);
    for (const auto& [family, all] : by_family) {
      if (all.size() < 2 || all.size() > most_of_a_family) continue;
      for (bool initials : {false, true})
        for (uint32_t f : all)
          if (has_initial(f) == initials)
            if (uint32_t fit = only_fit(f, all);
                fit != none && (initials || only_fit(fit, all) != none))
              join(fit, f);
    }
  }
  bool has_initial(uint32_t f) const { return forms_[f].words[0].size() == 1; }
  // The one full name that a short one may stand for, or the other way round.
  uint32_t only_fit(uint32_t f, const std::vector<uint32_t>& family) {
    uint32_t found = none;
    for (uint32_t other : family) {
      if (other == f || has_initial(other)) continue;
      if (!may_be_short_for(forms_[f].words[0], forms_[other].words[0])) continue;
      if (found != none && root(found) != root(other)) return none;
      found = other;
    }
    return found;
  }

  // "Donald J. Trump" and "Donald Trump": first and last word agree, and one of the two has only
  // those two, or initials between.
  void join_middle_names() {
    std::unordered_map<std::string, uint32_t> by_ends;
    for (uint32_t f = 0; f < forms_.size(); ++f)
      if (forms_[f].words.size() == 2 && forms_[f].company.empty())
        by_ends.emplace(forms_[f].words[0] + ' ' + forms_[f].words[1], f);
    for (uint32_t f = 0; f < forms_.size(); ++f) {
      const auto& words = forms_[f].words;
      if (words.size() < 3 || words.size() > 4) continue;
      if (!forms_[f].company.empty() || is_body_noun(words.back())) continue;
      auto at = by_ends.find(words.front() + ' ' + words.back());
      if (at != by_ends.end()) join(at->second, f);
    }
  }

  // "Xi": joined with the one person of that family name, or with the one that nearly all
  // statements under that name are by.
  void join_family_names() {
    std::unordered_map<std::string, std::vector<uint32_t>> by_family;
    for (uint32_t f = 0; f < forms_.size(); ++f)
      if (forms_[f].parent == none && forms_[f].company.empty() && forms_[f].words.size() >= 2 &&
          forms_[f].words.size() <= 4)
        by_family[family_name(forms_[f])].push_back(f);
    for (uint32_t f = 0; f < forms_.size(); ++f) {
      if (forms_[f].words.size() != 1 || forms_[f].parent != none) continue;
      if (!forms_[f].company.empty()) continue;
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
    else if (Form apart = taken_apart(form); !apart.words.empty())
      free_forms.push_back(std::move(apart));
    else  // "...": a name by itself
      add(group_named(form.form), form);
  }
  std::vector<uint64_t> counts;
  for (const Form& form : free_forms) counts.push_back(form.count);

  Joiner joiner(std::move(free_forms));
  joiner.join_same_letters();
  joiner.join_companies();
  joiner.join_national_bodies();
  joiner.join_middle_names();
  joiner.join_short_given_names();
  joiner.join_family_names();
  for (uint32_t f = 0; f < joiner.forms().size(); ++f)
    add(group_named(joiner.forms()[joiner.root(f)].text), {joiner.forms()[f].text, counts[f]});

  for (uint32_t g = 0; g < groups_.size(); ++g) {
    std::stable_sort(groups_[g].forms.begin(), groups_[g].forms.end(),
                     [](const SeenForm& a, const SeenForm& b) { return a.count > b.count; });
    for (const std::string& word : taken_apart({groups_[g].name, 0}).words) {
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
  std::vector<std::string> words = taken_apart({std::string(short_name), 0}).words;
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
    std::vector<std::string> name = taken_apart({groups_[g].name, 0}).words;
    bool has_all = std::all_of(words.begin(), words.end(), [&](const std::string& w) {
      return std::find(name.begin(), name.end(), w) != name.end();
    });
    if (has_all) names.push_back(groups_[g].name);
  }
  return names;
}

}  // namespace quotary
