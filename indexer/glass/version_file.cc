#include "indexer/glass/version_file.h"

#include <algorithm>
#include <random>
#include <string_view>

#include "indexer/glass/compressor.h"
#include "indexer/glass/encoding.h"

namespace quotary::glass {
namespace {

constexpr std::string_view magic = "\x0f\x0dXapian Glass";

// The format's version is the day it last changed: 2016-03-14, for every release of Xapian 1.4.
constexpr unsigned format_version = (2016 - 2014) << 9 | 3 << 5 | 14;

constexpr unsigned sequential_flag = 2;  // leaf blocks lie in the file in the order of their keys
constexpr unsigned empty_flag = 1;       // there is no root block
constexpr unsigned level_shift = 2;

void put_root(std::string& out, const TableRoot& root) {
  const bool empty = root.entries == 0;
  put_uint(out, root.block);
  put_uint(out, root.level << level_shift | sequential_flag | (empty ? empty_flag : 0));
  put_uint(out, root.entries);
  put_uint(out, block_bytes >> 11);  // in units of 2048
  put_uint(out, root.compress_min);
  std::string free_list;
  if (!empty) {
    put_uint(free_list, first_revision);
    put_uint(free_list, root.blocks);  // the first block never used
    free_list.append(4, '\0');         // no block is free: the ends of the list meet
  }
  put_string(out, free_list);
}

}  // namespace

void DatabaseStatistics::include(uint32_t length) {
  ++documents;
  total_length += length;
  longest_length = std::max(longest_length, length);
  if (length != 0 && (shortest_length == 0 || length < shortest_length)) shortest_length = length;
}

void DatabaseStatistics::include(const DatabaseStatistics& others) {
  documents += others.documents;
  total_length += others.total_length;
  longest_length = std::max(longest_length, others.longest_length);
  greatest_wdf = std::max(greatest_wdf, others.greatest_wdf);
  if (others.shortest_length == 0) return;
  if (shortest_length == 0 || others.shortest_length < shortest_length) {
    shortest_length = others.shortest_length;
  }
}

Uuid random_uuid() {
  Uuid uuid;
  std::random_device random;
  for (auto& byte : uuid) byte = static_cast<uint8_t>(random());
  uuid[6] = static_cast<uint8_t>(0x40 | (uuid[6] & 0x0f));
  uuid[8] = static_cast<uint8_t>(0x80 | (uuid[8] & 0x3f));
  return uuid;
}

std::string version_file(const Uuid& uuid, const TableRoot& postlist, const TableRoot& docdata,
                         const TableRoot& termlist, const TableRoot& position,
                         const DatabaseStatistics& statistics) {
  std::string out(magic);
  out += static_cast<char>(format_version >> 8);
  out += static_cast<char>(format_version & 0xff);
  out.append(uuid.begin(), uuid.end());
  put_uint(out, first_revision);
  TableRoot none;
  none.compress_min = uncompressed_tag_bytes;
  for (const TableRoot* root : {&postlist, &docdata, &termlist, &position}) put_root(out, *root);
  put_root(out, none);  // spelling
  put_root(out, none);  // synonym
  put_uint(out, statistics.documents);
  put_uint(out, statistics.last_document - statistics.documents);
  put_uint(out, statistics.shortest_length);
  put_uint(out, statistics.greatest_wdf);
  put_uint(out, statistics.longest_length - statistics.greatest_wdf);
  put_uint(out, 0);  // oldest changeset (replication)
  put_uint(out, statistics.total_length);
  put_uint(out, 0);  // the greatest frequency of a word in the spelling table
  return out;
}

}  // namespace quotary::glass
