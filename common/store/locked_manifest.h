#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "common/store/disk.h"
#include "common/store/manifest.h"

namespace quotary {

// A manifest whose segments are locked for reading: none of them is removed while this lives,
// whatever is published meanwhile.
struct LockedManifest {
  Manifest manifest;
  // One a segment, in their order; one that is not open: its segment is missing from the index.
  std::vector<FileHandle> locks;
};

// What an index's manifest names at present, locked. nullopt and errors as load_manifest().
std::optional<LockedManifest> lock_manifest(const std::filesystem::path& index);

}  // namespace quotary
