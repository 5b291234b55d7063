#include "query/search/searcher.h"

#include <xapian.h>

#include <algorithm>
#include <unordered_map>

#include "common/store/schema.h"
#include "common/store/terms.h"
#include "query/search/compiler.h"
#include "query/search/counts.h"
#include "query/search/grouping.h"
#include "query/search/hit_builder.h"
#include "query/search/narrowing.h"

namespace quotary {
namespace {

constexpr auto when_slot = static_cast<Xapian::valueno>(Slot::when);
constexpr std::string_view undated_last = "99999999";

SortBy settled(SortBy sort, const Node& tree) {
  if (sort != SortBy::automatic) return sort;
  return has_topic(tree) ? SortBy::relevance : SortBy::newest;
}

// Of equally relevant documents those indexed last come first. Their days would tell better which
// are the newest, but would have to be read for every hit: half of the time of a search or more.
void set_order(Xapian::Enquire& enquire, SortBy sort) {
  if (sort == SortBy::relevance) {
    enquire.set_sort_by_relevance();
    enquire.set_docid_order(Xapian::Enquire::DESCENDING);
  } else if (sort == SortBy::newest) {
    enquire.set_sort_by_value_then_relevance(when_slot, true);
  } else {
    auto* by_day = new Xapian::MultiValueKeyMaker();
    by_day->add_value(when_slot, false, std::string(undated_last));
    enquire.set_sort_by_key_then_relevance(by_day->release(), false);
  }
}

// The months that statements have days in, as terms, in their order.
std::vector<std::string> month_terms(const Xapian::Database& database) {
  const std::string start = std::string(prefix::when) + "M";
  std::vector<std::string> terms;
  for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
    terms.push_back(*term);
  }
  return terms;
}

class AllBut : public Xapian::MatchDecider {
 public:
  explicit AllBut(std::optional<Xapian::docid> left_out) : left_out_(left_out) {}
  bool operator()(const Xapian::Document& document) const override {
    return document.get_docid() != left_out_;
  }

 private:
  std::optional<Xapian::docid> left_out_;
};

}  // namespace

struct Search::State {
  State(const IndexReader& reader, const Node& tree, const SearchOptions& search_options)
      : index(reader),
        options(search_options),
        enquire(reader.database()),
        builder(reader, tree, search_options.context) {}

  void run(const Node& tree) {
    CompileOptions compile_options{options.articles, options.strict};
    query = index.live(compile(tree, index, compile_options));
    const bool counting = !options.facets.empty() || options.timeline;
    auto turn = std::make_shared<SegmentInTurn>();
    turn->segments = index.segments().size();
    enquire.set_query(counting ? marking_segments(query, turn) : query);
    if (!has_topic(tree)) enquire.set_weighting_scheme(Xapian::BoolWeight());
    order = settled(options.sort, tree);
    set_order(enquire, order);
    for (const std::string& name : options.facets) {
      counters.push_back(facet_counter(name, index, turn));
      enquire.add_matchspy(counters.back().get());
    }
    if (options.timeline) {
      days = facet_counter("day", index, turn);
      enquire.add_matchspy(days.get());
    }
    match();
    fill_head(tree);
  }

  // All hits by day are given month by month, once it is known that they are many.
  bool may_be_split() const {
    bool all = options.limit == 0 && options.offset == 0;
    return all && order != SortBy::relevance && !groups_repeats() && !options.articles;
  }

  // The query once for each month, and for what has no day, which comes last in either order.
  void split_by_month() {
    std::vector<std::string> terms = month_terms(index.database());
    if (order == SortBy::newest) std::reverse(terms.begin(), terms.end());
    std::vector<Xapian::Query> any;
    for (const std::string& term : terms) {
      any.emplace_back(term);
      parts.push_back(Xapian::Query(Xapian::Query::OP_FILTER, query, any.back()));
    }
    Xapian::Query dated(Xapian::Query::OP_OR, any.begin(), any.end());
    parts.push_back(Xapian::Query(Xapian::Query::OP_AND_NOT, query, dated));
  }

  // Whether there is a hit at `at`, after going on to the next part where this one is at its end.
  bool has_next() {
    while (at >= end && next_part < parts.size()) {
      enquire.set_query(parts[next_part++]);
      found = mset(0, index.database().get_doccount(), 0);
      at = 0;
      end = found.size();
    }
    return at < end;
  }

  Xapian::MSet mset(Xapian::doccount first, Xapian::doccount most, Xapian::doccount check) const {
    const AllBut others(options.left_out);
    return enquire.get_mset(first, most, check, nullptr, options.left_out ? &others : nullptr);
  }

  bool groups_repeats() const { return options.group && !options.articles; }

  // Looking at every document makes the total exact and lets the spies see all.
  void match() {
    Xapian::doccount all = index.database().get_doccount();
    bool whole = options.limit == 0 || groups_repeats();
    uint64_t limit = whole ? all : std::min<uint64_t>(options.limit, all);
    uint64_t offset = groups_repeats() ? 0 : std::min<uint64_t>(options.offset, all);
    if (may_be_split()) limit = std::min(limit, options.at_once);
    found = mset(static_cast<Xapian::doccount>(offset), static_cast<Xapian::doccount>(limit), all);
    head.total = found.get_matches_estimated();
    end = found.size();
    if (groups_repeats()) group();
    if (may_be_split() && head.total > end) {
      enquire.clear_matchspies();
      split_by_month();
      end = 0;
    }
    left = parts.empty() ? end - at : head.total;
  }

  // Each group stands where its first hit stands.
  void group() {
    std::vector<Fingerprint> prints;
    prints.reserve(found.size());
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      prints.push_back(fingerprint(index.database(), *hit));
    }
    std::vector<size_t> group_of = group_alike(prints);
    std::unordered_map<size_t, size_t> place;  // group -> in `groups`
    for (size_t i = 0; i < group_of.size(); ++i) {
      auto [known, fresh] = place.try_emplace(group_of[i], groups.size());
      if (fresh) groups.emplace_back();
      groups[known->second].push_back(static_cast<Xapian::doccount>(i));
    }
    head.groups = groups.size();
    at = std::min<uint64_t>(options.offset, groups.size());
    end =
        options.limit == 0 ? groups.size() : std::min<uint64_t>(groups.size(), at + options.limit);
  }

  Hit hit_at(Xapian::doccount rank) {
    Xapian::MSetIterator hit = found[rank];
    return options.articles ? builder.article(*hit, hit.get_weight())
                            : builder.statement(*hit, hit.get_weight());
  }

  // A group as its first hit, with where the others stand.
  Hit group_at(const std::vector<Xapian::doccount>& ranks) {
    Hit first = hit_at(ranks.front());
    first.occurrences = ranks.size();
    for (size_t i = 1; i < ranks.size(); ++i) {
      Hit other = hit_at(ranks[i]);
      first.sources.push_back({other.id, other.agency, other.path, other.line, other.date});
    }
    return first;
  }

  void fill_head(const Node& tree) {
    head.query = to_query(tree);
    head.articles = options.articles;
    head.offset = options.offset;
    for (size_t i = 0; i < counters.size(); ++i) {
      head.facets.push_back(
          make_facet(options.facets[i], *counters[i], index, options.facet_limit));
      head.facets.back().next = narrowed_query(tree, head.facets.back());
    }
    if (days) {
      head.timeline = make_timeline(*days, options.interval.value_or(fitting_interval(*days)));
    }
  }

  const IndexReader& index;
  SearchOptions options;
  Xapian::Enquire enquire;
  Xapian::Query query;
  std::vector<std::unique_ptr<FacetCounter>> counters;
  std::unique_ptr<FacetCounter> days;
  SortBy order = SortBy::automatic;
  Xapian::MSet found;
  std::vector<Xapian::Query> parts;  // what is asked one after the other; empty: `found` is all
  size_t next_part = 0;
  std::vector<std::vector<Xapian::doccount>> groups;  // ranks in `found`; only with options.group
  uint64_t at = 0;                                    // the next hit (or group) that next() gives
  uint64_t end = 0;                                   // the first that it does not
  uint64_t left = 0;                                  // how many next() still gives
  ResultHead head;
  HitBuilder builder;
};

bool has_topic(const Node& tree) {
  switch (tree.kind) {
    case NodeKind::all:
    case NodeKind::any:
      return std::any_of(tree.children.begin(), tree.children.end(), has_topic);
    case NodeKind::without:
    case NodeKind::dates:
      return false;
    case NodeKind::field: {
      const Field* field = find_field(tree.text);
      return field != nullptr && field->kind == FieldKind::text;
    }
    default:
      return true;
  }
}

Search::Search(const IndexReader& index, const Node& tree, const SearchOptions& options) {
  with_index_errors(index.path(), [&] {
    state_ = std::make_unique<State>(index, tree, options);
    state_->run(tree);
  });
}

Search::~Search() = default;

const ResultHead& Search::head() const { return state_->head; }

uint64_t Search::size() const { return state_->left; }

std::optional<Hit> Search::next() {
  State& state = *state_;
  return with_index_errors(state.index.path(), [&]() -> std::optional<Hit> {
    if (!state.has_next()) return std::nullopt;
    uint64_t next = state.at++;
    --state.left;
    return state.groups_repeats() ? state.group_at(state.groups[next])
                                  : state.hit_at(static_cast<Xapian::doccount>(next));
  });
}

std::string Search::description() const { return state_->query.get_description(); }

std::optional<WholeArticle> whole_article(const IndexReader& index, const std::string& id) {
  return with_index_errors(index.path(), [&]() -> std::optional<WholeArticle> {
    auto part = article_part_of_id(id);
    auto document = part ? index.find_article(std::string(*part)) : std::nullopt;
    bool statement = part && part->size() < id.size();
    if (!document || (statement && !index.find_statement(id))) return std::nullopt;
    HitBuilder builder(index, Node(), 0);
    WholeArticle whole;
    whole.article = builder.article(*document, 0);
    const ArticleRecord record = builder.record(*document);
    whole.text = record.text;
    for (Xapian::docid number : index.statements_of(*document, record)) {
      whole.statements.push_back(builder.statement(number, 0));
    }
    return whole;
  });
}

uint64_t count_articles(const IndexReader& index, const Node& tree) {
  SearchOptions options;
  options.articles = true;
  options.limit = 1;
  try {
    return Search(index, tree, options).head().total;
  } catch (const QueryError&) {
    return 0;
  }
}

}  // namespace quotary
