#include "bench/accuracy/labelled_statement.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "common/base/error.h"
#include "common/text/date.h"
#include "common/text/utf8.h"

namespace quotary::accuracy {
namespace {

std::string read_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(ErrorKind::input, fmt::format("{}: cannot be read", path.string()));
  return {std::istreambuf_iterator<char>(in), {}};
}

std::optional<std::string> optional_text(const nlohmann::json& row, const char* field) {
  const auto found = row.find(field);
  if (found == row.end() || found->is_null()) return std::nullopt;
  return found->get<std::string>();
}

// The number of the name in an enum's table of names; the default where the row has no such field.
template <typename Enum, size_t n>
Enum named(const nlohmann::json& row, const char* field,
           const std::array<std::string_view, n>& names, Enum standard) {
  const auto text = optional_text(row, field);
  if (!text) return standard;
  const auto found = std::find(names.begin(), names.end(), *text);
  if (found == names.end())
    throw Error(ErrorKind::input, fmt::format("unknown {} {}", field, *text));
  return static_cast<Enum>(found - names.begin());
}

Span content_span(const nlohmann::json& row, std::string_view text) {
  const CodePointOffsets offsets(text);
  const auto start = row.at("start").get<uint32_t>();
  const auto end = row.at("end").get<uint32_t>();
  if (start > end || end > offsets.code_points())
    throw Error(ErrorKind::input, "offsets beyond the text");
  const Span span{offsets.byte(start), offsets.byte(end)};
  const auto content = optional_text(row, "content");
  if (content && *content != span.of(text))
    throw Error(ErrorKind::input, fmt::format("the content is not at its offsets: {}", *content));
  return span;
}

LabelledStatement statement_of(const nlohmann::json& row, std::string_view text) {
  LabelledStatement statement;
  statement.content = content_span(row, text);
  statement.speaker = optional_text(row, "speaker");
  statement.mention = optional_text(row, "mention");
  statement.said = optional_text(row, "said");
  statement.kind = named(row, "kind", kStatementKindNames, StatementKind::indirect);
  statement.status = named(row, "status", kStatementStatusNames, StatementStatus::said);
  return statement;
}

}  // namespace

StatementsByFile read_gold(const std::string& gold_file, const std::string& folder,
                           std::map<std::string, std::string>& texts) {
  StatementsByFile gold;
  std::ifstream in(gold_file);
  if (!in) throw Error(ErrorKind::input, fmt::format("{}: cannot be read", gold_file));
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty()) continue;
    try {
      const auto row = nlohmann::json::parse(line);
      const auto file = row.at("file").get<std::string>();
      if (!texts.count(file)) texts[file] = read_text(std::filesystem::path(folder) / file);
      gold[file].push_back(statement_of(row, texts[file]));
    } catch (const std::exception& error) {
      throw Error(ErrorKind::input, fmt::format("{}:{}: {}", gold_file, number, error.what()));
    }
  }
  return gold;
}

std::vector<LabelledStatement> labelled(const std::vector<Statement>& statements) {
  std::vector<LabelledStatement> rows;
  rows.reserve(statements.size());
  for (const Statement& statement : statements) {
    LabelledStatement row;
    row.content = statement.content();
    if (!statement.speakers.empty())
      row.speaker = fmt::format("{}", fmt::join(statement.speakers, "; "));
    row.kind = statement.kind;
    row.status = statement.status;
    if (statement.said) row.said = to_iso(*statement.said);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace quotary::accuracy
