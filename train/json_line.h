#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quotary {

// One line of a gold file: a flat JSON object whose values are strings, numbers, null, and arrays
// of whole numbers or of pairs of them. What gold files need and no more.
struct JsonLine {
  std::map<std::string, std::string> strings;
  std::map<std::string, std::vector<long>> numbers;  // arrays flattened, a number as one element

  // The string of a key; empty where it is null or absent.
  std::string string(const std::string& key) const;
  std::vector<long> list(const std::string& key) const;
};

// Throws Error(input) where the line is no such object; `where` ("FILE:LINE") stands in the
// message.
JsonLine parse_json_line(std::string_view line, const std::string& where);

}  // namespace quotary
