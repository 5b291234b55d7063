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

namespace {

// Articles with their statements, published as one segment.
class SmallIndex {
 public:
  SmallIndex(const std::filesystem::path& index, const std::string& folder)
      : builder_(make_api_segment_builder()),
        writer_(index, builder_, {}),
        source_(writer_.add_source(folder)),
        part_(builder_->new_part(writer_.new_part_folder())) {}

  void add(const std::string& file, Article article, const std::vector<Statement>& statements) {
    std::string key = source_.key(file);
    article.key = key;
    ArticleOrigin origin{source_.name, key, source_.path(file),
                         file_version_term(key, writer_.run_generation())};
    documents_.build(article, statements, origin,
                     [&](const IndexDocument& document) { part_->add(document); });
    FileEntry entry;
    entry.key = key;
    entry.generation = writer_.run_generation();
    entry.articles = 1;
    entry.statements = static_cast<uint32_t>(statements.size());
    round_.files.push_back(entry);
  }

  void publish() {
    round_.parts.push_back(part_->finish());
    writer_.publish(std::move(round_));
  }

 private:
  std::shared_ptr<const SegmentBuilder> builder_;
  IndexWriter writer_;
  NamedSource source_;
  std::unique_ptr<SegmentPart> part_;
  IndexRound round_;
  DocumentBuilder documents_;
};

}  // namespace

void build_gold_index(const std::string& folder, const std::string& gold_file,
                      const std::filesystem::path& index) {
  std::map<std::string, std::string> texts;
  auto gold = accuracy::read_gold(gold_file, folder, texts);
  SmallIndex small(index, folder);
  for (const auto& [file, text] : texts) {
    Article article = parse_article(text, file);
    std::vector<Statement> statements;
    for (const LabelledStatement& labelled : gold[file]) {
      statements.push_back(statement_of(labelled, article.text));
    }
    small.add(file, std::move(article), statements);
  }
  small.publish();
}

void build_small_index(const std::vector<OneStatement>& articles,
                       const std::filesystem::path& index) {
  SmallIndex small(index, std::filesystem::temp_directory_path().string());
  for (size_t i = 0; i < articles.size(); ++i) {
    std::string file = fmt::format("{}.txt", i);
    Article article = parse_article(articles[i].text, file);
    auto end = static_cast<uint32_t>(article.text.size());
    auto begin = static_cast<uint32_t>(article.text.rfind('\n') + 1);
    Statement statement;
    statement.segments = {Span{begin, end}};
    statement.passage = {begin, end};
    if (!articles[i].speaker.empty()) statement.speakers = {articles[i].speaker};
    small.add(file, std::move(article), {statement});
  }
  small.publish();
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
