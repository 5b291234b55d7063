#include "query/render/annotation.h"
#include "query/render/html.h"
#include "query/render/json.h"
#include "query/render/renderer.h"
#include "query/render/table.h"
#include "query/render/text.h"

namespace quotary {

const std::vector<Format>& formats() {
  static const std::vector<Format> table = {
      {"text", "for reading, on a terminal or not", true, 50, make_text_renderer},
      {"json", "one JSON object, schema_version 1", false, 100, make_json_renderer},
      {"jsonl", "one JSON object a line for each hit", false, 0, make_json_lines_renderer},
      {"csv", "comma-separated values with a header line", false, 0, make_csv_renderer},
      {"tsv", "tab-separated values with a header line", false, 0, make_tsv_renderer},
      {"html", "one page that needs nothing else", false, 100, make_html_renderer},
      {"annotation", "W3C Web Annotation (JSON-LD)", false, 100, make_annotation_renderer},
  };
  return table;
}

const Format* find_format(std::string_view name) {
  for (const Format& format : formats()) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

}  // namespace quotary
