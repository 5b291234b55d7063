#pragma once

#include <memory>

#include "query/render/renderer.h"

namespace quotary {

// For reading: who, when, where, the headline, the passage with the content and the matching words
// marked (by colours; without them content stands in [brackets], matching words between *stars*).
// Statements of one speaker that share a passage are shown together. Control characters of the text
// never reach the output.
std::unique_ptr<Renderer> make_text_renderer(const Write& write, const RenderOptions& options);

}  // namespace quotary
