#include "query/search/grouping.h"

#include <algorithm>
#include <map>
#include <string>

#include "common/text/fold.h"
#include "common/text/words.h"

namespace quotary {
namespace {

using WordSet = std::vector<std::string>;  // sorted, each once

WordSet content_words(const Hit& hit) {
  WordSet words;
  for (const ContentPart& part : hit.content) {
    for_each_word(part.text, [&](std::string_view word, Span) { words.emplace_back(word); });
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

bool alike(const WordSet& a, const WordSet& b) {
  if (std::min(a.size(), b.size()) < 4) return a == b;
  WordSet common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  bool most = common.size() * 10 >= (a.size() + b.size() - common.size()) * 6;
  bool shortened = common.size() >= 6 && common.size() * 10 >= std::min(a.size(), b.size()) * 8;
  return most || shortened;
}

std::string speaker_key(const Hit& hit) {
  std::string key;
  for (const std::string& name : hit.speakers) key += fold(name) + "\n";
  return key.empty() ? "\n" + fold(hit.mention) : key;
}

long day_number(const Hit& hit) {
  return hit.when ? std::chrono::sys_days(*hit.when).time_since_epoch().count() : -1'000'000;
}

struct Member {
  size_t hit;
  long day;
  WordSet words;
};

// The number of each hit's group: that of its first hit.
void join_alike(std::vector<Member>& members, std::vector<size_t>& group) {
  std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) {
    return a.day != b.day ? a.day < b.day : a.hit < b.hit;
  });
  for (size_t i = 0; i < members.size(); ++i) {
    for (size_t k = i; k-- > 0 && members[i].day - members[k].day <= window_days;) {
      if (!alike(members[i].words, members[k].words)) continue;
      group[members[i].hit] = group[members[k].hit];
      break;
    }
  }
}

}  // namespace

std::vector<Hit> group_repeats(std::vector<Hit> hits) {
  std::map<std::string, std::vector<Member>> by_speaker;
  std::vector<size_t> group(hits.size());
  for (size_t i = 0; i < hits.size(); ++i) {
    group[i] = i;
    by_speaker[speaker_key(hits[i])].push_back({i, day_number(hits[i]), content_words(hits[i])});
  }
  for (auto& [speaker, members] : by_speaker) join_alike(members, group);

  std::vector<Hit> groups;
  std::map<size_t, size_t> place;  // group -> in `groups`
  for (size_t i = 0; i < hits.size(); ++i) {
    auto [at, fresh] = place.try_emplace(group[i], groups.size());
    if (fresh) {
      groups.push_back(std::move(hits[i]));
      continue;
    }
    Hit& first = groups[at->second];
    ++first.occurrences;
    first.sources.push_back({hits[i].id, hits[i].agency, hits[i].path, hits[i].line, hits[i].when});
  }
  return groups;
}

}  // namespace quotary
