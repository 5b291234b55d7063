#pragma once

#include <string>
#include <string_view>

namespace quotary {

// Appends `text` to `folded` in lower case and without accents, as far as names in Latin letters
// need it: ASCII, Latin-1 and Latin Extended-A ("Łódź" -> "lodz", "Şahin" -> "sahin", "ß" -> "ss").
// All other bytes are kept. Quick, and no Unicode library: for comparing names inside an article.
// Terms of the index are folded by common/text/fold.
void append_latin_fold(std::string_view text, std::string& folded);

std::string latin_fold(std::string_view text);

}  // namespace quotary
