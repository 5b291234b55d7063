// How fast glass databases are written: this project's writer against Xapian's API, the same
// documents, one thread each, in paired rounds.
//
//   quotary-bench-glass FOLDER [MEGABYTES [ROUNDS]]
//
// One document a file of FOLDER, in the order of paths, up to so many megabytes (20): English stems
// with positions, a boolean term, two values, the first 200 bytes as data. Cutting and stemming
// words is not measured. The API commits every 50 documents without syncing, which is the quickest
// it can do; the other side does not sync either.

#include <fmt/format.h>
#include <sys/resource.h>
#include <time.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/base/error.h"
#include "indexer/glass/inverter.h"
#include "indexer/glass/merge_runs.h"

namespace quotary {
namespace {

using Clock = std::chrono::steady_clock;

struct File {
  std::string text;
  std::string month;
};

std::vector<File> read_files(const std::filesystem::path& folder, size_t bytes) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<File> files;
  for (size_t read = 0; const auto& path : paths) {
    if (read >= bytes) break;
    std::ifstream in(path, std::ios::binary);
    files.push_back({{std::istreambuf_iterator<char>(in), {}},
                     fmt::format("2016{:02}", 1 + files.size() % 12)});
    read += files.back().text.size();
  }
  return files;
}

// Words of ASCII letters, digits and all other bytes from 128 on, folded and stemmed.
class Words {
 public:
  // The words of a text, the first one's position being 1; valid as long as this object.
  std::vector<std::string_view> cut(const std::string& text) {
    std::vector<std::string_view> words;
    std::string word;
    for (size_t i = 0; i <= text.size(); ++i) {
      const auto c = i < text.size() ? static_cast<unsigned char>(text[i]) : ' ';
      if (std::isalnum(c) || c >= 128) {
        word += static_cast<char>(c < 128 ? std::tolower(c) : c);
      } else if (!word.empty()) {
        if (word.size() < 64) words.push_back(stem(word));
        word.clear();
      }
    }
    return words;
  }

 private:
  const std::string& stem(const std::string& word) {
    auto [found, fresh] = stems_.try_emplace(word);
    if (fresh) found->second = stemmer_(word);
    return found->second;
  }
  Xapian::Stem stemmer_{"en"};
  std::unordered_map<std::string, std::string> stems_;  // its strings keep their places
};

struct Measured {
  double seconds = 0;
  double processor_seconds = 0;
  uintmax_t index_bytes = 0;
};

// Times only what runs between start and stop.
class StopWatch {
 public:
  void start() {
    started_ = Clock::now();
    processor_started_ = processor_seconds();
  }
  void stop() {
    measured_.seconds += std::chrono::duration<double>(Clock::now() - started_).count();
    measured_.processor_seconds += processor_seconds() - processor_started_;
  }
  Measured measured(const std::filesystem::path& written) const;

 private:
  static double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
  }
  Clock::time_point started_;
  double processor_started_ = 0;
  Measured measured_;
};

uintmax_t folder_bytes(const std::filesystem::path& folder) {
  uintmax_t bytes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) bytes += entry.file_size();
  return bytes;
}

Measured StopWatch::measured(const std::filesystem::path& written) const {
  Measured out = measured_;
  out.index_bytes = folder_bytes(written);
  return out;
}

void add_directly(glass::Inverter& inverter, std::vector<std::string_view> words,
                  const File& file) {
  const auto positions = static_cast<uint32_t>(words.size());
  words.push_back(file.month);
  std::vector<uint32_t> numbers;
  inverter.number_terms(words, numbers);
  std::vector<glass::Token> tokens;
  for (uint32_t at = 1; at <= positions; ++at) tokens.push_back({numbers[at - 1], 1, at});
  tokens.push_back({numbers.back(), 0});
  const glass::SlotValue values[] = {{0, file.month}, {200, file.month}};
  inverter.add_document({tokens, values, std::string_view(file.text).substr(0, 200)});
}

Measured write_directly(const std::vector<File>& files, const std::filesystem::path& folder) {
  Words words;
  StopWatch watch;
  glass::Inverter inverter(folder.parent_path());
  for (const File& file : files) {
    auto cut = words.cut(file.text);
    watch.start();
    add_directly(inverter, std::move(cut), file);
    watch.stop();
  }
  watch.start();
  glass::MergeOptions options;
  options.sync = false;
  glass::merge_runs(inverter.take_runs(), folder, options);
  watch.stop();
  return watch.measured(folder);
}

// Adds a document's words term by term, which the library takes quicker than in the order of text.
Xapian::Document document_of(const std::vector<std::string_view>& words, const File& file) {
  std::vector<std::pair<std::string_view, Xapian::termpos>> tokens;
  tokens.reserve(words.size());
  for (std::string_view word : words)
    tokens.emplace_back(word, static_cast<Xapian::termpos>(tokens.size() + 1));
  std::sort(tokens.begin(), tokens.end());
  Xapian::Document document;
  std::string term;
  for (const auto& [word, position] : tokens) {
    if (word != term) term = word;
    document.add_posting(term, position);
  }
  document.add_boolean_term(file.month);
  document.add_value(0, file.month);
  document.add_value(200, file.month);
  document.set_data(file.text.substr(0, 200));
  return document;
}

Measured write_through_library(const std::vector<File>& files,
                               const std::filesystem::path& folder) {
  Words words;
  StopWatch watch;
  Xapian::WritableDatabase db(folder.string(),
                              Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
  for (size_t i = 0; i < files.size(); ++i) {
    auto cut = words.cut(files[i].text);
    watch.start();
    db.add_document(document_of(cut, files[i]));
    if (i % 50 == 49) db.commit();
    watch.stop();
  }
  watch.start();
  db.commit();
  watch.stop();
  return watch.measured(folder);
}

int run(const std::filesystem::path& source, size_t megabytes, int rounds) {
  const auto files = read_files(source, megabytes * 1'000'000);
  size_t bytes = 0;
  for (const File& file : files) bytes += file.text.size();
  const double size = static_cast<double>(bytes) / 1e6;
  fmt::print("{} documents, {:.1f} MB\n", files.size(), size);
  const auto work = std::filesystem::temp_directory_path() / "quotary-bench-glass";
  std::vector<double> ratios;
  std::vector<double> processor_ratios;
  for (int round = 0; round < rounds; ++round) {
    std::filesystem::remove_all(work);
    std::filesystem::create_directories(work);
    const Measured direct = write_directly(files, work / "direct");
    const Measured library = write_through_library(files, work / "library");
    ratios.push_back(library.seconds / direct.seconds);
    processor_ratios.push_back(library.processor_seconds / direct.processor_seconds);
    fmt::print(
        "glass {:6.2f} MB/s, {:6.1f} MB   API {:5.2f} MB/s, {:6.1f} MB   {:5.2f} x, by processor "
        "time {:5.2f} x\n",
        size / direct.seconds, static_cast<double>(direct.index_bytes) / 1e6,
        size / library.seconds, static_cast<double>(library.index_bytes) / 1e6, ratios.back(),
        processor_ratios.back());
  }
  std::filesystem::remove_all(work);
  auto median = [](std::vector<double>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    return numbers[numbers.size() / 2];
  };
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("medians {:.2f} x, {:.2f} x; peak memory {} MB, the texts included\n", median(ratios),
             median(processor_ratios), usage.ru_maxrss / 1024);
  return 0;
}

}  // namespace
}  // namespace quotary

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: quotary-bench-glass FOLDER [MEGABYTES [ROUNDS]]\n");
    return 2;
  }
  try {
    return quotary::run(argv[1], argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 20,
                        argc > 3 ? std::atoi(argv[3]) : 3);
  } catch (const quotary::Error& error) {
    fmt::print(stderr, "quotary-bench-glass: {}\n", error.what());
    return 2;
  }
}
