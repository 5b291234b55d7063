#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "indexer/glass/table_writer.h"

namespace quotary::glass {

// What a database says of itself as a whole.
struct DatabaseStatistics {
  uint32_t documents = 0;
  uint32_t last_document = 0;    // the highest id; ids may have gaps
  uint32_t shortest_length = 0;  // of the documents that have a length; 0 if none has
  uint32_t longest_length = 0;
  uint32_t greatest_wdf = 0;
  uint64_t total_length = 0;

  void include(uint32_t length);  // counts a document, but not its id
  void include(const DatabaseStatistics& others);
};

using Uuid = std::array<uint8_t, 16>;

// A random one, as RFC 4122 has it (version 4).
Uuid random_uuid();

// The contents of the file iamglass, by which a folder is a glass database:
//   magic, the format's version (a date), UUID, revision;
//   for each of six tables, postlist, docdata, termlist, position, spelling, synonym: its root
//   block, its height, whether it is in order and empty, the number of its entries, the block size,
//   from which length tags are compressed, its list of free blocks;
//   the statistics.
// Spelling and synonym tables are never written: their entries say so.
// Source: backends/glass/glass_version.cc of xapian-core 1.4.
std::string version_file(const Uuid& uuid, const TableRoot& postlist, const TableRoot& docdata,
                         const TableRoot& termlist, const TableRoot& position,
                         const DatabaseStatistics& statistics);

}  // namespace quotary::glass
