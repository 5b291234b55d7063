#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "indexer/extract/tagger/model.h"

namespace quotary {

// Reads a model file. Throws Error(input), with a hint, where it cannot be read or is no model.
std::shared_ptr<const TaggerModel> load_model(const std::filesystem::path& file);

// Where the model is: $QUOTARY_MODEL, else quotary.model beside the program, else in
// ../share/quotary of it, else models/quotary.model of the source tree that the program was built
// from. Nothing where there is none: extraction then goes by rules alone, which a program says.
// QUOTARY_MODEL set to the empty string or to "none" asks for that.
std::optional<std::filesystem::path> find_model();

}  // namespace quotary
