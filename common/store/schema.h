#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace quotary {

// THE SCHEMA: what an index holds and under which terms. The indexer writes by this table, the
// query language looks its fields up in it, facets, --list-fields and the manual page are made from
// it.
//
// An index is a folder (common/store/manifest.h) of segments. A segment is one Xapian database; all
// live segments are searched as one. It has two kinds of documents:
//
//   an article     Its words with positions (prefix XT) and as stems; its headline (S); the places,
//                  agency and dates of its dateline; its speakers, all of them. Its data is an
//                  ArticleRecord (record.h), which holds the article's whole text, once.
//   a statement    The words of its content (no prefix) and of the rest of its passage (XP), both
//                  with positions, both as stems; speaker, cue, kind, status; dates, places, agency
//                  of its article. No headline, no neighbours. Its data is a StatementRecord: spans
//                  into the article's text.
//
// The statements of an article follow it, in the order of the text, with nothing between: in its
// segment, statement number k (from 0) of article document D is document D + 1 + k. Merging
// renumbers documents and keeps this.
//
// Words. A text's words come from common/text/words.h, folded; the same scanner takes queries
// apart.
//   exact form    PREFIX + word, with its position        brics, XPsummit, XTkazan
//   stem          Z + PREFIX + stem, without positions    Zbric, ZXPsummit
// All words have their exact form, also capitalised ones; those that are not their own stem have
// the stem too. So the words of a stem S are found as Z + PREFIX + S or PREFIX + S, the latter
// where S is its own stem (terms.h: terms_of_stem). Positions of a statement number the words of
// its PASSAGE from 1: content and the rest share one numbering, so that a phrase or NEAR is
// searched as OP_PHRASE over (word OR XPword) at each place (Xapian 1.4 takes OP_OR of terms
// there). Positions of an article leave kParagraphGap between two paragraphs: no phrase crosses.
// Names and places (A, XL, XR, XV) have exact forms with positions and no stems; their several
// values lie kValueGap apart.
//
// Of a speaker's names and mentions, A has the words that stand for the speaker: not "Lorne" of
// "Lorne's lawyer" or of "Lorne campaign" (common/names/own_part.h).
//
// Whole values (kinds exact and enumeration): PREFIX + folded value, white space collapsed. A value
// too long for a term is cut and ends in a hash (terms.h).
//
// Days. A date field writes year, month and day as three terms, ROOT + Y2024, ROOT + M202410,
// ROOT + D20241023: whole years and months of a range need no value. `when` is the said date, else
// the dateline's date, else the article's.
//
// Values (slots) are for facets, sorting, and the ragged ends of ranges. Dates are "20241023";
// lists of names are packed (terms.h: pack_values).
//
// A segment has no lists of terms by document (Xapian's DB_NO_TERMLIST): what is to be known of a
// document without its record is a value.
//
// Identity (no fields of the query language):
//   XE   statement | article: which kind of document
//   Q    the article's id (terms.h), on the article's document alone
//   XF   file id and generation: this version of a file, on all documents that came from it.
//        Versions that a newer segment replaces are excluded by these terms until a merge drops
//        them.
inline constexpr uint32_t kSchemaVersion = 4;

enum class FieldKind : uint8_t {
  text,         // words and phrases, by stem and by exact form
  name,         // words and phrases, by exact form alone
  exact,        // a whole value
  enumeration,  // one of a closed set of values
  date,         // a day, month, year or range
};

// Numbers are part of the schema.
enum class Slot : uint8_t {
  when = 0,      // "20241023"
  date = 1,      // "20241023"
  said = 2,      // "20241023"
  speaker = 3,   // packed canonical names; none: not named
  location = 4,  // packed: the first part of each place ("Kazan")
  kind = 5,      // one byte: the number of the StatementKind
  status = 6,    // one byte: the number of the StatementStatus
  cue = 7,       // folded, as terms are
  agency = 8,    // as written
  article = 9,   // the article's id
  repeats = 10,  // of a statement: what repeats of it are found by (repeat_key.h)
  none = 255,
};
inline constexpr uint32_t kSlots = 11;

// Up to three prefixes; the first is the main one.
struct Prefixes {
  std::array<std::string_view, 3> items{};
  size_t count = 0;

  constexpr Prefixes() = default;
  constexpr Prefixes(std::string_view a) : items{a}, count(1) {}
  constexpr Prefixes(std::string_view a, std::string_view b) : items{a, b}, count(2) {}
  constexpr const std::string_view* begin() const { return items.data(); }
  constexpr const std::string_view* end() const { return items.data() + count; }
  constexpr bool empty() const { return count == 0; }
};

// How a facet's values are read from its slot.
enum class FacetKind : uint8_t {
  none,    // no facet
  value,   // the slot is the value
  packed,  // the slot holds several values
  kind,    // the slot is a number of an enumeration
  status,
  year,  // the first 4, 6, 8 characters of a date
  month,
  day,
  article,  // the slot is an article's id; what is shown is its headline
};

struct Field {
  std::string_view name;                    // as in `name:value`
  std::array<std::string_view, 2> aliases;  // other spellings, "" where there is none
  FieldKind kind;
  Prefixes statement;  // the prefixes searched in statement documents; empty: not there
  Prefixes article;    // the same in article documents
  Slot slot;
  FacetKind facet;
  bool sortable;
  bool searchable;  // false: a facet alone
  std::string_view help;
};

namespace prefix {
inline constexpr std::string_view content{};
inline constexpr std::string_view passage = "XP";
inline constexpr std::string_view text = "XT";
inline constexpr std::string_view headline = "S";
inline constexpr std::string_view speaker = "A";
inline constexpr std::string_view by = "XBY";
inline constexpr std::string_view to = "XR";
inline constexpr std::string_view via = "XV";
inline constexpr std::string_view location = "XL";
inline constexpr std::string_view cue = "XC";
inline constexpr std::string_view kind = "XK";
inline constexpr std::string_view status = "XU";
inline constexpr std::string_view agency = "XG";
inline constexpr std::string_view path = "P";
inline constexpr std::string_view language = "L";
inline constexpr std::string_view date = "XD";
inline constexpr std::string_view said = "XS";
inline constexpr std::string_view when = "XW";
inline constexpr std::string_view stem = "Z";
inline constexpr std::string_view entity = "XE";
inline constexpr std::string_view article_id = "Q";
inline constexpr std::string_view file_version = "XF";
}  // namespace prefix

inline constexpr std::string_view kStatementTerm = "XEstatement";
inline constexpr std::string_view kArticleTerm = "XEarticle";

inline constexpr uint32_t kParagraphGap = 100;
inline constexpr uint32_t kValueGap = 10;

// A facet alone has the slot and the help of its own, and no prefixes.
inline constexpr std::array kFields = {
    Field{"speaker",
          {"who", ""},
          FieldKind::name,
          prefix::speaker,
          prefix::speaker,
          Slot::speaker,
          FacetKind::packed,
          false,
          true,
          "who said it: words of the speaker's name, in any form, or of the mention"},
    Field{"by",
          {"", ""},
          FieldKind::exact,
          prefix::by,
          prefix::by,
          Slot::none,
          FacetKind::none,
          false,
          true,
          "who said it: the whole canonical name"},
    Field{"to",
          {"addressee", ""},
          FieldKind::name,
          prefix::to,
          {},
          Slot::none,
          FacetKind::none,
          false,
          true,
          "whom it was said to, where the sentence tells: words of \"told Y\""},
    Field{"via",
          {"", ""},
          FieldKind::name,
          prefix::via,
          {},
          Slot::none,
          FacetKind::none,
          false,
          true,
          "what it was heard through: words of \"Y quoted X as saying\""},
    Field{"about",
          {"topic", ""},
          FieldKind::text,
          {prefix::content, prefix::passage},
          prefix::text,
          Slot::none,
          FacetKind::none,
          false,
          true,
          "what it is about: words of the content or of the passage around it"},
    Field{"content",
          {"", ""},
          FieldKind::text,
          prefix::content,
          {},
          Slot::none,
          FacetKind::none,
          false,
          true,
          "words of the content alone"},
    Field{"headline",
          {"title", ""},
          FieldKind::text,
          {},
          prefix::headline,
          Slot::article,
          FacetKind::article,
          false,
          true,
          "words of the article's headline"},
    Field{"text",
          {"", ""},
          FieldKind::text,
          {prefix::content, prefix::passage},
          prefix::text,
          Slot::none,
          FacetKind::none,
          false,
          true,
          "words of the passage, or, for articles, of the whole text"},
    Field{"location",
          {"place", ""},
          FieldKind::name,
          prefix::location,
          prefix::location,
          Slot::location,
          FacetKind::packed,
          false,
          true,
          "the dateline's place"},
    Field{"date",
          {"", ""},
          FieldKind::date,
          prefix::date,
          prefix::date,
          Slot::date,
          FacetKind::none,
          true,
          true,
          "the article's date"},
    Field{"said",
          {"", ""},
          FieldKind::date,
          prefix::said,
          {},
          Slot::said,
          FacetKind::none,
          true,
          true,
          "the day on which it was said, where the article tells it"},
    Field{"when",
          {"", ""},
          FieldKind::date,
          prefix::when,
          prefix::when,
          Slot::when,
          FacetKind::none,
          true,
          true,
          "the said date, else the dateline's, else the article's"},
    Field{"kind",
          {"", ""},
          FieldKind::enumeration,
          prefix::kind,
          {},
          Slot::kind,
          FacetKind::kind,
          false,
          true,
          "how much is quoted: direct (all), mixed (a part) or indirect (nothing)"},
    Field{"status",
          {"", ""},
          FieldKind::enumeration,
          prefix::status,
          {},
          Slot::status,
          FacetKind::status,
          false,
          true,
          "said, denied, declined or not-said"},
    Field{"cue",
          {"verb", ""},
          FieldKind::text,
          prefix::cue,
          {},
          Slot::cue,
          FacetKind::value,
          false,
          true,
          "the words that attribute: said, according to"},
    Field{"agency",
          {"source", ""},
          FieldKind::exact,
          prefix::agency,
          prefix::agency,
          Slot::agency,
          FacetKind::value,
          false,
          true,
          "the news agency of the dateline: Xinhua, AP"},
    Field{"path",
          {"file", ""},
          FieldKind::exact,
          prefix::path,
          prefix::path,
          Slot::none,
          FacetKind::none,
          false,
          true,
          "the file, or a folder that it lies in: 2024/10"},
    Field{"lang",
          {"language", ""},
          FieldKind::exact,
          prefix::language,
          prefix::language,
          Slot::none,
          FacetKind::none,
          false,
          true,
          "the article's language: en"},
    Field{"year",
          {"", ""},
          FieldKind::date,
          {},
          {},
          Slot::when,
          FacetKind::year,
          false,
          false,
          "facet: the year of `when`"},
    Field{"month",
          {"", ""},
          FieldKind::date,
          {},
          {},
          Slot::when,
          FacetKind::month,
          false,
          false,
          "facet: the month of `when`"},
    Field{"day",
          {"", ""},
          FieldKind::date,
          {},
          {},
          Slot::when,
          FacetKind::day,
          false,
          false,
          "facet: `when`"},
};

// The field of that name or alias (lower case); nullptr where there is none.
constexpr const Field* find_field(std::string_view name) {
  if (name.empty()) return nullptr;
  for (const Field& field : kFields)
    if (field.name == name || field.aliases[0] == name || field.aliases[1] == name) return &field;
  return nullptr;
}

constexpr std::string_view name_of(FieldKind kind) {
  constexpr std::array<std::string_view, 5> names = {"text", "name", "exact", "enum", "date"};
  return names[static_cast<size_t>(kind)];
}

}  // namespace quotary
