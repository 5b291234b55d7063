#include "corpus/article/place_name.h"

#include <unordered_set>

#include "common/text/fold.h"
#include "common/text/letters.h"
#include "common/text/utf8.h"
#include "corpus/article/word_list.h"

namespace quotary {
namespace {

constexpr std::string_view kSmallWords =
    " de da do dos das del della di du des la le les los las el al en es sur sous aux au of "
    "the and upon on am an der den ob in ";

constexpr std::string_view kAcronyms = " usa us uk uae prc dprk rok drc eu un ussr uss nato ";

// Cities that the agencies' style books give alone, other capitals and large cities.
constexpr std::string_view kCities[] = {
    "abidjan",
    "abu dhabi",
    "abuja",
    "accra",
    "addis ababa",
    "aden",
    "akron",
    "albany",
    "albuquerque",
    "aleppo",
    "alexandria",
    "algiers",
    "allentown",
    "almaty",
    "amman",
    "amsterdam",
    "anchorage",
    "ankara",
    "antananarivo",
    "antwerp",
    "apia",
    "arlington",
    "ashgabat",
    "ashkhabad",
    "asmara",
    "astana",
    "asuncion",
    "athens",
    "atlanta",
    "atlantic city",
    "auckland",
    "augusta",
    "austin",
    "baghdad",
    "baku",
    "bali",
    "baltimore",
    "bamako",
    "bangalore",
    "bangkok",
    "bangui",
    "banjul",
    "barcelona",
    "basel",
    "basra",
    "baton rouge",
    "beijing",
    "beirut",
    "belfast",
    "belgrade",
    "belmopan",
    "benghazi",
    "berlin",
    "bern",
    "berne",
    "birmingham",
    "bishkek",
    "bissau",
    "bloemfontein",
    "bogota",
    "boise",
    "bologna",
    "bombay",
    "bonn",
    "boston",
    "brasilia",
    "bratislava",
    "brazzaville",
    "bridgetown",
    "brisbane",
    "brussels",
    "bucharest",
    "budapest",
    "buenos aires",
    "buffalo",
    "bujumbura",
    "busan",
    "cairo",
    "calcutta",
    "calgary",
    "camp david",
    "canberra",
    "cannes",
    "canton",
    "cape canaveral",
    "cape town",
    "caracas",
    "cardiff",
    "casablanca",
    "charleston",
    "charlotte",
    "charlottesville",
    "chengdu",
    "chennai",
    "chicago",
    "chongqing",
    "christchurch",
    "cincinnati",
    "cleveland",
    "colombo",
    "colorado springs",
    "columbia",
    "columbus",
    "conakry",
    "concord",
    "copenhagen",
    "cotonou",
    "dakar",
    "dallas",
    "damascus",
    "damman",
    "dar es salaam",
    "darwin",
    "davos",
    "dayton",
    "delhi",
    "denver",
    "des moines",
    "detroit",
    "dhahran",
    "dhaka",
    "dili",
    "djakarta",
    "djibouti",
    "doha",
    "dortmund",
    "dresden",
    "dubai",
    "dublin",
    "durban",
    "dushanbe",
    "dusseldorf",
    "edinburgh",
    "edmonton",
    "el paso",
    "erbil",
    "essen",
    "fargo",
    "ferguson",
    "flint",
    "florence",
    "fort worth",
    "frankfurt",
    "freetown",
    "fukuoka",
    "gaborone",
    "gaza",
    "gaza city",
    "geneva",
    "genoa",
    "georgetown",
    "gibraltar",
    "glasgow",
    "gothenburg",
    "groznyy",
    "grozny",
    "guadalajara",
    "guangzhou",
    "guantanamo",
    "guatemala city",
    "guayaquil",
    "hague",
    "the hague",
    "halifax",
    "hamburg",
    "hamilton",
    "hangzhou",
    "hanoi",
    "hanover",
    "harare",
    "harbin",
    "harrisburg",
    "hartford",
    "havana",
    "helena",
    "helsinki",
    "hiroshima",
    "ho chi minh city",
    "hollywood",
    "hong kong",
    "honiara",
    "honolulu",
    "houston",
    "idlib",
    "indianapolis",
    "islamabad",
    "istanbul",
    "izmir",
    "jackson",
    "jacksonville",
    "jakarta",
    "jeddah",
    "jefferson city",
    "jerusalem",
    "johannesburg",
    "juba",
    "juneau",
    "kabul",
    "kampala",
    "kandahar",
    "kansas city",
    "karachi",
    "kathmandu",
    "katmandu",
    "kazan",
    "kharkiv",
    "kherson",
    "khartoum",
    "kiev",
    "kigali",
    "kingston",
    "kinshasa",
    "kobe",
    "kolkata",
    "krakow",
    "kuala lumpur",
    "kunming",
    "kuwait",
    "kuwait city",
    "kyiv",
    "kyoto",
    "la paz",
    "lagos",
    "lahore",
    "lansing",
    "las vegas",
    "lausanne",
    "leipzig",
    "libreville",
    "lille",
    "lilongwe",
    "lima",
    "lincoln",
    "lisbon",
    "little rock",
    "liverpool",
    "ljubljana",
    "lome",
    "london",
    "los angeles",
    "louisville",
    "luanda",
    "lugano",
    "lugansk",
    "luhansk",
    "lusaka",
    "luxembourg",
    "lviv",
    "lyon",
    "lyons",
    "macau",
    "macao",
    "madison",
    "madras",
    "madrid",
    "malabo",
    "male",
    "managua",
    "manama",
    "manchester",
    "manila",
    "maputo",
    "mariupol",
    "marseille",
    "maseru",
    "mbabane",
    "mecca",
    "medellin",
    "medina",
    "melbourne",
    "memphis",
    "mexico city",
    "miami",
    "milan",
    "milwaukee",
    "minneapolis",
    "minsk",
    "mogadishu",
    "monaco",
    "monrovia",
    "monterrey",
    "montevideo",
    "montgomery",
    "montreal",
    "moscow",
    "mosul",
    "mumbai",
    "munich",
    "muscat",
    "nagasaki",
    "nagoya",
    "nairobi",
    "nanjing",
    "naples",
    "nashville",
    "nassau",
    "ndjamena",
    "n'djamena",
    "new delhi",
    "new haven",
    "new orleans",
    "new york",
    "newark",
    "niamey",
    "nice",
    "nicosia",
    "norfolk",
    "nouakchott",
    "oakland",
    "odessa",
    "oklahoma city",
    "olympia",
    "omaha",
    "orlando",
    "osaka",
    "oslo",
    "ottawa",
    "ouagadougou",
    "palermo",
    "panama",
    "panama city",
    "paramaribo",
    "paris",
    "peking",
    "perth",
    "philadelphia",
    "phnom penh",
    "phoenix",
    "pittsburgh",
    "podgorica",
    "port au prince",
    "port-au-prince",
    "port louis",
    "port moresby",
    "port of spain",
    "port-of-spain",
    "portland",
    "porto-novo",
    "prague",
    "praia",
    "pretoria",
    "pristina",
    "providence",
    "pusan",
    "pyongyang",
    "quebec",
    "quebec city",
    "quito",
    "rabat",
    "raleigh",
    "ramallah",
    "rangoon",
    "raqqa",
    "reykjavik",
    "richmond",
    "riga",
    "rio de janeiro",
    "riyadh",
    "rome",
    "rotterdam",
    "sacramento",
    "saigon",
    "salt lake city",
    "salvador",
    "samara",
    "san antonio",
    "san diego",
    "san francisco",
    "san jose",
    "san juan",
    "san salvador",
    "sanaa",
    "santa fe",
    "santiago",
    "santo domingo",
    "sao paulo",
    "sarajevo",
    "savannah",
    "seattle",
    "seoul",
    "sevastopol",
    "shanghai",
    "shenzhen",
    "simferopol",
    "singapore",
    "skopje",
    "sochi",
    "sofia",
    "springfield",
    "st. louis",
    "st. paul",
    "st. petersburg",
    "stockholm",
    "strasbourg",
    "stuttgart",
    "suva",
    "sydney",
    "taipei",
    "taiz",
    "tallahassee",
    "tallinn",
    "tampa",
    "tashkent",
    "tbilisi",
    "tegucigalpa",
    "tehran",
    "teheran",
    "tel aviv",
    "thimphu",
    "tianjin",
    "tijuana",
    "tirana",
    "tokyo",
    "toledo",
    "topeka",
    "toronto",
    "trenton",
    "trieste",
    "tripoli",
    "tucson",
    "tulsa",
    "tunis",
    "turin",
    "ulaanbaatar",
    "ulan bator",
    "united nations",
    "valletta",
    "vancouver",
    "vatican",
    "vatican city",
    "venice",
    "vienna",
    "vientiane",
    "vilnius",
    "vladivostok",
    "warsaw",
    "washington",
    "wellington",
    "west palm beach",
    "wichita",
    "wilmington",
    "windhoek",
    "winnipeg",
    "wuhan",
    "xi'an",
    "xian",
    "yangon",
    "yaounde",
    "yekaterinburg",
    "yerevan",
    "yokohama",
    "zagreb",
    "zaporizhzhia",
    "zurich",
};

bool is_small_word(std::string_view word) { return is_listed(fold(word), kSmallWords); }

// One part of a word, without spaces and hyphens.
void append_name_part(std::string& out, std::string_view part) {
  size_t letters = 0;
  bool capital = true, after_mc = false;
  for (size_t at = 0; at < part.size();) {
    char32_t c = next_code_point(part, at);
    append_utf8(out, capital || after_mc ? c : to_lower(c));
    if (is_letter(c)) ++letters;
    std::string_view so_far = part.substr(0, at);
    after_mc = letters == 2 && (so_far == "MC" || so_far == "Mc") && part.size() > 4;
    capital = c == '.' || (c == '\'' && letters == 1) || (c == 0x2019 && letters == 1);
  }
}

void append_name_word(std::string& out, std::string_view word) {
  bool first = true;
  while (true) {
    size_t hyphen = word.find('-');
    std::string_view part = word.substr(0, hyphen);
    if (!first && is_small_word(part)) {
      out += lower_case(part);
    } else {
      append_name_part(out, part);
    }
    if (hyphen == std::string_view::npos) return;
    out.push_back('-');
    word.remove_prefix(hyphen + 1);
    first = false;
  }
}

bool has_small_letter(std::string_view word) {
  size_t capitals = 0, small = 0;
  for (size_t at = 0; at < word.size();) {
    char32_t c = next_code_point(word, at);
    capitals += is_upper(c);
    small += is_lower(c);
  }
  // "McALLEN", "DeKALB" are capitals with a small letter inside.
  return small > 0 && capitals <= small + 1;
}

template <typename WordName>
std::string name_of(std::string_view written, WordName&& append_word) {
  std::string name;
  for (size_t at = 0; at < written.size();) {
    size_t end = std::min(written.find(' ', at), written.size());
    std::string_view word = written.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (!name.empty()) name.push_back(' ');
    append_word(name, word);
  }
  return name;
}

}  // namespace

std::string city_name(std::string_view written) {
  return name_of(written, [](std::string& name, std::string_view word) {
    if (has_small_letter(word)) {
      name += word;
    } else if (!name.empty() && is_small_word(word)) {
      name += lower_case(word);
    } else {
      append_name_word(name, word);
    }
  });
}

std::string region_name(std::string_view written) {
  return name_of(written, [](std::string& name, std::string_view word) {
    bool acronym = is_listed(fold(word), kAcronyms);
    if (has_small_letter(word) || word.size() <= 2 || acronym) {
      name += word;
    } else if (!name.empty() && is_small_word(word)) {
      name += lower_case(word);
    } else {
      append_name_word(name, word);
    }
  });
}

bool stands_alone(std::string_view city) {
  static const std::unordered_set<std::string_view> cities(std::begin(kCities), std::end(kCities));
  return cities.contains(fold(city));
}

}  // namespace quotary
