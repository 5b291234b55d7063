#include "bench/accuracy/accuracy_table.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace quotary::accuracy {
namespace {

// The goals of the project, in percent.
constexpr double kMatch = 93, kResolved = 88, kWrongName = 3, kFullName = 95, kSaid = 93;
constexpr double kPolnearMatch = 86, kPolnearAttributed = 79, kPolnearResolved = 79;
constexpr double kPolnearQuoted = 98, kPolnearPronouns = 88;

std::string at_least(double figure, double goal) {
  return fmt::format("{:>8.1f}{}", figure, figure < goal ? '<' : ' ');
}

std::string below(double figure, double goal) {
  return fmt::format("{:>8.1f}{}", figure, figure < goal ? ' ' : '>');
}

double rate(uint64_t bytes, double seconds) {
  constexpr double kMega = 1e6;
  return seconds > 0 ? static_cast<double>(bytes) / kMega / seconds : 0;
}

std::string set_row(const AccuracyRow& row) {
  const Score& score = row.scored.score;
  return fmt::format("{:<11} {:<6} {:>5} {:>5} {} {} {:>8.1f} {} {} {} {:>7.1f} {:>7.2f} {:>6.1f}\n", row.set,
                     row.how, score.gold, score.found, at_least(score.match_f1(), kMatch),
                     at_least(score.resolved_f1(), kResolved), score.exact_f1(),
                     below(score.wrong_name_rate(), kWrongName),
                     at_least(score.full_name_rate(), kFullName),
                     at_least(score.said_rate(), kSaid), score.kind_rate(), row.scored.seconds,
                     rate(row.scored.bytes, row.scored.seconds));
}

std::string polnear_rows(const std::vector<PolnearScore>& scores) {
  std::string text = fmt::format("\n{:<30}", "PolNeAR dev, speech");
  for (const PolnearScore& score : scores) text += fmt::format(" {:>8} ", score.how);
  text += fmt::format(" {:>5}\n", "goal");
  const auto row = [&](const char* name, double PolnearScore::*figure, double goal) {
    text += fmt::format("{:<30}", name);
    for (const PolnearScore& score : scores) text += ' ' + at_least(score.*figure, goal);
    text += goal > 0 ? fmt::format(" {:>5.0f}\n", goal) : "\n";
  };
  row("match F1", &PolnearScore::match_f1, kPolnearMatch);
  row("attributed F1", &PolnearScore::attributed_f1, kPolnearAttributed);
  row("resolved F1", &PolnearScore::resolved_f1, kPolnearResolved);
  row("quoted-token F1", &PolnearScore::quoted_token_f1, kPolnearQuoted);
  row("name right, pronoun source", &PolnearScore::pronoun_names, kPolnearPronouns);
  row("name right, nominal source", &PolnearScore::nominal_names, 0);
  row("processor time, s", &PolnearScore::seconds, 0);
  text += fmt::format("{:<30}", "MB/s");
  for (const PolnearScore& score : scores)
    text += ' ' + at_least(rate(score.bytes, score.seconds), 0);
  return text + "\n";
}

}  // namespace

std::string accuracy_text(const std::vector<AccuracyRow>& rows,
                          const std::vector<PolnearScore>& polnear) {
  std::string text = fmt::format(
      "{:<11} {:<6} {:>5} {:>5} {:>8}  {:>8}  {:>8} {:>8}  {:>8}  {:>8}  {:>7} {:>7} {:>6}\n", "set",
      "how", "gold", "found", "match", "resolved", "exact", "wrong", "full", "said", "kind", "s",
      "MB/s");
  for (const AccuracyRow& row : rows) text += set_row(row);
  if (!polnear.empty()) text += polnear_rows(polnear);
  text +=
      "\nmatch, resolved, exact: F1. wrong: wrong names, of matches. full: full names, of right "
      "speakers.\n"
      "s, MB/s: processor time of parsing and extracting; of PolNeAR, of the whole program.\n"
      "< and >: short of the goal.\n";
  return text;
}

std::string accuracy_json(const std::vector<AccuracyRow>& rows,
                          const std::vector<PolnearScore>& polnear) {
  nlohmann::ordered_json json;
  for (const AccuracyRow& row : rows) {
    const Score& score = row.scored.score;
    json["sets"].push_back({{"set", row.set},
                            {"how", row.how},
                            {"gold", score.gold},
                            {"found", score.found},
                            {"match_f1", score.match_f1()},
                            {"resolved_f1", score.resolved_f1()},
                            {"exact_f1", score.exact_f1()},
                            {"wrong_name", score.wrong_name_rate()},
                            {"full_name", score.full_name_rate()},
                            {"said", score.said_rate()},
                            {"kind", score.kind_rate()},
                            {"status", score.status_rate()},
                            {"seconds", row.scored.seconds},
                            {"megabytes_per_second", rate(row.scored.bytes, row.scored.seconds)}});
  }
  for (const PolnearScore& score : polnear) {
    json["polnear_dev"].push_back({{"how", score.how},
                                   {"match_f1", score.match_f1},
                                   {"attributed_f1", score.attributed_f1},
                                   {"resolved_f1", score.resolved_f1},
                                   {"quoted_token_f1", score.quoted_token_f1},
                                   {"pronoun_names", score.pronoun_names},
                                   {"nominal_names", score.nominal_names},
                                   {"seconds", score.seconds},
                                   {"megabytes_per_second", rate(score.bytes, score.seconds)}});
  }
  return json.dump(2) + "\n";
}

}  // namespace quotary::accuracy
