#pragma once

#include <string>
#include <string_view>

namespace quotary {

// `text` as a JSON string, with its quotation marks. Takes any bytes: what is no UTF-8 becomes
// U+FFFD. Control characters (C0, DEL, C1) and line separators are escaped, so that a terminal or a
// script that shows the JSON as it is obeys none of them.
void append_json_string(std::string& out, std::string_view text);
std::string json_string(std::string_view text);

}  // namespace quotary
