#include "query/render/article_view.h"

#include <algorithm>

#include "common/text/terminal.h"
#include "common/text/utf8.h"
#include "query/render/styled_text.h"

namespace quotary {
namespace {

// The end of a statement's content, and who said it.
struct Ending {
  uint32_t byte;
  std::string speaker;
};

std::string joined(const std::vector<std::string>& values, std::string_view between) {
  std::string out;
  for (const std::string& value : values) {
    out += (out.empty() ? "" : std::string(between)) + value;
  }
  return out;
}

std::string speaker_of(const Hit& hit) {
  std::string name = joined(hit.speakers, " and ");
  if (name.empty()) name = hit.mention.empty() ? "not named" : hit.mention;
  if (hit.status != StatementStatus::said) name += ", " + std::string(name_of(hit.status));
  return name;
}

// The parts of `spans` within a line, in bytes of the line.
std::vector<Span> within(const std::vector<Span>& spans, Span line) {
  std::vector<Span> parts;
  for (Span span : spans) {
    uint32_t begin = std::max(span.begin, line.begin);
    uint32_t end = std::min(span.end, line.end);
    if (begin < end) parts.push_back({begin - line.begin, end - line.begin});
  }
  return parts;
}

std::vector<StyledRun> line_runs(std::string_view text, Span line, const std::vector<Span>& content,
                                 const std::vector<Ending>& endings, bool colour) {
  std::vector<StyledRun> runs;
  uint32_t at = line.begin;
  auto add_until = [&](uint32_t end) {
    Span piece{at, end};
    for (StyledRun& run : marked_runs(piece.of(text), within(content, piece), {}, colour)) {
      runs.push_back(std::move(run));
    }
    at = end;
  };
  for (const Ending& ending : endings) {
    if (ending.byte <= line.begin || ending.byte > line.end || ending.byte < at) continue;
    add_until(ending.byte);
    runs.push_back({" (" + safe_for_terminal(ending.speaker) + ")", Style::speaker});
  }
  add_until(line.end);
  return runs;
}

}  // namespace

std::string article_view(const Hit& article, const std::string& text,
                         const std::vector<Hit>& statements, const RenderOptions& options) {
  Marker marker(options.colour);
  CodePointOffsets offsets(text);
  std::vector<Span> content;
  std::vector<Ending> endings;
  for (const Hit& statement : statements) {
    for (const ContentPart& part : statement.content) {
      content.push_back({offsets.byte(part.start), offsets.byte(part.end)});
    }
    if (!content.empty()) endings.push_back({content.back().end, speaker_of(statement)});
  }
  std::sort(content.begin(), content.end());
  std::sort(endings.begin(), endings.end(),
            [](const Ending& a, const Ending& b) { return a.byte < b.byte; });

  std::string about = article.path;
  if (article.when) about = to_iso(*article.when) + "  " + about;
  std::string out = marker.style(Style::faint, safe_for_terminal(about + "  " + article.id)) + "\n";
  size_t width = std::min<size_t>(options.width, 100);
  for (uint32_t begin = 0; begin < text.size();) {
    auto end = static_cast<uint32_t>(std::min(text.find('\n', begin), text.size()));
    Span line{begin, end};
    bool blank = line.of(text).find_first_not_of(" \r\t") == std::string_view::npos;
    if (blank) {
      out += "\n";
    } else {
      out += marker.wrap(line_runs(text, line, content, endings, options.colour), width, "");
    }
    begin = end + 1;
  }
  return out;
}

}  // namespace quotary
