#pragma once

#include <memory>

#include "query/render/renderer.h"

namespace quotary {

// An AnnotationPage of the W3C Web Annotation Data Model: each statement is an annotation that
// identifies its speaker, its target the content, by position (code points) and by quotation.
std::unique_ptr<Renderer> make_annotation_renderer(const Write& write,
                                                   const RenderOptions& options);

}  // namespace quotary
