#include "query/search/grouping.h"

#include <algorithm>
#include <unordered_map>

#include "common/store/repeat_key.h"
#include "common/store/schema.h"
#include "common/store/terms.h"
#include "common/text/fold.h"

namespace quotary {
namespace {

constexpr long undated = -1'000'000;

std::string value_of(const Xapian::Document& document, Slot slot) {
  return document.get_value(static_cast<Xapian::valueno>(slot));
}

long day_number(const std::string& value) {
  auto date = parse_date_value(value);
  return date ? std::chrono::sys_days(*date).time_since_epoch().count() : undated;
}

// At least this many words of the smaller set are in the larger one, where the two are alike: 0.6
// of the union are three quarters of the smaller set, if it is no larger than the other.
size_t least_common(size_t smaller) { return (smaller * 3 + 3) / 4; }

// The statements of one speaker, by day. Of two that are alike, the smaller has one of its rarest
// words (as many as may be missing, and one) in the other: only those are looked up.
class SpeakerGroups {
 public:
  SpeakerGroups(const std::vector<Fingerprint>& all, std::vector<size_t> members)
      : all_(all), members_(std::move(members)) {
    std::stable_sort(members_.begin(), members_.end(),
                     [&](size_t a, size_t b) { return all_[a].day < all_[b].day; });
    for (size_t member : members_)
      for (uint32_t word : all_[member].words) ++frequency_[word];
  }

  void join(std::vector<size_t>& group) {
    for (size_t i = 0; i < members_.size(); ++i) {
      size_t latest = latest_alike(i);
      if (latest < i) group[members_[i]] = group[members_[latest]];
      add(i);
    }
  }

 private:
  using Postings = std::unordered_map<uint32_t, std::vector<size_t>>;

  const Fingerprint& at(size_t i) const { return all_[members_[i]]; }

  std::vector<uint32_t> rarest_words(const Fingerprint& statement) const {
    std::vector<uint32_t> words = statement.words;
    size_t count = words.size() - least_common(words.size()) + 1;
    auto rarer = [&](uint32_t a, uint32_t b) {
      uint32_t fa = frequency_.at(a);
      uint32_t fb = frequency_.at(b);
      return fa != fb ? fa < fb : a < b;
    };
    std::partial_sort(words.begin(), words.begin() + static_cast<long>(count), words.end(), rarer);
    words.resize(count);
    return words;
  }

  // The latest one before `i`, within the window, that is alike; `i` where there is none.
  size_t latest_alike(size_t i) const {
    size_t latest = i;
    auto look_up = [&](const Postings& postings, uint32_t word) {
      auto found = postings.find(word);
      if (found == postings.end()) return;
      for (size_t k = found->second.size(); k-- > 0;) {
        size_t other = found->second[k];
        if (latest < i && other <= latest) return;
        if (at(i).day - at(other).day > window_days) return;
        if (alike(at(i).words, at(other).words)) latest = other;
      }
    };
    for (uint32_t word : rarest_words(at(i))) look_up(by_word_, word);
    for (uint32_t word : at(i).words) look_up(by_rare_word_, word);
    return latest;
  }

  void add(size_t i) {
    for (uint32_t word : at(i).words) by_word_[word].push_back(i);
    for (uint32_t word : rarest_words(at(i))) by_rare_word_[word].push_back(i);
  }

  const std::vector<Fingerprint>& all_;
  std::vector<size_t> members_;
  std::unordered_map<uint32_t, uint32_t> frequency_;
  Postings by_word_;
  Postings by_rare_word_;
};

}  // namespace

Fingerprint fingerprint(const Xapian::Database& database, Xapian::docid statement) {
  Xapian::Document document = database.get_document(statement, Xapian::DOC_ASSUME_VALID);
  Fingerprint print;
  for (const std::string& name : unpack_values(value_of(document, Slot::speaker))) {
    print.speaker += fold(name) + "\n";
  }
  print.day = day_number(value_of(document, Slot::when));
  RepeatKey key = decode_repeat_key(value_of(document, Slot::repeats));
  if (key.mention != 0) print.speaker = "\n" + std::to_string(key.mention);
  print.words = std::move(key.words);
  if (print.words.empty()) print.words.push_back(0);
  return print;
}

bool alike(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  if (std::min(a.size(), b.size()) < 4) return a == b;
  size_t common = 0;
  for (size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i] == b[k])
      ++common, ++i, ++k;
    else if (a[i] < b[k])
      ++i;
    else
      ++k;
  }
  bool most = common * 10 >= (a.size() + b.size() - common) * 6;
  bool shortened = common >= 6 && common * 10 >= std::min(a.size(), b.size()) * 8;
  return most || shortened;
}

std::vector<size_t> group_alike(const std::vector<Fingerprint>& statements) {
  std::vector<size_t> group(statements.size());
  std::unordered_map<std::string_view, std::vector<size_t>> by_speaker;
  for (size_t i = 0; i < statements.size(); ++i) {
    group[i] = i;
    by_speaker[statements[i].speaker].push_back(i);
  }
  for (auto& [speaker, members] : by_speaker) {
    if (members.size() < 2) continue;
    SpeakerGroups together(statements, std::move(members));
    together.join(group);
  }
  return group;
}

}  // namespace quotary
