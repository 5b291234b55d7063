#include "corpus/article/line_kind.h"

#include <algorithm>
#include <array>

#include "common/text/date.h"
#include "common/text/fold.h"
#include "common/text/letters.h"
#include "common/text/utf8.h"
#include "corpus/article/word_list.h"

namespace quotary {
namespace {

constexpr size_t kLongestFurniture = 160;  // bytes
constexpr size_t kLongestCaption = 900;
constexpr size_t kLongestByline = 240;
constexpr size_t kLongestHeading = 80;
constexpr size_t kLongestName = 60;
constexpr size_t kLongestBrokenOff = 400;  // of lines whose kind is told by words inside of them

using Words = std::string_view;

// Whole lines, folded, a colon or dots at the end left out.
constexpr Words kFurnitureLines =
    "|advertisement|advertising|ad|close|share|print|email|tweet|comments|comment|live|video|videos"
    "|photo|photos|gallery|opinion|analysis|analysis/opinion|news|home|menu|search|subscribe|log in"
    "|login|sign in|sign up|world|politics|business|breaking news|latest news|top stories|read more"
    "|more|related|related articles|related stories|see also|watch|story continued below"
    "|story continues below|story continues below advertisement|continue reading"
    "|continue reading the main story|[pullquote]|next|prev|previous|loading|skip to main content"
    "|skip to content|back to top|top|copy link|save|listen|play|pause|toggle caption|hide caption"
    "|facebook|twitter|print this article|text size|english|latest|update|full text|more news|tags"
    "|source|topics|trending|most read|follow us|newsletter|share this|share this article"
    "|add to favorites|live updates|gift a subscription|(undated)|";

// Beginnings of lines, folded.
constexpr Words kFurnitureBeginnings =
    "|sign up |sign in |log in |click here|subscribe |advertisement|follow us|follow @|skip to "
    "|gift a subscription|share this |share on |next image|prev image|image 1 of|read or share this"
    "|this article tagged|copyright |(c) |all rights reserved|view gallery|view comments"
    "|show comments|get our |want fox news|join the conversation|facebook twitter|print email|home "
    ">"
    "|home /|story highlights|filed under|tags:|posted in|posted on|published on |last updated"
    "|updated:|updated at|updated on|published:|published at|like us on|find us on|download our"
    "|listen to article|share save|\u00a9|";

// The same for what leads away from an article, and so stands below its headline only.
constexpr Words kReferences =
    "|see also:|see also |also read|related:|watch:|read:|more:|read more|read also|more from "
    "|more on "
    "|trending:|recommended|don't miss:|editor's picks|";

// Anywhere in a short line, folded.
constexpr Words kFurnitureParts =
    "|gift a subscription|subscribe now|free newsletter|daily newsletter|manage newsletters"
    "|cookie policy|privacy policy|terms of service|terms of use|all rights reserved|skip to main"
    "|my account|accept cookies|";

// What sites say of themselves, folded.
constexpr Words kSlogans =
    "|latest news|breaking news|news agency|daily news|news online|online news|world news"
    "|news and analysis|news & analysis|news, analysis|news and views|top stories|official website"
    "|official site|homepage|home page|welcome to|trusted source|your source|source for|all the "
    "news"
    "|news portal|news site|newspaper of|independent news|online edition|digital edition|since 18"
    "|since 19|voice of the|news from around|news you can|first with the news|est. 1|e-paper|epaper"
    "|international edition|us edition|uk edition|asia edition|news in english|news network"
    "|news service|fair and balanced|no. 1 news|leading news|";

constexpr Words kClockWords =
    " am pm a.m p.m gmt utc est edt et pst pdt pt bst cet ist jst hrs h published updated posted "
    "last "
    "modified on at the of local time mon tue tues wed thu thur thurs fri sat sun ";

bool begins_with_one_of(Words folded, Words list) {
  return any_item(list, [&](Words item) { return folded.starts_with(item); });
}

bool has_one_of(Words folded, Words list) {
  return any_item(list, [&](Words item) { return folded.find(item) != Words::npos; });
}

bool is_terminal(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0x2026;
}

// Calls visit(word) for what stands between spaces, without commas and stops around it.
template <typename Visit>
void for_each_spaced(Words line, Visit&& visit) {
  constexpr Words around = ",.;:()[]|-\u00b7";
  for (size_t at = 0; at < line.size();) {
    size_t end = std::min(line.find(' ', at), line.size());
    Words word = line.substr(at, end - at);
    at = end + 1;
    size_t begin = word.find_first_not_of(around);
    if (begin == Words::npos) continue;
    visit(word.substr(begin, word.find_last_not_of(around) + 1 - begin));
  }
}

bool is_number(Words word) { return word.find_first_not_of("0123456789:./-") == Words::npos; }

// "26 Jan. 9:20", "Monday, July 1, 2019", "09:20 GMT": nothing but dates and times.
bool is_date_or_time(Words folded) {
  bool digits = false, all = true;
  for_each_spaced(folded, [&](Words word) {
    digits = digits || is_digit(static_cast<unsigned char>(word[0]));
    if (word.size() > 4 && (word.ends_with("am") || word.ends_with("pm"))) word.remove_suffix(2);
    if (word.size() > 2 && (word.ends_with("st") || word.ends_with("th") || word.ends_with("nd"))) {
      if (is_digit(static_cast<unsigned char>(word[0]))) word.remove_suffix(2);
    }
    all = all && (is_number(word) || month_named(word) || weekday_named(word) ||
                  is_listed(word, kClockWords));
  });
  return digits && all;
}

bool is_url(Words line) {
  if (line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.")) {
    return line.find(' ') == Words::npos || line.size() < kLongestFurniture;
  }
  return line.find(' ') == Words::npos && line.find('.') != Words::npos &&
         line.find('/') != Words::npos && line.size() > 6;
}

bool has_letter_or_digit(Words line) {
  for (size_t at = 0; at < line.size();) {
    char32_t c = next_code_point(line, at);
    if (is_letter(c) || is_digit(c)) return true;
  }
  return false;
}

// "Home | World | Politics", "26 Jan | Live".
bool is_menu(Words line) {
  size_t bars = static_cast<size_t>(std::count(line.begin(), line.end(), '|'));
  return bars >= 2 ||
         (bars == 1 && line.size() < 40 && !is_terminal(code_point_before(line, line.size())));
}

// The end of a caption: a credit in brackets or behind a bar.
bool is_credit(Words folded) {
  constexpr Words marks =
      "|photo|xinhua/|reuters/|afp/|ap/|getty|image:|images|/reuters|/ap|/afp|/xinhua|/epa|"
      "courtesy of|picture:|/tass|file pic|handout|illustration|";
  return folded.size() <= 90 && has_one_of(folded, marks);
}

bool is_caption(Words line) {
  if (line.size() > kLongestCaption) return false;
  Words head = utf8_prefix(line, 24);
  if (head.starts_with("Enlarge this image") || head.starts_with("FILE - ") ||
      head.starts_with("FILE \u2014 ") || head.starts_with("FILE \u2013 ") ||
      head.starts_with("FILE PHOTO") || head.starts_with("File photo") ||
      head.starts_with("Photo: ") || head.starts_with("PHOTO: ") || head.starts_with("[Photo") ||
      head.starts_with("Image source") || head.starts_with("Photograph: ") ||
      (head.starts_with("CLOSE ") && is_upper(code_point_at(line, 6)))) {
    return true;
  }
  size_t from = line.size() > 100 ? line.size() - 100 : 0;
  while (from < line.size() && (static_cast<unsigned char>(line[from]) & 0xC0) == 0x80) ++from;
  Words tail = line.substr(from);
  if (tail.ends_with(')') || tail.ends_with(']') || tail.ends_with(").")) {
    size_t open = tail.find_last_of("([");
    if (open != Words::npos && is_credit(fold(tail.substr(open + 1)))) return true;
  }
  if (tail.ends_with("Getty Images") || tail.ends_with("AP Photo") ||
      tail.ends_with("File Photo") || tail.ends_with("AP Images")) {
    return true;
  }
  // std::string_view::rfind compares at each byte: it took a third of the parser's time.
  if (tail.substr(tail.size() - std::min<size_t>(tail.size(), 49)).find("REUTERS/") != Words::npos)
    return true;
  size_t bar = Words::npos;
  for (size_t at = tail.find("| "); at != Words::npos; at = tail.find("| ", at + 1)) bar = at;
  return bar != Words::npos && is_credit(fold(tail.substr(bar)));
}

// The number of words of a line that is nothing but names: "Ann Miller and Raj Patel". 0 for
// anything else.
size_t count_name_words(Words line) {
  if (line.size() > kLongestName) return 0;
  size_t words = 0;
  bool names = true;
  for_each_spaced(line, [&](Words word) {
    char32_t c = code_point_at(word, 0);
    bool joins = word == "and" || word == "de" || word == "van" || word == "von" || word == "&" ||
                 word == "al" || word == "bin" || word == "der" || word == "da";
    names = names && (is_upper(c) || joins) && word.find_first_of("0123456789!?\"") == Words::npos;
    words += !joins;
  });
  return names && !is_terminal(code_point_before(line, line.size())) ? words : 0;
}

bool is_by_line(Words line) {
  if (!line.starts_with("By ") && !line.starts_with("BY ")) return false;
  if (is_terminal(code_point_before(line, line.size())) && line.size() > kLongestName) return false;
  // Up to what the writer belongs to: "By Ann Miller, Our Paper".
  Words names =
      line.substr(3, line.find(" - ") == Words::npos ? Words::npos : line.find(" - ") - 3);
  if (weekday_named(names.substr(0, names.find_first_of(" ,")))) return false;
  if (month_named(names.substr(0, names.find_first_of(" ,")))) return false;
  size_t writer = names.find(" writer ");
  return count_name_words(names) > 0 || (writer != Words::npos && line.size() < kLongestName);
}

// "Pay May One": a table's row, no name.
bool names_a_day(Words line) {
  bool found = false;
  for_each_spaced(line,
                  [&](Words word) { found = found || month_named(word) || weekday_named(word); });
  return found;
}

bool is_byline(Words line, const LinePlace& place) {
  if (line.size() > kLongestByline) return false;
  constexpr Words beginnings =
      "|reporting by |(reporting by |additional reporting|(additional rep|contributing: |"
      "(editing by |editing by |(writing by |writing by |written by |(by |compiled by |"
      "contributing:|(with inputs|with inputs from|(with reporting|reported by |"
      "by our correspondent|";
  std::string folded = fold(utf8_prefix(line, 40));
  if (begins_with_one_of(folded, beginnings)) {
    // "Written by hand in 1776, it ..." is prose.
    return folded[0] == '(' || line.size() < 2 * kLongestName || folded.find(':') != Words::npos ||
           line.find(';') != Words::npos;
  }
  constexpr Words credits =
      "|contributed to this report|contributed to this story|contributed to this article"
      "|contributed reporting|";
  if (has_one_of(line, credits)) return true;
  if (is_by_line(line)) return true;
  size_t names = count_name_words(line);
  // A writer's name and what he writes for, each on a line directly below the headline.
  if (place.after_byline && place.number <= 3 && names > 0 && line.size() <= 40 &&
      !names_a_day(line)) {
    return true;
  }
  if (place.after_byline && place.number <= 3 && line.size() <= 40 &&
      line.find(' ') == Words::npos && line.find('.') != Words::npos) {
    return true;
  }
  if (place.number > 1 || names < 2 || place.last || names_a_day(line)) return false;
  size_t next_names = count_name_words(place.next);
  bool below = (next_names > 0 && place.next.size() <= 40) ||
               (place.next.find(' ') == Words::npos && place.next.find('.') != Words::npos);
  return names <= 8 && below;
}

bool reports_speech(Words folded) {
  constexpr Words cues =
      "| said| says| say| told | added| adds| wrote| writes| tweeted| reports| reported"
      "| stated| asked| explain| conclud| noted| saying| according| a statement"
      "| declared| announced| argued| posted| continu| spoke| comment| writing| repl"
      "| respond| answer| story| tell| insist| recall| stress| warn|";
  return has_one_of(folded, cues);
}

bool is_heading(Words line, const LinePlace& place) {
  if (line.size() > kLongestHeading || place.last) return false;
  char32_t last = code_point_before(line, line.size());
  char32_t first = code_point_at(line, 0);
  if (last == ':' || last == 0xFF1A)
    return !reports_speech(fold(line)) && line.find(". ") == Words::npos;
  if (is_letter(last) || is_digit(last)) {
    if (line.size() > kLongestName || !is_upper(first) || names_a_day(line)) return false;
    size_t words = 0, digits = 0;
    for_each_spaced(line, [&](Words word) {
      ++words;
      digits += is_number(word);
    });
    // Figures in a line make it a row of a table; what follows a crosshead is longer than it.
    return words <= 8 && digits * 3 <= words && line.find_first_of(".;\"") == Words::npos &&
           place.next.size() > line.size();
  }
  return false;
}

}  // namespace

size_t bullet_length(std::string_view line) {
  size_t at = 0;
  if (line.empty()) return 0;
  char32_t c = next_code_point(line, at);
  bool always = c == 0x2022 || c == 0x25CF || c == 0x25AA || c == 0x2023 || c == 0x25E6 ||
                c == 0x25A0 || c == 0x29BF || c == 0x29BE || c == 0x2981 || c == 0x25BA ||
                c == 0x25B6 || c == 0x2043 || c == 0x2219 || c == 0x00B7 || c == 0x2666;
  bool spaced = c == '*' || c == '-' || c == '+' || c == '_' || c == '>';
  if (spaced && (at >= line.size() || line[at] != ' ')) return 0;
  if (!always && !spaced) return 0;
  while (at < line.size()) {
    size_t next = at;
    if (!is_space(next_code_point(line, next))) break;
    at = next;
  }
  return at < line.size() ? at : 0;
}

bool is_certain_furniture(std::string_view line) {
  if (line.size() > kLongestFurniture) return false;
  if (!has_letter_or_digit(line) || is_url(line)) return true;
  std::string folded = fold(line);
  Words plain = folded;
  while (!plain.empty() && (plain.ends_with(':') || plain.ends_with('.') || plain.ends_with(' '))) {
    plain.remove_suffix(1);
  }
  return is_listed(plain, kFurnitureLines, '|') || is_date_or_time(folded);
}

bool may_be_furniture(std::string_view line) {
  if (line.size() > kLongestFurniture) return false;
  std::string folded = fold(line);
  return is_menu(line) || begins_with_one_of(folded, kFurnitureBeginnings) ||
         has_one_of(folded, kFurnitureParts) || has_one_of(folded, kSlogans);
}

namespace {

bool is_furniture_below(Words line) {
  if (line.size() > kLongestFurniture) return false;
  bool sentence =
      line.size() > kLongestHeading && is_terminal(code_point_before(line, line.size()));
  if (sentence) return is_url(line) || begins_with_one_of(fold(utf8_prefix(line, 40)), kReferences);
  if (is_certain_furniture(line)) return true;
  std::string folded = fold(line);
  return begins_with_one_of(folded, kReferences) ||
         begins_with_one_of(folded, kFurnitureBeginnings) || has_one_of(folded, kFurnitureParts);
}

}  // namespace

ParagraphKind line_kind(std::string_view line, const LinePlace& place) {
  if (line.size() > kLongestCaption) return ParagraphKind::body;
  if (is_furniture_below(line)) return ParagraphKind::furniture;
  if (bullet_length(line) > 0) return ParagraphKind::bullet;
  if (is_caption(line)) return ParagraphKind::caption;
  if (line.size() > kLongestBrokenOff) return ParagraphKind::body;
  if (is_byline(line, place)) return ParagraphKind::byline;
  if (is_heading(line, place)) return ParagraphKind::heading;
  return ParagraphKind::body;
}

}  // namespace quotary
