#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/names/authority.h"

namespace quotary {

// A speaker as statements of the index have it, with the number of statements that do.
struct SeenForm {
  std::string form;
  uint64_t count = 1;
};

// Which forms of names mean one person or body over a whole index. Made when segments are published
// from all forms seen and an authority file; applied when queries are compiled and facets counted,
// so that neither an edited authority file nor new evidence rewrites a document.
//
// What the authority file has is as it says. Beyond that forms are joined on evidence:
//  - the same words in another spelling or order: accents, hyphens, capitals, "Jr.", titles and
//    descriptions in front; Orban Viktor and Viktor Orban; Ministry of Health and Health Ministry;
//  - a company with and without Inc, Corp, Co, where no other company has its words and, if it has
//    one word, nobody bears that as a name; a body with and without "U.S.", where no other
//    country's is seen;
//  - a name with more given names or initials, where its family name and first given name agree
//    with one other name: Donald J. Trump;
//  - a short given name or an initial, where one full name fits and no other: Dan, D., Daniel;
//  - a family name alone ("Xi", "Putin"), where one person of that name is all there is, or has
//    at least nineteen of twenty statements by people of that name. Otherwise the short name
//    stays a value of its own: which Bush is meant is not known.
class NameTable {
 public:
  NameTable() = default;
  NameTable(const std::vector<SeenForm>& forms, const Authority& authority);

  // The name shown for a form; the form itself where nothing is known of it.
  std::string_view name_of(std::string_view form) const;

  // All forms seen (and those of the authority file) that mean the same as `form`, `form` included
  // where it was seen: what a query for a speaker has to look for. In the order of their
  // statements.
  std::vector<std::string> forms_of(std::string_view form) const;

  // Names of people or bodies that a short name may mean, most statements first: one where it is
  // clear, several where it is ambiguous, none where the index has no such name.
  std::vector<std::string> candidates(std::string_view short_name) const;

 private:
  struct Group {
    std::string name;
    std::vector<SeenForm> forms;
    uint64_t count = 0;
  };
  std::vector<Group> groups_;
  std::unordered_map<std::string, uint32_t> group_of_;              // compared form -> group
  std::unordered_map<std::string, std::vector<uint32_t>> by_word_;  // compared word -> groups
};

}  // namespace quotary
