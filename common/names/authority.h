#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace quotary {

// One name of an authority file with its other forms.
struct AuthorityEntry {
  std::string name;                  // as facets show it
  std::vector<std::string> aliases;  // other forms of it, without `name` itself
};

// What a user says about names: which forms are one person, body or topic. Plain UTF-8 text, one
// name a line:
//
//   # people
//   Xi Jinping = Xi; President Xi
//   Viktor Orban = Orban; Orban Viktor
//   # bodies and topics
//   United Nations = UN; U.N.
//   Ann Example
//
// Before the equals sign the name that is shown, after it its other forms, separated by
// semicolons. A line without an equals sign is a name by itself, which is never joined with
// another. Empty lines, and lines that begin with #, are skipped. Forms are compared folded
// (common/text/fold.h), with a leading "the" and white space of no account.
//
// Speakers under any form of a name are one speaker, and a topic that is asked for under one form
// is searched for under all (query/language/topic_aliases.h).
class Authority {
 public:
  Authority() = default;

  // Reads a file's text. `file` is its name for messages. Throws Error (ErrorKind::usage) that
  // names file and line: an empty name or alias, a form given to two names, a line of over 4,096
  // bytes, invalid UTF-8 as a NUL byte shows it.
  static Authority parse(std::string_view text, std::string_view file);

  // Takes in the entries of `other` of which no form is known here.
  void add(const Authority& other);

  // The name that a form belongs to, as facets show it; nullopt where the file does not have it.
  std::optional<std::string_view> name_of(std::string_view form) const;

  // The place in entries() of what has this compared form; nullopt where the file does not have it.
  std::optional<size_t> entry_number(std::string_view compared) const;

  // The entry of a name or of one of its forms; nullptr where the file does not have it.
  const AuthorityEntry* find(std::string_view form) const;

  const std::vector<AuthorityEntry>& entries() const { return entries_; }
  bool empty() const { return entries_.empty(); }

 private:
  std::vector<AuthorityEntry> entries_;
  std::unordered_map<std::string, size_t> by_form_;  // compared form -> entry
};

// What every index knows: common/names/known_bodies.txt (UN, European Union), compiled in.
const Authority& known_bodies();

// A form as it is compared with another: folded, without a leading "the", single spaces.
std::string compared_form(std::string_view form);

}  // namespace quotary
