#pragma once

#include <string>
#include <string_view>

namespace quotary {

// `text` as one word of a POSIX shell: in single quotes where it needs any.
std::string shell_quoted(std::string_view text);

}  // namespace quotary
