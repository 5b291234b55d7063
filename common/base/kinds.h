#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace quotary {

// Small closed sets that the extractor decides, the index stores and the query tool asks for.
// Their numbers are stored: new ones go to the end. The names beside them are what people type
// (kind:direct) and what every output shows.

// How much of a statement's content stands in quotation marks: all of it, a part, nothing.
enum class StatementKind : uint8_t { direct, mixed, indirect };
inline constexpr std::array<std::string_view, 3> kStatementKindNames = {"direct", "mixed",
                                                                        "indirect"};

// Whether the speaker is reported to have said it.
enum class StatementStatus : uint8_t {
  said,
  denied,    // "denied that ..."
  declined,  // "declined to comment on ..."
  not_said,  // "did not say whether ..."
};
inline constexpr std::array<std::string_view, 4> kStatementStatusNames = {"said", "denied",
                                                                          "declined", "not-said"};

// Where an article's date came from.
enum class DateSource : uint8_t {
  none,  // the article is undated
  line,  // the file's first line: " date 2024-10-23 ..."
  path,  // a date in the path: 2024/10/23, 2024-10-23-...
};
inline constexpr std::array<std::string_view, 3> kDateSourceNames = {"none", "line", "path"};

enum class ParagraphKind : uint8_t {
  body,       // narration; the dateline, if there is one, lies before the span
  headline,   // the headline, where it stands in the text
  caption,    // a photo caption or credit
  byline,     // "By A. Writer", "Contributing: ..."
  bullet,     // "• text"; the bullet lies before the span
  heading,    // "Key statements by NAME:", a crosshead: a line that announces what follows
  furniture,  // what page extraction left: menus, slogans, clock times, URLs
};
inline constexpr std::array<std::string_view, 7> kParagraphKindNames = {
    "body", "headline", "caption", "byline", "bullet", "heading", "furniture"};

inline std::string_view name_of(StatementKind kind) {
  return kStatementKindNames.at(static_cast<size_t>(kind));
}
inline std::string_view name_of(StatementStatus status) {
  return kStatementStatusNames.at(static_cast<size_t>(status));
}
inline std::string_view name_of(DateSource source) {
  return kDateSourceNames.at(static_cast<size_t>(source));
}
inline std::string_view name_of(ParagraphKind kind) {
  return kParagraphKindNames.at(static_cast<size_t>(kind));
}

}  // namespace quotary
