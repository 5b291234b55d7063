#include "query/output.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "common/base/error.h"

namespace quotary {
namespace {

constexpr size_t buffer_size = 1 << 16;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// Whether $PATH has a program of that name: a fresh machine has no pager.
bool is_installed(std::string_view program) {
  std::string_view path = environment("PATH");
  for (size_t at = 0; at <= path.size();) {
    size_t end = std::min(path.find(':', at), path.size());
    std::string file = std::string(path.substr(at, end - at)) + "/" + std::string(program);
    if (end > at && access(file.c_str(), X_OK) == 0) return true;
    at = end + 1;
  }
  return false;
}

std::string pager_command() {
  for (const char* name : {"QUOTARY_PAGER", "PAGER"}) {
    if (std::getenv(name) != nullptr) return std::string(environment(name));
  }
  return is_installed("less") ? "less" : "";
}

// Set by Ctrl-C while a pager runs.
volatile std::sig_atomic_t given_up = 0;
void give_up(int) { given_up = 1; }

}  // namespace

Terminal standard_output(std::string_view colour) {
  Terminal terminal;
  terminal.is_terminal = isatty(1) != 0;
  std::string_view term = environment("TERM");
  bool able = terminal.is_terminal && term != "dumb" && !term.empty();
  terminal.colour =
      colour == "always" || (colour == "auto" && able && environment("NO_COLOR").empty());
  terminal.hyperlinks = terminal.colour && able && term != "linux";
  winsize size{};
  size_t columns = std::strtoul(std::string(environment("COLUMNS")).c_str(), nullptr, 10);
  if (columns == 0 && terminal.is_terminal && ioctl(1, TIOCGWINSZ, &size) == 0) {
    columns = size.ws_col;
  }
  terminal.width = columns >= 20 && columns <= 1000 ? columns : 80;
  return terminal;
}

Output::Output(bool pager) {
  std::string command = pager ? pager_command() : "";
  if (command.empty() || command == "cat") return;
  int ends[2];
  if (pipe(ends) != 0) return;
  int process = fork();
  if (process == 0) {
    dup2(ends[0], 0);
    close(ends[0]);
    close(ends[1]);
    signal(SIGPIPE, SIG_DFL);
    setenv("LESS", "FRX", 0);
    setenv("LV", "-c", 0);
    execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    _exit(127);
  }
  close(ends[0]);
  if (process < 0) {
    close(ends[1]);
    return;
  }
  pager_ = process;
  fd_ = ends[1];
  given_up = 0;
  struct sigaction action {};
  action.sa_handler = give_up;  // no SA_RESTART: a write that waits for the pager ends too
  sigaction(SIGINT, &action, &before_);
}

Output::~Output() {
  if (pager_ == 0) return;
  close(fd_);
  int status = 0;
  while (waitpid(pager_, &status, 0) < 0 && errno == EINTR) {
  }
  sigaction(SIGINT, &before_, nullptr);
}

void Output::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= buffer_size) flush();
}

void Output::finish() { flush(); }

void Output::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    if (pager_ != 0 && given_up) {
      buffer_.clear();
      throw OutputClosed();
    }
    ssize_t written = ::write(fd_, rest.data(), rest.size());
    if (written > 0) {
      rest.remove_prefix(static_cast<size_t>(written));
    } else if (errno == EPIPE) {
      buffer_.clear();
      throw OutputClosed();
    } else if (errno != EINTR && errno != EAGAIN) {
      std::string reason = std::strerror(errno);
      buffer_.clear();
      throw Error(ErrorKind::output, "standard output cannot be written: " + reason);
    }
  }
  buffer_.clear();
}

}  // namespace quotary
