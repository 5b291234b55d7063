#include "corpus/reader/markup.h"

#include <gtest/gtest.h>

#include "corpus/reader/article_builder.h"

namespace quotary {
namespace {

TEST(Markup, LosesTagsAndResolvesReferences) {
  const std::pair<const char*, const char*> cases[] = {
      {"plain", "plain"},
      {"a <b>bold</b> word", "a bold word"},
      {"<b_enamex type=\"X\">Riverton<e_enamex>", "Riverton"},
      {"AT&amp;T &lt;T> &quot;q&quot;", "AT&T <T> \"q\""},
      {"caf&#233; caf&#xE9;", "café café"},
      {"a&#3;b&#5;&#0;", "ab"},
      {"&#99999999999;&#xD800;", "\uFFFD"},
      {"R&D &unknown; & done", "R&D &unknown; & done"},
      {"1 < 2 and 3 > 2", "1 < 2 and 3 > 2"},
      {"<unclosed", "<unclosed"},
      {"&", "&"},
      {"", ""},
  };
  for (auto [markup, plain] : cases) EXPECT_EQ(plain_text(markup), plain) << markup;
}

TEST(Markup, FindsElements) {
  std::string_view text = "<A><B x=\"1\">one</B><BB>no</BB><B>two</B></A><C>open";
  EXPECT_EQ(element(text, "B"), "one");
  EXPECT_EQ(element(text, "C"), "open");
  EXPECT_EQ(element(text, "D"), "");
  size_t from = 0;
  EXPECT_EQ(next_element(text, "B", from), "one");
  EXPECT_EQ(next_element(text, "B", from), "two");
  EXPECT_FALSE(next_element(text, "B", from));
  EXPECT_EQ(attribute("<A id=\"7\" grid=\"8\">", "id"), "7");
  EXPECT_EQ(attribute("<A id=\"7\">", "name"), "");
}

TEST(RecordDate, IsReadAsRecordsWriteIt) {
  const std::pair<const char*, const char*> cases[] = {
      {"26-FEB-1987 15:01:01.79", "1987-02-26"},
      {" 2-MAR-1987", "1987-03-02"},
      {"03/14/1998 10:36:00", "1998-03-14"},
      {"2024-10-23T10:00:00Z", "2024-10-23"},
      {"20241023T100000Z", "2024-10-23"},
      {"20241023", "2024-10-23"},
      {"Wed, 23 Oct 2024 10:00:00 GMT", "2024-10-23"},
      {"October 23, 2024", "2024-10-23"},
      {"31-FEB-1987", "none"},
      {"2024-13-01", "none"},
      {"October 23", "none"},
      {"yesterday", "none"},
      {"", "none"},
      {"1-1-1", "none"},
      {"202410231", "none"},
  };
  for (auto [written, expected] : cases) {
    auto date = read_record_date(written);
    EXPECT_EQ(date ? to_iso(*date) : "none", expected) << written;
  }
}

TEST(Tidy, LeavesOneSpaceAndNoControls) {
  EXPECT_EQ(tidy("  a \n\t b\u00A0c \x03"), "a b c");
  EXPECT_EQ(tidy("caf\xE9"), "caf\uFFFD");
  EXPECT_EQ(tidy(" \n "), "");
}

}  // namespace
}  // namespace quotary
