#include "corpus/article/headline.h"

#include "common/text/date.h"
#include "common/text/fold.h"
#include "common/text/letters.h"
#include "common/text/utf8.h"
#include "common/text/words.h"
#include "corpus/article/dateline.h"
#include "corpus/article/line_kind.h"
#include "corpus/article/word_list.h"

namespace quotary {
namespace {

constexpr size_t kLongestHeadline = 200;       // code points
constexpr size_t kLongestSentenceTitle = 110;  // of a headline with a full stop
constexpr size_t kLongestPlainTitle = 150;     // of a headline in a file without date line
constexpr size_t kMostFurniture = 4;           // lines above the headline

// Words whose dot ends no sentence, folded.
constexpr std::string_view kAbbreviations =
    " inc corp co ltd jr sr st dr mr mrs ms no vs gen gov sen rep lt col sgt rev hon prof bros "
    "jan feb mar apr jun jul aug sep sept oct nov dec calif fla va pa ga tex mass conn ariz colo "
    "ill ind kan ky la md mich minn miss mo mont neb nev okla ore tenn wash wis wyo ala ark del "
    "us un uk eu dc am pm usa ny nj nc sc nd sd ri nh nm ";

// Whether the dot at `dot` ends a sentence rather than an abbreviation or an initial.
bool ends_sentence(std::string_view line, size_t dot) {
  size_t begin = dot;
  while (begin > 0 && line[begin - 1] != ' ' && line[begin - 1] != '(') --begin;
  std::string word;
  for_each_word(line.substr(begin, dot - begin), [&](std::string_view part, Span) { word = part; });
  if (word.empty()) return true;
  if (word.size() == 1 && is_letter(static_cast<unsigned char>(word[0]))) return false;
  return !is_listed(word, kAbbreviations);
}

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == 0x201D || c == 0x2019 || c == ')';
}

// A full stop at the very end, in or before quotation marks or brackets.
bool ends_with_stop(std::string_view line) {
  size_t end = line.size();
  while (char32_t c = code_point_before(line, end)) {
    if (!is_closing(c)) break;
    end -= c < 0x80 ? 1 : 3;
  }
  if (code_point_before(line, end) == 0x3002) return true;
  return end > 0 && line[end - 1] == '.' && !line.substr(0, end).ends_with("..") &&
         ends_sentence(line, end - 1);
}

// How many sentences end inside of the line, with another behind them.
size_t inner_stops(std::string_view line) {
  size_t stops = 0;
  for (size_t dot = 0; (dot = line.find_first_of(".?!", dot)) != std::string_view::npos; ++dot) {
    size_t next = dot + 1;
    while (is_closing(code_point_at(line, next))) next_code_point(line, next);
    bool behind =
        next + 1 < line.size() && line[next] == ' ' && is_upper(code_point_at(line, next + 1));
    if (behind && (line[dot] != '.' || next > dot + 1 || ends_sentence(line, dot))) ++stops;
  }
  return stops;
}

struct Manner {
  size_t words = 0, capitals = 0, articles = 0;
  bool told = false;  // a weekday, or "said": as news prose tells things
};

Manner manner_of(std::string_view line) {
  Manner manner;
  for_each_word(line, [&](std::string_view word, Span span) {
    char32_t first = code_point_at(line, span.begin);
    if (word.size() > 3 || is_upper(first)) {
      ++manner.words;
      manner.capitals += !is_lower(first);
    }
    manner.articles += span.begin > 0 && (word == "the" || word == "a" || word == "an");
    manner.told = manner.told || word == "said" || (word.ends_with("day") && weekday_named(word));
  });
  return manner;
}

// In code points, as far as it matters.
size_t length_of(std::string_view line) {
  return count_code_points(utf8_prefix(line, 4 * kLongestHeadline + 4));
}

bool is_paragraph(std::string_view text, Span line, bool dated) {
  std::string_view own = line.of(text);
  if (length_of(own) > kLongestHeadline) return true;
  if (find_dateline(text, line, std::nullopt, true)) return true;
  if (!dated) return length_of(own) > kLongestPlainTitle || inner_stops(own) > 1;
  return is_prose(own);
}

// A short line that stands above paragraphs and can be the headline below a slogan.
bool looks_like_headline(std::string_view text, Span line, bool dated) {
  std::string_view own = line.of(text);
  ParagraphKind kind = line_kind(own, {.number = 9});
  if (kind != ParagraphKind::body && kind != ParagraphKind::heading) return false;
  return own.size() >= 8 && !may_be_furniture(own) && !is_paragraph(text, line, dated);
}

// "Xi meets Putin | Some Paper": the longest piece, if it can be a headline.
Span longest_piece(std::string_view text, Span line) {
  Span longest{line.begin, line.begin};
  for (uint32_t begin = line.begin; begin < line.end;) {
    size_t bar = text.find('|', begin);
    uint32_t end = bar < line.end ? static_cast<uint32_t>(bar) : line.end;
    Span piece{begin, end};
    while (!piece.empty() && text[piece.begin] == ' ') ++piece.begin;
    while (!piece.empty() && text[piece.end - 1] == ' ') --piece.end;
    if (piece.size() > longest.size()) longest = piece;
    begin = end + 1;
  }
  return longest;
}

bool is_titled_page(std::string_view text, Span line) {
  std::string_view own = line.of(text);
  if (own.find(" | ") == std::string_view::npos || own.size() > kLongestHeadline) return false;
  size_t words = 0;
  for_each_word(longest_piece(text, line).of(text), [&](std::string_view, Span) { ++words; });
  return words >= 5;
}

// Without what some sites put behind it: "Read more at: http://...".
Span without_link(std::string_view text, Span headline) {
  std::string_view own = headline.of(text);
  for (std::string_view link : {" Read more", " READ MORE", " Read Latest", " Continue reading"}) {
    size_t at = own.find(link);
    if (at != std::string_view::npos && at > 10 && own.find("http", at) != std::string_view::npos) {
      return {headline.begin, headline.begin + static_cast<uint32_t>(at)};
    }
  }
  return headline;
}

}  // namespace

bool is_prose(std::string_view line) {
  bool stop = ends_with_stop(line);
  if (!stop) return length_of(line) > kLongestHeadline;
  Manner manner = manner_of(line);
  bool title_case = manner.words > 2 && manner.capitals * 4 >= manner.words * 3;
  if (title_case) return length_of(line) > kLongestPlainTitle;
  if (manner.told || length_of(line) > kLongestSentenceTitle) return true;
  // Short: two brief sentences make a headline more often than a paragraph; one sentence with its
  // articles is prose.
  return inner_stops(line) == 0 && manner.articles > 0;
}

FoundHeadline find_headline(std::string_view text, const std::vector<Line>& lines, bool dated) {
  FoundHeadline found;
  size_t& i = found.above;
  for (; i < lines.size() && i < kMostFurniture; ++i) {
    std::string_view line = lines[i].span.of(text);
    if (is_certain_furniture(line)) continue;
    if (!may_be_furniture(line)) break;
    // Words of a slogan may stand in a headline: what comes below decides.
    if (i + 1 < lines.size() && looks_like_headline(text, lines[i + 1].span, dated)) continue;
    if (line.find('|') == std::string_view::npos) break;
    if (!is_titled_page(text, lines[i].span)) continue;
    found.span = longest_piece(text, lines[i].span);
    found.lines = 1;
    return found;
  }
  if (i == lines.size()) return found;
  Span headline = without_link(text, lines[i].span);
  if (is_paragraph(text, headline, dated) || (!dated && i + 1 == lines.size())) return found;
  found.span = is_titled_page(text, headline) ? longest_piece(text, headline) : headline;
  found.lines = 1;
  // A headline that goes on below: "Some news; \nand more of it."
  bool goes_on =
      i + 1 < lines.size() && !lines[i + 1].after_blank && text[lines[i].span.end - 1] == ';';
  if (goes_on) {
    found.span.end = lines[i + 1].span.end;
    found.lines = 2;
  }
  return found;
}

}  // namespace quotary
