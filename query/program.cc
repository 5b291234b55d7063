#include "query/program.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "common/base/counted.h"
#include "common/base/error.h"
#include "common/store/index_reader.h"
#include "common/store/schema.h"
#include "common/text/terminal.h"
#include "query/completions.h"
#include "query/damage_watch.h"
#include "query/hits_to_compare.h"
#include "query/language/topic_aliases.h"
#include "query/output.h"
#include "query/render/article_view.h"
#include "query/render/styled_text.h"
#include "query/request.h"
#include "query/saved_searches.h"
#include "query/search/looser.h"
#include "query/search/neighbours.h"
#include "query/search/searcher.h"
#include "query/search/similar.h"
#include "query/search/speakers.h"
#include "query/search/unknown_values.h"

namespace quotary {
namespace {

constexpr int exit_found = 0;
constexpr int exit_nothing = 1;
constexpr int exit_error = 2;

// Of processor time, before an answer makes one wonder whether the index is damaged.
constexpr auto patience = std::chrono::seconds(10);

Date current_day() {
  std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return Date(std::chrono::year(local.tm_year + 1900),
              std::chrono::month(static_cast<unsigned>(local.tm_mon + 1)),
              std::chrono::day(static_cast<unsigned>(local.tm_mday)));
}

// --- one search -----------------------------------------------------------------------------

class QueryProgram {
 public:
  explicit QueryProgram(const TypedOptions& options)
      : options_(options), index_(index_paths(options), options.verify), names_(index_) {}

  int run() {
    if (options_.list_speakers) return list_names(*options_.list_speakers, false);
    if (options_.list_places) return list_names(*options_.list_places, true);
    if (!options_.article.empty()) return show_article();
    QuestionContext context;
    context.today = current_day();
    context.saved = saved_search;
    context.speaker = [this](std::string_view name) { return names_.speaker(name); };
    context.is_place = [this](std::string_view name) { return names_.is_place(name); };
    request_ = make_request(options_, context);
    if (!options_.like.empty()) ask_for_similar();
    Question& question = request_.question;
    question.tree = names_.with_known_speakers(question.tree, question.notes);
    if (!options_.save.empty()) save_as(options_.save, to_query(question.tree));
    say_indexes_among_words();
    settle_kwic();
    add_aliases();
    collecting_ = options_.only_new;
    if (collecting_) request_.search.limit = request_.search.offset = 0;
    return answer();
  }

 private:
  void save_as(const std::string& name, const std::string& query) {
    save_search(name, query);
    request_.question.notes.push_back(fmt::format("saved: query:{} is {}", name, query));
  }

  // `-i A B`: B is no index but a word.
  void say_indexes_among_words() {
    for (const std::string& word : options_.words) {
      std::error_code ignored;
      if (!std::filesystem::exists(std::filesystem::path(word) / "manifest", ignored)) continue;
      request_.question.notes.push_back(
          fmt::format("'{0}' is read as words; -i {0} searches the index of that name", word));
    }
  }

  // A concordance is of words of the text, and for people.
  void settle_kwic() {
    if (!request_.render.kwic) return;
    const bool text = request_.format->name == "text";
    if (text && has_topic(request_.question.tree)) return;
    request_.render.kwic.reset();
    request_.question.notes.push_back(
        text ? "no word of the text is asked for, which --kwic would show: hits are shown whole"
             : "--kwic is for --format text");
  }

  // The topic under all of its names.
  void add_aliases() {
    if (options_.no_aliases) return;
    TopicAliases aliases(index_.authority());
    Question& question = request_.question;
    question.tree = aliases.expand(question.tree, aliases_);
    std::vector<std::string> same;
    for (Node& wider : question.wider) wider = aliases.expand(wider, same);
  }

  int answer() {
    try {
      search_ = std::make_unique<Search>(index_, request_.question.tree, request_.search);
      widen();
      mend_words();
    } catch (const QueryError& error) {
      throw BadQuery{to_query(request_.question.tree), error, ""};
    }
    if (options_.explain) return explain();
    if (search_->head().total == 0) say_what_else();
    return show();
  }

  void ask_for_similar() {
    auto similar = similar_query(index_, options_.like);
    if (!similar) throw_unknown_id(options_.like);
    std::vector<Node> parts = {std::move(*similar)};
    if (!asks_everything(request_.question.tree)) parts.push_back(request_.question.tree);
    request_.question.tree = all_of(std::move(parts));
    request_.search.sort = SortBy::relevance;
    request_.search.left_out = request_.search.articles ? index_.find_article(options_.like)
                                                        : index_.find_statement(options_.like);
  }

  [[noreturn]] static void throw_unknown_id(const std::string& id) {
    throw Error(ErrorKind::usage, fmt::format("there is no article or statement '{}'", id),
                "ids stand under each hit, and in the output of --format jsonl");
  }

  // Where the question as it was understood finds nothing, perhaps it was meant otherwise.
  void widen() {
    if (search_->head().total > 0) return;
    Question& question = request_.question;
    for (const Node& wider : question.wider) {
      Node tree = names_.with_known_speakers(wider, question.notes);
      auto search = std::make_unique<Search>(index_, tree, request_.search);
      if (search->head().total == 0) continue;
      question.notes.push_back(fmt::format("nothing was found for {}; showing {}",
                                           to_query(question.tree), to_query(tree)));
      question.tree = tree;
      search_ = std::move(search);
      return;
    }
  }

  // Where nothing is found and a word is in no article, it may be misspelt.
  void mend_words() {
    Question& question = request_.question;
    if (search_->head().total > 0) return;
    Node tree = with_known_paths(index_, question.tree, question.notes);
    tree = names_.with_known_words(tree, !question.in_english, question.notes);
    if (tree == question.tree) return;
    question.tree = tree;
    search_ = std::make_unique<Search>(index_, tree, request_.search);
  }

  void say_what_else() {
    if (request_.search.articles) return;
    say_without_topic();
    for (std::string& sentence : unknown_values(index_, request_.question.tree))
      request_.question.notes.push_back(std::move(sentence));
    for (const auto& [left_out, statements] : looser_questions(index_, request_.question.tree))
      request_.question.notes.push_back(fmt::format("leaving out {} finds {}", to_query(left_out),
                                                    counted(statements, "statement")));
    uint64_t articles = count_articles(index_, request_.question.tree);
    if (articles == 0) return;
    request_.question.notes.push_back(fmt::format(
        "no statement matches, but {} do{}: --articles shows {}", counted(articles, "article"),
        articles == 1 ? "es" : "", articles == 1 ? "it" : "them"));
  }

  // What the speaker, the place or the time has beside the topic.
  void say_without_topic() {
    const Node& tree = request_.question.tree;
    if (tree.kind != NodeKind::all) return;
    std::vector<Node> others;
    for (const Node& child : tree.children) {
      if (child.kind == NodeKind::field && !has_topic(child)) others.push_back(child);
    }
    if (others.empty() || others.size() == tree.children.size()) return;
    Node rest = all_of(std::move(others));
    SearchOptions options;
    options.limit = 1;
    uint64_t total = Search(index_, rest, options).head().total;
    if (total == 0) return;
    bool near = !options_.near && !near_hits(index_, tree, request_.search, 1).empty();
    request_.question.notes.push_back(
        fmt::format("{} alone has {}{}", to_query(rest), counted(total, "statement"),
                    near ? "; --near shows what stands near the topic" : ""));
  }

  void say_beyond_end(const ResultHead& head) {
    const uint64_t all = head.groups.value_or(head.total);
    if (all == 0 || head.offset < all || !request_.render.hits) return;
    request_.question.notes.push_back(
        fmt::format("--offset {} leaves out all of {}", head.offset, all));
  }

  int explain() {
    const Question& question = request_.question;
    Output output(false);
    output.write(
        fmt::format("read as: {}\n", question.in_english ? "a question in English" : "a query"));
    output.write(fmt::format("asks for: {}\n", name_of(question.ask)));
    output.write(fmt::format("query: {}\n", safe_for_terminal(to_query(question.tree))));
    output.write(fmt::format("tree: {}\n", safe_for_terminal(to_tree(question.tree))));
    for (const std::string& alias : aliases_) {
      output.write(fmt::format("also called: {}\n", safe_for_terminal(alias)));
    }
    for (const Node& wider : question.wider) {
      output.write(fmt::format("if nothing is found: {}\n", safe_for_terminal(to_query(wider))));
    }
    for (const std::string& note : question.notes)
      output.write("note: " + safe_for_terminal(note) + "\n");
    output.write("xapian: " + safe_for_terminal(search_->description()) + "\n");
    output.write(fmt::format("found: {}\n", search_->head().total));
    output.finish();
    return search_->head().total > 0 ? exit_found : exit_nothing;
  }

  RenderOptions render_options(const Terminal& terminal) const {
    RenderOptions render = request_.render;
    render.colour = terminal.colour;
    render.hyperlinks = terminal.hyperlinks;
    render.width = options_.width.value_or(terminal.width);
    return render;
  }

  int show() {
    ResultHead head = search_->head();
    std::vector<Hit> collected;
    if (collecting_) collected = collect(head);
    say_beyond_end(head);
    head.notes = request_.question.notes;
    if (!request_.format->for_people) say_notes(head.notes);
    Terminal terminal = standard_output(options_.colour);
    RenderOptions render = render_options(terminal);
    Output output(terminal.is_terminal && request_.format->for_people && !options_.no_pager);
    auto renderer =
        request_.format->make([&](std::string_view text) { output.write(text); }, render);
    renderer->begin(head);
    for (const Hit& hit : collected) renderer->hit(hit);
    if (render.hits && !collecting_) {
      while (auto hit = search_->next()) renderer->hit(*hit);
    }
    if (options_.near && render.hits) show_near(*renderer);
    renderer->end();
    output.finish();
    if (collecting_) remember_shown(head, collected);
    return head.total > 0 ? exit_found : exit_nothing;
  }

  void show_near(Renderer& renderer) {
    for (const Hit& hit : near_hits(index_, request_.question.tree, request_.search,
                                    options_.limit.value_or(request_.format->default_limit))) {
      renderer.near(hit);
    }
  }

  // All hits, for what is decided over all of them: which are new. Then the part that is to be
  // shown.
  std::vector<Hit> collect(ResultHead& head) {
    std::vector<Hit> hits = hits_to_compare(*search_);
    keep_new(head, hits);
    uint64_t limit = options_.limit.value_or(request_.format->default_limit);
    head.offset = options_.offset;
    auto skipped = static_cast<long>(std::min<uint64_t>(options_.offset, hits.size()));
    hits.erase(hits.begin(), hits.begin() + skipped);
    if (limit > 0 && hits.size() > limit) hits.resize(limit);
    if (!request_.render.hits) hits.clear();
    return hits;
  }

  // Of which search it is remembered what it has shown.
  std::string seen_key(const ResultHead& head) const {
    return index_.path().string() + "\n" + head.query + (head.articles ? "\narticles" : "") +
           (options_.strict ? "\nstrict" : "");
  }

  // Only what this search has not shown before.
  void keep_new(ResultHead& head, std::vector<Hit>& hits) {
    const auto seen = seen_ids(seen_key(head));
    std::erase_if(hits, [&](const Hit& hit) { return seen.count(hit.id) > 0; });
    head.total = 0;
    for (const Hit& hit : hits) head.total += hit.occurrences;
    if (head.groups) head.groups = hits.size();
    head.facets.clear();  // they count what is known as well
    head.timeline.reset();
    if (!seen.empty()) {
      request_.question.notes.push_back(fmt::format("not shown before: {}", head.total));
    }
  }

  // Once it is written: an answer that is broken off is shown again.
  void remember_shown(const ResultHead& head, const std::vector<Hit>& shown) const {
    if (shown.empty()) return;
    const std::string key = seen_key(head);
    auto seen = seen_ids(key);
    for (const Hit& hit : shown) {
      seen.insert(hit.id);
      for (const Occurrence& other : hit.sources) seen.insert(other.id);
    }
    remember_ids(key, seen);
  }

  int show_article() {
    auto whole = whole_article(index_, options_.article);
    if (!whole) throw_unknown_id(options_.article);
    const Format& format = *find_format(options_.format);
    Terminal terminal = standard_output(options_.colour);
    RenderOptions render = render_options(terminal);
    Output output(terminal.is_terminal && format.for_people && !options_.no_pager);
    if (format.for_people) {
      output.write(article_view(whole->article, whole->text, whole->statements, render));
    } else {
      auto renderer = format.make([&](std::string_view text) { output.write(text); }, render);
      ResultHead head;
      head.query = whole->article.id;
      head.total = whole->statements.size();
      renderer->begin(head);
      for (const Hit& hit : whole->statements) renderer->hit(hit);
      renderer->end();
    }
    output.finish();
    return exit_found;
  }

  static void say_notes(const std::vector<std::string>& notes) {
    for (const std::string& note : notes) {
      fmt::print(stderr, "quotary-query: {}\n", safe_for_terminal(note));
    }
  }

  int list_names(const std::string& start, bool places) {
    Output output(false);
    auto values = names_.starting_with(start, places, options_.limit.value_or(0));
    for (const FacetValue& value : values) {
      output.write(fmt::format("{:>8}  {}\n", value.count, safe_for_terminal(value.value)));
    }
    output.finish();
    if (values.empty())
      say_notes({fmt::format("no {} has a word that begins with '{}'", places ? "place" : "speaker",
                             start)});
    return values.empty() ? exit_nothing : exit_found;
  }

  const TypedOptions& options_;
  IndexReader index_;
  KnownNames names_;
  Request request_;
  std::vector<std::string> aliases_;  // what topics are called besides, for --explain
  std::unique_ptr<Search> search_;
  bool collecting_ = false;
};

// --- what needs no index --------------------------------------------------------------------

int list_fields() {
  Output output(false);
  for (const Field& field : kFields) {
    std::string uses = field.searchable ? std::string(name_of(field.kind)) : "facet";
    if (field.searchable && field.facet != FacetKind::none) uses += ", facet";
    std::string names(field.name);
    for (std::string_view alias : field.aliases) {
      if (!alias.empty()) names += fmt::format(" ({})", alias);
    }
    output.write(fmt::format("{:<22} {:<14} {}\n", names, uses, field.help));
  }
  output.finish();
  return exit_found;
}

int list_saved() {
  Output output(false);
  auto searches = saved_searches();
  for (const auto& [name, query] : searches) {
    output.write(fmt::format("{:<20} {}\n", safe_for_terminal(name), safe_for_terminal(query)));
  }
  output.finish();
  return searches.empty() ? exit_nothing : exit_found;
}

int print_completions(const std::string& shell) {
  Output output(false);
  output.write(completion_script(shell));
  output.finish();
  return exit_found;
}

void say_bad_query(const BadQuery& bad) {
  std::string where = bad.option.empty() ? "" : bad.option + ": ";
  fmt::print(stderr, "quotary-query: {}the query is not understood\n{}", where,
             show_with_caret(bad.text, bad.error));
}

void say_error(const Error& error) {
  fmt::print(stderr, "quotary-query: {}\n", safe_for_terminal(error.what()));
  if (!error.hint().empty()) fmt::print(stderr, "  hint: {}\n", safe_for_terminal(error.hint()));
}

// There is no way to stop what Xapian is at but to end the program.
[[noreturn]] void end_with(const Error& error) {
  say_error(error);
  std::fflush(nullptr);
  ::_exit(exit_error);
}

// What an empty variable of a script leaves is no wish for all there is.
void refuse_empty_question(const TypedOptions& options) {
  const bool blank =
      std::all_of(options.words.begin(), options.words.end(), [](const std::string& word) {
        return word.find_first_not_of(" \t\r\n") == std::string::npos;
      });
  if (options.words.empty() ? !asks_nothing(options) : !blank) return;
  throw Error(ErrorKind::usage, "nothing is asked for",
              "'*' finds all statements; quotary-query --help shows the options");
}

}  // namespace

std::vector<std::filesystem::path> index_paths(const TypedOptions& options) {
  std::vector<std::filesystem::path> paths, same;
  const char* set = std::getenv("QUOTARY_INDEX");
  const bool configured = options.indexes.empty() && !(set && *set);
  for (const std::string& name : configured ? options.configured_indexes : options.indexes) {
    std::error_code ignored;
    const std::filesystem::path canonical = std::filesystem::weakly_canonical(name, ignored);
    if (std::find(same.begin(), same.end(), canonical) != same.end()) continue;
    same.push_back(canonical);
    paths.emplace_back(name);
  }
  if (paths.empty()) paths.push_back(default_index());
  return paths;
}

std::optional<TypedOptions> read_defaults() {
  try {
    const std::filesystem::path file = config_file();
    return configured_options(read_config(file), file.string());
  } catch (const Error& error) {
    say_error(error);
  }
  return std::nullopt;
}

int run_query_program(const TypedOptions& options) {
  try {
    if (options.list_fields) return list_fields();
    if (options.list_saved) return list_saved();
    if (!options.completion.empty()) return print_completions(options.completion);
    refuse_empty_question(options);
    DamageWatch watch(index_paths(options), patience, end_with);
    return QueryProgram(options).run();
  } catch (const OutputClosed&) {
    return exit_found;
  } catch (const BadQuery& bad) {
    say_bad_query(bad);
  } catch (const Error& error) {
    say_error(error);
  } catch (const std::exception& error) {
    fmt::print(stderr, "quotary-query: {}\n", safe_for_terminal(error.what()));
  }
  return exit_error;
}

}  // namespace quotary
