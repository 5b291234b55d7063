#include "query/render/table.h"

#include <fmt/format.h>

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

// Without control characters (tabs and line ends aside), which terminals would obey.
std::string without_controls(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    auto byte = static_cast<unsigned char>(text[i]);
    bool c1 = byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c1) ++i;
    bool control = (byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r') || byte == 0x7F;
    if (control || c1)
      out += ' ';
    else
      out += text[i];
  }
  return out;
}

std::string csv_cell(std::string_view text) {
  std::string cell = guarded(without_controls(text));
  if (cell.find_first_of(",\"\n\r;") == std::string::npos) return cell;
  std::string out = "\"";
  for (char c : cell) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

std::string tsv_cell(std::string_view text) {
  std::string cell = guarded(without_controls(text));
  for (char& c : cell) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
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
