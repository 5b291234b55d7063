#include "query/render/table.h"

#include <fmt/format.h>

#include "common/text/utf8.h"

namespace quotary {
namespace {

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : "; ") + value;
  return out;
}

std::string date_text(const std::optional<Date>& date) { return date ? to_iso(*date) : ""; }

std::string content_text(const Hit& hit) {
  std::string out;
  for (const ContentPart& part : hit.content) out += (out.empty() ? "" : " ... ") + part.text;
  return out;
}

struct Column {
  std::string_view name;
  std::string (*value)(const Hit& hit);
};

const Column columns[] = {
    {"id", [](const Hit& h) { return h.id; }},
    {"speakers", [](const Hit& h) { return joined(h.speakers); }},
    {"mention", [](const Hit& h) { return h.mention; }},
    {"cue", [](const Hit& h) { return h.cue; }},
    {"kind", [](const Hit& h) { return h.is_article ? "" : std::string(name_of(h.kind)); }},
    {"status", [](const Hit& h) { return h.is_article ? "" : std::string(name_of(h.status)); }},
    {"content", content_text},
    {"start",
     [](const Hit& h) { return h.content.empty() ? "" : std::to_string(h.content.front().start); }},
    {"end",
     [](const Hit& h) { return h.content.empty() ? "" : std::to_string(h.content.back().end); }},
    {"passage", [](const Hit& h) { return h.passage.text; }},
    {"headline", [](const Hit& h) { return h.headline; }},
    {"date", [](const Hit& h) { return date_text(h.date); }},
    {"date_source", [](const Hit& h) { return std::string(name_of(h.date_source)); }},
    {"dateline_date", [](const Hit& h) { return date_text(h.dateline_date); }},
    {"said", [](const Hit& h) { return date_text(h.said); }},
    {"when", [](const Hit& h) { return date_text(h.when); }},
    {"location", [](const Hit& h) { return joined(h.places); }},
    {"agency", [](const Hit& h) { return h.agency; }},
    {"path", [](const Hit& h) { return h.path; }},
    {"line", [](const Hit& h) { return std::to_string(h.line); }},
    {"score", [](const Hit& h) { return fmt::format("{:.4f}", h.score); }},
    {"confidence", [](const Hit& h) { return fmt::format("{:.4f}", h.confidence); }},
    {"occurrences", [](const Hit& h) { return std::to_string(h.occurrences); }},
    {"statements", [](const Hit& h) { return h.is_article ? std::to_string(h.statements) : ""; }},
};

// What spreadsheets take for the beginning of a formula.
bool begins_formula(std::string_view cell) {
  constexpr std::string_view starts[] = {"=",  "+",      "-",      "@",      "\t",    "\r",
                                         "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  for (std::string_view start : starts) {
    if (cell.starts_with(start)) return true;
  }
  return false;
}

std::string guarded(std::string_view cell) {
  return (begins_formula(cell) ? "'" : "") + std::string(cell);
}

// UTF-8 (a path may be any bytes) without control characters, which terminals would obey, tabs and
// line feeds aside; other line ends become line feeds.
std::string without_controls(std::string_view bytes) {
  std::string text(bytes);
  repair_utf8(text);
  std::string out;
  for (size_t at = 0; at < text.size();) {
    size_t begin = at;
    char32_t c = next_code_point(text, at);
    bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    if (c == '\r') {
      if (at >= text.size() || text[at] != '\n') out += '\n';
    } else if (control && c != '\n' && c != '\t') {
      out += ' ';
    } else {
      out.append(text, begin, at - begin);
    }
  }
  return out;
}

std::string csv_cell(std::string_view text) {
  std::string cell = guarded(without_controls(text));
  if (cell.find_first_of(",\"\n;") == std::string::npos) return cell;
  std::string out = "\"";
  for (char c : cell) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

std::string tsv_cell(std::string_view text) {
  std::string cell = guarded(without_controls(text));
  for (char& c : cell) {
    if (c == '\t' || c == '\n') c = ' ';
  }
  return cell;
}

class TableRenderer : public Renderer {
 public:
  TableRenderer(const Write& write, const RenderOptions& options, char separator)
      : write_(write), hits_(options.hits), separator_(separator) {}

  void begin(const ResultHead& head) override {
    if (!head.facets.empty() || head.timeline) return counts(head);
    if (!hits_) {
      row({"total"});
      return row({std::to_string(head.total)});
    }
    std::vector<std::string> names;
    for (const Column& column : columns) names.emplace_back(column.name);
    row(names);
  }

  void hit(const Hit& hit) override {
    if (!hits_) return;
    std::vector<std::string> cells;
    for (const Column& column : columns) cells.push_back(column.value(hit));
    row(cells);
  }

  void near(const Hit&) override {}  // no column says that it does not count
  void end() override {}

 private:
  void counts(const ResultHead& head) {
    hits_ = false;
    row({"facet", "value", "count"});
    for (const Facet& facet : head.facets) {
      for (const FacetValue& value : facet.values) {
        row({facet.field, value.value, std::to_string(value.count)});
      }
    }
    if (!head.timeline) return;
    for (const TimelinePoint& point : head.timeline->points) {
      row({"timeline", point.period, std::to_string(point.count)});
    }
  }

  void row(const std::vector<std::string>& cells) {
    std::string line;
    for (const std::string& cell : cells) {
      if (!line.empty() || &cell != &cells.front()) line += separator_;
      line += separator_ == ',' ? csv_cell(cell) : tsv_cell(cell);
    }
    write_(line + "\n");
  }

  Write write_;
  bool hits_;
  char separator_;
};

}  // namespace

std::unique_ptr<Renderer> make_csv_renderer(const Write& write, const RenderOptions& options) {
  return std::make_unique<TableRenderer>(write, options, ',');
}

std::unique_ptr<Renderer> make_tsv_renderer(const Write& write, const RenderOptions& options) {
  return std::make_unique<TableRenderer>(write, options, '\t');
}

}  // namespace quotary
