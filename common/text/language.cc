#include "common/text/language.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>

#include "common/text/utf8.h"

namespace quotary {
namespace {

struct CommonWords {
  std::string_view language;
  std::string_view words;  // lower case, between spaces
};

constexpr CommonWords kCommonWords[] = {
    {"en",
     " the of and to in that is for was with on as it by at from his he have has this be are said "
     "an not will "},
    {"de",
     " der die und das den von zu mit ist des im dem nicht ein eine auf für sich auch als wird "
     "sagte werden bei "},
    {"fr",
     " le la les des et du une est que dans qui pour sur pas par au avec ce il sont plus été aux "
     "cette "},
    {"es",
     " el la los las y que del en una por con para se es su al lo como más pero fue ha este sus "},
    {"pt",
     " o os as do da dos das que em um uma para com não por na no se ao mais foi pela pelo são "},
    {"it",
     " il lo la gli di che del della un una per con non è sono dei nel alla si delle anche più "
     "ha "},
    {"nl",
     " de het een van en dat is op te in met voor niet zijn er aan ook door werd bij naar hij "},
    {"sv", " och att det som en på är av för med den till inte har ett om han var från men "},
    {"da", " og at det som en på er af for med den til ikke har et om han var fra men blev "},
    {"no", " og at det som en på er av for med den til ikke har et om han var fra men ble "},
    {"fi", " ja on ei että oli se hän myös ovat mutta kun sekä joka mukaan vuoden ole "},
    {"pl", " i w na z się nie że do to jest o jak po przez od za dla są był oraz "},
    {"cs", " a v na se že je s z do o to za by byl jsou ale pro podle které který "},
    {"tr", " ve bir bu da de için ile olarak çok daha olan dedi gibi en kadar sonra "},
    {"ro", " și în de la a cu pe că din nu este o un pentru care mai sunt fost al ale "},
    {"hu", " a az és hogy nem is egy van meg volt szerint csak ez már még mint után "},
    {"id", " yang dan di dengan untuk ini dari dalam itu pada tidak akan ke oleh juga telah "},
    {"vi", " và của là các có được trong cho không một người với những đã này khi để "},
};
constexpr size_t kLanguages = std::size(kCommonWords);
constexpr unsigned kEnough = 3;   // common words, and one in twelve of all
constexpr unsigned kPlenty = 10;  // with so many, and no other language near, no more are counted

// A bit for each language that a word is common in.
const std::unordered_map<std::string_view, uint32_t>& common_words() {
  static const auto words = [] {
    std::unordered_map<std::string_view, uint32_t> map;
    for (size_t i = 0; i < kLanguages; ++i) {
      std::string_view rest = kCommonWords[i].words.substr(1);
      for (size_t end = 0; (end = rest.find(' ')) != std::string_view::npos;
           rest = rest.substr(end + 1)) {
        map[rest.substr(0, end)] |= 1u << i;
      }
    }
    return map;
  }();
  return words;
}

bool is_latin_letter(char32_t c) {
  return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= 0xC0 && c < 0x250) ||
         (c >= 0x1E00 && c < 0x1F00);
}

char32_t lower_latin(char32_t c) {
  if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE)) return c + 0x20;
  if (c >= 0x100 && c < 0x180) return c | 1;  // nearly: enough for counting
  return c;
}

enum Script {
  latin,
  han,
  kana,
  hangul,
  cyrillic,
  arabic,
  greek,
  hebrew,
  thai,
  devanagari,
  scripts
};

Script script_of(char32_t c) {
  if (is_latin_letter(c)) return latin;
  if (c >= 0x370 && c < 0x400) return greek;
  if (c >= 0x400 && c < 0x530) return cyrillic;
  if (c >= 0x590 && c < 0x600) return hebrew;
  if (c >= 0x600 && c < 0x780) return arabic;
  if (c >= 0x900 && c < 0x980) return devanagari;
  if (c >= 0xE00 && c < 0xE80) return thai;
  if (c >= 0x3041 && c < 0x3100) return kana;
  if (c >= 0x3400 && c < 0xA000) return han;
  if (c >= 0xAC00 && c < 0xD7A4) return hangul;
  return scripts;
}

struct Counts {
  std::array<unsigned, scripts> letters{};
  std::array<unsigned, kLanguages> common{};
  unsigned words = 0;
  unsigned ukrainian = 0, bulgarian = 0, russian = 0, persian = 0;
};

void count_word(Counts& counts, std::string_view word) {
  if (word.empty()) return;
  ++counts.words;
  if (word.size() < 2) return;  // "a", "o", "s": letters of tables as often as words
  auto found = common_words().find(word);
  uint32_t languages = found == common_words().end() ? 0 : found->second;
  for (size_t i = 0; languages != 0; ++i, languages >>= 1) counts.common[i] += languages & 1;
}

// Whether the words seen so far settle the language.
bool is_settled(const Counts& counts) {
  unsigned best = 0, second = 0;
  for (unsigned common : counts.common) {
    second = std::max(second, std::min(best, common));
    best = std::max(best, common);
  }
  return best >= kPlenty && best >= 3 * second && best * 4 >= counts.words;
}

Counts count(std::string_view text) {
  Counts counts;
  std::string word;
  for (size_t at = 0; at < text.size();) {
    char32_t c = next_code_point(text, at);
    Script script = script_of(c);
    if (script == latin && c < 0x80) {
      word.push_back(static_cast<char>(c | 0x20));
    } else if (script == latin) {
      append_utf8(word, lower_latin(c));
    } else if (!word.empty()) {
      count_word(counts, word);
      word.clear();
      if (counts.words % 16 == 0 && is_settled(counts)) return counts;
    }
    if (script == scripts) continue;
    ++counts.letters[script];
    counts.ukrainian += c == 0x456 || c == 0x457 || c == 0x454 || c == 0x491;
    counts.russian += c == 0x44B || c == 0x44D || c == 0x451;
    counts.bulgarian += c == 0x44A;
    counts.persian += c == 0x67E || c == 0x686 || c == 0x6AF || c == 0x6CC;
  }
  count_word(counts, word);
  return counts;
}

std::string latin_language(const Counts& counts) {
  auto best = std::max_element(counts.common.begin(), counts.common.end());
  if (*best < kEnough || *best * 12 < counts.words) return {};
  return std::string(kCommonWords[best - counts.common.begin()].language);
}

std::string cyrillic_language(const Counts& counts) {
  if (counts.ukrainian > counts.russian) return "uk";
  // Bulgarian writes ъ as a vowel, often, and neither ы nor э.
  if (counts.russian == 0 && counts.bulgarian * 100 > counts.letters[cyrillic]) return "bg";
  return "ru";
}

}  // namespace

std::string detect_language(std::string_view text) {
  Counts counts = count(utf8_prefix(text, kLanguageSampleBytes));
  auto& letters = counts.letters;
  // A Chinese character says as much as several Latin letters.
  unsigned cjk = letters[han] + letters[kana] + letters[hangul];
  if (cjk * 3 > letters[latin] + 10) {
    if (letters[kana] * 10 > cjk) return "ja";
    return letters[hangul] * 2 > cjk ? "ko" : "zh";
  }
  auto most = std::max_element(letters.begin(), letters.end());
  if (*most < 12) return {};
  switch (most - letters.begin()) {
    case latin:
      return latin_language(counts);
    case cyrillic:
      return cyrillic_language(counts);
    case arabic:
      return counts.persian * 50 > letters[arabic] ? "fa" : "ar";
    case greek:
      return "el";
    case hebrew:
      return "he";
    case thai:
      return "th";
    case devanagari:
      return "hi";
    default:
      return {};
  }
}

}  // namespace quotary
