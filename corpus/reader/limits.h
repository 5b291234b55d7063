#pragma once

#include <cstdint>

namespace quotary {

// How much of what comes from outside is read. Each limit is checked where it says; going over one
// is told as a problem with the file's name, and the run goes on.
struct ReaderLimits {
  // One article's text, and so one dated text file: it is held in memory as a whole, and so are its
  // words when it is indexed. Longer ones are skipped.
  uint64_t article_bytes = uint64_t{32} << 20;

  // One record of a format that is read record by record: an SGML document, a line of JSON, a WARC
  // record. The rest of the file is skipped.
  uint64_t record_bytes = uint64_t{64} << 20;

  // One document that is parsed into a tree (XML, HTML, a whole JSON file). It is skipped.
  uint64_t document_bytes = uint64_t{64} << 20;

  // Elements within elements of XML and HTML, arrays and objects within each other in JSON. XML and
  // JSON that go deeper are skipped; of a page, what is deeper is left out.
  unsigned nesting = 500;

  // The memory that the tree of one page may take: so many bytes, and so many times the page's size
  // once that is more (ordinary pages take 6 to 16 times their size). A page beyond it is skipped.
  uint64_t free_tree_bytes = uint64_t{256} << 20;
  uint64_t tree_factor = 32;

  // What one archive or compressed file may expand to, in all: so many bytes, and so many times its
  // own size once it is larger than free_expansion_bytes. The rest of it is skipped.
  uint64_t expanded_bytes = uint64_t{256} << 30;
  uint64_t expansion_factor = 200;
  uint64_t free_expansion_bytes = uint64_t{64} << 20;

  // Members of one archive, and archives within archives.
  uint64_t archive_members = 10'000'000;
  unsigned archive_depth = 3;
};

}  // namespace quotary
