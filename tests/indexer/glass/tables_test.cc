// The tables' tags and blocks against bytes worked out by hand from docs/glass.md.

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>

#include "common/base/error.h"
#include "indexer/glass/document_tables.h"
#include "indexer/glass/postlist_table.h"
#include "indexer/glass/table_writer.h"
#include "indexer/glass/version_file.h"
#include "tests/indexer/glass/database_pair.h"

namespace quotary::glass {
namespace {

using std::string;

string contents(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(TermlistTest, KnownBytes) {
  const struct {
    std::vector<TermInDocument> terms;
    uint32_t length;
    string bytes;
  } cases[] = {
      {{}, 0, ""},
      {{{"kazan", 3}}, 3, "\x03\x01\x05kazan\x03"},
      // Shares 2 bytes; (1 + 1) * (3 + 1) + 2 = 10.
      {{{"cat", 1}, {"cable", 1}},
       2,
       "\x02\x02\x03"
       "cat\x01\x0a\x03"
       "ble"},
      // (0 + 1) * (3 + 1) + 0 = 4: nothing shared, wdf 0.
      {{{"cat", 0}, {"dog", 0}},
       0,
       string("\0\x02\x03"
              "cat\0\x04\x03"
              "dog",
              12)},
      // (63 + 1) * (3 + 1) = 256 is too much for a byte: wdf follows; with 62 it fits, as 252.
      {{{"cat", 1}, {"dog", 63}},
       64,
       string("\x40\x02\x03"
              "cat\x01\0\x03"
              "dog\x3f",
              13)},
      {{{"cat", 1}, {"dog", 62}},
       63,
       "\x3f\x02\x03"
       "cat\x01\xfc\x03"
       "dog"},
      {{{"a", 1}, {"b", 300}},
       301,
       string("\xad\x02\x02\x01"
              "a\x01\0\x01"
              "b\xac\x02",
              11)},
  };
  for (const auto& [terms, length, bytes] : cases) {
    string out;
    put_termlist(out, terms, length);
    EXPECT_EQ(out, bytes);
  }
}

TEST(UsedSlotsTest, KnownBytes) {
  const struct {
    std::vector<uint32_t> slots;
    string bytes;
  } cases[] = {{{}, ""},
               {{0}, string(1, '\0')},
               {{0, 1, 2}, string(3, '\0')},
               {{3, 200, 201}, string("\x03\xc4\x01\0", 4)},
               {{4294967294u}, "\xfe\xff\xff\xff\x0f"}};
  for (const auto& [slots, bytes] : cases) {
    string out;
    put_used_slots(out, slots);
    EXPECT_EQ(out, bytes);
  }
}

TEST(TableWriterTest, OneLeaf) {
  TestFolder folder;
  TableWriter table(folder / "t.glass", TableWriter::File::with_first_entry, 18);
  table.add("ab", "tag");
  table.add("b", "", true);
  const TableRoot root = table.finish(false);
  EXPECT_EQ(root.block, 0u);
  EXPECT_EQ(root.level, 0u);
  EXPECT_EQ(root.entries, 2u);
  EXPECT_EQ(root.blocks, 1u);
  EXPECT_EQ(root.compress_min, 18u);
  const string block = contents(folder / "t.glass");
  ASSERT_EQ(block.size(), 8192u);
  // Items end at 8192: 3 bytes of the empty key's, 8 of ab's, 4 of b's. 8177 - 17 = 8160 are free.
  EXPECT_EQ(block.substr(0, 17),
            string("\0\0\0\x01\0\x1f\xe0\x1f\xe0\0\x11\x1f\xfd\x1f\xf5\x1f\xf1", 17));
  EXPECT_EQ(block.substr(17, 8160), string(8160, '\0'));
  EXPECT_EQ(block.substr(8177), string("\xe0\x01\x01"
                                       "b\x60\x05\x02"
                                       "abtag\x60\0\0",
                                       15));
}

TEST(TableWriterTest, TwoLeavesAndABranch) {
  TestFolder folder;
  TableWriter table(folder / "t.glass", TableWriter::File::with_first_entry, 0);
  for (const char* key : {"key 1", "key 2", "key 3", "key 4", "kez", "kezzz"}) {
    table.add(key, string(1900, 't'));
  }
  const TableRoot root = table.finish(false);
  EXPECT_EQ(root.level, 1u);
  EXPECT_EQ(root.block, 2u);
  EXPECT_EQ(root.blocks, 3u);
  const string blocks = contents(folder / "t.glass");
  ASSERT_EQ(blocks.size(), 3 * block_bytes);
  const string branch = blocks.substr(2 * block_bytes);
  EXPECT_EQ(branch.substr(0, 5), string("\0\0\0\x01\x01", 5));
  // The first child without a key; the second from "kez" on, which "kez" needs to differ from "key
  // 4".
  EXPECT_EQ(branch.substr(block_bytes - 17), string("\0\0\0\x01\x03"
                                                    "kez\0\x01\0\0\0\0\0\0\0",
                                                    17));
}

TEST(TableWriterTest, EmptyTablesHaveAFileOnlyWhereTheyMust) {
  TestFolder folder;
  TableWriter always(folder / "always", TableWriter::File::always, 0);
  TableWriter never(folder / "never", TableWriter::File::with_first_entry, 0);
  EXPECT_EQ(always.finish(false).entries, 0u);
  EXPECT_EQ(never.finish(false).entries, 0u);
  EXPECT_EQ(std::filesystem::file_size(folder / "always"), 0u);
  EXPECT_FALSE(std::filesystem::exists(folder / "never"));
}

TEST(TableWriterTest, RefusesWhatNoTableHolds) {
  TestFolder folder;
  TableWriter table(folder / "t", TableWriter::File::always, 0);
  table.add("b", "");
  EXPECT_THROW(table.add("b", ""), std::logic_error);
  EXPECT_THROW(table.add("a", ""), std::logic_error);
  EXPECT_THROW(table.add("", ""), std::logic_error);
  EXPECT_THROW(table.add(string(256, 'x'), ""), std::logic_error);
  EXPECT_THROW(table.add("c", string(max_tag_bytes + 1, 'x')), Error);
  table.add(string(255, 'x'), "");
}

TEST(VersionFileTest, EmptyDatabase) {
  Uuid uuid;
  for (uint8_t i = 0; i < 16; ++i) uuid[i] = static_cast<uint8_t>('A' + i);
  TableRoot compressed;
  compressed.compress_min = 18;
  const string expected = string(
                              "\x0f\x0dXapian Glass\x04\x6e"
                              "ABCDEFGHIJKLMNOP\x01",
                              33) +
                          string("\0\x03\0\x04\0\0", 6) +    // postlist
                          string("\0\x03\0\x04\x12\0", 6) +  // docdata
                          string("\0\x03\0\x04\x12\0", 6) +  // termlist
                          string("\0\x03\0\x04\0\0", 6) +    // position
                          string("\0\x03\0\x04\x12\0", 6) +  // spelling
                          string("\0\x03\0\x04\x12\0", 6) +  // synonym
                          string(8, '\0');
  EXPECT_EQ(version_file(uuid, {}, compressed, compressed, {}, {}), expected);
}

TEST(VersionFileTest, RootsAndStatistics) {
  TableRoot root;
  root.block = 300;
  root.level = 2;
  root.entries = 1000;
  root.blocks = 301;
  DatabaseStatistics statistics;
  for (uint32_t length : {0u, 12u, 7u, 200u}) statistics.include(length);
  statistics.greatest_wdf = 30;
  statistics.last_document = 9;
  const string file = version_file(random_uuid(), root, {}, {}, {}, statistics);
  EXPECT_EQ(file.substr(33, 15), string("\xac\x02\x0a\xe8\x07\x04\0\x07\x01\xad\x02\0\0\0\0", 15));
  // 4 documents, 5 ids more, lengths 7 to 30 + 170, 219 in all.
  EXPECT_EQ(file.substr(file.size() - 10), string("\x04\x05\x07\x1e\xaa\x01\0\xdb\x01\0", 10));
}

TEST(VersionFileTest, UuidsAreRandomOnesOfVersion4) {
  const Uuid a = random_uuid();
  EXPECT_EQ(a[6] >> 4, 4);
  EXPECT_EQ(a[8] >> 6, 2);
  EXPECT_NE(a, random_uuid());
}

}  // namespace
}  // namespace quotary::glass
