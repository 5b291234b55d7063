#include "query/config.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "common/base/error.h"
#include "query/language/spelling.h"

namespace quotary {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMostBytes = size_t{64} * 1024;

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

[[noreturn]] void refuse(const std::string& file, size_t line, const std::string& what,
                         const std::string& hint) {
  throw Error(ErrorKind::usage, fmt::format("{}:{}: {}", file, line, what), hint);
}

bool is_key(std::string_view name) {
  return std::find(std::begin(kConfigKeys), std::end(kConfigKeys), name) != std::end(kConfigKeys);
}

std::string nearest_key(std::string_view name) {
  const std::vector<std::string> keys(std::begin(kConfigKeys), std::end(kConfigKeys));
  const auto near = nearest(name, keys);
  return near ? fmt::format("did you mean {}?", *near)
              : fmt::format("there are {}", fmt::join(keys, ", "));
}

ConfigLine parse_line(std::string_view text, const std::string& file, size_t number) {
  const size_t equals = text.find('=');
  if (equals == std::string_view::npos)
    refuse(file, number, "no equals sign", "write KEY = VALUE, as in: format = jsonl");
  ConfigLine line{std::string(trimmed(text.substr(0, equals))),
                  std::string(trimmed(text.substr(equals + 1))), number};
  if (!is_key(line.key))
    refuse(file, number, fmt::format("there is no key '{}'", line.key), nearest_key(line.key));
  if (line.value.empty())
    refuse(file, number, fmt::format("'{}' has no value", line.key), "delete the line, or add one");
  return line;
}

}  // namespace

fs::path config_file() {
  if (const char* named = std::getenv("QUOTARY_CONFIG")) return named;
  fs::path folder;
  if (const char* config = std::getenv("XDG_CONFIG_HOME"); config && *config)
    folder = config;
  else if (const char* home = std::getenv("HOME"); home && *home)
    folder = fs::path(home) / ".config";
  else
    return {};
  const fs::path file = folder / "quotary" / "config";
  std::error_code ignored;
  return fs::exists(file, ignored) ? file : fs::path();
}

std::vector<ConfigLine> parse_config(std::string_view text, const std::string& file) {
  std::vector<ConfigLine> lines;
  for (size_t number = 1; !text.empty(); ++number) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line[0] != '#') lines.push_back(parse_line(line, file, number));
  }
  return lines;
}

std::vector<ConfigLine> read_config(const fs::path& file) {
  if (file.empty()) return {};
  std::ifstream in(file, std::ios::binary);
  std::string text(kMostBytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.bad() || (in.fail() && !in.eof()))
    throw Error(ErrorKind::usage, fmt::format("{} cannot be read", file.string()),
                "QUOTARY_CONFIG= (empty) does without a configuration file");
  text.resize(static_cast<size_t>(in.gcount()));
  if (text.size() > kMostBytes)
    throw Error(ErrorKind::usage, fmt::format("{} is over 64 KiB", file.string()),
                "a configuration file has some lines of KEY = VALUE");
  return parse_config(text, file.string());
}

}  // namespace quotary
