#pragma once

#include <string>
#include <string_view>

namespace quotary {

// What a page's JSON-LD says of its article; each part empty where it says nothing.
struct JsonArticle {
  std::string headline, date, body;
};

// Reads a schema.org NewsArticle, or the first object of an array or graph that has a date.
JsonArticle read_json_ld(std::string_view json);

}  // namespace quotary
