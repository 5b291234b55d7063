#include "corpus/reader/byte_stream.h"

#include <gtest/gtest.h>

#include "common/base/error.h"

namespace quotary {
namespace {

TEST(ByteStream, LooksAheadWithoutTaking) {
  MemoryStream bytes("one\ntwo");
  EXPECT_EQ(bytes.peek(3).substr(0, 3), "one");
  EXPECT_EQ(bytes.peek(100), "one\ntwo");
  std::string line;
  EXPECT_TRUE(bytes.read_line(line, 10));
  EXPECT_EQ(line, "one\n");
  EXPECT_EQ(bytes.position(), 4u);
  EXPECT_TRUE(bytes.read_line(line, 10));
  EXPECT_EQ(line, "two");
  EXPECT_FALSE(bytes.read_line(line, 10));
  EXPECT_EQ(bytes.peek(1), "");
}

TEST(ByteStream, TakesAllOrRefuses) {
  std::string large(1000000, 'x');
  MemoryStream bytes(large);
  bytes.skip(10);
  EXPECT_EQ(bytes.read_rest(1000000).size(), 999990u);
  MemoryStream again(large);
  EXPECT_THROW(again.read_rest(999999), Error);
  MemoryStream lines(large);
  std::string line;
  EXPECT_THROW(lines.read_line(line, 999999), Error);
}

TEST(ByteStream, ReadsLinesOverItsBuffers) {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "line " + std::to_string(i) + "\n";
  MemoryStream bytes(text);
  std::string line;
  int count = 0;
  while (bytes.read_line(line, 100)) ASSERT_EQ(line, "line " + std::to_string(count++) + "\n");
  EXPECT_EQ(count, 100000);
}

TEST(FileStream, SaysWhatIsWrong) {
  EXPECT_THROW(FileStream("/no/such/file"), Error);
  FileStream folder("/");
  EXPECT_THROW(folder.peek(1), Error);
}

}  // namespace
}  // namespace quotary
