#include "corpus/article/agency.h"

#include <string>
#include <unordered_map>

#include "common/text/fold.h"

namespace quotary {
namespace {

struct Agency {
  std::string_view name;
  std::string_view written;  // other forms, folded, each closed by a '|'
};

constexpr Agency kAgencies[] = {
    {"AP", "associated press|the associated press|"},
    {"AFP", "agence france-presse|agence france presse|"},
    {"Reuters", "reuter|thomson reuters|"},
    {"Xinhua", "xinhua news agency|xinhuanet|"},
    {"TASS", "itar-tass|"},
    {"UPI", "united press international|"},
    {"CNN", ""},
    {"CNNMoney", "cnn money|cnnmoney.com|"},
    {"CNN Business", ""},
    {"CNN Politics", ""},
    {"CNN Philippines", ""},
    {"BBC", "bbc news|"},
    {"NPR", ""},
    {"Bloomberg", "bloomberg news|"},
    {"Dow Jones", ""},
    {"MarketWatch", ""},
    {"Fox News", ""},
    {"NBC News", ""},
    {"CBS News", ""},
    {"CBS", ""},
    {"ABC News", ""},
    {"CNSNews.com", "cns news|"},
    {"Thomson Reuters Foundation", ""},
    {"KHN", "kaiser health news|"},
    {"RNS", ""},
    {"JTA", ""},
    {"MNA", "mehr news agency|"},
    {"IRNA", ""},
    {"ISNA", ""},
    {"Tasnim", "tasnim news agency|"},
    {"Fars", "fna|fars news agency|"},
    {"Press TV", ""},
    {"Interfax", ""},
    {"RIA Novosti", ""},
    {"Sputnik", ""},
    {"Ukrinform", ""},
    {"BelTA", ""},
    {"Kazinform", ""},
    {"Trend", ""},
    {"AzerNews", ""},
    {"Azertag", "azertac|"},
    {"Anadolu", "aa|anadolu agency|"},
    {"IHA", ""},
    {"DPA", "dpa international|"},
    {"EFE", "agencia efe|"},
    {"ANSA", ""},
    {"AGI", ""},
    {"Lusa", ""},
    {"Belga", ""},
    {"ANP", ""},
    {"APA", ""},
    {"PAP", ""},
    {"CTK", ""},
    {"MTI", ""},
    {"Tanjug", ""},
    {"Hina", ""},
    {"Agerpres", ""},
    {"BTA", ""},
    {"TT", ""},
    {"NTB", ""},
    {"Ritzau", ""},
    {"STT", ""},
    {"Kyodo", "kyodo news|"},
    {"Jiji", "jiji press|"},
    {"Yonhap", "yonhap news|"},
    {"KCNA", ""},
    {"VNA", ""},
    {"CNA", ""},
    {"Bernama", ""},
    {"Antara", ""},
    {"PNA", ""},
    {"TNA", ""},
    {"PTI", "press trust of india|"},
    {"ANI", ""},
    {"IANS", ""},
    {"UNI", ""},
    {"APP", ""},
    {"BSS", ""},
    {"UNB", ""},
    {"PPI", ""},
    {"SPA", ""},
    {"WAM", ""},
    {"QNA", ""},
    {"KUNA", ""},
    {"BNA", ""},
    {"ONA", ""},
    {"Petra", ""},
    {"SANA", ""},
    {"NNA", ""},
    {"MENA", ""},
    {"INA", ""},
    {"WAFA", ""},
    {"SUNA", ""},
    {"TAP", ""},
    {"APS", ""},
    {"MAP", ""},
    {"NAN", ""},
    {"GNA", ""},
    {"ENA", ""},
    {"PANA", ""},
    {"SAnews", ""},
    {"IPS", ""},
    {"MercoPress", ""},
    {"Prensa Latina", ""},
    {"Telam", ""},
    {"Notimex", ""},
    {"The Canadian Press", "cp|canadian press|"},
    {"AAP", ""},
    {"PA", "press association|pa media|"},
    {"Khaama Press", ""},
    {"Pajhwok", ""},
    {"ddp", ""},
    {"Knight Ridder", ""},
    {"Cox News", ""},
    {"Scripps Howard", ""},
    {"Globe Newswire", "globenewswire|"},
    {"PRNewswire", "pr newswire|"},
    {"Business Wire", "businesswire|"},
    {"CNS", ""},
    {"AsiaNews", ""},
    {"Ecns", ""},
    {"People's Daily", ""},
    {"China Daily", ""},
    {"Global Times", ""},
    {"CGTN", ""},
};

std::unordered_map<std::string, std::string_view> by_written_form() {
  std::unordered_map<std::string, std::string_view> map;
  for (const Agency& agency : kAgencies) {
    map.emplace(fold(agency.name), agency.name);
    std::string_view rest = agency.written;
    for (size_t bar = 0; (bar = rest.find('|')) != std::string_view::npos;
         rest = rest.substr(bar + 1)) {
      map.emplace(rest.substr(0, bar), agency.name);
    }
  }
  return map;
}

}  // namespace

std::optional<std::string_view> known_agency(std::string_view name) {
  static const auto agencies = by_written_form();
  auto found = agencies.find(fold(name));
  if (found == agencies.end()) return std::nullopt;
  return found->second;
}

}  // namespace quotary
