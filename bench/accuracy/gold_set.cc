#include "bench/accuracy/gold_set.h"

#include <fmt/format.h>

#include <ctime>
#include <filesystem>

#include "common/text/utf8.h"
#include "corpus/article/article_parser.h"
#include "indexer/extract/extractor.h"

namespace quotary::accuracy {
namespace {

constexpr size_t kShownContent = 100;  // bytes of a content in the list of mistakes

std::string row(const std::string& file, const Mistake& mistake) {
  static constexpr std::array<const char*, 3> kinds = {"missed", "extra", "speaker"};
  std::string content(utf8_prefix(mistake.content, kShownContent));
  for (char& byte : content) {
    if (byte == '\n' || byte == '\r') byte = ' ';
  }
  return fmt::format("{} | {} | {} | gold {} | {}\n", kinds[static_cast<size_t>(mistake.kind)],
                     file, mistake.speaker, mistake.gold, content);
}

}  // namespace

ScoredSet score_gold_set(const GoldSet& set, const TaggerModel* model) {
  std::map<std::string, std::string> texts;
  const StatementsByFile gold = read_gold(set.gold_file, set.folder, texts);
  ScoredSet result;
  for (const auto& [file, statements] : gold) {
    const std::clock_t begin = std::clock();
    const Article article = parse_article(texts.at(file), file);
    const std::vector<Statement> found = extract_statements(article, model);
    result.seconds += static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    result.bytes += texts.at(file).size();
    std::vector<Mistake> mistakes;
    result.score += score_article(article.text, statements, labelled(found), &mistakes);
    for (const Mistake& mistake : mistakes) result.mistakes += row(file, mistake);
  }
  return result;
}

std::vector<GoldSet> gold_sets(const std::string& source_tree, const std::string& shared) {
  const std::vector<GoldSet> all = {
      {"sample", source_tree + "/corpus/sample/statements.jsonl", source_tree + "/corpus/sample"},
      {"seed", shared + "/gold/seed.statements.jsonl", shared + "/seed"},
      {"wire-dev", shared + "/gold/wire-dev.jsonl", shared + "/gold/wire-dev"},
      {"wire-train", shared + "/gold/wire-train.jsonl", shared + "/gold/wire-train"},
  };
  std::vector<GoldSet> there;
  for (const GoldSet& set : all) {
    if (std::filesystem::exists(set.gold_file)) there.push_back(set);
  }
  return there;
}

}  // namespace quotary::accuracy
