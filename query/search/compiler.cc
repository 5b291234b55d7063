#include "query/search/compiler.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/store/schema.h"
#include "common/store/terms.h"
#include "common/text/words.h"
#include "query/search/headline_source.h"

namespace quotary {
namespace {

using Xapian::Query;

Query without_weight(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0); }

// What stands beside the content counts less for relevance than what was said.
constexpr double passage_weight = 0.5;

class Compiler {
 public:
  Compiler(const IndexReader& index, const CompileOptions& options)
      : index_(index), options_(options), about_(*find_field("about")) {}

  Query run(const Node& tree) {
    return Query(Query::OP_FILTER, compile(tree, about_), Query(entity()));
  }

 private:
  std::string entity() const {
    return std::string(options_.articles ? kArticleTerm : kStatementTerm);
  }

  Query everything() const { return without_weight(Query(entity())); }

  // The prefixes of a field in the documents that are searched.
  Prefixes prefixes(const Field& field) const {
    if (options_.articles) return field.article;
    bool about = field.name == "about" || field.name == "text";
    return options_.strict && about ? Prefixes(prefix::content) : field.statement;
  }

  Query compile(const Node& node, const Field& field) {
    switch (node.kind) {
      case NodeKind::word:
        return word(node, field);
      case NodeKind::prefix:
        return beginning(node, field);
      case NodeKind::phrase:
        return phrase(node, field);
      case NodeKind::near:
        return proximity(node, field, Query::OP_NEAR);
      case NodeKind::adjacent:
        return proximity(node, field, Query::OP_PHRASE);
      case NodeKind::all:
        return all(node, field);
      case NodeKind::any:
        return any(node, field);
      case NodeKind::without:
        return Query(Query::OP_AND_NOT, everything(), compile(node.children.front(), field));
      case NodeKind::field:
        return in_field(node);
      case NodeKind::dates:
        return {};
    }
    return {};
  }

  Query all(const Node& node, const Field& field) {
    std::vector<Query> wanted;
    std::vector<Query> unwanted;
    for (const Node& child : node.children) {
      bool negated = child.kind == NodeKind::without;
      const Node& inner = negated ? child.children.front() : child;
      (negated ? unwanted : wanted).push_back(compile(inner, field));
    }
    if (wanted.empty()) wanted.push_back(everything());
    Query query(Query::OP_AND, wanted.begin(), wanted.end());
    if (unwanted.empty()) return query;
    return Query(Query::OP_AND_NOT, query, Query(Query::OP_OR, unwanted.begin(), unwanted.end()));
  }

  Query any(const Node& node, const Field& field) {
    std::vector<Query> queries;
    for (const Node& child : node.children) queries.push_back(compile(child, field));
    return Query(Query::OP_OR, queries.begin(), queries.end());
  }

  // --- words ------------------------------------------------------------------------------

  [[noreturn]] static void reject_empty(const Node& node) {
    throw QueryError{node.place.begin,
                     fmt::format("there is no word in '{}' to search for", node.text),
                     "words have letters or digits"};
  }

  // The exact form of a word under any of the prefixes.
  static Query exact_word(const Prefixes& prefixes, const std::string& folded) {
    std::vector<Query> forms;
    for (std::string_view prefix : prefixes) forms.emplace_back(word_term(prefix, folded));
    return forms.size() == 1 ? forms[0] : Query(Query::OP_OR, forms.begin(), forms.end());
  }

  // All words with this stem under one prefix, as if they were one term. What the index does not
  // hold is left out: one term is searched sooner than two.
  Query stem_form(std::string_view prefix, const std::string& folded) {
    std::vector<std::string> terms = terms_of_stem(prefix, folded, stemmer_);
    std::vector<Query> held;
    for (const std::string& term : terms)
      if (index_.database().term_exists(term)) held.emplace_back(term);
    if (held.empty()) return Query(terms.front());
    return held.size() == 1 ? held[0] : Query(Query::OP_SYNONYM, held.begin(), held.end());
  }

  Query stemmed_word(const Prefixes& prefixes, const std::string& folded) {
    std::vector<Query> forms;
    for (std::string_view prefix : prefixes) {
      Query form = stem_form(prefix, folded);
      bool beside = prefix == prefix::passage;
      forms.push_back(beside ? Query(Query::OP_SCALE_WEIGHT, form, passage_weight) : form);
    }
    return forms.size() == 1 ? forms[0] : Query(Query::OP_OR, forms.begin(), forms.end());
  }

  Query word(const Node& node, const Field& field) {
    if (field.kind == FieldKind::exact) return whole_value(node, field);
    if (field.kind == FieldKind::enumeration) return enumeration(node, field);
    std::vector<std::string> words = folded_words(node.text);
    if (words.empty()) reject_empty(node);
    if (words.size() > 1) return exact_phrase(words, field);
    return field.kind == FieldKind::name ? exact_word(prefixes(field), words[0])
                                         : stemmed_word(prefixes(field), words[0]);
  }

  Query phrase(const Node& node, const Field& field) {
    if (field.kind == FieldKind::exact) return whole_value(node, field);
    std::vector<std::string> words = folded_words(node.text);
    if (words.empty()) reject_empty(node);
    return exact_phrase(words, field);
  }

  Query exact_phrase(const std::vector<std::string>& words, const Field& field) const {
    std::vector<Query> queries;
    queries.reserve(words.size());
    for (const std::string& word : words) queries.push_back(exact_word(prefixes(field), word));
    if (queries.size() == 1) return queries[0];
    return Query(Query::OP_PHRASE, queries.begin(), queries.end(), queries.size());
  }

  Query expansion(const Node& node, const std::string& start, const Prefixes& prefixes) const {
    std::vector<Query> queries;
    for (std::string_view prefix : prefixes) {
      check_expansion(node, word_term(prefix, start));
      queries.emplace_back(Query::OP_WILDCARD, word_term(prefix, start), options_.most_with_prefix,
                           Query::WILDCARD_LIMIT_ERROR, Query::OP_OR);
    }
    return queries.size() == 1 ? queries[0] : Query(Query::OP_OR, queries.begin(), queries.end());
  }

  // Counted here, where the place of the error is known.
  void check_expansion(const Node& node, const std::string& start) const {
    const Xapian::Database& database = index_.database();
    uint32_t count = 0;
    for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
      if (++count <= options_.most_with_prefix) continue;
      throw QueryError{
          node.place.begin,
          fmt::format("more than {} words begin with '{}'", options_.most_with_prefix, node.text),
          "write more of its letters"};
    }
  }

  Query beginning(const Node& node, const Field& field) {
    if (field.kind == FieldKind::exact) {
      return expansion(node, fold_value(node.text), prefixes(field));
    }
    std::vector<std::string> words = folded_words(node.text);
    if (words.empty()) reject_empty(node);
    Query last = expansion(node, words.back(), prefixes(field));
    if (words.size() == 1) return last;
    std::vector<Query> queries;
    for (size_t i = 0; i + 1 < words.size(); ++i) {
      queries.push_back(exact_word(prefixes(field), words[i]));
    }
    queries.push_back(last);
    return Query(Query::OP_PHRASE, queries.begin(), queries.end(), queries.size());
  }

  Query proximity(const Node& node, const Field& field, Query::op op) {
    std::vector<Query> queries;
    for (const Node& child : node.children) {
      std::vector<std::string> words = folded_words(child.text);
      if (words.empty()) reject_empty(child);
      if (words.size() > 1) {
        throw QueryError{child.place.begin, fmt::format("'{}' is several words", child.text),
                         "NEAR and ADJ stand between single words; chain them: a ADJ/1 b ADJ/1 c"};
      }
      queries.push_back(child.kind == NodeKind::prefix ? expansion(child, words[0], prefixes(field))
                                                       : exact_word(prefixes(field), words[0]));
    }
    auto window = static_cast<Xapian::termcount>(node.distance + queries.size() - 1);
    return Query(op, queries.begin(), queries.end(), window);
  }

  // --- fields -----------------------------------------------------------------------------

  Query in_field(const Node& node) {
    const Field& field = *find_field(node.text);
    const Node& value = node.children.front();
    if (field.name == "headline" && !options_.articles) return by_headline(value, field);
    if (prefixes(field).empty()) {
      throw QueryError{node.place.begin, fmt::format("articles have no field '{}'", field.name),
                       "ask for statements: leave --articles out"};
    }
    if (field.kind == FieldKind::date) {
      return without_weight(
          date_query(index_.database(), *prefixes(field).begin(), value.from, value.to));
    }
    Query query = compile(value, field);
    bool name = value.kind == NodeKind::phrase || value.kind == NodeKind::word;
    if (name && (field.name == "speaker" || field.name == "by")) {
      query = Query(Query::OP_OR, query, other_forms(value.text, field));
    }
    return field.kind == FieldKind::text ? query : without_weight(query);
  }

  // Statements by the same person under other forms of the name, which the authority file gives or
  // the index shows: articles that only say "Putin", where it has one Putin (common/names).
  Query other_forms(const std::string& name, const Field& field) const {
    const std::vector<std::string> words = folded_words(name);
    std::vector<Query> queries;
    // Of a name that belongs to another, not all words are the speaker's (common/names/own_part.h).
    if (field.kind == FieldKind::name && words.size() > 1)
      queries.emplace_back(exact_term(prefix::by, name));
    for (const std::string_view form : index_.names().table().forms_of(name)) {
      const bool found = field.kind == FieldKind::name && is_within(words, folded_words(form));
      if (!found) queries.emplace_back(exact_term(prefix::by, form));
    }
    return Query(Query::OP_OR, queries.begin(), queries.end());
  }

  // Whether all of the words stand in `whole`, one after the other.
  static bool is_within(const std::vector<std::string>& words,
                        const std::vector<std::string>& whole) {
    return std::search(whole.begin(), whole.end(), words.begin(), words.end()) != whole.end();
  }

  // Statements of the articles whose headlines match.
  Query by_headline(const Node& value, const Field& field) const {
    CompileOptions articles = options_;
    articles.articles = true;
    Query query = Compiler(index_, articles).compile(value, field);
    return without_weight(statements_of_articles(query));
  }

  Query whole_value(const Node& node, const Field& field) const {
    std::vector<Query> queries;
    for (std::string_view prefix : prefixes(field)) {
      queries.emplace_back(prefix == prefix::path ? path_term(node.text)
                                                  : exact_term(prefix, node.text));
    }
    return Query(Query::OP_OR, queries.begin(), queries.end());
  }

  Query enumeration(const Node& node, const Field& field) const {
    return Query(exact_term(*prefixes(field).begin(), node.text));
  }

  const IndexReader& index_;
  CompileOptions options_;
  const Field& about_;
  Stemmer stemmer_{Stemmer::Memory::question};
};

// The years for which a date field has terms; nullopt where it has none.
std::optional<std::pair<int, int>> years_of(const Xapian::Database& database,
                                            std::string_view root) {
  std::string start = std::string(root) + "Y";
  std::optional<std::pair<int, int>> years;
  for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
    int year = std::atoi((*term).c_str() + start.size());
    years = years ? std::pair(years->first, year) : std::pair(year, year);
  }
  return years;
}

Date first_of(int year, unsigned month = 1) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(1)};
}

Date last_of(std::chrono::year_month month) { return Date(month / std::chrono::last); }

}  // namespace

Query date_query(const Xapian::Database& database, std::string_view root, std::optional<Date> from,
                 std::optional<Date> to) {
  auto years = years_of(database, root);
  if (!years) return Query::MatchNothing;
  Date day = std::max(from.value_or(first_of(years->first)), first_of(years->first));
  Date end = std::min(to.value_or(last_of(first_of(years->second).year() / 12)),
                      last_of(first_of(years->second).year() / 12));
  std::vector<Query> terms;
  while (day <= end) {  // the largest whole stretch that begins here
    auto month = day.year() / day.month();
    bool month_begins = day.day() == std::chrono::day(1);
    bool year_begins = month_begins && day.month() == std::chrono::January;
    Date year_end = last_of(day.year() / 12);
    if (year_begins && year_end <= end) {
      terms.emplace_back(year_term(root, static_cast<int>(day.year())));
      day = add_days(year_end, 1);
    } else if (month_begins && last_of(month) <= end) {
      terms.emplace_back(month_term(root, month));
      day = add_days(last_of(month), 1);
    } else {
      terms.emplace_back(day_term(root, day));
      day = add_days(day, 1);
    }
  }
  return Query(Query::OP_OR, terms.begin(), terms.end());
}

Query compile(const Node& tree, const IndexReader& index, const CompileOptions& options) {
  return with_index_errors(index.path(), [&] { return Compiler(index, options).run(tree); });
}

}  // namespace quotary
