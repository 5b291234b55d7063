#pragma once

#include <memory>

#include "query/render/renderer.h"

namespace quotary {

// One page with its style inside, no scripts, no network (its Content-Security-Policy forbids
// both).
std::unique_ptr<Renderer> make_html_renderer(const Write& write, const RenderOptions& options);

}  // namespace quotary
