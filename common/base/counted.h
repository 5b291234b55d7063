#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace quotary {

// "1 file", "2 files", "0 files": for nouns whose plural takes an s.
inline std::string counted(uint64_t count, std::string_view noun) {
  std::string text = std::to_string(count) + " " + std::string(noun);
  return count == 1 ? text : text + "s";
}

}  // namespace quotary
