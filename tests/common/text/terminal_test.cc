#include "common/text/terminal.h"

#include <gtest/gtest.h>

#include "common/text/json_string.h"
#include "common/text/utf8.h"

namespace quotary {
namespace {

struct TerminalCase {
  std::string text;
  std::string safe;
  std::string printable;
};

TEST(Terminal, ObeysNothingOfAText) {
  const TerminalCase cases[] = {
      {"", "", ""},
      {"Erdo\u011Fan \u8D38\u6613", "Erdo\u011Fan \u8D38\u6613", "Erdo\u011Fan \u8D38\u6613"},
      {"\x1b[2J", "\uFFFD[2J", "\\x1b[2J"},
      {"a\tb\r\nc\nd\re", "a b c d e", "a\\x09b\\x0d\\x0ac\\x0ad\\x0de"},
      {"\u009B31m", "\uFFFD31m", "\\xc2\\x9b31m"},
      {"a\x7f", "a\uFFFD", "a\\x7f"},
      {std::string("a\0b", 3), "a\uFFFDb", "a\\x00b"},
      {"\u202Egnp.exe\u202C", "\uFFFDgnp.exe\uFFFD", "\\xe2\\x80\\xaegnp.exe\\xe2\\x80\\xac"},
      {"\u2066x\u2069\u061C", "\uFFFDx\uFFFD\uFFFD", "\\xe2\\x81\\xa6x\\xe2\\x81\\xa9\\xd8\\x9c"},
      {"a\u2028b", "a b", "a\\xe2\\x80\\xa8b"},
      {"\x9b"
       "31m \xff",
       "\uFFFD31m \uFFFD", "\\x9b31m \\xff"},
      {"\xe2\x80", "\uFFFD", "\\xe2\\x80"},
  };
  for (const TerminalCase& c : cases) {
    EXPECT_EQ(safe_for_terminal(c.text), c.safe) << c.printable;
    EXPECT_EQ(printable(c.text), c.printable);
  }
}

// Every code point, and every byte by itself.
TEST(Terminal, LetsNoControlThrough) {
  auto expect_harmless = [](const std::string& shown, const std::string& what) {
    ASSERT_EQ(valid_utf8_prefix(shown), shown.size()) << what;
    for (size_t at = 0; at < shown.size();) {
      char32_t c = next_code_point(shown, at);
      ASSERT_FALSE(c < 0x20 || (c >= 0x7F && c < 0xA0)) << what;
      ASSERT_FALSE((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) << what;
    }
  };
  for (char32_t c = 0; c <= 0xFFFF; ++c) {
    std::string text;
    append_utf8(text, c);
    expect_harmless(safe_for_terminal(text), std::to_string(c));
    expect_harmless(printable(text), std::to_string(c));
  }
  for (int byte = 0; byte < 256; ++byte) {
    expect_harmless(printable(std::string(1, static_cast<char>(byte))), std::to_string(byte));
    expect_harmless(safe_for_terminal(std::string(1, static_cast<char>(byte))),
                    std::to_string(byte));
  }
}

TEST(JsonString, EscapesWhatMustBeEscaped) {
  struct Case {
    std::string text;
    std::string json;
  };
  const Case cases[] = {
      {"", "\"\""},
      {"a\"b\\c\n\t\r\x01\x7f", R"("a\"b\\c\n\t\r\u0001\u007f")"},
      {"\xC2\x9B\u2028\u2029\u00E9\u4E60", R"("\u009b\u2028\u2029é习")"},
      {std::string("\0", 1), R"("\u0000")"},
      {"</script>", R"("</script>")"},
      {"a\xff\xe2\x80", "\"a\uFFFD\uFFFD\""},
  };
  for (const Case& c : cases) EXPECT_EQ(json_string(c.text), c.json);
}

}  // namespace
}  // namespace quotary
