#pragma once

#include <xapian.h>

namespace quotary {

// A query for the statement documents of all article documents that `articles` matches. Within a
// segment the statements of an article follow it (schema.h), so they are ranges of documents: found
// once a segment, when the search begins, without reading a record.
Xapian::Query statements_of_articles(const Xapian::Query& articles);

}  // namespace quotary
