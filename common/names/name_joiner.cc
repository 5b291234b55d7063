#include "common/names/name_joiner.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "common/names/name_forms.h"
#include "common/names/nicknames.h"

namespace quotary {
namespace {

constexpr uint32_t none = ~0u;
constexpr size_t most_of_a_family = 200;  // forms compared with one another

// Numbers for sequences of words: equal sequences, equal numbers.
class Sequences {
 public:
  static constexpr uint32_t empty = 0;

  uint32_t with(uint32_t sequence, WordId next) {
    const uint64_t key = uint64_t{sequence} << 32 | next;
    return numbers_.try_emplace(key, static_cast<uint32_t>(numbers_.size() + 1)).first->second;
  }

  uint32_t of(std::span<const WordId> words) {
    uint32_t sequence = empty;
    for (const WordId word : words) sequence = with(sequence, word);
    return sequence;
  }

  void reserve(size_t size) { numbers_.reserve(size); }

 private:
  std::unordered_map<uint64_t, uint32_t> numbers_;
};

// Forms by a key, in the order of the keys: small groups of a few, most of them of one.
class Groups {
 public:
  void add(uint64_t key, uint32_t form) { entries_.emplace_back(key, form); }

  template <typename Visit>
  void for_each(Visit visit) {
    std::sort(entries_.begin(), entries_.end());
    for (size_t begin = 0; begin < entries_.size();) {
      size_t end = begin + 1;
      while (end < entries_.size() && entries_[end].first == entries_[begin].first) ++end;
      forms_.clear();
      for (size_t i = begin; i < end; ++i) forms_.push_back(entries_[i].second);
      visit(entries_[begin].first, forms_);
      begin = end;
    }
  }

 private:
  std::vector<std::pair<uint64_t, uint32_t>> entries_;
  std::vector<uint32_t> forms_;
};

class Joiner {
 public:
  Joiner(const std::vector<SeenForm>& seen, const std::vector<std::string_view>& compared)
      : seen_(seen), parents_(seen.size(), none) {
    sequences_.reserve(seen.size() * 2);
    forms_.reserve(seen.size()), counts_.reserve(seen.size()), letters_.reserve(seen.size());
    for (size_t f = 0; f < seen.size(); ++f) {
      forms_.push_back(parts_.take_apart(compared[f]));
      counts_.push_back(seen[f].count);
      letters_.push_back(letters_of(static_cast<uint32_t>(f)));
    }
  }

  std::vector<uint32_t> run() {
    join_same_letters();
    join_companies();
    join_national_bodies();
    join_middle_names();
    join_short_given_names();
    join_family_names();
    std::vector<uint32_t> roots(forms_.size());
    for (uint32_t f = 0; f < forms_.size(); ++f) roots[f] = root(f);
    return roots;
  }

 private:
  std::span<const WordId> words(uint32_t f) const { return parts_.words(forms_[f]); }
  size_t size(uint32_t f) const { return forms_[f].size; }
  bool is_company(uint32_t f) const { return forms_[f].company != 0; }
  bool is_joined(uint32_t f) const { return parents_[f] != none; }
  bool is(WordId word, NameWordKind kind) const { return (parts_.word(word).kinds & kind) != 0; }
  bool has_initial(uint32_t f) const { return is(words(f)[0], kInitial); }

  // The parts of all words, in one order whatever theirs is: one number for both orders of a name,
  // for all ways to write its hyphens, and for "Ministry of Health" and "Health Ministry".
  uint32_t letters_of(uint32_t f) {
    sorted_.clear();
    for (const WordId word : words(f))
      for (const WordId part : parts_.word(word).parts)
        if (part != parts_.of()) sorted_.push_back(part);
    std::sort(sorted_.begin(), sorted_.end());
    return sequences_.of(sorted_);
  }

  WordId family_name(uint32_t f) const {
    const WordId first = words(f).front();
    return is(first, kLeadingFamily) && size(f) <= 3 ? first : words(f).back();
  }

  uint32_t root(uint32_t f) {
    while (parents_[f] != none) {
      if (parents_[parents_[f]] != none) parents_[f] = parents_[parents_[f]];
      f = parents_[f];
    }
    return f;
  }

  // Whether `a` rather than `b` stands for both: a longer name before a single word, then the one
  // with more statements, the longer one, the one with fewer capitals.
  bool is_better(uint32_t a, uint32_t b) const {
    const auto rank = [&](uint32_t f) {
      return std::tuple(size(f) > 1, counts_[f], seen_[f].form.size(), seen_[f].form);
    };
    return rank(a) > rank(b);
  }

  void join(uint32_t a, uint32_t b) {
    a = root(a), b = root(b);
    if (a == b) return;
    if (is_better(b, a)) std::swap(a, b);
    parents_[b] = a;
    counts_[a] += counts_[b];
  }

  // Companies apart from others: "Harbour Inc" is joined with "Harbour" further down.
  void join_same_letters() {
    Groups groups;
    for (uint32_t f = 0; f < forms_.size(); ++f)
      if (size(f) > 0) groups.add(uint64_t{letters_[f]} << 8 | forms_[f].company, f);
    groups.for_each([&](uint64_t, const std::vector<uint32_t>& same) {
      uint32_t best = same[0];
      for (const uint32_t f : same)
        if (is_better(f, best)) best = f;
      for (const uint32_t f : same) join(best, f);
    });
  }

  // "American Harbours" and "American Harbours Corp", "Quistco" and "Quistco Inc": where there is
  // one company of these words, and nobody bears the word as a name.
  void join_companies() {
    std::unordered_map<uint32_t, std::pair<uint32_t, uint32_t>>
        companies;  // letters -> form, how many
    std::vector<bool> borne;
    const auto bear = [&](WordId word) {
      if (word >= borne.size()) borne.resize(word + 1);
      borne[word] = true;
    };
    for (uint32_t f = 0; f < forms_.size(); ++f) {
      if (is_company(f) && !is_joined(f)) {
        auto& [form, count] = companies.try_emplace(letters_[f], f, 0).first->second;
        ++count;
      }
      if (!is_company(f) && size(f) > 1) bear(words(f).front()), bear(words(f).back());
    }
    for (uint32_t f = 0; f < forms_.size(); ++f) {
      if (is_company(f) || is_joined(f) || size(f) == 0) continue;
      const WordId first = words(f)[0];
      if (size(f) == 1 && first < borne.size() && borne[first]) continue;
      const auto at = companies.find(letters_[f]);
      if (at != companies.end() && at->second.second == 1) join(at->second.first, f);
    }
  }

  // "U.S. Harbour Department" and "Harbour Department": where no other country's is seen.
  void join_national_bodies() {
    std::unordered_map<uint32_t, std::pair<uint32_t, uint32_t>> longer;  // words without the first
    for (uint32_t f = 0; f < forms_.size(); ++f) {
      if (is_joined(f) || size(f) < 3) continue;
      auto& [form, count] =
          longer.try_emplace(sequences_.of(words(f).subspan(1)), f, 0).first->second;
      ++count;
    }
    for (uint32_t f = 0; f < forms_.size(); ++f) {
      if (is_joined(f) || size(f) < 2) continue;
      const auto at = longer.find(sequences_.of(words(f)));
      if (at == longer.end() || at->second.second != 1) continue;
      const uint32_t national = at->second.first;
      if (is(words(national)[0], kNationWord) && forms_[national].company == forms_[f].company)
        join(national, f);
    }
  }

  static uint64_t pair_of(WordId first, WordId last) { return uint64_t{first} << 32 | last; }

  // "Donald J. Trump" and "Donald Trump": first and last word agree, and one of the two has only
  // those two, or initials between.
  void join_middle_names() {
    std::unordered_map<uint64_t, uint32_t> by_ends;
    for (uint32_t f = 0; f < forms_.size(); ++f)
      if (size(f) == 2 && !is_company(f)) by_ends.emplace(pair_of(words(f)[0], words(f)[1]), f);
    for (uint32_t f = 0; f < forms_.size(); ++f) {
      if (size(f) < 3 || size(f) > 4 || is_company(f)) continue;
      if (is(words(f).back(), kBodyNoun)) continue;
      const auto at = by_ends.find(pair_of(words(f).front(), words(f).back()));
      if (at != by_ends.end()) join(at->second, f);
    }
  }

  // Given name and family name, with nothing but initials between.
  bool is_two_names(uint32_t f) const {
    if (is_company(f) || size(f) < 2 || size(f) > 4) return false;
    const auto middle = words(f).subspan(1, size(f) - 2);
    return std::all_of(middle.begin(), middle.end(),
                       [&](WordId word) { return is(word, kInitial); });
  }

  // "Dan Lorne", "D. Lorne", "Daniel Lorne" and "Daniel Q. Lorne": where one full name fits and no
  // other. An initial or a short form that several full names fit stays apart.
  void join_short_given_names() {
    Groups families;
    for (uint32_t f = 0; f < forms_.size(); ++f)
      if (is_two_names(f)) families.add(words(f).back(), f);
    families.for_each([&](uint64_t, std::vector<uint32_t>& all) {
      if (all.size() < 2 || all.size() > most_of_a_family) return;
      // What is joined first decides what still fits.
      std::sort(all.begin(), all.end(),
                [&](uint32_t a, uint32_t b) { return seen_[a].form < seen_[b].form; });
      for (const bool initials : {false, true})
        for (const uint32_t f : all) {
          if (has_initial(f) != initials) continue;
          const uint32_t fit = only_fit(f, all);
          if (fit != none && (initials || only_fit(fit, all) != none)) join(fit, f);
        }
    });
  }

  // The one full name that a short one may stand for, or the other way round.
  uint32_t only_fit(uint32_t f, const std::vector<uint32_t>& family) {
    uint32_t found = none;
    for (const uint32_t other : family) {
      if (other == f || has_initial(other)) continue;
      if (!may_be_short(words(f)[0], words(other)[0])) continue;
      if (found != none && root(found) != root(other)) return none;
      found = other;
    }
    return found;
  }

  bool may_be_short(WordId a, WordId b) {
    return may_be_short_for(parts_.word(a).text, parts_.word(b).text);
  }

  // "Xi": joined with the one person of that family name, or with the one that nearly all
  // statements under that name are by.
  void join_family_names() {
    Groups families;
    for (uint32_t f = 0; f < forms_.size(); ++f)
      if (!is_joined(f) && !is_company(f) && size(f) >= 1 && size(f) <= 4)
        families.add(family_name(f), f);
    families.for_each([&](uint64_t, const std::vector<uint32_t>& family) {
      uint64_t all = 0, next = 0;  // statements of all, of the second
      uint32_t most = none, alone = none;
      for (const uint32_t f : family) {
        if (size(f) == 1) {
          alone = f;
          continue;
        }
        all += counts_[f];
        if (most == none || counts_[f] > counts_[most]) {
          next = most == none ? 0 : counts_[most];
          most = f;
        } else {
          next = std::max(next, counts_[f]);
        }
      }
      if (alone == none || most == none) return;
      // A short name far more frequent than the long one means another: "Israel", Steve Israel.
      const uint64_t own = counts_[most], short_own = counts_[alone];
      const bool nearly_all = own * 20 >= all * 19 && own * 20 >= short_own;
      const bool no_second = own * 10 >= all * 9 && next * 20 <= own && own * 2 >= short_own;
      if (nearly_all || no_second) join(most, alone);
    });
  }

  const std::vector<SeenForm>& seen_;
  NameForms parts_;
  Sequences sequences_;
  std::vector<NameForm> forms_;
  std::vector<uint64_t> counts_;   // of a root: of all that it stands for
  std::vector<uint32_t> parents_;  // the form that stands for the same name; union-find
  std::vector<uint32_t> letters_;
  std::vector<WordId> sorted_;
};

}  // namespace

std::vector<uint32_t> join_forms(const std::vector<SeenForm>& forms,
                                 const std::vector<std::string_view>& compared) {
  return Joiner(forms, compared).run();
}

}  // namespace quotary
