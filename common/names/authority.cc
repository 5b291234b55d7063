#include "common/names/authority.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/base/error.h"
#include "common/names/names_data.h"
#include "common/text/fold.h"

namespace quotary {
namespace {

constexpr size_t longest_line = 4096;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r";
  size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

[[noreturn]] void fail(std::string_view file, size_t line, std::string what) {
  throw Error(ErrorKind::usage, fmt::format("{}:{}: {}", file, line, what),
              "an authority file has lines like \"United Nations = UN; U.N.\"");
}

std::vector<std::string> split_aliases(std::string_view list) {
  std::vector<std::string> aliases;
  for (size_t begin = 0; begin <= list.size();) {
    size_t end = std::min(list.find(';', begin), list.size());
    aliases.emplace_back(trimmed(list.substr(begin, end - begin)));
    begin = end + 1;
  }
  return aliases;
}

AuthorityEntry parse_line(std::string_view line, std::string_view file, size_t number) {
  if (line.size() > longest_line) fail(file, number, "a line of over 4096 bytes");
  if (line.find('\0') != std::string_view::npos) fail(file, number, "this is no text");
  size_t equals = line.find('=');
  AuthorityEntry entry;
  entry.name = trimmed(line.substr(0, equals));
  if (entry.name.empty()) fail(file, number, "no name before the equals sign");
  if (equals == std::string_view::npos) return entry;
  entry.aliases = split_aliases(line.substr(equals + 1));
  for (const std::string& alias : entry.aliases)
    if (alias.empty()) fail(file, number, fmt::format("an empty form of \"{}\"", entry.name));
  return entry;
}

}  // namespace

std::string compared_form(std::string_view form) {
  std::string folded = fold(form), compared;
  for (char c : folded) {
    bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!blank)
      compared += c;
    else if (!compared.empty() && compared.back() != ' ')
      compared += ' ';
  }
  if (!compared.empty() && compared.back() == ' ') compared.pop_back();
  if (compared.size() > 4 && compared.starts_with("the ")) compared.erase(0, 4);
  return compared;
}

Authority Authority::parse(std::string_view text, std::string_view file) {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  Authority authority;
  std::vector<size_t> line_of;
  size_t number = 0;
  auto add_form = [&](std::string_view form) {
    size_t entry = authority.entries_.size() - 1;
    auto [at, is_new] = authority.by_form_.emplace(compared_form(form), entry);
    if (!is_new && at->second != entry)
      fail(file, number,
           fmt::format("\"{}\" belongs to \"{}\" already (line {})", form,
                       authority.entries_[at->second].name, line_of[at->second]));
  };
  for (size_t begin = 0; begin < text.size();) {
    size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = trimmed(text.substr(begin, end - begin));
    begin = end + 1;
    ++number;
    if (line.empty() || line.front() == '#') continue;
    authority.entries_.push_back(parse_line(line, file, number));
    line_of.push_back(number);
    add_form(authority.entries_.back().name);
    for (const std::string& alias : authority.entries_.back().aliases) add_form(alias);
  }
  return authority;
}

void Authority::add(const Authority& other) {
  for (const AuthorityEntry& entry : other.entries_) {
    auto known = [&](const std::string& form) { return by_form_.contains(compared_form(form)); };
    if (known(entry.name) || std::any_of(entry.aliases.begin(), entry.aliases.end(), known))
      continue;
    by_form_.emplace(compared_form(entry.name), entries_.size());
    for (const std::string& alias : entry.aliases)
      by_form_.emplace(compared_form(alias), entries_.size());
    entries_.push_back(entry);
  }
}

const Authority& known_bodies() {
  static const Authority known =
      Authority::parse(names_data("known_bodies"), "common/names/known_bodies.txt");
  return known;
}

std::optional<size_t> Authority::entry_number(std::string_view compared) const {
  const auto at = by_form_.find(std::string(compared));
  if (at == by_form_.end()) return std::nullopt;
  return at->second;
}

const AuthorityEntry* Authority::find(std::string_view form) const {
  const auto number = entry_number(compared_form(form));
  return number ? &entries_[*number] : nullptr;
}

std::optional<std::string_view> Authority::name_of(std::string_view form) const {
  const AuthorityEntry* entry = find(form);
  if (!entry) return std::nullopt;
  return entry->name;
}

}  // namespace quotary
