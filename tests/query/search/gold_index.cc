#include "tests/query/search/gold_index.h"

#include <fmt/format.h>
#include <unistd.h>

#include <map>

#include "bench/accuracy/labelled_statement.h"
#include "common/store/terms.h"
#include "corpus/article/article_parser.h"
#include "indexer/index/document_builder.h"
#include "indexer/index/index_writer.h"
#include "indexer/index/segment_builder.h"

namespace quotary {
namespace {

using accuracy::LabelledStatement;

// The sentence or sentences of one line that hold the content.
Span passage_around(std::string_view text, Span content) {
  auto begins = [&](uint32_t i) {
    return i == 0 || text[i - 1] == '\n' ||
           (i > 1 && text[i - 1] == ' ' && (text[i - 2] == '.' || text[i - 2] == '"') &&
            text[i] >= 'A' && text[i] <= 'Z');
  };
  Span passage = content;
  while (!begins(passage.begin)) --passage.begin;
  while (passage.end < text.size() && text[passage.end] != '\n' && !begins(passage.end)) {
    ++passage.end;
  }
  while (passage.end > content.end && text[passage.end - 1] == ' ') --passage.end;
  return passage;
}

std::vector<std::string> names_of(const std::optional<std::string>& speaker) {
  std::vector<std::string> names;
  std::string rest = speaker.value_or("");
  for (size_t at = 0; (at = rest.find("; ")) != std::string::npos;) {
    names.push_back(rest.substr(0, at));
    rest.erase(0, at + 2);
  }
  if (!rest.empty()) names.push_back(rest);
  return names;
}

Statement statement_of(const LabelledStatement& gold, std::string_view text) {
  Statement statement;
  statement.segments = {gold.content};
  statement.passage = passage_around(text, gold.content);
  statement.speakers = names_of(gold.speaker);
  statement.kind = gold.kind;
  statement.status = gold.status;
  if (gold.said) statement.said = parse_iso_date(*gold.said);
  size_t at = gold.mention ? statement.passage.of(text).find(*gold.mention) : std::string::npos;
  if (at != std::string::npos) {
    auto begin = static_cast<uint32_t>(statement.passage.begin + at);
    statement.mention = Span{begin, begin + static_cast<uint32_t>(gold.mention->size())};
  }
  return statement;
}

}  // namespace

void build_gold_index(const std::string& folder, const std::string& gold_file,
                      const std::filesystem::path& index) {
  std::map<std::string, std::string> texts;
  auto gold = accuracy::read_gold(gold_file, folder, texts);
  std::shared_ptr<const SegmentBuilder> builder = make_api_segment_builder();
  IndexWriter writer(index, builder, {});
  NamedSource source = writer.add_source(folder);
  IndexRound round;
  auto part = builder->new_part(writer.new_part_folder());
  DocumentBuilder documents;
  for (const auto& [file, text] : texts) {
    Article article = parse_article(text, file);
    std::vector<Statement> statements;
    for (const LabelledStatement& labelled : gold[file]) {
      statements.push_back(statement_of(labelled, article.text));
    }
    std::string key = source.key(file);
    article.key = key;
    ArticleOrigin origin{source.name, key, source.path(file),
                         file_version_term(key, writer.run_generation())};
    documents.build(article, statements, origin,
                    [&](const IndexDocument& document) { part->add(document); });
    FileEntry entry;
    entry.key = key;
    entry.generation = writer.run_generation();
    entry.articles = 1;
    entry.statements = static_cast<uint32_t>(statements.size());
    round.files.push_back(entry);
  }
  round.parts.push_back(part->finish());
  writer.publish(std::move(round));
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "quotary-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp " + name);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

const std::filesystem::path& sample_index() {
  static const TemporaryFolder folder;
  static const std::filesystem::path index = [] {
    std::string sample = std::string(QUOTARY_SOURCE_DIR) + "/corpus/sample";
    build_gold_index(sample, sample + "/statements.jsonl", folder.path() / "index");
    return folder.path() / "index";
  }();
  return index;
}

}  // namespace quotary
