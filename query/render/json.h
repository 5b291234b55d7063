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

// `text` (valid UTF-8) as a JSON string, with its quotation marks; fit for terminals:
// control characters, DEL, C1, and U+2028 and U+2029 are escaped.
std::string json_string(std::string_view text);

}  // namespace quotary
