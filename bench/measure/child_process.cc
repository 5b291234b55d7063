#include "bench/measure/child_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <sstream>

#include "common/base/error.h"

namespace quotary::bench {
namespace {

constexpr size_t kErrorBytes = size_t{64} * 1024;

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

std::string content_of(std::FILE* file) {
  std::rewind(file);
  std::string text(kErrorBytes, '\0');
  text.resize(std::fread(text.data(), 1, text.size(), file));
  return text;
}

// Standard input empty, standard output to a file, standard error to `errors`.
class Redirections {
 public:
  Redirections(const std::string& output_file, std::FILE* errors) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO,
                                     output_file.empty() ? "/dev/null" : output_file.c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0644);
    posix_spawn_file_actions_adddup2(&actions_, fileno(errors), STDERR_FILENO);
  }
  ~Redirections() { posix_spawn_file_actions_destroy(&actions_); }
  Redirections(const Redirections&) = delete;
  Redirections& operator=(const Redirections&) = delete;

  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_;
};

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

pid_t start(const std::vector<std::string>& argv, const Redirections& redirections) {
  std::vector<char*> arguments;
  arguments.reserve(argv.size() + 1);
  for (const std::string& argument : argv) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  pid_t child = 0;
  const int failed =
      posix_spawnp(&child, arguments[0], redirections.get(), nullptr, arguments.data(), environ);
  if (failed)
    throw Error(ErrorKind::usage,
                fmt::format("{} cannot be started: {}", argv[0], std::strerror(failed)));
  return child;
}

}  // namespace

ChildUsage run_child(const std::vector<std::string>& argv, const std::string& output_file) {
  const File errors(std::tmpfile(), &std::fclose);
  if (!errors) throw Error(ErrorKind::output, "no temporary file can be made");
  const Redirections redirections(output_file, errors.get());
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = start(argv, redirections);
  int status = 0;
  rusage usage{};
  while (wait4(child, &status, 0, &usage) < 0 && errno == EINTR) {
  }
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
  ChildUsage result;
  result.wall_seconds = wall.count();
  result.cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  result.peak_memory = static_cast<uint64_t>(usage.ru_maxrss) * 1024;
  result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  result.errors = content_of(errors.get());
  return result;
}

bool is_installed(const std::string& program) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path ? path : "");
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (access((std::filesystem::path(folder) / program).c_str(), X_OK) == 0) return true;
  }
  return false;
}

}  // namespace quotary::bench
