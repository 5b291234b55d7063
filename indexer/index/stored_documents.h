#pragma once

#include <xapian.h>

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "indexer/index/index_document.h"

namespace quotary {

using DocumentSet = std::set<Xapian::docid>;

// The documents of a segment that carry one of `terms`.
DocumentSet documents_with(const Xapian::Database& segment, const std::vector<std::string>& terms);

// Gives back the documents of a segment as they were added to it, in their order, but for those
// that are left out. Segments have no lists of terms by document: their lists of documents by term
// are read instead, once for every few thousand documents, which bounds memory. What accept() is
// given is valid during the call. Throws what Xapian throws.
void read_documents(const Xapian::Database& segment, const DocumentSet& left_out,
                    const std::function<void(const IndexDocument&)>& accept);

}  // namespace quotary
