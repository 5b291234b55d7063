#pragma once

#include <string>
#include <vector>

#include "query/render/renderer.h"
#include "query/result.h"

namespace quotary {

// A whole article for reading: head, then its text by lines, each statement's content marked and
// followed by its speaker: [content] (Vladimir Putin). `text` is the article's text, in which
// `statements` have their offsets.
std::string article_view(const Hit& article, const std::string& text,
                         const std::vector<Hit>& statements, const RenderOptions& options);

}  // namespace quotary
