// Loaded into a program by LD_PRELOAD: makes one of its system calls fail. Only calls on files
// below QUOTARY_FAULT_FOLDER count, so that standard output and libraries are left alone.
//
//   QUOTARY_FAULT=write:3:ENOSPC   the third write fails with ENOSPC
//   QUOTARY_FAULT=write:3+:ENOSPC  the third and all that follow
//   QUOTARY_FAULT=write:3:short    the third writes half of what it should
//   QUOTARY_FAULT_COUNTS=FILE      at its end the program writes there how often each was called:
//                                  lines of a name and a number
//
// Calls: open write pwrite read pread fsync rename truncate mkdir unlink close stat fstat opendir
// readdir flock mmap. A close that fails has closed all the same, as Linux has it.
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

enum Call {
  open_call,
  write_call,
  pwrite_call,
  read_call,
  pread_call,
  fsync_call,
  rename_call,
  truncate_call,
  mkdir_call,
  unlink_call,
  close_call,
  stat_call,
  fstat_call,
  opendir_call,
  readdir_call,
  flock_call,
  mmap_call,
  call_count
};
constexpr const char* kNames[call_count] = {
    "open",   "write", "pwrite", "read",  "pread",   "fsync",   "rename", "truncate", "mkdir",
    "unlink", "close", "stat",   "fstat", "opendir", "readdir", "flock",  "mmap"};

struct Fault {
  int call = -1;
  long at = 0;
  bool stays = false;
  int error = 0;  // 0: short
};

std::atomic<long> counts[call_count];

int error_named(const char* name) {
  struct Row {
    const char* name;
    int error;
  };
  constexpr Row rows[] = {{"EIO", EIO},       {"ENOSPC", ENOSPC}, {"EINTR", EINTR},
                          {"EROFS", EROFS},   {"EACCES", EACCES}, {"EMFILE", EMFILE},
                          {"EDQUOT", EDQUOT}, {"EFBIG", EFBIG},   {"ENOMEM", ENOMEM},
                          {"ENOLCK", ENOLCK}};
  for (const Row& row : rows)
    if (std::strcmp(row.name, name) == 0) return row.error;
  return 0;
}

Fault parse_fault() {
  Fault fault;
  const char* text = std::getenv("QUOTARY_FAULT");
  char call[16];
  char at[16];
  char error[16];
  if (!text || std::sscanf(text, "%15[^:]:%15[^:]:%15s", call, at, error) != 3) return fault;
  for (int i = 0; i < call_count; ++i)
    if (std::strcmp(kNames[i], call) == 0) fault.call = i;
  fault.at = std::strtol(at, nullptr, 10);
  fault.stays = std::strchr(at, '+') != nullptr;
  fault.error = error_named(error);
  return fault;
}

const Fault& fault() {
  static const Fault parsed = parse_fault();
  return parsed;
}

bool is_watched(const char* path) {
  static const char* folder = std::getenv("QUOTARY_FAULT_FOLDER");
  return folder && path && std::strncmp(path, folder, std::strlen(folder)) == 0;
}

bool is_watched(int descriptor) {
  int error = errno;
  char link[64];
  char path[PATH_MAX];
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t size = ::readlink(link, path, sizeof path - 1);
  errno = error;
  if (size < 0) return false;
  path[size] = 0;
  return is_watched(path);
}

// Whether this call is to go wrong; where it is to fail, errno is set.
bool goes_wrong(Call call) {
  long number = ++counts[call];
  if (fault().call != call) return false;
  if (fault().stays ? number < fault().at : number != fault().at) return false;
  if (fault().error != 0) errno = fault().error;
  return true;
}

template <typename Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

// Reads and writes: fail, or do half.
template <typename Work>
ssize_t transfer(Call call, int descriptor, size_t size, Work work) {
  if (!is_watched(descriptor) || !goes_wrong(call)) return work(size);
  if (fault().error != 0) return -1;
  return work(size > 1 ? size / 2 : size);
}

template <typename Work>
int act(Call call, bool watched, Work work) {
  if (watched && goes_wrong(call) && fault().error != 0) return -1;
  return work();
}

struct CountsAtEnd {
  ~CountsAtEnd() {
    const char* file = std::getenv("QUOTARY_FAULT_COUNTS");
    if (!file) return;
    std::FILE* out = std::fopen(file, "w");
    for (int i = 0; out && i < call_count; ++i)
      std::fprintf(out, "%s %ld\n", kNames[i], counts[i].load());
    if (out) std::fclose(out);
  }
} counts_at_end;

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
  va_end(more);
  return act(open_call, is_watched(path),
             [&] { return next<int (*)(const char*, int, mode_t)>("open")(path, flags, mode); });
}

int open64(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
  va_end(more);
  return act(open_call, is_watched(path),
             [&] { return next<int (*)(const char*, int, mode_t)>("open64")(path, flags, mode); });
}

ssize_t write(int descriptor, const void* bytes, size_t size) {
  return transfer(write_call, descriptor, size, [&](size_t part) {
    return next<ssize_t (*)(int, const void*, size_t)>("write")(descriptor, bytes, part);
  });
}

ssize_t writev(int descriptor, const iovec* parts, int count) {
  return transfer(write_call, descriptor, static_cast<size_t>(count), [&](size_t some) {
    return next<ssize_t (*)(int, const iovec*, int)>("writev")(descriptor, parts,
                                                               static_cast<int>(some));
  });
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t at) {
  return transfer(pwrite_call, descriptor, size, [&](size_t part) {
    return next<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite")(descriptor, bytes, part,
                                                                        at);
  });
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t at) {
  return transfer(pwrite_call, descriptor, size, [&](size_t part) {
    return next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64")(descriptor, bytes, part,
                                                                            at);
  });
}

ssize_t read(int descriptor, void* bytes, size_t size) {
  return transfer(read_call, descriptor, size, [&](size_t part) {
    return next<ssize_t (*)(int, void*, size_t)>("read")(descriptor, bytes, part);
  });
}

ssize_t pread(int descriptor, void* bytes, size_t size, off_t at) {
  return transfer(pread_call, descriptor, size, [&](size_t part) {
    return next<ssize_t (*)(int, void*, size_t, off_t)>("pread")(descriptor, bytes, part, at);
  });
}

ssize_t pread64(int descriptor, void* bytes, size_t size, off64_t at) {
  return transfer(pread_call, descriptor, size, [&](size_t part) {
    return next<ssize_t (*)(int, void*, size_t, off64_t)>("pread64")(descriptor, bytes, part, at);
  });
}

int fsync(int descriptor) {
  return act(fsync_call, is_watched(descriptor),
             [&] { return next<int (*)(int)>("fsync")(descriptor); });
}

int fdatasync(int descriptor) {
  return act(fsync_call, is_watched(descriptor),
             [&] { return next<int (*)(int)>("fdatasync")(descriptor); });
}

int rename(const char* from, const char* to) {
  return act(rename_call, is_watched(to),
             [&] { return next<int (*)(const char*, const char*)>("rename")(from, to); });
}

int ftruncate(int descriptor, off_t size) {
  return act(truncate_call, is_watched(descriptor),
             [&] { return next<int (*)(int, off_t)>("ftruncate")(descriptor, size); });
}

int mkdir(const char* path, mode_t mode) {
  return act(mkdir_call, is_watched(path),
             [&] { return next<int (*)(const char*, mode_t)>("mkdir")(path, mode); });
}

int close(int descriptor) {
  const bool fails = is_watched(descriptor) && goes_wrong(close_call);
  const int result = next<int (*)(int)>("close")(descriptor);
  if (!fails) return result;
  errno = fault().error;
  return -1;
}

int stat(const char* path, struct stat* status) {
  return act(stat_call, is_watched(path),
             [&] { return next<int (*)(const char*, struct stat*)>("stat")(path, status); });
}

int lstat(const char* path, struct stat* status) {
  return act(stat_call, is_watched(path),
             [&] { return next<int (*)(const char*, struct stat*)>("lstat")(path, status); });
}

int fstat(int descriptor, struct stat* status) {
  return act(fstat_call, is_watched(descriptor),
             [&] { return next<int (*)(int, struct stat*)>("fstat")(descriptor, status); });
}

DIR* opendir(const char* path) {
  if (is_watched(path) && goes_wrong(opendir_call)) return nullptr;
  return next<DIR* (*)(const char*)>("opendir")(path);
}

dirent* readdir(DIR* folder) {
  if (is_watched(::dirfd(folder)) && goes_wrong(readdir_call)) return nullptr;
  return next<dirent* (*)(DIR*)>("readdir")(folder);
}

int flock(int descriptor, int operation) noexcept {
  return act(flock_call, is_watched(descriptor),
             [&] { return next<int (*)(int, int)>("flock")(descriptor, operation); });
}

void* mmap(void* at, size_t size, int protection, int flags, int descriptor,
           off_t offset) noexcept {
  if (descriptor >= 0 && is_watched(descriptor) && goes_wrong(mmap_call)) return MAP_FAILED;
  return next<void* (*)(void*, size_t, int, int, int, off_t)>("mmap")(at, size, protection, flags,
                                                                      descriptor, offset);
}

int unlink(const char* path) {
  return act(unlink_call, is_watched(path),
             [&] { return next<int (*)(const char*)>("unlink")(path); });
}

}  // extern "C"
