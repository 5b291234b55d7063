#include "common/store/disk.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "common/base/error.h"
#include "common/store/hash.h"

namespace quotary {
namespace {

FileHandle open_or_throw(const std::filesystem::path& path, int flags) {
  FileHandle file(::open(path.c_str(), flags | O_CLOEXEC, 0644));
  if (!file.is_open()) throw_disk_error("cannot open", path, errno);
  return file;
}

void write_all(int descriptor, std::string_view content, const std::filesystem::path& path) {
  while (!content.empty()) {
    ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_disk_error("cannot write", path, errno);
    content.remove_prefix(static_cast<size_t>(written));
  }
}

// Gives what a descriptor gives, piece by piece; `name` is for messages.
template <typename Accept>
void read_all(int descriptor, const std::filesystem::path& name, Accept accept) {
  char buffer[1 << 16];
  for (;;) {
    ssize_t size = ::read(descriptor, buffer, sizeof buffer);
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) throw_disk_error("cannot read", name, errno);
    if (size == 0) return;
    accept(std::string_view(buffer, static_cast<size_t>(size)));
  }
}

FileHandle lock_folder(const std::filesystem::path& folder, int operation) {
  FileHandle handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!handle.is_open()) {
    if (errno == ENOENT || errno == ENOTDIR) return {};
    throw_disk_error("cannot open", folder, errno);
  }
  if (::flock(handle.get(), operation | LOCK_NB) == 0) return handle;
  if (errno == EWOULDBLOCK) return {};
  throw_disk_error("cannot lock", folder, errno);
}

std::string hint_for(int error_number) {
  switch (error_number) {
    case EACCES:
    case EPERM:
      return "its permissions do not allow this user to do that";
    case ENOSPC:
    case EDQUOT:
      return "the disk is full; what was committed before is safe, and the next run goes on there";
    case EROFS:
      return "the file system can only be read";
    case EMFILE:
      return "raise the limit of open files (ulimit -n), or run quotary-index --compact";
    default:
      return {};
  }
}

}  // namespace

FileHandle& FileHandle::operator=(FileHandle&& other) noexcept {
  if (this != &other) {
    close();
    descriptor_ = other.release();
  }
  return *this;
}

void FileHandle::close() {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
}

int FileHandle::release() { return std::exchange(descriptor_, -1); }

void throw_disk_error(const std::string& what, const std::filesystem::path& path,
                      int error_number) {
  throw Error(ErrorKind::index,
              fmt::format("{} {}: {}", what, path.string(), std::strerror(error_number)),
              hint_for(error_number));
}

std::optional<std::string> read_whole_file(const std::filesystem::path& path) {
  FileHandle file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) {
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    throw_disk_error("cannot open", path, errno);
  }
  std::string content;
  read_all(file.get(), path, [&](std::string_view bytes) { content += bytes; });
  return content;
}

uint64_t keep_standard_input(const std::filesystem::path& file) {
  const FileHandle out = open_or_throw(file, O_WRONLY | O_CREAT | O_TRUNC);
  StableHash hash;
  read_all(STDIN_FILENO, "standard input", [&](std::string_view bytes) {
    hash.add(bytes);
    write_all(out.get(), bytes, file);
  });
  return hash.value();
}

void replace_file(const std::filesystem::path& path, std::string_view content) {
  std::filesystem::path fresh = path;
  fresh += ".new";
  {
    FileHandle file = open_or_throw(fresh, O_WRONLY | O_CREAT | O_TRUNC);
    write_all(file.get(), content, fresh);
    if (::fsync(file.get()) != 0) throw_disk_error("cannot sync", fresh, errno);
  }
  rename_synced(fresh, path);
}

void sync_path(const std::filesystem::path& path) {
  FileHandle file = open_or_throw(path, O_RDONLY);
  if (::fsync(file.get()) != 0) throw_disk_error("cannot sync", path, errno);
}

void sync_tree(const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) sync_path(entry.path());
  sync_path(folder);
}

void rename_synced(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) throw_disk_error("cannot rename to", to, errno);
  sync_path(to.parent_path());
}

FileHandle lock_folder_shared(const std::filesystem::path& folder) {
  return lock_folder(folder, LOCK_SH);
}

FileHandle lock_folder_exclusive(const std::filesystem::path& folder) {
  return lock_folder(folder, LOCK_EX);
}

}  // namespace quotary
