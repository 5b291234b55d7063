#include "query/prompt.h"

#include <fmt/format.h>
#include <poll.h>
#include <readline/history.h>
#include <readline/readline.h>
#include <stdio.h>  // before readline's headers, which need FILE
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "common/base/error.h"
#include "common/store/schema.h"
#include "common/text/terminal.h"
#include "query/program.h"
#include "query/search/speakers.h"

namespace quotary {
namespace {

namespace fs = std::filesystem;

constexpr int kMostLines = 1000;  // of the history
constexpr size_t kMostCompletions = 100;

constexpr const char* kWelcome =
    "Ask who said what, or type a query. :help shows options and commands,\n"
    "Tab completes names, Ctrl-D ends.\n";
constexpr const char* kCommandsHelp =
    "\nCommands: :article ID  :like ID  :speakers [PREFIX]  :places [PREFIX]  :fields\n"
    "  :explain QUERY  :save NAME QUERY  :saved  :help  :quit\n"
    "Options go behind the question: everything Putin said about BRICS --facets month\n";

// --- what is completed ----------------------------------------------------------------------

// Readline calls plain functions: what they need stands here while the prompt runs.
struct Completion {
  TypedOptions options;
  std::vector<std::string> found;
};
Completion* completion = nullptr;

bool starts_with_text(std::string_view whole, std::string_view start) {
  return whole.substr(0, start.size()) == start;
}

void add_matching(const std::vector<std::string>& words, const std::string& start) {
  for (const std::string& word : words)
    if (starts_with_text(word, start)) completion->found.push_back(word);
}

std::string without_quotes(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '"'), text.end());
  return text;
}

// speaker:Pu -> speaker:"Vladimir Putin"
void add_names(const std::string& field, const std::string& typed) {
  const IndexReader index(index_paths(completion->options));
  const auto names =
      KnownNames(index).starting_with(without_quotes(typed), field == "location", kMostCompletions);
  for (const FacetValue& name : names)
    completion->found.push_back(fmt::format("{}:\"{}\"", field, safe_for_terminal(name.value)));
}

void add_fields(const std::string& start) {
  for (const Field& field : kFields)
    if (field.searchable) add_matching({std::string(field.name) + ":"}, start);
}

void find_completions(const std::string& word, bool first_word) {
  completion->found.clear();
  const size_t colon = word.find(':');
  if (starts_with_text(word, "--")) {
    for (const OptionName& option : option_names()) add_matching({option.name}, word);
  } else if (colon == 0) {
    if (first_word) add_matching(prompt_commands(), word);
  } else if (colon != std::string::npos) {
    const std::string field = word.substr(0, colon);
    if (field == "speaker" || field == "by" || field == "location")
      add_names(field, word.substr(colon + 1));
  } else {
    add_fields(word);
  }
}

// Names with a space do not begin as typed (speaker:Pu, speaker:"Vladimir Putin"), so matching is
// done here, not by readline.
char* next_completion(const char*, int state) {
  const auto at = static_cast<size_t>(state);
  return at < completion->found.size() ? strdup(completion->found[at].c_str()) : nullptr;
}

// Of several names readline takes what they all begin with. Where that is less than what was typed
// (K finds "Kazan" and "Altyn-Kul"), what was typed stays.
void keep_what_was_typed(char** matches, const char* text) {
  if (matches == nullptr || matches[1] == nullptr) return;
  if (starts_with_text(without_quotes(matches[0]), without_quotes(text))) return;
  std::free(matches[0]);
  matches[0] = strdup(text);
}

char** complete(const char* text, int start, int) {
  rl_attempted_completion_over = 1;  // no file names
  rl_completion_suppress_append = 1;
  try {
    find_completions(text, start == 0);
  } catch (const std::exception&) {
    completion->found.clear();  // an index that cannot be read is told when it is asked
  }
  char** matches = rl_completion_matches(text, next_completion);
  keep_what_was_typed(matches, text);
  return matches;
}

// --- one line typed -----------------------------------------------------------------------------

volatile std::sig_atomic_t interrupted = 0;
void note_interrupt(int) { interrupted = 1; }

void on_interrupt(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  sigaction(SIGINT, &action, nullptr);
}

// What readline's callback leaves.
struct TypedLine {
  bool ended = false;
  std::optional<std::string> text;  // nullopt: Ctrl-D
};
TypedLine typed_line;

void take_line(char* line) {
  typed_line.ended = true;
  if (line) typed_line.text = line;
  std::free(line);
  rl_callback_handler_remove();
}

// Ctrl-C: what was typed is given up.
void start_over() {
  interrupted = 0;
  rl_callback_sigcleanup();
  rl_replace_line("", 0);
  rl_crlf();
  rl_on_new_line();
  rl_redisplay();
}

// Holds SIGINT back but for where it is waited for: one that came just before the wait would be
// noted and then slept over.
class HeldInterrupt {
 public:
  HeldInterrupt() {
    sigset_t interrupt;
    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    sigprocmask(SIG_BLOCK, &interrupt, &before_);
  }
  ~HeldInterrupt() { sigprocmask(SIG_SETMASK, &before_, nullptr); }
  HeldInterrupt(const HeldInterrupt&) = delete;
  HeldInterrupt& operator=(const HeldInterrupt&) = delete;
  // The mask to wait with.
  const sigset_t* before() const { return &before_; }

 private:
  sigset_t before_{};
};

// The next line; nullopt at the end. Readline's own loop would not give a line up at a signal
// before one more key is pressed.
std::optional<std::string> read_line() {
  typed_line = {};
  interrupted = 0;
  on_interrupt(note_interrupt);
  const HeldInterrupt held;
  rl_callback_handler_install("quotary> ", take_line);
  while (!typed_line.ended) {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    const int ready = ppoll(&input, 1, nullptr, held.before());
    if (interrupted) start_over();
    if (ready > 0) rl_callback_read_char();
  }
  return typed_line.text;
}

// --- history ----------------------------------------------------------------------------------

fs::path history_file() {
  fs::path folder;
  if (const char* state = std::getenv("XDG_STATE_HOME"); state && *state)
    folder = state;
  else if (const char* home = std::getenv("HOME"); home && *home)
    folder = fs::path(home) / ".local/state";
  else
    return {};
  return folder / "quotary" / "history";
}

// What people ask is nobody else's business: the file is theirs alone.
void keep_history(const fs::path& file) {
  if (file.empty()) return;
  std::error_code ignored;
  fs::create_directories(file.parent_path(), ignored);
  stifle_history(kMostLines);
  write_history(file.c_str());
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, ignored);
}

// --- one line ---------------------------------------------------------------------------------

int answer(const std::vector<std::string>& arguments, const TypedOptions& defaults) {
  const CommandLine line = parse_command_line(arguments, defaults);
  if (line.options) return run_query_program(*line.options);
  std::fputs(line.message.c_str(), line.exit_code == 0 ? stdout : stderr);
  if (line.exit_code == 0) std::fputs(kCommandsHelp, stdout);
  return line.exit_code;
}

void answer_in_a_child(const std::vector<std::string>& arguments, const TypedOptions& defaults) {
  std::fflush(nullptr);
  const pid_t child = fork();
  if (child < 0) {
    fmt::print(stderr, "quotary-query: no process can be started: {}\n", std::strerror(errno));
    return;
  }
  if (child == 0) {
    on_interrupt(SIG_DFL);
    const int code = answer(arguments, defaults);
    std::fflush(nullptr);
    _exit(code);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFSIGNALED(status)) fmt::print("\n");
}

void answer_line(const std::string& text, const TypedOptions& defaults) {
  const std::vector<std::string> arguments = prompt_arguments(text);
  if (arguments.empty()) return;
  if (arguments.front().front() == ':') {
    fmt::print(stderr, "quotary-query: there is no command {}\n  hint: :help shows them\n",
               printable(arguments.front()));
    return;
  }
  answer_in_a_child(arguments, defaults);
}

void set_up_readline() {
  rl_readline_name = "quotary";
  rl_catch_signals = 0;
  rl_attempted_completion_function = complete;
  rl_basic_word_break_characters = " \t\n()";
  rl_completer_word_break_characters = rl_basic_word_break_characters;
  using_history();
}

}  // namespace

int run_prompt(const TypedOptions& options) {
  Completion names{options, {}};
  completion = &names;
  set_up_readline();
  const fs::path history = history_file();
  if (!history.empty()) read_history(history.c_str());
  fmt::print("{}", kWelcome);
  while (const auto line = read_line()) {
    if (*line == ":quit" || *line == ":q") return 0;
    if (line->find_first_not_of(" \t") == std::string::npos) continue;
    add_history(line->c_str());
    keep_history(history);
    answer_line(*line, options);
  }
  fmt::print("\n");
  completion = nullptr;
  return 0;
}

}  // namespace quotary
