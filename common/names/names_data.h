#pragma once

#include <string_view>

namespace quotary {

// The text of common/names/<file>.txt, compiled in (cmake/EmbedText.cmake); empty if there is none.
std::string_view names_data(std::string_view file);

}  // namespace quotary
