#include "query/request.h"

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/text/utf8.h"
#include "query/language/command_words.h"
#include "query/language/period.h"

namespace quotary {
namespace {

std::string marked(const std::string& value) {
  return value.find(' ') == std::string::npos || value.find('"') != std::string::npos
             ? value
             : "\"" + value + "\"";
}

// --speaker A --speaker B as (speaker:A OR speaker:B).
void add_field(std::vector<Node>& nodes, const char* name, const std::vector<std::string>& values,
               Date today) {
  std::vector<Node> any;
  for (const std::string& value : values) {
    std::string text = std::string(name) + ":" + marked(value);
    repair_utf8(text);
    auto parsed = parse_query(text, today);
    if (auto* error = std::get_if<QueryError>(&parsed)) {
      throw BadQuery{text, *error, std::string("--") + name};
    }
    any.push_back(std::get<Node>(std::move(parsed)));
  }
  if (!any.empty()) nodes.push_back(any_of(std::move(any)));
}

void add_days(std::vector<Node>& nodes, const TypedOptions& options, Date today) {
  if (options.since.empty() && options.until.empty()) return;
  auto end = [&](const std::string& text, const char* option) {
    try {
      return parse_period(text, today, 0);
    } catch (const QueryError& error) {
      throw BadQuery{text, error, option};
    }
  };
  Period period;
  if (!options.since.empty()) period.from = end(options.since, "--since").from;
  if (!options.until.empty()) period.to = end(options.until, "--until").to;
  if (period.from && period.to && *period.from > *period.to) {
    throw Error(ErrorKind::usage,
                fmt::format("--since {} is after --until {}", options.since, options.until));
  }
  nodes.push_back(field_node("when", dates_node(period.from, period.to)));
}

Node narrowed(Node tree, const TypedOptions& o, Date today) {
  std::vector<Node> nodes;
  if (!asks_everything(tree)) nodes.push_back(std::move(tree));
  add_field(nodes, "speaker", o.speakers, today);
  add_field(nodes, "by", o.by, today);
  add_field(nodes, "about", o.about, today);
  add_field(nodes, "headline", o.headlines, today);
  add_field(nodes, "location", o.locations, today);
  add_field(nodes, "kind", o.kinds, today);
  add_field(nodes, "status", o.statuses, today);
  add_field(nodes, "cue", o.cues, today);
  add_field(nodes, "to", o.addressees, today);
  add_field(nodes, "via", o.channels, today);
  add_field(nodes, "agency", o.agencies, today);
  add_field(nodes, "path", o.paths, today);
  add_field(nodes, "lang", o.languages, today);
  add_days(nodes, o, today);
  return all_of(std::move(nodes));
}

SortBy sort_of(const std::string& name) {
  if (name == "relevance") return SortBy::relevance;
  if (name == "date") return SortBy::oldest;
  return name == "-date" ? SortBy::newest : SortBy::automatic;
}

std::optional<Interval> interval_of(const std::string& name) {
  if (name == "day") return Interval::day;
  if (name == "week") return Interval::week;
  if (name == "month") return Interval::month;
  if (name == "year") return Interval::year;
  return std::nullopt;
}

std::optional<KwicOrder> kwic_of(const std::string& name) {
  if (name == "text") return KwicOrder::text;
  if (name == "left") return KwicOrder::left;
  if (name == "right") return KwicOrder::right;
  return std::nullopt;
}

// What was asked for beyond the statements; what was typed as an option goes before it.
void apply_ask(Request& request, const TypedOptions& options) {
  SearchOptions& search = request.search;
  bool sorted = search.sort != SortBy::automatic;
  switch (request.question.ask) {
    case Ask::statements:
      break;
    case Ask::newest:
      if (!sorted) search.sort = SortBy::newest;
      break;
    case Ask::first:
    case Ask::last:
      if (!sorted)
        search.sort = request.question.ask == Ask::first ? SortBy::oldest : SortBy::newest;
      if (!options.limit) search.limit = 1;
      break;
    case Ask::who:
      search.facets.insert(search.facets.begin(), "speaker");
      break;
    case Ask::where:
      search.facets.insert(search.facets.begin(), "location");
      break;
    case Ask::when:
      search.timeline = true;
      if (!sorted) search.sort = SortBy::oldest;
      break;
    case Ask::count:
      request.render.hits = false;
      search.timeline = request.format->for_people;
      break;
    case Ask::articles:
      search.articles = true;
      break;
  }
}

}  // namespace

Request make_request(const TypedOptions& options, const QuestionContext& context) {
  Request request;
  std::string text = query_of_words(options.words);
  repair_utf8(text);  // a command line may hold any bytes
  auto understood = understand(text, context);
  if (auto* error = std::get_if<QueryError>(&understood)) throw BadQuery{text, *error, ""};
  request.question = std::get<Question>(std::move(understood));
  Question& question = request.question;
  question.tree = narrowed(std::move(question.tree), options, context.today);
  for (Node& wider : question.wider) wider = narrowed(std::move(wider), options, context.today);

  request.format = find_format(options.format);
  SearchOptions& search = request.search;
  search.articles = options.articles;
  search.strict = options.strict;
  search.group = options.group;
  search.sort = sort_of(options.sort);
  search.offset = options.offset;
  search.limit = options.limit.value_or(request.format->default_limit);
  search.facets = options.facets;
  search.facet_limit = options.facet_limit;
  search.timeline = !options.timeline.empty();
  search.interval = interval_of(options.timeline);
  search.context = options.context;
  request.render.hits = !options.count;
  request.render.kwic = kwic_of(options.kwic);
  apply_ask(request, options);
  if (!request.render.hits) search.limit = 1;
  return request;
}

}  // namespace quotary
