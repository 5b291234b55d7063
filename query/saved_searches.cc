#include "query/saved_searches.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "common/base/error.h"
#include "common/store/terms.h"

namespace quotary {
namespace {

namespace fs = std::filesystem;

fs::path folder(const char* variable, const char* otherwise) {
  const char* set = std::getenv(variable);
  if (set != nullptr && *set == '/') return fs::path(set) / "quotary";
  const char* home = std::getenv("HOME");
  return fs::path(home == nullptr ? "/" : home) / otherwise / "quotary";
}

fs::path saved_folder() { return folder("XDG_CONFIG_HOME", ".config") / "saved"; }

fs::path seen_path(const std::string& key) {
  return folder("XDG_STATE_HOME", ".local/state") / "seen" / article_id(key);
}

bool is_name(std::string_view name) {
  auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  };
  return !name.empty() && name.size() <= 64 && name[0] != '-' &&
         std::all_of(name.begin(), name.end(), fits);
}

// Written beside, then renamed: there is always a whole file.
void write_file(const fs::path& path, const std::string& text) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  fs::path part = path;
  part += fmt::format(".{}", getpid());
  std::ofstream file(part, std::ios::binary);
  file << text;
  file.close();
  if (file) fs::rename(part, path, error);
  if (!file || error) {
    throw Error(ErrorKind::output, fmt::format("{} cannot be written", path.string()));
  }
}

}  // namespace

void save_search(const std::string& name, const std::string& query) {
  if (!is_name(name)) {
    throw Error(ErrorKind::usage, fmt::format("'{}' is no name for a search", name),
                "use letters, digits, - and _, at most 64");
  }
  write_file(saved_folder() / name, query + "\n");
}

std::optional<std::string> saved_search(std::string_view name) {
  if (!is_name(name)) return std::nullopt;
  std::ifstream file(saved_folder() / std::string(name));
  std::string line;
  if (!std::getline(file, line)) return std::nullopt;
  return line;
}

std::vector<std::pair<std::string, std::string>> saved_searches() {
  std::vector<std::pair<std::string, std::string>> searches;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(saved_folder(), error)) {
    std::string name = entry.path().filename().string();
    if (auto query = saved_search(name)) searches.emplace_back(name, *query);
  }
  std::sort(searches.begin(), searches.end());
  return searches;
}

std::unordered_set<std::string> seen_ids(const std::string& key) {
  std::unordered_set<std::string> ids;
  std::ifstream file(seen_path(key));
  for (std::string line; std::getline(file, line);) ids.insert(line);
  return ids;
}

void remember_ids(const std::string& key, const std::unordered_set<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += id + "\n";
  write_file(seen_path(key), text);
}

}  // namespace quotary
