#include "query/render/html.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/text/terminal.h"
#include "query/render/styled_text.h"

namespace quotary {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (char c : safe_for_terminal(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

constexpr std::string_view page_begin = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>)";

constexpr std::string_view page_style = R"(</title>
<style>
body{font:16px/1.5 Georgia,serif;max-width:46em;margin:2em auto;padding:0 1em;color:#222;background:#fff}
h1{font-size:1.2em}h2{font-size:1em;margin:0}article{border-top:1px solid #ccc;padding:.8em 0}
.about,.headline,.source,.note{color:#666;font-size:.85em}blockquote{margin:.4em 0 .4em 1em}
b{font-weight:normal;background:#eef3fb}mark{background:#ffe08a}table{border-collapse:collapse}
td{padding:0 .8em 0 0}td.n{text-align:right}
@media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}b{background:#26324a}
mark{background:#7a5c00;color:#fff}article{border-color:#444}}
</style></head><body>
)";

std::string joined(const std::vector<std::string>& values, std::string_view between) {
  std::string out;
  for (const std::string& value : values) {
    out += (out.empty() ? "" : std::string(between)) + value;
  }
  return out;
}

// The passage with content in <b> and matches in <mark>; elements are closed at each change.
std::string passage(const MarkedText& text) {
  std::string out;
  for (const StyledRun& run : marked_runs(text.text, text.content, text.matches, true)) {
    bool content = run.style == Style::content || run.style == Style::match_in_content;
    bool match = run.style == Style::match || run.style == Style::match_in_content;
    out += fmt::format("{}{}{}{}{}", content ? "<b>" : "", match ? "<mark>" : "", escaped(run.text),
                       match ? "</mark>" : "", content ? "</b>" : "");
  }
  return out;
}

class HtmlRenderer : public Renderer {
 public:
  HtmlRenderer(const Write& write, const RenderOptions& options)
      : write_(write), hits_(options.hits) {}

  void begin(const ResultHead& head) override {
    std::string query = escaped(head.query);
    std::string out = std::string(page_begin) + query + std::string(page_style);
    out += fmt::format("<h1>{}</h1>\n<p class=\"about\">{} {}</p>\n", query, head.total,
                       head.articles ? "articles" : "statements");
    for (const std::string& note : head.notes) {
      out += fmt::format("<p class=\"note\">{}</p>\n", escaped(note));
    }
    for (const Facet& facet : head.facets) out += table(facet.field, facet.values);
    if (head.timeline) out += timeline(*head.timeline);
    write_(out);
  }

  void hit(const Hit& hit) override {
    if (hits_) write_(article(hit));
  }

  void near(const Hit& hit) override {
    if (!hits_) return;
    if (!near_) write_("<h2>Near by, not counted above</h2>\n");
    near_ = true;
    write_(article(hit));
  }

  void end() override { write_("</body></html>\n"); }

 private:
  static std::string table(const std::string& title, const std::vector<FacetValue>& values) {
    std::string out = fmt::format("<h2>{}</h2>\n<table>\n", escaped(title));
    for (const FacetValue& value : values) {
      out += fmt::format("<tr><td>{}</td><td class=\"n\">{}</td></tr>\n", escaped(value.value),
                         value.count);
    }
    return out + "</table>\n";
  }

  static std::string timeline(const Timeline& timeline) {
    std::vector<FacetValue> values;
    for (const TimelinePoint& point : timeline.points) {
      values.push_back({point.period, point.count});
    }
    return table("timeline", values);
  }

  static std::string article(const Hit& hit) {
    std::string who = hit.is_article ? hit.headline : joined(hit.speakers, " and ");
    if (who.empty()) who = hit.mention.empty() ? "speaker not named" : hit.mention;
    std::vector<std::string> about;
    if (hit.when) about.push_back(to_iso(*hit.when));
    if (!hit.places.empty()) about.push_back(joined(hit.places, " / "));
    if (!hit.agency.empty()) about.push_back(hit.agency);
    if (!hit.is_article) {
      about.emplace_back(name_of(hit.kind));
      if (hit.status != StatementStatus::said) about.emplace_back(name_of(hit.status));
    }
    if (!hit.near.empty()) about.push_back(hit.near);
    return fmt::format(
        "<article id=\"{}\"><h2>{}</h2><div class=\"about\">{}</div>\n"
        "<div class=\"headline\">{}</div><blockquote>{}{}{}</blockquote>\n"
        "<div class=\"source\">{}:{}</div></article>\n",
        escaped(hit.id), escaped(who), escaped(joined(about, " · ")),
        hit.is_article ? "" : escaped(hit.headline), around(hit.before), passage(hit.passage),
        around(hit.after), escaped(hit.path), hit.line);
  }

  static std::string around(const std::string& text) {
    return text.empty() ? "" : "<p class=\"note\">" + escaped(text) + "</p>";
  }

  Write write_;
  bool hits_;
  bool near_ = false;
};

}  // namespace

std::unique_ptr<Renderer> make_html_renderer(const Write& write, const RenderOptions& options) {
  return std::make_unique<HtmlRenderer>(write, options);
}

}  // namespace quotary
