#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/names/authority.h"
#include "common/names/name_joiner.h"

namespace quotary {

// Which forms of names mean one person or body over a whole index: what the authority file says,
// and for what it does not have, evidence (name_joiner.h).
//
// It is a table in bytes, made once, when an index is published, and then read where it lies: a
// question looks up two or three names of a hundred thousand. Numbers of 32 bits in this machine's
// order (little-endian), from the beginning:
//   T, G, M, S     texts (forms seen, and those of the authority file), groups (names), members,
//                  places of the hash table (a power of two)
//   ends           T: where each text ends in `text`
//   groups         T: the group of each text
//   names          G: the text that is shown for a group
//   begins         G + 1: the forms seen of group g are members begins[g] to begins[g + 1]
//   members        M texts, those with the most statements first
//   places         S: text + 1, at the hash of its compared form (authority.h) or behind; 0: none
//   text           the rest: one text behind the other
class NameTable {
 public:
  static constexpr uint32_t unknown = ~uint32_t{0};

  // A table without a name.
  NameTable() = default;

  // Over bytes that outlive it and begin where 32-bit numbers may. Throws Error{index} where its
  // parts are not within `bytes`; what is wrong inside of them makes wrong names, and no crash.
  explicit NameTable(std::string_view bytes);

  size_t groups() const { return names_.size(); }

  // The group of a form, which need not have been seen in this spelling; `unknown` where there is
  // none.
  uint32_t group_of(std::string_view form) const;

  // The name shown for a group; "" for a number that is no group.
  std::string_view name(uint32_t group) const;

  // The name shown for a form; the form itself where nothing is known of it.
  std::string_view name_of(std::string_view form) const;

  // All forms seen that mean the same as `form`: what a query for a speaker has to look for. Those
  // with the most statements first.
  std::vector<std::string_view> forms_of(std::string_view form) const;

 private:
  std::string_view text(uint32_t number) const;

  std::span<const uint32_t> ends_, groups_, names_, begins_, members_, places_;
  std::string_view text_;
};

struct NewNameTable {
  std::string bytes;
  std::vector<uint32_t> groups;  // of each form given
};

// The table of these forms, each of which is there once.
NewNameTable make_name_table(const std::vector<SeenForm>& forms, const Authority& authority);

}  // namespace quotary
