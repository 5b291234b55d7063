#pragma once

#include <string>
#include <string_view>

namespace quotary {

// Text as it is compared: two words match when their folded forms are equal bytes. The index folds
// what it stores as terms, the query folds what was typed; both by this function.
//
//   upper and lower case       ERDOĞAN = erdoğan, ΣΊΣΥΦΟΣ = σίσυφος, ß = ss   (NFKC_Casefold)
//   width, ligatures, forms    Ａ = a, ﬁ = fi, ² = 2, ＫＡＺＡＮ = kazan        (NFKC_Casefold)
//   accents                    Erdoğan = erdogan, São = sao, ё = е
//   letters with a stroke etc. Wałęsa = walesa, Øre = ore, æ = ae, ı = i, đ = d, þ = th
//   apostrophes, quotes, dashes ’ ʼ ` = ', “ ” = ", – — ‐ − = -, … = ...
//   nothing to see             soft hyphens, joiners, directional marks vanish
//
// Kept apart, because they are letters of their own and no accents: й and и, the voicing of kana,
// the vowel signs of Indic scripts. `text` is valid UTF-8 (common/text/utf8.h); so is the result.
// fold(fold(x)) == fold(x). ASCII and the common letters of Latin, Greek and Cyrillic are looked up
// in a table; ICU sees only what is left.
std::string fold(std::string_view text);

// Appends fold(text) to `out`. Allocates nothing where `out` has room and `text` is ASCII.
void append_folded(std::string& out, std::string_view text);

}  // namespace quotary
