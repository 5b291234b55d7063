#include <fmt/format.h>

#include <charconv>

#include "common/base/error.h"
#include "common/text/fold.h"
#include "corpus/reader/formats.h"

namespace quotary {
namespace {

constexpr uint64_t kLongestHeaderLine = uint64_t{64} << 10;
constexpr size_t kMostHeaderLines = 200;

struct RecordHeader {
  std::string type, uri, content_type;
  uint64_t length = 0;
};

std::string_view without_line_end(std::string_view line) {
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// "Name: value", the name folded.
std::pair<std::string, std::string_view> field_of(std::string_view line) {
  size_t colon = line.find(':');
  if (colon == line.npos) return {};
  std::string_view value = line.substr(colon + 1);
  value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
  return {fold(line.substr(0, colon)), value};
}

// The next record's header; false at the end. What stands between records is passed over.
bool read_header(ByteStream& bytes, RecordHeader& header) {
  std::string line;
  do {
    if (!bytes.read_line(line, kLongestHeaderLine)) return false;
  } while (!line.starts_with("WARC/"));
  header = {};
  for (size_t count = 0; count < kMostHeaderLines && bytes.read_line(line, kLongestHeaderLine);
       ++count) {
    std::string_view text = without_line_end(line);
    if (text.empty()) return true;
    auto [name, value] = field_of(text);
    if (name == "warc-type") header.type = value;
    if (name == "warc-target-uri") header.uri = value;
    if (name == "content-type") header.content_type = value;
    if (name == "content-length")
      std::from_chars(value.data(), value.data() + value.size(), header.length);
  }
  throw Error(ErrorKind::input, "a WARC record's header does not end");
}

std::string read_content(ByteStream& bytes, uint64_t length) {
  std::string content(static_cast<size_t>(length), '\0');
  size_t held = 0;
  while (held < content.size()) {
    size_t count = bytes.read(content.data() + held, content.size() - held);
    if (count == 0) break;
    held += count;
  }
  content.resize(held);
  return content;
}

// A body in chunks, each after its length: put together.
std::string joined_chunks(std::string_view body) {
  std::string joined;
  while (!body.empty()) {
    uint64_t length = 0;
    auto [end, error] = std::from_chars(body.data(), body.data() + body.size(), length, 16);
    size_t line = body.find('\n');
    if (error != std::errc() || length == 0 || line == body.npos) break;
    body.remove_prefix(line + 1);
    length = std::min<uint64_t>(length, body.size());
    joined.append(body.substr(0, static_cast<size_t>(length)));
    body.remove_prefix(static_cast<size_t>(length));
    body.remove_prefix(std::min<size_t>(2, body.size()));
  }
  return joined;
}

// An HTTP response with a page in it: the page; nullopt for any other.
std::optional<std::string> page_of(std::string_view response) {
  size_t end = response.find("\r\n\r\n");
  if (end == response.npos || !response.starts_with("HTTP/") || response.find(" 200") > 9)
    return std::nullopt;
  std::string_view head = response.substr(0, end), body = response.substr(end + 4);
  bool html = false, chunked = false, packed = false;
  for (size_t begin = 0; begin < head.size();) {
    size_t line_end = std::min(head.find("\r\n", begin), head.size());
    auto [name, value] = field_of(head.substr(begin, line_end - begin));
    begin = line_end + 2;
    html = html || (name == "content-type" && fold(value).find("html") != std::string::npos);
    chunked = chunked || (name == "transfer-encoding" && value == "chunked");
    packed = packed || (name == "content-encoding" && value != "identity" && !value.empty());
  }
  if (!html) return std::nullopt;
  std::string page = chunked ? joined_chunks(body) : std::string(body);
  // Crawlers unpack what they store, and leave the header as it was.
  if (packed && !page.starts_with('<') && page.find('<') > 100) return std::nullopt;
  return page;
}

}  // namespace

void read_warc(const Source& source) {
  RecordHeader header;
  for (size_t number = 1; read_header(source.bytes, header); ++number) {
    bool response =
        header.type == "response" && header.content_type.starts_with("application/http");
    if (!response || header.length > source.options.limits.record_bytes) {
      if (response) source.skipped("a record is too large", "", fmt::format("record {}", number));
      source.bytes.skip(header.length);
      continue;
    }
    auto page = page_of(read_content(source.bytes, header.length));
    if (!page) continue;
    MemoryStream bytes(*page);
    std::string path = source.path + "!" + header.uri;
    read_html({bytes, path, header.uri, header.uri, source.options, source.sink, source.depth});
  }
}

}  // namespace quotary
