#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace quotary {

// A tolerant look at SGML that is no XML: tags that are not closed, references to characters that
// do not exist. Names of elements are compared as written.

// What stands between <name ...> and </name>, from `from` on; up to the text's end where it is not
// closed. nullopt where there is none. `from` is moved behind it.
std::optional<std::string_view> next_element(std::string_view text, std::string_view name,
                                             size_t& from);

// The first such element, tags and all taken as text; empty where there is none.
std::string_view element(std::string_view text, std::string_view name);

// The value of an attribute of the first tag: NEWID="1" -> 1. Empty where there is none.
std::string_view attribute(std::string_view tag, std::string_view name);

// Without tags, references resolved (&amp; &lt; &gt; &quot; &apos; &nbsp; &#233; &#xE9;).
// References to control characters and to nothing vanish; a name that is not known stays as it is
// written.
std::string plain_text(std::string_view markup);

}  // namespace quotary
