#include "query/program.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>

#include "common/base/error.h"
#include "common/store/index_reader.h"
#include "common/store/schema.h"
#include "query/output.h"
#include "query/render/styled_text.h"
#include "query/request.h"
#include "query/search/searcher.h"
#include "query/search/speakers.h"

namespace quotary {
namespace {

constexpr int exit_found = 0;
constexpr int exit_nothing = 1;
constexpr int exit_error = 2;

Date current_day() {
  std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return Date(std::chrono::year(local.tm_year + 1900),
              std::chrono::month(static_cast<unsigned>(local.tm_mon + 1)),
              std::chrono::day(static_cast<unsigned>(local.tm_mday)));
}

std::filesystem::path index_path(const TypedOptions& options) {
  return options.indexes.empty() ? default_index() : std::filesystem::path(options.indexes[0]);
}

// --- one search -----------------------------------------------------------------------------

class QueryProgram {
 public:
  explicit QueryProgram(const TypedOptions& options)
      : options_(options), index_(index_path(options)), names_(index_) {}

  int run() {
    if (options_.list_speakers) return list_names(*options_.list_speakers, false);
    if (options_.list_places) return list_names(*options_.list_places, true);
    QuestionContext context;
    context.today = current_day();
    context.speaker = [this](std::string_view name) { return names_.speaker(name); };
    context.is_place = [this](std::string_view name) { return names_.is_place(name); };
    request_ = make_request(options_, context);
    Question& question = request_.question;
    question.tree = names_.with_known_speakers(question.tree, question.notes);
    return answer();
  }

 private:
  int answer() {
    try {
      search_ = std::make_unique<Search>(index_, request_.question.tree, request_.search);
      widen();
    } catch (const QueryError& error) {
      throw BadQuery{to_query(request_.question.tree), error, ""};
    }
    if (options_.explain) return explain();
    if (search_->head().total == 0) say_what_else();
    return show();
  }

  // Where the question as it was understood finds nothing, perhaps it was meant otherwise.
  void widen() {
    auto& wider = request_.question.wider;
    if (!wider || search_->head().total > 0) return;
    Node tree = names_.with_known_speakers(*wider, request_.question.notes);
    auto search = std::make_unique<Search>(index_, tree, request_.search);
    if (search->head().total == 0) return;
    request_.question.notes.push_back(fmt::format(
        "nothing was found for {}; showing {}", to_query(request_.question.tree), to_query(tree)));
    request_.question.tree = tree;
    search_ = std::move(search);
  }

  void say_what_else() {
    if (request_.search.articles) return;
    uint64_t articles = count_articles(index_, request_.question.tree);
    if (articles == 0) return;
    request_.question.notes.push_back(fmt::format(
        "no statement matches, but {} article{} do{}: --articles shows {}", articles,
        articles == 1 ? "" : "s", articles == 1 ? "es" : "", articles == 1 ? "it" : "them"));
  }

  int explain() {
    const Question& question = request_.question;
    Output output(false);
    output.write(
        fmt::format("read as: {}\n", question.in_english ? "a question in English" : "a query"));
    output.write(fmt::format("asks for: {}\n", name_of(question.ask)));
    output.write(fmt::format("query: {}\n", to_query(question.tree)));
    output.write(fmt::format("tree: {}\n", to_tree(question.tree)));
    if (question.wider) {
      output.write(fmt::format("if nothing is found: {}\n", to_query(*question.wider)));
    }
    for (const std::string& note : question.notes) output.write("note: " + note + "\n");
    output.write("xapian: " + safe_for_terminal(search_->description()) + "\n");
    output.write(fmt::format("found: {}\n", search_->head().total));
    output.finish();
    return search_->head().total > 0 ? exit_found : exit_nothing;
  }

  int show() {
    ResultHead head = search_->head();
    head.notes = request_.question.notes;
    if (!request_.format->for_people) say_notes(head.notes);
    Terminal terminal = standard_output(options_.colour);
    RenderOptions render = request_.render;
    render.colour = terminal.colour;
    render.hyperlinks = terminal.hyperlinks;
    render.width = options_.width.value_or(terminal.width);
    Output output(terminal.is_terminal && request_.format->for_people && !options_.no_pager);
    auto renderer =
        request_.format->make([&](std::string_view text) { output.write(text); }, render);
    renderer->begin(head);
    if (render.hits) {
      while (auto hit = search_->next()) renderer->hit(*hit);
    }
    renderer->end();
    output.finish();
    return head.total > 0 ? exit_found : exit_nothing;
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
    return values.empty() ? exit_nothing : exit_found;
  }

  const TypedOptions& options_;
  IndexReader index_;
  KnownNames names_;
  Request request_;
  std::unique_ptr<Search> search_;
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

void say_bad_query(const BadQuery& bad) {
  std::string where = bad.option.empty() ? "" : bad.option + ": ";
  fmt::print(stderr, "quotary-query: {}the query is not understood\n{}", where,
             show_with_caret(bad.text, bad.error));
}

void say_error(const Error& error) {
  fmt::print(stderr, "quotary-query: {}\n", safe_for_terminal(error.what()));
  if (!error.hint().empty()) fmt::print(stderr, "  hint: {}\n", safe_for_terminal(error.hint()));
}

}  // namespace

int run_query_program(const TypedOptions& options) {
  try {
    if (options.list_fields) return list_fields();
    return QueryProgram(options).run();
  } catch (const OutputClosed&) {
    return exit_found;
  } catch (const BadQuery& bad) {
    say_bad_query(bad);
  } catch (const Error& error) {
    say_error(error);
  } catch (const std::exception& error) {
    fmt::print(stderr, "quotary-query: {}\n", error.what());
  }
  return exit_error;
}

}  // namespace quotary
