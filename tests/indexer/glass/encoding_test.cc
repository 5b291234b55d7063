#include "indexer/glass/encoding.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <vector>

namespace quotary::glass {
namespace {

using std::string;

template <class Put, class Value>
string written(Put put, Value value) {
  string out;
  put(out, value);
  return out;
}

TEST(EncodingTest, PutUint) {
  const struct {
    uint64_t number;
    string bytes;
  } cases[] = {
      {0, string(1, '\0')},
      {1, "\x01"},
      {127, "\x7f"},
      {128, "\x80\x01"},
      {300, "\xac\x02"},
      {16383, "\xff\x7f"},
      {16384, "\x80\x80\x01"},
      {0xffffffff, "\xff\xff\xff\xff\x0f"},
      {std::numeric_limits<uint64_t>::max(), "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"},
  };
  for (const auto& [number, bytes] : cases) EXPECT_EQ(written(put_uint, number), bytes) << number;
}

TEST(EncodingTest, PutString) {
  EXPECT_EQ(written(put_string, ""), string(1, '\0'));
  EXPECT_EQ(written(put_string, "kazan"), "\x05kazan");
  EXPECT_EQ(written(put_string, string(200, 'x')), "\xc8\x01" + string(200, 'x'));
}

TEST(EncodingTest, PutLastUint) {
  const struct {
    uint32_t number;
    string bytes;
  } cases[] = {{0, ""},
               {1, "\x01"},
               {255, "\xff"},
               {256, string("\0\x01", 2)},
               {0x12345678, "\x78\x56\x34\x12"}};
  for (const auto& [number, bytes] : cases) {
    EXPECT_EQ(written(put_last_uint, number), bytes) << number;
  }
}

TEST(EncodingTest, PutSortable) {
  const struct {
    DocumentId id;
    string bytes;
  } cases[] = {
      {1, string("\0\x01", 2)},
      {0x7fff, "\x7f\xff"},
      {0x8000, string("\x80\x80\0", 3)},
      {0x3fffff, "\xbf\xff\xff"},
      {0x400000, string("\xc0\x40\0\0", 4)},
      {0x1fffffff, "\xdf\xff\xff\xff"},
      {0x20000000, string("\xe0\x20\0\0\0", 5)},
      {0xffffffff, "\xe0\xff\xff\xff\xff"},
  };
  for (const auto& [id, bytes] : cases) EXPECT_EQ(written(put_sortable, id), bytes) << id;
}

TEST(EncodingTest, SortableIdsSortAsTheyCount) {
  std::vector<string> keys;
  for (unsigned bit = 2; bit < 32; ++bit) {
    for (uint32_t id : {(1u << bit) - 1, 1u << bit, (1u << bit) + 1}) {
      keys.push_back(written(put_sortable, id));
    }
  }
  EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
}

TEST(EncodingTest, PutTerm) {
  const struct {
    string term;
    string bytes;
  } cases[] = {
      {"brics", "brics"},
      {string("\0", 1), string("\0\xff", 2)},
      {string("a\0b", 3), string("a\0\xff"
                                 "b",
                                 4)},
      {string("a\0\0", 3), string("a\0\xff\0\xff", 5)},
      {"\xff", "\xff"},
  };
  for (const auto& [term, bytes] : cases) EXPECT_EQ(written(put_term, term), bytes);
}

TEST(EncodingTest, KeysOfTermsSortAsTermsDo) {
  std::vector<string> terms{"a",
                            string("a\0", 2),
                            string("a\0\0", 3),
                            string("a\0\x01", 3),
                            string("a\0\xff", 3),
                            "a\x01",
                            "ab",
                            "a\xff",
                            "b"};
  std::sort(terms.begin(), terms.end());
  std::vector<string> keys;
  for (const auto& term : terms) {
    keys.push_back(written(put_term, term));
    end_term(keys.back());
    put_sortable(keys.back(), 0xffffffff);
  }
  EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
}

TEST(EncodingTest, IsValidTerm) {
  EXPECT_FALSE(is_valid_term(""));
  EXPECT_TRUE(is_valid_term("x"));
  EXPECT_TRUE(is_valid_term(string(245, 'x')));
  EXPECT_FALSE(is_valid_term(string(246, 'x')));
  EXPECT_TRUE(is_valid_term(string(122, '\0')));
  EXPECT_FALSE(is_valid_term(string(123, '\0')));
  EXPECT_TRUE(is_valid_term(string(244, 'x').replace(7, 1, 1, '\0')));
  EXPECT_FALSE(is_valid_term(string(245, 'x').replace(7, 1, 1, '\0')));
}

}  // namespace
}  // namespace quotary::glass
