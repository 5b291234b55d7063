#include "corpus/reader/formats.h"

#include <algorithm>
#include <array>

namespace quotary {
namespace {

std::string_view without_leading_space(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  size_t begin = head.find_first_not_of(" \t\r\n");
  return begin == head.npos ? std::string_view() : head.substr(begin);
}

bool has(std::string_view head, std::string_view what) { return head.find(what) != head.npos; }

bool begins_with_any_case(std::string_view head, std::string_view lower) {
  return head.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), head.begin(), [](char want, char c) {
           return want == (c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
         });
}

bool is_archive(std::string_view head, std::string_view) {
  using namespace std::literals;
  constexpr std::array magics = {"\x1F\x8B"sv, "\x28\xB5\x2F\xFD"sv,
                                 "\xFD"
                                 "7zXZ\0"sv,
                                 "PK\x03\x04"sv, "BZh"sv};
  bool magic =
      std::any_of(magics.begin(), magics.end(), [&](auto m) { return head.starts_with(m); });
  return magic || (head.size() > 262 && head.substr(257, 5) == "ustar");
}

bool is_warc(std::string_view head, std::string_view) { return head.starts_with("WARC/1."); }

bool is_reuters_sgml(std::string_view head, std::string_view) {
  return has(head, "<REUTERS ") && (has(head, "NEWID=") || has(head, "<!DOCTYPE lewis"));
}

bool is_gigaword_sgml(std::string_view head, std::string_view) {
  head = without_leading_space(head);
  if (!head.starts_with('<')) return false;
  bool doc = has(head, "<DOC>") || has(head, "<DOC ");
  return doc && (has(head, "<TEXT>") || has(head, "<HEADLINE>") || has(head, "<DOCNO>"));
}

bool is_json(std::string_view head, std::string_view name) {
  head = without_leading_space(head);
  if (head.empty() || (head[0] != '{' && head[0] != '[')) return false;
  bool named = name.ends_with(".json") || name.ends_with(".jsonl") || name.ends_with(".ndjson");
  std::string_view inner = without_leading_space(head.substr(1));
  return named || (head[0] == '{' && inner.starts_with('"'));
}

bool is_html(std::string_view head, std::string_view) {
  head = without_leading_space(head);
  return begins_with_any_case(head, "<!doctype html") || begins_with_any_case(head, "<html");
}

bool is_news_xml(std::string_view head, std::string_view) {
  head = without_leading_space(head);
  if (!head.starts_with("<?xml") && !head.starts_with("<n") && !head.starts_with("<!DOCTYPE nitf"))
    return false;
  return has(head, "<nitf") || has(head, "<newsItem") || has(head, "<newsMessage") ||
         has(head, "<newsitem");
}

bool is_text(std::string_view head, std::string_view) {
  size_t control = static_cast<size_t>(std::count_if(head.begin(), head.end(), [](char c) {
    auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f' &&
           byte != 0x1B;
  }));
  return !has(head, std::string_view("\0", 1)) && control * 20 <= head.size();
}

constexpr SourceFormat kFormats[] = {
    {"archive", "gz, zst, xz, bz2, zip or tar with files of the other formats", is_archive,
     read_archive},
    {"reuters-sgml", "Reuters-21578 SGML", is_reuters_sgml, read_reuters_sgml},
    {"gigaword-sgml", "LDC Gigaword and other newswire SGML (DOC, HEADLINE, TEXT, P)",
     is_gigaword_sgml, read_gigaword_sgml},
    {"json", "JSON Lines or JSON: schema.org NewsArticle, IPTC ninjs", is_json, read_json},
    {"news-xml", "NITF, NewsML-G2, RCV1", is_news_xml, read_news_xml},
    {"warc", "WARC: the HTML pages of a crawl", is_warc, read_warc},
    {"html", "one HTML page: JSON-LD, og: and article: meta, p", is_html, read_html},
    {"text", "dated text: \" date 2024-10-23 HEADLINE\", then paragraphs", is_text,
     read_dated_text},
};

}  // namespace

std::span<const SourceFormat> source_formats() { return kFormats; }

const SourceFormat* find_source_format(std::string_view name) {
  auto found = std::find_if(std::begin(kFormats), std::end(kFormats),
                            [&](const SourceFormat& format) { return format.name == name; });
  return found == std::end(kFormats) ? nullptr : found;
}

const SourceFormat* recognise_format(std::string_view head, std::string_view name) {
  auto found =
      std::find_if(std::begin(kFormats), std::end(kFormats),
                   [&](const SourceFormat& format) { return format.recognises(head, name); });
  return found == std::end(kFormats) ? nullptr : found;
}

}  // namespace quotary
