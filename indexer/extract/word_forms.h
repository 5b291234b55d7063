#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quotary {

enum class VerbForm : uint8_t { none, base, third_person, past, participle, gerund };

struct InflectedForm {
  std::string text;
  VerbForm form;
};

// The forms of an English verb by the rules of spelling: "deny" -> deny, denies, denied, denying.
// Irregular verbs are listed as "say says said said saying" (base, third person, past, past
// participle, gerund); a line with one word is a regular verb.
std::vector<InflectedForm> verb_forms(std::string_view line);

}  // namespace quotary
