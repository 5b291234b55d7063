#pragma once

#include <string>
#include <string_view>

namespace quotary {

// Letters and their case, for every script that has one. ASCII is answered without ICU.
bool is_letter(char32_t c);
bool is_upper(char32_t c);  // capitals and title-case letters
bool is_lower(char32_t c);
bool is_digit(char32_t c);  // 0 to 9 only
bool is_space(char32_t c);  // white space of any width, line ends included

char32_t to_lower(char32_t c);
char32_t to_upper(char32_t c);

// The valid UTF-8 text in small letters, letter by letter (not folded: accents stay).
std::string lower_case(std::string_view text);

}  // namespace quotary
