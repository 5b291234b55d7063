#pragma once

#include <string>
#include <vector>

#include "common/store/index_reader.h"
#include "query/language/ast.h"

namespace quotary {

// Where a search finds nothing: `tree` with each path that no file has replaced by those that end
// with it, as report.txt, or 2019/12 below another folder. A note says so; equal to `tree` where
// there are none.
Node with_known_paths(const IndexReader& index, const Node& tree, std::vector<std::string>& notes);

// Where a search finds nothing: for each field whose value nothing has at all, a sentence that says
// so, with the values that there are where they are few.
std::vector<std::string> unknown_values(const IndexReader& index, const Node& tree);

}  // namespace quotary
