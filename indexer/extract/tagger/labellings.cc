#include "indexer/extract/tagger/labellings.h"

#include <algorithm>

namespace quotary {
namespace {

constexpr size_t roles_count = word_role_count;

// The end of a labelling: the roles from one unit to the last.
struct Ending {
  int32_t score = 0;  // of the best labelling that ends so
  int32_t rest = 0;   // of what comes after this unit's own role, and of the step to it
  uint32_t next = 0;  // the ending of the next unit that it prolongs, by its place in Endings
  WordRole role = WordRole::outside;
};

// Endings from the last unit to the first, those of one unit together.
using Endings = std::vector<Ending>;

bool better(const Ending& a, const Ending& b) { return a.score > b.score; }

// Leaves the best `most` of the endings from `begin` on, in an order that is the same everywhere.
void keep_best(Endings& endings, size_t begin, size_t most) {
  if (endings.size() - begin <= most) return;
  std::stable_sort(endings.begin() + static_cast<ptrdiff_t>(begin), endings.end(), better);
  endings.resize(begin + most);
}

// Adds the endings that begin at `unit` and prolong those of the next unit, from `begin` on.
void prolong(const ChainScores& chain, size_t unit, size_t begin, int32_t least, Endings& endings) {
  const ChainScores::Roles &best = chain.best(unit), &roles = chain.roles(unit + 1);
  const ChainScores::Steps& steps = chain.steps(unit + 1);
  for (size_t n = begin, end = endings.size(); n < end; ++n) {
    auto to = static_cast<size_t>(endings[n].role);
    int32_t rest = endings[n].rest + roles[to];
    for (size_t from = 0; from < roles_count; ++from) {
      int32_t with_step = rest + steps[from * roles_count + to];
      if (best[from] + with_step >= least)
        endings.push_back({best[from] + with_step, with_step, static_cast<uint32_t>(n),
                           static_cast<WordRole>(from)});
    }
  }
}

Labelling labelling_of(const Endings& endings, const Ending& whole, size_t units) {
  Labelling labelling{whole.score, std::vector<WordRole>(units)};
  const Ending* e = &whole;
  for (size_t k = 0; k < units; ++k, e = &endings[e->next]) labelling.roles[k] = e->role;
  return labelling;
}

// Labellings with the same content, as one.
struct Content {
  size_t first = 0;            // the best of them
  uint64_t weight = 0;         // of all of them
  std::vector<uint8_t> words;  // for each unit the words that it adds to the content
  uint32_t all_words = 0;
};

// How well two contents agree, counted in words.
struct Agreement {
  uint32_t shared = 0, all = 0;
};

Agreement agreement(const Content& a, const Content& b) {
  uint8_t shared = 0;  // less than 256 words: added up sixteen units at a time
  for (size_t k = 0; k < a.words.size(); ++k)
    shared = static_cast<uint8_t>(shared + std::min(a.words[k], b.words[k]));
  return {shared, a.all_words + b.all_words - shared};
}

// What a content is worth if the true one agrees with it so, times `weight`: most of it for half of
// the words, the rest for more of them and for all.
uint64_t worth(Agreement both, uint64_t weight) {
  if (both.shared == 0) return 0;
  uint64_t value = weight * both.shared / both.all;
  if (2 * both.shared >= both.all) value += 5 * weight;
  if (both.shared == both.all) value += weight;
  return value;
}

// e^(-below / scale) in units of 2^-20, by whole numbers alone, for `below` that rise from one call
// to the next: each begins where the one before has come to.
class FallingWeight {
 public:
  explicit FallingWeight(uint32_t scale) : scale_(scale) {}

  uint64_t at(int32_t below) {
    for (; below_ < below && weight_ > 0; ++below_) weight_ -= weight_ / scale_;
    return weight_;
  }

 private:
  uint32_t scale_;
  int32_t below_ = 0;
  uint64_t weight_ = uint64_t{1} << 20;
};

// The contents of the labellings, each once, in the order of their best labellings.
std::vector<Content> contents_of(const std::vector<Labelling>& labellings,
                                 const std::vector<uint8_t>& words, uint32_t scale) {
  std::vector<Content> contents;
  FallingWeight weight(scale);
  for (size_t i = 0; i < labellings.size(); ++i) {
    Content c{i, weight.at(labellings.front().score - labellings[i].score), words};
    for (size_t k = 0; k < words.size(); ++k) {
      if (labellings[i].roles[k] != WordRole::content) c.words[k] = 0;
      c.all_words += c.words[k];
    }
    auto same = std::find_if(contents.begin(), contents.end(),
                             [&](const Content& other) { return other.words == c.words; });
    if (same == contents.end())
      contents.push_back(std::move(c));
    else
      same->weight += c.weight;
  }
  return contents;
}

}  // namespace

void ChainScores::reserve(size_t units) { units_.reserve(units); }

void ChainScores::add(const Roles& roles, const Steps& steps) {
  Unit unit{roles, steps, roles};
  if (!units_.empty()) {
    const Roles& before = units_.back().best;
    for (size_t r = 0; r < roles_count; ++r) {
      int32_t best = never;
      for (size_t p = 0; p < roles_count; ++p)
        best = std::max(best, before[p] + steps[p * roles_count + r]);
      unit.best[r] = std::max(best + roles[r], never);
    }
  }
  units_.push_back(unit);
}

int32_t ChainScores::best_score() const {
  const Roles& last = units_.back().best;
  return *std::max_element(last.begin(), last.end());
}

std::vector<Labelling> near_best(const ChainScores& chain, int32_t within, size_t most) {
  int32_t least = chain.best_score() - within;
  Endings endings;
  size_t last = chain.size() - 1, begin = 0;
  for (size_t r = 0; r < roles_count; ++r)
    if (int32_t score = chain.best(last)[r]; score >= least)
      endings.push_back({score, 0, 0, static_cast<WordRole>(r)});
  for (size_t k = last; k-- > 0;) {
    size_t next = begin;
    begin = endings.size();
    prolong(chain, k, next, least, endings);
    keep_best(endings, begin, most);
  }
  std::stable_sort(endings.begin() + static_cast<ptrdiff_t>(begin), endings.end(), better);
  std::vector<Labelling> labellings;
  for (size_t n = begin; n < endings.size() && labellings.size() < most; ++n)
    labellings.push_back(labelling_of(endings, endings[n], chain.size()));
  return labellings;
}

size_t most_agreed(const std::vector<Labelling>& labellings, const std::vector<uint8_t>& words,
                   uint32_t scale) {
  std::vector<Content> contents = contents_of(labellings, words, scale);
  std::vector<uint64_t> values(contents.size());
  for (size_t i = 0; i < contents.size(); ++i)
    for (size_t j = 0; j <= i; ++j) {
      Agreement both = agreement(contents[i], contents[j]);
      values[i] += worth(both, contents[j].weight);
      if (j < i) values[j] += worth(both, contents[i].weight);
    }
  return contents[std::max_element(values.begin(), values.end()) - values.begin()].first;
}

}  // namespace quotary
