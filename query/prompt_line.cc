#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "query/prompt.h"

namespace quotary {
namespace {

// Commands of the prompt, and the option that each stands for.
struct Command {
  std::string_view name;
  std::string_view option;
  bool takes_value;  // the word behind it is the option's
};

constexpr std::array kCommands = {
    Command{":help", "--help", false},
    Command{":fields", "--list-fields", false},
    Command{":saved", "--list-saved", false},
    Command{":explain", "--explain", false},
    Command{":speakers", "--list-speakers", true},
    Command{":places", "--list-places", true},
    Command{":article", "--article", true},
    Command{":like", "--like", true},
    Command{":save", "--save", true},
};

bool is_space(char c) { return c == ' ' || c == '\t'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// The first word, taken off `text`; one in quotation marks is taken whole and without them.
std::string take_word(std::string_view& text) {
  text = trimmed(text);
  std::string word;
  char quote = 0;
  size_t at = 0;
  for (; at < text.size() && (quote || !is_space(text[at])); ++at) {
    if (quote ? text[at] == quote : (text[at] == '"' || text[at] == '\''))
      quote = quote ? '\0' : text[at];
    else
      word += text[at];
  }
  text = trimmed(text.substr(at));
  return word;
}

// Where the first option begins, outside of quotation marks; the text's end where there is none.
size_t first_option(std::string_view text) {
  bool quoted = false;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '"') quoted = !quoted;
    const bool begins = at == 0 || is_space(text[at - 1]);
    const bool letter = at + 2 < text.size() && text[at + 2] >= 'a' && text[at + 2] <= 'z';
    if (!quoted && begins && letter && text.substr(at, 2) == "--") return at;
  }
  return text.size();
}

// A question, then options.
void add_question(std::string_view text, std::vector<std::string>& arguments) {
  const size_t options = first_option(text);
  const std::string_view question = trimmed(text.substr(0, options));
  text.remove_prefix(options);
  while (!trimmed(text).empty()) arguments.push_back(take_word(text));
  if (question.empty()) return;
  // Behind "--" nothing is taken for an option: -word leaves a word out.
  arguments.emplace_back("--");
  arguments.emplace_back(question);
}

}  // namespace

std::vector<std::string> prompt_commands() {
  std::vector<std::string> names = {":quit"};
  for (const Command& command : kCommands) names.emplace_back(command.name);
  return names;
}

std::vector<std::string> prompt_arguments(const std::string& line) {
  std::string_view text = trimmed(line);
  std::vector<std::string> arguments;
  if (text.empty()) return arguments;
  if (text.front() == ':') {
    const std::string name = take_word(text);
    const auto command = std::find_if(kCommands.begin(), kCommands.end(),
                                      [&](const Command& c) { return c.name == name; });
    if (command == kCommands.end()) return {name};
    arguments.emplace_back(command->option);
    if (command->takes_value && !text.empty()) arguments.push_back(take_word(text));
  }
  add_question(text, arguments);
  return arguments;
}

}  // namespace quotary
