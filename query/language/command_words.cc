#include "query/language/command_words.h"

#include <string_view>

#include "common/store/schema.h"

namespace quotary {
namespace {

// The query's text for one word of the command line.
std::string with_marks(const std::string& word) {
  if (word.find(' ') == std::string::npos) return word;
  if (word.find_first_of("\"()") != std::string::npos) return word;
  size_t colon = word.find(':');
  size_t name = word.starts_with('-') ? 1 : 0;
  bool field = colon != std::string::npos && colon > name && colon < word.find(' ') &&
               find_field(std::string_view(word).substr(name, colon - name)) != nullptr;
  if (!field) return "\"" + word + "\"";
  std::string value = word.substr(colon + 1);
  if (value.find(':') != std::string::npos) return word;  // 'speaker:putin date:2024'
  return word.substr(0, colon + 1) + "\"" + value + "\"";
}

}  // namespace

std::string query_of_words(const std::vector<std::string>& words) {
  if (words.size() == 1) return words[0];
  std::string query;
  for (const std::string& word : words) query += (query.empty() ? "" : " ") + with_marks(word);
  return query;
}

}  // namespace quotary
