#include "common/store/locked_manifest.h"

namespace quotary {
namespace {

constexpr int kAttempts = 50;  // each fails only where one more manifest was published

}  // namespace

// Between reading a manifest and locking its segments an indexer may publish another one and remove
// some of them: half of them, where it is killed at that. So what counts is the manifest that is
// still there once they are locked.
std::optional<LockedManifest> lock_manifest(const std::filesystem::path& index) {
  std::optional<Manifest> manifest = load_manifest(index);
  for (int attempt = 1; manifest; ++attempt) {
    LockedManifest locked{*manifest, {}};
    for (const SegmentEntry& segment : manifest->segments)
      locked.locks.push_back(lock_folder_shared(segment_path(index, segment.name)));
    manifest = load_manifest(index);
    if (manifest == locked.manifest || attempt == kAttempts) return locked;
  }
  return std::nullopt;
}

}  // namespace quotary
