#pragma once

#include <string>
#include <vector>

#include "corpus/article/article.h"
#include "indexer/extract/statement.h"

namespace quotary {

// The statements of an article as JSON Lines, the output of quotary-index --statements, appended to
// `out`: file, speaker, mention, cue, cue_start, cue_end, speaker_start, speaker_end, start, end,
// segments, kind, status, said, content. Offsets are code points of Article::text; null stands
// where there is none; joint speakers are joined by "; ". `file` is what the rows say.
void append_statement_rows(std::string& out, std::string_view file, const Article& article,
                           const std::vector<Statement>& statements);

}  // namespace quotary
