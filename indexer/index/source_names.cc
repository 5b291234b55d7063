#include "indexer/index/source_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace quotary {
namespace {

// How far `folder` lies below `root`: "" for itself, "2024/" below; false if it does not.
bool lies_under(const std::string& folder, const std::string& root, std::string& prefix) {
  std::string base = root.ends_with('/') ? root : root + "/";
  if (folder == root) {
    prefix.clear();
    return true;
  }
  if (!folder.starts_with(base)) return false;
  prefix = folder.substr(base.size()) + "/";
  return true;
}

std::string unused_name(const std::filesystem::path& root, const std::vector<SourceEntry>& known) {
  std::string base = root.filename().string();
  if (base.empty()) base = "root";
  auto taken = [&](const std::string& name) {
    return std::any_of(known.begin(), known.end(),
                       [&](const SourceEntry& entry) { return entry.name == name; });
  };
  std::string name = base;
  for (int number = 2; taken(name); ++number) name = fmt::format("{}-{}", base, number);
  return name;
}

}  // namespace

NamedSource resolve_source(const std::filesystem::path& source, std::vector<SourceEntry>& known) {
  NamedSource named;
  named.is_folder = std::filesystem::is_directory(source);
  std::filesystem::path folder = std::filesystem::weakly_canonical(source);
  if (!folder.has_filename()) folder = folder.parent_path();
  // A link to a file stays under its own name.
  if (!named.is_folder)
    folder = std::filesystem::weakly_canonical(std::filesystem::absolute(source).parent_path());
  for (const SourceEntry& entry : known) {
    if (!lies_under(folder.string(), entry.root, named.prefix)) continue;
    named.name = entry.name;
    return named;
  }
  named.prefix.clear();
  named.name = unused_name(folder, known);
  known.push_back({named.name, folder.string()});
  return named;
}

}  // namespace quotary
