#pragma once

#include <xapian.h>

#include "common/store/index_reader.h"
#include "query/language/ast.h"
#include "query/language/query_error.h"

namespace quotary {

struct CompileOptions {
  bool articles = false;  // search article documents instead of statements
  bool strict = false;    // words are searched in the content alone, not in its passage
  uint32_t most_with_prefix = 20'000;  // more words than this that begin with a prefix are refused
};

// The Xapian query for a tree, by the field table of common/store/schema.h. Words match by English
// stem, words in quotation marks and beside NEAR by their exact form, both folded; what is no topic
// (speaker, dates, kind) carries no weight. Superseded documents are left to IndexReader::live().
//
// `index` is read for the years that open ranges of dates go over, for prefixes, and, where
// statements are asked for by headline, for the articles. Throws QueryError: a word without letters
// or digits, a prefix that too many words begin with, a field that articles do not have.
Xapian::Query compile(const Node& tree, const IndexReader& index, const CompileOptions& options);

// All days of a field between `from` and `to` (inclusive, open where not set), as whole years,
// months and days. Empty (matches nothing) where the index has no such days.
Xapian::Query date_query(const Xapian::Database& database, std::string_view root,
                         std::optional<Date> from, std::optional<Date> to);

}  // namespace quotary
