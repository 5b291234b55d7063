#pragma once

#include <string_view>

namespace quotary {

// The text of lexicon/en/<file>.txt, compiled in (cmake/EmbedText.cmake); empty if there is none.
std::string_view lexicon_data(std::string_view file);

}  // namespace quotary
