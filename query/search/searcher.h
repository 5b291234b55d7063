#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/store/index_reader.h"
#include "query/language/ast.h"
#include "query/result.h"

namespace quotary {

enum class SortBy : uint8_t {
  automatic,  // relevance where words of the text are asked for, else newest first
  relevance,
  newest,  // by `when`; undated ones last
  oldest,  // the same
};

struct SearchOptions {
  bool articles = false;  // article documents instead of statements
  bool strict = false;    // a topic's words in the content alone
  bool group = false;     // repeats of a statement are one hit (grouping.h); not of articles
  SortBy sort = SortBy::automatic;
  uint64_t offset = 0;
  uint64_t limit = 50;        // 0: all
  uint64_t at_once = 50'000;  // of more hits than that, where all are asked for by day, no more
                              // than a month's are ranked and held at a time
  std::vector<std::string> facets;  // names of fields
  size_t facet_limit = 20;          // values of each; 0: all
  bool timeline = false;
  std::optional<Interval> interval;       // of the timeline; unset: what fits
  uint32_t context = 0;                   // sentences around each passage
  std::optional<Xapian::docid> left_out;  // one that matches and is no answer: what others are like
};

// One search of one index. The constructor runs it; totals, facets and the timeline are exact and
// count every statement that matches, whatever offset and limit are. Hits are read one by one, so
// that any number of them is shown in little memory: by day in that of one month's hits; by
// relevance some 90 bytes for each that is asked for.
class Search {
 public:
  // Throws QueryError as compile() does, Error{usage} for an unknown facet, Error{index}.
  Search(const IndexReader& index, const Node& tree, const SearchOptions& options);
  ~Search();
  Search(const Search&) = delete;
  Search& operator=(const Search&) = delete;

  const ResultHead& head() const;

  // The number of hits that next() still gives.
  uint64_t size() const;

  // The next hit, in the order asked for; nullopt after the last.
  std::optional<Hit> next();

  // The query as Xapian sees it.
  std::string description() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Whether the tree asks for words of the text: then hits are sorted by relevance.
bool has_topic(const Node& tree);

// An article with all of its statements.
struct WholeArticle {
  Hit article;
  std::string text;
  std::vector<Hit> statements;  // in the order of the text
};

// The article with this id, or the one that the statement with this id stands in; nullopt where the
// index has neither.
std::optional<WholeArticle> whole_article(const IndexReader& index, const std::string& id);

// How many articles match the tree by their own text; 0 where the tree asks for what articles have
// not. For saying "no statement, but articles".
uint64_t count_articles(const IndexReader& index, const Node& tree);

}  // namespace quotary
