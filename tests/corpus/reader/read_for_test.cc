#include "tests/corpus/reader/read_for_test.h"

#include <fmt/format.h>

namespace quotary {
namespace {

std::string print_dateline(const Dateline& dateline) {
  std::string printed;
  for (const Place& place : dateline.places)
    printed += fmt::format("[{}] ", fmt::join(place.parts, ", "));
  return printed + dateline.agency + (dateline.day ? " " + to_iso(*dateline.day) : "");
}

std::string print(const Article& article) {
  constexpr std::string_view kinds = "PHCB*#-";
  constexpr std::string_view sources[] = {"none", "line", "path"};
  std::string printed = fmt::format("== {}\ndate {} ({})\nheadline: {}\n", article.path,
                                    article.date ? to_iso(*article.date) : "-",
                                    sources[static_cast<size_t>(article.date_source)],
                                    article.headline.of(article.text));
  if (article.dateline) printed += "dateline: " + print_dateline(*article.dateline) + "\n";
  printed += "language: " + article.language + "\n";
  for (const Paragraph& paragraph : article.paragraphs) {
    printed += fmt::format("{} {}\n", kinds[static_cast<size_t>(paragraph.kind)],
                           paragraph.span.of(article.text));
  }
  return printed;
}

}  // namespace

std::string read_printed(ByteStream& bytes, std::string_view name, const ReaderOptions& options) {
  std::string printed;
  ArticleSink sink{[&](Article&& article) { printed += print(article); },
                   [&](ReadProblem&& problem) {
                     printed += fmt::format(
                         "!! {} {}: {}\n", problem.skipped ? "skipped" : "warning",
                         problem.place.empty() ? problem.path : problem.place, problem.message);
                   }};
  read_source({bytes, std::string(name), std::string(name), std::string(name), options, sink});
  return printed;
}

std::string read_printed(std::string_view bytes, std::string_view name,
                         const ReaderOptions& options) {
  MemoryStream stream(bytes);
  return read_printed(stream, name, options);
}

}  // namespace quotary
