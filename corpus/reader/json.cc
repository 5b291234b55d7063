#include <fmt/format.h>
#include <simdjson.h>

#include "common/base/error.h"
#include "common/text/utf8.h"
#include "corpus/reader/article_builder.h"
#include "corpus/reader/formats.h"
#include "corpus/reader/html.h"
#include "corpus/reader/json_article.h"

namespace quotary {
namespace {

namespace dom = simdjson::dom;
using Names = std::initializer_list<std::string_view>;

constexpr size_t kLeastCapacity = 4096;  // of the parser, which grows with what it reads
constexpr size_t kMostValues = 100;      // of an array where one is expected: bodies, places

// The text of a value: a string itself, or what the first of some members of an object holds, or
// that of an array's first element. Never deeper than that.
std::string_view text_of(dom::element value, Names members = {"value", "name", "@value"}) {
  if (value.is_array() && value.get_array().value_unsafe().size() > 0) {
    value = value.get_array().value_unsafe().at(0).value_unsafe();
  }
  if (value.is_string()) return value.get_string().value_unsafe();
  if (!value.is_object()) return {};
  for (std::string_view member : members) {
    std::string_view text;
    if (value[member].get(text) == simdjson::SUCCESS && !text.empty()) return text;
  }
  return {};
}

// The first of some members that has a text.
std::string_view first_text(dom::element object, Names names) {
  for (std::string_view name : names) {
    dom::element value;
    if (object[name].get(value) != simdjson::SUCCESS) continue;
    if (auto text = text_of(value); !text.empty()) return text;
  }
  return {};
}

// {"addressLocality": "Kazan", "addressCountry": "Russia"}, {"name": "Kazan"}, "Kazan, Russia".
Place place_of(dom::element value) {
  Place place;
  auto add = [&](std::string_view part) {
    if (!part.empty() && place.parts.size() < 4) place.parts.push_back(tidy(part));
  };
  dom::element address;
  if (value.is_object() && value["address"].get(address) == simdjson::SUCCESS &&
      address.is_object()) {
    for (std::string_view part : {"addressLocality", "addressRegion", "addressCountry"}) {
      add(first_text(address, {part}));
    }
  }
  if (!place.parts.empty()) return place;
  std::string_view text = text_of(value);
  for (size_t begin = 0; begin < text.size();) {
    size_t comma = std::min(text.find(", ", begin), text.size());
    add(text.substr(begin, comma - begin));
    begin = comma + 2;
  }
  return place;
}

void add_places(ArticleBuilder& article, dom::element object) {
  for (std::string_view name : {"locationCreated", "located", "contentLocation", "location"}) {
    dom::element value;
    if (object[name].get(value) != simdjson::SUCCESS) continue;
    size_t count = 0;
    dom::array several;
    if (value.get(several) == simdjson::SUCCESS) {
      for (dom::element one : several) {
        Place place = place_of(one);
        if (!place.parts.empty() && ++count <= kMostValues) article.place(std::move(place));
      }
    } else if (Place place = place_of(value); !place.parts.empty()) {
      article.place(std::move(place));
      ++count;
    }
    if (count > 0) return;
  }
}

// ninjs has its bodies in several forms; the plain one is taken before one with markup.
void add_body(const Source& source, ArticleBuilder& article, dom::element object) {
  dom::array bodies;
  if (object["bodies"].get(bodies) == simdjson::SUCCESS) {
    for (dom::element body : bodies) {
      std::string_view type = first_text(body, {"contenttype", "contentType", "type"});
      if (type.find("html") == type.npos) return article.paragraphs(text_of(body));
    }
    for (dom::element body : bodies) return add_html_paragraphs(source, article, text_of(body));
  }
  std::string_view text =
      first_text(object, {"articleBody", "body_text", "body", "text", "content", "maintext"});
  if (!text.empty()) return article.paragraphs(text);
  add_html_paragraphs(source, article,
                      first_text(object, {"body_xhtml", "body_html", "content_html"}));
}

bool is_article(dom::element object) {
  for (std::string_view name : {"articleBody", "body_text", "body", "text", "content", "maintext",
                                "bodies", "body_xhtml", "body_html", "content_html", "headline"}) {
    dom::element value;
    if (object[name].get(value) == simdjson::SUCCESS) return true;
  }
  return false;
}

void read_object(const Source& source, dom::element object, std::string suffix,
                 const std::string& place) {
  if (!object.is_object() || !is_article(object)) {
    return source.warning("no article: no headline and no text under a name that is known", place);
  }
  ArticleBuilder article(source, std::move(suffix));
  article.headline(first_text(object, {"headline", "headlines", "title", "name"}));
  for (std::string_view name :
       {"datePublished", "date", "date_publish", "versioncreated", "versionCreated", "firstcreated",
        "firstCreated", "published", "pubdate", "dateCreated"}) {
    if (auto date = first_text(object, {name}); !date.empty()) article.date(date);
  }
  article.dateline(first_text(object, {"dateline"}));
  article.agency(tidy(
      first_text(object, {"infosource", "sourceOrganization", "publisher", "provider", "source"})));
  std::string_view language = first_text(object, {"inLanguage", "language"});
  if (language.size() == 2 || (language.size() > 2 && language[2] == '-'))
    article.language(language);
  add_places(article, object);
  add_body(source, article, object);
  if (!article.emit()) source.warning("an article without text", place);
}

// An object, an array of objects, or a JSON-LD graph of them.
void read_value(const Source& source, dom::element value) {
  dom::array several;
  bool many = value.get(several) == simdjson::SUCCESS ||
              value["@graph"].get(several) == simdjson::SUCCESS ||
              value["articles"].get(several) == simdjson::SUCCESS ||
              value["items"].get(several) == simdjson::SUCCESS;
  if (!many) return read_object(source, value, "", "");
  size_t number = 0;
  for (dom::element one : several) {
    ++number;
    read_object(source, one, fmt::format("!{}", number), fmt::format("element {}", number));
  }
}

std::string explain(const Source& source, simdjson::error_code error) {
  if (error == simdjson::DEPTH_ERROR)
    return fmt::format("values within values, more than {} deep", source.options.limits.nesting);
  return fmt::format("no JSON: {}", simdjson::error_message(error));
}

// A line a value: until the first line alone turns out to be none, which makes the file one value.
bool read_lines(const Source& source, dom::parser& parser, std::string& first) {
  std::string line;
  size_t number = 0;
  while (source.bytes.read_line(line, source.options.limits.record_bytes)) {
    ++number;
    if (line.find_first_not_of(" \t\r\n") == line.npos) continue;
    repair_utf8(line);
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    dom::element value;
    auto error = parser.parse(line).get(value);
    if (error && first.empty() && number == 1) {
      first = std::move(line);
      return false;
    }
    std::string place = fmt::format("line {}", number);
    if (error) {
      source.skipped(explain(source, error), "", place);
    } else if (number == 1 && source.bytes.peek(1).empty()) {
      read_value(source, value);
    } else {
      read_object(source, value, fmt::format("!{}", number), place);
    }
  }
  return true;
}

}  // namespace

void read_json(const Source& source) {
  const ReaderLimits& limits = source.options.limits;
  dom::parser parser(limits.document_bytes);
  if (auto error = parser.allocate(kLeastCapacity, limits.nesting + 1))
    return source.skipped(explain(source, error));
  std::string whole;
  if (read_lines(source, parser, whole)) return;
  whole += source.bytes.read_rest(limits.document_bytes);
  repair_utf8(whole);
  dom::element value;
  if (auto error = parser.parse(whole).get(value)) return source.skipped(explain(source, error));
  read_value(source, value);
}

JsonArticle read_json_ld(std::string_view json) {
  JsonArticle article;
  dom::parser parser;
  dom::element value;
  simdjson::padded_string padded(json);
  if (json.empty() || parser.parse(padded).get(value) != simdjson::SUCCESS) return article;
  dom::array several;
  bool many =
      value.get(several) == simdjson::SUCCESS || value["@graph"].get(several) == simdjson::SUCCESS;
  auto take = [&](dom::element object) {
    if (!object.is_object() || !article.date.empty()) return;
    article.headline = first_text(object, {"headline"});
    article.date = first_text(object, {"datePublished"});
    article.body = first_text(object, {"articleBody"});
  };
  if (!many) take(value);
  if (many) {
    for (dom::element one : several) take(one);
  }
  return article;
}

}  // namespace quotary
