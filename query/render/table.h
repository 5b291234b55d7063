#pragma once

#include <memory>

#include "query/render/renderer.h"

namespace quotary {

// One line for each hit under a line of column names; with facets or a timeline asked for, their
// lines (facet, value, count) instead. A cell that a spreadsheet would take for a formula begins
// with an apostrophe.
//
// CSV as RFC 4180 has it, with LF; in TSV tabs and line breaks of a text become spaces.
std::unique_ptr<Renderer> make_csv_renderer(const Write& write, const RenderOptions& options);
std::unique_ptr<Renderer> make_tsv_renderer(const Write& write, const RenderOptions& options);

}  // namespace quotary
