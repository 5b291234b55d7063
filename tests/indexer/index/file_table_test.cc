#include "indexer/index/file_table.h"

#include <gtest/gtest.h>

#include "common/base/error.h"
#include "common/store/hash.h"
#include "tests/indexer/index/folder.h"

namespace quotary {
namespace {

std::vector<FileEntry> some_entries() {
  return {{"news/2024/a.txt", 100, -5, 7, 1, 1, 2, 90},
          {"news/2024/b.txt", 0, 1'700'000'000'000'000'000, 0, 2, 0, 0, 0},
          {"other/\xC3\xA9.zip", 1ULL << 40, 3, ~0ULL, 3, 4'000'000'000u, 9, 1ULL << 41}};
}

std::string with_checksum_of_table(std::string body) {
  const uint64_t hash = stable_hash(body);
  for (int shift = 0; shift < 64; shift += 8) body += static_cast<char>(hash >> shift);
  return body;
}

std::string refusal(const std::string& bytes) {
  try {
    decode_file_table(bytes);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::index);
    return error.what();
  }
  return "none";
}

TEST(FileTable, ReadsWhatItWrote) {
  EXPECT_EQ(decode_file_table(encode_file_table(some_entries())), some_entries());
  EXPECT_TRUE(decode_file_table(encode_file_table({})).empty());
}

TEST(FileTable, EveryCutAndEveryChangedByteIsRefused) {
  const std::string good = encode_file_table(some_entries());
  for (size_t at = 0; at < good.size(); ++at) {
    EXPECT_NE(refusal(good.substr(0, at)), "none") << at;
    std::string changed = good;
    changed[at] ^= 0x20;
    EXPECT_NE(refusal(changed), "none") << at;
  }
}

// What has the right checksum by chance, or on purpose, is still not trusted.
TEST(FileTable, DamageUnderARightChecksumIsRefused) {
  using namespace std::string_literals;
  struct Case {
    std::string body;
    const char* expected;
  };
  const Case cases[] = {
      {"\x01\x00"s, "none"},
      {"\x02\x00"s, "damaged record: a file table of another version"},
      {"\x01\x05"s, "damaged record: a list ends too early"},
      {"\x01\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00"s,
       "damaged record: a number is out of its range"},  // more shared with no key before
      {"\x01\x01\x00\x7f\x00\x00"s, "damaged record: a text ends too early"},
      {"\x01\x00\x00"s, "damaged record: bytes are left over"},
  };
  for (const Case& c : cases) EXPECT_EQ(refusal(with_checksum_of_table(c.body)), c.expected);
}

TEST(FileTable, AMissingOneIsNamed) {
  TestFolder folder;
  EXPECT_THROW(load_file_table(folder.path()), Error);
}

}  // namespace
}  // namespace quotary
