#include "query/hits_to_compare.h"

#include <fmt/format.h>

#include "common/base/error.h"

namespace quotary {

std::vector<Hit> hits_to_compare(Search& search, uint64_t most) {
  const ResultHead& head = search.head();
  if (head.total > most)
    throw Error(ErrorKind::usage,
                fmt::format("{} {} are too many for --new", head.total,
                            head.articles ? "articles" : "statements"),
                fmt::format("narrow down to {}", most));
  std::vector<Hit> hits;
  while (auto hit = search.next()) hits.push_back(std::move(*hit));
  return hits;
}

}  // namespace quotary
