#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/kinds.h"
#include "common/base/span.h"
#include "corpus/article/article.h"
#include "indexer/extract/statement.h"

namespace quotary::accuracy {

// A statement as gold files and `quotary-index --statements` write it, one JSON object a line, and
// as the scorer compares it. Only what is scored is kept.
struct LabelledStatement {
  Span content;                        // bytes of the article's text
  std::optional<std::string> speaker;  // none: unnamed or not known; "A; B": jointly
  std::optional<std::string> mention;  // the words that stand for the speaker, where there are any
  StatementKind kind = StatementKind::indirect;
  StatementStatus status = StatementStatus::said;
  std::optional<std::string> said;  // "2024-10-22"
};

// Statements by the article's file name, as the gold file gives it.
using StatementsByFile = std::map<std::string, std::vector<LabelledStatement>>;

// Reads a gold file (JSON Lines). The texts are read from `folder`, to translate the file's
// code-point offsets into bytes; they are given back in `texts`. Throws Error (input) that names
// file and line for what is no statement, for a text that is missing, and for offsets beyond its
// end or a "content" that does not stand there.
StatementsByFile read_gold(const std::string& gold_file, const std::string& folder,
                           std::map<std::string, std::string>& texts);

// What the extractor found, in the form of the gold.
std::vector<LabelledStatement> labelled(const std::vector<Statement>& statements);

}  // namespace quotary::accuracy
