#include "tests/cli/program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <thread>

extern char** environ;

namespace quotary {
namespace {

constexpr auto kLongestRun = std::chrono::seconds(60);

struct FileCloser {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, FileCloser>;

std::string all_of(std::FILE* file) {
  std::rewind(file);
  std::string text;
  char buffer[4096];
  for (size_t size = 0; (size = std::fread(buffer, 1, sizeof buffer, file)) > 0;)
    text.append(buffer, size);
  return text;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> out;
  for (std::string& string : strings) out.push_back(string.data());
  out.push_back(nullptr);
  return out;
}

std::vector<std::string> environment_with(const std::map<std::string, std::string>& more) {
  std::vector<std::string> all;
  for (char** entry = environ; *entry; ++entry) {
    std::string text = *entry;
    if (!more.contains(text.substr(0, text.find('=')))) all.push_back(text);
  }
  for (const auto& [name, value] : more) all.push_back(name + "=" + value);
  return all;
}

pid_t spawn(const std::string& name, const std::vector<std::string>& arguments,
            const std::map<std::string, std::string>& environment, int input, int output,
            int errors) {
  std::vector<std::string> words = {std::string(QUOTARY_BIN_DIR) + "/" + name};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = environment_with(environment);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, 0);
  posix_spawn_file_actions_adddup2(&actions, output, 1);
  posix_spawn_file_actions_adddup2(&actions, errors, 2);
  // Nothing else that this process has open, such as a lock of whoever runs the tests.
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  pid_t process = -1;
  int error = ::posix_spawn(&process, words[0].c_str(), &actions, nullptr, pointers(words).data(),
                            pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) throw std::runtime_error("cannot run " + words[0]);
  return process;
}

// Waits for the end, but not for ever: a program that hangs is killed, and nothing outlives a test.
int wait_for(pid_t process) {
  auto deadline = std::chrono::steady_clock::now() + kLongestRun;
  int status = 0;
  while (::waitpid(process, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > deadline) ::kill(process, SIGKILL);
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return status;
}

}  // namespace

Outcome run_program(const std::string& name, const std::vector<std::string>& arguments,
                    const std::string& input,
                    const std::map<std::string, std::string>& environment) {
  File in(std::tmpfile());
  File out(std::tmpfile());
  File err(std::tmpfile());
  std::fwrite(input.data(), 1, input.size(), in.get());
  std::rewind(in.get());
  pid_t process =
      spawn(name, arguments, environment, fileno(in.get()), fileno(out.get()), fileno(err.get()));
  int status = wait_for(process);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, WIFSIGNALED(status) ? WTERMSIG(status) : 0,
          all_of(out.get()), all_of(err.get())};
}

int start_program(const std::string& name, const std::vector<std::string>& arguments,
                  const std::map<std::string, std::string>& environment) {
  int null = ::open("/dev/null", O_RDWR);
  pid_t process = spawn(name, arguments, environment, null, null, null);
  ::close(null);
  return process;
}

}  // namespace quotary
