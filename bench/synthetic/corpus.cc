#include "bench/synthetic/corpus.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string_view>
#include <unordered_set>

#include "bench/synthetic/vocabulary.h"
#include "common/base/error.h"

namespace quotary::bench {
namespace {

namespace fs = std::filesystem;

constexpr ZipfMandelbrot kPeople{1.5, 20};
constexpr ZipfMandelbrot kTopics{1.7, 40};
constexpr uint64_t kArticlesADay = 60;
constexpr uint64_t kAnswerPeople = 50;
constexpr uint64_t kAnswerTopics = 100;

constexpr std::array<std::string_view, 8> kMen = {"Adrian", "Boris", "Carlos",  "David",
                                                  "Edward", "Frank", "Gregory", "Henry"};
constexpr std::array<std::string_view, 8> kWomen = {"Alice", "Barbara", "Caroline", "Diana",
                                                    "Emma",  "Fiona",   "Gloria",   "Helen"};
constexpr std::array<std::string_view, 6> kRoles = {"President", "Finance Minister", "Mayor",
                                                    "Governor",  "Senator",          "Ambassador"};
constexpr std::array<std::string_view, 12> kMonths = {"Jan.",  "Feb.", "March", "April",
                                                      "May",   "June", "July",  "Aug.",
                                                      "Sept.", "Oct.", "Nov.",  "Dec."};
constexpr std::array<std::string_view, 7> kWeekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                       "Thursday", "Friday", "Saturday"};

std::string capitalised(std::string text) {
  text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

std::string_view weekday_name(Date day) { return kWeekdays[weekday_of(day).c_encoding()]; }

std::string dateline(Date day, uint64_t place) {
  const unsigned month = static_cast<unsigned>(day.month()),
                 date = static_cast<unsigned>(day.day());
  return fmt::format("{}, {} {} (Reuters) - ", upper(name_of_rank(place)), kMonths[month - 1],
                     date);
}

std::unordered_set<std::string> frequent(uint64_t most, std::string (*name)(uint64_t)) {
  std::unordered_set<std::string> names;
  for (uint64_t rank = 0; rank < most; ++rank) names.insert(name(rank));
  return names;
}

std::string full_name_of_rank(uint64_t rank) { return person_of_rank(rank).full_name(); }

void write_file(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out << text;
  out.close();
  if (!out) throw Error(ErrorKind::output, fmt::format("{} cannot be written", path.string()));
}

}  // namespace

SyntheticPerson person_of_rank(uint64_t rank) {
  Random random(rank + 1);
  SyntheticPerson person;
  person.female = random.chance(0.4);
  person.given = (person.female ? kWomen : kMen)[random.below(kMen.size())];
  person.family = name_of_rank(rank);
  person.role = kRoles[random.below(kRoles.size())];
  return person;
}

std::string SyntheticCorpus::word() { return word_of_rank(kNewsWords.rank(random_)); }

std::string SyntheticCorpus::unused_topic(const SyntheticArticle& article) {
  for (;;) {
    std::string topic = topic_of_rank(kTopics.rank(random_));
    const bool used = std::any_of(article.statements.begin(), article.statements.end(),
                                  [&](const SyntheticStatement& s) { return s.topic == topic; });
    if (!used) return topic;
  }
}

// Words are drawn in the order of the sentence: the order in which a function's arguments are
// evaluated is the compiler's.
std::string SyntheticCorpus::clause(const std::string& topic) {
  const std::string a = word(), b = word(), c = word(), d = word(), e = word();
  switch (random_.below(4)) {
    case 0:
      return fmt::format("the {} {} of the {} would help the {} and the {}", a, b, topic, c, d);
    case 1:
      return fmt::format("the {} was part of a {} {} in the {} of {}", topic, a, b, c, d);
    case 2:
      return fmt::format("a {} {} needs more {} than the {} {} has", a, topic, b, c, d);
    default:
      return fmt::format("the {} has grown beyond the {} {} since the {} of the {} {}", topic, a, b,
                         c, d, e);
  }
}

std::string SyntheticCorpus::narration() {
  const std::string a = word(), b = word(), c = word(), d = word(), e = word(), f = word();
  const uint64_t number = 2 + random_.below(900);
  switch (random_.below(3)) {
    case 0:
      return fmt::format("The {} of the {} lay near the {}, and the {} {} rose by {} percent.", a,
                         b, c, d, e, number);
    case 1:
      return fmt::format("The {} {} stood at {} in the {} of the {} {}.", a, b, number, c, d, e);
    default:
      return fmt::format("In the {} some {} {} were built for the {} {}, between {} and the {}.", a,
                         number, b, c, d, e, f);
  }
}

std::string SyntheticCorpus::speech(const SyntheticPerson& who, const std::string& topic,
                                    bool first, bool again, Date day) {
  const std::string said = clause(topic);
  if (first)
    return fmt::format("{} {} said on {} that {}.", who.role, who.full_name(), weekday_name(day),
                       said);
  switch (random_.below(again ? 5 : 4)) {
    case 0:
      return fmt::format("{} added that {}.", who.family, said);
    case 1:
      return fmt::format("\"{},\" {} said.", capitalised(said), who.family);
    case 2:
      return fmt::format("According to {}, {}.", who.family, said);
    case 3:
      return fmt::format("{} denied that {}.", who.family, said);
    default:
      return fmt::format("{} said {}.", who.female ? "She" : "He", said);
  }
}

// Some paragraphs in which one person speaks.
std::string SyntheticCorpus::turns(const SyntheticPerson& who, Date day,
                                   SyntheticArticle& article) {
  std::string text;
  const uint64_t count = 2 + random_.below(5);
  for (uint64_t turn = 0; turn < count; ++turn) {
    const std::string topic = unused_topic(article);
    text += speech(who, topic, turn == 0, turn > 0, day);
    article.statements.push_back({who.full_name(), topic});
    if (random_.chance(0.4)) text += " " + narration();
    text += "\n\n";
  }
  return text;
}

SyntheticArticle SyntheticCorpus::next() {
  SyntheticArticle article;
  const Date day = add_days(*make_date(2000, 1, 1), static_cast<int>(written_ / kArticlesADay));
  const std::string iso = to_iso(day);
  article.path = fmt::format("{}/{}/{:07}.txt", iso.substr(0, 4), iso.substr(5, 2), ++written_);
  const uint64_t first = kPeople.rank(random_);
  uint64_t second = kPeople.rank(random_);
  if (second == first) ++second;
  const std::string a = word(), b = word(), c = word(), d = word();
  article.text = fmt::format(" date {} {} {} near the {} of {}\n\n", iso, capitalised(a), b, c, d);
  article.text += dateline(day, random_.below(500));
  for (const uint64_t rank : {first, second}) {
    article.text += turns(person_of_rank(rank), day, article);
    for (uint64_t more = 1 + random_.below(6); more > 0; --more)
      article.text += narration() + (more == 1 ? "\n\n" : " ");
  }
  return article;
}

SyntheticSize write_synthetic(const fs::path& folder, uint64_t seed, uint64_t bytes) {
  const auto people = frequent(kAnswerPeople, full_name_of_rank);
  const auto topics = frequent(kAnswerTopics, topic_of_rank);
  SyntheticCorpus corpus(seed);
  SyntheticSize size;
  while (size.bytes < bytes) {
    const SyntheticArticle article = corpus.next();
    write_file(folder / article.path, article.text);
    ++size.files;
    size.bytes += article.text.size();
    size.statements += article.statements.size();
    for (const SyntheticStatement& s : article.statements)
      if (people.contains(s.speaker) && topics.contains(s.topic))
        ++size.answers[{s.speaker, s.topic}];
  }
  return size;
}

std::string answers_json(const SyntheticAnswers& answers) {
  std::string lines;
  for (const auto& [about, count] : answers) {
    const nlohmann::ordered_json line = {
        {"speaker", about.first}, {"topic", about.second}, {"statements", count}};
    lines += line.dump() + "\n";
  }
  return lines;
}

}  // namespace quotary::bench
