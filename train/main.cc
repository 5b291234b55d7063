#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "common/base/error.h"
#include "train/gold.h"
#include "train/trainer.h"

namespace quotary {
namespace {

struct Options {
  std::vector<std::pair<std::string, std::string>> gold;  // a gold file, the folder of its texts
  std::string speech_words;
  std::string output;
  std::string hold_out;  // "K/N"
  bool without_rules = false;
  TrainingOptions training;
};

void define(CLI::App& app, Options& o) {
  app.add_option("--gold", o.gold,
                 "a gold file in JSON Lines and the folder of its texts; repeatable")
      ->required();
  app.add_option("--speech-words", o.speech_words,
                 "a list of cues of speech: others of span-style gold do not count");
  app.add_option("-o,--output", o.output, "the model file to write")->required();
  app.add_option("--hold-out", o.hold_out,
                 "K/N: leave out every article whose name's hash is K modulo N (cross-validation)");
  app.add_flag("--without-rules", o.without_rules,
               "as if the rules found nothing: to measure what they bring");
  app.add_option("--seed", o.training.seed, "of all random numbers")->capture_default_str();
  app.add_option("--epochs", o.training.epochs)->capture_default_str();
  app.add_option("--runs", o.training.runs, "the model is the mean of so many runs")
      ->check(CLI::Range(1, 100))
      ->capture_default_str();
  app.add_option("--rate", o.training.rate)->capture_default_str();
  app.add_option("--dropout", o.training.dropout)->capture_default_str();
  app.add_option("--wire-weight", o.training.wire_weight,
                 "how much an example of wire-style gold weighs")
      ->capture_default_str();
  app.add_option("--gate", o.training.gate, "what a candidate's gate sum must be above to be read")
      ->capture_default_str();
  app.add_option("--accept", o.training.accept, "by how much cue must beat no cue")
      ->capture_default_str();
  app.add_option("--min-count", o.training.min_count)->capture_default_str();
  app.add_option("--role-bits", o.training.role_bits)->capture_default_str();
  app.add_option("--step-bits", o.training.step_bits)->capture_default_str();
}

// FNV-1a of a name: which fold it is in.
uint32_t fold_hash(const std::string& name) {
  uint32_t h = 2166136261u;
  for (unsigned char c : name) h = (h ^ c) * 16777619u;
  return h ^ h >> 15;
}

void hold_out(std::vector<GoldArticle>& articles, const std::string& fold) {
  unsigned k = 0, n = 0;
  if (fold.empty()) return;
  if (std::sscanf(fold.c_str(), "%u/%u", &k, &n) != 2 || k >= n)
    throw Error(ErrorKind::usage, "--hold-out " + fold + ": not K/N", "for example 0/5");
  std::erase_if(articles, [&](const GoldArticle& a) { return fold_hash(a.name) % n == k; });
}

void write_file(const std::string& file, const std::string& bytes) {
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw Error(ErrorKind::output, file + ": cannot be written", "");
}

void run(const Options& o) {
  std::set<std::string> speech;
  if (!o.speech_words.empty()) speech = read_speech_words(o.speech_words);
  std::vector<GoldArticle> articles;
  for (const auto& [gold, texts] : o.gold)
    for (GoldArticle& a : read_gold({gold, texts}, speech)) articles.push_back(std::move(a));
  hold_out(articles, o.hold_out);
  if (o.without_rules)
    for (GoldArticle& a : articles) a.rules.clear();
  auto say = [](const std::string& line) { fmt::print(stderr, "{}\n", line); };
  TaggerModel model = train(articles, o.training, say);
  write_file(o.output, write_model(model));
}

}  // namespace
}  // namespace quotary

int main(int argc, char** argv) {
  CLI::App app(
      "Trains the tagger: gold files in, a model file out, the same bytes for the same seed.",
      "quotary-train");
  quotary::Options options;
  quotary::define(app, options);
  CLI11_PARSE(app, argc, argv);
  try {
    quotary::run(options);
  } catch (const quotary::Error& e) {
    fmt::print(stderr, "quotary-train: {}\n", e.what());
    if (!e.hint().empty()) fmt::print(stderr, "  hint: {}\n", e.hint());
    return 2;
  }
}
