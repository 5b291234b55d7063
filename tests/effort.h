#pragma once

#include <cstddef>

namespace quotary {

#ifdef QUOTARY_SANITIZED
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif

// How often a test that tries many of a kind goes on: `all` times, or under sanitizers an eighth of
// that. There every step takes many times as long, and a wrong access shows with the first of its
// kind; what depends on the many is shown by the builds without them.
constexpr size_t rounds(size_t all) { return sanitized ? (all + 7) / 8 : all; }

// Whether the combination of the `i`th and the `k`th of two lists is tried: all of them, or under
// sanitizers a seventh, so that each of either list has its turn.
constexpr bool tried(size_t i, size_t k) { return !sanitized || (i + k) % 7 == 0; }

}  // namespace quotary
