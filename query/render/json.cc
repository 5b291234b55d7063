#include "query/render/json.h"

#include <fmt/format.h>

#include <cmath>

#include "common/text/json_string.h"

namespace quotary {
namespace {

// Writes members of one object, with commas between them.
class Members {
 public:
  explicit Members(std::string& out) : out_(out) { out_ += '{'; }

  void raw(std::string_view key, std::string_view json) {
    out_ += first_ ? "\"" : ",\"";
    first_ = false;
    out_ += key;
    out_ += "\":";
    out_ += json;
  }
  void text(std::string_view key, std::string_view value) { raw(key, json_string(value)); }
  // null where there is none
  void text_or_null(std::string_view key, std::string_view value) {
    raw(key, value.empty() ? "null" : json_string(value));
  }
  void number(std::string_view key, uint64_t value) { raw(key, std::to_string(value)); }
  void date(std::string_view key, const std::optional<Date>& date) {
    raw(key, date ? json_string(to_iso(*date)) : "null");
  }
  void close() { out_ += '}'; }

 private:
  std::string& out_;
  bool first_ = true;
};

std::string array_of(const std::vector<std::string>& values) {
  std::string out = "[";
  for (const std::string& value : values) out += (out.size() > 1 ? "," : "") + json_string(value);
  return out + "]";
}

// Four decimals: equal on all machines.
std::string decimal(double value) {
  return std::isfinite(value) ? fmt::format("{:.4f}", value) : "0";
}

std::string content_array(const std::vector<ContentPart>& content) {
  std::string out = "[";
  for (const ContentPart& part : content) {
    if (out.size() > 1) out += ',';
    out += fmt::format("{{\"start\":{},\"end\":{},\"text\":{}}}", part.start, part.end,
                       json_string(part.text));
  }
  return out + "]";
}

std::string source_array(const std::vector<Occurrence>& sources) {
  std::string out = "[";
  for (const Occurrence& source : sources) {
    if (out.size() > 1) out += ',';
    Members members(out);
    members.text("id", source.id);
    members.text_or_null("agency", source.agency);
    members.text("path", source.path);
    members.number("line", source.line);
    members.date("date", source.date);
    members.close();
  }
  return out + "]";
}

void add_statement(Members& members, const Hit& hit) {
  members.raw("speakers", array_of(hit.speakers));
  members.text_or_null("mention", hit.mention);
  members.text_or_null("cue", hit.cue);
  members.text("kind", name_of(hit.kind));
  members.text("status", name_of(hit.status));
  members.raw("content", content_array(hit.content));
}

void add_place_and_time(Members& members, const Hit& hit) {
  members.text("headline", hit.headline);
  members.date("date", hit.date);
  members.text("date_source", name_of(hit.date_source));
  members.date("dateline_date", hit.dateline_date);
  if (!hit.is_article) members.date("said", hit.said);
  members.date("when", hit.when);
  members.raw("location", array_of(hit.location));
  members.raw("places", array_of(hit.places));
  members.text_or_null("agency", hit.agency);
}

std::string hit_object(const Hit& hit) {
  std::string out;
  Members members(out);
  members.text("id", hit.id);
  if (!hit.is_article) add_statement(members, hit);
  members.text("passage", hit.passage.text);
  if (!hit.before.empty()) members.text("before", hit.before);
  if (!hit.after.empty()) members.text("after", hit.after);
  add_place_and_time(members, hit);
  if (!hit.is_article) {
    members.text_or_null("addressee", hit.addressee);
    members.text_or_null("via", hit.via);
  }
  members.text("path", hit.path);
  members.number("line", hit.line);
  members.raw("score", decimal(hit.score));
  if (hit.is_article) {
    members.number("statements", hit.statements);
  } else {
    members.raw("confidence", decimal(hit.confidence));
    members.number("occurrences", hit.occurrences);
  }
  if (!hit.sources.empty()) members.raw("sources", source_array(hit.sources));
  if (!hit.near.empty()) members.text("near", hit.near);
  members.close();
  return out;
}

std::string value_object(std::string_view key, const std::string& value, uint64_t count) {
  return fmt::format("{{\"{}\":{},\"count\":{}}}", key, json_string(value), count);
}

std::string facets_object(const std::vector<Facet>& facets) {
  std::string out;
  Members members(out);
  for (const Facet& facet : facets) {
    std::string values = "[";
    for (const FacetValue& value : facet.values) {
      if (values.size() > 1) values += ',';
      values += value_object("value", value.value, value.count);
    }
    members.raw(facet.field, values + "]");
  }
  members.close();
  return out;
}

std::string timeline_array(const Timeline& timeline) {
  std::string out = "[";
  for (const TimelinePoint& point : timeline.points) {
    if (out.size() > 1) out += ',';
    out += value_object("period", point.period, point.count);
  }
  return out + "]";
}

class JsonRenderer : public Renderer {
 public:
  JsonRenderer(const Write& write, const RenderOptions& options)
      : write_(write), hits_(options.hits) {}

  void begin(const ResultHead& head) override {
    head_ = head;
    std::string out;
    Members members(out);
    members.number("schema_version", 1);
    members.text("query", head.query);
    members.number("total", head.total);
    if (head.groups) members.number("groups", *head.groups);
    if (head.articles) members.raw("articles", "true");
    if (head.offset > 0) members.number("offset", head.offset);
    if (!head.notes.empty()) members.raw("notes", array_of(head.notes));
    if (hits_) out += ",\"hits\":[";
    write_(out);
  }

  void hit(const Hit& hit) override {
    if (hits_) item(hit);
  }

  void near(const Hit& hit) override {
    if (!hits_) return;
    if (!near_) write_("],\"near\":[");
    if (!near_) first_ = true;
    near_ = true;
    item(hit);
  }

  void end() override {
    std::string out = hits_ ? "]" : "";
    if (!head_.facets.empty()) out += ",\"facets\":" + facets_object(head_.facets);
    if (head_.timeline) out += ",\"timeline\":" + timeline_array(*head_.timeline);
    write_(out + "}\n");
  }

 private:
  void item(const Hit& hit) {
    write_((first_ ? "\n" : ",\n") + hit_object(hit));
    first_ = false;
  }

  Write write_;
  bool hits_;
  ResultHead head_;
  bool first_ = true;
  bool near_ = false;
};

class JsonLinesRenderer : public Renderer {
 public:
  JsonLinesRenderer(const Write& write, const RenderOptions& options)
      : write_(write), hits_(options.hits) {}

  void begin(const ResultHead& head) override {
    for (const Facet& facet : head.facets) {
      for (const FacetValue& value : facet.values) {
        write_(fmt::format("{{\"facet\":{},\"value\":{},\"count\":{}}}\n", json_string(facet.field),
                           json_string(value.value), value.count));
      }
    }
    if (!head.timeline) return;
    for (const TimelinePoint& point : head.timeline->points) {
      write_(value_object("period", point.period, point.count) + "\n");
    }
  }

  void hit(const Hit& hit) override {
    if (hits_) write_(hit_object(hit) + "\n");
  }
  void near(const Hit& hit) override { this->hit(hit); }
  void end() override {}

 private:
  Write write_;
  bool hits_;
};

}  // namespace

std::unique_ptr<Renderer> make_json_renderer(const Write& write, const RenderOptions& options) {
  return std::make_unique<JsonRenderer>(write, options);
}

std::unique_ptr<Renderer> make_json_lines_renderer(const Write& write,
                                                   const RenderOptions& options) {
  return std::make_unique<JsonLinesRenderer>(write, options);
}

}  // namespace quotary
