#include "tests/layering/include_rules.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace quotary::layering {
namespace {

using Prefixes = std::vector<std::string_view>;

// A folder and what its files may include of the project, by prefix, beside the folder itself.
// The most specific folder counts. What is not in the table is an error, so that a new folder gets
// a row.
struct FolderRule {
  std::string_view folder;
  Prefixes may_include;
};

const std::vector<FolderRule>& folder_rules() {
  static const std::vector<FolderRule> rules = {
      {"common/base/", {}},
      {"common/text/", {"common/base/"}},
      {"common/names/", {"common/base/", "common/text/"}},
      {"common/store/", {"common/base/", "common/text/", "common/names/"}},
      {"corpus/article/", {"common/base/", "common/text/"}},
      {"corpus/reader/", {"common/base/", "common/text/", "corpus/article/"}},
      {"indexer/extract/", {"common/base/", "common/text/", "common/names/", "corpus/article/"}},
      {"indexer/glass/", {"common/base/"}},
      {"indexer/index/", {"common/", "corpus/", "indexer/extract/", "indexer/glass/"}},
      {"indexer/", {"common/", "corpus/"}},
      {"query/language/", {"common/"}},
      {"query/search/", {"common/", "query/language/", "query/result.h"}},
      {"query/render/", {"common/base/", "common/text/", "query/result.h"}},
      {"query/", {"common/"}},
      {"train/", {"common/", "corpus/", "indexer/extract/"}},
      {"bench/", {"common/", "corpus/", "indexer/", "query/"}},
      {"tests/", {"common/", "corpus/", "indexer/", "query/", "train/", "bench/"}},
  };
  return rules;
}

// A library's headers and the only places that may see them. The bench and the tests compare with
// plain Xapian.
struct LibraryRule {
  std::string_view library;
  Prefixes headers;
  Prefixes seen_by;
};

const std::vector<LibraryRule>& library_rules() {
  static const std::vector<LibraryRule> rules = {
      {"Xapian",
       {"xapian.h", "xapian/"},
       {"common/store/", "indexer/index/", "query/search/", "bench/", "tests/"}},
      {"ICU", {"unicode/"}, {"common/text/", "tests/common/text/"}},
      {"CLI11",
       {"CLI/"},
       {"indexer/options.", "indexer/main.", "query/options.", "query/main.", "bench/options.",
        "bench/main.", "train/main."}},
  };
  return rules;
}

bool starts_with_any(std::string_view text, const Prefixes& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](std::string_view prefix) { return text.starts_with(prefix); });
}

const FolderRule* rule_for(std::string_view file) {
  const FolderRule* best = nullptr;
  for (const FolderRule& rule : folder_rules()) {
    if (!file.starts_with(rule.folder)) continue;
    if (!best || rule.folder.size() > best->folder.size()) best = &rule;
  }
  return best;
}

std::string library_violation(const Include& include) {
  for (const LibraryRule& rule : library_rules()) {
    if (!starts_with_any(include.header, rule.headers)) continue;
    if (!starts_with_any(include.file, rule.seen_by))
      return std::string(rule.library) + " is not to be seen here";
  }
  return {};
}

std::string project_violation(const Include& include) {
  const FolderRule* own = rule_for(include.file);
  if (!own) return "the folder has no row in tests/layering/include_rules.cc";
  if (!rule_for(include.header))
    return "an include in quotation marks goes from the root of the tree";
  if (include.header.starts_with(own->folder)) return {};
  if (starts_with_any(include.header, own->may_include)) return {};
  return std::string(own->folder) + " does not see it";
}

// What stands behind "#include" on a line, with leading white space gone; nullopt on any other
// line.
std::optional<std::string_view> include_operand(std::string_view line) {
  const auto skip = [&line](std::string_view word) {
    const size_t at = line.find_first_not_of(" \t");
    if (at == std::string_view::npos || !line.substr(at).starts_with(word)) return false;
    line.remove_prefix(at + word.size());
    return true;
  };
  if (!skip("#") || !skip("include")) return std::nullopt;
  const size_t at = line.find_first_not_of(" \t");
  return at == std::string_view::npos ? std::string_view{} : line.substr(at);
}

}  // namespace

std::vector<Include> includes_of(const std::string& file, std::string_view text) {
  std::vector<Include> found;
  for (int number = 1; !text.empty(); ++number) {
    const size_t end = std::min(text.find('\n'), text.size());
    const auto operand = include_operand(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!operand || operand->empty()) continue;
    const bool angled = operand->front() == '<';
    const size_t close = operand->find(angled ? '>' : '"', 1);
    found.push_back({file, number, std::string(operand->substr(1, close - 1)), angled});
  }
  return found;
}

std::string violation(const Include& include) {
  if (std::string why = library_violation(include); !why.empty()) return why;
  return include.angled ? std::string{} : project_violation(include);
}

}  // namespace quotary::layering
