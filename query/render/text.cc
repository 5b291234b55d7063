#include "query/render/text.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/text/terminal.h"
#include "query/render/concordance.h"
#include "query/render/shell_words.h"
#include "query/render/styled_text.h"

namespace quotary {
namespace {

// Hits whose passages may be shown together are looked for among so many.
constexpr size_t window = 200;
constexpr size_t longest_line = 100;  // wider lines are hard to read

std::string joined(const std::vector<std::string>& values, std::string_view between) {
  std::string out;
  for (const std::string& value : values) {
    out += (out.empty() ? "" : std::string(between)) + value;
  }
  return out;
}

std::string plural(uint64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

// Statements of one speaker in one passage.
struct Group {
  Hit first;
  std::vector<Span> content;
  std::vector<std::string> ids;
};

bool belong_together(const Hit& a, const Hit& b) {
  return !a.is_article && a.path == b.path && a.passage.start == b.passage.start &&
         a.passage.text == b.passage.text && a.speakers == b.speakers &&
         (!a.speakers.empty() || a.mention == b.mention) && a.status == b.status;
}

class TextRenderer : public Renderer {
 public:
  TextRenderer(const Write& write, const RenderOptions& options)
      : write_(write),
        options_(options),
        marker_(options.colour),
        width_(std::max<size_t>(options.width, 20)),
        concordance_(options.kwic.value_or(KwicOrder::text), width_, marker_, options.colour) {}

  void begin(const ResultHead& head) override {
    head_ = head;
    for (const std::string& note : head.notes) {
      write_(marker_.wrap({{"note: " + safe_for_terminal(note), Style::faint}}, width_, ""));
    }
    write_(summary());
    for (const Facet& facet : head.facets) write_(facet_table(facet));
    if (head.timeline) write_(timeline_chart(*head.timeline));
  }

  void hit(const Hit& hit) override {
    if (!options_.hits) return;
    ++shown_;
    if (options_.kwic) return write_((shown_ == 1 ? "\n" : "") + concordance_.add(hit));
    auto same = std::find_if(groups_.begin(), groups_.end(),
                             [&](const Group& group) { return belong_together(group.first, hit); });
    if (same == groups_.end()) {
      if (groups_.size() >= window) flush();
      groups_.push_back({hit, hit.passage.content, {hit.id}});
      return;
    }
    same->ids.push_back(hit.id);
    same->content.insert(same->content.end(), hit.passage.content.begin(),
                         hit.passage.content.end());
  }

  void near(const Hit& hit) override {
    if (!options_.hits) return;
    flush();
    if (!near_) {
      write_("\n" + marker_.style(Style::heading, "Near by, not counted above") + "\n");
    }
    near_ = true;
    write_(block({hit, hit.passage.content, {hit.id}}));
  }

  void end() override {
    flush();
    write_(concordance_.finish());
    uint64_t listed = head_.groups.value_or(head_.total);
    if (!options_.hits || head_.offset + shown_ >= listed || shown_ == 0) return;
    write_(fmt::format("\n{} to {} of {}; more: --offset {}, all: --limit 0\n", head_.offset + 1,
                       head_.offset + shown_, listed, head_.offset + shown_));
  }

 private:
  std::string summary() const {
    std::string count = head_.articles ? plural(head_.total, "article", "articles")
                                       : plural(head_.total, "statement", "statements");
    if (head_.groups) count += " in " + plural(*head_.groups, "group", "groups");
    if (!options_.hits) return count + "\n";
    std::string query = cut_to_width(safe_for_terminal(head_.query),
                                     width_ - std::min(width_, display_width(count) + 2));
    return count + (query.empty() ? "" : ": " + marker_.style(Style::faint, query)) + "\n";
  }

  void flush() {
    for (const Group& group : groups_) write_(block(group));
    groups_.clear();
  }

  // --- one hit ------------------------------------------------------------------------------

  std::string block(const Group& group) const {
    const Hit& hit = group.first;
    std::string out = "\n" + title_lines(hit);
    size_t width = std::min(width_, longest_line);
    if (!hit.is_article && !hit.headline.empty()) {
      std::string headline = cut_to_width(safe_for_terminal(hit.headline), width_ - 2);
      out += "  " + marker_.style(Style::faint, headline) + "\n";
    }
    if (!hit.before.empty()) out += context_lines(hit.before, width);
    std::vector<Span> content = group.content;
    std::sort(content.begin(), content.end());
    content.erase(std::unique(content.begin(), content.end()), content.end());
    out +=
        marker_.wrap(marked_runs(hit.passage.text, content, hit.passage.matches, options_.colour),
                     width, "    ");
    if (!hit.after.empty()) out += context_lines(hit.after, width);
    return out + source_lines(group);
  }

  std::string context_lines(const std::string& text, size_t width) const {
    return marker_.wrap({{safe_for_terminal(text), Style::faint}}, width, "    ");
  }

  std::string who(const Hit& hit) const {
    if (hit.is_article) return hit.headline.empty() ? hit.path : hit.headline;
    std::string name = joined(hit.speakers, " and ");
    if (name.empty()) name = hit.mention.empty() ? "speaker not named" : hit.mention;
    if (hit.status == StatementStatus::denied) name += " (denied)";
    if (hit.status == StatementStatus::declined) name += " (declined)";
    if (hit.status == StatementStatus::not_said) name += " (did not say)";
    return name;
  }

  // Speaker, day, place, agency; on lines of their own where one is too narrow.
  std::string title_lines(const Hit& hit) const {
    std::string name = safe_for_terminal(who(hit));
    std::vector<std::string> about;
    if (hit.when) about.push_back(to_iso(*hit.when));
    if (!hit.places.empty()) about.push_back(joined(hit.places, " / "));
    if (!hit.agency.empty()) about.push_back(hit.agency);
    if (hit.is_article) about.push_back(plural(hit.statements, "statement", "statements"));
    if (!hit.near.empty()) about.push_back(hit.near);
    std::string rest = safe_for_terminal(joined(about, "  "));
    std::string shown = marker_.style(Style::speaker, cut_to_width(name, width_));
    if (rest.empty()) return shown + "\n";
    bool fits = display_width(name) + 2 + display_width(rest) <= width_;
    return shown + (fits ? "  " : "\n  ") + cut_to_width(rest, width_ - 2) + "\n";
  }

  std::string source_lines(const Group& group) const {
    const Hit& hit = group.first;
    std::string place = safe_for_terminal(fmt::format("{}:{}", hit.path, hit.line));
    std::string ids = "  " + hit.id;
    if (group.ids.size() > 1) ids += fmt::format("  {} statements", group.ids.size());
    bool fits = 2 + display_width(place) + ids.size() <= width_;
    std::string out = "  " + linked(hit, marker_.style(Style::faint, place)) +
                      marker_.style(Style::faint, fits ? ids : "\n" + ids) + "\n";
    if (hit.occurrences > 1) out += repeats(hit);
    return out;
  }

  std::string repeats(const Hit& hit) const {
    std::string out = fmt::format("  carried {} times:\n", hit.occurrences);
    for (const Occurrence& source : hit.sources) {
      std::string line = fmt::format("    {}  {}  {}:{}", source.date ? to_iso(*source.date) : "",
                                     source.agency, source.path, source.line);
      out += marker_.style(Style::faint, cut_to_width(safe_for_terminal(line), width_)) + "\n";
    }
    return out;
  }

  // OSC 8, as most terminals know it.
  std::string linked(const Hit& hit, const std::string& text) const {
    if (!options_.hyperlinks || hit.file.empty()) return text;
    std::string uri = "file://";
    for (char c : hit.file) {
      bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   c == '/' || c == '-' || c == '_' || c == '.';
      uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return "\x1b]8;;" + uri + "\x1b\\" + text + "\x1b]8;;\x1b\\";
  }

  // --- facets and time ----------------------------------------------------------------------

  static std::string bar(uint64_t count, uint64_t most, size_t columns) {
    if (most == 0 || count == 0) return "";
    size_t eighths = std::max<size_t>(1, count * columns * 8 / most);
    static constexpr std::string_view parts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    std::string out;
    for (size_t i = 0; i < eighths / 8; ++i) out += "█";
    return out + std::string(parts[eighths % 8]);
  }

  // Lines "  label  count  bar".
  std::string chart(const std::vector<FacetValue>& values) const {
    size_t label = 0;
    size_t digits = 1;
    uint64_t most = 0;
    for (const FacetValue& value : values) {
      label = std::max(label, display_width(safe_for_terminal(value.value)));
      digits = std::max(digits, std::to_string(value.count).size());
      most = std::max(most, value.count);
    }
    label = std::min(label, width_ > digits + 20 ? width_ - digits - 16 : 10);
    size_t columns =
        width_ > label + digits + 8 ? std::min<size_t>(40, width_ - label - digits - 7) : 1;
    std::string out;
    for (const FacetValue& value : values) {
      std::string name = cut_to_width(safe_for_terminal(value.value), label);
      out += "  " + name + std::string(label - display_width(name), ' ') +
             fmt::format("  {:>{}}  {}\n", value.count, digits, bar(value.count, most, columns));
    }
    return out;
  }

  std::string facet_table(const Facet& facet) const {
    if (facet.values.empty()) return "";
    std::string title = facet.field;
    if (facet.distinct > facet.values.size()) {
      title += fmt::format(" ({} of {})", facet.values.size(), facet.distinct);
    }
    std::string out = "\n" + marker_.style(Style::heading, title) + "\n" + chart(facet.values);
    if (facet.without > 0) out += fmt::format("  {} without\n", facet.without);
    return out + next_command(facet);
  }

  // The same search for the most frequent value, to be typed.
  std::string next_command(const Facet& facet) const {
    if (facet.next.empty() || head_.total < 2) return "";
    std::string command =
        options_.program + (head_.articles ? " --articles " : " ") + shell_quoted(facet.next);
    return "  next: " + marker_.style(Style::faint, safe_for_terminal(command)) + "\n";
  }

  std::string timeline_chart(const Timeline& timeline) const {
    if (timeline.points.empty()) return "";
    std::vector<FacetValue> values;
    for (const TimelinePoint& point : timeline.points) {
      values.push_back({point.period, point.count});
    }
    std::string out = "\n" + marker_.style(Style::heading, "timeline") + "\n" + chart(values);
    if (timeline.undated > 0) out += fmt::format("  {} undated\n", timeline.undated);
    return out;
  }

  Write write_;
  RenderOptions options_;
  Marker marker_;
  size_t width_;
  Concordance concordance_;
  ResultHead head_;
  std::vector<Group> groups_;
  uint64_t shown_ = 0;
  bool near_ = false;
};

}  // namespace

std::unique_ptr<Renderer> make_text_renderer(const Write& write, const RenderOptions& options) {
  return std::make_unique<TextRenderer>(write, options);
}

}  // namespace quotary
