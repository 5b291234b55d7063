#pragma once

#include <vector>

#include "corpus/article/article.h"
#include "indexer/extract/statement.h"

namespace quotary {

struct TaggerModel;  // indexer/extract/tagger/model.h

// All statements of an article, in text order of their contents. Pure: the same article and model
// give the same statements. With a model (load_model of tagger/model_file.h, once a process;
// threads share it) the trained tagger decides beside the rules; with none the rules decide alone.
// An article in a language without a lexicon gives what its quotation marks and transcript labels
// show.
std::vector<Statement> extract_statements(const Article& article,
                                          const TaggerModel* model = nullptr);

}  // namespace quotary
