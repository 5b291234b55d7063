#include "tests/fuzz/target.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace quotary::fuzz {
namespace {

constexpr std::string_view kReaderSeeds = "tests/corpus/reader/samples";
constexpr std::string_view kArticleSeeds = "corpus/sample/2024";

const std::array kTargets = {
    Target{"reader-archive", [](std::string_view b) { read_as("archive", b); }, kReaderSeeds,
           nullptr},
    Target{"reader-reuters", [](std::string_view b) { read_as("reuters-sgml", b); }, kReaderSeeds,
           nullptr},
    Target{"reader-gigaword", [](std::string_view b) { read_as("gigaword-sgml", b); }, kReaderSeeds,
           nullptr},
    Target{"reader-json", [](std::string_view b) { read_as("json", b); }, kReaderSeeds, nullptr},
    Target{"reader-news-xml", [](std::string_view b) { read_as("news-xml", b); }, kReaderSeeds,
           nullptr},
    Target{"reader-warc", [](std::string_view b) { read_as("warc", b); }, kReaderSeeds, nullptr},
    Target{"reader-html", [](std::string_view b) { read_as("html", b); }, kReaderSeeds, nullptr},
    Target{"reader-text", [](std::string_view b) { read_as("text", b); }, kArticleSeeds, nullptr},
    Target{"reader-any", [](std::string_view b) { read_as("", b); }, kReaderSeeds, nullptr},
    Target{"article", run_article, kArticleSeeds, nullptr},
    Target{"extract-rules", run_extraction_by_rules, kArticleSeeds, nullptr},
    Target{"extract-model", run_extraction_by_model, kArticleSeeds, nullptr},
    Target{"model", run_model, "", model_seeds},
    Target{"query", run_query, "", query_seeds},
    Target{"question", run_question, "", query_seeds},
    Target{"record", run_record, "", record_seeds},
    Target{"manifest", run_manifest, "", manifest_seeds},
    Target{"file-table", run_file_table, "", file_table_seeds},
    Target{"names", run_names, "", names_seeds},
};

}  // namespace

std::span<const Target> targets() { return kTargets; }

const Target* find_target(std::string_view name) {
  auto found = std::find_if(kTargets.begin(), kTargets.end(),
                            [&](const Target& target) { return target.name == name; });
  return found == kTargets.end() ? nullptr : &*found;
}

std::vector<std::string> files_in(const std::string& folder) {
  std::vector<std::string> files;
  std::string root = std::string(QUOTARY_SOURCE_DIR) + "/" + folder;
  if (!std::filesystem::is_directory(root)) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.is_regular_file()) files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string content_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace quotary::fuzz
