#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quotary {

// A speaker as statements of the index have it, with the number of statements that do.
struct SeenForm {
  std::string_view form;
  uint64_t count = 1;
};

// Which forms mean one person or body, by evidence alone: for each form the number of the one that
// stands for it, its own where it stands for itself. The same for any order of the forms, each of
// which is there once. `compared` are the same forms as they are compared (authority.h).
//
// Joined are
//  - the same words in another spelling or order: accents, hyphens, capitals, "Jr.", titles and
//    descriptions in front; Orban Viktor and Viktor Orban; Ministry of Health and Health Ministry;
//  - a company with and without Inc, Corp, Co, where no other company has its words and, if it has
//    one word, nobody bears that as a name; a body with and without "U.S.", where no other
//    country's is seen;
//  - a name with more given names or initials, where its family name and first given name agree
//    with one other name: Donald J. Trump;
//  - a short given name or an initial, where one full name fits and no other: Dan, D., Daniel;
//  - a family name alone ("Xi", "Putin"), where one person of that name is all there is, or has
//    at least nineteen of twenty statements by people of that name; or nine of ten where nobody
//    else has a twentieth of his (odd forms of his own name may have the rest). Otherwise the short
//    name stays a value of its own: which Bush is meant is not known. So it does where it is far
//    more frequent than the long one (twenty times; with nine of ten, twice): it means another.
std::vector<uint32_t> join_forms(const std::vector<SeenForm>& forms,
                                 const std::vector<std::string_view>& compared);

}  // namespace quotary
