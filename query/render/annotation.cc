#include "query/render/annotation.h"

#include <fmt/format.h>

#include "common/text/json_string.h"
#include "query/render/json.h"

namespace quotary {
namespace {

// file:// of an absolute path, percent-encoded.
std::string file_uri(std::string_view path) {
  std::string out = "file://";
  for (char c : path) {
    bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                 c == '/' || c == '-' || c == '_' || c == '.' || c == '~';
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string body(std::string_view purpose, std::string_view value) {
  return fmt::format("{{\"type\":\"TextualBody\",\"purpose\":\"{}\",\"value\":{}}}", purpose,
                     json_string(value));
}

std::string bodies(const Hit& hit) {
  std::string out;
  auto add = [&](std::string_view purpose, std::string_view value) {
    if (!value.empty()) out += (out.empty() ? "" : ",") + body(purpose, value);
  };
  for (const std::string& speaker : hit.speakers) add("identifying", speaker);
  if (hit.speakers.empty()) add("identifying", hit.mention);
  add("tagging", "kind:" + std::string(name_of(hit.kind)));
  add("tagging", "status:" + std::string(name_of(hit.status)));
  if (!hit.cue.empty()) add("tagging", "cue:" + hit.cue);
  if (hit.when) add("tagging", "when:" + to_iso(*hit.when));
  return "[" + out + "]";
}

// Each part of the content by position and by its words.
std::string targets(const Hit& hit) {
  std::string source = json_string(file_uri(hit.file.empty() ? "/" + hit.path : hit.file));
  std::string out;
  for (const ContentPart& part : hit.content) {
    if (!out.empty()) out += ',';
    out += fmt::format(
        "{{\"source\":{},\"selector\":[{{\"type\":\"TextPositionSelector\",\"start\":{},"
        "\"end\":{}}},{{\"type\":\"TextQuoteSelector\",\"exact\":{}}}]}}",
        source, part.start, part.end, json_string(part.text));
  }
  if (hit.content.empty()) out = fmt::format("{{\"source\":{}}}", source);
  return "[" + out + "]";
}

class AnnotationRenderer : public Renderer {
 public:
  explicit AnnotationRenderer(const Write& write) : write_(write) {}

  void begin(const ResultHead& head) override {
    write_(
        fmt::format("{{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":"
                    "\"AnnotationPage\",\"partOf\":{{\"type\":\"AnnotationCollection\","
                    "\"label\":{},\"total\":{}}},\"startIndex\":{},\"items\":[",
                    json_string(head.query), head.total, head.offset));
  }

  void hit(const Hit& hit) override {
    write_(
        fmt::format("{}{{\"id\":\"urn:quotary:{}\",\"type\":\"Annotation\",\"motivation\":"
                    "\"identifying\",\"body\":{},\"target\":{}}}",
                    first_ ? "\n" : ",\n", hit.id, bodies(hit), targets(hit)));
    first_ = false;
  }

  void near(const Hit&) override {}
  void end() override { write_("]}\n"); }

 private:
  Write write_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<Renderer> make_annotation_renderer(const Write& write, const RenderOptions&) {
  return std::make_unique<AnnotationRenderer>(write);
}

}  // namespace quotary
