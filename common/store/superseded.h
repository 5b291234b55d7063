#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <vector>

namespace quotary {

// Which documents newer ones supersede, for several indexes opened together: the file versions of
// one index say nothing of another, where the same file may be indexed in the same generation. So
// each segment has the terms of its own index.
using SupersededTerms = std::map<std::string, std::vector<std::string>>;  // segment's uuid -> terms

// Matches the superseded documents of each segment, without weight.
Xapian::Query superseded_by_segment(SupersededTerms terms);

}  // namespace quotary
