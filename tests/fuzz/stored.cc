#include <fmt/format.h>

#include <set>

#include "common/base/error.h"
#include "common/names/name_table.h"
#include "common/store/encoding.h"
#include "common/store/hash.h"
#include "common/store/manifest.h"
#include "common/store/record.h"
#include "common/store/schema.h"
#include "indexer/index/file_table.h"
#include "tests/fuzz/target.h"

namespace quotary::fuzz {
namespace {

// What `read` makes of the bytes, or nothing where it says that they are damaged.
template <typename Read>
auto read_or_refuse(Read read) -> std::optional<decltype(read())> {
  try {
    return read();
  } catch (const Error& error) {
    promise(error.kind() == ErrorKind::index && !error.hint().empty(), "an error with a hint");
    return std::nullopt;
  }
}

void check_manifest(std::string_view text) {
  auto manifest = read_or_refuse([&] { return parse_manifest(text, "manifest"); });
  if (manifest)
    promise(parse_manifest(format_manifest(*manifest), "manifest") == *manifest,
            "a manifest is written as it was read");
}

void check_file_table(std::string_view bytes) {
  auto table = read_or_refuse([&] { return decode_file_table(bytes); });
  if (table)
    promise(decode_file_table(encode_file_table(*table)) == *table,
            "a table is written as it was read");
}

std::string little_endian(uint64_t number) {
  std::string bytes;
  for (int i = 0; i < 8; ++i) bytes += static_cast<char>(number >> (8 * i));
  return bytes;
}

}  // namespace

namespace {

void check_record(std::string_view bytes) {
  if (auto article = read_or_refuse([&] { return decode_article(bytes); }))
    promise(decode_article(encode(*article)) == *article, "an article is written as it was read");
  auto statement = read_or_refuse([&] { return decode_statement(bytes); });
  if (!statement) return;
  promise(decode_statement(encode(*statement)) == *statement,
          "a statement is written as it was read");
  read_or_refuse([&] { return check_spans(*statement, "A text of \xC3\xA4 few words."), true; });
}

}  // namespace

void run_record(std::string_view bytes) {
  check_record(bytes);
  check_record(with_checksum(std::string(bytes)));
}

std::vector<std::string> record_seeds() {
  ArticleRecord article;
  article.id = "abcdefgh";
  article.key = "news/2024/a.txt";
  article.source = "news";
  article.path = "2024/a.txt";
  article.text = " date 2024-03-05 Harbour opens\n\nKELDA (MPA) - Ida Holm said it opened.\n";
  article.language = "en";
  article.headline = {17, 30};
  article.date = parse_iso_date("2024-03-05");
  article.date_source = DateSource::line;
  article.dateline = {32, 45};
  article.places = {{{"Kelda", "Merovia"}}, {{"Tavas"}}};
  article.agency = "MPA";
  article.dateline_day = parse_iso_date("2024-03-04");
  article.paragraphs = {{{17, 30}, ParagraphKind::heading}, {{46, 70}, ParagraphKind::body}};
  article.statements = 1;
  StatementRecord statement;
  statement.article_id = article.id;
  statement.ordinal = 3;
  statement.segments = {{2, 6}, {7, 10}};
  statement.cue = Span{11, 13};
  statement.mention = Span{14, 17};
  statement.named_mention = Span{0, 1};
  statement.speakers = {"Ida Holm", "Tom Brandt"};
  statement.said = parse_iso_date("2024-03-04");
  statement.when = parse_iso_date("2024-03-04");
  statement.addressee = "Grace Tumbo";
  statement.via = "MPA";
  statement.passage = {0, 20};
  std::vector<std::string> seeds;
  for (const std::string& bytes : {encode(article), encode(statement), encode(ArticleRecord{})}) {
    seeds.push_back(bytes);
    seeds.emplace_back(checked_body(bytes));
  }
  return seeds;
}

void run_manifest(std::string_view bytes) {
  check_manifest(bytes);
  std::string body = std::string(bytes) + "\n";
  check_manifest(body + fmt::format("checksum\t{:016x}\n", stable_hash(body)));
}

std::vector<std::string> manifest_seeds() {
  Manifest manifest;
  manifest.schema_version = kSchemaVersion;
  manifest.generation = 7;
  manifest.options = {{"language", "en"}, {"odd\tname", "100 %\n"}};
  manifest.sources = {{"news", "/data/news"}, {"news-2", "/old/news"}};
  manifest.segments = {{"s5", 3, 4, 9, 12345, "bulk", {"XFabc1", "XFdef2"}, 2, 3},
                       {"s7", 1, 1, 0, 99, "api", {}, 0, 0}};
  std::string text = format_manifest(manifest);
  return {text, text.substr(0, text.rfind("checksum"))};
}

void run_file_table(std::string_view bytes) {
  check_file_table(bytes);
  check_file_table(std::string(bytes) + little_endian(stable_hash(bytes)));
}

std::vector<std::string> file_table_seeds() {
  std::string bytes = encode_file_table({{"news/2024/a.txt", 100, -5, 77, 1, 1, 2, 100},
                                         {"news/2024/b.txt", 1, 1 << 30, 0, 2, 3, 0, 9}});
  return {bytes, bytes.substr(0, bytes.size() - 8)};
}

// The first lines, up to an empty one, are an authority file; the rest are forms of names.
void run_names(std::string_view bytes) {
  size_t end = std::min(bytes.find("\n\n"), bytes.size());
  Authority authority;
  try {
    authority = Authority::parse(bytes.substr(0, end), "names");
  } catch (const Error& error) {
    promise(error.kind() == ErrorKind::usage, "a wrong line is told");
  }
  std::vector<SeenForm> forms;
  std::set<std::string_view> known;
  for (std::string_view rest = bytes.substr(end); !rest.empty();) {
    size_t line = std::min(rest.find('\n'), rest.size());
    if (line > 0 && known.insert(rest.substr(0, line)).second)
      forms.push_back({rest.substr(0, line), line});
    rest.remove_prefix(std::min(line + 1, rest.size()));
  }
  const NewNameTable made = make_name_table(forms, authority);
  const NameTable table(made.bytes);
  for (const SeenForm& seen : forms) {
    std::string_view name = table.name_of(seen.form);
    promise(table.name_of(name) == name, "a name's name is itself");
    promise(!table.forms_of(seen.form).empty(), "a form that was seen is found");
  }
}

std::vector<std::string> names_seeds() {
  return {
      "# people\nIda Holm = Holm; Mayor Holm\nUnited Nations = UN; U.N.\nTom Brandt\n\n"
      "Ida Holm\nHolm\nOrban Viktor\nViktor Orb\xC3\xA1n\nDonald J. Tane\nDonald Tane\nUN\n"
      "Dr. Samuel Adeyo Jr.\nSamuel Adeyo\nRosa Adeyo\nAdeyo\n"};
}

}  // namespace quotary::fuzz
