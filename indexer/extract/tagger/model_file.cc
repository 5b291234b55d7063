#include "indexer/extract/tagger/model_file.h"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "common/base/error.h"

namespace quotary {
namespace {

namespace fs = std::filesystem;
constexpr uintmax_t max_size = 64 << 20;  // a model is at most 5 MB; more is some other file

}  // namespace

std::shared_ptr<const TaggerModel> load_model(const fs::path& file) {
  std::error_code error;
  uintmax_t size = fs::file_size(file, error);
  std::ifstream in(file, std::ios::binary);
  if (error || !in)
    throw Error(ErrorKind::input, file.string() + ": the model cannot be read",
                "name a file that quotary-train wrote");
  if (size > max_size)
    throw Error(ErrorKind::input, file.string() + ": too large to be a model",
                "name a file that quotary-train wrote");
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return std::make_shared<TaggerModel>(read_model(bytes.str(), file.string()));
}

std::optional<fs::path> find_model() {
  if (const char* named = std::getenv("QUOTARY_MODEL")) {
    if (*named == 0 || std::string_view(named) == "none") return std::nullopt;
    return fs::path(named);
  }
  std::error_code error;
  fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const fs::path& place : {folder / "quotary.model", folder / "../share/quotary/quotary.model",
                                fs::path(QUOTARY_MODEL_FOLDER) / "quotary.model"})
    if (fs::is_regular_file(place, error)) return place;
  return std::nullopt;
}

}  // namespace quotary
