#include "bench/accuracy/polnear.h"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "bench/measure/child_process.h"
#include "common/base/error.h"

namespace quotary::accuracy {
namespace {

namespace fs = std::filesystem;

// Runs a program; gives the processor time that it took.
double run_or_throw(const std::vector<std::string>& argv, const std::string& output_file = {}) {
  const bench::ChildUsage usage = bench::run_child(argv, output_file);
  if (usage.exit_code > 0)
    throw Error(ErrorKind::input,
                fmt::format("{} ended with {}: {}", argv[0], usage.exit_code, usage.errors));
  return usage.cpu_seconds;
}

// A folder that is there as long as this object.
class ScratchFolder {
 public:
  explicit ScratchFolder(fs::path path) : path_(std::move(path)) { fs::create_directories(path_); }
  ~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  std::string file(const char* name) const { return path_ / name; }

 private:
  fs::path path_;
};

// Rows of evaluate.py's report: [precision, recall, F1], or [share, count].
PolnearScore figures(const nlohmann::json& report) {
  const auto f1 = [&](const char* row) { return 100 * report.at(row).at(2).get<double>(); };
  const auto share = [&](const char* row) { return 100 * report.at(row).at(0).get<double>(); };
  PolnearScore score;
  score.match_f1 = f1("A match (IoU>=.5)");
  score.attributed_f1 = f1("* attributed F1 (match+head)");
  score.resolved_f1 = f1("* resolved F1 (match+name)");
  score.quoted_token_f1 = f1("D quoted-token");
  score.pronoun_names = share("B   name acc, gold source is a pronoun");
  score.nominal_names = share("B   name acc, gold source is a nominal");
  return score;
}

}  // namespace

std::vector<PolnearScore> score_polnear(const PolnearRun& run) {
  const fs::path gold = run.shared / "gold" / "polnear";
  const fs::path evaluate = run.shared / "eval" / "evaluate.py";
  if (!fs::exists(gold / "dev.jsonl.zst") || !fs::exists(evaluate)) return {};
  const ScratchFolder scratch(run.scratch / "quotary-bench-polnear");
  const std::string text = scratch.file("unpacked"), rows = scratch.file("dev.jsonl");
  const std::string found = scratch.file("found.jsonl"), report = scratch.file("report.json");
  fs::create_directories(text);
  run_or_throw({"zstd", "-q", "-d", "-f", "-o", rows, gold / "dev.jsonl.zst"});
  run_or_throw({"tar", "--zstd", "-xf", gold / "dev-text.tar.zst", "-C", text});
  const std::string folder = fs::exists(text + "/text") ? text + "/text" : text;
  uint64_t bytes = 0;
  for (const auto& entry : fs::directory_iterator(folder)) bytes += entry.file_size();
  std::vector<PolnearScore> scores;
  for (const auto& [how, model] : run.models) {
    const double seconds =
        run_or_throw({run.indexer, "--statements", "--model", model, folder}, found);
    run_or_throw({"python3", evaluate, "--text", folder, "--gold", rows, "--no-headline", "--track",
                  "speech", "--system", found, "--json", report});
    std::ifstream in(report);
    scores.push_back(figures(nlohmann::json::parse(in)));
    scores.back().how = how;
    scores.back().seconds = seconds;
    scores.back().bytes = bytes;
  }
  return scores;
}

}  // namespace quotary::accuracy
