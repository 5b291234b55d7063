// libFuzzer's side of one target, QUOTARY_FUZZ_TARGET. Beside libFuzzer's own options the program
// knows --write-seeds FOLDER: it writes the target's seeds there and ends.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/fuzz/target.h"

namespace {

const quotary::fuzz::Target& target() {
  static const quotary::fuzz::Target* found = quotary::fuzz::find_target(QUOTARY_FUZZ_TARGET);
  if (!found) std::abort();
  return *found;
}

void write_seeds(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  size_t number = 0;
  auto write = [&](const std::string& bytes) {
    std::ofstream(folder / ("seed-" + std::to_string(number++)), std::ios::binary) << bytes;
  };
  if (!target().seed_folder.empty())
    for (const std::string& file : quotary::fuzz::files_in(std::string(target().seed_folder)))
      write(quotary::fuzz::content_of(file));
  if (target().made_seeds)
    for (const std::string& bytes : target().made_seeds()) write(bytes);
  for (const std::string& file :
       quotary::fuzz::files_in("tests/fuzz/cases/" + std::string(target().name)))
    write(quotary::fuzz::content_of(file));
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
  if (*argc != 3 || std::string_view((*argv)[1]) != "--write-seeds") return 0;
  write_seeds((*argv)[2]);
  std::exit(0);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  target().run({reinterpret_cast<const char*>(data), size});
  return 0;
}
