// Damages copies of an index and looks at what both programs make of it: --check reports every
// damage, and a query never crashes, never goes on without end and never shows what was not indexed
// (but perhaps what was superseded since); with --verify it gives the right answer or an error.
//   QUOTARY_DAMAGES=500   how many copies (default 40, fewer under sanitizers)
#include <gmock/gmock.h>

#include <csignal>
#include <iostream>
#include <random>
#include <regex>
#include <set>
#include <sstream>

#include "common/store/manifest.h"
#include "tests/crash/trial.h"
#include "tests/effort.h"

namespace quotary {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Wound {
  fs::path file;
  std::string what;
};

// The files of an index that hold something: not locks, not what is empty.
std::vector<fs::path> files_of(const fs::path& index) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(index)) {
    std::string name = entry.path().filename();
    if (entry.is_regular_file() && entry.file_size() > 0 && name != "lock" && name != "flintlock")
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

// One to eight bytes flipped, a block of zeros, or an end cut off, in one file.
Wound damage(const fs::path& index, std::mt19937& random) {
  auto files = files_of(index);
  // By their size, as a disk's errors are; small files get a chance.
  std::vector<double> weights;
  for (const fs::path& file : files)
    weights.push_back(2000.0 + static_cast<double>(fs::file_size(file)));
  std::discrete_distribution<size_t> choose(weights.begin(), weights.end());
  Wound damage{files[choose(random)], ""};
  std::string bytes = bytes_of(damage.file);
  const std::string before = bytes;
  size_t at = random() % bytes.size();
  switch (random() % 4) {
    case 0:
      bytes.resize(at);
      damage.what = "cut off at " + std::to_string(at);
      break;
    case 1:
      for (size_t i = at; i < std::min(bytes.size(), at + 512); ++i) bytes[i] = 0;
      damage.what = "zeros from " + std::to_string(at);
      break;
    default:
      for (size_t left = 1 + random() % 8; left > 0; --left, at = random() % bytes.size())
        bytes[at] = static_cast<char>(bytes[at] ^ (1 + random() % 255));
      damage.what = "flipped bytes";
  }
  if (bytes == before) damage.what.clear();
  std::ofstream(damage.file, std::ios::binary | std::ios::trunc) << bytes;
  return damage;
}

const std::vector<std::vector<std::string>> kQuestions = {
    {"--format", "jsonl", "--limit", "0", "*"},
    {"--format", "jsonl", "--limit", "0", "everything Holm said about the harbour"},
    {"--format", "jsonl", "--limit", "0", "--articles", "harbour 7"},
    {"--format", "json", "--facets", "speaker,location,month,kind", "--count", "harbour"},
    {"--format", "jsonl", "--limit", "0", "\"nobody was hurt\" date:2024-03"},
    {"--list-speakers"}};

Outcome ask(const fs::path& index, const std::vector<std::string>& question) {
  std::vector<std::string> arguments = {"-i", index.string()};
  arguments.insert(arguments.end(), question.begin(), question.end());
  return run_program("quotary-query", arguments);
}

std::vector<std::string> with_verify(std::vector<std::string> question) {
  question.emplace_back("--verify");
  return question;
}

// Hits without their score, which depends on how many others there are.
std::set<std::string> hits_of(const std::string& lines) {
  static const std::regex score("\"score\":[0-9.]+");
  std::set<std::string> hits;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);)
    if (line.starts_with("{\"id\":") || line.find("\"content\":") != line.npos)
      hits.insert(std::regex_replace(line, score, ""));
  return hits;
}

class Damage : public testing::Test {
 protected:
  // All that was ever to be seen in an index, hits of superseded versions among them.
  void collect_true_hits(const Trial& trial) {
    for (const auto& all : {"*", "--articles"})
      true_hits_.merge(
          hits_of(ask(trial.index(), {"--format", "jsonl", "--limit", "0", all}).output));
  }
  // Whatever is shown is what was indexed.
  void expect_true_hits(const std::string& output, const std::string& where) const {
    for (const std::string& hit : hits_of(output))
      EXPECT_TRUE(true_hits_.contains(hit)) << "a hit that never was: " << hit << ": " << where;
  }
  std::set<std::string> true_hits_;
};

TEST_F(Damage, IsReportedOrDoesNotChangeAnAnswer) {
  TestFolder folder;
  Trial trial(folder, 60);
  for (size_t step = 1; step <= 3; ++step) {
    trial.prepare(step);
    collect_true_hits(trial);
  }
  // The last one is to be damaged: several segments, superseded files.
  const fs::path whole = folder / "whole";
  fs::rename(trial.index(), whole);
  std::vector<Outcome> right;
  // The same folder for all, since answers name it.
  const fs::path copy = folder / "copy";
  fs::copy(whole, copy, fs::copy_options::recursive);
  for (const auto& question : kQuestions) right.push_back(ask(copy, question));
  for (const Outcome& outcome : right) {
    ASSERT_EQ(outcome.exit, 0) << outcome.errors;
    true_hits_.merge(hits_of(outcome.output));
  }
  ASSERT_GT(true_hits_.size(), 100u);

  std::mt19937 random(static_cast<unsigned>(from_environment("QUOTARY_SEED", 7)));
  size_t reported = 0;
  size_t refused = 0;
  size_t unchanged = 0;
  size_t partial = 0;
  const size_t copies = from_environment("QUOTARY_DAMAGES", rounds(40));
  for (size_t round = 0; round < copies; ++round) {
    fs::remove_all(copy);
    fs::copy(whole, copy, fs::copy_options::recursive);
    Wound done = damage(copy, random);
    if (done.what.empty()) continue;
    std::string where = done.file.lexically_relative(copy).string() + ", " + done.what;
    Outcome check = run_program("quotary-index", {"-i", copy.string(), "--check"});
    EXPECT_EQ(check.exit, 2) << where;
    EXPECT_THAT(check.errors, testing::HasSubstr("hint: ")) << where;
    reported += check.exit == 2;
    for (size_t i = 0; i < kQuestions.size(); ++i) {
      Outcome plain = ask(copy, kQuestions[i]);
      ASSERT_THAT(plain.exit, testing::AnyOf(0, 1, 2))
          << (plain.signal == SIGKILL ? "without end: " : "a crash: ") << where;
      if (plain.exit == 0) expect_true_hits(plain.output, where);
      Outcome verified = ask(copy, with_verify(kQuestions[i]));
      ASSERT_THAT(verified.exit, testing::AnyOf(0, 1, 2)) << "a crash: " << where;
      bool same = verified.exit == right[i].exit && verified.output == right[i].output;
      EXPECT_TRUE(same || verified.exit == 2)
          << "another answer to " << testing::PrintToString(kQuestions[i]) << ": " << where;
      if (verified.exit == 2) {
        EXPECT_THAT(verified.errors, testing::HasSubstr("quotary-query: "));
      }
      bool plain_same = plain.exit == right[i].exit && plain.output == right[i].output;
      ++(plain.exit == 2 ? refused : plain_same ? unchanged : partial);
    }
  }
  std::cout << copies << " copies damaged: " << reported
            << " reported by --check; questions: " << refused << " refused, " << unchanged
            << " answered as before, " << partial
            << " with true hits, but others or in another order; with --verify none of these\n";
}

// A list of documents that lost some: superseded versions would be shown again.
TEST(SupersededDocuments, ThatAreMissingAreTold) {
  TestFolder folder;
  Trial trial(folder, 6);
  trial.prepare(2);
  Manifest manifest = *load_manifest(trial.index());
  ASSERT_FALSE(manifest.segments[0].superseded.empty());
  ++manifest.segments[0].superseded_statements;
  save_manifest(trial.index(), manifest);
  Outcome outcome = ask(trial.index(), {"harbour"});
  EXPECT_EQ(outcome.exit, 2);
  EXPECT_EQ(outcome.output, "");
  EXPECT_THAT(outcome.errors, testing::HasSubstr("superseded documents are missing"));
  EXPECT_THAT(outcome.errors, testing::HasSubstr("hint: quotary-index --check"));
}

}  // namespace
}  // namespace quotary
