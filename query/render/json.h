#pragma once

#include <memory>

#include "query/render/renderer.h"

namespace quotary {

// The object that docs/output.md describes, and contract of scripts: keys are only ever added,
// never renamed, while schema_version stays. Offsets are code points of the article's text.
std::unique_ptr<Renderer> make_json_renderer(const Write& write, const RenderOptions& options);

// The hits of that object, one a line; facets and timeline, where asked for, as lines
// {"facet","value","count"} and {"period","count"} before them.
std::unique_ptr<Renderer> make_json_lines_renderer(const Write& write,
                                                   const RenderOptions& options);

}  // namespace quotary
