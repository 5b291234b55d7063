#pragma once

#include <string>
#include <string_view>

namespace quotary {

// How much of a text detect_language looks at.
inline constexpr size_t kLanguageSampleBytes = 2048;

// The language of a valid UTF-8 text as an ISO 639-1 code; empty where there is too little to tell
// (numbers, a table, three words). By the script where that settles it (zh, ja, ko, el, he, th, hi,
// ar and fa, ru and uk and bg), else by counting the commonest words of the languages in Latin
// letters: en de fr es pt it nl sv da no fi pl cs tr ro hu id vi. Looks at the first
// kLanguageSampleBytes bytes.
std::string detect_language(std::string_view text);

}  // namespace quotary
