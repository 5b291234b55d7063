#include "common/store/manifest.h"

#include <fmt/format.h>

#include <charconv>

#include "common/base/error.h"
#include "common/store/disk.h"
#include "common/store/hash.h"
#include "common/store/schema.h"

namespace quotary {
namespace {

constexpr std::string_view kFirstLine = "quotary index manifest 1";
constexpr std::string_view kChecksumWord = "checksum";

using Fields = std::vector<std::string>;

bool must_escape(char c) { return static_cast<uint8_t>(c) < 0x20 || c == '%' || c == 0x7f; }

std::string escape(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (must_escape(c)) {
      out += fmt::format("%{:02x}", static_cast<uint8_t>(c));
    } else {
      out += c;
    }
  }
  return out;
}

class ManifestParser {
 public:
  explicit ManifestParser(std::string name) : name_(std::move(name)) {}

  Manifest parse(std::string_view text) {
    std::string_view body = checked_body(text);
    bool first = true;
    while (!body.empty()) {
      size_t end = std::min(body.find('\n'), body.size());
      if (!first) read_line(split(body.substr(0, end)));
      first = false;
      body.remove_prefix(std::min(end + 1, body.size()));
    }
    return std::move(manifest_);
  }

 private:
  [[noreturn]] void fail(std::string_view why) const {
    throw Error(ErrorKind::index, fmt::format("{}: {}", name_, why),
                "the index is damaged; restore the folder from a copy, or index the sources again "
                "into a new one");
  }

  // All before the checksum's line, once that is seen to be right.
  std::string_view checked_body(std::string_view text) const {
    if (!text.starts_with(kFirstLine)) fail("no manifest of a quotary index");
    size_t at = text.rfind(fmt::format("\n{}\t", kChecksumWord));
    if (at == text.npos) fail("it ends too early");
    std::string_view body = text.substr(0, at + 1);
    if (text.substr(at + 1) != fmt::format("{}\t{:016x}\n", kChecksumWord, stable_hash(body)))
      fail("its checksum is wrong");
    return body;
  }

  Fields split(std::string_view line) const {
    Fields fields;
    for (;;) {
      size_t tab = line.find('\t');
      fields.push_back(unescape(line.substr(0, tab)));
      if (tab == line.npos) return fields;
      line.remove_prefix(tab + 1);
    }
  }

  std::string unescape(std::string_view text) const {
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
      if (text[i] != '%') {
        out += text[i];
        continue;
      }
      unsigned value = 0;
      if (i + 2 >= text.size() ||
          std::from_chars(&text[i + 1], &text[i] + 3, value, 16).ptr != &text[i] + 3)
        fail("a wrong escape");
      out += static_cast<char>(value);
      i += 2;
    }
    return out;
  }

  uint64_t number(const std::string& text) const {
    uint64_t value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) fail("a wrong number");
    return value;
  }

  void expect_fields(const Fields& fields, size_t count) const {
    if (fields.size() != count) fail("a line of a wrong length");
  }

  void read_line(const Fields& fields) {
    const std::string& word = fields[0];
    if (word == "schema") {
      expect_fields(fields, 2);
      manifest_.schema_version = static_cast<uint32_t>(number(fields[1]));
    } else if (word == "generation") {
      expect_fields(fields, 2);
      manifest_.generation = number(fields[1]);
    } else if (word == "option") {
      expect_fields(fields, 3);
      manifest_.options[fields[1]] = fields[2];
    } else if (word == "source") {
      expect_fields(fields, 3);
      manifest_.sources.push_back({fields[1], fields[2]});
    } else if (word == "segment") {
      read_segment(fields);
    } else if (word == "superseded") {
      if (manifest_.segments.empty()) fail("superseded files of no segment");
      auto& superseded = manifest_.segments.back().superseded;
      superseded.insert(superseded.end(), fields.begin() + 1, fields.end());
    }  // other words: of a later version that changed no schema
  }

  void read_segment(const Fields& fields) {
    expect_fields(fields, 9);
    SegmentEntry segment;
    segment.name = fields[1];
    if (segment.name.empty() || segment.name[0] == '.' ||
        segment.name.find('/') != std::string::npos)
      fail("a wrong segment name");
    segment.files = number(fields[2]);
    segment.articles = number(fields[3]);
    segment.statements = number(fields[4]);
    segment.text_bytes = number(fields[5]);
    segment.writer = fields[6];
    segment.superseded_articles = number(fields[7]);
    segment.superseded_statements = number(fields[8]);
    if (segment.superseded_articles > segment.articles ||
        segment.superseded_statements > segment.statements)
      fail("more superseded than there is");
    manifest_.segments.push_back(std::move(segment));
  }

  std::string name_;
  Manifest manifest_;
};

void check_schema(const Manifest& manifest, const std::filesystem::path& index) {
  if (manifest.schema_version == kSchemaVersion) return;
  bool newer = manifest.schema_version > kSchemaVersion;
  throw Error(ErrorKind::index,
              fmt::format("{}: the index has schema version {}, this program reads version {}",
                          index.string(), manifest.schema_version, kSchemaVersion),
              newer ? "use the newer quotary that made it"
                    : "index the sources again into a new folder (quotary-index -i NEW SOURCE...)");
}

}  // namespace

uint64_t Manifest::articles() const {
  uint64_t sum = 0;
  for (const SegmentEntry& segment : segments)
    sum += segment.articles - segment.superseded_articles;
  return sum;
}

uint64_t Manifest::statements() const {
  uint64_t sum = 0;
  for (const SegmentEntry& segment : segments)
    sum += segment.statements - segment.superseded_statements;
  return sum;
}

std::string format_manifest(const Manifest& manifest) {
  std::string out = fmt::format("{}\nschema\t{}\ngeneration\t{}\n", kFirstLine,
                                manifest.schema_version, manifest.generation);
  for (const auto& [name, value] : manifest.options)
    out += fmt::format("option\t{}\t{}\n", escape(name), escape(value));
  for (const SourceEntry& source : manifest.sources)
    out += fmt::format("source\t{}\t{}\n", escape(source.name), escape(source.root));
  for (const SegmentEntry& segment : manifest.segments) {
    out += fmt::format("segment\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", escape(segment.name),
                       segment.files, segment.articles, segment.statements, segment.text_bytes,
                       escape(segment.writer), segment.superseded_articles,
                       segment.superseded_statements);
    for (const std::string& term : segment.superseded)
      out += fmt::format("superseded\t{}\n", escape(term));
  }
  return out + fmt::format("{}\t{:016x}\n", kChecksumWord, stable_hash(out));
}

Manifest parse_manifest(std::string_view text, const std::string& name) {
  return ManifestParser(name).parse(text);
}

std::filesystem::path manifest_path(const std::filesystem::path& index) {
  return index / "manifest";
}

std::filesystem::path authority_path(const std::filesystem::path& index) {
  return index / "authority";
}

std::filesystem::path segment_path(const std::filesystem::path& index, const std::string& name) {
  return index / "segments" / name;
}

std::optional<Manifest> load_manifest(const std::filesystem::path& index) {
  std::error_code error;
  if (std::filesystem::exists(index, error) && !std::filesystem::is_directory(index, error))
    throw Error(ErrorKind::index, fmt::format("{} is a file, not an index", index.string()),
                "name the index's folder with -i");
  std::optional<std::string> text = read_whole_file(manifest_path(index));
  if (!text) return std::nullopt;
  Manifest manifest = parse_manifest(*text, manifest_path(index).string());
  check_schema(manifest, index);
  return manifest;
}

void save_manifest(const std::filesystem::path& index, const Manifest& manifest) {
  replace_file(manifest_path(index), format_manifest(manifest));
}

}  // namespace quotary
