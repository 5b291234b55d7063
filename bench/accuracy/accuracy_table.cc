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

std::string set_row(const AccuracyRow& row) {
  const Score& score = row.score;
  return fmt::format("{:<11} {:<6} {:>5} {:>5} {} {} {:>8.1f} {} {} {} {:>7.1f}\n", row.set,
                     row.how, score.gold, score.found, at_least(score.match_f1(), kMatch),
                     at_least(score.resolved_f1(), kResolved), score.exact_f1(),
                     below(score.wrong_name_rate(), kWrongName),
                     at_least(score.full_name_rate(), kFullName),
                     at_least(score.said_rate(), kSaid), score.kind_rate());
}

std::string polnear_rows(const PolnearScore& score) {
  std::string text = fmt::format("\n{:<30} {:>8}  {:>5}\n", "PolNeAR dev, speech", "found", "goal");
  const auto row = [&text](const char* name, double figure, double goal) {
    text += fmt::format("{:<30} {} {:>5.0f}\n", name, at_least(figure, goal), goal);
  };
  row("match F1", score.match_f1, kPolnearMatch);
  row("attributed F1", score.attributed_f1, kPolnearAttributed);
  row("resolved F1", score.resolved_f1, kPolnearResolved);
  row("quoted-token F1", score.quoted_token_f1, kPolnearQuoted);
  row("name right, pronoun source", score.pronoun_names, kPolnearPronouns);
  text += fmt::format("{:<30} {:>8.1f}\n", "name right, nominal source", score.nominal_names);
  return text;
}

}  // namespace

std::string accuracy_text(const std::vector<AccuracyRow>& rows,
                          const std::optional<PolnearScore>& polnear) {
  std::string text = fmt::format(
      "{:<11} {:<6} {:>5} {:>5} {:>8}  {:>8}  {:>8} {:>8}  {:>8}  {:>8}  {:>7}\n", "set", "how",
      "gold", "found", "match", "resolved", "exact", "wrong", "full", "said", "kind");
  for (const AccuracyRow& row : rows) text += set_row(row);
  if (polnear) text += polnear_rows(*polnear);
  text +=
      "\nmatch, resolved, exact: F1. wrong: wrong names, of matches. full: full names, of right "
      "speakers.\n"
      "< and >: short of the goal.\n";
  return text;
}

std::string accuracy_json(const std::vector<AccuracyRow>& rows,
                          const std::optional<PolnearScore>& polnear) {
  nlohmann::ordered_json json;
  for (const AccuracyRow& row : rows) {
    const Score& score = row.score;
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
                            {"status", score.status_rate()}});
  }
  if (polnear) {
    json["polnear_dev"] = {
        {"match_f1", polnear->match_f1},           {"attributed_f1", polnear->attributed_f1},
        {"resolved_f1", polnear->resolved_f1},     {"quoted_token_f1", polnear->quoted_token_f1},
        {"pronoun_names", polnear->pronoun_names}, {"nominal_names", polnear->nominal_names}};
  }
  return json.dump(2) + "\n";
}

}  // namespace quotary::accuracy
