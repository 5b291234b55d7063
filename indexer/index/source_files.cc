#include "indexer/index/source_files.h"

#include <dirent.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

#include "common/base/error.h"

namespace quotary {
namespace {

constexpr size_t kMaxDepth = 200;  // folders within folders; far below what a stack or a path holds

bool is_left_out(std::string_view name) {
  return name.starts_with('.') || name == "README" || name.starts_with("README.") ||
         name == "statements.jsonl";
}

int64_t nanoseconds(const timespec& time) {
  return int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

SourceFile make_file(const std::filesystem::path& path, std::string relative,
                     const struct stat& status) {
  return {path, std::move(relative), static_cast<uint64_t>(status.st_size),
          nanoseconds(status.st_mtim)};
}

// A folder's entries in falling order, so that the next one is the last; nullopt with errno set.
std::optional<std::vector<std::string>> read_names(const std::filesystem::path& folder) {
  std::unique_ptr<DIR, int (*)(DIR*)> stream(::opendir(folder.c_str()), ::closedir);
  if (!stream) return std::nullopt;
  std::vector<std::string> names;
  errno = 0;
  while (const dirent* entry = ::readdir(stream.get()))
    if (!is_left_out(entry->d_name)) names.emplace_back(entry->d_name);
  if (errno != 0) return std::nullopt;
  std::sort(names.begin(), names.end(), std::greater<>());
  return names;
}

}  // namespace

SourceWalk::SourceWalk(const std::filesystem::path& source, ReportProblem report)
    : report_(std::move(report)) {
  if (source == "-") {
    single_ = SourceFile{"/dev/stdin", "-", 0, 0};
    return;
  }
  struct stat status {};
  if (::stat(source.c_str(), &status) != 0)
    throw Error(ErrorKind::input, fmt::format("{}: {}", source.string(), std::strerror(errno)),
                errno == ENOENT ? "check the spelling; sources are files, folders, or - for "
                                  "standard input"
                                : "");
  if (!S_ISDIR(status.st_mode)) {
    single_ = visit(source, source.filename().string(), true);
    return;
  }
  enter(source, "");
  if (levels_.empty())
    throw Error(ErrorKind::input, fmt::format("{}: the folder cannot be read", source.string()),
                "its permissions do not allow this user to list it");
}

std::optional<SourceFile> SourceWalk::next() {
  if (single_) return std::exchange(single_, std::nullopt);
  while (!levels_.empty()) {
    if (levels_.back().names.empty()) {
      levels_.pop_back();
      continue;
    }
    Level& level = levels_.back();
    std::string name = std::move(level.names.back());
    level.names.pop_back();
    if (auto file = visit(level.folder / name, level.relative + name, false)) return file;
  }
  return std::nullopt;
}

void SourceWalk::enter(const std::filesystem::path& folder, std::string relative) {
  if (levels_.size() >= kMaxDepth) {
    report_({folder.string(), fmt::format("folders nested more than {} deep", kMaxDepth), true,
             relative});
    return;
  }
  std::optional<std::vector<std::string>> names = read_names(folder);
  if (!names) {
    report_({folder.string(), std::strerror(errno), true, relative});
    return;
  }
  levels_.push_back({folder, std::move(relative), std::move(*names)});
}

std::optional<SourceFile> SourceWalk::visit(const std::filesystem::path& path, std::string relative,
                                            bool named) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) {
    report_({path.string(), std::strerror(errno), true, relative});
    return std::nullopt;
  }
  bool is_link = S_ISLNK(status.st_mode);
  if (is_link && ::stat(path.c_str(), &status) != 0) {
    report_({path.string(), fmt::format("a link to nowhere ({})", std::strerror(errno)), true,
             relative});
    return std::nullopt;
  }
  if (S_ISREG(status.st_mode)) return make_file(path, std::move(relative), status);
  if (S_ISFIFO(status.st_mode) && named) return make_file(path, std::move(relative), status);
  if (!S_ISDIR(status.st_mode)) {
    report_({path.string(), "neither a file nor a folder", true, relative});
  } else if (is_link) {
    report_({path.string(), "a link to a folder is not followed; name it as a source", false});
  } else {
    enter(path, relative + "/");
  }
  return std::nullopt;
}

}  // namespace quotary
